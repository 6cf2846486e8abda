"""How many texts have a run or state a fact, among those that all readers of two texts may read."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.alike.runs import PLACES
from graph_service.mentions.alike.texts import Facts, Runs, TextOf
from graph_service.mentions.text.mention import MentionKind

_STOCK_SHARE, _STOCK_LEAST = 0.01, 5  # of the texts, at least so many: what so many say is a stock phrase
_CIRCUMSTANCES = (MentionKind.AMOUNT, MentionKind.DATE)  # which tell nobody and nothing apart

Fact = tuple[MentionKind, str]
OpenTo = Callable[[int], frozenset[int]]


class Counts:
    """How many texts have a run, among those that all readers of two audiences may read."""

    def __init__(self, texts: Iterable[TextOf], open_to: OpenTo, runs_of: Callable[[TextOf], Runs]) -> None:
        self._open_to = open_to
        runs: defaultdict[int, list[Runs]] = defaultdict(list)
        self._facts: defaultdict[int, Counter[Fact]] = defaultdict(Counter)
        for text in texts:
            runs[text.audience].append(runs_of(text))
            self._facts[text.audience].update(named(text.facts))
        self._texts = {audience: len(each) for audience, each in runs.items()}
        self._runs = {audience: np.unique(np.concatenate(each), return_counts=True) for audience, each in runs.items()}
        self._numbers: dict[frozenset[int], NDArray[np.float64]] = {}
        self._weights: dict[frozenset[int], NDArray[np.float64]] = {}

    def numbers(self, one: TextOf, other: TextOf) -> NDArray[np.float64]:
        """Return in how many texts each run is, for this pair."""
        return self._counted(self.seen(one, other))

    def weights(self, one: TextOf, other: TextOf) -> NDArray[np.float64]:
        """Return the weight of each run for this pair: the fewer have it the more, and nothing for a stock phrase."""
        seen = self.seen(one, other)
        if seen not in self._weights:
            self._weights[seen] = self._weighed(seen)
        return self._weights[seen]

    def are_few(self, facts: Iterable[Fact], one: TextOf, other: TextOf) -> bool:
        """Return whether one of the facts stands in so few texts that it tells them apart from others."""
        seen = self.seen(one, other)
        most = self._stock(self._readable(seen))
        return any(sum(self._facts[audience][fact] for audience in seen) <= most for fact in facts)

    def seen(self, one: TextOf, other: TextOf) -> frozenset[int]:
        """Return the audiences of the texts that all readers of one of these two may read."""
        return frozenset(self._runs) & (self._open_to(one.audience) | self._open_to(other.audience))

    def _readable(self, seen: frozenset[int]) -> int:
        return sum(self._texts[audience] for audience in seen)

    @staticmethod
    def _stock(texts: int) -> float:
        return max(_STOCK_LEAST, _STOCK_SHARE * texts)

    def _counted(self, seen: frozenset[int]) -> NDArray[np.float64]:
        if seen not in self._numbers:
            self._numbers[seen] = np.zeros(PLACES)
            for audience in sorted(seen):
                runs, found = self._runs[audience]
                self._numbers[seen][runs] += found
        return self._numbers[seen]

    def _weighed(self, seen: frozenset[int]) -> NDArray[np.float64]:
        texts, counts = self._readable(seen), self._counted(seen)
        return np.where(counts > self._stock(texts), 0.0, np.log1p(texts / np.maximum(counts, 1)))


def named(facts: Facts) -> set[Fact]:
    """Return whom and what a text names, circumstances aside."""
    return {(kind, value) for kind, values in facts.items() if kind not in _CIRCUMSTANCES for value in values}
