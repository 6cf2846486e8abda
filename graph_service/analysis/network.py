"""A network as it was read: nodes in the order of the house, ties between their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx
import numpy
from scipy.sparse import csr_array

from graph_service.analysis.bounds import HUB_CAP, MOST_NODES

NAMINGS = frozenset({"NAMES", "NAMES_IN_TEXT"})


@dataclass(frozen=True)
class NetworkNode:
    """One node: where the graph has it, its kind, what it is called, how far it is from what was asked around, its ties."""

    address: Sequence[str]
    label: str
    caption: str
    hops: int
    ties: int  # those that the viewer may see, counted up to the size of a network

    @property
    def is_hub(self) -> bool:
        """Return whether it has too many ties to be followed through."""
        return self.ties > (HUB_CAP if self.hops else MOST_NODES)


@dataclass(frozen=True)
class NetworkTie:
    """One tie between the nodes at two places, from start to end: where the graph has it, its type, its day if it has one."""

    start: int
    end: int
    type: str
    day: str | None
    address: Sequence[str]


@dataclass(frozen=True)
class Network:
    """Nodes and the ties among them; measures look at each pair of nodes once, however many ties it has, without direction."""

    nodes: tuple[NetworkNode, ...]
    ties: tuple[NetworkTie, ...]

    @cached_property
    def matrix(self) -> csr_array:
        """Return which nodes are tied, as a symmetric matrix of noughts and ones."""
        return matrix_of(len(self.nodes), [(tie.start, tie.end) for tie in self.ties])

    @cached_property
    def graph(self) -> networkx.Graph:
        """Return the same as a graph of networkx."""
        return networkx.from_scipy_sparse_array(self.matrix)

    @cached_property
    def ties_at(self) -> list[list[int]]:
        """Return the places of the ties of each node, in the order of the ties."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for place, tie in enumerate(self.ties):
            found[tie.start].append(place)
            found[tie.end].append(place)
        return found

    def far(self, tie: int, node: int) -> int:
        """Return the other end of a tie."""
        return self.ties[tie].end if self.ties[tie].start == node else self.ties[tie].start


def matrix_of(size: int, pairs: Sequence[Any]) -> csr_array:
    """Return the symmetric matrix of noughts and ones in which these pairs of places are tied."""
    ends = numpy.array(pairs, dtype=numpy.int32).reshape(-1, 2)
    ends = ends[ends[:, 0] != ends[:, 1]]
    rows, columns = numpy.concatenate([ends, ends[:, ::-1]]).T
    made = csr_array((numpy.ones(len(rows)), (rows, columns)), shape=(size, size))
    made.sum_duplicates()
    made.data[:] = 1.0
    return made
