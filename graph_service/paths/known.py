"""What a search has read of the graph so far: which nodes are tied, how many ties each has, what may lie on a way."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

_CLOSED = "-"  # before what is of a kind that the question closes


@dataclass
class Known:
    """The ties that were read. A node is followed when all its ties are known, and a hub when it has too many for that."""

    start: str
    end: str
    open: frozenset[str] = frozenset()  # named by the question, so that conditions on kinds do not close them
    shut: frozenset[str] = frozenset()  # must not lie on a way
    far: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ties: dict[str, int] = field(default_factory=dict)
    followed: set[str] = field(default_factory=set)
    hubs: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    def add(self, found: Iterable[Sequence[Any]], most: int) -> None:
        """Take in what a step has found: nodes with how many ties they have, and the far ends of those that were followed."""
        for place, ties, far, *_ in found:
            self.ties[place] = ties
            if far is not None:
                self.followed.add(place)
                self.closed.update(node[1:] for node in far if node[0] == _CLOSED)
                self.tie(place, (node.removeprefix(_CLOSED) for node in far))
            elif ties > most:
                self.hubs.add(place)

    def tie(self, node: str, others: Iterable[str]) -> None:
        """Take in that a node is tied to others."""
        for other in others:
            self.far[node].add(other)
            self.far[other].add(node)

    @property
    def blocked(self) -> set[str]:
        """Return what cannot lie between the ends of a way: the ends, what is shut, and what is of a closed kind and not named."""
        return {self.start, self.end} | self.shut | (self.closed - self.open)

    def distances(self, start: str, hops: int, only: set[str] | None = None) -> dict[str, int]:
        """Return how far each node is from one end, up to so many hops, over nodes that may lie between; over these only if given."""
        found, now = {start: 0}, {start}
        blocked = self.blocked
        for hop in range(1, hops + 1):
            over = now if only is None or hop == 1 else now & only
            now = set().union(*(self.far[node] for node in over)) - found.keys() - blocked
            if not now:
                break
            found.update(dict.fromkeys(now, hop))
        return found

    def frontier(self, start: str, depth: int) -> list[str]:
        """Return what is so far from one end and can be followed next."""
        return list(self.distances(start, depth, self.followed).keys() - self.followed - self.hubs)

    def between(self, hops: int) -> dict[str, set[str]]:
        """Return the ties of what may lie on a way of so many hops, the ends included; blind alleys are left out."""
        ahead, behind = self.distances(self.start, hops - 1), self.distances(self.end, hops - 1)
        ways = {node for node, far in ahead.items() if far + behind.get(node, hops) <= hops} | {self.start, self.end}
        found = {node: self.far.get(node, set()) & ways for node in ways}
        blind = [node for node in ways if self._is_blind(node, found[node])]
        while blind:
            node = blind.pop()
            for other in found.pop(node, ()):
                found[other].discard(node)
                if self._is_blind(other, found[other]):
                    blind.append(other)
        return found

    def _is_blind(self, node: str, others: Collection[str]) -> bool:
        return len(others) < 2 and node not in (self.start, self.end)
