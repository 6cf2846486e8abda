"""The kind of problem that a sentence tells by what was learnt from statements: how likely each kind is, and where it is told."""

import math
import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph_service.mentions.find.problem.span import ProblemSpan
from graph_service.mentions.find.problem.words import WordsTold
from graph_service.mentions.lexicon.problem_features import Keys, sign_keys
from graph_service.mentions.lexicon.problem_weights import OF_WORDS, Floats, ProblemWeights, problem_weights
from schema.vocabulary import Problem

_CLAUSE = re.compile(r"[^,。;!?:\n]+")
_SHORTEST = 1e-9


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a folded text with the chance of every kind in it."""

    start: int
    end: int
    kind: Problem | None  # the likeliest
    certainty: float
    odds: Floats
    signs: int  # that are known

    def chance(self, kind: Problem) -> float:
        """Return how likely it tells a kind."""
        return float(self.odds[problem_weights().kinds.index(kind)]) * self.certainty


def classify(text: str, told: WordsTold) -> list[Sentence]:
    """Return the sentences of a folded text without quotation marks, each with what it tells."""
    weights = problem_weights()
    rows, words = _rows_of_signs(text, weights), _rows_of_words(text, told, weights)
    starts = [0, *(end + 1 for end in told.sentence_ends)]
    ends = [*told.sentence_ends, len(text)]
    return [
        Sentence(
            start,
            end,
            *_judged(_of_signs(rows, start, end, weights), _sum(weights.word_worth, words.get(number, ()))),
            int(np.count_nonzero(rows[start:end] != weights.nothing)),
        )
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if start < end
    ]


def span_of(sentence: Sentence, text: str) -> ProblemSpan | None:
    """Return the words of the clause that speaks most for the kind of a sentence, or None where it tells no kind."""
    if sentence.kind is None:
        return None
    weights = problem_weights()
    rows, column = _rows_of_signs(text, weights), weights.kinds.index(sentence.kind)
    worth = weights.worth[rows[: len(text)], column]
    worth[:-1] += weights.worth[rows[len(text) :], column]  # a pair where it begins
    best, found = 0.0, (sentence.start, sentence.end)
    for clause in _CLAUSE.finditer(text, sentence.start, sentence.end):
        here = worth[clause.start() : clause.end()]
        if (total := float(here.sum())) > best:
            first, last = np.flatnonzero(here > 0)[[0, -1]] + clause.start()
            best, found = total, (int(first), min(int(last) + 2, clause.end()))
    return ProblemSpan(*found, sentence.kind, round(sentence.certainty, 2), True, True)


def _rows_of_signs(text: str, weights: ProblemWeights) -> Keys:
    keys = sign_keys(text)
    rows = np.searchsorted(weights.keys, keys)
    rows[weights.keys[rows] != keys] = weights.nothing
    return rows


def _rows_of_words(text: str, told: WordsTold, weights: ProblemWeights) -> dict[int, list[int]]:
    """Return the rows of the known words and of the kinds told by words, by the number of their sentence."""
    found: dict[int, list[int]] = {}
    for hit in told.hits:
        if (row := weights.words.get(text[hit.start : hit.end])) is not None:
            found.setdefault(bisect(told.sentence_ends, hit.start), []).append(row)
    for span in told.spans:
        if (row := weights.told.get(span.kind)) is not None:
            found.setdefault(bisect(told.sentence_ends, span.start), []).append(row)
    return found


def _of_signs(rows: Keys, start: int, end: int, weights: ProblemWeights) -> Floats:
    signs = (len(rows) + 1) // 2
    return _sum(weights.worth, np.concatenate((rows[start:end], rows[signs + start : signs + end - 1])))


def _sum(worth: Floats, rows: Keys | Sequence[int]) -> Floats:
    summed: Floats = np.add.reduce(worth.take(rows, axis=0)) if len(rows) else np.zeros_like(worth[0])
    return summed


def _judged(signs: Floats, words: Floats) -> tuple[Problem | None, float, Floats]:
    """Return the likeliest kind, how sure it is and the odds of every kind beside it.

    The last of the sums is the square of the length of the features.
    """
    length, length_of_words = (math.sqrt(max(float(sums[-1]), _SHORTEST)) for sums in (signs, words))
    scores = signs[:-1] / length + words[:-1] * (OF_WORDS / length_of_words)
    best = int(scores.argmax())
    odds = np.exp(scores - scores[best])
    return problem_weights().kinds[best], 1.0 / float(np.add.reduce(odds)), odds
