"""The kind of problem that a sentence tells by what was learnt from statements: how likely each kind is, and where it is told."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph_service.mentions.find.problem.span import ProblemSpan
from graph_service.mentions.find.problem.words import WordsTold
from graph_service.mentions.lexicon.problem_features import sign_keys
from graph_service.mentions.lexicon.problem_weights import OF_WORDS, Floats, ProblemWeights, problem_weights
from schema.vocabulary import Problem

_CLAUSE = re.compile(r"[^,。;!?:\n]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a folded text with the chance of every kind in it."""

    start: int
    end: int
    kind: Problem | None  # the likeliest
    certainty: float
    chances: Floats
    worth: Floats  # of every sign of the text, with the pair that begins there

    def chance(self, kind: Problem) -> float:
        """Return how likely it tells a kind."""
        return float(self.chances[problem_weights().kinds.index(kind)])


def classify(text: str, told: WordsTold) -> list[Sentence]:
    """Return the sentences of a folded text without quotation marks, each with what it tells."""
    if not text:
        return []
    weights = problem_weights()
    starts = [0, *(end + 1 for end in told.sentence_ends if end + 1 < len(text))]
    worth = _worth_of_signs(text, weights)
    scores = _scores(np.add.reduceat(worth, starts)) + OF_WORDS * _scores(_of_words(text, told, len(starts), weights))
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances = odds / odds.sum(axis=1, keepdims=True)
    best = chances.argmax(axis=1).tolist()
    return [
        Sentence(start, end, weights.kinds[at], float(row[at]), row, worth)
        for start, end, at, row in zip(starts, [*starts[1:], len(text)], best, chances, strict=True)
    ]


def span_of(sentence: Sentence, text: str) -> ProblemSpan | None:
    """Return the words of the clause that speaks most for the kind of a sentence, or None where it tells no kind."""
    if sentence.kind is None:
        return None
    worth = sentence.worth[:, problem_weights().kinds.index(sentence.kind)]
    best, found = 0.0, (sentence.start, sentence.end)
    for clause in _CLAUSE.finditer(text, sentence.start, sentence.end):
        here = worth[clause.start() : clause.end()]
        if (total := float(here.sum())) > best:
            first, last = np.flatnonzero(here > 0)[[0, -1]] + clause.start()
            best, found = total, (int(first), min(int(last) + 2, clause.end()))
    return ProblemSpan(*found, sentence.kind, round(sentence.certainty, 2), True)


def _worth_of_signs(text: str, weights: ProblemWeights) -> Floats:
    keys = sign_keys(text)
    rows = np.searchsorted(weights.keys, keys)
    rows[weights.keys[rows] != keys] = weights.nothing
    worth: Floats = weights.worth[rows[: len(text)]]
    worth[:-1] += weights.worth[rows[len(text) :]]
    return worth


def _of_words(text: str, told: WordsTold, sentences: int, weights: ProblemWeights) -> Floats:
    sums = np.zeros((sentences, weights.worth.shape[1]), dtype=np.float32)
    found = list(_word_rows(text, told, weights))
    if found:
        numbers, rows = zip(*found, strict=True)
        np.add.at(sums, list(numbers), weights.worth[list(rows)])
    return sums


def _word_rows(text: str, told: WordsTold, weights: ProblemWeights) -> Iterator[tuple[int, int]]:
    ends, words = told.sentence_ends, weights.words
    for hit in told.hits:
        for row in words.get(text[hit.start : hit.end], ()):
            yield bisect(ends, hit.start), row
    for span in told.spans:
        if span.kind in weights.told:
            yield bisect(ends, span.start), weights.told[span.kind]


def _scores(sums: Floats) -> Floats:
    """Return the scores of every kind for features of length 1: the last column holds the square of their length."""
    scores: Floats = sums[:, :-1] / np.sqrt(np.maximum(sums[:, -1:], 1e-9))
    return scores
