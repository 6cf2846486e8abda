import { expect, test } from 'vitest';
import { degrees, type GraphEdge, type GraphNode } from './model';
import { groupsOf, placesOf } from './groups';

const pictured = (pairs: string) => {
  const edges: GraphEdge[] = pairs.split(' ').map((pair) => ({
    id: pair, type: 'KNOWS', source: pair.charAt(0), target: pair.charAt(1), properties: {},
  })); // prettier-ignore
  const ids = [...new Set(pairs.replaceAll(' ', ''))];
  const nodes: GraphNode[] = ids.map((id) => ({ id, typename: id < 'd' ? 'Person' : 'Unit', caption: id }));
  return { nodes, edges, degree: degrees(edges) };
};

test('things that hang together are one group, and a single bridge joins no two groups', () => {
  const groups = groupsOf(pictured('ab bc ca ad de ef fd'), 'community');
  expect(new Set(['a', 'b', 'c'].map((id) => groups.get(id))).size).toBe(1);
  expect(new Set(['d', 'e', 'f'].map((id) => groups.get(id))).size).toBe(1);
  expect(new Set(groups.values()).size).toBe(2);
});

test('a thing stands with the unit that it is tied to most, and with none where it is tied to none', () => {
  const groups = groupsOf(pictured('ad ad ae bd be bc fd'), 'unit'); // a, b and c are people; d, e and f units
  expect(groups.get('a')).toBe('d');
  expect(groups.get('b')).toBe('d');
  expect(groups.get('c')).toBe('');
  expect(groups.get('e')).toBe('e');
});

test('no two things of a picture get one place, and groups do not lie on each other', () => {
  const groups = groupsOf(pictured('ab bc ca ad de ef fd'), 'kind');
  const places = placesOf(groups);
  const at = [...places.values()].map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`);
  expect(new Set(at).size).toBe(6);
  const apart = (along: 'x' | 'y') => {
    const [those, others] = ['Person', 'Unit'].map((group) => [...places].filter(([id]) => groups.get(id) === group).map(([, place]) => place[along]));
    return Math.max(...(those ?? [])) < Math.min(...(others ?? [])) || Math.max(...(others ?? [])) < Math.min(...(those ?? []));
  };
  expect(apart('x') || apart('y')).toBe(true);
});
