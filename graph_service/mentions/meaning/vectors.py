"""The words of everyday Chinese with a vector each, read from `vectors.npz` that `python -m bench.meanings` writes.

The vectors are those of a multilingual sentence encoder for the words alone (multilingual-e5-small, MIT licence), their mean taken
away, turned to their main axes and cut to the first of these. Words of like meaning have like vectors: 补植 and 补种, 泵房 and 扬水站.
A coordinate is a small whole number, so that a product of two vectors is exact, the same on every machine.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

VECTORS = Path(__file__).with_name("vectors.npz")
LONGEST = 4  # signs of a word
_UNKNOWN = 1.0  # how often a sign that is no known word is taken to stand in the counted text
# A word that makes up this share of all words tells half of what a rare one does. (Arora and others 2017 take 1e-3 to 1e-4 for
# sentences of any kind; letters on one unit are told apart by rarer words.)
_HALF = 1e-5

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


class Word(NamedTuple):
    """A known word in a text: where it begins and ends, and its number."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Vectors:
    """The words by number, what each costs where a text is cut (-ln of its share), what each tells, and their vectors."""

    numbers: dict[str, int]
    costs: list[float]
    unknown: float
    telling: Floats
    rows: Floats
    lengths: Floats

    def cut(self, text: str) -> Iterator[Word]:
        """Yield the known words of a text, cut where the product of the shares of its words is largest."""
        best, back = [0.0] * (len(text) + 1), [0] * (len(text) + 1)
        for end in range(1, len(text) + 1):
            best[end], back[end] = best[end - 1] + self.unknown, end - 1
            for start in range(max(0, end - LONGEST), end):
                number = self.numbers.get(text[start:end])
                if number is not None and best[start] + self.costs[number] < best[end]:
                    best[end], back[end] = best[start] + self.costs[number], start
        ends, at = [], len(text)
        while at:
            ends.append(at)
            at = back[at]
        start = 0
        for end in reversed(ends):
            if (number := self.numbers.get(text[start:end])) is not None:
                yield Word(start, end, number)
            start = end

    def stands_apart(self, text: str, start: int, end: int) -> bool:
        """Return whether no everyday word of two signs and more shares a sign with a range of a text."""
        return not any(
            text[at : at + size] in self.numbers
            for size in range(2, LONGEST + 1)
            for at in range(max(0, start - size + 1), min(end, len(text) - size + 1))
        )

    def cosines(self, here: Numbers, there: Numbers) -> Floats:
        """Return how near each of these words lies to each of those: 1 for the same word."""
        products: Floats = self.rows[here] @ self.rows[there].T
        return products / (self.lengths[here][:, None] * self.lengths[there])


@cache
def read_vectors() -> Vectors:
    """Return the words and their vectors; they are read once."""
    with np.load(VECTORS) as read:
        words, counts, rows = read["words"].tolist(), read["counts"].astype(np.float64), read["rows"].astype(np.float32)
    every = float(counts.sum())
    return Vectors(
        {word: number for number, word in enumerate(words)},
        [math.log(every / count) for count in counts.tolist()],
        math.log(every / _UNKNOWN),
        (_HALF / (_HALF + counts / every)).astype(np.float32),
        rows,
        np.linalg.norm(rows, axis=1),
    )
