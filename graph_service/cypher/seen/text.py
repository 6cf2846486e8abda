"""Rewrites a text that reads the graph for somebody who does not see every field: what is hidden never enters the answer.

Whatever the text does with a field (show it, compare it, sort, group, search, put it into a sentence), it does it with what
the viewer sees of it. So two graphs that differ only in hidden parts give the same bytes, and a test on a hidden part holds
for neither of two values. Kinds that are closed are left out by their audiences (marks.py).
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from graph_service.cypher.seen.masks import masked, tagged, without_numbers
from graph_service.cypher.seen.sight import Sight
from graph_service.errors import BadInput
from schema import KINDS
from schema.record import SEARCH_KEYS, SEARCH_PLACE, DataClass, Record

# What people wrote, of whatever kind: numbers in it are starred where any number is masked. What lists are sorted or grouped by
# is starred before that.
TEXTS = ("title", "text", "sentence", "why", "reason", "answer", "fact_text", "value", "normal")
PROSE = (
    "as_named",
    "as_post",
    "items",
    "remark",
    "purpose",
    "measure",
    "destination",
    "part",
    "diagnosis",
    "paper",
    "body",
)
_WORDS = ("words",)  # lists of what people wrote
# What a source calls its rows may be the very number that is masked.
_KEYS = ("source_key", "row_key", "keys")
_MADE = (*SEARCH_KEYS, SEARCH_PLACE)  # of the values of a node
_STEM = r"(?<![\w$.])((?:[A-Za-z_]\w*)(?:\([^()]*\))?(?:\[[^\[\]]*\])?(?:\.\w+(?:\[[^\[\]]*\])?)*?)"
_PART = re.compile(r"(^\s*|,\s*)\.(\w+)(?=\s*(?:,|$))")
_MAP = re.compile(r"\b(\w+) \{([^{}]*)\}")
_SOUGHT = re.compile(r"(CALL db\.index\.fulltext\.queryNodes\(way\.index, way\.query\) YIELD node\s+WHERE )")
_PAIRS = re.compile(
    r"(\(c:IdentityCandidate(?: \{uid: \$id\})?\)-\[:COMPARES \{place: 1\}\]->\(other:Entity\)\s+WHERE )"
)
_DYNAMIC = re.compile(r"((?:row\.)?node)\[(name)\]")
_PROPERTIES = re.compile(r"\bproperties\((\w+)\)")
_CALLED = re.compile(r"coalesce\([^()]*\)")
# A number of four signs that is no year.
_NUMBER_TYPED = r"(?s).*(?<![0-9A-Za-z])(?!(?:19|20)[0-9]{2}(?![0-9A-Za-z]))(?=[0-9A-Za-z]{4})[0-9A-Za-z]*[0-9].*"


@lru_cache(maxsize=512)
def as_seen(text: str, sight: Sight) -> str:
    """Return the text as it is run for this sight; refuse one that finds something by a field that the viewer does not see."""
    if not sight.hides:
        return text
    hidden = _hidden_by(sight)
    _refuse_pattern(text, hidden)
    # A pair tells field by field how two records agree: it is for who reads both in full.
    whole = text if DataClass.D2 in sight.whole else _PAIRS.sub(r"\1false AND ", text)
    made = hidden.sought(whole)
    made = _MAP.sub(hidden.map, _PROPERTIES.sub(hidden.properties, made))
    if hidden.names and (missed := re.search(rf"[{{,]\s*\.({'|'.join(hidden.names)})\b", made)):
        raise TypeError(f"{missed[1]} is read in a way that the masks of fields do not know")
    made = hidden.pattern.sub(hidden.field, made) if hidden.names else made
    return made


def refuse_hidden(text: str, sight: Sight, labels: Iterable[str] = (), sorts: bool = False) -> None:
    """Refuse a condition, an order or a grouping by a field that the viewer does not see whole.

    The labels are the kinds of what is asked for: of another kind's field it is told only as the graph is read, as no value.
    Nothing is sorted or grouped by a text in which numbers are starred on their way out.
    """
    of_kinds = {name for name, hidden in sight.left_out.items() if set(labels) & set(hidden)}
    names = {*sight.masks, *sight.ties_left_out, *of_kinds, *(TEXTS if sorts and sight.masks else ())}
    if found := _said(text, names):
        raise refusal(found)


def refuse_numbers(text: str, values: Any, sight: Sight) -> None:
    """Refuse a condition on what people wrote that asks for digits, where numbers are masked."""
    if sight.masks and _has_digits(values) and (found := _said(text, TEXTS)):
        raise refusal(found)


def _has_digits(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_has_digits, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and re.search(r"\d", value) is not None


def _said(text: str, names: Iterable[str]) -> str | None:
    # What a thing is called is shown by what is seen of it, and may be asked for.
    found = re.search(rf"\.({'|'.join(sorted(names))})\b", _CALLED.sub("", text)) if names else None
    return found[1] if found else None


class _Hidden:
    """What takes the place of each thing that this sight hides."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        masked = (*TEXTS, *PROSE, *_WORDS, *_KEYS, *_MADE) if sight.masks else ()
        self.names = tuple(dict.fromkeys((*sight.masks, *sight.left_out, *sight.ties_left_out, *masked)))
        self.pattern = re.compile(rf"{_STEM}\.({'|'.join(self.names)})\b(?!\()")
        self.unfindable = tuple(label for label, kind in KINDS.items() if self._is_partly_seen(label, _made_of(kind)))

    def field(self, found: re.Match[str]) -> str:
        return self.shown(found[1], found[2])

    def shown(self, thing: str, name: str) -> str:
        """Return the expression of what is seen of a property."""
        value = f"{thing}.{name}"
        if name in self.sight.ties_left_out:
            return "(null)"
        if name in self.sight.masks:
            value = masked(value, self.sight.masks[name])
        elif self.sight.masks and name in _KEYS:
            return "(null)"
        elif self.sight.masks and name in TEXTS:
            value = tagged(value)
        elif self.sight.masks and name in PROSE:
            value = without_numbers(value)
        elif self.sight.masks and name in _WORDS:
            value = f"[said IN {value} | {tagged('said')}]"
        labels = self.unfindable if name in _MADE else self.sight.left_out.get(name)
        return f"CASE WHEN {_is_of(thing, labels)} THEN null ELSE {value} END" if labels else value

    def map(self, found: re.Match[str]) -> str:
        def told(part: re.Match[str]) -> str:
            return f"{part[1]}{part[2]}: {found[1]}.{part[2]}" if part[2] in self.names else part[0]

        return f"{found[1]} {{{_PART.sub(told, found[2])}}}"

    def properties(self, found: re.Match[str]) -> str:
        told = ", ".join(f"{name}: {found[1]}.{name}" for name in self.names)
        return f"{found[1]} {{.*, {told}}}" if told else found[0]

    def sought(self, text: str) -> str:
        """Return a text that searches, without the ways to numbers that are masked and to what is left out."""
        if not (self.sight.masks or self.sight.left_out):
            return text
        conditions = [*self._unfindable()]
        if self.sight.masks:
            conditions.append(f"NOT (way.key = '' AND way.query =~ '{_NUMBER_TYPED}')")
        made = _SOUGHT.sub(lambda found: f"{found[0]}{' AND '.join(conditions)} AND ", text) if conditions else text
        return _DYNAMIC.sub(self._dynamic, made)

    def _unfindable(self) -> Iterable[str]:
        for keys, names in (
            ("['key_grams']", "SOUGHT_FROM_FOUR"),
            (f"{list(SEARCH_KEYS)}", "SOUGHT"),
            ("['']", "TEXT"),
        ):
            labels = [label for label, kind in KINDS.items() if self._is_partly_seen(label, getattr(kind, names))]
            if labels:
                yield f"NOT (way.key IN {keys} AND node:{'|'.join(labels)})"

    def _is_partly_seen(self, label: str, names: Iterable[str]) -> bool:
        return any(name in self.sight.masks or label in self.sight.left_out.get(name, ()) for name in names)

    def _dynamic(self, found: re.Match[str]) -> str:
        thing, name = found[1], found[2]
        cases = [f"WHEN {name} = '{each}' THEN {thing}.{each}" for each in self._of_kinds()]
        return f"CASE {' '.join(cases)} ELSE {found[0]} END" if cases else found[0]

    def _of_kinds(self) -> list[str]:
        sought = {name for kind in KINDS.values() for name in (*kind.SOUGHT, *kind.SOUGHT_FROM_FOUR, *kind.TEXT)}
        return [name for name in self.names if name in sought]


@lru_cache(maxsize=64)
def _hidden_by(sight: Sight) -> _Hidden:
    return _Hidden(sight)


def _made_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields that the keys of search and the place among hits are made of."""
    return (*kind.SOUGHT, *kind.SOUGHT_FROM_FOUR, kind.CAPTION, *kind.STANDS_IN, *kind.IDENTIFIERS)


def _refuse_pattern(text: str, hidden: _Hidden) -> None:
    """Refuse a text that matches nodes by a hidden field: an index is asked with the value itself."""
    names = [name for name in hidden.names if name in hidden.sight.masks or name in hidden.sight.left_out]
    found = re.search(rf"\(\w*:[\w|&]+ \{{({'|'.join(names)}): \$", text) if names else None
    if found:
        raise refusal(found[1])


def refusal(name: str) -> BadInput:
    """Return the refusal of what asks by a field that the viewer's role does not see whole, whether it is there or not."""
    what = f"your role does not see {name} whole, so nothing is found, sorted or counted by it"
    return BadInput(what, "fields of the operation", "ask by something else")


def _is_of(thing: str, labels: Iterable[str]) -> str:
    return "(" + " OR ".join(f"{thing}.uid STARTS WITH '{KINDS[label].PREFIX}_'" for label in labels) + ")"
