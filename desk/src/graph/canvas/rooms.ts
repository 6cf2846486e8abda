/** A rectangle of the picture that a name takes. */
export interface Room {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const GAP = 4; // pixels between a node and its name

/** The rooms that names have taken in one drawing, none of which lies on another. */
export class Rooms {
  private given: Room[] = [];
  private nodes: Room[] = [];

  empty(): void {
    this.given = [];
    this.nodes = [];
  }

  /** Says where a node is: a name lies on it only where there is no other room. */
  avoid({ x, y, size }: { x: number; y: number; size: number }): void {
    this.nodes.push({ left: x - size, top: y - size, right: x + size, bottom: y + size });
  }

  /** Takes the first free room beside a node, right, left, below or above; nothing where other names take a part of each. */
  taken({ x, y, size }: { x: number; y: number; size: number }, width: number, height: number): Room | null {
    const tall = height * 1.25;
    const at = (left: number, top: number): Room => ({ left, top, right: left + width, bottom: top + tall });
    const wanted = [
      at(x + size + GAP, y - tall / 2),
      at(x - size - GAP - width, y - tall / 2),
      at(x - width / 2, y + size + 1),
      at(x - width / 2, y - size - tall - 1),
    ];
    const open = wanted.filter((room) => !this.given.some((other) => meet(room, other)));
    const free = open.find((room) => !this.nodes.some((node) => meet(room, node))) ?? open[0];
    if (free) this.given.push(free);
    return free ?? null;
  }
}

/** Whether two rooms lie on each other. */
export function meet(one: Room, other: Room): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
