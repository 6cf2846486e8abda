import type { Visible } from './filters';

/** By which measure things are large or small, on what is seen; the words are those of the API's `Centrality`. */
export const MEASURES = ['DEGREE', 'BETWEENNESS', 'PAGE_RANK'] as const;
export type Measure = (typeof MEASURES)[number];

export function measureOf(text: string | null): Measure | null {
  return MEASURES.find((each) => each === text) ?? null;
}

const SOURCES = 300; // nodes from which betweenness is worked out in a large picture, evenly spread
const DAMPING = 0.85;
const ROUNDS = 60;

/** How central each thing is, as a share of the most central one. */
export function sizesOf(visible: Visible, measure: Measure): Map<string, number> {
  const ids = visible.nodes.map(({ id }) => id);
  const near = neighbours(visible, ids);
  const raw = measure === 'DEGREE' ? near.map((each) => each.length) : measure === 'BETWEENNESS' ? between(near) : ranks(near);
  const most = Math.max(...raw, 0);
  return new Map(ids.map((id, at) => [id, most > 0 ? (raw[at] ?? 0) / most : 0]));
}

/** The places of what each thing is tied to, each once, however many ties there are between two. */
function neighbours({ edges }: Visible, ids: readonly string[]): number[][] {
  const at = new Map(ids.map((id, place) => [id, place]));
  const found = ids.map(() => new Set<number>());
  for (const { source, target } of edges) {
    const [one, other] = [at.get(source), at.get(target)];
    if (one === undefined || other === undefined || one === other) continue;
    found[one]?.add(other);
    found[other]?.add(one);
  }
  return found.map((each) => [...each]);
}

/** How many of the shortest ways between two others lead over each: Brandes' sweep, from so many sources. */
function between(near: readonly number[][]): number[] {
  const count = near.length;
  const owed = new Array<number>(count).fill(0);
  const sources = Math.min(count, SOURCES);
  for (let each = 0; each < sources; each++) sweep(Math.floor((each * count) / sources), near, owed);
  return owed;
}

function sweep(source: number, near: readonly number[][], owed: number[]): void {
  const depth = new Int32Array(near.length).fill(-1);
  const ways = new Float64Array(near.length);
  const share = new Float64Array(near.length);
  const order = [source];
  depth[source] = 0;
  ways[source] = 1;
  for (let head = 0; head < order.length; head++) {
    const one = order[head] ?? 0;
    for (const other of near[one] ?? []) {
      if (depth[other] === -1) {
        depth[other] = (depth[one] ?? 0) + 1;
        order.push(other);
      }
      if (depth[other] === (depth[one] ?? 0) + 1) ways[other] = (ways[other] ?? 0) + (ways[one] ?? 0);
    }
  }
  for (let back = order.length - 1; back > 0; back--) {
    const other = order[back] ?? 0;
    for (const one of near[other] ?? []) {
      if (depth[one] !== (depth[other] ?? 0) - 1) continue;
      share[one] = (share[one] ?? 0) + ((ways[one] ?? 0) / (ways[other] ?? 1)) * (1 + (share[other] ?? 0));
    }
    owed[other] = (owed[other] ?? 0) + (share[other] ?? 0);
  }
}

/** How often a walk along ties comes by. */
function ranks(near: readonly number[][]): number[] {
  const count = near.length;
  let now = new Array<number>(count).fill(1 / count);
  for (let round = 0; round < ROUNDS; round++) {
    const lost = near.reduce((sum, each, place) => sum + (each.length ? 0 : (now[place] ?? 0)), 0);
    const next = new Array<number>(count).fill((1 - DAMPING + DAMPING * lost) / count);
    near.forEach((each, place) => {
      for (const other of each) next[other] = (next[other] ?? 0) + (DAMPING * (now[place] ?? 0)) / each.length;
    });
    now = next;
  }
  return now;
}
