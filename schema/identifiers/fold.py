"""One form for texts that differ only in width, case, or simplified and traditional characters."""

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

from schema.identifiers.characters import INVISIBLE
from schema.identifiers.remembered import remembered
from schema.identifiers.usual_forms import USUAL_FORMS

_HIDDEN = re.compile(rf"[{INVISIBLE}\u3164\uffa0\ufe00-\ufe0f\ud800-\udfff\U000e0100-\U000e01ef]+")
_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=1)
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=1)
def _traditional() -> tuple[OpenCC, ...]:
    return tuple(map(OpenCC, ("s2t", "s2tw", "s2hk")))


@remembered
def fold(text: str) -> str:
    """Returns the text simplified, half-width, caseless, with single blanks: for comparing, not for showing."""
    plain = _plain(text)
    if not plain.isascii():
        plain = _simplifier().convert(plain)
    return _caseless(plain)


def written_forms(text: str) -> tuple[str, ...]:
    """Returns the forms in which others may have written a text, each once: simplified, as it is, traditional."""
    simplified = fold(text)
    return tuple(
        dict.fromkeys((simplified, fold_width(text), *(_caseless(each.convert(simplified)) for each in _traditional())))
    )


def fold_width(text: str) -> str:
    """Returns the text half-width, caseless, with single blanks; traditional characters stay."""
    return _caseless(_plain(text))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text)).translate(USUAL_FORMS)


def _caseless(text: str) -> str:
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", text).strip().casefold())
