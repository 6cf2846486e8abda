"""What the ids, names of relationships and terms of an argument point at."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from graph_service.api.arguments.normal_form import normal
from graph_service.cypher.project.own import PREFIXES_OF_OWN
from graph_service.cypher.project.projection import label_of
from graph_service.cypher.stand_ins import Words
from graph_service.errors import BadInput
from graph_service.model import ABSTRACT, snake, value_type
from schema import KINDS, PREFIXES, RELATIONSHIP_TYPES, Family
from schema.identifiers.fold import fold_width

IN_TEXT = "NAMES_IN_TEXT"  # what texts name, beside what the sources state
TIES = (*RELATIONSHIP_TYPES, IN_TEXT)
_RECORD = "Record"  # what is asked for where any kind will do
_COLON = re.compile("[:：]")


@dataclass(frozen=True)
class Sought:
    """What an id points at: the label to look in, the property to match and its value."""

    label: str
    field: str
    value: str

    def words(self) -> Words:
        """Return what takes the places of the file's kind and key."""
        return ("LABEL_", self.label), ("KEY_", self.field)


def sought(given: Any, argument: str, *wanted: str) -> Sought:
    """Return what an id, or a kind with a number such as `clue:XS-2025-00025`, points at; refuse anything else.

    What is wanted are kinds or families; without any, every kind of record is right.
    """
    text, where = str(given), f"argument {argument}"
    label, number = _kind_of(text), number_in(text)
    if label is None or number == "":
        raise wrong_id(where)
    if label not in KINDS or (wanted and not any(label in ABSTRACT.get(each, (each,)) for each in wanted)):
        raise another_kind(label, next(iter(wanted), _RECORD), where)
    if number is None:
        return Sought(label, "uid", text)
    kind = KINDS[label]
    field = known_by_number(label)
    if field is None:
        mend = "use an id that an answer of this service contained, or search for the number"
        raise BadInput(f"{_a(label)} is sought by its id alone, not by a number", where, mend)
    return Sought(label, field, normal(number, field) if kind.FAMILY is Family.ENTITY else number)


def uid_of(given: Any, argument: str, *wanted: str) -> Sought:
    """Return what an id points at; refuse a kind with a number, which several records may have."""
    target = sought(given, argument, *wanted)
    if target.field != "uid":
        mend = "use an id that an answer of this service contained"
        raise BadInput(
            "several records may have this number; here the id of one is needed", f"argument {argument}", mend
        )
    return target


def uid_if(given: Any, argument: str, *wanted: str) -> str | None:
    """Return the uid that an id points at where one is given."""
    return None if given is None else uid_of(given, argument, *wanted).value


def own_id(given: Any, argument: str, wanted: str) -> str:
    """Return the id of something that the service itself keeps, such as a `Link`; refuse that of anything else."""
    text, where = str(given), f"argument {argument}"
    kind = _kind_of(text)
    if kind is None:
        raise wrong_id(where)
    if kind != wanted:
        raise another_kind(kind, wanted, where)
    return text


def number_in(text: str) -> str | None:
    """Return the number of a kind with a number, empty where it is lacking, or nothing where the text is an id or no such thing."""
    prefix, *number = _COLON.split(text, maxsplit=1)
    return number[0].strip() if number and _prefix(prefix) in PREFIXES else None


def _kind_of(text: str) -> str | None:
    """Return of what kind an id or a kind with a number is, one that the service itself keeps included."""
    if number_in(text) is not None:
        return PREFIXES[_prefix(_COLON.split(text)[0])]
    prefix, _, rest = text.partition("_")
    return (PREFIXES_OF_OWN.get(prefix) or label_of(text)) if rest else None


def _prefix(text: str) -> str:
    return fold_width(text)


def known_by_number(label: str) -> str | None:
    """Return the field by whose text things of a kind are sought, or nothing where none is indexed, as of a fact."""
    kind = KINDS[label]
    return next((name for name in (*kind.IDENTIFIERS, *kind.INDEXED) if value_type(kind, name) is str), None)


def another_kind(label: str, wanted: str, where: str) -> BadInput:
    """Return the refusal of an id that is one of this service, but of another kind than is asked for."""
    mend = f"give the id of {_a(wanted)}{_or_a_number(wanted)}"
    return BadInput(f"this is the id of {_a(label)}; that of {_a(wanted)} is needed", where, mend)


def _a(name: str) -> str:
    words = snake(name).replace("_", " ")
    return f"{'an' if words[0] in 'aeio' else 'a'} {words}"


def _or_a_number(wanted: str) -> str:
    labels = ABSTRACT.get(wanted, (wanted,) if wanted in KINDS else ())
    known = next((label for label in labels if known_by_number(label)), None)
    return f", or write `{KINDS[known].PREFIX}:…` with its number" if known else ""


def plain(value: Any) -> Any:
    """Return the value as a parameter: enums as their text."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def day(given: Any) -> Any:
    """Return a day that is given as a value or as its text; nothing where none is given."""
    return date.fromisoformat(given) if isinstance(given, str) else given


def read_types(given: list[str] | None, argument: str = "types", known: Iterable[str] = TIES) -> list[str] | None:
    """Return the types of relationships that were asked for, or nothing where none were named; refuse what is none."""
    wrong = sorted(set(given or ()).difference(known))
    if wrong:
        what = (
            f"no relationship is called {wrong[0]}" if wrong[0] not in TIES else f"nothing leads over {wrong[0]} here"
        )
        raise BadInput(what, f"argument {argument}", f"use one of {', '.join(known)}")
    return given


def wrong_id(what: str) -> BadInput:
    """Return the refusal for an id that no node of any kind can have."""
    return BadInput("this is not an id of this service", what, "use an id that an answer of this service contained")


def with_texts(types: list[str] | None) -> list[str] | None:
    """Return the types with what texts name beside what sources state, where namings are among them."""
    return [*types, IN_TEXT] if types and "NAMES" in types else types
