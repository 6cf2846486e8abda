"""Days told by the moon (腊月二十八, 农历九月十五) and by a feast (端午前三天, 国庆第二天, 春节后上班第一天)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from graph_service.mentions.days.day_words import Days, day_of, figure, latest
from graph_service.mentions.days.feasts import LATE, ONE_DAY, back_at_work, day_of_feast
from graph_service.mentions.days.lunar import lunar_day, lunar_month

YEARS_BACK = {"今年": 0, "本年": 0, "去年": 1, "去岁": 1, "上年": 1, "前年": 2, "大前年": 3}
# How sure a day is: where the year is written, told from the matter's day, or taken as the last such one before it.
_WRITTEN, _TOLD, _LAST = 0.95, 0.85, 0.8
_LIKELY = 0.75  # where the words can be meant in another way: one of two counts, one of two years
_UNSURE = 0.6  # where the moon and the sun are both meant so, or the text speaks of several years
_BACK = 3  # years that are tried where no year is given

_RELATIVE = "|".join(sorted(YEARS_BACK, key=len, reverse=True))
_FIGURES = r"(?:19|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2}"
_YEAR = rf"(?:(?P<year>{_FIGURES})年|(?P<relative>{_RELATIVE}))"
_COUNT = r"(?:二十[一二三四五六七八九]?|三十|十[一二三四五六七八九]?|[一二三四五六七八九])"
_MOON_DAY = r"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|卅)"
_MONTH = r"(?P<leap>闰)?(?P<month>正|元|冬|腊|十[一二]|[一二三四五六七八九十]|\d{1,2})月"
_NO_MORE = r"(?![日号个元月年时点分岁天周余多万千百亿条项层户第名位人家次])"
_ENDS = r"(?=[那这晚早中下上夜当前后在,。;:!?()、]|$)"
_SAID_SO = re.compile(
    rf"{_YEAR}?的?(?:农历|阴历|旧历|古历)的?(?:(?P<year2>{_FIGURES})年|(?P<relative2>{_RELATIVE}))?的?{_MONTH}"
    rf"(?:份|(?P<day>{_MOON_DAY}|{_COUNT}|\d{{1,2}}){_NO_MORE}|(?P<day2>{_COUNT}|\d{{1,2}})[日号])?"
)
_BY_ITSELF = re.compile(
    rf"{_YEAR}?的?(?:(?P<leap>闰)?(?P<month>正|腊|冬)月(?P<day>{_MOON_DAY}|{_COUNT}){_NO_MORE}"
    rf"|(?P<leap2>闰)?(?P<month2>十[一二]|[一二三四五六七八九十])月(?P<day2>{_MOON_DAY}){_NO_MORE}"
    rf"|(?:大年)(?P<newyear>初[一二三四五六七八九十])|(?:大年)(?P<eve>三十))"
)
_BARE = re.compile(rf"{_YEAR}?的?(?<![\d第零〇])(?P<month>十[一二]|[一二三四五六七八九十])月(?P<day>{_COUNT}){_ENDS}")
_PLAINLY = re.compile(rf"农历|阴历|旧历|古历|[正腊冬]月(?:{_MOON_DAY}|{_COUNT})|月{_MOON_DAY}|大年初")
_BY_FEAST = re.compile(
    rf"(?<![每逢])(?:{_YEAR}的?)?(?P<feast>{ONE_DAY})节?(?:(?P<side>[前后])(?:的)?(?P<count>[一两二三四五六七八九十]|\d{{1,2}})[天日晚](?![内里])"
    r"|第(?P<nth>[一二三四五六七]|\d)[天日]|(?P<next>次日|翌日|隔[天日])|(?P<eve>头一?[天晚]|前夜)|(?P<same>当[天日晚]|那[天晚]|晚上?(?![会宴])|夜里)|(?P<work>假?期?(?:节?后)(?:上班|开工)的?(?:第一天|头一天|首日)|后第一个工作日|后首个工作日))"
)
_HINT = re.compile(rf"[历正腊冬]|月[初廿卅十一二三四五六七八九]|大年|{ONE_DAY}")
_HALF_A_YEAR = 183
_OWN_FEASTS = {(1, 15), (5, 5), (7, 7), (7, 15), (8, 15), (9, 9)}  # days that people name by the moon
_NAMED_MONTHS = {"正": 1, "元": 1, "冬": 11, "腊": 12}
_LATE = 11  # from this month of the moon on, a day may lie in the next year of the sun

ToldDay = tuple[int, int, Days, float]
_InYear = Callable[[int], Days | None]


@dataclass(frozen=True, slots=True)
class _Year:
    """Which year the words give: a figure, or None for the last one; how sure, and the day that it is counted from."""

    number: int | None
    certainty: float
    anchor: date | None


def find_told_days(text: str, anchor: date | None) -> Iterator[ToldDay]:
    """Yield days by the moon or a feast in a folded text; without a year, the last such day before the matter's."""
    if _HINT.search(text) is None:
        return
    is_plain = _PLAINLY.search(text) is not None
    several = len(set(re.findall(r"(?:19|20)\d{2}(?=年)", text)) - {str(anchor.year) if anchor else ""}) > 0
    for pattern, days_of in ((_SAID_SO, _said_so), (_BY_ITSELF, _by_itself), (_BY_FEAST, _by_feast)):
        for found in pattern.finditer(text):
            year = _year(found, anchor, several)
            told = days_of(found, year) if year else None
            if told:
                yield found.start(), found.end(), *told
    for found in _BARE.finditer(text):
        year = _year(found, anchor, several)
        told = _bare(found, year, is_plain) if year else None
        if told:
            yield found.start(), found.end(), *told


def _year(found: re.Match[str], anchor: date | None, several: bool) -> _Year | None:
    groups = found.groupdict()
    year, word = groups["year"] or groups.get("year2"), groups["relative"] or groups.get("relative2")
    if year:
        return _Year(figure(year), _WRITTEN, anchor)
    if anchor is None:
        return None
    if word:
        return _Year(anchor.year - YEARS_BACK[word], _TOLD, anchor)
    return _Year(None, _UNSURE if several else _LAST, anchor)


def _in(year: _Year, day_in: _InYear) -> Days | None:
    if year.number is not None:
        return day_in(year.number)
    anchor = year.anchor
    if anchor is None:
        return None
    found = [days for back in range(-1, _BACK) if (days := day_in(anchor.year - back))]
    return next((days for days in found if days.first <= anchor), None)


def _of_moon(year: _Year, month: int, day: int | None, is_leap: bool) -> tuple[Days, float] | None:
    days = _in(year, lambda it: lunar_day(it, month, day, is_leap) if day else lunar_month(it, month, is_leap))
    if days is None:
        return None
    certainty = min(year.certainty, _LIKELY) if month >= _LATE and year.number is not None else year.certainty
    if year.number is not None and year.anchor and days.first > year.anchor:
        return None  # 今年腊月 in January: which year is meant nothing tells
    return days, certainty


def _said_so(found: re.Match[str], year: _Year) -> tuple[Days, float] | None:
    day = found["day"] or found["day2"]
    return _of_moon(year, _month(found["month"]), _day(day) if day else None, bool(found["leap"]))


def _by_itself(found: re.Match[str], year: _Year) -> tuple[Days, float] | None:
    if found["eve"]:
        days = _in(year, lambda it: day_of_feast("除夕", it))
        return (days, year.certainty) if days else None
    if found["newyear"]:
        return _of_moon(year, 1, _day(found["newyear"]), False)
    month, day = found["month"] or found["month2"], found["day"] or found["day2"]
    return _of_moon(year, _month(month), _day(day), bool(found["leap"] or found["leap2"]))


def _bare(found: re.Match[str], year: _Year, is_plain: bool) -> tuple[Days, float] | None:
    month, day = _month(found["month"]), _day(found["day"])
    if is_plain or (month, day) in _OWN_FEASTS:
        told = _of_moon(year, month, day, False)
        return (told[0], min(told[1], _LIKELY)) if told else None
    number = year.number or (latest(year.anchor, month, day) if year.anchor else None)
    days = day_of(number, month, day) if number else None
    if days is None:
        return None
    moon = _in(year, lambda it: lunar_day(it, month, day))
    return days, _LIKELY if year.anchor and _is_far(moon, year.anchor) and not _is_far(days, year.anchor) else _UNSURE


def _is_far(days: Days | None, anchor: date) -> bool:
    """Return whether nobody would speak of the day without its year: half a year back, or not yet come."""
    return days is None or not 0 <= (anchor - days.first).days <= _HALF_A_YEAR


def _by_feast(found: re.Match[str], year: _Year) -> tuple[Days, float] | None:
    name, certainty = found["feast"], year.certainty
    if found["work"]:
        days = _in(year, lambda it: back_at_work(name, it))
        return (days, min(certainty, _UNSURE)) if days else None
    offset = 0
    if found["side"]:
        offset = figure(found["count"].replace("两", "二")) * (-1 if found["side"] == "前" else 1)
    elif found["nth"]:
        offset = figure(found["nth"]) - 1
    elif found["next"] or found["eve"]:
        offset, certainty = (1, certainty) if found["next"] else (-1, min(certainty, _LIKELY))
    if name in LATE:
        certainty = min(certainty, _UNSURE if name == "小年" else _LIKELY)  # a day later in the south
    days = _in(year, lambda it: day_of_feast(name, it, offset))
    # 前三天 can be the three days before as well.
    return (days, min(certainty, _LIKELY) if abs(offset) > 1 else certainty) if days else None


def _month(words: str) -> int:
    return _NAMED_MONTHS.get(words) or figure(words)


def _day(words: str) -> int:
    return figure(words.removeprefix("初").replace("廿", "二十").replace("卅", "三十"))
