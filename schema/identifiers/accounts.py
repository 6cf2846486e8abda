"""Bank accounts and fuel cards."""

import re
from collections.abc import Callable

from schema.identifiers.absent import absent
from schema.identifiers.characters import LOST_DIGITS, compact
from schema.identifiers.fillers import NO_FILLER_HEAD, is_filler
from schema.identifiers.masked import is_masked
from schema.identifiers.refused import Refused

_DASHES = re.compile(r"[-‐‑‒–—−]")
_SCIENTIFIC = re.compile(r"[0-9]+(?:\.[0-9]+)?E\+?[0-9]+")

_NOT_DIGITS = ("holds more than digits; give the number alone", "含有数字以外的字符，请只填号码")
_MASKED = ("is masked, so it identifies nothing; give the whole number", "是掩码号码，无法识别，请提供完整号码")
_LENGTHS = {
    "bank_account": ("is not a bank account: that has 8 to 32 digits", "不是银行账号：应为8至32位数字"),
    "fuel_card": ("is not a fuel card: that has 16 to 19 digits", "不是加油卡号：应为16至19位数字"),
}


def _why_not(text: str, value_class: str) -> tuple[str, str]:
    if _SCIENTIFIC.fullmatch(text.upper()):
        return LOST_DIGITS
    if text.isascii() and text.isdigit():
        return _LENGTHS[value_class]
    return _MASKED if is_masked(text) else _NOT_DIGITS


def _digits_of(value_class: str, pattern: str) -> Callable[[object], str | None]:
    shape, plain = re.compile(pattern), re.compile(f"{NO_FILLER_HEAD}(?:{pattern})")

    def digits(value: object) -> str | None:
        """Returns the number as digits alone, leading zeros kept; None when absent or a filler."""
        if isinstance(value, str) and plain.fullmatch(value):
            return value
        if absent(value):
            return None
        text = _DASHES.sub("", compact(value, value_class))
        if is_filler(text, value_class):
            return None
        if not shape.fullmatch(text):
            raise Refused(*_why_not(text, value_class), value_class)
        return text

    return digits


bank_account = _digits_of("bank_account", r"[0-9]{8,32}")
fuel_card = _digits_of("fuel_card", r"[0-9]{16,19}")
