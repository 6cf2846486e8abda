"""How many things of a kind there are for each set of readers, counted once for each edition of the kind.

A list without a filter is counted from here: a sum over the viewer's own audiences. What changes things of a kind gives its
edition another mark in the same transaction (`graph_service/cypher/editions.py`); a graph whose kinds have no editions yet is
counted anew each time.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_service.api.plan.root import Request, Root, RootForm
from graph_service.cypher.editions import EVERYTHING
from graph_service.cypher.files import query
from graph_service.cypher.lists.page import Choice, is_whole
from graph_service.cypher.seen.graph import SeenGraph
from graph_service.graph import Graph
from graph_service.model import ABSTRACT

_FILE = "rights/counts"


@dataclass(frozen=True)
class _Counted:
    """What was counted, and the marks of the editions at that time."""

    marks: list[list[str]]
    by_audience: dict[int, int]


@dataclass
class Counts:
    """The counts that this process remembers, one for each kind or family that was asked for."""

    _kept: dict[str, _Counted] = field(default_factory=dict)
    _counting: dict[str, asyncio.Lock] = field(default_factory=dict)

    async def total(self, type_name: str, marks: list[list[str]], audiences: Collection[int], graph: Graph) -> int:
        """Return how many things of the kind or family the viewer of the graph sees, as of these marks or later.

        They are those that these audiences hold; one that is opened counts, one that is shut does not.
        """
        held = await self._held(type_name, marks, audiences, graph)
        if isinstance(graph, SeenGraph) and graph.view.tiers.differ:
            held += await _more_by_tiers(type_name, set(audiences), graph)
        return held

    async def _held(self, type_name: str, marks: list[list[str]], audiences: Collection[int], graph: Graph) -> int:
        if not self._is_kept(type_name, marks):
            async with self._counting.setdefault(type_name, asyncio.Lock()):
                if not self._is_kept(type_name, marks):
                    self._kept[type_name] = await _count(type_name, graph)
        seen, kept = set(audiences), self._kept[type_name].by_audience
        return sum(number for audience, number in kept.items() if audience in seen)

    def _is_kept(self, type_name: str, marks: list[list[str]]) -> bool:
        known = self._kept.get(type_name)
        return known is not None and known.marks == marks and covers(type_name, marks)


def labels_of(type_name: str) -> Sequence[str]:
    """Return the kinds of a family, or the kind itself."""
    return ABSTRACT.get(type_name, (type_name,))


def names_of(type_name: str) -> list[str]:
    """Return the editions that a count of the kind or family rests on."""
    return sorted([*labels_of(type_name), EVERYTHING])


def covers(type_name: str, marks: list[list[str]]) -> bool:
    """Return whether every kind has an edition, so that a change would be seen."""
    return set(labels_of(type_name)) <= {name for name, _ in marks}


async def _more_by_tiers(type_name: str, audiences: set[int], graph: SeenGraph) -> int:
    """Return by how many the things that are opened are more than those that are shut, of what would be counted otherwise."""
    tiers = graph.view.tiers
    file = query("rights/counts_apart")
    sent = {"labels": list(labels_of(type_name)), "uids": sorted(tiers.opened | tiers.shut)}
    (found,) = await graph.fetch(file.body, sent, file.name)
    more = 0
    for uid, audience in found:
        is_counted = audience in audiences
        more += (uid not in tiers.shut and (uid in tiers.opened or is_counted)) - is_counted
    return more


async def _count(type_name: str, graph: Graph) -> _Counted:
    sent: dict[str, Any] = {"names": names_of(type_name), "labels": list(labels_of(type_name))}
    marks, counts = await graph.fetch(query(_FILE).body, sent, _FILE)
    by_audience: dict[int, int] = {}
    for audience, number in counts:
        by_audience[audience] = by_audience.get(audience, 0) + number
    return _Counted(marks, by_audience)


def counts_whole(root: Root, request: Request) -> bool:
    """Return whether a page holds everything of a kind that the viewer may see, so that its rows need not be counted."""
    file = query(request.file or root.file)
    return root.form is RootForm.PAGE and is_whole(file, Choice(request.filters, also=request.conditions))
