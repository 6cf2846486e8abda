"""Days as Chinese sources write them."""

import datetime as dt
import re

from schema.identifiers.characters import clean
from schema.identifiers.month_words import year_first
from schema.identifiers.numerals import NUMERAL, simplified, whole_number
from schema.identifiers.refused import Refused
from schema.identifiers.usual_forms import HALF_WIDTH

FIRST_YEAR = 1900
_YEARS_AHEAD = 10
# From here on a year is a registry's way of saying that a term has no end.
LAST_YEAR_OF_A_TERM = 2098
_LONGEST = 64
_REPUBLIC = 1911
# Years only grow: what was past when the program started needs no look at the clock.
_THIS_YEAR_AT_START = dt.date.today().year

_LETTER = re.compile(r"[A-Za-z]{3}|月-")
_AROUND_MARK = re.compile(r"\s*([年月日号时點点分秒])[^\S\n]*")
_NUMERAL_BEFORE_MARK = re.compile(rf"[{NUMERAL}]+(?=[年月日号时点分秒])")
_REPUBLIC_YEAR = re.compile(r"(?:中[华華])?民[国國]\s*(?:元|(\d{1,3}))([-/.年])")
_WEEKDAY = re.compile(r"[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?")
_DAY = re.compile(
    r"(?:公元|西元)?(?:(\d{4})([-/.。、 ])(\d{1,2})\2(\d{1,2})(?!\d)(?:[日号]|\.$)?|(\d{4})年(\d{1,2})月(\d{1,2})(?:[日号]|(?!\d))"
    r"|(\d{4})(\d{2})(\d{2})(?=\D|\d{6}$|$))",
    re.ASCII,
)
# A nought among the numerals of a year, as people type it: 二O二五年, 二0二五年.
_NOUGHT = re.compile(rf"[{NUMERAL}][{NUMERAL}Oo0]{{3}}(?=年)")
_NOUGHTS = str.maketrans("Oo0", "〇〇〇")
_NO_YEAR = re.compile(r"\d{1,2}月(?:\d{1,2}[日号]?|份)?", re.ASCII)
_ROUGH = re.compile(r"约|[上中下]旬|[年月][初中底末]|季度|半年|左右|[前后]")
_NO_DAY = re.compile(r"\d{4}(?:[-/.]\d{1,2}|年(?:\d{1,2}月?)?|\d{2})?", re.ASCII)
_SHORT_YEAR = re.compile(r"(?:\d{2}[-/.年]\d{1,2}\b.*|(?!19|20)\d{6}|\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}.*", re.ASCII)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_EPOCH = re.compile(r"(?!19|20)(?:\d{10}|\d{13})", re.ASCII)
_TO_ANOTHER = re.compile(r"\s*(?:[-~—–～至到、和及/]|\.\.)+\s*(?:\d{1,4}[-/.年月日号]|今|现在|目前)")
_RANGE = re.compile(
    r"\d{4}.*(?:[~—–～至到]|--|\.\.|月-|年-).*(?:\d|今|现在|目前).*|\d{4}(?:[-./年]\d{1,2}月?)?-\d{4}.*", re.ASCII
)
_LUNAR = re.compile(
    r"[农農阴陰旧舊夏][历曆]|[正腊臘冬]月|闰|閏|初[一二三四五六七八九十]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
)

NOT_DAY = (
    "is not a date; write it as 2024-01-05",
    "不是日期，请写成2024-01-05",
)
_IMPOSSIBLE = ("is a day that does not exist in the calendar", "历法中没有这一天")
_ZERO = ("is an all-zero placeholder, not a date; leave it empty", "是全零占位，不是日期，请留空")
_TWO_DIGITS = ("has a year of two digits; write all four", "年份只有两位，请写四位年份")
_INCOMPLETE = (
    "names no day; write year, month and day, or declare a text field as month",
    "缺少日，请写明年月日；若只到月，请用文本字段并声明为month",
)
_AMBIGUOUS = (
    "puts the year last, so day and month cannot be told apart; declare it as date_dmy or date_mdy, with a time as datetime_dmy or datetime_mdy",
    "年份在末尾，无法区分日与月，请将该列声明为date_dmy（日在前）或date_mdy（月在前），带时刻的为datetime_dmy或datetime_mdy",
)
_TWO_DAYS = (
    "is a range of days, not one day; give its first and last day in two columns",
    "是起止日期，请分两列填写起、止日期",
)
_ABOUT = (
    "tells a day only roughly; write the exact day, or leave it empty if unknown",
    "只是大概时间，请写明具体日期；若不详请留空",
)
_YEARLESS = ("names no year; write year, month and day", "缺少年份，请写明年月日")
_MOON = ("is a day of the lunar calendar; convert it to the solar calendar", "是农历日期，请换算为公历")
COUNTED = (
    "is a count of seconds or milliseconds since 1970; write the day as 2024-01-05",
    "是1970年以来的秒数或毫秒数，请写成2024-01-05",
)
UNDECLARED = (
    "looks like a spreadsheet's day count; declare the column as excel_date",
    "像是表格的日期序号，请将该列声明为excel_date",
)


def checked_day(year: int, month: int, day: int, value_class: str) -> dt.date:
    """Returns the day; refuses days that do not exist and years that no source can mean."""
    if year == month == day == 0:
        raise Refused(*_ZERO, value_class)
    refuse_year(year, value_class)
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Refused(*_IMPOSSIBLE, value_class) from None


def refuse_year(year: int, value_class: str) -> None:
    """Refuses years before 1900 or more than ten years ahead; a term may end later."""
    if FIRST_YEAR <= year <= _THIS_YEAR_AT_START:
        return
    last = LAST_YEAR_OF_A_TERM if value_class == "term_end" else dt.date.today().year + _YEARS_AHEAD
    if not FIRST_YEAR <= year <= last:
        raise Refused(
            f"has a year outside {FIRST_YEAR} to {last}; correct it, or leave it empty if unknown",
            f"年份不在{FIRST_YEAR}至{last}之间，请更正；若不详请留空",
            value_class,
        )


def _in_digits(text: str, value_class: str) -> str:
    line = simplified(text.translate(HALF_WIDTH)).replace("點", "点").replace("時", "时")
    line = _NOUGHT.sub(lambda found: found[0].translate(_NOUGHTS), line)
    line = _AROUND_MARK.sub(r"\1", line).replace("元月", "一月")
    line = _NUMERAL_BEFORE_MARK.sub(lambda found: str(whole_number(found[0], value_class)), line)
    line = _WEEKDAY.sub(" ", line)
    if _LETTER.search(line):
        line = year_first(line)
    return _REPUBLIC_YEAR.sub(lambda found: f"{_REPUBLIC + int(found[1] or 1)}{found[2]}", line).strip()


def split_day(text: str, value_class: str) -> tuple[dt.date, str]:
    """Returns the day at the head of a text and what follows it; refuses what is not a whole date."""
    given = clean(text, value_class)
    if len(given) > _LONGEST:
        raise Refused(*NOT_DAY, value_class)
    line = _in_digits(given, value_class)
    found = _DAY.match(line)
    if found is None:
        raise Refused(*(_MOON if _LUNAR.search(given) else _why_no_day(line)), value_class)
    rest = line[found.end() :]
    if rest and (_LUNAR.search(rest) or _TO_ANOTHER.match(rest)):
        raise Refused(*(_MOON if _LUNAR.search(rest) else _TWO_DAYS), value_class)
    if rest and _ROUGH.match(rest.strip(" (")):
        raise Refused(*_ABOUT, value_class)
    parts = [part for part in found.groups() if part and part.isdigit()]
    year, month, day = map(int, parts)
    return checked_day(year, month, day, value_class), rest


def _why_no_day(line: str) -> tuple[str, str]:
    if line and not line.strip("0-/.年月日 :"):
        return _ZERO
    if _SERIAL.fullmatch(line):
        return UNDECLARED
    if _EPOCH.fullmatch(line):
        return COUNTED
    if _NO_YEAR.fullmatch(line):
        return _YEARLESS
    if _NO_DAY.fullmatch(line) and not _SHORT_YEAR.fullmatch(line):
        return _INCOMPLETE
    if _RANGE.fullmatch(line):
        return _TWO_DAYS
    if _DAY_FIRST.fullmatch(line):
        return _AMBIGUOUS
    if _SHORT_YEAR.fullmatch(line):
        return _TWO_DIGITS
    return _ABOUT if _ROUGH.search(line) else NOT_DAY
