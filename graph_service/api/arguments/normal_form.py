"""A pasted value in the normal form in which the graph keeps identifiers."""

import unicodedata

from schema.identifiers import NORMALISERS
from schema.identifiers.fold import fold_width
from schema.identifiers.refused import Refused

_TRIED = ("resident_id", "uscc", "plate", "phone")
_LONGEST = 200


def normal(value: str) -> str:
    """Return the value as an identifier of the first form that it fits, otherwise trimmed as a name."""
    text = value.strip()[:_LONGEST]
    for name in _TRIED:
        try:
            found = NORMALISERS[name](text)
        except Refused:
            continue
        if found:
            return str(found)
    return text


def written_forms(value: str) -> list[str]:
    """Return the forms in which a source may have written a number: as it is given first, then in other width and case."""
    plain, folded = unicodedata.normalize("NFKC", value.strip()), fold_width(value.strip())
    return list(dict.fromkeys((value, plain, folded, folded.upper(), folded.lower())))
