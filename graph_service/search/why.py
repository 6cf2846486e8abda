"""Why a thing was found: the kind of match, the field it is in, and where in the field's text it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.search.matches import RANKS, VAGUE, Match
from graph_service.search.normal import signs, signs_at
from graph_service.search.slips import slip_pattern
from graph_service.search.sounds import HAN, initials, readings, typed_syllables
from graph_service.search.typed import Typed

_AROUND = 30  # characters shown on either side of what was found in a long text


@dataclass(frozen=True)
class Place:
    """A stretch of a field's text."""

    field: str
    text: str
    start: int
    end: int

    @property
    def told(self) -> dict[str, Any]:
        """Return it as an answer tells it: the words around, and where in the field what was found begins and ends."""
        begins = max(self.start - _AROUND, 0)
        around = self.text[begins : self.end + _AROUND]
        return {"field": self.field, "excerpt": around, "start": self.start, "end": self.end, "excerpt_start": begins}


def match_of(rank: int) -> Match:
    """Return why something with this rank was found."""
    begins = {first: match for match, first in RANKS.items()} | {VAGUE: Match.COMPATIBLE}
    way = begins[max(first for first in begins if first <= rank)]
    if way is Match.EXACT:
        return (Match.EXACT, Match.START, Match.INSIDE)[rank - RANKS[way]]
    return way


def why(typed: Typed, rank: int, values: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """Return the match of a hit and the places in its own fields that show it; none where it only joins other things."""
    match = match_of(rank)
    texts = [(name, str(value)) for name, value in values]
    parts: Iterable[str] = typed.parts if match in (Match.JOINED, Match.SOME_WORDS) else (typed.run,)
    found = [place for part in parts if (place := next(_places(part, match, texts), None))]
    return {"match": match.value, "found": [place.told for place in found]}


def _places(part: str, match: Match, texts: list[tuple[str, str]]) -> Iterator[Place]:
    for name, text in texts:
        span = _span(part, match, text)
        if span:
            yield Place(name, text, *span)


def _span(part: str, match: Match, text: str) -> tuple[int, int] | None:
    if match in (Match.SOUND, Match.INITIALS):
        return _spoken(part, match, text)
    folded, places = signs_at(text)
    if match is Match.COMPATIBLE:
        return (0, len(text)) if "*" in folded or "某" in folded else None
    found = re.search(_pattern(part, match), folded)
    if not found or found.start() == found.end():
        return None
    return places[found.start()], places[found.end() - 1] + 1


def _pattern(part: str, match: Match) -> str:
    if match is Match.PATTERN:
        pieces = re.split(r"([*?＊？])", part)
        return (
            "^"
            + "".join({"*": ".*", "＊": ".*", "?": ".", "？": "."}.get(each, re.escape(signs(each))) for each in pieces)
            + "$"
        )
    sought = signs(part)
    return slip_pattern(sought) if match is Match.SLIP else re.escape(sought)


def _spoken(part: str, match: Match, text: str) -> tuple[int, int] | None:
    folded, places = signs_at(text)
    sought = signs(part)
    spoken = list(readings(sought)) if HAN.search(sought) else typed_syllables(sought)
    for reading in readings(text):
        syllables = reading.split()
        if len(syllables) != len(folded):
            continue
        wanted = [list(sought)] if match is Match.INITIALS else [each.split() for each in spoken]
        said = list(initials(reading)) if match is Match.INITIALS else syllables
        for each in wanted:
            for at in range(len(said) - len(each) + 1):
                if said[at : at + len(each)] == each:
                    return places[at], places[at + len(each) - 1] + 1
    return None
