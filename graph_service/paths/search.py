"""Seeks paths from both ends in rounds: each reads the ties of what the last has reached, a stated number of them at most.

After each round all ways up to some length are known, but for those over hubs; they are put in order, length by length, until
there are as many as are wanted. What is not looked at any more is told.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.cypher.stand_ins import Words
from graph_service.errors import BadInput, TooMuch
from graph_service.graph import Graph
from graph_service.paths import words
from graph_service.paths.bounds import (
    BESIDE,
    COUNTED_TIES,
    HUB_TIES,
    MOST_STEPS,
    MOST_TIES,
    MOST_WAYS,
    SECONDS,
    TOLD_HUBS,
)
from graph_service.paths.known import Known
from graph_service.paths.question import FoundWays, Key, LeftOut, Question, Sought, Wanted, Way
from graph_service.paths.ranking import Ground, Meter, OutOfSteps, ways_of

_FOLDER = "read/paths"
_OVER_ONE = 2  # hops of a way with one node between its ends


@dataclass
class Search:
    """One search: whom it asks as which viewer, and what it has found so far."""

    graph: Graph
    audiences: list[int]
    question: Question
    known: Known = field(init=False)
    through: tuple[str, ...] = ()
    uids: dict[str, str] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    crowds: dict[str, int] = field(default_factory=dict)
    depths: dict[str, int] = field(
        default_factory=dict
    )  # how many rounds each end has gone; none where it is not followed
    left: int = MOST_TIES
    complete: int = 0  # up to so many hops all ways are known
    ranked: int = 0  # and up to so many they are in order
    ways: list[Way] = field(default_factory=list)
    is_cut: bool = False
    passed: set[str] = field(default_factory=set)  # hubs that would have been followed next
    stopped: Callable[[int], LeftOut] | None = None
    meter: Meter = field(default_factory=lambda: Meter(MOST_STEPS))

    async def run(self, wanted: Wanted) -> FoundWays | None:
        """Return what is wanted of the ways, or nothing where something that the question names is not there."""
        if not await self._begin():
            return None
        try:
            async with asyncio.timeout(SECONDS):
                await self._seek(wanted)
        except (TimeoutError, TooMuch):
            self.stopped = words.too_long
        return FoundWays(self.ways, self.uids, self.ranked, self.is_cut, self._left_out())

    async def _seek(self, wanted: Wanted) -> None:
        await self._look_at_ends()
        while True:
            await self._rank(min(self.complete, self.question.hops))
            if self.is_cut or self.stopped or self.ranked >= self.question.hops or self._is_enough(wanted):
                return
            await self._go_on()

    def _is_enough(self, wanted: Wanted) -> bool:
        if wanted.is_counted:
            return False
        after = wanted.after
        return sum(after is None or way.key > after for way in self.ways) >= wanted.ways

    async def _begin(self) -> bool:
        """Find what the question names and read the ties of both ends; return whether all of it is there."""
        asked = self.question
        *ends, places = await asyncio.gather(self._end(asked.start), self._end(asked.end), self._places())
        if not all(ends) or places is None:
            return False
        given = {
            "start": ends[0],
            "end": ends[1],
            "most": MOST_TIES,
            "left": self.left,
            "counted": COUNTED_TIES,
            "bound": MOST_WAYS,
        }
        begun = await self._read("begin", **given)
        if not begun:
            return False
        both, work, found, weights = begun
        start, end = (place for place, _ in both)
        if start == end:
            mend = "give the ids of two different things; what surrounds one of them is told by `expand` and `network`"
            raise BadInput("both ends are one and the same thing", "argument to", mend)
        self.through, shut = tuple(places[: len(asked.through)]), frozenset(places[len(asked.through) :])
        _refuse_contradictions({start, end}, set(self.through), shut)
        self.known = Known(start, end, frozenset(self.through), shut)
        self.uids.update(both)
        self._take(found, MOST_TIES, work)
        self._take_weights(weights)
        return True

    async def _end(self, sought: Sought) -> dict[str, str] | None:
        """Return the kind and uid of an end: a uid needs no look, since the ends are sought by it anyway."""
        found = ["", sought.value] if sought.field == "uid" else await self._named(sought)
        return {"label": sought.label, "uid": found[1]} if found else None

    async def _places(self) -> list[str] | None:
        named = (*self.question.through, *self.question.not_through)
        found = await asyncio.gather(*map(self._named, named))
        return [place for place, _ in found] if all(found) else None

    async def _named(self, sought: Sought) -> list[Any]:
        params = {"viewer_audiences": self.audiences, "id": sought.value}
        return await self.graph.fetch(_text("named", sought.words), params, f"{_FOLDER}/named")

    async def _look_at_ends(self) -> None:
        """Follow both ends; of one that has too many ties only what is tied to the other end too."""
        known, ends = self.known, (self.known.start, self.known.end)
        if not known.followed.issuperset(ends):
            least = min(ends, key=lambda end: known.ties[end])
            if least not in known.followed:
                await self._follow([least], MOST_TIES)
            await self._meet()
        self.depths = {end: 1 for end in ends if end in known.followed}
        self._count_complete()

    async def _meet(self) -> None:
        known = self.known
        one, other = sorted((known.start, known.end), key=lambda end: known.ties[end])
        is_direct, places = await self._read(
            "between",
            one=one,
            other=other,
            shut=list(known.shut),
            open=list(known.open),
            most=HUB_TIES,
            bound=MOST_WAYS,
        )
        if is_direct:
            known.tie(one, [other])
        for end in (one, other):
            known.tie(end, places)

    def _count_complete(self) -> None:
        if len(self.depths) == 2:
            self.complete = sum(self.depths.values())
        else:
            self.complete = max(_OVER_ONE, *self.depths.values(), 0)

    async def _go_on(self) -> None:
        """Follow what was reached last: from both ends where two more hops are wanted, else from where less was reached."""
        fronts = {end: self.known.frontier(end, self.depths[end]) for end in self.depths}
        if not fronts:
            self.stopped = words.too_many_ties
        elif not all(fronts.values()):
            self.complete = self.question.hops  # from one end there is nothing further: all ways are known
        else:
            await self._follow_some(fronts)

    async def _follow_some(self, fronts: Mapping[str, list[str]]) -> None:
        in_order = sorted(fronts, key=lambda end: (len(fronts[end]), end != self.known.start))
        choices = [in_order[:1]]
        if len(fronts) > 1 and self.question.hops - self.complete > 1:
            choices = [in_order, in_order[:1]]
        for chosen in choices:
            places = dict.fromkeys(place for end in chosen for place in fronts[end])
            if len(places) <= self.left and await self._follow(list(places), HUB_TIES):
                for end in chosen:
                    self.depths[end] += 1
                self._count_complete()
                return
        self.stopped = words.too_many_ties

    async def _follow(self, places: list[str], most: int) -> bool:
        """Return whether the ties of these nodes were read; not where they are more than are left."""
        work, found = await self._read("step", places=places, most=most, left=self.left)
        return self._take(found, most, work)

    def _take(self, found: list[Any], most: int, work: int) -> bool:
        self.known.add(found, most)
        for place, ties, _, key in found:
            self._weigh(place, ties, key)
        if work > self.left:
            return False
        self.left -= work
        self.passed |= self.known.hubs.intersection(place for place, *_ in found)
        return True

    def _take_weights(self, weights: Iterable[Any]) -> None:
        for place, ties, key in weights:
            self._weigh(place, ties, key)

    def _weigh(self, place: str, ties: int, key: list[Any]) -> None:
        self.keys[place], self.crowds[place], self.uids[place] = tuple(key), min(ties, COUNTED_TIES + 1), key[-1]

    async def _rank(self, until: int) -> None:
        for hops in range(self.ranked + 1, until + 1):
            far = self.known.between(hops)
            if far[self.known.start] and far[self.known.end]:
                await self._weigh_all(far)
                await self._put_in_order(far, hops)
            if self.is_cut:
                return
            self.ranked = hops

    async def _weigh_all(self, places: Iterable[str]) -> None:
        unknown = [place for place in places if place not in self.keys]
        if unknown:
            self._take_weights((await self._read("weigh", places=unknown, most=COUNTED_TIES))[0])

    async def _put_in_order(self, far: Mapping[str, set[str]], hops: int) -> None:
        there = self.keys.keys() | {self.known.start, self.known.end}
        ties = {place: others & there for place, others in far.items() if place in there}
        ground = Ground(self.known.start, self.known.end, ties, self.crowds, self.keys, self.through)

        def ways() -> list[Way]:
            found: list[Way] = []
            try:
                for way in islice(ways_of(ground, hops, self.meter), MOST_WAYS + 1 - len(self.ways)):
                    found.append(way)
            except OutOfSteps:
                self.is_cut = True
            return found

        is_large = sum(map(len, ties.values())) > BESIDE
        self.ways += await asyncio.to_thread(ways) if is_large else ways()
        self.is_cut = self.is_cut or len(self.ways) > MOST_WAYS
        del self.ways[MOST_WAYS:]

    def _left_out(self) -> list[LeftOut]:
        hubs = [place for place in self.passed if self.known.may_lie_between(place)]
        in_order = sorted(hubs, key=lambda place: self.keys[place])
        told = [words.hub(self.keys[place][1], [place, self.uids[place]]) for place in in_order[:TOLD_HUBS]]
        if self.stopped:
            told.append(self.stopped(self.ranked))
        if self.is_cut:
            told.append(words.more_ways(len(self.ways)))
        return told

    def _read(self, name: str, **given: Any) -> Awaitable[list[Any]]:
        # Values stand in a map: of what a map holds the server takes no notice when it looks for a plan.
        params = {"viewer_audiences": self.audiences, "asked": dict(self.question.asked), "given": given}
        return self.graph.fetch(_text(name), params, f"{_FOLDER}/{name}")


@cache
def _text(name: str, words: Words = ()) -> str:
    file = f"{_FOLDER}/{name}"
    return filled_whole(query(file).body, words, file)


async def seek(graph: Graph, audiences: list[int], question: Question, wanted: Wanted) -> FoundWays | None:
    """Return what is wanted of the ways, or nothing where something that the question names is not there for the viewer."""
    return await Search(graph, audiences, question).run(wanted)


def _refuse_contradictions(ends: set[str], through: set[str], shut: frozenset[str]) -> None:
    if ends & through:
        raise BadInput("a path leads over its ends anyway", "argument through", "name what is to lie between them")
    if ends & shut:
        raise BadInput("a path cannot avoid its ends", "argument notThrough", "leave the ends out")
    if through & shut:
        raise BadInput(
            "one thing is both to lie on the path and not to", "argument notThrough", "name it in one of the two"
        )
