import { Alert, Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { sayingOf } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import type { Picture, Step } from './model';
import { nodeOf, type FoundPaths } from './useQuestions';

interface Props {
  picture: Picture;
  selected: string | null;
  between: (from: string, to: string, maxHops: number, stop: AbortSignal) => Promise<FoundPaths | null>;
  step: (step: Step) => void;
}

/** How two things of the picture hang together; what they have in common is the way over one thing. */
export function Paths({ picture, selected, between, step }: Props) {
  const { t, language } = useWords();
  const [from, setFrom] = useState<string | null>(selected);
  const [to, setTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<FoundPaths | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  const options = [...picture.nodes.values()].map((each) => ({ value: each.id, label: each.caption }));
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const seek = async (hops: number) => {
    if (!from || !to) return;
    running.current = new AbortController();
    setBusy(true);
    setFault(null);
    try {
      setFound(await between(from, to, hops, running.current.signal));
    } catch (error) {
      setFault(error as CombinedError);
    }
    setBusy(false);
  };
  const draw = (paths: FoundPaths['nodes']) =>
    step({ do: 'add', nodes: paths.flatMap((path) => path.nodes.map(nodeOf)), edges: paths.flatMap((path) => path.edges) });
  if (picture.nodes.size < 2) return <Nothing title={t('paths.two')}>{t('paths.twoMend')}</Nothing>;
  return (
    <div className="stack">
      <label>
        {t('column.from')}
        <Select showSearch={{ optionFilterProp: 'label' }} value={from} onChange={setFrom} options={options} aria-label={t('column.from')} />
      </label>
      <label>
        {t('column.to')}
        <Select showSearch={{ optionFilterProp: 'label' }} value={to} onChange={setTo} options={options} aria-label={t('column.to')} />
      </label>
      <div className="bar">
        <Button type="primary" loading={busy} disabled={!from || !to || from === to} onClick={() => void seek(4)}>
          {t('paths.seek')}
        </Button>
        <Button disabled={busy || !from || !to || from === to} onClick={() => void seek(2)}>
          {t('paths.common')}
        </Button>
        {busy && <Button onClick={() => running.current?.abort()}>{t('paths.stop')}</Button>}
      </div>
      {fault && <Alert type="error" showIcon title={t(sayingOf(fault))} />}
      {found && found.nodes.length === 0 && <Nothing title={t('paths.none')}>{t('paths.noneMend')}</Nothing>}
      {found && found.nodes.length > 0 && (
        <>
          <Button onClick={() => draw(found.nodes)}>{t('paths.drawAll', { count: found.nodes.length })}</Button>
          <ol className="evidence">
            {found.nodes.map((path, index) => (
              <li key={index}>
                {language === 'zh' ? path.sentenceZh : path.sentence}{' '}
                <Button size="small" type="link" onClick={() => draw([path])}>
                  {t('graph.put')}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
