"""Names of units: organs, institutions, firms, villages."""

import re
import unicodedata

from schema.identifiers.absent import NOBODY, absent, is_nobody
from schema.identifiers.characters import half_width
from schema.identifiers.person_name import DOTS, refuse_unnamed
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_PLAIN = re.compile(r"[\u4e00-\u9fff]{4,40}")
_BLANKS = re.compile(r"\s+")
_IDLE_BLANK = re.compile(r"(?<![A-Za-z0-9.,&]) | (?![A-Za-z0-9&])")
_BRACKETS = str.maketrans("()[]【】〔〕﹙﹚", "（）（）（）（）（）")
_DOTS = re.compile(f"[{DOTS}]")
_LONGEST = 200
_NOT_NAME = ("is a number or a date, not a name of a unit", "是数值或日期，不是单位名称")


@remembered
def _unit_name(value: str) -> str | None:
    text = half_width(value, "unit_name")
    if absent(text) or is_nobody(text):
        return None
    refuse_unnamed(text, "unit_name", _LONGEST)
    text = _DOTS.sub("·", _BLANKS.sub(" ", text).translate(_BRACKETS))
    # Without the blank a letter can join an accent after it, hence composing again.
    return unicodedata.normalize("NFC", _IDLE_BLANK.sub("", text))


def unit_name(value: object) -> str | None:
    """Returns a unit's name in half-width letters, brackets as （）, idle blanks dropped; None when absent."""
    if isinstance(value, str):
        if _PLAIN.fullmatch(value):
            return None if value in NOBODY else value
        return _unit_name(value)
    if value is None:
        return None
    raise Refused(*_NOT_NAME, "unit_name")
