"""Free text and postal addresses."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal

from schema.identifiers.absent import absent
from schema.identifiers.characters import clean, half_width
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_NOT_WRITING = ("is not something that can be read as text", "不是可以作为文本读取的值")
_BLANKS = re.compile(r"\s+")
# A blank next to a Chinese character carries no meaning in an address; between Latin words it does.
_IDLE_BLANK = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_DASHES = re.compile(r"[‐‑‒–—―−~〜]+")


def _spelled(value: object, value_class: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float | Decimal):
        return str(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise Refused(*_NOT_WRITING, value_class)


def text(value: object) -> str | None:
    """Returns free text as written, without invisible controls and outer blanks; None when absent."""
    if absent(value):
        return None
    return clean(_spelled(value, "text"), "text") or None


@remembered
def _postal_text(value: str) -> str | None:
    line = half_width(value, "postal_text")
    line = _DASHES.sub("-", _BLANKS.sub(" ", line))
    # Without the blank a letter can join an accent after it, hence composing again.
    address = unicodedata.normalize("NFC", _IDLE_BLANK.sub("", line)).strip()
    return None if absent(address) else address


def postal_text(value: object) -> str | None:
    """Returns an address in half-width characters, idle blanks dropped and dashes alike; None when absent."""
    return None if absent(value) else _postal_text(_spelled(value, "postal_text"))
