import type {
  DeskClueLifeQuery,
  DeskClueLifeQueryVariables,
  DeskCustodyQuery,
  DeskCustodyQueryVariables,
  DeskMatterQuery,
  DeskMatterQueryVariables,
  DeskMentionsQuery,
  DeskMentionsQueryVariables,
} from '#asked';
import { operation } from '../app/operation';
import custodyText from './custody.graphql?raw';
import lifeText from './life.graphql?raw';
import matterText from './matter.graphql?raw';
import mentionsText from './mentions.graphql?raw';

/** A matter is asked for in four parts, each of which is shown as soon as it is there. */
export const MATTER = operation<DeskMatterQuery, DeskMatterQueryVariables>(matterText);
export const MENTIONS = operation<DeskMentionsQuery, DeskMentionsQueryVariables>(mentionsText);
export const CUSTODY = operation<DeskCustodyQuery, DeskCustodyQueryVariables>(custodyText);
export const LIFE = operation<DeskClueLifeQuery, DeskClueLifeQueryVariables>(lifeText);

export type FoundMatter = Extract<NonNullable<DeskMatterQuery['node']>, { names: unknown }>;
export type FoundClue = Extract<FoundMatter, { __typename: 'Clue' }>;
export type Mention = Extract<NonNullable<DeskMentionsQuery['node']>, { mentions: unknown }>['mentions'][number];
export type FoundCustody = Extract<NonNullable<DeskCustodyQuery['node']>, { handledBy: unknown }>;
export type ClueLife = Extract<NonNullable<DeskClueLifeQuery['node']>, { stage: unknown }>;
export type AllowedAct = ClueLife['allowedActions'][number];
