"""A bounded memory for readings of short texts."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")
_LONGEST = 256
_KEPT = 65536


def remembered(read: Callable[[str], T]) -> Callable[[str], T]:
    """Returns the reader with a memory of its last answers; long texts pass by, so that memory stays bounded."""
    kept = lru_cache(maxsize=_KEPT)(read)

    @wraps(read)
    def recall(text: str) -> T:
        return kept(text) if len(text) <= _LONGEST else read(text)

    return recall
