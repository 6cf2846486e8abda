import Graph from 'graphology';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { usePreferences } from '../../app/preferences';
import { channelColour, colourOf, familyOf, onDark } from '../../parts/kinds';
import { Nothing } from '../../parts/Nothing';
import { useWords } from '../../text';
import type { Visible } from '../filters';
import { drawHovered, inkOf } from './drawing';
import { Labels } from './labels';
import { LineProgram } from './edgeLines';
import type { Grouping } from '../groups';
import type { GraphNode } from '../model';
import { sizesOf, type Measure } from '../sizes';
import { dashOf, draggable, watchRoom } from './manners';
import { watchMotion } from './motion';
import { ShapeProgram, SHAPES } from './nodeShapes';
import { useLayout, type Places } from './useLayout';

const MOST_POINTED = 600; // ties up to which things can be pointed at while the picture moves
const MOST_MOVED = 4000; // ties that are drawn while the picture moves

const MOST_NAMED = 150;
const [SMALLEST, LARGEST] = [5, 24]; // pixels of what is least and most central

interface Props {
  visible: Visible;
  pinned: ReadonlySet<string>;
  places: Places;
  selected: string | null;
  placed: ReadonlySet<string>;
  size: Measure | null;
  grouping: Grouping | null;
  select: (id: string | null) => void;
  selectEdge: (id: string) => void;
  open: (id: string) => void;
  pin: (id: string) => void;
  ready: (sigma: Sigma | null) => void;
}

/** The picture itself, in WebGL; where the browser has none, the table beside it holds the same. */
export function GraphCanvas(props: Props) {
  const { visible, pinned, places, selected, size } = props;
  const { t } = useWords();
  const { shade } = usePreferences();
  const box = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [drawable] = useState(hasWebGl);

  useEffect(() => {
    if (!box.current || !drawable) return;
    const labels = new Labels();
    const made = new Sigma(new Graph({ multi: true }), box.current, {
      allowInvalidContainer: true,
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: ShapeProgram },
      defaultEdgeType: 'line',
      edgeProgramClasses: { line: LineProgram },
      enableEdgeEvents: true,
      labelFont: '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif',
      labelSize: 13,
      labelDensity: 2,
      labelGridCellSize: 70,
      labelRenderedSizeThreshold: 3,
      defaultDrawNodeLabel: labels.draw,
      zIndex: true,
      minCameraRatio: 0.03,
      maxCameraRatio: 6,
      defaultDrawNodeHover: drawHovered,
    });
    sigma.current = made;
    labels.watch(made);
    watchMotion(made);
    watchRoom(made);
    made.on('clickNode', ({ node }) => latest.current.select(node));
    made.on('doubleClickNode', (event) => {
      event.preventSigmaDefault();
      latest.current.open(event.node);
    });
    made.on('clickEdge', ({ edge }) => latest.current.selectEdge(edge));
    made.on('clickStage', () => latest.current.select(null));
    draggable(made, (id) => {
      const { x, y } = made.getGraph().getNodeAttributes(id);
      latest.current.places.set(id, { x: x as number, y: y as number });
      if (!latest.current.pinned.has(id)) latest.current.pin(id);
    });
    latest.current.ready(made);
    return () => {
      latest.current.ready(null);
      sigma.current = null;
      made.kill();
    };
  }, [drawable]);

  useEffect(() => {
    sigma.current?.setSetting('labelColor', { color: inkOf(shade) });
  }, [shade]);

  useEffect(() => {
    const made = sigma.current;
    if (!made) return;
    const graph = new Graph({ multi: true });
    const shown = (colour: string) => (shade === 'dark' ? onDark(colour) : colour);
    const sizes = size ? sizesOf(visible, size) : null;
    for (const node of visible.nodes) {
      graph.addNode(node.id, {
        ...placeFor(node.id, visible, places),
        label: node.caption,
        size: sizes ? SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(sizes.get(node.id) ?? 0) : sizeOf(node, visible.nodes.length),
        color: shown(colourOf(node.typename)),
        ring: node.channel ? shown(channelColour(node.channel)) : undefined,
        shape: SHAPES[familyOf(node.typename)],
        highlighted: node.id === selected,
        zIndex: pinned.has(node.id) ? 1 : 0,
        // Of a small picture each name is tried; where there is no room it is left out all the same.
        forceLabel: visible.nodes.length <= MOST_NAMED,
      });
    }
    const line = visible.edges.length > 2000 ? 1 : visible.edges.length > 200 ? 1.6 : 2.2;
    for (const edge of visible.edges) {
      graph.addEdgeWithKey(edge.id, edge.source, edge.target, {
        size: line,
        dash: dashOf(edge.properties),
        color: shade === 'dark' ? '#6b7a8f' : '#9aa7b8',
      });
    }
    const { classList } = made.getContainer();
    classList.toggle('large', visible.edges.length > MOST_POINTED);
    classList.toggle('vast', visible.edges.length > MOST_MOVED);
    made.setGraph(graph);
  }, [visible, places, shade, size, pinned]);

  useEffect(() => {
    const graph = sigma.current?.getGraph();
    graph?.updateEachNodeAttributes((id, attributes) => ({ ...attributes, highlighted: id === selected }), {
      attributes: ['highlighted'],
    });
  }, [selected]);

  useLayout(props, sigma);
  if (!drawable) return <Nothing title={t('graph.noWebGl')}>{t('graph.noWebGlMend')}</Nothing>;
  const told = t('graph.told', { nodes: visible.nodes.length, edges: visible.edges.length });
  return <div ref={box} className="canvas" role="img" aria-label={told} />;
}

/** Where a node is; a new one begins beside what it is tied to. */
function placeFor(id: string, visible: Visible, places: Places): { x: number; y: number } {
  const known = places.get(id);
  if (known) return known;
  const tie = visible.edges.length > 4000 ? undefined : visible.edges.find((each) => (each.source === id ? places.has(each.target) : each.target === id && places.has(each.source)));
  const anchor = tie ? places.get(tie.source === id ? tie.target : tie.source) : undefined;
  const spread = anchor ? 18 : 10 * Math.sqrt(visible.nodes.length);
  const place = { x: (anchor?.x ?? 0) + (Math.random() - 0.5) * spread, y: (anchor?.y ?? 0) + (Math.random() - 0.5) * spread };
  places.set(id, place);
  return place;
}

/** A matter is drawn larger, because its ring takes room. */
function sizeOf(node: GraphNode, all: number): number {
  return (node.channel ? 1.35 : 1) * (all > 3000 ? 3.4 : all > 800 ? 5 : all > 60 ? 9 : 12);
}

function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
