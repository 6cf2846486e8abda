import { Alert, Button, Input, Segmented, Table } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useQuery } from 'urql';
import type { DeskLookupQuery, DeskLookupQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { Asked } from '../parts/Asked';
import { NodeLink } from '../parts/NodeLink';
import { Nothing } from '../parts/Nothing';
import { PersonAside } from '../parts/PersonAside';
import { csvOf, save } from '../parts/saving';
import { useMark } from '../parts/useMark';
import { useTitle } from '../parts/useTitle';
import { useWords } from '../text';
import text from './lookup.graphql?raw';
import { pastedValues } from './pasted';

const LOOKUP = operation<DeskLookupQuery, DeskLookupQueryVariables>(text);
const MOST = 10_000;
const OUTCOMES = ['ALL', 'EXACT', 'SEVERAL', 'COMPATIBLE', 'NONE'] as const;

type Row = DeskLookupQuery['lookup'][number];

/** A pasted list as a table of hits, misses and doubtful ones. The list is kept in memory only. */
export default function LookupPage() {
  const words = useWords();
  const { t } = words;
  useTitle(t('lookup.title'));
  const given = (useLocation().state as { values?: string[] } | null)?.values ?? [];
  const [typed, setTyped] = useState(given.join('\n'));
  const [asked, setAsked] = useState(given);
  const values = asked.slice(0, MOST);
  const [state, again] = useQuery({ query: LOOKUP, variables: { values }, pause: values.length === 0 });
  return (
    <div className="stack">
      <div className="bar">
        <h1>{t('lookup.title')}</h1>
        <span className="soft">{t('lookup.about')}</span>
      </div>
      <form
        className="panel panel-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(pastedValues(typed));
        }}
      >
        <Input.TextArea
          aria-label={t('lookup.label')}
          placeholder={t('lookup.placeholder')}
          rows={5}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="bar">
          <Button type="primary" htmlType="submit" disabled={!typed.trim()} loading={state.fetching}>
            {t('lookup.compare')}
          </Button>
          <span className="soft numbers">{t('lookup.given', { count: pastedValues(typed).length })}</span>
        </div>
      </form>
      {asked.length > MOST && <Alert type="warning" showIcon title={t('lookup.most', { count: MOST })} />}
      {values.length === 0 ? (
        <Nothing title={t('lookup.empty')}>{t('lookup.emptyMend')}</Nothing>
      ) : (
        <Asked state={state} again={again}>
          {({ lookup }) => <Compared rows={lookup} />}
        </Asked>
      )}
    </div>
  );
}

function Compared({ rows }: { rows: readonly Row[] }) {
  const { t, value, field } = useWords();
  const mark = useMark();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('ALL');
  const shown = useMemo(() => rows.filter((row) => outcome === 'ALL' || row.outcome === outcome), [rows, outcome]);
  const found = [...new Set(shown.flatMap((row) => row.matches.map(({ node }) => node.id)))];
  const counted = (each: string) => (each === 'ALL' ? rows.length : rows.filter((row) => row.outcome === each).length);
  const label = (each: (typeof OUTCOMES)[number]) => (each === 'ALL' ? t('lookup.all') : value('LookupOutcome', each));
  return (
    <section className="panel" aria-label={t('lookup.title')}>
      <div className="panel-head bar">
        <Segmented
          value={outcome}
          onChange={setOutcome}
          options={OUTCOMES.map((each) => ({ value: each, label: `${label(each)} ${counted(each)}` }))}
        />
        <span className="panel-more bar">
          <Link to={`/graph?of=${found.slice(0, 40).join(',')}`} aria-disabled={found.length === 0}>
            {t('graph.openThese')}
          </Link>
          <Button
            onClick={() =>
              save(
                csvOf(
                  shown.map((row) => [row.given, label(row.outcome), ...row.matches.map(({ node }) => node.caption)]),
                  mark(),
                ),
                'text/csv',
                'csv',
              )
            }
          >
            {t('save.csv')}
          </Button>
        </span>
      </div>
      <Table<Row>
        rowKey={(row) => row.given}
        dataSource={[...shown]}
        size="small"
        virtual={shown.length > 100}
        scroll={{ y: 560 }}
        pagination={false}
        locale={{ emptyText: <Nothing title={t('lookup.noneOfThese')} /> }}
        columns={[
          { title: t('lookup.value'), dataIndex: 'given', width: 260 },
          { title: t('lookup.outcome'), dataIndex: 'outcome', width: 240, render: (each: string) => value('LookupOutcome', each) },
          {
            title: t('lookup.matches'),
            dataIndex: 'matches',
            render: (matches: Row['matches']) => (
              <span className="bar">
                {matches.slice(0, 5).map((match) => (
                  <span key={match.node.id} className="bar">
                    <NodeLink typename={match.node.__typename} id={match.node.id} caption={match.node.caption} />
                    {match.node.__typename === 'Person' && <PersonAside person={match.node} />}
                    <span className="soft small">
                      {field(match.node.__typename, match.field)}
                      {match.isCompatible && ` · ${t('lookup.masked')}`}
                    </span>
                  </span>
                ))}
                {matches.length > 5 && <span className="soft">{t('lookup.further', { count: matches.length - 5 })}</span>}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}
