"""Counts how many of the pairs a result found, by kind, in one half of them or in both.

What is mended is looked for in one half; the other tells what that is worth on texts that nobody has looked at.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

_PROPOSED = 0.5  # the scorer's own threshold


class Half(StrEnum):
    """One half: every second pair in the order of the truth, A from the first and B from the second."""

    A = "A"
    B = "B"


def counted(added: Mapping[str, Any], links: Sequence[Sequence[Any]], half: Half | None) -> Iterator[str]:
    """Yield a line for each kind with found / all, one for all kinds, and one for the near misses joined."""
    shown = {frozenset(link[:2]) for link in links if link[2] >= _PROPOSED}
    pairs, near = _half_of(added["pairs"], half), _half_of(added["near_misses"], half)
    of = Counter(pair["kind"] for pair in pairs)
    found = Counter(pair["kind"] for pair in pairs if frozenset(pair["matters"]) in shown)
    yield from (f"{kind:<42}{found[kind]:>3} / {number}" for kind, number in of.items())
    yield f"{'found':<42}{found.total():>3} / {of.total()}"
    yield f"{'near misses joined':<42}{sum(frozenset((each['a'], each['b'])) in shown for each in near):>3} / {len(near)}"


def _half_of(told: Sequence[Any], half: Half | None) -> Sequence[Any]:
    return told if half is None else told[half is Half.B :: 2]
