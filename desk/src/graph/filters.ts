import { useSearchParams } from 'react-router';
import { degrees, type GraphEdge, type GraphNode, type Picture } from './model';

/** What is left out of the picture; it stands in the address, so that a view can be shared. */
export interface Filters {
  kinds: readonly string[];
  ties: readonly string[];
  channels: readonly string[];
  degree: number;
  /** Ties that are less certain are left out; those of which no certainty is told are facts. */
  certainty: number;
  since: string;
  until: string;
}

export const OPEN: Filters = { kinds: [], ties: [], channels: [], degree: 0, certainty: 0, since: '', until: '' };

export interface Visible {
  nodes: GraphNode[];
  edges: GraphEdge[];
  degree: Map<string, number>;
}

export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [address, setAddress] = useSearchParams();
  const list = (name: string) => address.get(name)?.split(',').filter(Boolean) ?? [];
  const filters: Filters = {
    kinds: list('noKinds'),
    ties: list('noTies'),
    channels: list('noChannels'),
    degree: Number(address.get('degree') ?? 0),
    certainty: Number(address.get('certainty') ?? 0),
    since: address.get('since') ?? '',
    until: address.get('until') ?? '',
  };
  const change = (wanted: Partial<Filters>) => {
    const next = { ...filters, ...wanted };
    const written = new URLSearchParams(address);
    const told: [string, string][] = [
      ['noKinds', next.kinds.join(',')],
      ['noTies', next.ties.join(',')],
      ['noChannels', next.channels.join(',')],
      ['degree', next.degree ? String(next.degree) : ''],
      ['certainty', next.certainty ? String(next.certainty) : ''],
      ['since', next.since],
      ['until', next.until],
    ];
    for (const [name, value] of told) {
      if (value) written.set(name, value);
      else written.delete(name);
    }
    setAddress(written, { replace: true });
  };
  return [filters, change];
}

/** What is left of a picture: the start of a tie and its end decide by their own terms; what has no day passes. */
export function visibleOf(picture: Picture, filters: Filters): Visible {
  const passes = (node: GraphNode) =>
    !picture.hidden.has(node.id) &&
    !filters.kinds.includes(node.typename) &&
    !(node.channel && filters.channels.includes(node.channel));
  const nodes = [...picture.nodes.values()].filter(passes);
  const here = new Set(nodes.map(({ id }) => id));
  const edges = [...picture.edges.values()].filter(
    (edge) =>
      here.has(edge.source) && here.has(edge.target) && !filters.ties.includes(edge.type) && isWithin(edge, filters) && isCertain(edge, filters),
  );
  const degree = degrees(edges);
  if (filters.degree === 0) return { nodes, edges, degree };
  const enough = (id: string) => (degree.get(id) ?? 0) >= filters.degree;
  return {
    nodes: nodes.filter(({ id }) => enough(id)),
    edges: edges.filter((edge) => enough(edge.source) && enough(edge.target)),
    degree,
  };
}

function isCertain({ properties }: GraphEdge, { certainty }: Filters): boolean {
  return Number(properties.certainty ?? 1) >= certainty;
}

function isWithin({ properties }: GraphEdge, { since, until }: Filters): boolean {
  const from = String(properties.validFrom ?? '');
  const to = String(properties.validTo ?? '');
  if (until && from && from > until) return false;
  return !(since && to && to < since);
}
