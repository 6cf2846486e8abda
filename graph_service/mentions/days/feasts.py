"""Feasts and seasons as stretches of days, and the one day on which a feast is."""

from collections.abc import Iterable
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
    "七夕": ((7, 31), (8, 30)),
    "中元": ((8, 8), (9, 7)),
    "腊八": ((1, 1), (1, 27)),
    "小年": ((1, 13), (2, 12)),
    "冬至": ((12, 20), (12, 23)),
    "母亲节": ((5, 8), (5, 14)),
    "父亲节": ((6, 15), (6, 21)),
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
_OF_THE_MOON = {"元宵": (1, 15), "春节": (1, 1), "大年初一": (1, 1), "端午": (5, 5), "中秋": (8, 15), "重阳": (9, 9),
                "七夕": (7, 7), "中元": (7, 15), "腊八": (12, 8), "小年": (12, 23)}  # fmt: skip
_OF_THE_SUN = {
    "元旦": (1, 1), "情人节": (2, 14), "三八": (3, 8), "妇女节": (3, 8), "植树节": (3, 12), "三一五": (3, 15), "愚人节": (4, 1), "五一": (5, 1),
    "劳动节": (5, 1), "五四": (5, 4), "青年节": (5, 4), "护士节": (5, 12), "六一": (6, 1), "儿童节": (6, 1), "七一": (7, 1), "建党节": (7, 1),
    "八一": (8, 1), "建军节": (8, 1), "教师节": (9, 10), "国庆": (10, 1), "十一": (10, 1), "万圣节": (10, 31), "双十一": (11, 11),
    "记者节": (11, 8), "双十二": (12, 12), "平安夜": (12, 24), "圣诞": (12, 25),
}  # fmt: skip
_TOGETHER = {
    "三八": "妇女节",
    "五一": "劳动节",
    "五四": "青年节",
    "六一": "儿童节",
    "七一": "建党节",
    "八一": "建军节",
    "十一": "国庆",
}
_OF_THE_SUN |= {f"{one}{by}{other}": _OF_THE_SUN[one] for one, other in _TOGETHER.items() for by in ("", "国际")}
_SUNDAYS = {"母亲节": (5, 2), "父亲节": (6, 3)}  # the month and which Sunday of it
# Two figures say a day only beside such words: 八一 is a road and a village, 十一 a number, 三八 the name of a prize.
_FIGURES = ("三八", "三一五", "五四", "六一", "七一", "八一", "十一")
_NO_FIGURE_BEFORE = r"(?<![〇零一二三四五六七八九十百月第周])"
_AS_A_DAY = (
    r"(?=(?<!十一)节(?![课车约电日能])|期间|前后|前夕|当[天日晚]|那[天晚]|假期|长假|小长假|黄金周|次日"
    r"|[前后][一两二三]?[天日](?![内里])|晚上(?!会))"
)
# 五一路, 国庆村, 小年轻, 元旦晚会: named after a feast, or another word.
_NAMED_AFTER = r"(?!(?:节)?(?:路|街|大道|村|社区|广场|商场|小学|中学|学校|桥|厂|大队|镇|乡|公司|奖章|劳动奖|新村|红旗手|轻|纪|龄|级|粥|蒜))"
_EVES = ("除夕", "大年三十")
_MONTHS = {"正月": 1, "腊月": 12}
_AROUND = timedelta(days=10)  # what people do for a feast of the moon they do before and after it
_TERMS = {
    "清明": (4, (5.59, 4.81)),
    "冬至": (12, (22.6, 21.94)),
}  # the month, and what the rule counts from in each century
_STRETCHES |= {name: (day, day) for name, day in _OF_THE_SUN.items() if name not in _STRETCHES}
_STRETCHES["十一"] = _STRETCHES["国庆"]
_ALL = _STRETCHES | _SEASONS
# The first working day after a holiday moves with its weekends: the earliest and the last, in days from the feast.
_BACK_AT_WORK = {"春节": (6, 9), "国庆": (6, 8), "五一": (1, 5), "元旦": (1, 3), "清明": (1, 3), "端午": (1, 3)}


def _any_of(names: Iterable[str]) -> str:
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(
        f"{_NO_FIGURE_BEFORE}{name}{_AS_A_DAY}" if name in _FIGURES else f"{name}{_NAMED_AFTER}" for name in ordered
    )


FEASTS = _any_of(_ALL)
ONE_DAY = _any_of([*_OF_THE_MOON, *_OF_THE_SUN, *_SUNDAYS, *_EVES, *_TERMS])
LATE = ("腊八", "小年")  # late in the year of the moon, so that a year of the sun has mostly that of the moon before


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
    if name in _SUNDAYS and (day := day_of_feast(name, year)):
        return day
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
    elif name in _SUNDAYS:
        month, which = _SUNDAYS[name]
        first = date(year, month, 7 * which - (date(year, month, 7).weekday() + 1) % 7)
    elif name in _TERMS:
        first = _day_of_term(name, year)
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


def _day_of_term(name: str, year: int) -> date:
    """Return the day on which the sun stands where the term says, by the usual rule for 1900 to 2099."""
    month, (before, since) = _TERMS[name]
    short = year % 100
    return date(year, month, int(short * 0.2422 + (since if year >= 2000 else before)) - short // 4)
