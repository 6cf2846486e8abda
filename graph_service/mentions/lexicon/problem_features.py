"""What a classifier looks at in a sentence: its signs, its pairs of signs, and what the lexicon of problems says of its words."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.lexicon.problem_rules import kind_words, shared_sets

Keys = NDArray[np.int64]

_PAIRED = 20  # bits of the second sign of a pair
_MOST_SIGN = (1 << _PAIRED) - 1


@dataclass(frozen=True, slots=True)
class SignKeys:
    """A number for every sign and pair of signs of a text, and the place where it stands."""

    keys: Keys
    places: Keys


def sign_keys(text: str) -> SignKeys:
    """Return the Chinese signs and capital letters of a folded text, and the pairs that stand side by side."""
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    is_sign = ((codes >= 0x4E00) & (codes < 0xA000)) | ((codes >= 0x41) & (codes <= 0x5A))
    signs = np.flatnonzero(is_sign)
    pairs = np.flatnonzero(is_sign[:-1] & is_sign[1:])
    keys = np.concatenate((codes[signs], (codes[pairs] << _PAIRED) | codes[pairs + 1]))
    return SignKeys(keys, np.concatenate((signs, pairs)))


def sign_key(signs: str) -> int:
    """Return the number of a sign or of a pair of signs."""
    return ord(signs) if len(signs) == 1 else ord(signs[0]) << _PAIRED | ord(signs[1])


def signs_of(key: int) -> str:
    """Return the sign or the pair that a number stands for."""
    return chr(key) if key <= _MOST_SIGN else chr(key >> _PAIRED) + chr(key & _MOST_SIGN)


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
