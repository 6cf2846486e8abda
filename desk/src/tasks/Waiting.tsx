import { Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { DeskTaskWorkQuery, DeskTaskWorkQueryVariables } from '#asked';
import { operation } from '../app/operation';
import { MoreButton } from '../lists/MoreButton';
import { RowTable } from '../lists/RowTable';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { day } from '../text/format';
import { pathOfTask } from './task';
import text from './waiting.graphql?raw';

const WAITING = operation<DeskTaskWorkQuery, DeskTaskWorkQueryVariables>(text);
type Row = DeskTaskWorkQuery['taskWorklist']['nodes'][number];
const URGENT = new Set(['LATE', 'ESCALATED']);

/** The tasks that wait for the officer, by their last day. */
export function Waiting() {
  const { t, value, language } = useWords();
  const [first, setFirst] = useState(20);
  const [state, again] = useQuery({ query: WAITING, variables: { first } });
  return (
    <Asked state={state} again={again} rows={8}>
      {({ taskWorklist: found }) => (
        <section className="panel" aria-label={t('tasks.waiting')}>
          <RowTable<Row>
            rows={found.nodes}
            rowKey={({ id }) => id}
            path={({ id }) => pathOfTask(id)}
            paged={false}
            empty={<Nothing title={t('tasks.noneWaiting')}>{t('tasks.noneWaitingMend')}</Nothing>}
            columns={[
              { title: t('column.kind'), width: 120, render: (_, row) => value('TaskKind', row.kind) },
              { title: t('column.name'), render: (_, row) => <Link to={pathOfTask(row.id)}>{row.title}</Link> },
              { title: t('tasks.unit'), width: 200, render: (_, row) => row.unit?.caption },
              {
                title: t('tasks.why'),
                width: 220,
                render: (_, row) =>
                  row.kinds.map((kind) => (
                    <Tag key={kind} color={URGENT.has(kind) ? 'red' : 'default'}>
                      {t(`work.${kind}`)}
                    </Tag>
                  )),
              },
              {
                title: t('task.due'),
                width: 230,
                render: (_, { deadline }) =>
                  deadline && (
                    <span title={deadline.rule} className={deadline.state === 'OVERDUE' ? 'task-over' : ''}>
                      <span className="numbers">{day(deadline.dueOn, language)}</span> <span className="small soft">{language === 'zh' ? deadline.title : deadline.titleEn}</span>
                    </span>
                  ),
              },
            ]}
          />
          <MoreButton page={found.pageInfo} shown={first} more={setFirst} busy={state.fetching} />
        </section>
      )}
    </Asked>
  );
}
