"""The one form in which what is stored and what somebody types are compared when searching.

Of a text only letters, digits and Chinese characters remain, simplified, half-width and caseless: no blanks, dots, hyphens or
brackets, no 号 after a number. A `*` stands for what is hidden in a masked name or number, and is kept.
"""

import re
import unicodedata
from functools import lru_cache

from schema.identifiers.fold import fold

MASK = "*"
_AFTER_NUMBER = re.compile(r"(?<=\d)[号號]")
_COUNTRY = re.compile(r"(?:00)?86(?=1[3-9]\d{9}$)")
_KEPT = frozenset("LN")  # general categories of letters and numbers


@lru_cache(maxsize=1 << 16)
def signs(text: str) -> str:
    """Return the normal form of a text, empty where nothing of it can be sought."""
    kept = "".join(sign for sign in fold(text) if sign == MASK or unicodedata.category(sign)[0] in _KEPT)
    return _COUNTRY.sub("", _AFTER_NUMBER.sub("", kept))


def signs_at(text: str) -> tuple[str, list[int]]:
    """Return the normal form sign by sign, and for each of its signs the place in the text that it came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter in "号號" and folded and folded[-1].isdecimal():
            continue
        for sign in signs(letter):
            folded.append(sign)
            places.append(place)
    return "".join(folded), places
