import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { DeskInterventionsQuery, DeskInterventionsQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { MoreButton } from '../lists/MoreButton';
import { RowTable } from '../lists/RowTable';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { pathOf } from '../parts/kinds';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { day } from '../text/format';
import { NewIntervention } from './acts/NewIntervention';
import text from './interventions.graphql?raw';

const REGISTER = operation<DeskInterventionsQuery, DeskInterventionsQueryVariables>(text);
type Row = DeskInterventionsQuery['interventions']['nodes'][number];

/** The register of who asked about what: one's own records, and those that one may read; it only grows. */
export function Interventions() {
  const { t, value, language } = useWords();
  const staff = useStaff();
  const [first, setFirst] = useState(20);
  const [state, ask] = useQuery({ query: REGISTER, variables: { first } });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <div className="stack">
      <NewIntervention done={again} />
      <Asked state={state} again={again} rows={6}>
        {({ interventions: found }) => (
          <section className="panel">
            <RowTable<Row>
              rows={found.nodes}
              rowKey={({ id }) => id}
              paged={false}
              empty={<Nothing title={t('tasks.noneAsked')}>{t('tasks.noneAskedMend')}</Nothing>}
              columns={[
                { title: t('asked.on'), width: 120, className: 'numbers', render: (_, row) => day(row.askedOn, language) },
                {
                  title: t('asked.by'),
                  width: 200,
                  render: (_, row) => (
                    <>
                      {row.askedBy} <span className="soft small">{row.askedByPost}</span>
                    </>
                  ),
                },
                { title: t('asked.way'), width: 140, render: (_, row) => value('InterventionWay', row.way) },
                {
                  title: t('asked.what'),
                  render: (_, row) => (
                    <>
                      {row.asked}
                      {row.answered && <p className="soft small">{t('asked.answeredTold', { text: row.answered })}</p>}
                    </>
                  ),
                },
                { title: t('asked.matter'), width: 200, render: (_, row) => row.matter && <Link to={pathOf(row.matter.__typename, row.matter.id)}>{row.matter.number ?? row.matter.caption}</Link> },
                { title: t('asked.officer'), width: 110, render: (_, row) => staff.officer(row.by) },
              ]}
            />
            <MoreButton page={found.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
          </section>
        )}
      </Asked>
    </div>
  );
}
