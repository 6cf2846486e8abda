"""Numbers that hide something: an id with covered places, a land line without its area; which others they can be."""

import re

from graph_service.mentions.alike.kinds import AlikeKind
from schema.identifiers import mask_fits

MASK = "*"
_AREA = re.compile(r"^0\d{2,3}-(?=[2-9]\d{6,7})")
_LINE = re.compile(r"(?:0\d{2,3}-)?[2-9]\d{6,7}(?:-\d{1,6})?")
_SHOWN = 10  # signs of an id without which too many people fit
_ID = re.compile(r"[\d*]{14}\d{3}[\dX]")


def grouped(kind: AlikeKind, number: str, area: str) -> tuple[str, str]:
    """Return by what a number is looked up and with what it is then compared; the latter empty where it is all there."""
    if kind is AlikeKind.RESIDENT_ID and _ID.fullmatch(number):
        return number[-4:], number
    if kind is AlikeKind.PHONE and _LINE.fullmatch(number):
        return _AREA.sub("", number), f"{area}/{number}"
    return number, ""


def is_telling(pattern: str) -> bool:
    """Return whether a masked id shows enough to be compared with whole ones: its last four signs and six others."""
    return _ID.fullmatch(pattern) is not None and len(pattern.replace(MASK, "")) >= _SHOWN


def is_open(kind: AlikeKind, pattern: str) -> bool:
    """Return whether others than one can be meant: places are covered, or the area of a land line is left out."""
    if kind is AlikeKind.PHONE:
        return "/" in pattern and _AREA.match(_number(pattern)) is None
    return kind is AlikeKind.RESIDENT_ID and MASK in pattern


def fits(kind: AlikeKind, one: str, other: str) -> bool:
    """Return whether two of one group can be the same: no area is left out across prefectures, two masked ids say nothing."""
    if kind is AlikeKind.PHONE and "/" in one and "/" in other:
        if not (is_open(kind, one) or is_open(kind, other)):
            return _number(one) == _number(other)
        areas = {pattern.partition("/")[0] for pattern in (one, other)} - {""}
        return len(areas) < 2
    if kind is AlikeKind.RESIDENT_ID and MASK in one and MASK in other:
        return False
    return one == other or mask_fits(one, other)


def told(kind: AlikeKind, value: str, *patterns: str) -> str:
    """Return the number that both mean, of an id no more than the more covered one shows."""
    if kind is AlikeKind.RESIDENT_ID:
        return max(patterns, key=lambda it: (it.count(MASK), it))
    if kind is AlikeKind.PHONE and all("/" in pattern for pattern in patterns):
        return max(map(_number, patterns), key=lambda it: (len(it), it))
    return f"{value} {min(patterns, key=lambda it: (it.count(MASK), it))}".strip()


def _number(pattern: str) -> str:
    return pattern.partition("/")[2]
