"""Times of day as Chinese sources write them."""

import datetime as dt
import re

from schema.identifiers.refused import Refused

# The graph keeps wall-clock time of China; a source that states another zone is converted.
_CHINA = dt.timezone(dt.timedelta(hours=8))
_MORNING = ("凌晨", "早上", "清晨", "早晨", "上午", "AM")
_AFTERNOON = ("中午", "下午", "傍晚", "晚上", "晚", "夜里", "PM")
_HALF = "|".join(_MORNING + _AFTERNOON)
_CLOCK = re.compile(
    rf"(?P<before>{_HALF})?"
    r"(?:(?P<h>\d{1,2}):(?P<m>\d{1,2})(?::(?P<s>\d{1,2})(?:[.,](?P<f>\d{1,9}))?)?"
    r"|(?P<h2>\d{1,2})[时点](?:(?P<half>半)|整|(?P<m2>\d{1,2})分?(?:(?P<s2>\d{1,2})秒)?)?"
    r"|(?P<h3>\d{2})(?P<m3>\d{2})(?P<s3>\d{2})|(?P<h4>\d{1,2})(?=AM|PM))"
    r"(?P<after>AM|PM)?(?P<zone>Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)

_NOT_TIME = (
    "has a time of day that cannot be read; write it as 2024-01-05 10:30",
    "时刻无法识别，请写成2024-01-05 10:30",
)
_IMPOSSIBLE = ("has a time of day that does not exist", "时刻不存在")


def _hour(hour: int, half: str | None, value_class: str) -> int:
    if half in _MORNING:
        if hour > 12:
            raise Refused(*_IMPOSSIBLE, value_class)
        return hour % 12
    if half is None or (half == "中午" and hour in (11, 12)):
        return hour
    # Twelve at night belongs to the next day, which the text does not name: read as 24:00.
    if half in ("晚上", "晚", "夜里") and hour == 12:
        return 24
    return hour + 12 if hour < 12 else hour


def _micros(fraction: str | None) -> int:
    return int((fraction or "0").ljust(6, "0")[:6])


def _zone_shift(zone: str | None) -> dt.timedelta:
    if zone is None:
        return dt.timedelta()
    if zone == "Z":
        zone = "+00:00"
    offset = dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return dt.timedelta(hours=8) - (offset if zone[0] == "+" else -offset)


def in_china(moment: dt.datetime) -> dt.datetime:
    """Returns a moment as wall-clock time of China without a zone; one without a zone stays as it is."""
    return moment if moment.tzinfo is None else moment.astimezone(_CHINA).replace(tzinfo=None)


def at_clock(day: dt.date, rest: str, value_class: str) -> dt.datetime:
    """Returns the moment that a day and the text after it name; midnight when no time follows."""
    start = dt.datetime(day.year, day.month, day.day)
    line = "".join(rest.split()).upper().removeprefix("T")
    if not line:
        return start
    found = _CLOCK.fullmatch(line)
    if found is None or (found["before"] and found["after"]):
        raise Refused(*_NOT_TIME, value_class)
    hour = _hour(_first(found, "h"), found["before"] or found["after"], value_class)
    minute = 30 if found["half"] else _first(found, "m")
    second = _first(found, "s")
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute + second):
        raise Refused(*_IMPOSSIBLE, value_class)
    passed = dt.timedelta(hours=hour, minutes=minute, seconds=second, microseconds=_micros(found["f"]))
    return start + passed + _zone_shift(found["zone"])


def _first(found: re.Match[str], part: str) -> int:
    stated = [text for key, text in found.groupdict().items() if key.startswith(part) and key != "half" and text]
    return int(stated[0]) if stated else 0
