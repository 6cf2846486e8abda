import type {
  DeskAccessQuery,
  DeskAccessQueryVariables,
  DeskWorklistQuery,
  DeskWorklistQueryVariables,
} from '#asked';
import { operation } from '../app/operation';
import accessText from './access.graphql?raw';
import workText from './worklist.graphql?raw';

export const WORK = operation<DeskWorklistQuery, DeskWorklistQueryVariables>(workText);
export const ACCESS = operation<DeskAccessQuery, DeskAccessQueryVariables>(accessText);

export type Worklist = DeskWorklistQuery['worklist'];
export type WorkItem = Worklist['nodes'][number];
export type AccessAsked = DeskAccessQuery['accessRequests']['nodes'][number];
