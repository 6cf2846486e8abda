"""Matters whose texts are much alike though no number or name need be: complaints that come again in other words.

Which texts may be alike is found by MinHash (Broder 1997) over runs of signs: two texts meet where one of the bands of their
signatures is the same. Each pair is then weighed: a run counts by how few texts have it among those that all readers of
both may read, and what one in a hundred of them has is a stock phrase and counts nothing. Texts that name nobody and nothing
in common, or state other people, units, sums or days, are two cases in one wording.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.alike.pairs import MOST, Alike, SaidIn
from graph_service.mentions.alike.said import AlikeKind, Said
from graph_service.mentions.alike.texts import LEAST, PLACES, Facts, Runs, TextOf, telling
from graph_service.mentions.text.mention import MentionKind

_BANDS, _ROWS = 42, 3  # half of their runs in common: 996 of 1,000 pairs meet; a fifth: 3 of 10
_PRIME = (1 << 31) - 1
_STOCK_SHARE, _STOCK_LEAST = 0.01, 5  # of the texts, at least so many: what so many say is a stock phrase
# Share of the weight of both texts that is in both, where both name the same that few others name, and where they do not. On
# cities of others repeats have 0.37 to 0.69 and pairs of two registers that are none, their facts aside, up to 0.45.
_ALIKE, _ALIKE_ALONE = 0.4, 0.7
_LEAST_ALONE = (
    36  # runs in common, stock phrases aside, where nothing but the text speaks for it: one sentence alike is none
)
_PLAINLY = (MentionKind.PERSON, MentionKind.UNIT, MentionKind.AMOUNT, MentionKind.DATE)  # other ones tell another case
_CIRCUMSTANCES = (MentionKind.AMOUNT, MentionKind.DATE)  # which tell nobody and nothing apart
_SURE = 0.95  # of what is word for word the same

Fact = tuple[MentionKind, str]
OpenTo = Callable[[int], frozenset[int]]


def similar(texts: Sequence[TextOf], open_to: OpenTo, cap: int) -> Iterator[Alike]:
    """Yield the pairs whose texts are much alike; a text that more than `cap` others are like is a form and makes none."""
    counts = _Counts(texts, open_to)
    found = [(one, other, share) for one, other in _meeting(texts, counts) if (share := _share(one, other, counts))]
    alike = Counter(each.matter for one, other, _ in found for each in (one, other))
    for one, other, share in found:
        if alike[one.matter] <= cap and alike[other.matter] <= cap:
            yield _told(one, other, share, counts)


def _meeting(texts: Sequence[TextOf], counts: "_Counts") -> Iterator[tuple[TextOf, TextOf]]:
    draw = np.random.default_rng(1)
    factors, shifts = (draw.integers(1, _PRIME, _BANDS * _ROWS, dtype=np.uint64) for _ in range(2))
    bands: defaultdict[tuple[int, bytes], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        rare = text.runs[counts.weights(text, text)[text.runs] > 0]
        if len(rare) < LEAST:
            continue
        signature = _signature(rare, factors, shifts)
        for band in range(_BANDS):
            bands[band, signature[band * _ROWS : (band + 1) * _ROWS].tobytes()].append(number)
    met = {pair for group in bands.values() if 1 < len(group) <= MOST for pair in combinations(group, 2)}
    ordered = (sorted((texts[one], texts[other]), key=lambda each: each.matter) for one, other in sorted(met))
    return ((one, other) for one, other in ordered)


def _signature(runs: Runs, factors: NDArray[np.uint64], shifts: NDArray[np.uint64]) -> Runs:
    hashed = (runs.astype(np.uint64)[:, None] * factors + shifts) % np.uint64(_PRIME)
    lowest: Runs = hashed.min(axis=0).astype(np.uint32)
    return lowest


class _Counts:
    """How many texts have a run, among those that all readers of two audiences may read."""

    def __init__(self, texts: Iterable[TextOf], open_to: OpenTo) -> None:
        self._open_to = open_to
        runs: defaultdict[int, list[Runs]] = defaultdict(list)
        self._facts: defaultdict[int, Counter[Fact]] = defaultdict(Counter)
        for text in texts:
            runs[text.audience].append(text.runs)
            self._facts[text.audience].update(_named(text.facts))
        self._texts = {audience: len(each) for audience, each in runs.items()}
        self._runs = {audience: np.unique(np.concatenate(each), return_counts=True) for audience, each in runs.items()}
        self._weights: dict[frozenset[int], NDArray[np.float64]] = {}

    def weights(self, one: TextOf, other: TextOf) -> NDArray[np.float64]:
        """Return the weight of each run for this pair."""
        seen = self._seen(one, other)
        if seen not in self._weights:
            self._weights[seen] = self._weighed(seen)
        return self._weights[seen]

    def are_few(self, facts: Iterable[Fact], one: TextOf, other: TextOf) -> bool:
        """Return whether one of the facts stands in so few texts that it tells them apart from others."""
        seen = self._seen(one, other)
        most = self._stock(sum(self._texts[audience] for audience in seen))
        return any(sum(self._facts[audience][fact] for audience in seen) <= most for fact in facts)

    def _seen(self, one: TextOf, other: TextOf) -> frozenset[int]:
        return frozenset(self._runs) & (self._open_to(one.audience) | self._open_to(other.audience))

    @staticmethod
    def _stock(texts: int) -> float:
        return max(_STOCK_LEAST, _STOCK_SHARE * texts)

    def _weighed(self, seen: frozenset[int]) -> NDArray[np.float64]:
        texts = sum(self._texts[audience] for audience in seen)
        counts = np.zeros(PLACES)
        for audience in sorted(seen):
            runs, found = self._runs[audience]
            counts[runs] += found
        return np.where(counts > self._stock(texts), 0.0, np.log1p(texts / np.maximum(counts, 1)))


def _share(one: TextOf, other: TextOf, counts: _Counts) -> float:
    """Return how much of the weight of both texts is in both, or 0 where that is too little or they state other facts."""
    if one.matter == other.matter or _differ(one.facts, other.facts):
        return 0.0
    weights = counts.weights(one, other)
    shared = weights[np.intersect1d(one.runs, other.runs, assume_unique=True)]
    all_of_them = float(weights[np.union1d(one.runs, other.runs)].sum())
    share = float(shared.sum()) / all_of_them if all_of_them else 0.0
    if counts.are_few(_named(one.facts) & _named(other.facts), one, other):
        return share if share >= _ALIKE else 0.0
    return share if share >= _ALIKE_ALONE and np.count_nonzero(shared) >= _LEAST_ALONE else 0.0


def _named(facts: Facts) -> set[Fact]:
    return {(kind, value) for kind, values in facts.items() if kind not in _CIRCUMSTANCES for value in values}


def _differ(one: Facts, other: Facts) -> bool:
    named, named_there = _named(one), _named(other)
    if named and named_there and not named & named_there:
        return True
    return any(kind in one and kind in other and not one[kind] & other[kind] for kind in _PLAINLY)


def _told(one: TextOf, other: TextOf, share: float, counts: _Counts) -> Alike:
    weights = counts.weights(one, other)
    shared = np.intersect1d(one.runs, other.runs, assume_unique=True)
    certainty = round(_SURE * min(1.0, 0.5 + share / 2 if share < 1 else 1.0), 3)
    one_end, other_end = (
        SaidIn(each.matter, each.audience, Said(AlikeKind.TEXT, "", words, start, certainty))
        for each, (words, start) in ((each, telling(each, shared, lambda runs: weights[runs])) for each in (one, other))
    )
    return Alike(one_end, other_end, certainty)
