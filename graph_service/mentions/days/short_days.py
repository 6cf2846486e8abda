"""Days in figures without 月 or without 日: 3.8那天, 8.14号, 08/14晚上, 8-14（周三）, 8月14下午, 去年8.14, 8.14-8.16期间."""

import re
from collections.abc import Iterator
from datetime import date

from graph_service.mentions.days.day_words import FIRST_YEAR, Days, day_of, figure, joined, latest
from graph_service.mentions.days.told_days import YEARS_BACK, ToldDay

_YEAR = r"(?:19|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2}"
_RELATIVE = "|".join(sorted(YEARS_BACK, key=len, reverse=True))
_MONTH, _DAY = r"0?[1-9]|1[0-2]", r"0?[1-9]|[12]\d|3[01]"
_NAMED = r"节|(?:三八|国际)?妇女节|(?:国际)?劳动节|国庆|(?:国际)?儿童节|青年节|建军节|建党节|教师节|元旦|圣诞|消费者"
_PART_OF_DAY = r"凌晨|清晨|早上|早晨|一早|上午|中午|下午|傍晚|晚上|晚(?![会宴年点报])|夜里|夜间|深夜|半夜|当[天日晚]|那[天日晚]|这[天晚]"
_WEEK = r"[(,、 ]?(?:周|星期|礼拜)(?P<{0}>[一二三四五六日天])"
_BESIDE = rf"(?=[(, ]?(?:{_PART_OF_DAY})|[, ]?(?:[01]?\d|2[0-3])(?::[0-5]\d|[点时](?!间|钟?头)))"
_STRETCH = r"(?=期间|这?那?几[天日]|(?:这|那)?[两三四五六七]天)"
_LEADS = r"(?<![\d.\-/:A-Z第比分])"
_SHORT = re.compile(
    rf"(?:(?:(?P<year>{_YEAR})年|(?P<relative>{_RELATIVE}))的?)?{_LEADS}(?P<month>{_MONTH})(?P<sign>[./-]|月)(?P<day>{_DAY})(?!\d|[.\-/]\d)"
    rf"(?:(?P<told>[号日])(?![线楼院店房码机])|{_WEEK.format('week')}[)]?|(?P<beside>{_BESIDE})|(?P<named>(?={_NAMED}))|(?P<ends>(?=[,。;、)!?至到]|$)))"
)
_WEEK_BEFORE = re.compile(r"(?:周|星期|礼拜)(?P<week>[一二三四五六日天])[(, ]?$")
_FROM_TO = re.compile(
    rf"(?:(?:(?P<year>{_YEAR})年|(?P<relative>{_RELATIVE}))的?)?{_LEADS}(?P<month>{_MONTH})(?P<sign>[./])(?P<day>{_DAY})(?:-|~|至|到)"
    rf"(?P<month2>{_MONTH})(?P=sign)(?P<day2>{_DAY})(?!\d|[.\-/]\d)(?:(?P<told>[号日])(?![线楼院店房])|(?P<beside>{_STRETCH}))?"
)
_HINT = re.compile(r"\d[./月-]\d")
# Figures that count, measure or number something, and houses: 营业时间8-12下午, 血糖8.14早上, 青石路12.1号.
_OTHER = re.compile(
    r"(?:[路街巷弄道村里坊苑园区栋幢座编附章条款项图表号V]|版本?|型号|比分|气温|温度|体温|血[糖压脂]|指标|数值|[单均价]价|价格|汇率|利率|比例"
    r"|[涨跌占达重长宽高]|超过?|密度|浓度|评分|得分|成绩|等级|震级)[:为是到至了约]{0,2}$"
)
_HOURS = re.compile(r"(?:时间|营业|上班|开放|每[天日晚]|平时|周末|岁数|年龄)[:为是从]{0,2}$")  # 营业时间8-12下午
_SAID = re.compile(rf"({_YEAR})年")
_DOTTED, _DASHED = 0.8, 0.7  # 8-14 may be from eight to fourteen as well
_SAME_WEEKDAY, _OTHER_WEEKDAY = 0.95, 0.6
_BY_YEAR = {"year": 0.95, "relative": 0.9}
_SAID_NEAR, _SAID_BEFORE = 0.85, 0.7
_SENTENCE_ENDS = re.compile(r"[。;；!！?？\n]")
_WEEK_DAYS = "一二三四五六日"


def find_short_days(text: str, anchor: date | None) -> Iterator[ToldDay]:
    """Yield such days of a folded text; each needs a word beside it that makes it one, or a year before it."""
    if _HINT.search(text) is None:
        return
    for found in _FROM_TO.finditer(text):
        has_year = found["year"] or found["relative"]
        if (has_year or found["told"] or found["beside"] is not None) and not _is_other(text, found):
            yield from _stretch(text, found, anchor)
    for found in _SHORT.finditer(text):
        if _is_day(text, found) and (told := _day(text, found, anchor)):
            yield found.start(), found.end(), *told


def _is_day(text: str, found: re.Match[str]) -> bool:
    if found["sign"] == "月":  # with 日 it is written out, and read as such
        return not found["told"]
    before = _WEEK_BEFORE.search(text, max(0, found.start() - 5), found.start())
    if found["ends"] is not None and not (found["year"] or found["relative"] or before):
        return False
    return not _is_other(text, found) and not (found["told"] and found["sign"] == "-")


def _is_other(text: str, found: re.Match[str]) -> bool:
    if found["year"] or found["relative"]:
        return False
    before = text[max(0, found.start() - 6) : found.start()]
    return _OTHER.search(before) is not None or (found["sign"] == "-" and _HOURS.search(before) is not None)


def _day(text: str, found: re.Match[str], anchor: date | None) -> tuple[Days, float] | None:
    month, day = int(found["month"]), int(found["day"])
    year, certainty = _year(text, found, anchor)
    days = day_of(year, month, day) if year else None
    if days is None:
        return None
    if found["sign"] == "-":
        certainty = min(certainty, _DASHED)
    before = _WEEK_BEFORE.search(text, max(0, found.start() - 5), found.start())
    week = found["week"] or (before["week"] if before else None)
    if week:
        is_same = days.first.weekday() == _WEEK_DAYS.index(week.replace("天", "日"))
        certainty = _SAME_WEEKDAY if is_same else _OTHER_WEEKDAY
    return days, certainty


def _stretch(text: str, found: re.Match[str], anchor: date | None) -> Iterator[ToldDay]:
    year, certainty = _year(text, found, anchor)
    first = day_of(year, int(found["month"]), int(found["day"])) if year else None
    last = day_of(year, int(found["month2"]), int(found["day2"])) if year else None
    whole = joined(first, last) if first and last else None
    if whole:
        yield found.start(), found.end(), whole, certainty


def _year(text: str, found: re.Match[str], anchor: date | None) -> tuple[int | None, float]:
    """Return the year that the words give, else the last that the text gave before, else that of the last such day."""
    if found["year"]:
        return figure(found["year"]), _BY_YEAR["year"]
    if found["relative"]:
        return (anchor.year - YEARS_BACK[found["relative"]] if anchor else None), _BY_YEAR["relative"]
    said = [each for each in _SAID.finditer(text, 0, found.start()) if figure(each[1]) >= FIRST_YEAR]
    if said:
        is_near = _SENTENCE_ENDS.search(text, said[-1].end(), found.start()) is None
        return figure(said[-1][1]), _SAID_NEAR if is_near else _SAID_BEFORE
    return (latest(anchor, int(found["month"]), int(found["day"])) if anchor else None), _DOTTED
