import { expect, test } from 'vitest';
import { readValue, valuesAround, writtenOf } from './trial';

const parameter = (usual: string) => ({ name: 'x', default: usual, unit: 'times', about: 'x' });

test('what is written becomes a value of the kind that the model takes, or none', () => {
  expect(readValue('3', parameter('2'))).toBe('3');
  expect(readValue('3.5', parameter('2'))).toBeNull();
  expect(readValue('1', parameter('1.05'))).toBe('1');
  expect(readValue('much', parameter('2'))).toBeNull();
  expect(readValue('', parameter('2'))).toBeNull();
  expect(readValue('低保、特困, 救助', parameter('["低保"]'))).toBe('["低保","特困","救助"]');
  expect(readValue(writtenOf(parameter('["低保","特困"]')), parameter('["低保","特困"]'))).toBe('["低保","特困"]');
  expect(readValue('早', parameter('"晚"'))).toBe('"早"');
});

test('values around a number hold it, grow, and keep whole numbers whole', () => {
  for (const usual of ['2', '30', '1.05', '0.25', '12000']) {
    const found = valuesAround(parameter(usual));
    expect(found).toContain(Number(usual));
    expect([...found].sort((one, other) => one - other)).toEqual(found);
    expect(new Set(found).size).toBe(found.length);
    expect(found.every((each) => each > 0)).toBe(true);
    if (!usual.includes('.')) expect(found.every(Number.isInteger)).toBe(true);
  }
  expect(valuesAround(parameter('["a"]'))).toEqual([]);
});
