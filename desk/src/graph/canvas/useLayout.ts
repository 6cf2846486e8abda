import { useEffect, useRef, type RefObject } from 'react';
import type Sigma from 'sigma';
import type { Visible } from '../filters';
import { isMoved } from './motion';
import type { LayoutAnswer, LayoutTask } from './layout.worker';

export type Places = Map<string, { x: number; y: number }>;

/** Lays the picture out in a worker, so that the page stays free; it begins anew where nodes or ties come or go. */
export function useLayout(visible: Visible, pinned: ReadonlySet<string>, places: Places, sigma: RefObject<Sigma | null>): void {
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
    const task = taskOf(++run.current, visible, pinned, places);
    made.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      const graph = sigma.current?.getGraph();
      if (data.run !== run.current || !graph) return;
      nodes.forEach(({ id }, at) => {
        const place = { x: data.positions[2 * at] ?? 0, y: data.positions[2 * at + 1] ?? 0 };
        places.set(id, place);
      });
      // One who looks around a large picture is not held up by where its nodes were on the way.
      if (!data.settled && isMoved(sigma.current ?? graph)) return;
      graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...places.get(id) }), { attributes: ['x', 'y'] });
      document.documentElement.dataset.layout = data.settled ? 'settled' : 'running';
    };
    document.documentElement.dataset.layout = 'running';
    made.postMessage(task, [task.positions.buffer, task.ties.buffer, task.fixed.buffer]);
  }, [visible, pinned, places, sigma]);
}

function taskOf(run: number, { nodes, edges }: Visible, pinned: ReadonlySet<string>, places: Places): LayoutTask {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const positions = new Float32Array(2 * nodes.length);
  const fixed = new Uint8Array(nodes.length);
  nodes.forEach(({ id }, index) => {
    const place = places.get(id) ?? { x: 0, y: 0 };
    positions.set([place.x, place.y], 2 * index);
    fixed[index] = pinned.has(id) ? 1 : 0;
  });
  const ties = new Uint32Array(edges.flatMap((each) => [at.get(each.source) ?? 0, at.get(each.target) ?? 0]));
  return { run, positions, ties, fixed };
}
