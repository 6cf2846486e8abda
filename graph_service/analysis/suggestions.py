"""Namings that may be missing between what was asked around and the rest, each with the way that speaks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scipy.sparse import csr_array

from graph_service.analysis import words
from graph_service.analysis.measured import Measured
from graph_service.analysis.network import NAMINGS, Network, matrix_of
from graph_service.analysis.suggesting import strengths
from schema import MATTER

_DIGITS = 6


@dataclass(frozen=True)
class Way:
    """From what was asked over what is tied to it and that one's neighbour to what may belong too."""

    asked: int
    near: int
    far: int
    other: int

    @property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """Return the ends of its three ties."""
        return (self.asked, self.near), (self.near, self.far), (self.far, self.other)


def suggestions(measured: Measured) -> Iterator[dict[str, Any]]:
    """Yield the strongest for all that was asked around; a hub is no ground for any."""
    network = measured.network
    namings = {_pair(tie.start, tie.end): place for place, tie in enumerate(network.ties) if _counts(network, place)}
    asked = [place for place, node in enumerate(network.nodes) if not node.hops and not node.is_hub]
    if not asked or not namings:
        return
    matrix = matrix_of(len(network.nodes), list(namings))
    found, third = strengths(matrix, asked), matrix @ (matrix @ matrix[:, asked].toarray())
    ranked = sorted(
        (-round(float(found[other, column]), _DIGITS), node, other)
        for column, node in enumerate(asked)
        for other in third[:, column].nonzero()[0].tolist()
        if _pair(node, other) not in namings
    )
    for strength, node, other in ranked[: measured.wanted.first]:
        ways = int(third[other, asked.index(node)])
        yield _told(measured, _way(matrix, node, other), namings, ways) | {"strength": -strength}


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _counts(network: Network, place: int) -> bool:
    tie = network.ties[place]
    return tie.type in NAMINGS and not network.nodes[tie.start].is_hub and not network.nodes[tie.end].is_hub


def _near(matrix: csr_array, node: int) -> list[int]:
    return sorted(matrix.indices[matrix.indptr[node] : matrix.indptr[node + 1]].tolist())


def _way(matrix: csr_array, asked: int, other: int) -> Way:
    """Return the first of the ways of three steps, in the order of the house."""
    far = set(_near(matrix, other))
    return next(
        Way(asked, near, between, other)
        for near in _near(matrix, asked)
        for between in _near(matrix, near)
        if between in far
    )


def _told(measured: Measured, way: Way, namings: dict[tuple[int, int], int], ways: int) -> dict[str, Any]:
    is_matter = measured.network.nodes[way.asked].label in MATTER
    beside, nearby = (way.near, way.far) if is_matter else (way.far, way.near)
    facts = {"asked": way.asked, "name": way.other, "nearby": nearby, "beside": beside}
    names = {key: measured.name(node) for key, node in facts.items()}
    template = "suggested" if is_matter else "suggested_matter"
    return {
        "asked": measured.shown.node(way.asked), "node": measured.shown.node(way.other), "ways": ways,
        "edges": measured.shown.edges([namings[_pair(*ends)] for ends in way.steps]),
        **words.both(lambda at: words.sentence(template, at, **names, ways=ways)),
    }  # fmt: skip
