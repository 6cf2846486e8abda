"""Resident identity numbers (GB 11643)."""

import datetime as dt
import re
from functools import lru_cache

from schema.identifiers.absent import absent
from schema.identifiers.characters import LOST_DIGITS, compact
from schema.identifiers.check_digits import ric_check
from schema.identifiers.fillers import is_filler
from schema.identifiers.masked import is_masked
from schema.identifiers.refused import Refused

_FULL = re.compile(r"[1-9][0-9]{16}[0-9X]")
_OLD = re.compile(r"[1-9][0-9]{14}")
_SCIENTIFIC = re.compile(r"\d+(?:\.\d+)?E\+?\d+", re.ASCII)
_CROSSED = re.compile(r"[1-9][0-9]{16}[×✕✖╳ХΧ]")
_CLASS = "resident_id"

_LENGTH = (
    "is not a resident id: that has 18 characters, or 15 in old papers",
    "不是公民身份号码：应为18位，旧证为15位",
)
_LETTERS = ("holds characters that a resident id cannot have", "含有公民身份号码中不会出现的字符")
_CHECK = ("has a wrong check character; compare it with the paper", "校验码不符，请与证件核对")
_BIRTH = ("names a birth date that does not exist", "出生日期不存在")
_UNBORN = ("names a birth date in the future", "出生日期在将来")
_ZEROS = (
    "has a wrong check character and ends in zeros: a spreadsheet rounded it; format the column as text",
    "校验码不符且末位为零，系表格四舍五入所致，请将该列设为文本",
)
_CROSS = (
    "ends in a cross where the check character stands; write the letter X if it is X, or load the column as masked_id",
    "末位是叉号而非校验码，若为X请写字母X；若为掩码，请将该列声明为masked_id",
)
_MASKED = (
    "is masked; load the column as masked_id, or as whole_id and mask_of_id if it holds whole numbers too",
    "是掩码号码，请将该列声明为masked_id；若一列兼有完整号码，请用whole_id与mask_of_id",
)


@lru_cache(maxsize=65536)
def _birth(digits: str) -> dt.date:
    try:
        born_on = dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise Refused(*_BIRTH, _CLASS) from None
    if born_on > dt.date.today():
        raise Refused(*_UNBORN, _CLASS)
    if born_on.year < 1850:
        raise Refused(*_BIRTH, _CLASS)
    return born_on


def _checked(number: str) -> str | None:
    try:
        if ric_check(number[:17]) != number[17]:
            raise Refused(*(_ZEROS if number.endswith("000") else _CHECK), _CLASS)
        _birth(number[6:14])
    except Refused:
        if is_filler(number, _CLASS):
            return None
        raise
    return number


def _why_not(text: str) -> tuple[str, str]:
    if _SCIENTIFIC.fullmatch(text):
        return LOST_DIGITS
    if _CROSSED.fullmatch(text):
        return _CROSS
    if is_masked(text):
        return _MASKED
    return _LENGTH if len(text) not in (15, 18) else _LETTERS


def resident_id(value: object) -> str | None:
    """Returns a resident id in 18 characters, old ones extended; None when absent or a filler."""
    if isinstance(value, str) and _FULL.fullmatch(value):
        return _checked(value)
    if absent(value):
        return None
    if isinstance(value, float):
        raise Refused(*LOST_DIGITS, _CLASS)
    text = compact(value, _CLASS).upper().replace("-", "")
    if is_filler(text, _CLASS):
        return None
    if _OLD.fullmatch(text):
        body = text[:6] + "19" + text[6:]
        return _checked(body + ric_check(body))
    if not _FULL.fullmatch(text):
        raise Refused(*_why_not(text), _CLASS)
    return _checked(text)
