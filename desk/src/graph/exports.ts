import type Sigma from 'sigma';
import { channelColour, colourOf, familyOf, OUTLINES } from '../parts/kinds';
import type { Sheet } from '../parts/workbook';
import type { Words } from '../text';
import type { Visible } from './filters';
import { dashOf } from './canvas/manners';
import type { Places } from './canvas/useLayout';
import type { GraphNode } from './model';

/** The picture as it is seen, with the mark of who took it out. */
export async function pngOf(sigma: Sigma, mark: string): Promise<Blob> {
  const { width, height } = sigma.getDimensions();
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement('canvas');
  canvas.width = width * ratio;
  canvas.height = (height + 26) * ratio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--panel') || '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // A WebGL layer can be read in the same turn in which it was drawn.
  sigma.refresh();
  const layers = sigma.getCanvases();
  for (const name of ['edges', 'nodes', 'edgeLabels', 'labels', 'hovers', 'hoverNodes']) {
    const layer = layers[name];
    if (layer) context.drawImage(layer, 0, 0, width * ratio, height * ratio);
  }
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--ink-soft') || '#555';
  context.font = `${12 * ratio}px "Noto Sans CJK SC", sans-serif`;
  context.fillText(mark, 10 * ratio, (height + 18) * ratio);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** The picture as a drawing, whole and as it is told in the legend: shapes, rings and dashes, larger where things are drawn larger. */
export function svgOf({ nodes, edges }: Visible, places: Places, sizes: ReadonlyMap<string, number> | null, mark: string): string {
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 };
  const all = nodes.map(({ id }) => at(id));
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const [low, high] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))];
  const scale = 1200 / Math.max(right - left, high - low, 1);
  const put = (id: string) => ({ x: (at(id).x - left) * scale + 60, y: (high - at(id).y) * scale + 60 });
  const lines = edges.map((edge) => {
    const [one, other] = [put(edge.source), put(edge.target)];
    const dash = dashOf(edge.properties);
    const dashed = dash ? ` stroke-dasharray="${dash} ${dash}"` : '';
    return `<line x1="${one.x.toFixed(1)}" y1="${one.y.toFixed(1)}" x2="${other.x.toFixed(1)}" y2="${other.y.toFixed(1)}" stroke="#9aa7b8"${dashed}/>`;
  });
  const dots = nodes.map((node) => {
    const { x, y } = put(node.id);
    const large = sizes ? 0.7 + 2 * Math.sqrt(sizes.get(node.id) ?? 0) : 1.1;
    const ring = node.channel ? ` stroke="${channelColour(node.channel)}" stroke-width="3"` : '';
    return (
      `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${large.toFixed(2)})" d="${OUTLINES[familyOf(node.typename)]}" fill="${colourOf(node.typename)}"${ring}/>` +
      `<text x="${(x + 4 + 8 * large).toFixed(1)}" y="${(y + 4).toFixed(1)}">${xml(node.caption)}</text>`
    );
  });
  const [width, height] = [(right - left) * scale + 260, (high - low) * scale + 150];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height.toFixed(0)}" font-family="Noto Sans CJK SC, sans-serif" font-size="13">` +
    `<rect width="100%" height="100%" fill="#fff"/>${lines.join('')}${dots.join('')}` +
    `<text x="20" y="${(height - 16).toFixed(0)}" fill="#555">${xml(mark)}</text></svg>`
  );
}

export function graphMlOf({ nodes, edges }: Visible, mark: string): string {
  const keys = ['kind', 'caption', 'number', 'channel'].map((key) => `<key id="${key}" for="node" attr.name="${key}" attr.type="string"/>`);
  const ties = ['type', 'validFrom', 'validTo', 'source', 'sourceKey'].map(
    (key) => `<key id="e_${key}" for="edge" attr.name="${key}" attr.type="string"/>`,
  );
  const data = (key: string, value: unknown) =>
    value === null || value === undefined || value === '' ? '' : `<data key="${key}">${xml(String(value))}</data>`;
  const drawn = nodes.map(
    (node) =>
      `<node id="${xml(node.id)}">${data('kind', node.typename)}${data('caption', node.caption)}${data('number', node.number)}${data('channel', node.channel)}</node>`,
  );
  const tied = edges.map(
    (edge) =>
      `<edge id="${xml(edge.id)}" source="${xml(edge.source)}" target="${xml(edge.target)}">${data('e_type', edge.type)}` +
      ['validFrom', 'validTo', 'source', 'sourceKey'].map((key) => data(`e_${key}`, edge.properties[key])).join('') +
      '</edge>',
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${xml(mark).replaceAll('--', '- -')} -->\n` +
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${keys.join('')}${ties.join('')}` +
    `<graph edgedefault="directed">${drawn.join('')}${tied.join('')}</graph></graphml>\n`
  );
}

export function tiesTable({ nodes, edges }: Visible, words: Words): string[][] {
  const name = new Map(nodes.map((each) => [each.id, each.caption]));
  const told = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  return [
    [words.t('column.from'), words.t('column.tie'), words.t('column.to'), words.t('column.since'), words.t('column.until'), words.t('column.source')],
    ...edges.map(({ source, target, type, properties }) => [
      name.get(source) ?? '',
      words.tie(type),
      name.get(target) ?? '',
      told(properties.validFrom),
      told(properties.validTo),
      [properties.source, properties.sourceKey].filter(Boolean).join(' '),
    ]),
  ];
}

/** Things as rows under a head, with how many ties each has in the picture. */
export function thingsTable(nodes: readonly GraphNode[], degree: ReadonlyMap<string, number>, words: Words): (string | number)[][] {
  const { t, kind, value } = words;
  return [
    [t('column.kind'), t('column.name'), t('column.number'), t('column.channel'), t('column.degree')],
    ...nodes.map((node) => [kind(node.typename), node.caption, node.number ?? '', value('Channel', node.channel), degree.get(node.id) ?? 0]),
  ];
}

/** The sheets of a workbook: things, ties, and who took it out. */
export function sheetsOf(visible: Visible, words: Words, mark: string): Sheet[] {
  const { t } = words;
  return [
    { name: t('sheet.things'), rows: thingsTable(visible.nodes, visible.degree, words) },
    { name: t('sheet.ties'), rows: tiesTable(visible, words) },
    { name: t('sheet.mark'), rows: [[mark]] },
  ];
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
