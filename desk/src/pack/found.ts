import type { DeskRoundsQuery, DeskRoundsQueryVariables, DeskUnitPackQuery, DeskUnitPackQueryVariables } from '#asked';
import { operation } from '../app/operation';
import packText from './pack.graphql?raw';
import roundsText from './rounds.graphql?raw';

export const PACK = operation<DeskUnitPackQuery, DeskUnitPackQueryVariables>(packText);
export const ROUNDS = operation<DeskRoundsQuery, DeskRoundsQueryVariables>(roundsText);

export type FoundPack = DeskUnitPackQuery['unitPack'];
export type Round = DeskRoundsQuery['inspectionRounds']['nodes'][number];
export type Finding = FoundPack['findings'][number];
export type Issue = FoundPack['issues'][number];
export type Problem = Finding | Issue;

/** A matter that is only named: where it leads, and what to call it in a cell. */
export interface Named {
  __typename: string;
  id: string;
  number: string | null;
  caption: string;
}
