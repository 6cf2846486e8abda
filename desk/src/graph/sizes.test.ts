import { expect, test } from 'vitest';
import { degrees, type GraphEdge } from './model';
import { MEASURES, sizesOf } from './sizes';

const pictured = (pairs: string) => {
  const edges: GraphEdge[] = pairs.split(' ').map((pair, at) => ({ id: `${pair}${at}`, type: 'KNOWS', source: pair.charAt(0), target: pair.charAt(1), properties: {} }));
  const nodes = [...new Set(pairs.replaceAll(' ', ''))].map((id) => ({ id, typename: 'Person', caption: id }));
  return { nodes, edges, degree: degrees(edges) };
};

test('who alone joins two sides lies between the most, whoever has more ties', () => {
  // b has two neighbours, c and d have more; every way between the sides leads over b.
  const sizes = sizesOf(pictured('ac ec fc cb bd dg dh'), 'BETWEENNESS');
  const order = [...sizes].sort((one, other) => other[1] - one[1]).map(([id]) => id);
  expect(order.slice(0, 2).sort()).toEqual(['b', 'c']);
  expect(sizes.get('a')).toBe(0);
  // Over b lead the ways from four to three others; over c those from three to four, and the three among themselves.
  expect(sizes.get('b')).toBeCloseTo(12 / 15);
  expect(sizes.get('c')).toBe(1);
});

test('parallel ties are one neighbour, and every measure has a greatest one', () => {
  const visible = pictured('ab ab ab bc');
  expect(sizesOf(visible, 'DEGREE').get('a')).toBe(0.5);
  for (const measure of MEASURES) expect(sizesOf(visible, measure).get('b')).toBe(1);
  expect(sizesOf(pictured('ab bc cd'), 'PAGE_RANK').get('a')).toBeLessThan(1);
});
