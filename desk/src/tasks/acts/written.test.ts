import { expect, test } from 'vitest';
import { itemsOf } from './written';

test('each line is an item, and a day at its end is its own', () => {
  expect(itemsOf('建章立制 2026-03-05\n\n 公示价格；2026-04-01\n2025年账目核对', 'MANAGE')).toEqual([
    { text: '建章立制', dueOn: '2026-03-05', type: 'MANAGE' },
    { text: '公示价格', dueOn: '2026-04-01', type: 'MANAGE' },
    { text: '2025年账目核对', dueOn: null, type: 'MANAGE' },
  ]);
  expect(itemsOf('看账', null)).toEqual([{ text: '看账', dueOn: null }]);
  expect(itemsOf(undefined, null)).toEqual([]);
});
