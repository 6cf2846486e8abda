"""One form for texts that differ only in width, case, or simplified and traditional characters."""

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

from schema.identifiers.characters import HALF_WIDTH, INVISIBLE
from schema.identifiers.remembered import remembered

_HIDDEN = re.compile(rf"[{INVISIBLE}\ufe00-\ufe0f\ud800-\udfff\U000e0100-\U000e01ef]+")
_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=1)
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


@remembered
def fold(text: str) -> str:
    """Returns the text simplified, half-width, caseless, with single blanks: for comparing, not for showing."""
    plain = unicodedata.normalize("NFC", _HIDDEN.sub("", text)).translate(HALF_WIDTH)
    if not plain.isascii():
        plain = _simplifier().convert(plain)
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", plain).strip().casefold())
