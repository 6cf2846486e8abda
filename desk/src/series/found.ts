import type { DeskSeriesListQuery, DeskSeriesListQueryVariables } from '#asked';
import { operation } from '../app/operation';
import listText from './list.graphql?raw';

export const SERIES_LIST = operation<DeskSeriesListQuery, DeskSeriesListQueryVariables>(listText);
