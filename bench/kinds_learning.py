"""Learns kinds of problem from statements: multinomial logistic regression over signs, pairs of signs and the lexicon's words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from graph_service.mentions.find.problem.words import tell_by_words
from graph_service.mentions.lexicon.problem_features import sign_keys, telling, told_feature, word_features
from graph_service.mentions.lexicon.problem_statements import Statement, statements_hash
from graph_service.mentions.lexicon.problem_weights import OF_WORDS, Floats
from schema.vocabulary import Problem

# Chosen by cross-validation over the portions: the strength of the prior, and what makes certainties as large as they are right.
_PRIOR, _SHARPNESS = 50.0, 1.1
_ROUNDS = 60
_LEAST_STATEMENTS = 2  # that hold a feature
_MOST_WEIGHT = 127  # one byte each
KINDS: tuple[Problem | None, ...] = (*(kind for kind in Problem if kind is not Problem.OTHER), None)


@dataclass(frozen=True)
class StatementFeatures:
    """A statement with the numbers of its signs and the names of what the lexicon says of it, each as often as it stands there."""

    statement: Statement
    keys: tuple[int, ...]
    names: tuple[str, ...]
    is_framed: bool

    @classmethod
    def of(cls, statement: Statement, is_framed: bool = False) -> "StatementFeatures":
        """Return the features of a statement."""
        told, features = tell_by_words(statement.text), word_features()
        words = [name for hit in told.hits for name in features.get(statement.text[hit.start : hit.end], ())]
        names = (*words, *(told_feature(span.kind.value) for span in told.spans))
        return cls(statement, tuple(telling(sign_keys(statement.text)).tolist()), names, is_framed)


@dataclass(frozen=True)
class Counted:
    """The features that enough statements have, and how rare each is; the signs first, in the order of their numbers."""

    keys: dict[int, int]
    names: dict[str, int]
    rare: Floats

    @cached_property
    def kinds(self) -> tuple[Problem | None, ...]:
        """Return the kinds by column."""
        return KINDS

    def matrix(self, features: Sequence[StatementFeatures]) -> csr_matrix:
        """Return a row for every statement: signs of length 1, and words of the length that they count."""
        signs = _rows([[self.keys[key] for key in each.keys if key in self.keys] for each in features], len(self.keys))
        words = _rows(
            [[self.names[name] for name in each.names if name in self.names] for each in features], len(self.names)
        )
        at = len(self.keys)
        return hstack(
            [_scaled(signs, self.rare[:at], 1.0), _scaled(words, self.rare[at:], OF_WORDS)], format="csr"
        ).astype(np.float32)


def counted(features: Sequence[StatementFeatures]) -> Counted:
    """Return what is counted of the features of statements that stand in no frame: a frame tells nothing."""
    keys = Counter(key for each in features for key in set(each.keys))
    names = Counter(name for each in features for name in set(each.names))
    kept_keys = sorted(key for key, count in keys.items() if count >= _LEAST_STATEMENTS)
    kept_names = sorted(name for name, count in names.items() if count >= _LEAST_STATEMENTS)
    held = np.array([*(keys[key] for key in kept_keys), *(names[name] for name in kept_names)], dtype=np.float32)
    rare = np.log((1 + len(features)) / (1 + held)) + 1
    at_key = {key: at for at, key in enumerate(kept_keys)}
    return Counted(at_key, {name: at for at, name in enumerate(kept_names)}, rare.astype(np.float32))


def _rows(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([column for row in rows for column in row], dtype=np.int32)
    counts = csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), width))
    counts.sum_duplicates()
    return counts


def _scaled(rows: csr_matrix, rare: Floats, length: float) -> csr_matrix:
    weighed = rows.multiply(rare[None, :]).tocsr()
    lengths = np.sqrt(rows @ rare**2)
    return weighed.multiply((length / np.maximum(lengths, 1e-9))[:, None]).tocsr()


def learn(known: Counted, features: Sequence[StatementFeatures]) -> Floats:
    """Return the weights of the likeliest regression under a normal prior, sharpened; statements of every kind count alike."""
    rows, columns = known.matrix(features), len(KINDS)
    true = np.array([KINDS.index(each.statement.kind) for each in features])
    turned, places = rows.T.tocsr(), np.arange(len(true))

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, columns).astype(np.float32)
        scores = rows @ weights
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        whole = odds.sum(axis=1, keepdims=True)
        wrong = odds / whole
        wrong[places, true] -= 1
        unlikely = float((np.log(whole[:, 0]) - scores[places, true]).sum() + (flat @ flat) / (2 * _PRIOR))
        return unlikely, (turned @ wrong + weights / _PRIOR).ravel().astype(np.float64)

    start = np.zeros(rows.shape[1] * columns)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS, "maxcor": 5}).x
    sharpened: Floats = (_SHARPNESS * found.reshape(-1, columns)).astype(np.float32)
    return sharpened


def write_weights(known: Counted, weights: Floats, path: Path) -> None:
    """Write the weights, each times the rarity of its feature, in one byte of the largest of its row."""
    worth = weights * known.rare[:, None]
    scale = np.maximum(np.abs(worth).max(axis=1), 1e-9) / _MOST_WEIGHT
    np.savez_compressed(
        path,
        keys=np.array(list(known.keys), dtype=np.int64),
        names=np.array(list(known.names)),
        rare=known.rare.astype(np.float16),
        scale=scale.astype(np.float16),
        weights=np.rint(worth / scale[:, None]).astype(np.int8),
        kinds=np.array([kind.value if kind else "" for kind in KINDS]),
        learnt_from=np.array(statements_hash()),
    )
