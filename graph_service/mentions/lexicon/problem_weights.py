"""What was learnt of the kinds of problem from the statements, read from `problem_weights.npz` that `python -m bench.kinds` writes."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.lexicon.problem_features import Keys, told_feature, word_features
from schema.vocabulary import Problem

WEIGHTS = Path(__file__).with_name("problem_weights.npz")
OF_WORDS = 0.3  # what the lexicon's features count beside the signs; chosen by cross-validation
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class ProblemWeights:
    """The worth of every feature for every kind; the last two columns are no kind and the square of how rare the feature is."""

    keys: Keys  # of signs and pairs, sorted, with one beyond them all
    worth: Floats  # a row for every key; that of the key beyond is nothing
    word_worth: Floats  # a row for every word of the lexicon, then for every kind that words tell
    words: dict[str, int]
    told: dict[Problem, int]
    kinds: tuple[Problem | None, ...]

    @property
    def nothing(self) -> int:
        """Return the row of a feature that is not known."""
        return len(self.keys) - 1


@cache
def problem_weights() -> ProblemWeights:
    """Return the weights; they are read once."""
    with np.load(WEIGHTS) as read:
        rare = read["rare"].astype(np.float32)[:, None]
        weights = read["weights"] * read["scale"].astype(np.float32)[:, None]
        keys, names = read["keys"], read["names"].tolist()
        kinds = tuple(Problem[kind] if kind else None for kind in read["kinds"].tolist())
    worth = np.hstack((weights, rare**2))
    rows = {name: len(keys) + at for at, name in enumerate(names)}
    features = {word: [rows[name] for name in found if name in rows] for word, found in word_features().items()}
    told = {kind: rows[name] for kind in Problem if (name := told_feature(kind.value)) in rows}
    sums = [worth[found].sum(axis=0) for found in features.values()] + [worth[row] for row in told.values()]
    return ProblemWeights(
        np.append(keys, np.iinfo(np.int64).max),
        np.vstack((worth[: len(keys)], np.zeros((1, worth.shape[1]), dtype=np.float32))),
        np.array(sums),
        {word: at for at, word in enumerate(features)},
        {kind: len(features) + at for at, kind in enumerate(told)},
        kinds,
    )
