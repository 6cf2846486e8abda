"""What was learnt of the kinds of problem from the statements, read from `problem_weights.npz` that `python -m bench.kinds` writes."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.lexicon.problem_features import Keys
from schema.vocabulary import Problem

WEIGHTS = Path(__file__).with_name("problem_weights.npz")
OF_WORDS = 0.3  # what the lexicon's features count beside the signs; chosen by cross-validation
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class ProblemWeights:
    """The weight of every feature for every kind, the last column being no kind; signs come first, by number."""

    keys: Keys
    names: dict[str, int]  # row of a feature of words
    rare: Floats  # how rare a feature is among the statements
    weights: Floats
    kinds: tuple[Problem | None, ...]


@cache
def problem_weights() -> ProblemWeights:
    """Return the weights; they are read once."""
    with np.load(WEIGHTS) as read:
        keys = read["keys"]
        rare = read["rare"].astype(np.float32)
        weights = read["weights"].astype(np.float32) * read["scale"].astype(np.float32)[:, None]
        names = {str(name): len(keys) + at for at, name in enumerate(read["names"])}
        kinds = tuple(Problem[str(kind)] if kind else None for kind in read["kinds"])
    return ProblemWeights(keys, names, rare, weights, kinds)
