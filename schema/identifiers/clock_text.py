"""Times of day as Chinese sources write them."""

import datetime as dt
import re
from functools import cache
from zoneinfo import ZoneInfo

from schema.identifiers.refused import Refused

# The graph keeps wall-clock time of China; a source that states another zone is converted. Clocks ran an hour ahead in
# the summers of 1986 to 1991 and in the 1940s, so an exporter writes a midnight of those days as 15:00 UTC, not as 16:00.
_EIGHT_AHEAD = dt.timedelta(hours=8)
_SUMMER_YEARS = frozenset((*range(1940, 1950), *range(1986, 1992)))
_MIDNIGHT, _MIDNIGHT_OF_SUMMER = dt.time(0), dt.time(15)
_MORNING = ("凌晨", "早上", "清晨", "早晨", "上午", "AM")
_AFTERNOON = ("中午", "下午", "傍晚", "晚上", "晚", "夜里", "PM")
_HALF = "|".join(_MORNING + _AFTERNOON)
_CLOCK = re.compile(
    rf"(?P<before>{_HALF})?"
    r"(?:(?P<h>\d{1,2}):(?P<m>\d{1,2})(?::(?P<s>\d{1,2})(?:[.,](?P<f>\d{1,9}))?)?"
    r"|(?P<h2>\d{1,2})[时点](?:(?P<half>半)|整|(?P<m2>\d{1,2})分?(?:(?P<s2>\d{1,2})秒)?)?"
    r"|(?P<h3>\d{2})(?P<m3>\d{2})(?P<s3>\d{2})|(?P<h4>\d{1,2})(?=AM|PM))"
    r"(?P<after>AM|PM)?(?P<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2}){0,2})?(?P<place>\[[A-Z_/]+\])?",
    re.ASCII,
)

_OFFSET = re.compile(r"(\d{1,2}):?(\d{2})?:?(\d{2})?", re.ASCII)

_NOT_TIME = (
    "has a time of day that cannot be read; write it as 2024-01-05 10:30",
    "时刻无法识别，请写成2024-01-05 10:30",
)
_ZONE_BY_LETTERS = re.compile(r".*\d(?:AM|PM)?\(?[A-Z]{3,5}\)?")
_LETTERS = (
    "names its zone by letters, which several zones share; write the zone as +08:00, or leave it out for Beijing time",
    "时区以字母缩写表示，无法确定，请写成+08:00，北京时间可不写时区",
)
_OTHER_DAY = (
    "is a moment of another zone that falls on two days, there and in China; write the day alone",
    "为其他时区的时刻，当地与中国日期不同，请只写日期",
)
_SUMMER_TIME = (
    "is 23:00 of one day or, in China's summer time, midnight of the next; write the day alone",
    "可能是当日23时，也可能是夏令时次日零时，请只写日期",
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


@cache
def _shanghai() -> ZoneInfo:
    return ZoneInfo("Asia/Shanghai")


def _zone(stated: str, value_class: str) -> dt.timezone:
    signs = stated.removeprefix("UTC").removeprefix("GMT").removeprefix("Z")
    if not signs:
        return dt.UTC
    hours, minutes, seconds = (int(part or 0) for part in _OFFSET.fullmatch(signs[1:]).groups())  # type: ignore[union-attr]
    if hours > 23 or minutes > 59 or seconds > 59:
        raise Refused(*_IMPOSSIBLE, value_class)
    ahead = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return dt.timezone(ahead if signs[0] == "+" else -ahead)


def in_china(moment: dt.datetime) -> dt.datetime:
    """Returns a moment as wall-clock time of China without a zone; one without a zone, or in +08:00, stays as it is."""
    if moment.tzinfo is None or moment.utcoffset() == _EIGHT_AHEAD:
        return moment.replace(tzinfo=None)
    return moment.astimezone(_shanghai()).replace(tzinfo=None)


def day_in_china(moment: dt.datetime, value_class: str) -> dt.date:
    """Returns the day that a moment means: the one written with a zone, that of China for UTC; refuses what may be two."""
    day = in_china(moment).date()
    if moment.tzinfo is None or moment.date() == day:
        return _unless_summer(moment, day, value_class)
    if not moment.utcoffset():
        return day
    if moment.time() != _MIDNIGHT:
        raise Refused(*_OTHER_DAY, value_class)
    return moment.date()


def _unless_summer(moment: dt.datetime, day: dt.date, value_class: str) -> dt.date:
    # Tables of summer time differ by a week or two, so in those years 15:00 UTC may be a midnight all the same.
    if (
        moment.tzinfo
        and not moment.utcoffset()
        and moment.year in _SUMMER_YEARS
        and moment.time() == _MIDNIGHT_OF_SUMMER
    ):
        raise Refused(*_SUMMER_TIME, value_class)
    return day


def at_clock(day: dt.date, rest: str, value_class: str) -> dt.datetime:
    """Returns the moment that a day and the text after it name, with the zone if one is written; midnight without a time."""
    start = dt.datetime(day.year, day.month, day.day)
    line = "".join(rest.split()).upper().removeprefix("T")
    if not line:
        return start
    found = _CLOCK.fullmatch(line)
    if found is None or (found["before"] and found["after"]):
        raise Refused(*(_LETTERS if _ZONE_BY_LETTERS.fullmatch(line) else _NOT_TIME), value_class)
    hour = _hour(_first(found, "h"), found["before"] or found["after"], value_class)
    minute = 30 if found["half"] else _first(found, "m")
    second = _first(found, "s")
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute + second):
        raise Refused(*_IMPOSSIBLE, value_class)
    passed = dt.timedelta(hours=hour, minutes=minute, seconds=second, microseconds=_micros(found["f"]))
    if found["zone"] is None or found["place"] == "[ASIA/SHANGHAI]":
        return start + passed
    return (start + passed).replace(tzinfo=_zone(found["zone"], value_class))


def _first(found: re.Match[str], part: str) -> int:
    stated = [text for key, text in found.groupdict().items() if key.startswith(part) and key != "half" and text]
    return int(stated[0]) if stated else 0
