"""How a network grew: what came in each month or year, and who joined parts that had been apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from graph_service.analysis.network import Network, NetworkTie

MONTH, YEAR = 7, 4  # signs of a day as text
_A_PART = 2  # nodes; who comes alone joins no part


@dataclass(frozen=True)
class Joining:
    """Parts that one node joined on a day: how large they were, and the ties by which it did."""

    node: int
    day: str
    sizes: list[int]
    ties: list[int]


@dataclass
class GrowthStep:
    """A month or year: the nodes and ties that came, and what the network then was."""

    period: str
    nodes: int = 0
    ties: int = 0
    parts: int = 0
    largest: int = 0
    joinings: list[Joining] = field(default_factory=list)


@dataclass
class Parts:
    """Which nodes hang together so far; a node is in it from its first tie on."""

    above: dict[int, int] = field(default_factory=dict)
    size: dict[int, int] = field(default_factory=dict)  # of each part, by its top

    def top(self, node: int) -> int:
        """Return the node that stands for the part, which a new node is by itself."""
        if node not in self.above:
            self.above[node], self.size[node] = node, 1
        while self.above[node] != node:
            self.above[node] = node = self.above[self.above[node]]
        return node

    def join(self, one: int, other: int) -> None:
        """Make one part of those of two nodes."""
        small, large = sorted((self.top(one), self.top(other)), key=lambda top: (self.size[top], top))
        if small != large:
            self.above[small] = large
            self.size[large] += self.size.pop(small)


def growth(network: Network, length: int) -> list[GrowthStep]:
    """Return the steps in which anything came, by the days of ties; ties without a day come in none."""
    dated = sorted((tie.day, place) for place, tie in enumerate(network.ties) if tie.day)
    parts, steps = Parts(), []
    for period, of_period in groupby(dated, key=lambda each: each[0][:length]):
        step, before = GrowthStep(period), len(parts.above)
        for day, of_day in groupby(of_period, key=lambda each: each[0]):
            places = [place for _, place in of_day]
            step.ties += len(places)
            step.joinings += _joinings(network, day, places, parts)
        step.nodes = len(parts.above) - before
        step.parts, step.largest = len(parts.size), max(parts.size.values())
        steps.append(step)
    return steps


def _joinings(network: Network, day: str, places: Sequence[int], parts: Parts) -> list[Joining]:
    """Return which parts the ties of one day join; the ties are added to the parts."""
    ties = [network.ties[place] for place in places]
    known = {node: parts.top(node) for tie in ties for node in (tie.start, tie.end) if node in parts.above}
    sizes = {top: parts.size[top] for top in known.values()}
    for tie in ties:
        parts.join(tie.start, tie.end)
    groups: dict[int, list[int]] = {}
    for place, tie in zip(places, ties, strict=True):
        groups.setdefault(parts.top(tie.start), []).append(place)
    found = []
    for group in groups.values():
        tops = {known[node] for tie in _of(network, group) for node in (tie.start, tie.end) if node in known}
        large = sorted((sizes[top] for top in tops if sizes[top] >= _A_PART), reverse=True)
        if len(large) > 1:
            found.append(_joining(network, day, large, group, known))
    return found


def _joining(network: Network, day: str, sizes: list[int], group: list[int], known: dict[int, int]) -> Joining:
    """Return who joined them: whoever reaches most of the parts by ties of that day, new ones before old ones."""
    reached: dict[int, set[int]] = {}
    for tie in _of(network, group):
        for node, far in ((tie.start, tie.end), (tie.end, tie.start)):
            reached.setdefault(node, set()).update({known[each] for each in (node, far) if each in known})
    node = min(reached, key=lambda each: (-len(reached[each]), each in known, each))
    return Joining(
        node, day, sizes, [place for place in group if node in (network.ties[place].start, network.ties[place].end)]
    )


def _of(network: Network, places: Sequence[int]) -> Iterator[NetworkTie]:
    return (network.ties[place] for place in places)
