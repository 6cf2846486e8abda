"""A pasted value in the normal form in which the graph keeps identifiers."""

import unicodedata
from typing import Any

from schema.identifiers import FORM_OF_FIELD, NORMALISERS
from schema.identifiers.fold import fold_width
from schema.identifiers.refused import Refused

_TRIED = ("resident_id", "uscc", "plate", "phone")
_LONGEST = 200


def normal(value: str, field: str = "") -> str:
    """Return the value in the form of this field, or in the first form of an identifier that it fits, otherwise trimmed as a name."""
    text = value.strip()[:_LONGEST]
    for name in (FORM_OF_FIELD[field],) if field in FORM_OF_FIELD else _TRIED:
        try:
            found = NORMALISERS[name](text)
        except Refused:
            continue
        if found:
            return str(found)
    return text


def as_kept(field: str, value: Any) -> Any:
    """Return a value of a field as the graph keeps it: what has a form of its own in that form, all else as it is."""
    return normal(value, field) if field in FORM_OF_FIELD and isinstance(value, str) else value


def written_forms(value: str) -> list[str]:
    """Return the forms in which a source may have written a number: as it is given first, then in other width and case."""
    plain, folded = unicodedata.normalize("NFKC", value.strip()), fold_width(value.strip())
    return list(dict.fromkeys((value, plain, folded, folded.upper(), folded.lower())))
