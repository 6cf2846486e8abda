import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** What the page sends: positions as x, y in pairs, ties as pairs of places, and which nodes stay where they are. */
export interface LayoutTask {
  run: number;
  positions: Float32Array;
  ties: Uint32Array;
  fixed: Uint8Array;
}

export interface LayoutAnswer {
  run: number;
  positions: Float32Array;
  settled: boolean;
}

const SLICE = 110; // milliseconds between two pictures, and of large ones, which take longer to draw
const LARGE_SLICE = 400;
const SMALL = 800; // nodes up to which a picture settles fully at once
let current = -1;

addEventListener('message', (event: MessageEvent<LayoutTask>) => {
  current = event.data.run;
  void settle(event.data);
});

async function settle(task: LayoutTask): Promise<void> {
  const graph = graphOf(task);
  const count = graph.order;
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: count > 300,
    gravity: 1.2,
    scalingRatio: count > SMALL ? 8 : 14,
    strongGravityMode: false,
    slowDown: count > SMALL ? 6 : 4,
    adjustSizes: count <= SMALL,
  };
  const most = count > SMALL ? 120 : 400;
  let done = 0;
  while (done < most && current === task.run) {
    const until = performance.now() + (count > SMALL ? LARGE_SLICE : SLICE);
    const step = count > SMALL ? 1 : 10;
    while (performance.now() < until && done < most) {
      forceAtlas2.assign(graph, { iterations: step, settings });
      done += step;
    }
    const positions = read(graph, count);
    const answer: LayoutAnswer = { run: task.run, positions, settled: done >= most };
    postMessage(answer, { transfer: [positions.buffer] });
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function graphOf({ positions, ties, fixed }: LayoutTask): Graph {
  const graph = new Graph({ multi: true });
  for (let at = 0; at < fixed.length; at++) {
    graph.addNode(at, { x: positions[2 * at], y: positions[2 * at + 1], size: 9, fixed: Boolean(fixed[at]) });
  }
  for (let at = 0; at < ties.length; at += 2) graph.addEdge(ties[at], ties[at + 1]);
  return graph;
}

function read(graph: Graph, count: number): Float32Array {
  const found = new Float32Array(2 * count);
  graph.forEachNode((node, { x, y }) => {
    found[2 * Number(node)] = x as number;
    found[2 * Number(node) + 1] = y as number;
  });
  return found;
}
