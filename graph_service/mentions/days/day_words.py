"""Days and periods as figures: from words to the first and last day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR = 1949
_FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TEN = re.compile(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)")


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days and its normal form: a day, a month, a year, or first and last day with / between."""

    first: date
    last: date
    normal: str


def figure(words: str) -> int:
    """Return a small number written in Arabic or Chinese figures."""
    ten = _TEN.fullmatch(words)
    if ten:
        return int((ten[1] or "一").translate(_FIGURES)) * 10 + int((ten[2] or "零").translate(_FIGURES))
    return int(words.translate(_FIGURES))


def day_of(year: int, month: int, day: int) -> Days | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Days(found, found, found.isoformat())


def month_of(year: int, month: int, part: str = "") -> Days | None:
    """Return the month or a part of it: 上旬, 中旬, 下旬, 初, 底."""
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = {
        "上旬": (1, 10),
        "初": (1, 10),
        "中旬": (11, 20),
        "中": (11, 20),
        "下旬": (21, last),
        "底": (21, last),
        "末": (21, last),
    }.get(part, (1, last))
    first, end = date(year, month, first_day), date(year, month, last_day)
    return Days(first, end, period(first, end) if part else f"{year}-{month:02d}")


def year_of(year: int, part: str = "") -> Days:
    """Return the year or a part of it: a half, a quarter, its beginning or end."""
    months = (1, 12)
    if part:
        quarter = _QUARTERS.get(part.removeprefix("第")[:1]) if part.endswith(("季度", "季")) else None
        named = {
            "上半年": (1, 6),
            "下半年": (7, 12),
            "初": (1, 3),
            "年初": (1, 3),
            "中": (5, 8),
            "年中": (5, 8),
            "底": (11, 12),
            "年底": (11, 12),
            "末": (11, 12),
            "年末": (11, 12),
        }
        months = (quarter * 3 - 2, quarter * 3) if quarter else named.get(part, months)
    first, last = date(year, months[0], 1), date(year, months[1], calendar.monthrange(year, months[1])[1])
    return Days(first, last, f"{year}" if months == (1, 12) else period(first, last))


def period(first: date, last: date) -> str:
    """Return the normal form of a stretch of days."""
    return f"{first.isoformat()}/{last.isoformat()}"


def joined(one: Days, other: Days) -> Days | None:
    """Return the stretch from one to the other, None if it runs backwards."""
    return Days(one.first, other.last, period(one.first, other.last)) if one.first <= other.last else None


def month_before(anchor: date, count: int) -> tuple[int, int]:
    """Return year and month so many months before the anchor."""
    months = anchor.year * 12 + anchor.month - 1 - count
    return divmod(months, 12)[0], months % 12 + 1


def latest(anchor: date, month: int, day: int | None) -> int:
    """Return the year of the last such day, or month, that was not after the anchor."""
    return anchor.year if (month, day or 1) <= (anchor.month, anchor.day) else anchor.year - 1


def day_before(anchor: date, count: int) -> Days:
    """Return the day so many days before the anchor."""
    found = anchor - timedelta(days=count)
    return Days(found, found, found.isoformat())


def week_of(anchor: date, count: int, day: str | None) -> Days:
    """Return the week so many weeks before the anchor's, or one day of it."""
    monday = anchor - timedelta(days=anchor.weekday() + 7 * count)
    if day and day != "末":
        found = monday + timedelta(days="一二三四五六日".index(day.replace("天", "日")))
        return Days(found, found, found.isoformat())
    first, last = (monday + timedelta(days=5) if day else monday), monday + timedelta(days=6)
    return Days(first, last, period(first, last))
