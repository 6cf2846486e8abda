import type Sigma from 'sigma';

// Milliseconds without a move after which the picture rests; a large one takes longer to draw whole than a hand pauses.
const REST = 180;
const LARGE_REST = 450;

const POINTED = new Set(['mousedown', 'mouseup', 'click']);

const moved = new WeakSet<object>();
const touches = new WeakMap<object, () => void>();

/** Whether the picture is being panned or zoomed now: what costs most is left out of it meanwhile. */
export function isMoved(renderer: object): boolean {
  return moved.has(renderer);
}

/** Whether a large picture is being moved: nobody points at a thing in it meanwhile. */
export function isHeavy(renderer: { getContainer: () => HTMLElement }): boolean {
  return isMoved(renderer) && renderer.getContainer().classList.contains('large');
}

/** Whether so many ties are in a picture that is being moved that they are left out of it. */
export function isWithoutTies(renderer: { getContainer: () => HTMLElement }): boolean {
  return isMoved(renderer) && renderer.getContainer().classList.contains('vast');
}

/** Says that the picture is being moved by other means than its camera: a node is drawn to another place. */
export function touch(renderer: object): void {
  touches.get(renderer)?.();
}

/** Watches the camera, and has the whole picture drawn once it rests and the hand has let go. */
export function watchMotion(sigma: Sigma): void {
  const captor = sigma.getMouseCaptor();
  const container = sigma.getContainer();
  const isLarge = () => container.classList.contains('large');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    if (captor.isMouseDown) return;
    moved.delete(sigma);
    container.classList.remove('moved');
    if (sigma.getGraph().order) sigma.scheduleRender();
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(rest, isLarge() ? LARGE_REST : REST);
  };
  const touched = () => {
    moved.add(sigma);
    container.classList.add('moved');
    soon();
  };
  const released = () => isMoved(sigma) && soon();
  touches.set(sigma, touched);
  sigma.getCamera().on('updated', touched);
  addEventListener('mouseup', released);
  sigma.on('kill', () => {
    clearTimeout(timer);
    removeEventListener('mouseup', released);
  });
  // What the pointer is over is read back from what was drawn, for which the page has to wait for each drawing; what the
  // wheel is turned over matters to nobody.
  const emit = captor.emit.bind(captor) as (type: string, ...told: unknown[]) => boolean;
  const isLeftOut = (type: string) =>
    type === 'wheel' ||
    (type === 'mousemove' ? captor.isMouseDown || isMoved(sigma) : isLarge() && isMoved(sigma) && POINTED.has(type));
  captor.emit = ((type: string, ...told: unknown[]) => isLeftOut(type) || emit(type, ...told)) as typeof captor.emit;
}
