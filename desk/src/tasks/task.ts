import type {
  DeskRecommendationQuery, DeskRecommendationQueryVariables, DeskSupervisionListQuery, DeskSupervisionListQueryVariables, DeskSweepQuery,
  DeskSweepQueryVariables, DeskTicketQuery, DeskTicketQueryVariables,
} from '#asked'; // prettier-ignore
import { operation } from '../app/operation';
import listText from './supervision_list.graphql?raw';
import recommendationText from './recommendation.graphql?raw';
import sweepText from './sweep.graphql?raw';
import ticketText from './ticket.graphql?raw';

export const ONE = {
  Recommendation: operation<DeskRecommendationQuery, DeskRecommendationQueryVariables>(recommendationText),
  Sweep: operation<DeskSweepQuery, DeskSweepQueryVariables>(sweepText),
  SupervisionList: operation<DeskSupervisionListQuery, DeskSupervisionListQueryVariables>(listText),
  Ticket: operation<DeskTicketQuery, DeskTicketQueryVariables>(ticketText),
};
export type TaskKind = keyof typeof ONE;

const PREFIXES: Record<string, TaskKind> = { recommendation: 'Recommendation', sweep: 'Sweep', supervisionlist: 'SupervisionList', ticket: 'Ticket' };

/** What kind of task an id is of; nothing where it is of none. */
export function kindOf(id: string): TaskKind | undefined {
  return PREFIXES[id.split('_')[0] ?? ''];
}

export function pathOfTask(id: string): string {
  return `/task/${encodeURIComponent(id)}`;
}

type Answered = DeskRecommendationQuery | DeskSweepQuery | DeskSupervisionListQuery | DeskTicketQuery;
type Recommendation = NonNullable<DeskRecommendationQuery['recommendation']>;
type Sweep = NonNullable<DeskSweepQuery['sweep']>;
type SupervisionList = NonNullable<DeskSupervisionListQuery['supervisionList']>;
export type TicketTold = Extract<NonNullable<DeskTicketQuery['node']>, { __typename: 'Ticket' }>;

export type Deadline = Recommendation['deadlines'][number];
export type AllowedAct = Recommendation['allowedActions'][number];
export type TaskStep = Recommendation['steps'][number];
export type TaskItem = (Recommendation | Sweep | SupervisionList)['items'][number];

/** A task of whichever kind, as the page shows it; what only one kind has stands in `own`. */
export interface Task {
  kind: TaskKind;
  id: string;
  title: string;
  stage: string;
  heldBy: string | null;
  unit: { id: string; caption: string } | null;
  deadlines: readonly Deadline[];
  allowedActions: readonly AllowedAct[];
  steps: readonly TaskStep[];
  items: readonly TaskItem[];
  own: Recommendation | Sweep | SupervisionList | TicketTold;
}

/** The task in an answer, or nothing where it is not there or not open to this officer. */
export function taskOf(answer: Answered, kind: TaskKind): Task | null {
  if (kind === 'Ticket') {
    const ticket = 'node' in answer && answer.node?.__typename === 'Ticket' ? answer.node : null;
    if (!ticket?.life) return null;
    const { life } = ticket;
    return { kind, id: ticket.id, title: ticket.caption, ...life, heldBy: life.heldBy, unit: life.unit, items: [], own: ticket };
  }
  const [own] = Object.values(answer) as (Recommendation | Sweep | SupervisionList | null)[];
  if (!own) return null;
  return { kind, id: own.id, title: own.title, stage: own.stage, heldBy: own.heldBy, unit: 'unit' in own ? own.unit : null, deadlines: own.deadlines, allowedActions: own.allowedActions, steps: own.steps, items: own.items, own };
}
