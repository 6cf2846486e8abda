import { Button, Segmented, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { AlertOrder, AlertState, Severity } from '#asked';
import { KeysAbout } from '../lists/KeysAbout';
import { Asked } from '../parts/Asked';
import { inOneTongue } from '../parts/tongue';
import { useAddress } from '../parts/useAddress';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import { AlertDrawer } from './AlertDrawer';
import { AlertTable } from './AlertTable';
import { ALERTS, COUNTS, MODELS, type Groups, type Model } from './found';
import './alerts.css';

const STATES: readonly AlertState[] = ['OPEN', 'TO_UNIT', 'TO_CLUE', 'DISMISSED'];
const ORDERS = ['NEWEST', 'OLDEST', 'AMOUNT'] as const satisfies readonly AlertOrder[];
const SEVERITIES: readonly Severity[] = ['HIGH', 'MEDIUM', 'LOW'];
const STEP = 50;
const MOST = 1000; // rows of one answer

/** Alerts to be checked at a desk, narrowed by state, model and severity; a row opens beside the table. Filters stand in the address. */
export default function AlertsPage() {
  const { t } = useWords();
  useTitle(t('alerts.title'));
  const [address, change] = useAddress();
  const [first, setFirst] = useState(STEP);
  const stated = STATES.find((each) => each === address.get('state')) ?? 'OPEN';
  const order = ORDERS.find((each) => each === address.get('order')) ?? 'NEWEST';
  const [model, severity, opened] = [address.get('model'), address.get('severity') as Severity | null, address.get('alert')];
  const filter = { state: [stated], model: model ? [model] : null, severity: severity ? [severity] : null };
  const [state, again] = useQuery({ query: ALERTS, variables: { filter, orderBy: order, first } });
  const [counts, countAgain] = useQuery({ query: COUNTS, variables: { filter: { state: [stated] } } });
  const [{ data: known }] = useQuery({ query: MODELS, requestPolicy: 'cache-first' });
  const states = counts.data && new Map(counts.data.all.states.groups.map(({ keys, count }) => [keys[0]?.value, count]));
  const many = (value: AlertState) => states && (states.get(value) ?? 0);
  const models = new Map<string, Model>(known?.models.map((each) => [each.model, each]));
  const checked = () => {
    again({ requestPolicy: 'network-only' });
    countAgain({ requestPolicy: 'network-only' });
  };
  return (
    <div className="alerts-page">
      <Narrowing counts={counts.data} models={models} model={model} severity={severity} change={change} />
      <section aria-label={t('alerts.title')}>
        <div className="bar">
          <h1>{t('alerts.title')}</h1>
          <Link to="/models">{t('models.title')}</Link>
          <Segmented
            value={stated}
            onChange={(value) => change('state', value === 'OPEN' ? null : value)}
            options={STATES.map((value) => ({ value, label: <StateName state={value} many={many(value)} /> }))}
          />
          <Select
            className="alerts-order"
            aria-label={t('alerts.order')}
            value={order}
            onChange={(value) => change('order', value === 'NEWEST' ? null : value)}
            options={ORDERS.map((value) => ({ value, label: t(`alerts.order.${value}`) }))}
          />
        </div>
        <KeysAbout />
        <Asked state={state} again={again} rows={12}>
          {({ alerts }) => (
            <>
              <AlertTable rows={alerts.nodes} models={models} opened={opened} open={(id) => change('alert', id)} />
              {alerts.pageInfo.hasNextPage && first < MOST && (
                <Button block loading={state.fetching} onClick={() => setFirst(Math.min(MOST, first + STEP))}>
                  {t('alerts.more', { shown: alerts.nodes.length, count: alerts.totalCount })}
                </Button>
              )}
            </>
          )}
        </Asked>
      </section>
      {opened && <AlertDrawer key={opened} id={opened} models={models} close={() => change('alert', null)} checked={checked} />}
    </div>
  );
}

function StateName({ state, many }: { state: AlertState; many: number | undefined }) {
  const { value } = useWords();
  return (
    <>
      {value('AlertState', state)} {many !== undefined && <span className="panel-count">{many}</span>}
    </>
  );
}

interface NarrowingProps {
  counts: { narrowed: { models: { groups: Groups }; severities: { groups: Groups } } } | undefined;
  models: ReadonlyMap<string, Model>;
  model: string | null;
  severity: Severity | null;
  change: (name: string, value: string | null) => void;
}

/** What the alerts may be narrowed to, with how many there are of each. */
function Narrowing({ counts, models, model, severity, change }: NarrowingProps) {
  const { t, value, language } = useWords();
  const bySeverity = new Map(counts?.narrowed.severities.groups.map(({ keys, count }) => [keys[0]?.value, count]));
  const nameOf = (id: string) => inOneTongue(models.get(id)?.title ?? id, language);
  return (
    <aside aria-label={t('search.narrow')}>
      <h2>{t('alerts.severity')}</h2>
      {SEVERITIES.filter((each) => bySeverity.get(each)).map((each) => (
        <Button
          key={each}
          type={severity === each ? 'primary' : 'text'}
          aria-pressed={severity === each}
          block
          className="narrow"
          onClick={() => change('severity', severity === each ? null : each)}
        >
          <span>{value('Severity', each)}</span>
          <span className="numbers">{bySeverity.get(each)}</span>
        </Button>
      ))}
      <h2>{t('alerts.model')}</h2>
      {(counts?.narrowed.models.groups ?? []).map(({ keys, count }) => {
        const id = keys[0]?.value;
        if (!id) return null;
        return (
          <Button
            key={id}
            type={model === id ? 'primary' : 'text'}
            aria-pressed={model === id}
            block
            className="narrow"
            title={nameOf(id)}
            onClick={() => change('model', model === id ? null : id)}
          >
            <span className="alerts-model">
              <Tag>{id}</Tag>
              {nameOf(id)}
            </span>
            <span className="numbers">{count}</span>
          </Button>
        );
      })}
    </aside>
  );
}
