"""Columns of JSON that lie inside others, written with a point between the names: 被反映人.姓名."""

from collections.abc import Iterable

_STEP = "."


def steps_of(column: str) -> tuple[str, ...]:
    """Return the names that lead to a column, from the outside in."""
    return tuple(column.split(_STEP))


def last_step(column: str) -> str:
    """Return the innermost name of a column."""
    return column.rpartition(_STEP)[2]


def is_inside(column: str, outer: str) -> bool:
    """Return whether a column is this one or lies inside of it."""
    return column == outer or column.startswith(outer + _STEP)


def list_of(column: str, lists: Iterable[str]) -> str | None:
    """Return the list in which a column lies, None where it lies in none."""
    return next((each for each in lists if is_inside(column, each)), None)
