import { Alert, Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import type { DeskDryCountQuery, DeskDryCountQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { sayingOf } from '../parts/Asked';
import { inOneTongue } from '../parts/tongue';
import { useWords } from '../text';
import { count } from '../text/format';
import text from './dry_count.graphql?raw';
import { statedOf, unitOf, type KnownModel } from './found';
import { valuesAround } from './trial';

const COUNT = operation<DeskDryCountQuery, DeskDryCountQueryVariables>(text);

interface Point {
  value: number;
  found: number;
  fresh: number;
  gone: number;
}

/** What each value of one number would have given, one run after the other; it can be stopped between two. */
export function Plot({ model, settings }: { model: KnownModel; settings: readonly { name: string; value: string }[] }) {
  const words = useWords();
  const { t, language } = words;
  const client = useClient();
  const plotted = model.parameters.filter((each) => valuesAround(each).length > 1);
  const [name, setName] = useState(plotted[0]?.name ?? '');
  const [points, setPoints] = useState<Point[]>([]);
  const [left, setLeft] = useState(0);
  const [fault, setFault] = useState<CombinedError | null>(null);
  const running = useRef(0);
  useEffect(() => () => void running.current++, []);
  const parameter = plotted.find((each) => each.name === name);
  if (!parameter) return null;
  const usual = statedOf(parameter.default);
  const run = async () => {
    const mine = ++running.current;
    const values = valuesAround(parameter);
    const others = settings.filter((each) => each.name !== name);
    setPoints([]);
    setFault(null);
    for (const [at, value] of values.entries()) {
      setLeft(values.length - at);
      const { data, error } = await client.query(COUNT, { model: model.model, parameters: [...others, { name, value: String(value) }] }, { requestPolicy: 'network-only' });
      if (running.current !== mine) return;
      if (!data?.modelDryRun) {
        setFault(error ?? null);
        break;
      }
      setPoints((known) => [...known, { value, ...data.modelDryRun }] as Point[]);
    }
    setLeft(0);
  };
  const most = Math.max(1, ...points.map(({ found }) => found));
  return (
    <section className="dry-plot" aria-label={t('dry.plot')}>
      <h3>{t('dry.plot')}</h3>
      <div className="bar">
        <Select
          aria-label={t('models.parameter')}
          value={name}
          onChange={(wanted) => {
            running.current++;
            setPoints([]);
            setLeft(0);
            setName(wanted);
          }}
          options={plotted.map((each) => ({ value: each.name, label: inOneTongue(each.about, language) }))}
        />
        {left > 0 ? (
          <Button
            onClick={() => {
              running.current++;
              setLeft(0);
            }}
          >
            {t('dry.stop', { count: left })}
          </Button>
        ) : (
          <Button onClick={() => void run()}>{t('dry.tryAll')}</Button>
        )}
      </div>
      {fault && <Alert type="error" showIcon title={t(sayingOf(fault))} />}
      {points.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{unitOf(parameter.unit, words)}</th>
              <th scope="col">{t('dry.found')}</th>
              <th scope="col" className="numbers">
                {t('dry.freshCount')}
              </th>
              <th scope="col" className="numbers">
                {t('dry.goneCount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ value, found, fresh, gone }) => (
              <tr key={value} className={value === usual ? 'dry-usual' : ''}>
                <th scope="row" className="numbers">
                  {value}
                  {value === usual && <span className="soft small"> {t('dry.isUsual')}</span>}
                </th>
                <td className="bar-cell">
                  <span className="share" style={{ width: `${(85 * found) / most}%` }} aria-hidden="true" />
                  <span className="numbers">{count(found, language)}</span>
                </td>
                <td className="numbers">{count(fresh, language)}</td>
                <td className="numbers">{count(gone, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
