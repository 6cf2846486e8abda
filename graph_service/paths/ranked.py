"""The ways that were put in order so far, and by what."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from graph_service.paths.bounds import BESIDE, COUNTED_TIES, MOST_STEPS, MOST_WAYS
from graph_service.paths.known import Known
from graph_service.paths.question import Key, Way
from graph_service.paths.ranking import Ground, Meter, OutOfSteps, ways_of
from graph_service.paths.reading import Weight


@dataclass
class Ranked:
    """Ways in order up to some length; `is_cut` where more were found than are told, or than there were steps for."""

    through: tuple[str, ...] = ()
    ways: list[Way] = field(default_factory=list)
    hops: int = 0
    is_cut: bool = False
    keys: dict[str, Key] = field(default_factory=dict)
    crowds: dict[str, int] = field(default_factory=dict)
    uids: dict[str, str] = field(default_factory=dict)
    meter: Meter = field(default_factory=lambda: Meter(MOST_STEPS))

    def weigh(self, weights: Iterable[Weight]) -> None:
        """Take in how many ties nodes have and their public keys, whose last is the uid."""
        for place, ties, key in weights:
            self.keys[place], self.crowds[place], self.uids[place] = tuple(key), min(ties, COUNTED_TIES + 1), key[-1]

    async def add(self, known: Known, far: Mapping[str, set[str]], hops: int) -> None:
        """Put the ways of so many hops in order, over what they may lead over."""
        there = self.keys.keys() | {known.start, known.end}
        ties = {place: others & there for place, others in far.items() if place in there}
        ground = Ground(known.start, known.end, ties, self.crowds, self.keys, self.through)
        if sum(map(len, ties.values())) > BESIDE:
            found = await asyncio.to_thread(self._in_order, ground, hops)
        else:
            found = self._in_order(ground, hops)
        self.ways = [*self.ways, *found][:MOST_WAYS]
        self.hops = hops - self.is_cut

    def _in_order(self, ground: Ground, hops: int) -> list[Way]:
        found: list[Way] = []
        most = MOST_WAYS - len(self.ways)
        try:
            for way in islice(ways_of(ground, hops, self.meter), most + 1):
                found.append(way)
        except OutOfSteps:
            self.is_cut = True
        self.is_cut = self.is_cut or len(found) > most
        return found
