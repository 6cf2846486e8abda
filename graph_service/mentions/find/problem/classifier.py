"""The kind of problem that a sentence tells by what was learnt from statements: how likely each kind is, and where it is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph_service.mentions.find.problem.span import ProblemSpan
from graph_service.mentions.find.problem.words import WordsTold
from graph_service.mentions.lexicon.problem_features import Keys, sign_keys, told_feature, word_features
from graph_service.mentions.lexicon.problem_weights import OF_WORDS, Floats, ProblemWeights, problem_weights
from schema.vocabulary import Problem

_CLAUSE = re.compile(r"[^,。;!?:\n]+")


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a text that are known: the sentence, the row in the weights and the place of each, no feature twice."""

    sentences: Keys
    rows: Keys
    places: Keys


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a folded text with the chance of every kind in it."""

    start: int
    end: int
    kind: Problem | None  # the likeliest
    certainty: float
    chances: Floats
    signs: Features

    def chance(self, kind: Problem) -> float:
        """Return how likely it tells a kind."""
        return float(self.chances[problem_weights().kinds.index(kind)])


def classify(text: str, told: WordsTold) -> list[Sentence]:
    """Return the sentences of a folded text without quotation marks, each with what it tells."""
    weights = problem_weights()
    ends = [*told.sentence_ends, len(text)]
    signs, words = _of_signs(text, ends, weights), _of_words(text, told, weights)
    scores = _scores(signs, len(ends), weights) + OF_WORDS * _scores(words, len(ends), weights)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances = odds / odds.sum(axis=1, keepdims=True)
    best = chances.argmax(axis=1)
    starts = [0, *(end + 1 for end in told.sentence_ends)]
    return [
        Sentence(start, end, weights.kinds[at], float(chances[number, at]), chances[number], signs)
        for number, (start, end, at) in enumerate(zip(starts, ends, best.tolist(), strict=True))
    ]


def span_of(sentence: Sentence, text: str) -> ProblemSpan | None:
    """Return the words of the clause that speaks most for the kind of a sentence, or None where it tells no kind."""
    if sentence.kind is None:
        return None
    weights, signs = problem_weights(), sentence.signs
    column = weights.kinds.index(sentence.kind)
    inside = (signs.places >= sentence.start) & (signs.places < sentence.end)
    places, worth = signs.places[inside], weights.weights[signs.rows[inside], column]
    best, found = 0.0, (sentence.start, sentence.end)
    for clause in _CLAUSE.finditer(text, sentence.start, sentence.end):
        here = (places >= clause.start()) & (places < clause.end())
        if (total := float(worth[here].sum())) > best:
            speaking = places[here & (worth > 0)]
            best, found = total, (int(speaking.min()), min(int(speaking.max()) + 2, clause.end()))
    return ProblemSpan(*found, sentence.kind, round(sentence.certainty, 2), True)


def _of_signs(text: str, ends: list[int], weights: ProblemWeights) -> Features:
    signs = sign_keys(text)
    rows = np.minimum(np.searchsorted(weights.keys, signs.keys), len(weights.keys) - 1)
    known = weights.keys[rows] == signs.keys
    places = signs.places[known]
    return _once(np.searchsorted(ends, places), rows[known], places)


def _of_words(text: str, told: WordsTold, weights: ProblemWeights) -> Features:
    found = list(_word_rows(text, told, weights))
    at = np.array(found, dtype=np.int64).reshape(-1, 2)
    return _once(np.searchsorted([*told.sentence_ends, len(text)], at[:, 0]), at[:, 1], at[:, 0])


def _word_rows(text: str, told: WordsTold, weights: ProblemWeights) -> Iterator[tuple[int, int]]:
    features, names = word_features(), weights.names
    for hit in told.hits:
        for name in features.get(text[hit.start : hit.end], ()):
            if (row := names.get(name)) is not None:
                yield hit.start, row
    for span in told.spans:
        if (row := names.get(told_feature(span.kind.value))) is not None:
            yield span.start, row


def _once(sentences: Keys, rows: Keys, places: Keys) -> Features:
    """Return the features in the order of the sentences; one that a sentence has twice counts once, where it stands first."""
    _, first = np.unique(sentences << 20 | rows, return_index=True)
    return Features(sentences[first], rows[first], places[first])


def _scores(features: Features, sentences: int, weights: ProblemWeights) -> Floats:
    scores = np.zeros((sentences, len(weights.kinds)), dtype=np.float32)
    if not len(features.rows):
        return scores
    starts = np.flatnonzero(np.diff(features.sentences, prepend=-1))
    sums = np.add.reduceat(weights.weights[features.rows], starts)
    lengths = np.sqrt(np.add.reduceat(weights.rare[features.rows] ** 2, starts))
    scores[features.sentences[starts]] = sums / lengths[:, None]
    return scores
