import type {
  DeskEntityQuery,
  DeskEntityQueryVariables,
  DeskNamedInQuery,
  DeskNamedInQueryVariables,
  DeskPersonTiesQuery,
  DeskPersonTiesQueryVariables,
  DeskTeamTiesQuery,
  DeskTeamTiesQueryVariables,
  DeskUnitTiesQuery,
  DeskUnitTiesQueryVariables,
} from '#asked';
import { operation } from '../app/operation';
import entityText from './entity.graphql?raw';
import namedText from './named.graphql?raw';
import personText from './person.graphql?raw';
import teamText from './team.graphql?raw';
import unitText from './unit.graphql?raw';

/** A thing is asked for in parts, each of which is shown as soon as it is there. */
export const ENTITY = operation<DeskEntityQuery, DeskEntityQueryVariables>(entityText);
export const NAMED_IN = operation<DeskNamedInQuery, DeskNamedInQueryVariables>(namedText);
export const PERSON = operation<DeskPersonTiesQuery, DeskPersonTiesQueryVariables>(personText);
export const TEAM = operation<DeskTeamTiesQuery, DeskTeamTiesQueryVariables>(teamText);
export const UNIT = operation<DeskUnitTiesQuery, DeskUnitTiesQueryVariables>(unitText);

export type FoundNode = NonNullable<DeskEntityQuery['node']>;
export type PersonTies = Extract<NonNullable<DeskPersonTiesQuery['node']>, { posts: unknown }>;
export type FoundTeam = Extract<NonNullable<DeskTeamTiesQuery['node']>, { members: unknown }>;
export type UnitTies = Extract<NonNullable<DeskUnitTiesQuery['node']>, { postHolders: unknown }>;
export type NamedIn = Extract<NonNullable<DeskNamedInQuery['node']>, { namedIn: unknown }>['namedIn'];
