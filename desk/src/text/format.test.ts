import { expect, test } from 'vitest';
import { day, moment, term } from './format';

test('a moment is told by the clocks of China, and one without a zone as its source wrote it', () => {
  expect(moment('2026-11-30T21:38:04.967Z', 'zh')).toBe('2026年12月1日 05:38');
  expect(day('2026-11-30T21:38:04.967Z', 'en')).toBe('1 Dec 2026');
  expect(moment('2025-07-09T09:10:00', 'zh')).toBe('2025年7月9日 09:10');
  expect(day('2025-07-09', 'zh')).toBe('2025年7月9日');
  expect(day(null, 'zh')).toBe('');
});

test('a term with one end is told by it', () => {
  expect(term('2025-06-16', null, 'zh')).toBe('2025年6月16日起');
  expect(term(null, '2025-06-16', 'en')).toBe('until 16 Jun 2025');
  expect(term('2025-06-16', '2026-06-16', 'en')).toBe('16 Jun 2025 – 16 Jun 2026');
  expect(term(null, null, 'en')).toBe('');
});
