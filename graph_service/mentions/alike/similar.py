"""Matters whose texts are much alike though no number or name need be: complaints that come again in other words.

Which texts may be alike is found by MinHash (Broder 1997) over runs of signs: two texts meet where one of the bands of their
signatures is the same. Each pair is then weighed: a run counts by how few texts have it among those that all readers of
both may read, and what one in a hundred of them has is a stock phrase and counts nothing. Texts that name nobody and nothing
in common, or state other people, units, sums or days, are two cases in one wording.

What is told again in free words has few runs in common. Texts that name somebody whom few texts name are weighed by their
words as well, two signs each, names aside.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.alike.counts import Counts, Fact, OpenTo, named
from graph_service.mentions.alike.kinds import AlikeKind
from graph_service.mentions.alike.meeting import pairs_of, within
from graph_service.mentions.alike.pairs import MOST, Alike, SaidIn
from graph_service.mentions.alike.said import Said
from graph_service.mentions.alike.texts import LEAST, Facts, Runs, Telling, TextOf, telling
from graph_service.mentions.text.mention import MentionKind
from graph_service.mentions.text.runs import WORD

_BANDS, _ROWS = 42, 3  # half of their runs in common: 996 of 1,000 pairs meet; a fifth: 3 of 10
_PRIME = (1 << 31) - 1
# Share of the weight of both texts that is in both, where both name the same that few others name, and where they do not. On
# cities of others repeats have 0.37 to 0.69 and pairs of two registers that are none, their facts aside, up to 0.45.
_ALIKE, _ALIKE_ALONE = 0.4, 0.7
_LEAST_ALONE = (
    36  # runs in common, stock phrases aside, where nothing but the text speaks for it: one sentence alike is none
)
_PLAINLY = (MentionKind.PERSON, MentionKind.UNIT, MentionKind.AMOUNT, MentionKind.DATE)  # other ones tell another case
_PERSONAL = (MentionKind.PERSON, MentionKind.PHONE, MentionKind.ACCOUNT, MentionKind.VEHICLE)
# Words in common, names and stock phrases aside: of letters told again in free words 0.3 and more, of two cases under one roof 0.15.
_RETOLD, _LEAST_RETOLD = 0.25, 8
_KNOWN_TO = 40  # texts that name one thing, from which on none is looked at for having it told again: a bound on work
_SURE = 0.95  # of what is word for word the same


def similar(texts: Sequence[TextOf], open_to: OpenTo, cap: int) -> Iterator[Alike]:
    """Yield the pairs whose texts are much alike; a text that more than `cap` others are like is a form and makes none."""
    counts = Counts(texts, open_to, lambda each: each.runs)
    found = {
        (one.matter, other.matter): _told(one, other, share, counts)
        for one, other in _meeting(texts, counts)
        if (share := _share(one, other, counts))
    }
    words = Counts(texts, open_to, lambda each: each.words)
    for one, other in _naming_alike(texts):
        if (one.matter, other.matter) not in found and (share := _retold(one, other, words)):
            found[one.matter, other.matter] = _told_again(one, other, share, words)
    yield from within([pair for _, pair in sorted(found.items(), key=itemgetter(0))], cap)


def _meeting(texts: Sequence[TextOf], counts: Counts) -> Iterator[tuple[TextOf, TextOf]]:
    draw = np.random.default_rng(1)
    factors, shifts = (draw.integers(1, _PRIME, _BANDS * _ROWS, dtype=np.uint64) for _ in range(2))
    bands: defaultdict[tuple[int, bytes], list[int]] = defaultdict(list)
    for number, text in sorted(enumerate(texts), key=lambda each: each[1].audience):  # as Counts keeps few
        rare = text.runs[counts.weights(text, text)[text.runs] > 0]
        if len(rare) < LEAST:
            continue
        signature = _signature(rare, factors, shifts)
        for band in range(_BANDS):
            bands[band, signature[band * _ROWS : (band + 1) * _ROWS].tobytes()].append(number)
    return pairs_of(texts, bands.values(), MOST)


def _naming_alike(texts: Sequence[TextOf]) -> Iterator[tuple[TextOf, TextOf]]:
    naming: defaultdict[Fact, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for fact in _personal(text):
            naming[fact].append(number)
    return pairs_of(texts, naming.values(), _KNOWN_TO)


def _signature(runs: Runs, factors: NDArray[np.uint64], shifts: NDArray[np.uint64]) -> Runs:
    hashed = (runs.astype(np.uint64)[:, None] * factors + shifts) % np.uint64(_PRIME)
    lowest: Runs = hashed.min(axis=0).astype(np.uint32)
    return lowest


def _share(one: TextOf, other: TextOf, counts: Counts) -> float:
    """Return how much of the weight of both texts is in both, or 0 where that is too little or they state other facts."""
    if _differ(one.facts, other.facts):
        return 0.0
    share, many = _in_both(one.runs, other.runs, counts.weights(one, other))
    if counts.are_few(named(one.facts) & named(other.facts), one, other):
        return share if share >= _ALIKE else 0.0
    return share if share >= _ALIKE_ALONE and many >= _LEAST_ALONE else 0.0


def _retold(one: TextOf, other: TextOf, words: Counts) -> float:
    """Return how much of the words of both is in both, or 0 where that is too little or nobody whom few name is in both."""
    if _differ(one.facts, other.facts) or not words.are_few(_personal(one) & _personal(other), one, other):
        return 0.0
    share, many = _in_both(one.words, other.words, words.weights(one, other))
    return share if share >= _RETOLD and many >= _LEAST_RETOLD else 0.0


def _personal(text: TextOf) -> set[Fact]:
    """Return whom the text names, by name or number: one unit or eatery is in many tales that are told alike."""
    return {fact for fact in named(text.facts) if fact[0] in _PERSONAL}


def _in_both(one: Runs, other: Runs, weights: NDArray[np.float64]) -> tuple[float, int]:
    """Return the share of the weight of both that is in both, and how many that weigh something are."""
    shared = weights[np.intersect1d(one, other, assume_unique=True)]
    all_of_them = float(weights[np.union1d(one, other)].sum())
    return (float(shared.sum()) / all_of_them if all_of_them else 0.0), int(np.count_nonzero(shared))


def _differ(one: Facts, other: Facts) -> bool:
    names, names_there = named(one), named(other)
    if names and names_there and not names & names_there:
        return True
    return any(kind in one and kind in other and not one[kind] & other[kind] for kind in _PLAINLY)


def _told(one: TextOf, other: TextOf, share: float, counts: Counts) -> Alike:
    weights = _weights(one.runs, other.runs, counts.weights(one, other))
    return _pair(share, *((each, telling(each.text, weights)) for each in (one, other)))


def _told_again(one: TextOf, other: TextOf, share: float, words: Counts) -> Alike:
    weights = _weights(one.words, other.words, words.weights(one, other))
    return _pair(share, *((each, telling(each.text, weights, WORD)) for each in (one, other)))


def _weights(one: Runs, other: Runs, weights: NDArray[np.float64]) -> dict[int, float]:
    shared = np.intersect1d(one, other, assume_unique=True)
    return dict(zip(shared.tolist(), weights[shared].tolist(), strict=True))


def _pair(share: float, *ends: tuple[TextOf, Telling]) -> Alike:
    certainty = round(_SURE * min(1.0, 0.5 + share / 2 if share < 1 else 1.0), 3)
    one, other = (
        SaidIn(text.matter, text.audience, Said(AlikeKind.TEXT, "", told.words, told.start, certainty))
        for text, told in ends
    )
    return Alike(one, other, certainty)
