"""Small counts that would give somebody away are not told, nor what they could be worked out from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = dict[str, Any]


def is_small(count: int | None, smallest: int) -> bool:
    """Return whether a count is not told; that there is none is."""
    return count is not None and 0 < count < smallest


def without_small(
    rows: Iterable[Mapping[str, Any]], counts: Sequence[str], rests: Sequence[str], smallest: int
) -> list[Row]:
    """Return the rows with nothing in the place of each small count; what `rests` on counts goes with the first of them that is not told.

    Where one count of a column alone is not told, its neighbour goes too: a total that is known elsewhere would tell it.
    """
    made = [dict(each) for each in rows]
    for name in counts:
        small = [each for each in made if is_small(each[name], smallest)]
        if len(small) == 1:
            others = [each for each in made if each[name] and each is not small[0]]
            small += sorted(others, key=lambda each: int(each[name]))[:1]
        for each in small:
            each[name] = None
    for each in made:
        if any(each[name] is None for name in counts):
            each |= dict.fromkeys(rests)
    return made
