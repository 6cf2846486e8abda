import type {
  DeskBehindQuery, DeskBehindQueryVariables, DeskCityQuery, DeskCityQueryVariables, DeskWarningsQuery, DeskWarningsQueryVariables,
} from '#asked'; // prettier-ignore
import { operation } from '../app/operation';
import behindText from './behind.graphql?raw';
import cityText from './city.graphql?raw';
import warningsText from './warnings.graphql?raw';

export const CITY = operation<DeskCityQuery, DeskCityQueryVariables>(cityText);
export const BEHIND = operation<DeskBehindQuery, DeskBehindQueryVariables>(behindText);
export const WARNINGS = operation<DeskWarningsQuery, DeskWarningsQueryVariables>(warningsText);

export type Group = DeskCityQuery['matters']['kinds']['groups'][number];

/** Groups by channel and something else, as a table of numbers. */
export interface Crossed {
  rows: string[];
  columns: string[];
  at: (row: string, column: string) => number;
  most: number;
}

/** Puts groups of two keys into a table; what has no value is left out, rows stand by their sum. */
export function crossed(groups: readonly Group[], other: string): Crossed {
  const numbers = new Map<string, number>();
  const sums = new Map<string, number>();
  const columns = new Set<string>();
  for (const { keys, count } of groups) {
    const row = keys.find(({ by }) => by === 'CHANNEL')?.value;
    const column = keys.find(({ by }) => by === other)?.value;
    if (!row || !column) continue;
    numbers.set(`${row} ${column}`, count);
    sums.set(row, (sums.get(row) ?? 0) + count);
    columns.add(column);
  }
  return {
    rows: [...sums].sort((one, two) => two[1] - one[1]).map(([row]) => row),
    columns: [...columns].sort(),
    at: (row, column) => numbers.get(`${row} ${column}`) ?? 0,
    most: Math.max(1, ...numbers.values()),
  };
}
