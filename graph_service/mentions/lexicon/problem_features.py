"""What a classifier looks at in a sentence: its signs, its pairs of signs, and what the lexicon of problems says of its words."""

from collections import defaultdict
from functools import cache

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.lexicon.problem_rules import kind_words, shared_sets

Keys = NDArray[np.int64]
_PAIRED = 20  # bits of the second sign of a pair


def sign_keys(text: str) -> Keys:
    """Return a number for every sign of a folded text in its order, then one for every two that stand side by side."""
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    return np.concatenate((codes, codes[:-1] << _PAIRED | codes[1:]))


def telling(keys: Keys) -> Keys:
    """Return the numbers that stand for Chinese signs and capital letters alone: figures and marks tell no kind."""
    last, first = keys & ((1 << _PAIRED) - 1), keys >> _PAIRED
    kept: Keys = keys[_is_telling(last) & (_is_telling(first) | (first == 0))]
    return kept


def _is_telling(codes: Keys) -> NDArray[np.bool_]:
    return ((codes >= 0x4E00) & (codes < 0xA000)) | ((codes >= 0x41) & (codes <= 0x5A))


@cache
def word_features() -> dict[str, tuple[str, ...]]:
    """Return for every word of the lexicon the shared sets and the kinds that it belongs to."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, words in shared_sets().items():
        for word in words.split():
            found[word][f"set {name}"] = None
    for kind, word in kind_words():
        found[word][f"word of {kind.value}"] = None
    return {word: tuple(features) for word, features in found.items()}


def told_feature(kind: str) -> str:
    """Return the feature of a sentence in which the words of the lexicon tell a kind."""
    return f"told {kind}"
