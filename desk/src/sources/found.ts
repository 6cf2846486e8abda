import type {
  DeskLoadsQuery,
  DeskLoadsQueryVariables,
  DeskRejectsQuery,
  DeskRejectsQueryVariables,
  DeskSourcesQuery,
  DeskSourcesQueryVariables,
} from '#asked';
import { operation } from '../app/operation';
import loadsText from './loads.graphql?raw';
import rejectsText from './rejects.graphql?raw';
import sourcesText from './sources.graphql?raw';

export const SOURCES = operation<DeskSourcesQuery, DeskSourcesQueryVariables>(sourcesText);
export const LOADS = operation<DeskLoadsQuery, DeskLoadsQueryVariables>(loadsText);
export const REJECTS = operation<DeskRejectsQuery, DeskRejectsQueryVariables>(rejectsText);

export type Source = DeskSourcesQuery['sources']['nodes'][number];
export type Load = DeskLoadsQuery['loads']['nodes'][number];
