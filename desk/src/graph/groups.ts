import type { Visible } from './filters';

/** By what the things of a picture are put together; by their ties where nothing is said. */
export const GROUPINGS = ['kind', 'channel', 'unit', 'community'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export function groupingOf(text: string | null): Grouping | null {
  return GROUPINGS.find((each) => each === text) ?? null;
}

/** To which group each thing belongs. */
export function groupsOf(visible: Visible, by: Grouping): Map<string, string> {
  if (by === 'community') return communities(visible);
  if (by === 'unit') return units(visible);
  return new Map(visible.nodes.map((each) => [each.id, (by === 'kind' ? each.typename : each.channel) ?? '']));
}

/** The unit of each thing: itself, or of the units that it is tied to in the picture the one with most ties to it, then with most in all. */
function units({ nodes, edges, degree }: Visible): Map<string, string> {
  const isUnit = new Set(nodes.filter(({ typename }) => typename === 'Unit').map(({ id }) => id));
  const tied = new Map<string, Map<string, number>>();
  const count = (thing: string, unit: string) => {
    if (!isUnit.has(unit) || isUnit.has(thing)) return;
    const known = tied.get(thing) ?? new Map<string, number>();
    tied.set(thing, known.set(unit, (known.get(unit) ?? 0) + 1));
  };
  for (const { source, target } of edges) {
    count(source, target);
    count(target, source);
  }
  const first = (of: ReadonlyMap<string, number>) =>
    [...of].sort(([one, ties], [other, others]) => others - ties || (degree.get(other) ?? 0) - (degree.get(one) ?? 0) || (one < other ? -1 : 1))[0]?.[0];
  return new Map(nodes.map(({ id }) => [id, isUnit.has(id) ? id : (first(tied.get(id) ?? new Map<string, number>()) ?? '')]));
}

const ROUNDS = 20;

/** Things that are tied among themselves more than with others: each takes the name that most of its neighbours bear until none changes. */
function communities({ nodes, edges, degree }: Visible): Map<string, string> {
  const near = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { source, target } of edges) {
    near.get(source)?.push(target);
    near.get(target)?.push(source);
  }
  const named = new Map(nodes.map(({ id }) => [id, id]));
  // Who has few ties is asked first, so that names come from the middle of each group; the same picture gives the same groups.
  const order = nodes.map(({ id }) => id).sort((one, other) => (degree.get(one) ?? 0) - (degree.get(other) ?? 0) || (one < other ? -1 : 1));
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const id of order) {
      const name = usual(near.get(id) ?? [], named, id);
      if (name === named.get(id)) continue;
      named.set(id, name);
      changed = true;
    }
    if (!changed) break;
  }
  return named;
}

function usual(neighbours: readonly string[], named: ReadonlyMap<string, string>, id: string): string {
  const own = named.get(id) ?? id;
  const counted = new Map<string, number>();
  for (const each of neighbours) {
    const name = named.get(each) ?? each;
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  let best = own;
  for (const [name, number] of counted) {
    const most = counted.get(best) ?? 0;
    if (number > most || (number === most && best !== own && name < best)) best = name;
  }
  return best;
}

const STEP = 12; // between two things of one group
const GAP = 40; // between two groups
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Places in which each group is a round of its own, the largest first, row by row. */
export function placesOf(groups: ReadonlyMap<string, string>): Map<string, { x: number; y: number }> {
  const members = new Map<string, string[]>();
  for (const [id, group] of groups) members.set(group, [...(members.get(group) ?? []), id]);
  const rounds = [...members.values()].sort((one, other) => other.length - one.length).map((ids) => ({ ids, wide: 2 * STEP * Math.sqrt(ids.length) + GAP }));
  const whole = 1.3 * Math.sqrt(rounds.reduce((sum, { wide }) => sum + wide * wide, 0));
  const places = new Map<string, { x: number; y: number }>();
  let [left, top, tall] = [0, 0, 0];
  for (const { ids, wide } of rounds) {
    if (left > 0 && left + wide > whole) {
      top -= tall;
      [left, tall] = [0, 0];
    }
    tall = Math.max(tall, wide);
    const middle = { x: left + wide / 2, y: top - wide / 2 };
    ids.forEach((id, at) => {
      const far = STEP * Math.sqrt(at);
      places.set(id, { x: middle.x + far * Math.cos(at * GOLDEN), y: middle.y + far * Math.sin(at * GOLDEN) });
    });
    left += wide;
  }
  return places;
}
