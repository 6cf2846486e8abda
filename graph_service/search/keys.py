"""The keys by which a node is found: tokens between blanks, from the values that it shows.

Each value stands between `<` and `>`, so that a phrase of tokens is a part of it, with `<` its beginning, with both the whole.
Long numbers, and whatever else is without Chinese but for one sign, are cut into overlapping pieces of four signs, ends included:
of single digits every number has all.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from graph_service.search.normal import signs
from graph_service.search.sounds import initials, readings
from schema import KINDS
from schema.identifiers.fold import fold
from schema.record import SEARCH_KEYS, SEARCH_PLACE

BEGIN, END = "<", ">"
GRAM = 4
_PART = "\x01"
_RANK = {label: f"{place:02}" for place, label in enumerate(KINDS)}


def search_keys(label: str, shown: dict[str, Any]) -> dict[str, str | None]:
    """Return the keys of a node of this kind that shows these values; null where it has none of a sort."""
    kind = KINDS[label]
    values = list(_texts(shown, kind.SOUGHT))
    numbers = [*_texts(shown, kind.SOUGHT_FROM_FOUR), *filter(_is_like_a_number, values)]
    sounds = [reading for value in values for reading in readings(value)]
    keys = (
        _joined(spaced(signs(value)) for value in values if signs(value)),
        _joined(" ".join(grams(f"{BEGIN}{signs(number)}{END}")) for number in numbers if len(signs(number)) >= GRAM),
        _joined(sounds),
        _joined(" ".join(pairs(initials(sound))) for sound in sounds),
    )
    return {**dict(zip(SEARCH_KEYS, keys, strict=True)), SEARCH_PLACE: _place(label, shown)}


def spaced(text: str) -> str:
    """Return the signs of a text as tokens."""
    return " ".join(text)


def grams(text: str) -> list[str]:
    """Return the overlapping pieces of four signs of a text."""
    return [text[at : at + GRAM] for at in range(len(text) - GRAM + 1)]


def pairs(letters: str) -> list[str]:
    """Return the overlapping pieces of two letters of initials."""
    return [letters[at : at + 2] for at in range(len(letters) - 1)] or [letters]


def _is_like_a_number(value: str) -> bool:
    """Return whether the value can be one slip away from a number or code: a plate is one without its province."""
    return sum(not sign.isascii() for sign in signs(value)) <= 1


def _joined(values: Iterable[str]) -> str | None:
    return " ".join(f"{BEGIN} {value} {END}" for value in dict.fromkeys(values)) or None


def _texts(shown: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    return (str(shown[name]) for name in names if shown.get(name))


def _place(label: str, shown: dict[str, Any]) -> str:
    """Return what sorts nodes in the same order in every home: kind, caption, what identifies them, else their source's key."""
    kind = KINDS[label]
    called = next(_texts(shown, (kind.CAPTION, *kind.STANDS_IN)), "")
    known = (
        next(_texts(shown, kind.IDENTIFIERS), None) or f"{shown.get('source', '')}{_PART}{shown.get('source_key', '')}"
    )
    return _PART.join((_RANK[label], f"{len(called):04}", fold(called), called, known))
