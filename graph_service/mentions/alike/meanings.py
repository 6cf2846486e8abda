"""How much two texts mean alike beside the names in them, whatever words they choose: 补植 and 补种, 泵房 and 扬水站.

Each word of the one is held against the word of the other that lies nearest to it in meaning. It speaks for the two by how near
that is, and by how rare the word is in running text; what stock phrases say counts nothing. As the words that meet are known, they
can be quoted.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from graph_service.mentions.alike.counts import Counts, OpenTo
from graph_service.mentions.alike.texts import Telling, TextOf, heaviest, plain_clauses
from graph_service.mentions.meaning.vectors import read_vectors
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.runs import RUN, WORD, places_in

_NEAR = 0.3  # the least cosine that tells anything: words of no like meaning have 0.1 to 0.3


class Likeness(NamedTuple):
    """How much two texts mean alike, and what each word of either adds to it, by its number."""

    much: float
    here: Mapping[int, float]
    there: Mapping[int, float]


class _Told(NamedTuple):
    """A word that a text tells: its number, the places of the runs of signs in which it stands, and of the pairs of which it is made."""

    number: int
    stands_in: Sequence[int]
    made_of: Sequence[int]


NOTHING_ALIKE = Likeness(0.0, {}, {})


def quoted(text: str, adds: Mapping[int, float]) -> Telling:
    """Return the clause of a text whose words add most to what it means alike; nothing where none does."""

    def weigh(plain: str) -> float:
        return sum(adds.get(number, 0.0) for number in {word.number for word in read_vectors().cut(plain)})

    return heaviest(text, weigh)


class Meanings:
    """What the texts tell, compared by meaning."""

    def __init__(self, texts: Sequence[TextOf], words: Counts, open_to: OpenTo) -> None:
        self._words = words
        self._stated = Counts(texts, open_to, lambda each: each.stated)
        self._told: dict[str, Sequence[_Told]] = {}

    def likeness(self, one: TextOf, other: TextOf) -> Likeness:
        """Return how much the two mean alike: about 0 for two letters on different matters, 1 and more where rare words meet."""
        here, there = self._weights(one, one, other), self._weights(other, one, other)
        if not here or not there:
            return NOTHING_ALIKE
        numbers = [np.fromiter(each, dtype=np.int64, count=len(each)) for each in (here, there)]
        near = np.maximum(read_vectors().cosines(*numbers) - _NEAR, 0.0) / (1.0 - _NEAR)
        adds = [
            dict(zip(each, (best * np.fromiter(each.values(), dtype=np.float64)).tolist(), strict=True))
            for each, best in ((here, near.max(axis=1)), (there, near.max(axis=0)))
        ]
        return Likeness((sum(adds[0].values()) + sum(adds[1].values())) / 2, *adds)

    def _weights(self, text: TextOf, one: TextOf, other: TextOf) -> dict[int, float]:
        """Return the words of a text with what each tells, by number; for the readers of two, none that a stock phrase holds."""
        stated, words = self._stated.of(one, other), self._words.of(one, other)
        found: dict[int, float] = {}
        for word in self._of(text):
            if word.number not in found and not all(stated.is_stock(place) for place in word.stands_in):
                rare = max((words.rarity(place) for place in word.made_of), default=1.0)
                found[word.number] = float(read_vectors().telling[word.number]) * rare
        return dict(sorted(found.items()))

    def _of(self, text: TextOf) -> Sequence[_Told]:
        if text.matter not in self._told:
            self._told[text.matter] = [
                word for _, _, plain in plain_clauses(fold_text(text.unnamed).text) for word in _told(plain)
            ]
        return self._told[text.matter]


def _told(plain: str) -> Iterator[_Told]:
    runs = places_in(plain, RUN)
    for word in read_vectors().cut(plain):
        yield _Told(
            word.number, runs[max(0, word.start - RUN + 1) : word.end], places_in(plain[word.start : word.end], WORD)
        )
