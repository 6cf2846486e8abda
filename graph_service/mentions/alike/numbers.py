"""Numbers that hide something: covered places, all but head and tail, the area of a land line; which others they can be."""

import re

from graph_service.mentions.alike.covered_names import is_covered_name, names_fit
from graph_service.mentions.alike.kinds import AlikeKind
from schema.identifiers import mask_fits

MASK, ANY = "*", "…"  # a covered place; covered places of which nothing tells how many there are
_COVERED_KINDS = (AlikeKind.RESIDENT_ID, AlikeKind.PHONE, AlikeKind.ACCOUNT)
_AREA = re.compile(r"^0\d{2,3}-(?=[2-9]\d{6,7})")
_LINE = re.compile(r"(?:0\d{2,3}-)?[2-9]\d{6,7}(?:-\d{1,6})?")
_SHOWN = 10  # signs of an id without which too many people fit
_ID = re.compile(r"[\d*]{14}\d{3}[\dX]")
_MOBILE = re.compile(r"(1[3-9]\d)\d{4}(\d{4})")
_TOLD_MOBILE = re.compile(r"1[3-9]\d\*{4}\d{4}")  # as people cover one: nothing else is looked up by its ends
_TOLD_ACCOUNT = re.compile(r"(?=.{11})\d*…\d{4,}")  # as much as an id has to show: 6217…0637 can be too many
_WHOLE_ACCOUNT = re.compile(r"\d{12,}")
_SAME_TAIL = 6  # signs of two covered accounts that have to be the same


def grouped(kind: AlikeKind, number: str, area: str) -> tuple[str, str]:
    """Return by what a number is looked up and with what it is then compared; the latter empty where it is all there."""
    if kind is AlikeKind.RESIDENT_ID and _ID.fullmatch(number):
        return number[-4:], number
    if kind is AlikeKind.PHONE and _LINE.fullmatch(number):
        return _AREA.sub("", number), f"{area}/{number}"
    return number, ""


def ends_of(kind: AlikeKind, number: str) -> str:
    """Return by which of its ends a whole or a covered number is looked up among covered ones; empty where by none."""
    if kind is AlikeKind.PHONE:
        mobile = _MOBILE.fullmatch(number)
        return f"{mobile[1]}****{mobile[2]}" if mobile else number if _TOLD_MOBILE.fullmatch(number) else ""
    if kind is AlikeKind.ACCOUNT and (_WHOLE_ACCOUNT.fullmatch(number) or _TOLD_ACCOUNT.fullmatch(number)):
        return f"{ANY}{number[-4:]}"
    return ""


def is_telling(pattern: str) -> bool:
    """Return whether a masked id shows enough to be compared with whole ones: its last four signs and six others."""
    return _ID.fullmatch(pattern) is not None and len(pattern.replace(MASK, "")) >= _SHOWN


def is_tail(pattern: str) -> bool:
    """Return whether nothing but the last signs of a number is told."""
    return pattern[:1] in (MASK, ANY)


def is_open(kind: AlikeKind, pattern: str) -> bool:
    """Return whether others than one can be meant: places are covered, or the area of a land line is left out."""
    if kind is AlikeKind.PHONE and "/" in pattern:
        return _AREA.match(_number(pattern)) is None
    if kind is AlikeKind.NAME_WITH_NUMBER and "/" in pattern:
        return is_covered_name(_name(pattern))
    return kind in _COVERED_KINDS and _is_covered(pattern)


def fits(kind: AlikeKind, one: str, other: str) -> bool:
    """Return whether two of one group can be the same: no area is left out across prefectures, two masked ids say nothing."""
    if kind is AlikeKind.PHONE and "/" in one and "/" in other:
        if not (is_open(kind, one) or is_open(kind, other)):
            return _number(one) == _number(other)
        areas = {pattern.partition("/")[0] for pattern in (one, other)} - {""}
        return len(areas) < 2
    if kind is AlikeKind.NAME_WITH_NUMBER and "/" in one and "/" in other:
        return names_fit(_name(one), _name(other)) and fits(kind, _number(one), _number(other))
    if kind is AlikeKind.RESIDENT_ID and MASK in one and MASK in other:
        return False
    if kind is AlikeKind.ACCOUNT and ANY in one and ANY in other and _same_tail(one, other) < _SAME_TAIL:
        return False
    return one == other or (_ends_fit(one, other) if ANY in one or ANY in other else mask_fits(one, other))


def are_whole(kind: AlikeKind, one: str, other: str) -> bool:
    """Return whether two that are looked up by their ends are told by the number itself, or by one name that both say."""
    if kind is AlikeKind.NAME_WITH_NUMBER and "/" in one and "/" in other:
        return _name(one) == _name(other) or not (is_covered_name(_name(one)) or is_covered_name(_name(other)))
    if kind is AlikeKind.NAME_WITH_NUMBER and _WHOLE_ACCOUNT.fullmatch(one) and not _ID.fullmatch(one):
        return one == other  # the account tells it
    by_ends = kind in (AlikeKind.PHONE, AlikeKind.ACCOUNT) and one and "/" not in one
    return bool(by_ends) and not (_is_covered(one) or _is_covered(other))


def told(kind: AlikeKind, value: str, *patterns: str) -> str:
    """Return the number that both mean, of an id no more than the more covered one shows."""
    if kind is AlikeKind.RESIDENT_ID or (kind in _COVERED_KINDS and any(map(_is_covered, patterns))):
        return max(patterns, key=lambda it: (ANY in it, it.count(MASK), it))
    if kind is AlikeKind.NAME_WITH_NUMBER and all("/" in pattern for pattern in patterns):
        name = min(map(_name, patterns), key=lambda it: (is_covered_name(it), it))
        return f"{name} {min(map(_number, patterns), key=_plainness)}"
    if kind is AlikeKind.PHONE and all("/" in pattern for pattern in patterns):
        return max(map(_number, patterns), key=lambda it: (len(it), it))
    return f"{value} {min(patterns, key=_plainness)}".strip()


def _is_covered(pattern: str) -> bool:
    return MASK in pattern or ANY in pattern


def _ends_fit(one: str, other: str) -> bool:
    """Return whether one number can be both, where of one at least nothing tells how long it is."""
    (head, has_gap, tail), (other_head, other_gap, other_tail) = (each.partition(ANY) for each in (one, other))
    if has_gap and other_gap:
        return _begins_alike(head, other_head) and _begins_alike(tail[::-1], other_tail[::-1])
    whole, first, last = (other, head, tail) if has_gap else (one, other_head, other_tail)
    is_account = _WHOLE_ACCOUNT.fullmatch(whole) is not None and len(whole) > len(first) + len(last)
    return is_account and whole.startswith(first) and whole.endswith(last)


def _same_tail(one: str, other: str) -> int:
    return min(len(each.partition(ANY)[2]) for each in (one, other))


def _begins_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _plainness(number: str) -> tuple[bool, int, str]:
    return ANY in number, number.count(MASK), number


def _name(pattern: str) -> str:
    return pattern.partition("/")[0]


def _number(pattern: str) -> str:
    return pattern.partition("/")[2]
