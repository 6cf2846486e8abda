"""Days and periods in running text, relative ones counted from the day of the matter."""

import re
from collections.abc import Iterator
from datetime import date

from graph_service.mentions.days.day_words import (
    FIRST_YEAR,
    Days,
    day_before,
    day_of,
    figure,
    joined,
    latest,
    month_before,
    month_of,
    week_of,
    year_of,
)
from graph_service.mentions.days.feasts import FEASTS, LATE, feast_of, last_feast
from graph_service.mentions.days.short_days import find_short_days
from graph_service.mentions.days.told_days import YEARS_BACK, find_told_days
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span

_STRENGTH = 70.0
_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
_YEAR = r"(?:(?:19|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2})"
_RELATIVE = "今年|本年|去年|去岁|上年|前年|大前年|当年|同年|次年|翌年"
_HOURS = r"(?:[上下中]午|凌晨|清晨|傍晚|深夜|夜里|晚上?|早上?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[时点](?!钟?头)(?:半|\d{1,2}分?|许|左右)?"
_PART = rf"{FEASTS}|上半年|下半年|第?[一二三四1-4]季度|年初|年中|年底|年末|初|中(?=[,.。，至到]|$)|底|末"
_ONE = rf"(?:(?P<year>{_YEAR})年度?|(?P<relative>{_RELATIVE})度?)"
_MONTH = rf"(?P<month>{_NUM})月份?"
_WRITTEN = re.compile(
    rf"(?:{_ONE}(?:{_MONTH}(?:(?P<day>{_NUM})[日号]|(?P<tenth>上旬|中旬|下旬|初|中(?=[,.。、至到]|$)|底|末))?|(?P<part>{_PART}))?"
    rf"|(?<![\d年])(?P<lone>{_NUM})月(?:(?P<loneday>{_NUM})[日号]|(?P<lonetenth>上旬|中旬|下旬|初|底)|份|(?=[至到-]{_NUM}月)))"
    rf"(?:(?<=[日号])(?:(?:[上下中]午|凌晨|晚上?|早上?)?\d{{1,2}}:(?:\d{{1,2}}分?)?|{_HOURS}))?"
)
_FIGURES = re.compile(
    r"(?<![\d.\-/A-Z第])((?:19|20)\d{2})([./-])(\d{1,2})(?:\2(\d{1,2}))?(?![\d./-]?\d|[万亿元%‰号A-Z])"
)
_PACKED = re.compile(r"(?<![\dA-Z.-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\dA-Z万亿元.])")
_FIGURE_DAY = r"(?:19|20)\d{2}([./-])\d{1,2}[./-]\d{1,2}"
_FIGURE_DAYS = re.compile(rf"(?<![\d.\-/A-Z])({_FIGURE_DAY})(?:-{{1,2}}|~|至|到)({_FIGURE_DAY})(?![\d./-]?\d)")
_AGO = re.compile(
    rf"(?:上个?月|本月|当月)(?:初[一二三四五六七八九十]|[上中下]旬|初|底|(?P<of>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号])?"
    rf"|(?:大前天|昨[天日晚]|今[天日晚]|前[天日](?!起)|前晚)(?:{_HOURS}|晚上?(?![\u4e00-\u9fff]?[会宴]))?|(?:上上?个?|本|这)(?:周|星期|礼拜)(?P<week>[一二三四五六日天末])?"
)
_FEAST = re.compile(
    rf"(?<![每逢的])(?P<feast>{FEASTS})(?:节)?(?:期间|前一?[天晚日]|后一?[天晚日]|当[天日晚]|那[天晚]|那几[天日]|前夕|假期|长假|小长假|黄金周|晚上?(?![会宴])|前后)?"
    rf"(?:[到至-](?:大?年?初|正月初)[一二三四五六七八九十]{{1,2}})?"
)
_BETWEEN = re.compile(r"(?:至|到|-|~|起至)")
_LAST = re.compile(r"(\d{1,2})(?:[日号]|(月)(?!\d))")
_HINT = re.compile(rf"[年月日号周岁]|\d[./-]\d|\d{{4}}[./-]|\d{{8}}|昨|今|前[天晚]|星期|礼拜|{FEASTS}")
_SAME_DAY = re.compile(r"[(,]?(?:也?就是|即|公历|阳历|农历)?")
_LATE = ("腊月", *LATE)
_AROUND = re.compile(r"期间|前后|前夕|左右")
_LIKELY = 0.75
_TWICE, _AT_ODDS = 0.95, 0.6  # a day that is told in two ways: both agree, or one is wrong


_Found = tuple[int, int, Days, float]


def find_dates(text: str, anchor: date | None) -> Iterator[tuple[Span, Days]]:
    """Yield days and periods of a folded text; what cannot be told without the matter's day is left out."""
    if _HINT.search(text) is None:
        return
    found = _weighed(text, sorted(_single(text, anchor), key=lambda each: (each[0], each[0] - each[1])))
    at = 0
    for place, (start, end, days, certainty) in enumerate(found):
        if start < at:
            continue
        link = _BETWEEN.match(text, end)
        after = next((each for each in found[place + 1 : place + 4] if link and each[0] == link.end()), None)
        whole = joined(days, after[2]) if after else None
        if whole and after:
            end, days, certainty = after[1], whole, min(certainty, after[3])
        elif link and (last := _LAST.match(text, link.end())) and (whole := _until(days, last)):
            end, days = last.end(), whole
        at = end
        yield Span(start, end, MentionKind.DATE, days.normal, _STRENGTH, certainty, Because.FORM_SOUND), days


def _weighed(text: str, found: list[_Found]) -> list[_Found]:
    """Return what was found, a day that a bracket tells again surer where both agree and less sure where not."""
    weighed: list[_Found] = []
    for each in found:
        if weighed and each[0] < weighed[-1][1]:
            continue
        one = weighed[-1] if weighed else None
        between = text[one[1] : each[0]] if one else ""
        if one and between.startswith(("(", "即", "也就是")) and _SAME_DAY.fullmatch(between) and _is_day(one, each):
            certainty = _TWICE if one[2].first == each[2].first else _AT_ODDS
            weighed[-1], each = (*one[:3], certainty), (*each[:3], certainty)
        weighed.append(each)
    return weighed


def _is_day(*found: _Found) -> bool:
    return all(days.first == days.last for _, _, days, _ in found)


def _until(days: Days, last: re.Match[str]) -> Days | None:
    year, month = days.first.year, days.first.month
    if last[2]:
        until = month_of(year, int(last[1])) if days.last.month == month else None
    else:
        until = day_of(year, month, int(last[1])) if days.first == days.last else None
    return joined(days, until) if until else None


def _single(text: str, anchor: date | None) -> Iterator[_Found]:
    yield from find_short_days(text, anchor)
    yield from find_told_days(text, anchor)  # first: of two that are as long, theirs is the nearer day
    said: int | None = None  # the last year that the text gave: 同年 and a month without a year lean on it
    for found in _WRITTEN.finditer(text):
        year, certainty = _year(found, anchor, said)
        days = _days(found, year) if year else None
        if days and year:
            said = year
            # The last month of the moon lies in two years of the sun; 教师节前后 is not that day alone.
            is_vague = found["part"] in _LATE or (days.first == days.last and _AROUND.match(text, found.end()))
            yield found.start(), found.end(), days, min(certainty, _LIKELY) if is_vague else certainty
    for found in _FIGURE_DAYS.finditer(text):
        if whole := _figured(found):
            yield found.start(), found.end(), whole, 0.97
    for found in _FIGURES.finditer(text):
        year, month = int(found[1]), int(found[3])
        days = day_of(year, month, int(found[4])) if found[4] else month_of(year, month)
        if days and (found[4] or found[2] == "." or len(found[3]) == 2):
            yield found.start(), found.end(), days, 0.97 if found[4] else 0.7
    for found in _PACKED.finditer(text):
        days = day_of(int(found[1]), int(found[2]), int(found[3]))
        if days:
            yield found.start(), found.end(), days, 0.8
    if anchor:
        yield from _ago(text, anchor)


def _year(found: re.Match[str], anchor: date | None, said: int | None) -> tuple[int | None, float]:
    if found["year"]:
        year = figure(found["year"])
        return (year, 0.98) if FIRST_YEAR <= year <= (anchor.year if anchor else 2100) + 10 else (None, 0.0)
    word = found["relative"]
    if word in ("当年", "同年"):
        return said, 0.85
    if word in ("次年", "翌年"):
        return (said + 1 if said else None), 0.85
    if word:
        return (anchor.year - YEARS_BACK[word] if anchor else None), 0.9
    if said:
        return said, 0.85
    month = _month(found["lone"])
    day = figure(found["loneday"]) if found["loneday"] else None
    return (latest(anchor, month, day) if anchor else None), 0.8


def _month(words: str) -> int:
    return 1 if words == "元" else figure(words)


def _days(found: re.Match[str], year: int) -> Days | None:
    month = found["month"] or found["lone"]
    day = found["day"] or found["loneday"]
    if not month:
        part = found["part"] or ""
        return feast_of(part, year) or year_of(year, part)
    if day:
        return day_of(year, _month(month), figure(day))
    return month_of(year, _month(month), found["tenth"] or found["lonetenth"] or "")


def _figured(found: re.Match[str]) -> Days | None:
    ends = [day_of(*(int(part) for part in re.split(r"[./-]", words))) for words in (found[1], found[3])]
    return joined(ends[0], ends[1]) if ends[0] and ends[1] else None


def _ago(text: str, anchor: date) -> Iterator[_Found]:
    for found in _AGO.finditer(text):
        days = _back(found, anchor)
        if days:
            yield found.start(), found.end(), days, 0.85
    for found in _FEAST.finditer(text):
        days = last_feast(found["feast"], anchor)
        if days:
            yield found.start(), found.end(), days, 0.6


def _back(found: re.Match[str], anchor: date) -> Days | None:
    word = found[0]
    if re.search("周|星期|礼拜", word):
        return week_of(anchor, word.count("上"), found["week"])
    if "月" in word[:3]:
        year, month = month_before(anchor, 1 if word.startswith("上") else 0)
        return day_of(year, month, figure(found["of"])) if found["of"] else month_of(year, month)
    return day_before(anchor, 3 if word.startswith("大") else {"昨": 1, "今": 0, "前": 2}[word[0]])
