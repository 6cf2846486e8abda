"""Dates and moments, day counts of spreadsheets included."""

import datetime as dt
import re
from contextlib import suppress

from schema.identifiers.absent import absent
from schema.identifiers.calendar_text import COUNTED, NOT_DAY, UNDECLARED, checked_day, refuse_year, split_day
from schema.identifiers.characters import clean
from schema.identifiers.clock_text import at_clock, day_in_china, in_china
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered
from schema.identifiers.usual_forms import HALF_WIDTH

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
_SERIAL = re.compile(r"\d{1,5}(?:\.\d+)?", re.ASCII)
_SMALLEST_WRITTEN = 1000_00_00
_LARGEST_WRITTEN = 9999_99_99
_EPOCH_1900 = dt.datetime(1899, 12, 30)
_EPOCH_1904 = dt.datetime(1904, 1, 1)
# Day counts of 100,000 and more are later than the year 2173.
_LARGEST_SERIAL = 100_000
_FEWEST_DAYS = 10_000  # May 1927; smaller numbers are something else
_YEARS = range(1900, 2100)  # as day counts they would all lie in 1905
# The 1900 system counts 29 February 1900, a day that never was, as day 60.
_PHANTOM_DAY = 60

_NO_SUCH_DAY = (
    "counts to 29 February 1900, a day that never was; correct the source",
    "序号对应不存在的1900年2月29日，请更正源数据",
)
_MAYBE_YEAR = (
    "may be a year as well as a day count of 1905; write the day as 2024-01-05",
    "可能是年份，也可能是1905年的日期序号，请写成2024-01-05",
)
_NO_COUNT = (
    "is a day count below one or far in the future; correct the source or the date system of the file",
    "日期序号小于1或过大，请更正源数据或该文件的日期系统",
)


@remembered
def _moment_of_text(text: str) -> dt.datetime | None:
    if _ISO_MOMENT.fullmatch(text):
        with suppress(ValueError):
            moment = dt.datetime.fromisoformat(text)
            refuse_year(moment.year, "datetime")
            return moment
    if absent(text):
        return None
    day, rest = split_day(text, "datetime")
    return in_china(at_clock(day, rest, "datetime"))


@remembered
def _day_of_text(text: str) -> dt.date | None:
    if _ISO_DAY.fullmatch(text):
        with suppress(ValueError):
            day = dt.date.fromisoformat(text)
            refuse_year(day.year, "date")
            return day
    if absent(text):
        return None
    return day_of_text(text, "date")


def day_of_text(text: str, value_class: str) -> dt.date:
    """Returns the day that a text names, whatever time and zone follow it."""
    day, rest = split_day(text, value_class)
    return day_in_china(at_clock(day, rest, value_class), value_class) if rest else day


def _moment_of_value(value: object, value_class: str) -> dt.datetime | None:
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        refuse_year(value.year, value_class)
        moment = in_china(value)
    elif isinstance(value, dt.date):
        moment = dt.datetime(value.year, value.month, value.day)
    elif isinstance(value, int | float) and _SMALLEST_WRITTEN <= value <= _LARGEST_WRITTEN and value % 1 == 0:
        year, month_day = divmod(int(value), 10000)
        day = checked_day(year, *divmod(month_day, 100), value_class)
        return dt.datetime(day.year, day.month, day.day)
    else:
        raise Refused(*_why_no_moment(value), value_class)
    refuse_year(moment.year, value_class)
    return moment


def _why_no_moment(value: object) -> tuple[str, str]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return NOT_DAY
    if 10**9 <= value < 10**10 or 10**12 <= value < 10**13:
        return COUNTED
    return UNDECLARED if _FEWEST_DAYS <= value < _LARGEST_SERIAL else NOT_DAY


def day_of_value(value: object, value_class: str) -> dt.date | None:
    """Returns the day of a typed cell; refuses numbers other than 20240105."""
    moment = _moment_of_value(value, value_class)
    if isinstance(value, dt.datetime) and value.tzinfo:
        return day_in_china(value, value_class)
    return None if moment is None else moment.date()


def date(value: object) -> dt.date | None:
    """Returns the day that a date in any usual Chinese or ISO form names; None when absent."""
    return _day_of_text(value) if isinstance(value, str) else day_of_value(value, "date")


def datetime(value: object) -> dt.datetime | None:
    """Returns the moment in China's wall-clock time, midnight when only a day is given; None when absent."""
    if isinstance(value, str):
        return _moment_of_text(value)
    return _moment_of_value(value, "datetime")


def _serial(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        text = clean(value, "excel_date").translate(HALF_WIDTH)
        return float(text) if _SERIAL.fullmatch(text) and len(text.partition(".")[0]) == 5 else None
    return float(value) if isinstance(value, int | float) and abs(value) < _LARGEST_SERIAL else None


def _counted(count: float, is_1904: bool, value_class: str) -> dt.datetime:
    if count in _YEARS:
        raise Refused(*_MAYBE_YEAR, value_class)
    if is_1904:
        if count < 0:
            raise Refused(*_NO_COUNT, value_class)
        epoch = _EPOCH_1904
    else:
        if count < 1:
            raise Refused(*_NO_COUNT, value_class)
        if _PHANTOM_DAY <= count < _PHANTOM_DAY + 1:
            raise Refused(*_NO_SUCH_DAY, value_class)
        epoch = _EPOCH_1900 if count > _PHANTOM_DAY else _EPOCH_1900 + dt.timedelta(days=1)
    # Spreadsheets keep fractions of a day in binary; whole seconds are what they mean.
    moment = epoch + dt.timedelta(seconds=round(count * 86400))
    refuse_year(moment.year, value_class)
    return moment


def excel_datetime(value: object) -> dt.datetime | None:
    """Returns the moment of a day count in the 1900 system, or of a written date; None when absent."""
    count = _serial(value)
    return datetime(value) if count is None else _counted(count, False, "excel_datetime")


def excel_datetime_1904(value: object) -> dt.datetime | None:
    """Returns the moment of a day count in the 1904 system, or of a written date; None when absent."""
    count = _serial(value)
    return datetime(value) if count is None else _counted(count, True, "excel_datetime_1904")


def excel_date(value: object) -> dt.date | None:
    """Returns the day of a day count in the 1900 system, or of a written date; None when absent."""
    count = _serial(value)
    return date(value) if count is None else _counted(count, False, "excel_date").date()


def excel_date_1904(value: object) -> dt.date | None:
    """Returns the day of a day count in the 1904 system, or of a written date; None when absent."""
    count = _serial(value)
    return date(value) if count is None else _counted(count, True, "excel_date_1904").date()
