"""Cleaning of characters that every normaliser shares."""

import re
import unicodedata
from decimal import Decimal

from schema.identifiers.refused import Refused
from schema.identifiers.usual_forms import USUAL_FORMS

# Zero-width and bidirectional controls, NUL and its kin; tab and line ends are left to the callers.
INVISIBLE = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180f"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)

_INVISIBLE = re.compile(rf"[{INVISIBLE}]+")
# Letters and marks by their class, so that `isprintable` calls them visible; they show nothing all the same.
_SHOWS_NOTHING = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u3164\uffa0"
_PLAIN_FORMS: dict[int, int | None] = {**USUAL_FORMS, **dict.fromkeys(map(ord, _SHOWS_NOTHING))}
_BLANKS = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HARD_BLANKS = re.compile(r"[\xa0\u202f]+")
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_STRAY_BLANK = re.compile(r"(?<!\s)\s+(?=[\u0300-\u036f])")
_WHITE = re.compile(r"\s+")
# A double holds 15 decimal digits for certain; spreadsheets store no more.
_DOUBLE_CERTAIN = 10**15
_DOUBLE_EXACT = 2**53
_LONGEST_CODE = 40
_LONGEST_CELL = 256

SURROGATE = (
    "holds half of a character (a lone surrogate); export the source again as UTF-8 or GB18030",
    "含有半个字符（孤立代理项），请以UTF-8或GB18030重新导出",
)
NOT_TEXT = ("is not text or a number; give it as text", "不是文本或数字，请以文本提供")
_LONG = (
    "is far too long for a number or a code; check which column was mapped",
    "过长，不可能是号码或代码，请检查列的对应关系",
)
LOST_DIGITS = (
    "came as a rounded number and has lost its last digits; format the column as text in the source",
    "以数值形式存放，末位数字已丢失，请在源表中把该列设为文本",
)


def clean(value: str, value_class: str) -> str:
    """Returns the text in NFC without invisible controls, every blank as a space, trimmed; refuses lone surrogates."""
    if value.isprintable() and unicodedata.is_normalized("NFC", value):
        return value.strip()
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Refused(*SURROGATE, value_class) from None
    visible = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", value))
    # Removing a joiner can bring a letter and its accent together, so composing comes after it.
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", visible)).strip()


def without_blanks(text: str) -> str:
    """Returns a text without blanks, line breaks and invisible signs, wherever they stand in it."""
    return _INVISIBLE.sub("", "".join(text.split()))


def half_width(value: str, value_class: str) -> str:
    """Returns clean text with full-width letters, digits and signs as ASCII, radicals as the usual characters."""
    cleaned = clean(value, value_class)
    if cleaned.isascii():
        return cleaned
    text = _STRAY_BLANK.sub("", cleaned.translate(_PLAIN_FORMS))
    # A letter that has just become ASCII can join an accent after it, hence composing again.
    return unicodedata.normalize("NFC", text).strip()


def plain_key(text: str) -> str:
    """Returns a key in half-width characters without invisible signs, hard blanks and blanks at its ends; case stays."""
    shown = _HARD_BLANKS.sub("", _INVISIBLE.sub("", text)).translate(_PLAIN_FORMS)
    return unicodedata.normalize("NFC", _WHITE.sub(" ", shown)).strip()


def _whole(value: object) -> int | None:
    if isinstance(value, Decimal):
        is_whole = value.is_finite() and value.adjusted() < _LONGEST_CODE and value == int(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        is_whole = abs(value) < 10**_LONGEST_CODE and value == int(value)
    else:
        return None
    return int(value) if is_whole else None


def written(value: object, value_class: str) -> str:
    """Returns a cell as the text it was meant to be; refuses truth values and numbers that lost digits."""
    if isinstance(value, str):
        return value
    whole = _whole(value)
    if whole is None:
        raise Refused(*NOT_TEXT, value_class)
    if isinstance(value, float) and abs(whole) >= _DOUBLE_CERTAIN:
        raise Refused(*LOST_DIGITS, value_class)
    # A long integer that a double holds exactly is far more often a rounded one than not.
    if isinstance(value, int) and abs(whole) > _DOUBLE_EXACT and int(float(whole)) == whole:
        raise Refused(*LOST_DIGITS, value_class)
    return str(whole)


def compact(value: object, value_class: str) -> str:
    """Returns a code in half-width characters without blanks and the apostrophe that spreadsheets put in front."""
    text = half_width(written(value, value_class), value_class)
    if len(text) > _LONGEST_CELL:
        raise Refused(*_LONG, value_class)
    return _WHITE.sub("", text).lstrip("'`’")
