"""Matters on one unit that tell of the same in rare words or figures, or in words of like meaning, in whatever sentences.

A complaint and a finding on one village are told by other people in other words, and both say 冷藏车, or 37户 of 口粮地. Words
that few texts say are drawn from what the text tells beside the names in it: pairs of signs without function words, joined
where they touch. Two texts on one unit have such a word in common by chance about as often as

    chance = n^k / k! x e^-W    with n rare words in the shorter text, k in both, W = sum of ln(texts / texts that say it)

What they tell in words of like meaning (`meanings.py`) has no count of its own; how much that speaks for one case was counted.
Of what both say so the share that is no chance is

    1 / (1 + ODDS x chance^SHARED x e^(-LIKE x likeness))

Numbers are those of a logistic regression over the pairs on one unit of three cities (`bench/third_city`, `bench/fourth_city`,
`other_city/two`); with one of them left out in turn, or the sixth letters of `bench/letters` added, ODDS is 35 to 43, SHARED 0.5 to 0.7,
LIKE 3.1 to 3.7. ODDS is for a unit that three matters name. Of one that more name the odds grow with their number, which the rule works
out for the viewer.

Where both texts tell of one kind of problem, fewer such pairs are chance: of pairs with few rare words in common 19 of 21 were one
case where the kind was the same, 30 of 59 where it was not. By how much follows from the share of the unit's other texts that
tell of it, SAME_PROBLEM times at most: who is feasted in a restaurant says no more by it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.alike.counts import Counts, OpenTo
from graph_service.mentions.alike.kinds import AlikeKind
from graph_service.mentions.alike.meanings import Meanings, quoted
from graph_service.mentions.alike.meeting import pairs_of, within
from graph_service.mentions.alike.pairs import Alike, SaidIn
from graph_service.mentions.alike.said import Said
from graph_service.mentions.alike.texts import Runs, TextOf, clause_at, telling
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.runs import WORD, place_of

_ODDS, _SHARED, _LIKE, _SAME_PROBLEM = 36.0, 0.65, 3.3, 6.0
_OF_ONE_CASE = 0.6  # share of the pairs of one case that tell of one kind of problem
_USUAL, _AS_MANY = 0.1, 10  # share of a unit's texts that tell of a kind, as if so many had been seen before
_SUREST, _LEAST = 0.99, 0.3
_HELD = 60  # texts on one unit, from which on it tells too little: a bound on work
_FUNCTION = frozenset(
    "的了是在不就也都还和与及着过把被给让从到对向我你他她它们这那哪个有没说要去来上下里外中会能可以为因所而且但或如何什么谁多少"
    "一二三四五六七八九十两几很太最更又再才只已未由按将于之其此该每各等后前时年月日"
)
_HAN = re.compile("[\u4e00-\u9fff]+")
_NONE = -1  # the place of no figure
_FEW = 3  # words that are quoted alone


class _Common(NamedTuple):
    """What two texts have in common: their rare runs with what they weigh, the words of these, the rarest figure.

    `is_meant` where words of like meaning say more than all of these.
    """

    rare: Mapping[int, float]
    words: Sequence[str]
    figure: int
    is_meant: bool


def circumstances(texts: Sequence[TextOf], open_to: OpenTo, cap: int) -> Iterator[Alike]:
    """Yield the pairs on one unit that tell of the same; a text that more than `cap` others go with makes none."""
    ordered = sorted(texts, key=lambda each: each.matter)
    words = Counts(ordered, open_to, lambda each: each.words)
    counted = _Counted(words, Counts(ordered, open_to, _places), _Problems(ordered), Meanings(ordered, words, open_to))
    return within([pair for one, other in _on_one_unit(ordered) if (pair := _pair(one, other, counted))], cap)


class _Problems:
    """How many texts on a unit there are, and how many tell of a kind of problem, by who may read them."""

    def __init__(self, texts: Iterable[TextOf]) -> None:
        self._told: defaultdict[tuple[str, str], Counter[int]] = defaultdict(Counter)
        for text in texts:
            for uid in {unit.uid for unit in text.units if unit.uid}:
                for kind in ("", *text.problems):
                    self._told[uid, kind][text.audience] += 1

    def speaks_for(self, one: TextOf, other: TextOf, seen: frozenset[int]) -> float:
        """Return how many times fewer pairs are chance because both tell of a kind: 1 where they do not, or all of the unit do."""
        units = {unit.uid for unit in one.units if unit.uid} & {unit.uid for unit in other.units}
        shares = (max(self._share(uid, kind, seen) for uid in units) for kind in one.problems & other.problems)
        return max(1.0, min(_SAME_PROBLEM, _OF_ONE_CASE / min(shares, default=1.0)))

    def _share(self, uid: str, kind: str, seen: frozenset[int]) -> float:
        those, all_of_them = (sum(self._told[uid, each][audience] for audience in seen) - 2 for each in (kind, ""))
        return (max(those, 0) + _USUAL * _AS_MANY) / (max(all_of_them, 0) + _AS_MANY)


class _Counted(NamedTuple):
    """How many texts say what, among those that the readers of two of them may read."""

    words: Counts
    figures: Counts
    problems: _Problems
    meanings: Meanings


def _places(text: TextOf) -> Runs:
    return np.array(sorted(text.figures.everything), dtype=np.uint32)


def _on_one_unit(texts: Sequence[TextOf]) -> Iterator[tuple[TextOf, TextOf]]:
    naming: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for uid in {unit.uid for unit in text.units if unit.uid}:
            naming[uid].append(number)
    return pairs_of(texts, naming.values(), _HELD)


def _pair(one: TextOf, other: TextOf, counted: _Counted) -> Alike | None:
    shared = np.intersect1d(one.words, other.words, assume_unique=True)
    weights = counted.words.weights(one, other)
    # What the unit is called is no news of it: 人民医院 in a letter on the 市人民医院.
    called = _called(one, other)
    rare = {int(run): float(weights[run]) for run in shared if weights[run] > 0 and run not in called}
    of_figures = counted.figures.weights(one, other)
    told = {place: float(of_figures[place]) for place in one.figures.shared(other.figures) if of_figures[place] > 0}
    said = dict(_words(one.unnamed, rare) if rare else ())
    weighed = [*said.values(), *told.values()]
    likeness = counted.meanings.likeness(one, other)
    if not weighed and not likeness.much:
        return None
    odds = _ODDS / counted.problems.speaks_for(one, other, counted.words.seen(one, other))
    chance = _chance(weighed, min(_many(each, weights) for each in (one, other)))
    certainty = round(min(_SUREST, 1.0 / (1.0 + odds * chance**_SHARED * math.exp(-_LIKE * likeness.much))), 3)
    if certainty < _LEAST:
        return None
    rarest = max(told, key=lambda place: (told[place], place), default=_NONE)
    common = _Common(rare, list(said), rarest, _LIKE * likeness.much > _SHARED * sum(weighed))
    adds = likeness.here, likeness.there
    here, there = (_said(each, common, adding, certainty) for each, adding in zip((one, other), adds, strict=True))
    return Alike(here, there, certainty)


def _called(one: TextOf, other: TextOf) -> set[int]:
    """Return the runs of the names of the units that both name."""
    both = {unit.uid for unit in one.units} & {unit.uid for unit in other.units}
    names = {unit.name for unit in one.units | other.units if unit.uid in both}
    return {place_of(name[at : at + WORD]) for name in names for at in range(len(name) - 1)}


def _many(text: TextOf, weights: NDArray[np.float64]) -> int:
    """Return about how many rare words a text says: two pairs of signs make one."""
    return max(2, int(np.count_nonzero(weights[text.words])) // 2)


def _chance(weighed: Sequence[float], rare: int) -> float:
    """Return about how often two texts have as many rare words in common, of which the shorter has so many; 1 for none."""
    many = len(weighed)
    return min(1.0, math.exp(many * math.log(rare) - math.lgamma(many + 1) - sum(weighed)))


def _words(unnamed: str, rare: Mapping[int, float]) -> Iterator[tuple[str, float]]:
    """Yield the words of a text that are made of these pairs, each with its weight: pairs that touch are one word."""
    for clause in _HAN.finditer(fold_text(unnamed).text):
        weights = [_weight(clause[0][at : at + WORD], rare) for at in range(len(clause[0]) - 1)]
        at = 0
        for is_rare, group in groupby(weights, bool):
            many = list(group)
            if is_rare:
                yield clause[0][at : at + len(many) + 1], max(many)
            at += len(many)


def _weight(pair: str, rare: Mapping[int, float]) -> float:
    return 0.0 if _FUNCTION.intersection(pair) else rare.get(place_of(pair), 0.0)


def _said(text: TextOf, common: _Common, adds: Mapping[int, float], certainty: float) -> SaidIn:
    """Return what is quoted of a text: its clause with most of the words, else with the rarest figure, else the words alone."""
    told = quoted(text.text, adds) if common.is_meant else telling(text.text, common.rare, WORD)
    if not told.words and common.figure in text.figures.starts:
        told = clause_at(text.text, text.figures.starts[common.figure])
    words = told.words or "、".join(common.words[:_FEW])
    return SaidIn(text.matter, text.audience, Said(AlikeKind.CIRCUMSTANCE, "", words, told.start, certainty))
