"""How many texts have a run or state a fact, among those that all readers of two texts may read."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.alike.texts import Facts, Runs, TextOf
from graph_service.mentions.text.mention import MentionKind
from graph_service.mentions.text.runs import PLACES

_STOCK_SHARE, _STOCK_LEAST = 0.01, 5  # of the texts, at least so many: what so many say is a stock phrase
_KEPT = 4  # sets of readers whose counts are kept
_CIRCUMSTANCES = (MentionKind.AMOUNT, MentionKind.DATE)  # which tell nobody and nothing apart

Fact = tuple[MentionKind, str]
OpenTo = Callable[[int], frozenset[int]]


class Counts:
    """How many texts have a run, among those that all readers of two audiences may read.

    Where few may read the same there are many sets of readers, each with some million bytes of counts; those of the last few are kept, so
    pairs are best looked at one set after the other.
    """

    def __init__(self, texts: Iterable[TextOf], open_to: OpenTo, runs_of: Callable[[TextOf], Runs]) -> None:
        self._open_to = open_to
        runs: defaultdict[int, list[Runs]] = defaultdict(list)
        self._facts: defaultdict[int, Counter[Fact]] = defaultdict(Counter)
        for text in texts:
            runs[text.audience].append(runs_of(text))
            self._facts[text.audience].update(named(text.facts))
        self._texts = {audience: len(each) for audience, each in runs.items()}
        self._runs = {audience: np.unique(np.concatenate(each), return_counts=True) for audience, each in runs.items()}
        self._kept: dict[frozenset[int], Counted] = {}  # by the audiences of the two texts

    def of(self, one: TextOf, other: TextOf) -> "Counted":
        """Return what is counted for this pair."""
        readers = frozenset((one.audience, other.audience))
        found = self._kept.pop(readers, None) or self._counted(self.seen(one, other))
        self._kept[readers] = found  # the last of them now
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    def weights(self, one: TextOf, other: TextOf) -> NDArray[np.float64]:
        """Return the weight of each run for this pair: the fewer have it the more, and nothing for a stock phrase."""
        return self.of(one, other).weights

    def are_few(self, facts: Iterable[Fact], one: TextOf, other: TextOf) -> bool:
        """Return whether one of the facts stands in so few texts that it tells them apart from others."""
        seen = self.seen(one, other)
        most = _stock(self._readable(seen))
        return any(sum(self._facts[audience][fact] for audience in seen) <= most for fact in facts)

    def seen(self, one: TextOf, other: TextOf) -> frozenset[int]:
        """Return the audiences of the texts that all readers of one of these two may read."""
        return frozenset(self._runs) & (self._open_to(one.audience) | self._open_to(other.audience))

    def _readable(self, seen: frozenset[int]) -> int:
        return sum(self._texts[audience] for audience in seen)

    def _counted(self, seen: frozenset[int]) -> "Counted":
        numbers = np.zeros(PLACES, dtype=np.int32)
        for audience in sorted(seen):
            runs, found = self._runs[audience]
            numbers[runs] += found
        return Counted(self._readable(seen), numbers)


class Counted:
    """In how many of the texts that some may read each run is, and what follows from it."""

    def __init__(self, texts: int, numbers: NDArray[np.int32]) -> None:
        self._texts = texts
        self.numbers = numbers

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """Return the weight of each run; nothing for a stock phrase."""
        by_number = np.arange(int(self.numbers.max(initial=0)) + 1)
        logs = np.log1p(self._texts / np.maximum(by_number, 1))
        return np.where(by_number > _stock(self._texts), 0.0, logs)[self.numbers]

    def is_stock(self, place: int) -> bool:
        """Return whether so many have a run that it is part of a stock phrase."""
        return bool(self.numbers[place] > _stock(self._texts))

    def rarity(self, place: int) -> float:
        """Return how rare a run is: 1 where one text has it, near 0 where all of them do."""
        return math.log((self._texts + 1) / max(int(self.numbers[place]), 1)) / math.log(self._texts + 1)


def _stock(texts: int) -> float:
    return max(_STOCK_LEAST, _STOCK_SHARE * texts)


def named(facts: Facts) -> set[Fact]:
    """Return whom and what a text names, circumstances aside."""
    return {(kind, value) for kind, values in facts.items() if kind not in _CIRCUMSTANCES for value in values}
