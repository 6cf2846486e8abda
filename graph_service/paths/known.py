"""What a search has read of the graph so far: which nodes are tied, how many ties each has, what may lie on a way."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


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
                self.closed.update(node for node, is_closed in far if is_closed)
                self.tie(place, (node for node, _ in far))
            elif ties > most:
                self.hubs.add(place)

    def tie(self, node: str, others: Iterable[str]) -> None:
        """Take in that a node is tied to others."""
        for other in others:
            self.far[node].add(other)
            self.far[other].add(node)

    def may_lie_between(self, node: str) -> bool:
        """Return whether a way may lead over the node."""
        if node in (self.start, self.end) or node in self.shut:
            return False
        return node in self.open or node not in self.closed

    def distances(self, start: str, only: Collection[str] | None = None) -> dict[str, int]:
        """Return how far each node is from one end, over nodes that may lie between, and over these only where any are given."""
        found, now = {start: 0}, [start]
        while now:
            over = [node for node in now if node == start or (only is None or node in only)]
            now = []
            for node in over:
                for other in self.far.get(node, ()):
                    if other not in found and self.may_lie_between(other):
                        found[other] = found[node] + 1
                        now.append(other)
        return found

    def frontier(self, start: str, depth: int) -> list[str]:
        """Return what is so far from one end and can be followed next."""
        reached = self.distances(start, self.followed)
        done = self.followed | self.hubs
        return [node for node, hops in reached.items() if hops <= depth and node not in done]

    def between(self, hops: int) -> dict[str, set[str]]:
        """Return the ties of what may lie on a way of so many hops, the ends included; blind alleys are left out."""
        ahead, behind = self.distances(self.start), self.distances(self.end)
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
