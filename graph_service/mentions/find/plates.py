"""Plates in running text."""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph_service.mentions.find.view import View
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.identifiers import Refused, plate
from schema.identifiers.plates import PROVINCES

_STRENGTH = 85.0
_ENDS = r"(?:(?![A-Z0-9])|(?=(?:19|20)\d{2}(?:年|[./-]\d{1,2}[./-]\d)))"  # or the year of a date begins without a gap
_PLATE = re.compile(rf"[{PROVINCES}][A-HJ-NP-Z][· .-]?[A-HJ-NP-Z0-9]{{4,6}}[挂学警港澳使领]?{_ENDS}")
_CONFUSED = re.compile(rf"[{PROVINCES}][A-Z][· .-]?[A-Z0-9]{{5,6}}{_ENDS}")


def find_plates(text: str, view: View) -> Iterator[Span]:
    """Yield the plates of a folded text."""
    for found in _PLATE.finditer(text):
        with suppress(Refused):
            number = plate(found[0])
            if number:
                entity = view.number("Vehicle", number)
                known = (entity,) if entity is not None else ()
                because = Because.NUMBER_KNOWN if known else Because.FORM_SOUND
                yield Span(
                    found.start(),
                    found.end(),
                    MentionKind.VEHICLE,
                    number,
                    _STRENGTH,
                    0.99 if known else 0.95,
                    because,
                    known,
                )
    for found in _CONFUSED.finditer(text):
        yield from _repaired(found, view)


def _repaired(found: re.Match[str], view: View) -> Iterator[Span]:
    # O and I are never on plates: a slip, mended only where exactly that plate is registered.
    number = re.sub(r"[· .-]", "", found[0])
    mended = number[:2] + number[2:].replace("O", "0").replace("I", "1")
    entity = view.number("Vehicle", mended) if mended != number else None
    if entity is not None:
        yield Span(
            found.start(), found.end(), MentionKind.VEHICLE, mended, _STRENGTH - 1, 0.7, Because.FORM_ONLY, (entity,)
        )
