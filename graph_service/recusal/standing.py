"""What is shut to each officer, worked out once and kept until the graph or the day is another."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.graph import Graph
from graph_service.recusal.reading import hard_grounds, shut_by

_REMEMBERED = 1024  # officers


@dataclass(frozen=True)
class _Kept:
    """What is shut, and of which graph, declarations and audiences that is true."""

    mark: tuple[object, ...]
    shut: frozenset[str]


class Recusals:
    """What each officer is recused from, as the graph has it; one for all who ask through this service."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._kept: dict[str, _Kept] = {}
        self._reading: dict[str, asyncio.Lock] = {}

    async def shut(
        self, officer: str, edition: str, declared: Iterable[str], audiences: Sequence[int]
    ) -> frozenset[str]:
        """Return the uids of what is shut to the officer, of a graph of this edition; `declared` matters are shut beside the found."""
        mark = (edition, frozenset(declared), tuple(audiences))
        async with self._reading.setdefault(officer, asyncio.Lock()):
            known = self._kept.get(officer)
            if known is None or known.mark != mark:
                matters = {each.matter for each in await hard_grounds(self._graph, officer)} | mark[1]
                known = _Kept(mark, await shut_by(self._graph, matters, audiences))
                if len(self._kept) >= _REMEMBERED:
                    self._kept.clear()
                self._kept[officer] = known
        return known.shut
