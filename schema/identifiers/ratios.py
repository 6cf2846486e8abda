"""Shares of a whole, as per cent."""

import re
from collections.abc import Callable
from decimal import Decimal

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact
from schema.identifiers.numbers import exact, is_nan
from schema.identifiers.numerals import NUMERAL, simplified, whole_number
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_WHOLE = 100  # per cent
_SIGNED = re.compile(r"(?P<number>.*)(?P<sign>[%‰])")
_SPOKEN = re.compile(
    rf"(?P<of>百|千)分之(?:(?P<digits>[\d.]+)|(?P<whole>[{NUMERAL}]+)(?:点(?P<part>[{NUMERAL}]{{1,6}}))?)", re.ASCII
)
_TENTHS = re.compile(rf"(?P<tens>\d|10|[{NUMERAL}])成(?P<ones>\d|[{NUMERAL}]|半)?", re.ASCII)
_VAGUE = re.compile(r"[约近余多许超]|左右|以上|以下|不足|.[-~—–至到].")
_PART_OF = re.compile(rf"[\d{NUMERAL}]+(?:/|分之)[\d{NUMERAL}]+")
_PER = {"%": 1, "百": 1, "‰": 10, "千": 10}
_HEADER = re.compile(r"%|percent|pct", re.IGNORECASE)

_NOT_RATIO = ("is not a share; write it as 35% or 35.5%", "不是比例，请写成35%或35.5%")
_NOT_EXACT = (
    "is an approximate share, a range or a fraction; give one exact share, as 33.33%",
    "是约数、区间或分数，请给出确切比例，如33.33%",
)
_OUTSIDE = ("is a share below 0 or above 100 per cent", "比例小于0或超过100%")
_NO_UNIT = (
    "can be per cent or a fraction of 1; write % beside it, or declare the column as percent or fraction",
    "可能是百分数，也可能是小数，请在数字后注明%，或将该列声明为percent或fraction",
)
_ABOVE_ONE = (
    "is above 1, which no fraction of a whole is; write % beside it, or declare the column as percent",
    "大于1，不是小数形式的比例，请注明%，或将该列声明为percent",
)


def ratio_of_header(column: str) -> str:
    """Returns the normaliser for shares of a column by the unit that its name states, `ratio` where it states none."""
    return "percent" if _HEADER.search(compact(column, "ratio")) else "ratio"


def _told(text: str, value_class: str) -> Decimal | None:
    # The share of a text that says its unit itself, None for one that does not.
    if found := _SIGNED.fullmatch(text):
        return _number(found["number"], value_class) / _PER[found["sign"]]
    if found := _SPOKEN.fullmatch(text):
        if found["digits"]:
            return _number(found["digits"], value_class) / _PER[found["of"]]
        part = "".join(str(whole_number(digit, value_class)) for digit in found["part"] or "零")
        return Decimal(f"{whole_number(found['whole'], value_class)}.{part}") / _PER[found["of"]]
    if found := _TENTHS.fullmatch(text):
        ones = "五" if found["ones"] == "半" else found["ones"] or "零"
        return Decimal(10 * whole_number(found["tens"], value_class) + whole_number(ones, value_class))
    return None


def _as_percent(value: Decimal, value_class: str) -> Decimal:
    return value


def _as_fraction(value: Decimal, value_class: str) -> Decimal:
    if value > 1:
        raise Refused(*_ABOVE_ONE, value_class)
    return value * _WHOLE


def _as_told(value: Decimal, value_class: str) -> Decimal:
    # No fraction of a whole is above 1, and nothing is nothing in either unit.
    if 0 < value <= 1:
        raise Refused(*_NO_UNIT, value_class)
    return value


def _number(text: str, value_class: str) -> Decimal:
    try:
        return exact(text, value_class)
    except Refused:
        is_vague = _VAGUE.search(text) or _PART_OF.fullmatch(text)
        raise Refused(*(_NOT_EXACT if is_vague else _NOT_RATIO), value_class) from None


def _ratio_in(of_bare: Callable[[Decimal, str], Decimal], value_class: str) -> Callable[[object], Decimal | None]:
    def bounded(share: Decimal) -> Decimal:
        if not 0 <= share <= _WHOLE:
            raise Refused(*_OUTSIDE, value_class)
        return share

    @remembered
    def of_text(value: str) -> Decimal | None:
        if absent(value) and not is_nan(value):
            return None
        text = simplified(compact(value, value_class))
        share = _told(text, value_class)
        return bounded(of_bare(_number(text, value_class), value_class) if share is None else share)

    def ratio_of(value: object) -> Decimal | None:
        """Returns a share in per cent; a unit written in the value (35%, 三成五) wins; None when absent."""
        if isinstance(value, str):
            return of_text(value)
        return None if value is None else bounded(of_bare(exact(value, value_class), value_class))

    return ratio_of


ratio = _ratio_in(_as_told, "ratio")
percent = _ratio_in(_as_percent, "percent")
fraction = _ratio_in(_as_fraction, "fraction")
