import { expect, test } from 'vitest';
import { visibleOf, type Filters } from './filters';
import { BLANK, stepped, type GraphEdge, type GraphNode, type History, type Step } from './model';

const node = (id: string, typename = 'Person'): GraphNode => ({ id, typename, caption: id });
const tie = (source: string, target: string, properties = {}): GraphEdge => ({
  id: `${source}-${target}`, type: 'NAMES', source, target, properties,
}); // prettier-ignore
const begun: History = { past: [], now: BLANK, future: [] };
const after = (...steps: Step[]) => steps.reduce(stepped, begun);
const ids = (history: History) => [...history.now.nodes.keys()];
const NONE: Filters = { kinds: [], ties: [], channels: [], degree: 0, certainty: 0, since: '', until: '' };
const START: Step = { do: 'add', nodes: [node('a')], edges: [] };
const AROUND_A: Step = { do: 'add', nodes: [node('b'), node('c')], edges: [tie('a', 'b'), tie('a', 'c')], from: 'a' };
const AROUND_B: Step = { do: 'add', nodes: [node('d')], edges: [tie('b', 'd')], from: 'b' };

test('every step is undone and done again, and a new step ends what was undone', () => {
  const whole = after(START, AROUND_A, { do: 'hide', ids: ['b'] });
  const undo = (history: History) => stepped(history, { do: 'undo' });
  const redo = (history: History) => stepped(history, { do: 'redo' });
  const back = undo(undo(undo(whole)));
  expect(ids(back)).toEqual([]);
  const again = redo(redo(redo(back)));
  expect(again.now).toEqual(whole.now);
  expect(stepped(undo(whole), { do: 'pin', id: 'c' }).future).toEqual([]);
});

test('what changes nothing is no step', () => {
  const whole = after(START, AROUND_A);
  expect(stepped(whole, AROUND_A)).toBe(whole);
  expect(stepped(whole, { do: 'showAll' })).toBe(whole);
});

test('a tie without both its ends is not drawn', () => {
  expect(after({ do: 'add', nodes: [node('a')], edges: [tie('a', 'z')] }).now.edges.size).toBe(0);
});

test('collapsing takes what the expansion brought, and what came from that, but not what is pinned or tied elsewhere', () => {
  expect(ids(after(START, AROUND_A, AROUND_B, { do: 'collapse', id: 'a' }))).toEqual(['a']);
  expect(ids(after(START, AROUND_A, { do: 'pin', id: 'c' }, { do: 'collapse', id: 'a' }))).toEqual(['a', 'c']);
  const other: Step = { do: 'add', nodes: [node('x')], edges: [tie('x', 'b')] };
  expect(ids(after(START, AROUND_A, other, { do: 'collapse', id: 'a' }))).toEqual(['a', 'b', 'x']);
});

test('filters leave out kinds, times and what has too few ties', () => {
  const { now } = after(START, {
    do: 'add',
    nodes: [node('b', 'Unit'), node('c')],
    edges: [tie('a', 'b', { validFrom: '2020-01-01', validTo: '2021-01-01' }), tie('a', 'c')],
  });
  expect(visibleOf(now, { ...NONE, kinds: ['Unit'] }).nodes.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(visibleOf(now, { ...NONE, since: '2022-01-01' }).edges.map(({ id }) => id)).toEqual(['a-c']);
  expect(visibleOf(now, { ...NONE, degree: 2 }).nodes.map(({ id }) => id)).toEqual(['a']);
});
