"""What stays of a masked number, and of a text that people wrote with numbers in it, as expressions of Cypher."""

import re
from collections.abc import Callable
from typing import Any

from schema.record import Mask

_DIGIT = "[0-9\uff10-\uff19]"
_NUMBER = f"{_DIGIT}( ?{_DIGIT}){{5}}"
_PLATE = "[一-鿿][A-Z][0-9A-Z]"


_TAG = "\ue000"  # begins a text that is starred on its way out: Cypher has no word for it that is short to plan
_TAGGED = re.compile(rf"({_DIGIT}(?: ?{_DIGIT}){{5,}})|([一-鿿][A-Z])([0-9A-Z]{{5,6}})(?![0-9A-Z])")


def _stars(value: str, least: int, shown: str) -> str:
    return f"CASE WHEN size({value}) >= {least} THEN {shown} WHEN {value} IS NOT NULL THEN '***' END"


_MASKED: dict[Mask, Callable[[str], str]] = {
    Mask.RESIDENT_ID: lambda value: _stars(value, 15, f"left({value}, 6) + '**********' + right({value}, 2)"),
    Mask.PHONE: lambda value: _stars(value, 11, f"left({value}, 3) + '****' + right({value}, 4)"),
    Mask.CARD: lambda value: _stars(value, 12, f"'****' + right({value}, 4)"),
    Mask.PLATE: lambda value: _stars(value, 7, f"left({value}, 2) + '***' + right({value}, 2)"),
}


def masked(value: str, mask: Mask) -> str:
    """Return the expression of what stays of a number; of one that is too short for its mask, nothing but stars."""
    return _MASKED[mask](value)


def without_numbers(value: str) -> str:
    """Return the expression of a text in which no number of six digits and no plate can be read: what follows its first signs is starred."""
    sign = f"substring({value}, at, 1)"
    in_number = (
        f"{_around(value, 6)} =~ '(?s).*{_DIGIT}( ?{_DIGIT}){{3}}' AND {_around(value, 10, 10)} =~ '(?s).*{_NUMBER}.*'"
    )
    in_plate = f"{_around(value, 7)} =~ '(?s).*{_PLATE}{{1,6}}' AND {_around(value, 7, 6)} =~ '(?s).*{_PLATE}{{5,6}}.*'"
    hidden = f"{sign} =~ '[0-9\uff10-\uff19A-Z]' AND ({in_number} OR {in_plate})"
    return (
        f"CASE WHEN {value} IS NULL THEN null WHEN NOT {value} =~ '(?s).*({_NUMBER}|{_PLATE}{{5}}).*' THEN {value} "
        f"ELSE reduce(told = '', at IN range(0, size({value}) - 1) | told + CASE WHEN {hidden} THEN '*' ELSE {sign} END) END"
    )


def _around(value: str, before: int, behind: int = 0) -> str:
    """Return the expression of so many signs before and behind the one at the place `at`, that one included."""
    start = f"CASE WHEN at < {before} THEN 0 ELSE at - {before} END"
    length = f"CASE WHEN at < {before} THEN at ELSE {before} END + {behind + 1}"
    return f"substring({value}, {start}, {length})"


def tagged(value: str) -> str:
    """Return the expression of a text that `untagged` is to star; it stands in no order and in no grouping."""
    return f"('{_TAG}' + {value})"


def untagged(value: Any) -> Any:
    """Return what was read with every tagged text in it starred: no number of six digits and no plate is left to read."""
    if isinstance(value, str):
        return _TAGGED.sub(_starred, value.replace(_TAG, "")) if _TAG in value else value
    if isinstance(value, list):
        return [untagged(each) for each in value]
    if isinstance(value, dict):
        return {name: untagged(each) for name, each in value.items()}
    return value


def _starred(found: re.Match[str]) -> str:
    if found[2]:
        return found[2] + "*" * len(found[3])
    kept = 0
    stars = []
    for sign in found[1]:
        kept += sign != " "
        stars.append(sign if kept <= 3 or sign == " " else "*")
    return "".join(stars)
