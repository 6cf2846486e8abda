import type Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { NodeDisplayData, PartialButFor } from 'sigma/types';
import { isMoved } from './motion';
import { Rooms } from './rooms';

type Labelled = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'>;

const MOST_AVOIDED = 400; // nodes up to which names keep off nodes as well
const CHOSEN = 20; // pixels by which the name of the chosen one is wider
const HALO = 3; // pixels around a name that keep it apart from ties and nodes

/** Draws the names of nodes where there is room; a name that would lie on another is left out until there is. */
export class Labels {
  private readonly rooms = new Rooms();
  private readonly widths = new Map<string, number>();
  private sigma: Sigma | null = null;
  private begun = false;

  /** Begins anew with each drawing of the picture. */
  watch(sigma: Sigma): void {
    this.sigma = sigma;
    sigma.on('beforeRender', () => {
      this.rooms.empty();
      this.begun = false;
    });
  }

  /** What sigma calls for each name that it would draw. */
  readonly draw = (context: CanvasRenderingContext2D, data: Labelled, settings: Settings): void => {
    // The chosen one's name is drawn above the rest, on a ground of its own.
    if (!data.label || data.highlighted || (this.sigma && isMoved(this.sigma))) return;
    this.begin(context, settings);
    context.font = `${settings.labelSize}px ${settings.labelFont}`;
    const room = this.rooms.taken(data, this.widthOf(data.label, context), settings.labelSize);
    if (!room) return;
    const dark = document.documentElement.dataset.shade === 'dark';
    const baseline = room.bottom - settings.labelSize * 0.28;
    context.lineJoin = 'round';
    context.lineWidth = HALO;
    context.strokeStyle = dark ? '#1a2029' : '#ffffff';
    context.strokeText(data.label, room.left, baseline);
    context.fillStyle = settings.labelColor.color ?? '#000000';
    context.fillText(data.label, room.left, baseline);
  };

  /** Learns where the nodes are, with the first name: before it the places are those of the drawing before. */
  private begin(context: CanvasRenderingContext2D, settings: Settings): void {
    const { sigma } = this;
    if (this.begun || !sigma) return;
    this.begun = true;
    if (sigma.getGraph().order > MOST_AVOIDED) return;
    sigma.getGraph().forEachNode((node) => {
      const shown = sigma.getNodeDisplayData(node);
      if (!shown) return;
      const place = { ...sigma.framedGraphToViewport(shown), size: sigma.scaleSize(shown.size) };
      this.rooms.avoid(place);
      if (shown.highlighted && shown.label) this.rooms.taken(place, this.widthOf(shown.label, context) + CHOSEN, settings.labelSize * 1.6);
    });
  }

  /** The width in the font that the context has taken: in the first picture of a page it may still be that of the browser. */
  private widthOf(label: string, context: CanvasRenderingContext2D): number {
    const key = `${context.font} ${label}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = context.measureText(label).width;
    this.widths.set(key, width);
    return width;
  }
}
