import type Graph from 'graphology';
import { useEffect, useRef, type RefObject } from 'react';
import type Sigma from 'sigma';
import type { Visible } from '../filters';
import { groupsOf, placesOf, type Grouping } from '../groups';
import { isMoved } from './motion';
import type { LayoutAnswer, LayoutTask } from './layout.worker';

export type Places = Map<string, { x: number; y: number }>;

interface Layout {
  visible: Visible;
  pinned: ReadonlySet<string>;
  /** What a saved view has put in its place. */
  placed: ReadonlySet<string>;
  places: Places;
  grouping: Grouping | null;
}

/** Lays the picture out by its ties, in a worker, so that the page stays free, or by groups; it begins anew where nodes or ties come or go. */
export function useLayout({ visible, pinned, placed, places, grouping }: Layout, sigma: RefObject<Sigma | null>): void {
  const worker = useRef<Worker | null>(null);
  const run = useRef(0);

  useEffect(() => {
    const made = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    return () => {
      worker.current = null;
      made.terminate();
    };
  }, []);

  useEffect(() => {
    const made = worker.current;
    const { nodes } = visible;
    if (!made || !sigma.current || nodes.length < 2) return;
    if (grouping) {
      run.current++;
      for (const [id, place] of placesOf(groupsOf(visible, grouping))) if (!pinned.has(id)) places.set(id, place);
      put(sigma.current.getGraph(), places);
      document.documentElement.dataset.layout = 'settled';
      return;
    }
    const stays = (id: string) => pinned.has(id) || placed.has(id);
    const task = taskOf(++run.current, visible, stays, places);
    made.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      const graph = sigma.current?.getGraph();
      if (data.run !== run.current || !graph) return;
      nodes.forEach(({ id }, at) => {
        const place = { x: data.positions[2 * at] ?? 0, y: data.positions[2 * at + 1] ?? 0 };
        places.set(id, place);
      });
      // One who looks around a large picture is not held up by where its nodes were on the way.
      if (!data.settled && isMoved(sigma.current ?? graph)) return;
      put(graph, places);
      document.documentElement.dataset.layout = data.settled ? 'settled' : 'running';
    };
    document.documentElement.dataset.layout = 'running';
    made.postMessage(task, [task.positions.buffer, task.ties.buffer, task.fixed.buffer]);
  }, [visible, pinned, placed, places, grouping, sigma]);
}

function put(graph: Graph, places: Places): void {
  graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...places.get(id) }), { attributes: ['x', 'y'] });
}

function taskOf(run: number, { nodes, edges }: Visible, stays: (id: string) => boolean, places: Places): LayoutTask {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const positions = new Float32Array(2 * nodes.length);
  const fixed = new Uint8Array(nodes.length);
  nodes.forEach(({ id }, index) => {
    const place = places.get(id) ?? { x: 0, y: 0 };
    positions.set([place.x, place.y], 2 * index);
    fixed[index] = stays(id) ? 1 : 0;
  });
  const ties = new Uint32Array(edges.flatMap((each) => [at.get(each.source) ?? 0, at.get(each.target) ?? 0]));
  return { run, positions, ties, fixed };
}
