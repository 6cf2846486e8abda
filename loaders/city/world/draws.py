"""Numbers drawn from counters, so that anything in the city can be derived again from its index alone."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import blake2b
from itertools import accumulate
from math import gcd
from typing import TypeVar

T = TypeVar("T")
_REFILL = 1 << 64  # below this the digest is nearly used up


class Draws:
    """A series of small numbers that depends on seed, stream and index only."""

    __slots__ = ("_left", "_name", "_rounds")

    def __init__(self, seed: int, stream: str, index: int) -> None:
        self._name = b"%d|%s|%d|" % (seed, stream.encode(), index)
        self._left = int.from_bytes(blake2b(self._name).digest(), "little")
        self._rounds = 0

    def below(self, bound: int) -> int:
        """Return a number from 0 to bound - 1."""
        if self._left < _REFILL:
            self._rounds += 1
            self._left = int.from_bytes(blake2b(self._name + b"%d" % self._rounds).digest(), "little")
        self._left, number = divmod(self._left, bound)
        return number

    def between(self, low: int, high: int) -> int:
        """Return a number from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, per_mille: int) -> bool:
        """Return True in so many cases out of a thousand."""
        return self.below(1000) < per_mille

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items, each equally likely."""
        return items[self.below(len(items))]

    def day(self, first: date, last: date) -> date:
        """Return a day from first to last, both included."""
        return first + timedelta(days=self.below((last - first).days + 1))


class Weighted:
    """Items with weights, picked in proportion to them."""

    def __init__(self, items: Sequence[str], weights: Sequence[int]) -> None:
        self._items = items
        self._bounds = list(accumulate(weights))

    def pick(self, draws: Draws) -> str:
        """Return one item."""
        return self._items[bisect_right(self._bounds, draws.below(self._bounds[-1]))]


def scattered(index: int, size: int, salt: int) -> int:
    """Return the place of the index in a fixed permutation of 0 to size - 1."""
    step = int(size * 0.6180339887) | 1
    step += 2 * (salt % 97)
    while gcd(step, size) != 1:
        step += 1
    return (index * step + salt * 7919) % size


def shuffled(items: Sequence[T], seed: int, stream: str) -> list[T]:
    """Return the items in an order that depends on seed and stream only."""
    order = sorted(
        range(len(items)),
        key=lambda place: blake2b(b"%d|%s|%d" % (seed, stream.encode(), place), digest_size=8).digest(),
    )
    return [items[place] for place in order]
