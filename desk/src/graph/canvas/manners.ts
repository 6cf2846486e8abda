import type Sigma from 'sigma';
import { touch } from './motion';

const CERTAIN = 0.9;

/** The length of a dash in pixels: none where a source states the tie, long where it was proposed, short where it is doubtful. */
export function dashOf(properties: Record<string, unknown>): number {
  const certainty = Number(properties.certainty ?? 1);
  if (certainty >= CERTAIN) return 0;
  return certainty >= 0.6 ? 8 : 3;
}

/** Draws anew where the room of the picture changes: a table opens below it. */
export function watchRoom(sigma: Sigma): void {
  const watch = new ResizeObserver(() => sigma.scheduleRender());
  watch.observe(sigma.getContainer());
  sigma.on('kill', () => watch.disconnect());
}

/** Lets nodes be drawn to another place; where one is let go it stays. */
export function draggable(sigma: Sigma, dropped: (id: string) => void): void {
  let held: string | null = null;
  let moved = false;
  sigma.on('downNode', ({ node }) => {
    held = node;
    moved = false;
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (!held) return;
    moved = true;
    touch(sigma);
    const place = sigma.viewportToGraph(event);
    sigma.getGraph().mergeNodeAttributes(held, place);
    event.preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
  });
  const drop = () => {
    if (held && moved) dropped(held);
    if (held !== null) sigma.setCustomBBox(null);
    held = null;
  };
  // Wherever the hand lets go, be it beside the picture.
  addEventListener('mouseup', drop);
  sigma.on('kill', () => removeEventListener('mouseup', drop));
}
