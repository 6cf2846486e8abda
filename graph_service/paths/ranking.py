"""Puts ways of one length in order without listing all: the rarest ground first, then by the public keys of the nodes in turn.

A way's crowd is how many ties the most tied node between its ends has. The search goes on with the beginning that can still
become the best way: what the best rest of it costs is worked out before, from the end backwards.
"""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph_service.paths.question import Key, Way


class OutOfSteps(Exception):
    """More steps than a question may take."""


@dataclass
class Meter:
    """Counts steps, and stops when none are left."""

    left: int

    def step(self) -> None:
        """Count one step, or raise."""
        self.left -= 1
        if self.left < 0:
            raise OutOfSteps


@dataclass(frozen=True)
class Ground:
    """What ways may lead over: ties, how crowded and of which public key each node is, and what every way has to hold."""

    start: str
    end: str
    far: Mapping[str, set[str]]
    crowds: Mapping[str, int]
    keys: Mapping[str, Key]
    through: tuple[str, ...] = ()
    bits: Mapping[str, int] = field(init=False)
    ranks: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Number the nodes in the order of their keys, and what has to be passed."""
        in_order = sorted((node for node in self.far if node in self.keys), key=lambda node: self.keys[node])
        object.__setattr__(self, "ranks", {node: rank for rank, node in enumerate(in_order)})
        object.__setattr__(self, "bits", {node: 1 << place for place, node in enumerate(self.through)})

    def crowd(self, node: str) -> int:
        """Return how many ties a node between the ends has; an end counts nothing."""
        return 0 if node in (self.start, self.end) else self.crowds[node]


_Rest = dict[str, dict[int, int]]  # node, what is still to be passed after it, least crowd of the rest


def ways_of(ground: Ground, hops: int, meter: Meter) -> Iterator[Way]:
    """Yield every way of exactly so many hops, in order."""
    rests = _rests(ground, hops, meter)
    every = (1 << len(ground.through)) - 1
    least = rests[hops].get(ground.start, {}).get(every)
    if least is None:
        return
    waiting: list[tuple[int, tuple[int, ...], tuple[str, ...], int, int]] = [(least, (), (ground.start,), every, 0)]
    while waiting:
        meter.step()
        _, ranks, nodes, missing, crowd = heapq.heappop(waiting)
        left = hops - len(nodes)
        if left < 0:
            yield Way(nodes, (hops, crowd, tuple(ground.keys[node] for node in nodes[1:-1])))
            continue
        for node in ground.far[nodes[-1]]:
            still = missing & ~ground.bits.get(node, 0)
            rest = rests[left].get(node, {}).get(still)
            if rest is None or node in nodes:
                continue
            so_far = max(crowd, ground.crowd(node))
            ranked = ranks if left == 0 else (*ranks, ground.ranks[node])
            heapq.heappush(waiting, (max(so_far, rest), ranked, (*nodes, node), still, so_far))


def _rests(ground: Ground, hops: int, meter: Meter) -> list[_Rest]:
    """Return for each number of hops left from where the end can be reached, over what, and how crowded that is at least."""
    found: list[_Rest] = [{ground.end: {0: 0}}]
    for left in range(1, hops + 1):
        reached: _Rest = {}
        for node, after in found[-1].items():
            bit, crowd = ground.bits.get(node, 0), ground.crowd(node)
            for other in ground.far.get(node, ()):
                if other == ground.end or (other == ground.start) != (left == hops):
                    continue
                meter.step()
                known = reached.setdefault(other, {})
                for missing, rest in after.items():
                    value = max(rest, crowd)
                    known[missing | bit] = min(value, known.get(missing | bit, value))
        found.append(reached)
    return found
