import { expect, test } from 'vitest';
import { pastedValues } from '../lookup/pasted';
import { money } from '../text/format';
import { csvOf } from './saving';

test('a cell is never a formula, and who took it out stands last', () => {
  expect(csvOf([['=1+1', 'a,b', '＝x', 'plain'], ['@x', '-2', 'say "no"', 3]], 'me')).toBe(
    `\ufeff'=1+1,"a,b",'＝x,plain\r\n'@x,'-2,"say ""no""",3\r\nme\r\n`,
  );
});

test('a pasted list is one value a line, or parts between commas', () => {
  expect(pastedValues('a\r\nb\n\nb\tc')).toEqual(['a', 'b', 'c']);
  expect(pastedValues('x，y；z')).toEqual(['x', 'y', 'z']);
  expect(pastedValues('Zhang San')).toEqual(['Zhang San']);
});

test('money is written as each language writes it', () => {
  expect(money(386000, 'zh')).toBe('3,860 元');
  expect(money(12345600, 'zh')).toBe('12.35 万元');
  expect(money('386000', 'en')).toBe('¥3,860');
  expect(money(null, 'en')).toBe('');
});
