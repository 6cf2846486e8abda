import { expect, test } from 'vitest';
import { monthsUpTo, spanOf, trendsOf } from './months';

test('months go back over the turn of a year', () => {
  expect(monthsUpTo('2026-02-11', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsUpTo('2026-12-01', 2)).toEqual(['2026-11', '2026-12']);
});

test('the last twelve months are held against the twelve before, and what is older counts in neither', () => {
  const numbers: Record<string, number> = { 'A 2026-11-01': 3, 'A 2025-11-01': 2, 'A 2024-11-01': 9, 'B 2026-10-01': 5, 'C 2020-01-01': 4 };
  const table = { rows: ['A', 'B', 'C'], columns: [...new Set(Object.keys(numbers).map((key) => key.slice(2)))], at: (row: string, column: string) => numbers[`${row} ${column}`] ?? 0, most: 9 };
  const trends = trendsOf(table, '2026-11-30');
  expect(trends.map(({ channel, last, before }) => [channel, last, before])).toEqual([
    ['B', 5, 0],
    ['A', 3, 2],
  ]);
  expect(trends[0]?.months).toHaveLength(24);
});

test('a span of months ends with the last day of its last', () => {
  expect(spanOf('2025-12:2026-02')).toEqual({ from: '2025-12-01', to: '2026-02-28' });
  expect(spanOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(spanOf('2024')).toBeNull();
});
