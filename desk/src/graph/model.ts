/** A thing in the picture. */
export interface GraphNode {
  id: string;
  typename: string;
  caption: string;
  number?: string | null;
  channel?: string | null;
}

/** A tie in the picture. */
export interface GraphEdge {
  id: string;
  type: string;
  source: string;
  target: string;
  properties: Record<string, unknown>;
}

/** What is drawn, and by which step it came. A step never changes a picture; it makes the next one. */
export interface Picture {
  nodes: ReadonlyMap<string, GraphNode>;
  edges: ReadonlyMap<string, GraphEdge>;
  hidden: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
  /** What stands where a saved view has it; the layout leaves it there. */
  placed: ReadonlySet<string>;
  /** Of each node the one whose expansion brought it; what was there from the start has none. */
  cameFrom: ReadonlyMap<string, string>;
}

export const BLANK: Picture = { nodes: new Map(), edges: new Map(), hidden: new Set(), pinned: new Set(), placed: new Set(), cameFrom: new Map() };

/** Every picture there was, so that each step can be undone, without end. */
export interface History {
  past: readonly Picture[];
  now: Picture;
  future: readonly Picture[];
}

export type Step =
  | { do: 'add'; nodes: readonly GraphNode[]; edges: readonly GraphEdge[]; from?: string }
  | { do: 'collapse'; id: string }
  | { do: 'hide'; ids: readonly string[] }
  | { do: 'showAll' }
  | { do: 'pin'; id: string }
  | { do: 'open'; picture: Picture }
  | { do: 'clear' }
  | { do: 'undo' }
  | { do: 'redo' };

export function stepped(history: History, step: Step): History {
  const { past, now, future } = history;
  if (step.do === 'undo') {
    const before = past.at(-1);
    return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : history;
  }
  if (step.do === 'redo') {
    const [next, ...rest] = future;
    return next ? { past: [...past, now], now: next, future: rest } : history;
  }
  const next = pictured(now, step);
  return next === now ? history : { past: [...past, now], now: next, future: [] };
}

function pictured(now: Picture, step: Exclude<Step, { do: 'undo' } | { do: 'redo' }>): Picture {
  switch (step.do) {
    case 'add':
      return added(now, step);
    case 'collapse':
      return collapsed(now, step.id);
    case 'hide':
      return { ...now, hidden: new Set([...now.hidden, ...step.ids]) };
    case 'showAll':
      return now.hidden.size ? { ...now, hidden: new Set() } : now;
    case 'pin': {
      const pinned = new Set(now.pinned);
      if (!pinned.delete(step.id)) pinned.add(step.id);
      return { ...now, pinned };
    }
    case 'open':
      return step.picture;
    case 'clear':
      return now.nodes.size ? BLANK : now;
  }
}

function added(now: Picture, { nodes, edges, from }: Extract<Step, { do: 'add' }>): Picture {
  const fresh = nodes.filter(({ id }) => !now.nodes.has(id));
  const all = new Map([...now.nodes, ...fresh.map((each) => [each.id, each] as const)]);
  const ties = edges.filter((each) => !now.edges.has(each.id) && all.has(each.source) && all.has(each.target));
  const wanted = nodes.map(({ id }) => id).filter((id) => now.hidden.has(id));
  if (fresh.length + ties.length + wanted.length === 0) return now;
  return {
    ...now,
    nodes: all,
    edges: new Map([...now.edges, ...ties.map((each) => [each.id, each] as const)]),
    hidden: new Set([...now.hidden].filter((id) => !wanted.includes(id))),
    cameFrom: from ? new Map([...now.cameFrom, ...fresh.map(({ id }) => [id, from] as const)]) : now.cameFrom,
  };
}

/** Takes away what the node's expansion brought, and what came from that; what is pinned or tied elsewhere stays. */
function collapsed(now: Picture, id: string): Picture {
  const gone = new Set<string>();
  const take = (from: string) => {
    for (const [node, origin] of now.cameFrom) {
      if (origin !== from || gone.has(node) || now.pinned.has(node) || isTiedElsewhere(now, node, from)) continue;
      gone.add(node);
      take(node);
    }
  };
  take(id);
  if (gone.size === 0) return now;
  const keeps = (key: string) => !gone.has(key);
  return {
    nodes: new Map([...now.nodes].filter(([key]) => keeps(key))),
    edges: new Map([...now.edges].filter(([, each]) => keeps(each.source) && keeps(each.target))),
    hidden: new Set([...now.hidden].filter(keeps)),
    pinned: now.pinned,
    placed: now.placed,
    cameFrom: new Map([...now.cameFrom].filter(([key]) => keeps(key))),
  };
}

function isTiedElsewhere(now: Picture, node: string, from: string): boolean {
  for (const { source, target } of now.edges.values()) {
    if (source !== node && target !== node) continue;
    const other = source === node ? target : source;
    if (other !== from && now.cameFrom.get(other) !== node && now.cameFrom.get(other) !== from) return true;
  }
  return false;
}

/** How many ties each node has among what is drawn. */
export function degrees(edges: Iterable<GraphEdge>): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { source, target } of edges) {
    counted.set(source, (counted.get(source) ?? 0) + 1);
    counted.set(target, (counted.get(target) ?? 0) + 1);
  }
  return counted;
}
