"""Seeks paths from both ends in rounds: each reads the ties of what the last has reached, a stated number of them at most.

After each round all ways up to some length are known, but for those over hubs; they are put in order, length by length, until
there are as many as are wanted. What is not looked at any more is told.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from graph_service.errors import BadInput, TooMuch, no_such
from graph_service.graph import Graph
from graph_service.paths import words
from graph_service.paths.bounds import HUB_TIES, MOST_TIES, TOLD_HUBS
from graph_service.paths.known import Known
from graph_service.paths.question import FoundWays, LeftOut, Question, Sought, Wanted
from graph_service.paths.ranked import Ranked
from graph_service.paths.reading import Reader, Ties

_OVER_ONE = 2  # hops of a way with one node between its ends


async def seek(graph: Graph, audiences: list[int], question: Question, wanted: Wanted) -> FoundWays:
    """Return what is wanted of the ways.

    Refuses a question that names what is not there for the viewer, one whose ends are one thing, and one that contradicts itself.
    """
    reader = Reader(graph, audiences, question.conditions)
    named = (*question.through, *question.not_through)
    (start, end), places = await asyncio.gather(
        asyncio.gather(_uid_of(reader, question.start), _uid_of(reader, question.end)),
        asyncio.gather(*map(reader.named, named)),
    )
    ends = await reader.ends(start, end) if start and end and all(places) else None
    if ends is None:
        raise no_such(f"argument {await _absent(reader, question)}")
    found = [place for place, _ in filter(None, places)]
    through, shut = found[: len(question.through)], found[len(question.through) :]
    known = _known([place for place, _ in ends.places], through, shut)
    search = Search(reader, known, question.hops, Ranked(tuple(dict.fromkeys(through))), MOST_TIES)
    search.ranked.uids.update((place, uid) for place, uid in ends.places)
    search.ranked.weigh(ends.weights)
    search.take(ends.ties, MOST_TIES)
    return await search.run(wanted)


async def _absent(reader: Reader, question: Question) -> str:
    """Return the argument that names what is not there for the viewer."""
    named = {"from": (question.start,), "to": (question.end,), "through": question.through}
    for argument, several in named.items():
        if not all(await asyncio.gather(*map(reader.named, several))):
            return argument
    return "notThrough"


async def _uid_of(reader: Reader, sought: Sought) -> dict[str, str] | None:
    """Return the kind and uid of an end; what is given by its uid is looked for with its ties."""
    found = ["", sought.value] if sought.field == "uid" else await reader.named(sought)
    return {"label": sought.label, "uid": found[1]} if found else None


def _known(ends: list[str], through: list[str], shut: list[str]) -> Known:
    start, end = ends
    if start == end:
        mend = "give the ids of two different things; what surrounds one of them is told by `expand` and `network`"
        raise BadInput("both ends are one and the same thing", "argument to", mend)
    if {start, end}.intersection(through):
        raise BadInput("a path leads over its ends anyway", "argument through", "name what is to lie between them")
    if {start, end}.intersection(shut):
        raise BadInput("a path cannot avoid its ends", "argument notThrough", "leave the ends out")
    if set(through).intersection(shut):
        what = "one and the same thing is to lie on the path and not to"
        raise BadInput(what, "argument notThrough", "name it in one of the two")
    return Known(start, end, frozenset(through), frozenset(shut))


@dataclass
class Search:
    """One search: what it asks with, what it has read and what it has put in order so far."""

    reader: Reader
    known: Known
    hops: int  # at most so many are asked for
    ranked: Ranked
    left: int  # so many ties may still be read
    depths: dict[str, int] = field(
        default_factory=dict
    )  # how many rounds each end has gone; none where it is not followed
    complete: int = 0  # up to so many hops all ways are known
    passed: set[str] = field(default_factory=set)  # hubs that would have been followed
    stopped: Callable[[int], LeftOut] | None = None

    async def run(self, wanted: Wanted) -> FoundWays:
        """Return what is wanted of the ways."""
        seconds = self.reader.graph.timeout_seconds
        try:
            async with asyncio.timeout(seconds):
                await self._seek(wanted)
        except (TimeoutError, TooMuch):
            self.stopped = partial(words.too_long, seconds=seconds)
        return FoundWays(self.ranked.ways, self.ranked.uids, self.ranked.hops, list(self._left_out()))

    def take(self, ties: Ties, most: int) -> bool:
        """Take in what a step has read; return whether it read to what the ties lead."""
        self.known.add(ties.found, most)
        self.ranked.weigh((place, count, key) for place, count, _, key in ties.found)
        if ties.work > self.left:
            return False
        self.left -= ties.work
        self.passed |= self.known.hubs.intersection(place for place, *_ in ties.found)
        return True

    async def _seek(self, wanted: Wanted) -> None:
        await self._look_at_ends()
        while True:
            await self._rank()
            if self.ranked.is_cut or self.stopped or self.ranked.hops >= self.hops or self._is_enough(wanted):
                return
            await self._go_on()

    def _is_enough(self, wanted: Wanted) -> bool:
        following = sum(wanted.after is None or way.key > wanted.after for way in self.ranked.ways)
        return following >= wanted.ways and not wanted.is_counted

    async def _look_at_ends(self) -> None:
        """Follow both ends; of one that has too many ties only what is tied to the other end too."""
        known, ends = self.known, (self.known.start, self.known.end)
        if not known.followed.issuperset(ends):
            least = min(ends, key=lambda end: known.ties[end])
            if least not in known.followed | known.hubs:
                await self._follow([least], MOST_TIES)
            await self.reader.meet(known)
        self.depths = {end: 1 for end in ends if end in known.followed}
        self._count_complete()

    def _count_complete(self) -> None:
        if len(self.depths) > 1:
            self.complete = sum(self.depths.values())
        else:
            self.complete = max(_OVER_ONE, *self.depths.values(), 0)

    async def _go_on(self) -> None:
        """Follow what was reached last: from both ends where two more hops are asked for, else from where less was reached."""
        fronts = {end: self.known.frontier(end, depth) for end, depth in self.depths.items()}
        if not fronts:
            self.stopped = words.too_many_ties
        elif not all(fronts.values()):
            # From one end there is nothing further to follow: all ways are known.
            self.depths |= {end: self.hops for end, places in fronts.items() if not places}
            self.complete = self.hops
        else:
            await self._follow_some(fronts)

    async def _follow_some(self, fronts: Mapping[str, list[str]]) -> None:
        in_order = sorted(fronts, key=lambda end: (len(fronts[end]), end != self.known.start))
        choices = [in_order[:1]]
        if len(fronts) > 1 and self.hops - self.complete > 1:
            choices = [in_order, in_order[:1]]
        for chosen in choices:
            places = list(dict.fromkeys(place for end in chosen for place in fronts[end]))
            if len(places) <= self.left and await self._follow(places, HUB_TIES):
                for end in chosen:
                    self.depths[end] += 1
                self._count_complete()
                return
        self.stopped = words.too_many_ties

    async def _follow(self, places: list[str], most: int) -> bool:
        return self.take(await self.reader.step(places, most, self.left), most)

    async def _rank(self) -> None:
        for hops in range(self.ranked.hops + 1, min(self.complete, self.hops) + 1):
            far = self.known.between(hops)
            if far[self.known.start] and far[self.known.end]:
                unknown = far.keys() - self.ranked.keys.keys()
                self.ranked.weigh(await self.reader.weigh(unknown) if unknown else ())
            await self.ranked.add(self.known, far, hops)
            if self.ranked.is_cut:
                return

    def _left_out(self) -> Iterator[LeftOut]:
        keys, uids = self.ranked.keys, self.ranked.uids
        missed = (place for place in self.passed - self.known.blocked if self._may_be_missed(place))
        for place in sorted(missed, key=lambda place: keys[place])[:TOLD_HUBS]:
            yield words.hub(keys[place][1], [place, uids[place]])
        if self.stopped:
            yield self.stopped(self.ranked.hops)
        if self.ranked.is_cut:
            yield words.more_ways(len(self.ranked.ways))

    def _may_be_missed(self, hub: str) -> bool:
        """Return whether a way over a hub may be missing: from one end to it, and on over what was not followed from the other."""
        hops = self.ranked.hops
        for start, end in ((self.known.start, self.known.end), (self.known.end, self.known.start)):
            here, there = self.known.distances(start, hops), self.known.distances(end, hops)
            others = (there[other] for other in self.passed if other != hub and other in there)
            if here.get(hub, hops) + 1 + min([self.depths.get(end, 0), *others]) <= hops:
                return True
        return False
