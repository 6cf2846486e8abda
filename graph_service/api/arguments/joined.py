"""Conditions joined by and, or, not."""

from collections.abc import Callable, Mapping
from typing import Any


def all_of(texts: list[str]) -> str:
    """Return the condition that all of these hold; of none, everything does."""
    return f"({' AND '.join(texts)})" if texts else "true"


def _any_of(alternatives: list[list[str]]) -> str:
    return f"({' OR '.join(all_of(each) for each in alternatives)})" if alternatives else "false"


def _none_of(alternatives: list[list[str]]) -> str:
    return f"NOT coalesce({all_of(alternatives[0])}, false)"


def each_of(value: Any) -> list[Mapping[str, Any]]:
    """Return the conditions that stand in one place of a filter: those of a list, or the only one."""
    return value if isinstance(value, list) else [value]


JOINED: dict[str, Callable[[list[list[str]]], str]] = {
    "and": lambda each: all_of([all_of(texts) for texts in each]),
    "or": _any_of,
    "not": _none_of,
}
