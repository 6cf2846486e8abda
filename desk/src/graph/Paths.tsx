import { Alert, Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import type { Kind } from '#asked';
import { sayingOf } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { count } from '../text/format';
import type { Picture, Step } from './model';
import { nodeOf, type Between, type FoundPaths } from './useQuestions';

interface Props {
  picture: Picture;
  selected: string | null;
  between: (asked: Between, stop: AbortSignal) => Promise<FoundPaths | null>;
  step: (step: Step) => void;
}

const HOPS = [2, 3, 4, 5, 6];
const MANY = [5, 10, 20, 50];
const OVER: readonly Kind[] = ['PERSON', 'UNIT', 'PHONE', 'ACCOUNT', 'VEHICLE', 'PLACE', 'PROJECT', 'CONTRACT'];

/** How two things of the picture hang together, the shortest ways first; what they have in common is the way over one thing. */
export function Paths({ picture, selected, between, step }: Props) {
  const { t, language, value } = useWords();
  const [from, setFrom] = useState<string | null>(selected);
  const [to, setTo] = useState<string | null>(null);
  const [hops, setHops] = useState(4);
  const [many, setMany] = useState(5);
  const [over, setOver] = useState<Kind[]>([]);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<{ paths: FoundPaths; hops: number } | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  const options = [...picture.nodes.values()].map((each) => ({ value: each.id, label: each.caption }));
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const seek = async (maxHops: number, first: number, throughKinds: Kind[]) => {
    if (!from || !to) return;
    running.current = new AbortController();
    setBusy(true);
    setFault(null);
    try {
      const paths = await between({ from, to, maxHops, first, throughKinds: throughKinds.length ? throughKinds : null }, running.current.signal);
      setFound(paths && { paths, hops: maxHops });
    } catch (error) {
      setFault(error as CombinedError);
    }
    setBusy(false);
  };
  const draw = (paths: FoundPaths['nodes']) =>
    step({ do: 'add', nodes: paths.flatMap((path) => path.nodes.map(nodeOf)), edges: paths.flatMap((path) => path.edges) });
  if (picture.nodes.size < 2) return <Nothing title={t('paths.two')}>{t('paths.twoMend')}</Nothing>;
  const unready = busy || !from || !to || from === to;
  const thing = (label: string, chosen: string | null, choose: (id: string) => void) => (
    <label>
      {label}
      <Select showSearch={{ optionFilterProp: 'label' }} value={chosen} onChange={choose} options={options} aria-label={label} />
    </label>
  );
  return (
    <div className="stack">
      {thing(t('column.from'), from, setFrom)}
      {thing(t('column.to'), to, setTo)}
      <div className="bar paths-how">
        <Select aria-label={t('paths.hops')} value={hops} onChange={setHops} options={HOPS.map((each) => ({ value: each, label: t('paths.upTo', { count: each }) }))} />
        <Select aria-label={t('paths.many')} value={many} onChange={setMany} options={MANY.map((each) => ({ value: each, label: t('paths.first', { count: each }) }))} />
      </div>
      <Select<Kind[]>
        mode="multiple"
        allowClear
        aria-label={t('paths.over')}
        placeholder={t('paths.over')}
        value={over}
        onChange={setOver}
        options={OVER.map((each) => ({ value: each, label: value('Kind', each) }))}
      />
      <div className="bar">
        <Button type="primary" loading={busy} disabled={unready} onClick={() => void seek(hops, many, over)}>
          {t('paths.seek')}
        </Button>
        <Button disabled={unready} onClick={() => void seek(2, many, over)}>
          {t('paths.common')}
        </Button>
        <Button disabled={unready} onClick={() => void seek(2, many, ['PERSON'])}>
          {t('paths.people')}
        </Button>
        {busy && <Button onClick={() => running.current?.abort()}>{t('paths.stop')}</Button>}
      </div>
      {fault && <Alert type="error" showIcon title={t(sayingOf(fault))} />}
      {found && <FoundList found={found.paths} hops={found.hops} language={language} draw={draw} told={(number) => count(number, language)} />}
    </div>
  );
}

interface FoundProps {
  found: FoundPaths;
  hops: number;
  language: string;
  draw: (paths: FoundPaths['nodes']) => void;
  told: (number: number) => string;
}

function FoundList({ found, hops, language, draw, told }: FoundProps) {
  const { t } = useWords();
  if (found.nodes.length === 0) return <Nothing title={t('paths.none', { count: hops })}>{t('paths.noneMend')}</Nothing>;
  return (
    <>
      <p className="small soft">{t(found.totalIsExact ? 'paths.inAll' : 'paths.atLeast', { shown: told(found.nodes.length), count: told(found.totalCount) })}</p>
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
      {found.leftOut.map((each, index) => (
        <p key={index} className="small soft">
          {language === 'zh' ? each.sentenceZh : each.sentence}
        </p>
      ))}
    </>
  );
}
