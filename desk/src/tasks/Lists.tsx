import { Tag, type TableColumnsType } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery, type TypedDocumentNode } from 'urql';
import type {
  DeskTaskRecommendationsQuery, DeskTaskRecommendationsQueryVariables, DeskTaskSupervisionListsQuery, DeskTaskSupervisionListsQueryVariables,
  DeskTaskSweepsQuery, DeskTaskSweepsQueryVariables, DeskTaskTicketsQuery, DeskTaskTicketsQueryVariables,
} from '#asked'; // prettier-ignore
import { operation } from '../app/operation';
import { MoreButton } from '../lists/MoreButton';
import { RowTable } from '../lists/RowTable';
import { Asked } from '../parts/Asked';
import { Nothing } from '../parts/Nothing';
import { useStaff } from '../parts/useStaff';
import { useWords } from '../text';
import { count, day } from '../text/format';
import { NewTask } from './acts/NewTask';
import recommendationsText from './recommendations.graphql?raw';
import listsText from './supervision_lists.graphql?raw';
import sweepsText from './sweeps.graphql?raw';
import { pathOfTask, type TaskKind } from './task';
import ticketsText from './tickets.graphql?raw';

const RECOMMENDATIONS = operation<DeskTaskRecommendationsQuery, DeskTaskRecommendationsQueryVariables>(recommendationsText);
const SWEEPS = operation<DeskTaskSweepsQuery, DeskTaskSweepsQueryVariables>(sweepsText);
const LISTS = operation<DeskTaskSupervisionListsQuery, DeskTaskSupervisionListsQueryVariables>(listsText);
const TICKETS = operation<DeskTaskTicketsQuery, DeskTaskTicketsQueryVariables>(ticketsText);

interface Found<Row> {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean };
}

interface Props<Answer, Row> {
  asks: TypedDocumentNode<Answer, { first?: number | null }>;
  of: (answer: Answer) => Found<Row>;
  columns: TableColumnsType<Row>;
  above?: ReactNode;
}

/** A list of tasks of one kind, newest first; a row leads to the task. */
function ListOf<Answer, Row extends { id: string }>({ asks, of, columns, above }: Props<Answer, Row>) {
  const { t } = useWords();
  const [first, setFirst] = useState(20);
  const [state, again] = useQuery({ query: asks as TypedDocumentNode<Answer, Record<string, unknown>>, variables: { first } });
  return (
    <div className="stack">
      {above}
      <Asked state={state} again={again} rows={8}>
        {(answer) => (
          <section className="panel">
            <RowTable<Row>
              rows={of(answer).nodes}
              rowKey={({ id }) => id}
              path={({ id }) => pathOfTask(id)}
              paged={false}
              empty={<Nothing title={t('tasks.none')}>{t('tasks.noneMend')}</Nothing>}
              columns={columns}
            />
            <MoreButton page={of(answer).pageInfo} shown={first} more={setFirst} busy={state.fetching} />
          </section>
        )}
      </Asked>
    </div>
  );
}

interface Common {
  id: string;
  title: string;
  stage: string;
  heldBy: string;
  madeAt: string;
  closedOn?: string | null;
  unit?: { caption: string } | null;
}

function useColumns<Row extends Common>(kind: TaskKind, ...more: TableColumnsType<Row>): TableColumnsType<Row> {
  const { t, value, language } = useWords();
  const staff = useStaff();
  return [
    { title: t('column.name'), render: (_, row) => <Link to={pathOfTask(row.id)}>{row.title}</Link> },
    ...(kind === 'Sweep' ? [] : [{ title: t('tasks.unit'), width: 200, render: (_: unknown, row: Row) => row.unit?.caption }]),
    { title: t('column.stage'), width: 190, render: (_, row) => <Tag color={row.closedOn ? 'default' : 'blue'}>{value(`${kind}Stage`, row.stage)}</Tag> },
    ...more,
    { title: t('tasks.team'), width: 160, render: (_, row) => staff.team(row.heldBy) },
    { title: t('tasks.made'), width: 130, className: 'numbers', render: (_, row) => day(row.madeAt, language) },
  ];
}

export function RecommendationsOf() {
  const { t, value } = useWords();
  type Row = DeskTaskRecommendationsQuery['recommendations']['nodes'][number];
  const columns = useColumns<Row>('Recommendation', { title: t('acts.adopted'), width: 120, render: (_, row) => value('Adoption', row.adopted) });
  return <ListOf asks={RECOMMENDATIONS} of={({ recommendations }) => recommendations} columns={columns} above={<NewTask kind="Recommendation" />} />;
}

export function SweepsOf() {
  const { t, language } = useWords();
  type Row = DeskTaskSweepsQuery['sweeps']['nodes'][number];
  const numbers = (['toCheck', 'found', 'fixed', 'peopleAffected'] as const).map((key) => ({
    title: t(`tasks.${key}`),
    width: 105,
    align: 'right' as const,
    className: 'numbers',
    render: (_: unknown, row: Row) => count(row[key], language),
  }));
  return <ListOf asks={SWEEPS} of={({ sweeps }) => sweeps} columns={useColumns<Row>('Sweep', ...numbers)} above={<NewTask kind="Sweep" />} />;
}

export function ListsOf() {
  const { t, language } = useWords();
  type Row = DeskTaskSupervisionListsQuery['supervisionLists']['nodes'][number];
  const numbers = (['toCheck', 'good', 'problems'] as const).map((key) => ({
    title: t(`tasks.${key}`),
    width: 105,
    align: 'right' as const,
    className: 'numbers',
    render: (_: unknown, row: Row) => count(row[key], language),
  }));
  return <ListOf asks={LISTS} of={({ supervisionLists }) => supervisionLists} columns={useColumns<Row>('SupervisionList', ...numbers)} above={<NewTask kind="SupervisionList" />} />;
}

export function TicketsOf() {
  const { t, value, language } = useWords();
  type Row = DeskTaskTicketsQuery['tickets']['nodes'][number];
  const columns: TableColumnsType<Row> = [
    { title: t('column.number'), width: 160, className: 'numbers', dataIndex: 'number' },
    { title: t('column.name'), render: (_, row) => <Link to={pathOfTask(row.id)}>{row.caption}</Link> },
    { title: t('task.problem'), width: 180, render: (_, row) => value('Problem', row.problem) },
    { title: t('column.stage'), width: 190, render: (_, row) => row.life && <Tag color="blue">{value('TicketStage', row.life.stage)}</Tag> },
    { title: t('tasks.held'), width: 160, render: (_, row) => row.life?.heldBy },
    { title: t('task.askedAt'), width: 130, className: 'numbers', render: (_, row) => day(row.askedAt, language) },
  ];
  return <ListOf asks={TICKETS} of={({ tickets }) => tickets} columns={columns} />;
}
