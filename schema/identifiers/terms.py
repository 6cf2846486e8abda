"""Ends of terms, months, and dates whose order of day and month the declaration states."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable

from schema.identifiers.absent import absent
from schema.identifiers.calendar_text import LAST_YEAR_OF_A_TERM, checked_day, refuse_year
from schema.identifiers.characters import half_width
from schema.identifiers.dates import datetime, day_of_text, day_of_value
from schema.identifiers.month_words import year_first
from schema.identifiers.numerals import NUMERAL, simplified, whole_number
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_OPEN = """
长期 长期有效 永久 永久有效 永续 无期限 无固定期限 无限期 不限 不限期 不约定期限 至今 迄今 今 现在 目前 至现在 至目前 在任 现任 在职 在岗 持有中
存续 有效 长期至今 PRESENT NOW CURRENT TODATE DATE ONGOING OPEN PERMANENT INDEFINITE FOREVER 長期 長期有效 無期限 無固定期限 現任 現在
"""
_WORDS = frozenset(_OPEN.split())
_YEAR = re.compile(r"(\d{4})(?:$|[-/.年]\d{1,2}(?:$|[-/.月]\d{1,2}(?:$|[日\sT]))|\d{4}(?:$|[\sT]|\d{6}$))", re.ASCII)
_FIRST_FAR_NUMBER, _LAST_NUMBER = 2099_00_00, 9999_99_99
_FIRST_MONTH_NUMBER, _LAST_MONTH_NUMBER = 1900_00, 9999_99
_MONTH = re.compile(r"(?:公元)?(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*月?份?|(\d{2}))", re.ASCII)
_NUMERAL_BEFORE_MARK = re.compile(rf"[{NUMERAL}]+(?=[年月])")

_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?!\d)(.*)", re.ASCII | re.DOTALL)

_NOT_MONTH = ("is not a month; write it as 2024-01", "不是月份，请写成2024-01")
_NUMBER_MONTH = (
    "is a number in which January and October look alike; format the column as text in the source",
    "是数值，无法区分1月与10月，请在源表中将该列设为文本",
)
_NO_MONTH = ("names a month that does not exist", "月份不存在")
_OTHER_ORDER = (
    "has a month above 12 in the declared order; declare the column in the other order if all its rows are so",
    "按所声明的顺序，月份大于12；若整列如此，请改用另一种顺序的声明",
)


def _is_far(year: int) -> bool:
    return year > LAST_YEAR_OF_A_TERM


def _is_open(text: str) -> bool:
    line = half_width(text, "term_end")
    if absent(line) or "".join(line.split()).upper() in _WORDS or not line.strip("0-/.: "):
        return True
    year = _YEAR.match(line)
    return year is not None and _is_far(int(year[1]))


@remembered
def _end_of_text(text: str) -> dt.date | None:
    return None if _is_open(text) else day_of_text(text, "term_end")


def term_end(value: object) -> dt.date | None:
    """Returns the last day of a term; None when absent or open, as 长期, 至今 and days from 2099 on say."""
    if isinstance(value, str):
        return _end_of_text(value)
    if isinstance(value, dt.date):
        return None if _is_far(value.year) else day_of_value(value, "term_end")
    if isinstance(value, int | float) and _FIRST_FAR_NUMBER <= value <= _LAST_NUMBER:
        return None
    return day_of_value(value, "term_end")


def _month_in(text: str, value_class: str) -> dt.date | None:
    """Return the first day of the month that the text names without a day, or None where it names no such month."""
    line = simplified(half_width(text, value_class))
    line = _NUMERAL_BEFORE_MARK.sub(
        lambda found: str(whole_number(found[0], value_class)), line.replace("元月", "一月")
    )
    found = _MONTH.fullmatch(line)
    if found is None:
        return None
    year, number = int(found[1]), int(found[2] or found[3])
    refuse_year(year, value_class)
    if not 1 <= number <= 12:
        raise Refused(*_NO_MONTH, value_class)
    return dt.date(year, number, 1)


def _text_of_month(value: object, value_class: str) -> object:
    """Return the number of a month as its digits, or the value as it is; refuse one that may be January or October."""
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise Refused(*_NUMBER_MONTH, value_class)
    if isinstance(value, int | float) and _FIRST_MONTH_NUMBER <= value <= _LAST_MONTH_NUMBER:
        return str(int(value))
    return value


@remembered
def _month_of_text(text: str) -> str | None:
    if absent(text):
        return None
    return f"{_month_in(text, 'month') or day_of_text(text, 'month'):%Y-%m}"


def month(value: object) -> str | None:
    """Returns a month such as 2022.07 or 2022年7月 as 2022-07, no day added; None when absent."""
    value = _text_of_month(value, "month")
    if isinstance(value, str):
        return _month_of_text(value)
    day = day_of_value(value, "month")
    return None if day is None else f"{day:%Y-%m}"


@remembered
def _start_of_text(text: str) -> dt.date | None:
    return None if absent(text) else _month_in(text, "date") or day_of_text(text, "date")


def month_start(value: object) -> dt.date | None:
    """Returns the first day of a month such as 2022.07, or the day that is written; None when absent."""
    value = _text_of_month(value, "date")
    return _start_of_text(value) if isinstance(value, str) else day_of_value(value, "date")


def month_end(value: object) -> dt.date | None:
    """Returns the last day of a month such as 2022.07, or the day that is written; None when absent or open, as 至今 says."""
    value = _text_of_month(value, "term_end")
    if isinstance(value, str) and not _is_open(value) and (first := _month_in(value, "term_end")):
        return first.replace(day=monthrange(first.year, first.month)[1])
    return term_end(value)


def _year_before(text: str, value_class: str, day_first: bool) -> str:
    line = year_first(half_width(text, value_class))
    found = _YEAR_LAST.fullmatch(line)
    if found is None:
        return text
    day, month = (int(found[1]), int(found[3])) if day_first else (int(found[3]), int(found[1]))
    if month > 12:
        raise Refused(*_OTHER_ORDER, value_class)
    checked_day(int(found[4]), month, day, value_class)
    return f"{found[4]}-{month}-{day}{found[5]}"


def _ordered(value_class: str, day_first: bool) -> Callable[[object], dt.date | None]:
    @remembered
    def of_text(text: str) -> dt.date | None:
        return None if absent(text) else day_of_text(_year_before(text, value_class, day_first), value_class)

    def ordered(value: object) -> dt.date | None:
        return of_text(value) if isinstance(value, str) else day_of_value(value, value_class)

    ordered.__doc__ = (
        f"Returns the day of a date written {'day' if day_first else 'month'} first, as"
        f" {'31/12/2024' if day_first else '12/31/2024'}, or year first; None when absent."
    )
    return ordered


def _ordered_moment(value_class: str, day_first: bool) -> Callable[[object], dt.datetime | None]:
    @remembered
    def of_text(text: str) -> dt.datetime | None:
        return None if absent(text) else datetime(_year_before(text, value_class, day_first))

    def ordered(value: object) -> dt.datetime | None:
        return of_text(value) if isinstance(value, str) else datetime(value)

    ordered.__doc__ = (
        f"Returns the moment of a time whose date is written {'day' if day_first else 'month'} first, as"
        f" {'31/12/2024' if day_first else '12/31/2024'} 08:30, or year first; None when absent."
    )
    return ordered


date_dmy = _ordered("date_dmy", True)
date_mdy = _ordered("date_mdy", False)
datetime_dmy = _ordered_moment("datetime_dmy", True)
datetime_mdy = _ordered_moment("datetime_mdy", False)
