import type { DeskSavedViewQuery, ViewLookInput, ViewPictureInput } from '#asked';
import type { Places } from '../canvas/useLayout';
import type { Filters } from '../filters';
import { groupingOf, type Grouping } from '../groups';
import type { GraphNode, Picture } from '../model';
import type { Measure } from '../sizes';
import { nodeOf } from '../useQuestions';

export type OpenedView = NonNullable<DeskSavedViewQuery['savedView']>;

/** How a picture is looked at: what its address says. */
export interface Look {
  filters: Filters;
  grouping: Grouping | null;
  size: Measure | null;
}

/** A picture as the API keeps it; ties and origins go by the places in the list of things. */
export function keptOf(picture: Picture, places: Places, look: Look): ViewPictureInput {
  const at = new Map([...picture.nodes.keys()].map((id, place) => [id, place]));
  return {
    things: [...picture.nodes.keys()].map((id) => ({
      id,
      x: places.get(id)?.x ?? 0,
      y: places.get(id)?.y ?? 0,
      isHidden: picture.hidden.has(id),
      isPinned: picture.pinned.has(id),
      broughtBy: at.get(picture.cameFrom.get(id) ?? '') ?? null,
    })),
    ties: [...picture.edges.values()].map(({ id, source, target }) => ({ id, source: at.get(source) ?? 0, target: at.get(target) ?? 0 })),
    look: lookOf(look),
  };
}

function lookOf({ filters, grouping, size }: Look): ViewLookInput {
  return {
    withoutKinds: [...filters.kinds],
    withoutTies: [...filters.ties],
    withoutChannels: [...filters.channels],
    leastTies: filters.degree,
    leastCertainty: filters.certainty || null,
    since: filters.since || null,
    until: filters.until || null,
    group: (grouping?.toUpperCase() as ViewLookInput['group']) ?? null,
    size,
  };
}

/** The picture that a saved view holds; where its things stand is put among the places. */
export function pictureOf(view: OpenedView, places: Places): Picture {
  const nodes = new Map<string, GraphNode>();
  for (const { node, x, y } of view.things) {
    nodes.set(node.id, nodeOf(node));
    places.set(node.id, { x, y });
  }
  const those = (is: (each: OpenedView['things'][number]) => boolean) => new Set(view.things.filter(is).map(({ node }) => node.id));
  return {
    nodes,
    edges: new Map(view.ties.map((each) => [each.id, { ...each }])),
    hidden: those(({ isHidden }) => isHidden),
    pinned: those(({ isPinned }) => isPinned),
    placed: new Set(nodes.keys()),
    cameFrom: new Map(view.things.flatMap(({ node, broughtBy }) => (broughtBy ? [[node.id, broughtBy] as const] : []))),
  };
}

/** The address of a view with what it is looked at by; one that says how it is looked at keeps that. */
export function addressOf(view: OpenedView, address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address);
  if ([...next.keys()].some((name) => name !== 'view')) return next;
  const { look } = view;
  const told: [string, string | number | null | undefined][] = [
    ['noKinds', look.withoutKinds.join(',')],
    ['noTies', look.withoutTies.join(',')],
    ['noChannels', look.withoutChannels.join(',')],
    ['degree', look.leastTies || ''],
    ['certainty', look.leastCertainty],
    ['since', look.since as string | null],
    ['until', look.until as string | null],
    ['group', groupingOf(look.group?.toLowerCase() ?? null)],
    ['size', look.size],
  ];
  for (const [name, value] of told) if (value) next.set(name, String(value));
  return next;
}
