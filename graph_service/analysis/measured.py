"""A network with its measures, each worked out once and only if something needs it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy

from graph_service.analysis import words
from graph_service.analysis.bounds import TOLD_NODES, TOLD_TIES
from graph_service.analysis.measures import Figures, betweenness_centrality, communities, pagerank, sources_of
from graph_service.analysis.network import Network

_DIGITS = 6


@dataclass(frozen=True)
class Wanted:
    """What is asked of a network: how many of each finding, in which order, how finely its growth is told, how far it goes."""

    first: int
    order: str
    period: int
    hops: int


@dataclass
class Shown:
    """Which nodes and ties the answer shows, each once."""

    nodes: dict[int, int] = field(default_factory=dict)
    ties: dict[int, int] = field(default_factory=dict)

    def node(self, place: int) -> int:
        """Return where the node stands among those shown."""
        return self.nodes.setdefault(place, len(self.nodes))

    def edges(self, places: Sequence[int]) -> list[int]:
        """Return where the ties stand among those shown, of many the first."""
        return [self.ties.setdefault(place, len(self.ties)) for place in places[:TOLD_TIES]]


@dataclass
class Measured:
    """A network, what is wanted of it, and its measures."""

    network: Network
    wanted: Wanted
    shown: Shown = field(default_factory=Shown)

    @cached_property
    def sources(self) -> list[int]:
        """Return the nodes from which betweenness is worked out."""
        return sources_of(len(self.network.nodes))

    @cached_property
    def betweenness(self) -> Figures:
        """Return the betweenness of each node."""
        return numpy.round(betweenness_centrality(self.network.matrix, self.sources), _DIGITS)

    @cached_property
    def degrees(self) -> Figures:
        """Return how many others each node is tied to."""
        found: Figures = self.network.matrix.sum(axis=1)
        return found

    @cached_property
    def ranks(self) -> Figures:
        """Return the PageRank of each node."""
        return numpy.round(pagerank(self.network.matrix), _DIGITS)

    @cached_property
    def groups(self) -> list[list[int]]:
        """Return the communities, the largest first."""
        return communities(self.network.matrix)

    @cached_property
    def group_of(self) -> dict[int, int]:
        """Return the number of each node's community, from 1."""
        return {node: number for number, group in enumerate(self.groups, 1) for node in group}

    def ordered(self, nodes: Sequence[int]) -> list[int]:
        """Return the nodes, the most central first; of equal ones in the order of the house."""
        measures = {"DEGREE": self.degrees, "PAGE_RANK": self.ranks}
        first = measures.get(self.wanted.order, self.betweenness)
        return sorted(nodes, key=lambda node: (-first[node], -self.degrees[node], node))

    def name(self, node: int) -> str:
        """Return what a node is called."""
        return self.network.nodes[node].caption

    def names(self, nodes: Sequence[int], language: int) -> str:
        """Return what the first of these nodes are called."""
        return words.joined([self.name(node) for node in dict.fromkeys(nodes)][:TOLD_NODES], language)
