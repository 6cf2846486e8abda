"""Which kind a file is about, which column fills which field, and which columns lead to the other files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from graph_service.model import value_type
from loaders.declare.field_types import default_normaliser, is_required, terms
from loaders.drafting.look import Column, Look
from loaders.drafting.words import ALSO_CALLED, name_parts
from schema import KINDS, RELATIONSHIPS
from schema.record import Family, Record

_LIKE = 80.0  # of 100: how alike the words of a column and of a field have to be
_REFERS = 0.9  # part of a column's values that must be keys of the other file
_REFERS_BY_NAME = 0.5  # enough where both columns have one name
_CLEAR = 150.0  # what must speak for a kind: an identifier of its form, or two fields
UNKNOWN = "KIND"  # stands in a draft until somebody has decided
_FEW = 2  # a column with fewer distinct values is a word of a vocabulary, not a reference
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_NUMBERS = {
    "integer": ("int", "float"),
    "decimal": ("float",),
    "date": ("date", "datetime"),
    "datetime": ("datetime", "date"),
}


@dataclass(frozen=True)
class Reference:
    """A column whose values are keys of another file."""

    column: str
    file: str
    kind: str
    types: tuple[str, ...]  # link types that may join the two kinds, each with its direction


@dataclass
class Guess:
    """What a file seems to say."""

    look: Look
    kind: str
    key: tuple[str, ...]
    fields: dict[str, str] = field(default_factory=dict)  # field -> column
    joined: dict[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)  # field -> columns, text between them
    references: list[Reference] = field(default_factory=list)

    def placed(self) -> list[str]:
        """Return the columns that fill a field."""
        return [*self.fields.values(), *(column for columns, _ in self.joined.values() for column in columns)]

    def fills(self, name: str) -> bool:
        """Return whether something has been found for the field."""
        return name in self.fields or name in self.joined

    def missing(self) -> list[str]:
        """Return the fields that the kind requires and that nothing has been found for."""
        kind = KINDS[self.kind]
        return [name for name in kind.model_fields if is_required(kind, name) and not self.fills(name)]

    def unused(self) -> list[Column]:
        """Return the columns that nothing has been found for."""
        used = {*self.placed(), *self.key, *(each.column for each in self.references)}
        return [column for column in self.look.columns if column.name not in used]


def guess_all(looks: Sequence[Look], kinds: dict[str, str]) -> list[Guess]:
    """Return a guess for each file; the kinds of some may be known, by the name of the file."""
    guesses = [_guess(look, kinds.get(look.path.name) or kinds.get(look.path.stem)) for look in looks]
    for guess in guesses:
        guess.references = [found for other in guesses if other is not guess for found in _references(guess, other)]
    return guesses


def _guess(look: Look, kind: str | None) -> Guess:
    candidates = [KINDS[kind]] if kind else [each for each in KINDS.values() if each.FAMILY is not Family.STAFF]
    score, guess = max((_matched(look, record) for record in candidates), key=lambda each: each[0])
    return Guess(look, UNKNOWN, look.key) if kind is None and score < _CLEAR else guess


def _name_parts(look: Look, record: type[Record]) -> tuple[tuple[str, str], str] | None:
    if record.LABEL != "Person":
        return None
    return name_parts((_plain(column.name), column.name) for column in look.columns if column.reads == "text")


def _matched(look: Look, record: type[Record]) -> tuple[float, Guess]:
    guess = Guess(look, record.LABEL, look.key)
    score = 0.0
    if parts := _name_parts(look, record):
        guess.joined["name"] = parts
        score = 100.0
    pairs = sorted(
        (
            (likeness, -place, name, column)
            for place, column in enumerate(look.columns)
            for name in record.model_fields
            if (likeness := _likeness(column, record, name)) >= _LIKE
        ),
        key=lambda each: each[:3],
        reverse=True,
    )
    for likeness, _, name, column in pairs:
        if not guess.fills(name) and column.name not in guess.placed():
            guess.fields[name] = column.name
            score += likeness * (3 if name in record.IDENTIFIERS and column.tells_apart() else 1)
    for name in guess.missing():
        key = look.keys()
        if key and key[0].name not in guess.placed() and value_type(record, name) is str:
            guess.fields[name] = key[0].name
            score += _LIKE / 2
    return score, guess


def _likeness(column: Column, record: type[Record], name: str) -> float:
    normaliser = default_normaliser(record, name)
    if column.reads == normaliser and normaliser not in ("text", "date", "datetime", "integer", "decimal", "boolean"):
        return 100.0
    if not _fits(column, record, name):
        return 0.0
    told = record.model_fields[name].description or ""
    if any(_alike_han(word, phrase) for word in _HAN.findall(column.name) for phrase in _HAN.findall(told)):
        return 90.0
    if _plain(column.name) in ALSO_CALLED.get(name, ()):
        return 95.0
    return fuzz.token_sort_ratio(_words(column.name), _words(name))


def _fits(column: Column, record: type[Record], name: str) -> bool:
    kind = value_type(record, name)
    if terms(record, name) is not None:
        return column.reads == "text"
    if kind is str:
        # A strong identifier has a form of its own; a column without it is not one.
        return default_normaliser(record, name) in ("text", "name", "unit_name", "postal_text", column.reads)
    return kind.__name__ in _NUMBERS.get(column.reads, (column.reads.replace("boolean", "bool"),))


def _alike_han(word: str, phrase: str) -> bool:
    return word == phrase or (len(word) > 1 and (word in phrase or phrase in word))


def _plain(name: str) -> str:
    return " ".join(re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.]+", " ", name).lower().split())


def _words(name: str) -> str:
    spaced = _plain(name)
    return re.sub(r"\b(on|at|fen|is)\b", "", spaced).strip() or spaced


def _references(guess: Guess, other: Guess) -> list[Reference]:
    keys = other.look.keys()
    if not keys:
        return []
    found = [column for column in guess.look.columns if column.name not in guess.key and _leads(column, keys[0], other)]
    types = tuple(
        [f"{link.type} (from here)" for link in RELATIONSHIPS if guess.kind in link.start and other.kind in link.end]
        + [f"{link.type} (to here)" for link in RELATIONSHIPS if other.kind in link.start and guess.kind in link.end]
    )
    return [Reference(column.name, other.look.name, other.kind, types) for column in found]


def _leads(column: Column, key: Column, other: Guess) -> bool:
    named = column.name == key.name
    if column.distinct < _FEW or _share(column, key.digests) < (_REFERS_BY_NAME if named else _REFERS):
        return False
    return column.reads == "text" or _is_called_like(column, key, other.look)


def _is_called_like(column: Column, key: Column, look: Look) -> bool:
    # Small numbers are among the keys of every other file; a name tells.
    return any(fuzz.partial_ratio(_words(column.name), word) >= _LIKE for word in (_words(key.name), look.name))


def _share(column: Column, known: frozenset[bytes]) -> float:
    return len(column.digests & known) / max(len(column.digests), 1)
