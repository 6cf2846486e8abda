import type { Settings } from 'sigma/settings';
import type { NodeDisplayData, PartialButFor } from 'sigma/types';
import type { Shade } from '../../app/preferences';

export function inkOf(shade: Shade): string {
  return shade === 'dark' ? '#e8edf4' : '#141c28';
}

type Hovered = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'>;

/** Draws the name of a node that is pointed at or chosen on a ground of its own, with a ring around the node. */
export function drawHovered(context: CanvasRenderingContext2D, data: Hovered, settings: Settings): void {
  const dark = document.documentElement.dataset.shade === 'dark';
  context.font = `600 ${settings.labelSize + 1}px ${settings.labelFont}`;
  context.strokeStyle = dark ? '#ffd27a' : '#c2410c';
  context.lineWidth = 2;
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
  context.stroke();
  if (!data.label) return;
  const width = context.measureText(data.label).width + 14;
  const left = data.x + data.size + 7;
  context.fillStyle = dark ? '#222a35' : '#ffffff';
  context.strokeStyle = dark ? '#4a5769' : '#c4cedb';
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, data.y - 12, width, 24, 5);
  context.fill();
  context.stroke();
  context.fillStyle = dark ? '#e8edf4' : '#141c28';
  context.fillText(data.label, left + 7, data.y + 4.5);
}
