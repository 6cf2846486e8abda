"""Lengths of time, as lists of calls write them."""

import re

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact
from schema.identifiers.numbers import integer
from schema.identifiers.refused import Refused

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{2})", re.ASCII)
_WORDS = re.compile(
    r"(?:(\d+)(?:小时|时|H))?(?:(\d+)(?:分钟|分|MIN|M))?(?:(\d+)(?:秒钟|秒|SEC|S))?", re.ASCII | re.IGNORECASE
)
_NOT_LENGTH = (
    "is not a length of time; write seconds, 00:05:32 or 5分32秒",
    "不是时长，请写秒数、00:05:32或5分32秒",
)


def seconds(value: object) -> int | None:
    """Returns a length of time in seconds; a bare number is seconds; None when absent."""
    if absent(value):
        return None
    if not isinstance(value, str):
        return integer(value)
    line = compact(value, "seconds")
    found = _CLOCK.fullmatch(line) or (_WORDS.fullmatch(line) if line else None)
    if found is None:
        return _whole(line)
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    if found.re is _CLOCK and (rest >= 60 or (found[1] and minutes >= 60)):
        raise Refused(*_NOT_LENGTH, "seconds")
    return hours * 3600 + minutes * 60 + rest


def _whole(line: str) -> int | None:
    if not line.replace(",", "").replace(".", "").isdecimal():
        raise Refused(*_NOT_LENGTH, "seconds")
    return integer(line)
