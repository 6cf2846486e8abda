"""Feasts and seasons as stretches of days, and the one day on which a feast is."""

from datetime import date, timedelta

from graph_service.mentions.days.day_words import Days, period
from graph_service.mentions.days.lunar import last_of_year, lunar_day, lunar_month

_Ends = tuple[tuple[int, int], tuple[int, int]]
# Those of the moon wander: outside the years of the table theirs is the whole time in which they can fall.
_STRETCHES: dict[str, _Ends] = {
    "元旦": ((1, 1), (1, 3)),
    "元宵": ((2, 4), (3, 6)),
    "春节": ((1, 15), (2, 27)),
    "大年三十": ((1, 20), (2, 19)),
    "除夕": ((1, 20), (2, 19)),
    "大年初一": ((1, 21), (2, 20)),
    "正月": ((1, 21), (3, 21)),
    "清明": ((4, 3), (4, 6)),
    "五一": ((5, 1), (5, 5)),
    "端午": ((5, 25), (6, 25)),
    "教师节": ((9, 10), (9, 10)),
    "中秋": ((9, 7), (10, 8)),
    "国庆": ((10, 1), (10, 7)),
    "重阳": ((10, 1), (10, 30)),
    "腊月": ((12, 20), (12, 31)),
}
_SEASONS: dict[str, _Ends] = {
    "春天": ((3, 1), (5, 31)),
    "春季": ((3, 1), (5, 31)),
    "夏天": ((6, 1), (8, 31)),
    "夏季": ((6, 1), (8, 31)),
    "暑期": ((7, 1), (8, 31)),
    "暑假": ((7, 1), (8, 31)),
    "秋天": ((9, 1), (11, 30)),
    "秋季": ((9, 1), (11, 30)),
    "冬天": ((11, 1), (12, 31)),
    "冬季": ((11, 1), (12, 31)),
    "寒假": ((1, 15), (2, 28)),
}
_OF_THE_MOON = {"元宵": (1, 15), "春节": (1, 1), "大年初一": (1, 1), "端午": (5, 5), "中秋": (8, 15), "重阳": (9, 9)}
_OF_THE_SUN = {"元旦": (1, 1), "五一": (5, 1), "教师节": (9, 10), "国庆": (10, 1)}
_EVES = ("除夕", "大年三十")
_MONTHS = {"正月": 1, "腊月": 12}
_AROUND = timedelta(days=10)  # what people do for a feast of the moon they do before and after it
_ALL = _STRETCHES | _SEASONS
# The first working day after a holiday moves with its weekends: the earliest and the last, in days from the feast.
_BACK_AT_WORK = {"春节": (6, 9), "国庆": (6, 8), "五一": (1, 5), "元旦": (1, 3), "清明": (1, 3), "端午": (1, 3)}

FEASTS = "|".join(sorted(_ALL, key=len, reverse=True))
ONE_DAY = "|".join(sorted([*_OF_THE_MOON, *_OF_THE_SUN, *_EVES, "清明"], key=len, reverse=True))


def feast_of(name: str, year: int) -> Days | None:
    """Return the days of the year on which the feast or season can be, None for another word."""
    if name not in _ALL:
        return None
    if name in _MONTHS and (month := lunar_month(year, _MONTHS[name])):
        return month
    if name in (*_OF_THE_MOON, *_EVES) and (day := day_of_feast(name, year)):
        if name in (*_EVES, "大年初一"):
            return day
        first, last = day.first - _AROUND, day.last + _AROUND
        return Days(first, last, period(first, last))
    first, last = (date(year, *day) for day in _ALL[name])
    return Days(first, last, period(first, last) if first != last else first.isoformat())


def last_feast(name: str, anchor: date) -> Days | None:
    """Return the last such feast that had begun on the day of the anchor; seasons say nothing without their year."""
    if name not in _STRETCHES:
        return None
    found = [days for back in range(3) if (days := feast_of(name, anchor.year - back))]
    return next((days for days in found if days.first <= anchor), None)


def day_of_feast(name: str, year: int, offset: int = 0) -> Days | None:
    """Return the day that lies so many days after the feast of a year; the eve of a lunar year is counted to that year."""
    if name in _OF_THE_SUN:
        first = date(year, *_OF_THE_SUN[name])
    elif name == "清明":
        first = date(year, 4, _clear_and_bright(year))
    else:
        days = last_of_year(year - 1) if name in _EVES else lunar_day(year, *_OF_THE_MOON[name])
        if days is None:
            return None
        first = days.first
    found = first + timedelta(days=offset)
    return Days(found, found, found.isoformat())


def back_at_work(name: str, year: int) -> Days | None:
    """Return the days of which one was the first working day after the feast, None where no rule tells."""
    day = day_of_feast(name, year) if name in _BACK_AT_WORK else None
    if day is None:
        return None
    first, last = (day.first + timedelta(days=days) for days in _BACK_AT_WORK[name])
    return Days(first, last, period(first, last))


def _clear_and_bright(year: int) -> int:
    """Return the day of April on which the sun stands at 15 degrees, by the usual rule for 1900 to 2099."""
    short = year % 100
    return int(short * 0.2422 + (4.81 if year >= 2000 else 5.59)) - short // 4
