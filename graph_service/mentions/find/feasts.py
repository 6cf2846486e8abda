"""Feasts and seasons as stretches of days: those of the moon wander, so theirs is the whole time in which they can fall."""

from datetime import date

from graph_service.mentions.find.day_words import Days, period

_Ends = tuple[tuple[int, int], tuple[int, int]]
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
_ALL = _STRETCHES | _SEASONS
FEASTS = "|".join(sorted(_ALL, key=len, reverse=True))


def feast_of(name: str, year: int) -> Days | None:
    """Return the days of the year on which the feast or season can be, None for another word."""
    if name not in _ALL:
        return None
    first, last = (date(year, *day) for day in _ALL[name])
    return Days(first, last, period(first, last) if first != last else first.isoformat())


def last_feast(name: str, anchor: date) -> Days | None:
    """Return the last such feast that had begun on the day of the anchor; seasons say nothing without their year."""
    if name not in _STRETCHES:
        return None
    days = feast_of(name, anchor.year)
    return days if days is None or days.first <= anchor else feast_of(name, anchor.year - 1)
