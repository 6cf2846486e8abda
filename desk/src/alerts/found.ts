import type {
  DeskAlertCountsQuery,
  DeskAlertCountsQueryVariables,
  DeskAlertQuery,
  DeskAlertQueryVariables,
  DeskAlertsQuery,
  DeskAlertsQueryVariables,
  DeskModelScoresQuery,
  DeskModelScoresQueryVariables,
  DeskModelsQuery,
  DeskModelsQueryVariables,
} from '#asked';
import { operation } from '../app/operation';
import alertText from './alert.graphql?raw';
import alertsText from './alerts.graphql?raw';
import countsText from './counts.graphql?raw';
import modelsText from './models.graphql?raw';
import scoresText from './scores.graphql?raw';

export const ALERTS = operation<DeskAlertsQuery, DeskAlertsQueryVariables>(alertsText);
export const COUNTS = operation<DeskAlertCountsQuery, DeskAlertCountsQueryVariables>(countsText);
export const MODELS = operation<DeskModelsQuery, DeskModelsQueryVariables>(modelsText);
export const SCORES = operation<DeskModelScoresQuery, DeskModelScoresQueryVariables>(scoresText);
export const ALERT = operation<DeskAlertQuery, DeskAlertQueryVariables>(alertText);

export type Row = DeskAlertsQuery['alerts']['nodes'][number];
export type FoundAlert = NonNullable<DeskAlertQuery['alert']>;
export type Model = DeskModelsQuery['models'][number];
export type Groups = DeskAlertCountsQuery['narrowed']['models']['groups'];
