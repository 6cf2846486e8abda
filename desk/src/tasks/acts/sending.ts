import type { TypedDocumentNode } from 'urql';
import { operation } from '../../app/operation';
import type { TaskKind } from '../task';
import listText from './supervision_list.graphql?raw';
import recommendationText from './recommendation.graphql?raw';
import sweepText from './sweep.graphql?raw';
import ticketText from './ticket.graphql?raw';

type Act = TypedDocumentNode<Record<string, { __typename: string; id?: string; message?: string; mend?: string }>, Record<string, unknown>>;

/** The mutation by which each kind of task is carried on. */
export const ACTS: Record<TaskKind, Act> = {
  Recommendation: operation(recommendationText),
  Sweep: operation(sweepText),
  SupervisionList: operation(listText),
  Ticket: operation(ticketText),
};
