"""Whole numbers, decimals and truth values."""

import re
from decimal import Decimal

from schema.identifiers.absent import absent
from schema.identifiers.characters import LOST_DIGITS, compact
from schema.identifiers.numerals import NUMERAL, simplified, whole_number
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_SHORT = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_SIMPLE = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,20})?")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|[+-]?\.\d+", re.ASCII)
_NUMERAL = re.compile(rf"[{NUMERAL}]+")
_LARGEST = 2**63 - 1
_MOST_PLACES = 19
_LONGEST = 60
_CERTAIN_DIGITS = 15
_TRUE = frozenset({"是", "√", "✓", "✔", "☑", "1", "TRUE", "T", "Y", "YES", "对"})
_FALSE = frozenset({"否", "×", "✗", "✘", "✕", "☒", "0", "FALSE", "F", "N", "NO", "非"})

NOT_FINITE = ("is not a number (NaN or infinite)", "不是数（NaN或无穷大）")
NOT_NUMBER = ("is not a number; write digits, without words around them", "不是数字，请只写数字")
_PER_CENT = (
    "has a per cent sign; declare the column as percent, or write the bare number",
    "带有百分号，请将该列声明为percent，或只写数字",
)
TOO_LARGE = ("is larger than 64 bits can hold", "数值超出64位整数范围")
_NOT_WHOLE = ("has decimals where a whole number is needed", "应为整数，却带有小数")
_NOT_TRUTH = ("is neither yes nor no; write 是 or 否", "既非“是”也非“否”，请填“是”或“否”")


def is_nan(value: object) -> bool:
    """Returns whether a cell says NaN: a sum that failed, which a column of numbers must not take for an empty cell."""
    return isinstance(value, str) and value.strip().lower() == "nan"


def of_float(value: float, places: int, value_class: str) -> Decimal:
    """Returns what a double stands for; refuses one that cannot hold so many places after the point."""
    number = Decimal(repr(value))
    if not number.is_finite() or len(number.normalize().as_tuple().digits) <= _CERTAIN_DIGITS:
        return number
    # Digits beyond the fifteenth are an artefact of binary arithmetic, unless the source needs them.
    if number.adjusted() + places >= _CERTAIN_DIGITS:
        raise Refused(*LOST_DIGITS, value_class)
    return Decimal(format(value, ".15g"))


def exact(value: object, value_class: str) -> Decimal:
    """Returns a number as an exact decimal; refuses NaN, infinity, words and broken thousands groups."""
    if isinstance(value, bool):
        raise Refused(*NOT_NUMBER, value_class)
    if isinstance(value, float):
        number = of_float(value, 0, value_class)
    elif isinstance(value, int | Decimal):
        number = Decimal(value)
    else:
        number = _exact_text(compact(value, value_class), value_class)
    if not number.is_finite():
        raise Refused(*NOT_FINITE, value_class)
    return number


def _exact_text(text: str, value_class: str) -> Decimal:
    if text.lstrip("+-").lower() in ("nan", "inf", "infinity", "∞"):
        raise Refused(*NOT_FINITE, value_class)
    text = text.replace("−", "-")
    if _NUMBER.fullmatch(text) and len(text) <= _LONGEST:
        return Decimal(text.replace(",", ""))
    numeral = simplified(text)
    if _NUMERAL.fullmatch(numeral):
        return Decimal(whole_number(numeral, value_class))
    raise Refused(*(_PER_CENT if text.endswith("%") else NOT_NUMBER), value_class)


def integer(value: object) -> int | None:
    """Returns a whole number of at most 64 bits; None when absent."""
    if isinstance(value, str) and _SHORT.fullmatch(value):
        return int(value)
    if absent(value) and not is_nan(value):
        return None
    number = exact(value, "integer")
    if number.adjusted() > _MOST_PLACES or abs(number) > _LARGEST:
        raise Refused(*TOO_LARGE, "integer")
    whole = int(number)
    if whole != number:
        raise Refused(*_NOT_WHOLE, "integer")
    return whole


@remembered
def _decimal_of_text(value: str) -> Decimal | None:
    if _SIMPLE.fullmatch(value):
        return Decimal(value)
    return None if absent(value) and not is_nan(value) else exact(value, "decimal")


def decimal(value: object) -> Decimal | None:
    """Returns an exact decimal number; None when absent."""
    if isinstance(value, str):
        return _decimal_of_text(value)
    return None if value is None else exact(value, "decimal")


@remembered
def _truth(value: str) -> bool | None:
    if absent(value):
        return None
    text = compact(value, "boolean").upper()
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise Refused(*_NOT_TRUTH, "boolean")


def boolean(value: object) -> bool | None:
    """Returns yes or no as 是/否, √/×, 1/0, true/false or Y/N say it; None when absent."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _truth(value)
    if isinstance(value, int | float) and value in (0, 1):
        return bool(value)
    raise Refused(*_NOT_TRUTH, "boolean")
