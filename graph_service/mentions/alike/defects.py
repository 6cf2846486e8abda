"""Findings, issues and tickets that state one particular defect in words that few others use, whatever unit they name.

Compared is the text without what it names: two units are not the same, what is wrong in them may be. A passage counts of
which few of the texts say the runs, among those that all readers of both may read; what more say is a stock phrase.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from graph_service.mentions.alike.counts import Counts, OpenTo
from graph_service.mentions.alike.kinds import AlikeKind
from graph_service.mentions.alike.meeting import by_readers, within
from graph_service.mentions.alike.pairs import Alike, SaidIn
from graph_service.mentions.alike.said import Said
from graph_service.mentions.alike.texts import Runs, TextOf, telling
from graph_service.model import label_in

_STATING = ("AuditFinding", "InspectionIssue", "Ticket")
_FEW = 3  # texts that say a run, at most
_PASSAGE = 8  # runs of three signs in one clause of each: ten signs on end, or two shorter parts
_HELD = 40  # texts that have a run, from which on nothing is made of it: a bound on work
_SURE = 0.95  # of what is word for word the same


def defects(texts: Sequence[TextOf], open_to: OpenTo, cap: int) -> Iterator[Alike]:
    """Yield the pairs that state one defect; a text that more than `cap` others go with states none of its own."""
    stating = sorted((each for each in texts if label_in(each.matter) in _STATING), key=lambda each: each.matter)
    counts = Counts(stating, open_to, lambda each: each.stated)
    return within([pair for one, other in _meeting(stating) if (pair := _pair(one, other, counts))], cap)


def _meeting(texts: Sequence[TextOf]) -> Iterator[tuple[TextOf, TextOf]]:
    having: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for run in text.stated.tolist():
            having[run].append(number)
    met = Counter(pair for group in having.values() if 1 < len(group) <= _HELD for pair in combinations(group, 2))
    return by_readers(texts, (pair for pair, many in met.items() if many >= _PASSAGE))


def _pair(one: TextOf, other: TextOf, counts: Counts) -> Alike | None:
    shared = np.intersect1d(one.stated, other.stated, assume_unique=True)
    rare = shared[counts.of(one, other).numbers[shared] <= _FEW]
    here, there = _passage(one, rare), _passage(other, rare)
    return Alike(here, there, _SURE) if here and there else None


def _passage(text: TextOf, rare: Runs) -> SaidIn | None:
    told = telling(text.unnamed, dict.fromkeys(rare.tolist(), 1.0))
    said = Said(AlikeKind.DEFECT, "", told.words, told.start, _SURE)
    return SaidIn(text.matter, text.audience, said) if told.weight >= _PASSAGE else None
