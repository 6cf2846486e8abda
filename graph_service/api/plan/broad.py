"""What is found by a text that very many things share: counted once for each set of readers, and remembered.

张 stands in the names of a city's every fifteenth person: to look at each of them whenever somebody types it takes a second. So
such a text is looked up once, whoever asks, and what it finds is kept for each set of readers: how much of each kind and rank
there is, and what comes first. An answer is made of the sets that the viewer belongs to, as the counts of whole lists are. What is
kept is forgotten with the next change of anything that people search for.
"""

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from typing import Any

from graph_service.api.plan.found import Found, find, sent
from graph_service.api.plan.root import Request, Root
from graph_service.cypher.editions import EVERYTHING as EVERY_KIND
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.cypher.seen.graph import SeenGraph
from graph_service.cypher.seen.sight import EVERYTHING, Sight
from graph_service.graph import Graph
from graph_service.search.matches import Match
from schema import KINDS

BROAD_FROM = 3_000  # hits, whoever may see them; so many are looked at as they are asked for
_FIRST = 50  # rows that are kept for each set of readers
_MOST_KEPT = 200
# The indexes of words follow a change within seconds: what is counted sooner after one is soon counted again.
_SETTLED_SECONDS, _UNSETTLED_SECONDS = 60.0, 5.0
_SPOKEN = (Match.SOUND, Match.INITIALS)  # what is one slip away is never broad enough to be worth asking
_FILTERS = ("kinds", "channels", "problems", "since", "until", "unit")
_IN_CHANNELS = [label for label, kind in KINDS.items() if "channel" in kind.model_fields]
_NAMES = sorted([*KINDS, EVERY_KIND])
Ways = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class HitsOfReaders:
    """What one set of readers sees of what was found: numbers by kind and rank, by channel, and the first rows in order."""

    groups: Sequence[tuple[str, int, int]]
    channels: Sequence[tuple[str, int]]
    rows: Sequence[Any]


@dataclass(frozen=True)
class _Kept:
    marks: list[list[str]]
    by_audience: Mapping[int, HitsOfReaders]
    until: float


@dataclass
class BroadTexts:
    """What this process remembers of texts that very many things share; one for all who ask through the service."""

    clock: Callable[[], float] = time.monotonic
    _kept: OrderedDict[tuple[Any, ...], _Kept] = field(default_factory=OrderedDict)
    _counting: dict[tuple[Any, ...], asyncio.Lock] = field(default_factory=dict)
    _marks: list[list[str]] = field(default_factory=list)
    _since: float = 0.0  # when these marks were first seen

    async def find(self, root: Root, request: Request, params: Mapping[str, Any], graph: Graph) -> Found | None:
        """Return what the request is about, or nothing where it is not there: what is broad by readers, all else by its file."""
        found = await self._by_readers(request, params, graph) if root.broad else None
        return found or await find(root, request, params, graph)

    async def _by_readers(self, request: Request, params: Mapping[str, Any], graph: Graph) -> Found | None:
        """Return what is found first, and how much, or nothing where the text has to be sought as any other."""
        given = request.params
        if not _is_plain(request, graph):
            return None
        key = _key(given["strict"], given["loose"], graph)
        state, is_broad = await self._state(given, graph, asks=key not in self._kept)
        if state is None or not (is_broad or key in self._kept):
            return None
        audiences = set(params["viewer_audiences"])
        seen = _of(await self._counted(key, given["strict"], given, state, graph), audiences)
        if given["words"] and not any(rank < given["joined"] for hits in seen for _, rank, _ in hits.groups):
            return None
        if _is_tried(given, seen):
            key = (*key, "loose")
            seen = _of(await self._counted(key, [*given["strict"], *given["loose"]], given, state, graph), audiences)
        total = sum(number for hits in seen for _, _, number in hits.groups)
        # So few are sorted by how many matters name them, which no set of readers tells for all.
        return None if total <= given["most"] else await _found(seen, total, request, params, graph)

    async def _state(self, given: Mapping[str, Any], graph: Graph, asks: bool) -> tuple[list[list[str]] | None, bool]:
        """Return the marks of everything that is searched for, none where it cannot be counted now; and whether the text is broad."""
        loose = (way for way in given["loose"] if way["match"] in _SPOKEN)
        ways = [*given["strict"], *loose] if asks else []
        text = query("search/is_broad")
        values = await graph.fetch(text.body, {"names": _NAMES, "ways": ways, "bound": BROAD_FROM}, text.name)
        marks, waiting, is_broad = values
        marks.sort()
        if waiting or marks != self._marks:
            self._marks, self._since = marks, self.clock()
        # A kind without a mark has not changed since changes are counted; the first change gives it one.
        return (None if waiting else marks), is_broad

    async def _counted(
        self, key: tuple[Any, ...], ways: Ways, given: Mapping[str, Any], marks: list[list[str]], graph: Graph
    ) -> Mapping[int, HitsOfReaders]:
        async with self._counting.setdefault(key, asyncio.Lock()):
            kept = self._kept.get(key)
            if kept is None or kept.marks != marks or kept.until < self.clock():
                settled = self.clock() - self._since > _SETTLED_SECONDS
                until = float("inf") if settled else self.clock() + _UNSETTLED_SECONDS
                kept = self._kept[key] = _Kept(marks, await _read(ways, given, graph), until)
            self._kept.move_to_end(key)
        if len(self._kept) > _MOST_KEPT:
            self._counting.pop(self._kept.popitem(last=False)[0], None)
        return kept.by_audience


def _is_plain(request: Request, graph: Graph) -> bool:
    """Return whether what is asked for is the first page of everything, by ways that find the same whoever asks."""
    given = request.params
    is_asked = request.after is None and request.first <= _FIRST and all(given[name] is None for name in _FILTERS)
    differs = isinstance(graph, SeenGraph) and graph.view.tiers.differ
    return (
        is_asked
        and not differs
        and not request.named
        and not any(way["post"] for way in (*given["strict"], *given["loose"]))
    )


def _key(strict: Ways, loose: Ways, graph: Graph) -> tuple[Any, ...]:
    sight: Sight = graph.sight if isinstance(graph, SeenGraph) else EVERYTHING
    return (
        sight,
        tuple((way["query"], way["rank"]) for way in strict),
        tuple((way["query"], way["rank"]) for way in loose),
    )


def _of(by_audience: Mapping[int, HitsOfReaders], audiences: set[int]) -> list[HitsOfReaders]:
    return [hits for audience, hits in by_audience.items() if audience in audiences]


def _is_tried(given: Mapping[str, Any], seen: list[HitsOfReaders]) -> bool:
    """Return whether looser ways are tried: the rule of queries/read/search.cypher."""
    ranks = [(rank, number) for hits in seen for _, rank, number in hits.groups]
    enough = sum(number for rank, number in ranks if rank < given["vague"]) >= given["enough"]
    return not enough and not (given["is_number"] and any(rank == 0 for rank, _ in ranks))


async def _read(ways: Ways, given: Mapping[str, Any], graph: Graph) -> dict[int, HitsOfReaders]:
    text = query("search/by_readers")
    asked = {"ways": ways, "labels": given["labels"], "in_channels": _IN_CHANNELS, "most": _FIRST + 1}
    (found,) = await graph.fetch(filled_whole(text.body, (), text.name), {"given": asked}, text.name)
    return {audience: HitsOfReaders(groups, channels, rows) for audience, groups, channels, rows in found}


async def _found(
    seen: list[HitsOfReaders], total: int, request: Request, params: Mapping[str, Any], graph: Graph
) -> Found:
    rows = [
        {"node": node, "sort": rank * 1_000_000, "place": place, "rank": rank}
        for rank, place, node in merge(*(hits.rows for hits in seen), key=lambda row: (row[0], row[1], row[2][1]))
    ][: request.first]
    text = query("search/values")
    stated = sent(text.name, {**params, "given": {"rows": rows, "fields": request.params["fields"]}})
    (shown,) = await graph.fetch(text.body, stated, text.name)
    kinds: Counter[str] = Counter()
    channels: Counter[str] = Counter()
    for hits in seen:
        kinds.update({kind: 0 for kind, _, _ in hits.groups})
        for kind, _, number in hits.groups:
            kinds[kind] += number
        for channel, number in hits.channels:
            channels[channel] += number
    places = {
        "kinds": [{"kind": kind, "count": number} for kind, number in sorted(kinds.items())],
        "channels": [{"channel": channel, "count": number} for channel, number in sorted(channels.items())],
    }
    wanted = params["extras"]
    return Found(
        {name: each if name in wanted else [] for name, each in places.items()}, shown, total > request.first, total
    )
