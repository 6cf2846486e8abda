import { expect, test } from 'vitest';
import { waitBefore } from './socket';

test('attempts come ever later up to half a minute, and not at one moment for all', () => {
  expect([0, 1, 2, 9].map((attempt) => waitBefore(attempt, 1))).toEqual([1_000, 2_000, 4_000, 30_000]);
  expect([0, 9].map((attempt) => waitBefore(attempt, 0))).toEqual([500, 15_000]);
});
