import type { DeskModelListQuery, DeskModelListQueryVariables, DeskRaisedQuery, DeskRaisedQueryVariables } from '#asked';
import { operation } from '../app/operation';
import type { TextKey, Words } from '../text';
import listText from './model_list.graphql?raw';
import raisedText from './raised.graphql?raw';

export const MODEL_LIST = operation<DeskModelListQuery, DeskModelListQueryVariables>(listText);
export const RAISED = operation<DeskRaisedQuery, DeskRaisedQueryVariables>(raisedText);

export type KnownModel = DeskModelListQuery['models'][number];
export type Score = DeskModelListQuery['modelScoreboard'][number];

export const COLOURS: Record<string, string> = { HIGH: 'red', MEDIUM: 'orange', LOW: 'default' };

export function pathOfModel(model: string): string {
  return `/models/${encodeURIComponent(model)}`;
}

/** The numbers of a run, from the JSON that the alerts keep. */
export function numbersOf(json: string | null | undefined): Record<string, unknown> {
  try {
    return JSON.parse(json ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A default as the model's file states it: JSON where it is, else its own letters. */
export function statedOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A value as people read it: a list as its words, a number with what it counts in. */
export function told(value: unknown, unit: string, words: Words): string {
  if (Array.isArray(value)) return value.join(words.language === 'zh' ? '、' : ', ');
  return `${String(value)} ${unitOf(unit, words)}`.trim();
}

/** What a number counts in; a model of one's own may count in what the catalogues do not know. */
export function unitOf(unit: string, { t }: Words): string {
  const key = `unit.${unit}` as TextKey;
  return t(key) === key ? unit : t(key);
}
