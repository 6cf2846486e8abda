import { expect, test } from 'vitest';
import { meet, Rooms, type Room } from './rooms';

test('no name lies on another, and a crowd still has many names', () => {
  const rooms = new Rooms();
  const nodes = Array.from({ length: 400 }, (_, at) => ({ x: (at * 37) % 300, y: (at * 53) % 200, size: 5 }));
  const taken = nodes.map((node) => rooms.taken(node, 48, 12)).filter((room): room is Room => room !== null);

  expect(taken.length).toBeGreaterThan(30);
  expect(taken.length).toBeLessThan(nodes.length);
  expect(taken.flatMap((one, at) => taken.slice(at + 1).filter((other) => meet(one, other)))).toEqual([]);
});

test('a name keeps off other nodes while there is room', () => {
  const rooms = new Rooms();
  rooms.avoid({ x: 0, y: 0, size: 5 });
  rooms.avoid({ x: 30, y: 0, size: 5 });

  expect(rooms.taken({ x: 0, y: 0, size: 5 }, 40, 12)?.right).toBe(-9);
});

test('a name stands to the right, and else where there is room', () => {
  const rooms = new Rooms();
  const [right, left] = [rooms.taken({ x: 0, y: 0, size: 5 }, 40, 12), rooms.taken({ x: 1, y: 2, size: 5 }, 40, 12)];

  expect(right?.left).toBe(9);
  expect(left?.right).toBe(-8);
});
