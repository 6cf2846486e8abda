import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient, type CombinedError } from 'urql';
import type { DeskDryRunQuery, DeskDryRunQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { sayingOf } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { Panel } from '../parts/Panel';
import { pathOf } from '../parts/kinds';
import { inOneTongue } from '../parts/tongue';
import { useWords } from '../text';
import { count } from '../text/format';
import text from './dry_run.graphql?raw';
import { unitOf, type KnownModel } from './found';
import { Plot } from './Plot';
import { readValue, writtenOf } from './trial';

const DRY_RUN = operation<DeskDryRunQuery, DeskDryRunQueryVariables>(text);

type Ran = NonNullable<DeskDryRunQuery['modelDryRun']>;

/** Lets one run a model with other numbers, which writes nothing, and see what each value of one of them would have given. */
export function DryRun({ model }: { model: KnownModel }) {
  const words = useWords();
  const { t, language } = words;
  const client = useClient();
  const [written, setWritten] = useState<Record<string, string>>({});
  const [ran, setRan] = useState<Ran | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  const [busy, setBusy] = useState(false);
  const values = model.parameters.map((each) => ({ each, value: readValue(written[each.name] ?? writtenOf(each), each) }));
  const settings = values.flatMap(({ each, value }) => (value !== null && each.name in written ? [{ name: each.name, value }] : []));
  const run = async () => {
    setBusy(true);
    setFault(null);
    const { data, error } = await client.query(DRY_RUN, { model: model.model, parameters: settings }, { requestPolicy: 'network-only' });
    setRan(data?.modelDryRun ?? null);
    setFault(data ? null : (error ?? null));
    setBusy(false);
  };
  return (
    <Panel title={t('dry.title')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p className="small soft">{t('dry.told')}</p>
        {values.map(({ each, value }) => (
          <label key={each.name} className="dry-value">
            <span>
              {inOneTongue(each.about, language)} <span className="soft small">{unitOf(each.unit, words)}</span>
            </span>
            <Input
              value={written[each.name] ?? writtenOf(each)}
              status={value === null ? 'error' : ''}
              onChange={(event) => setWritten({ ...written, [each.name]: event.target.value })}
            />
          </label>
        ))}
        <div className="bar">
          <Button htmlType="submit" type="primary" loading={busy} disabled={values.some(({ value }) => value === null)}>
            {t('dry.run')}
          </Button>
          <Button disabled={busy || Object.keys(written).length === 0} onClick={() => setWritten({})}>
            {t('dry.usual')}
          </Button>
        </div>
      </form>
      {fault && <Alert type="error" showIcon title={t(sayingOf(fault))} />}
      {ran && <Found ran={ran} />}
      <Plot model={model} settings={settings} />
      {model.parameters.length === 0 && !ran && <p className="soft small">{t('models.noParameters')}</p>}
      <p className="unseen" role="status">
        {ran ? t('dry.counted', { found: count(ran.found, language), fresh: count(ran.fresh, language), gone: count(ran.gone, language) }) : ''}
      </p>
    </Panel>
  );
}

function Found({ ran }: { ran: Ran }) {
  const { t, language } = useWords();
  if (ran.found + ran.gone === 0) return <Nothing title={t('dry.nothing')}>{t('dry.nothingMend')}</Nothing>;
  return (
    <div className="dry-found">
      <p className="dry-counts numbers">
        {t('dry.counted', { found: count(ran.found, language), fresh: count(ran.fresh, language), gone: count(ran.gone, language) })}
      </p>
      {ran.hits.length > 0 && (
        <ol className="evidence">
          {ran.hits.map((hit) => (
            <li key={hit.key}>
              {hit.isFresh && <strong>{t('dry.fresh')} </strong>}
              {language === 'zh' ? hit.sentenceZh : hit.sentence}{' '}
              {hit.records.slice(0, 3).map((record) => (
                <Link key={record.id} className="small" to={pathOf(record.__typename, record.id)}>
                  {record.caption}{' '}
                </Link>
              ))}
            </li>
          ))}
        </ol>
      )}
      {ran.found > ran.hits.length && <p className="soft small">{t('dry.most', { count: ran.hits.length })}</p>}
      {ran.goneAlerts.length > 0 && (
        <>
          <h3>{t('dry.gone')}</h3>
          <ul className="rows tight">
            {ran.goneAlerts.map((each) => (
              <li key={each.id}>
                <Link to={pathOf('Alert', each.id)}>{`${each.number ?? ''} ${each.caption}`}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
