"""What the ids, names of relationships and terms of an argument point at."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graph_service.api.arguments.normal_form import normal
from graph_service.cypher.project.own import PREFIXES_OF_OWN
from graph_service.cypher.project.projection import label_of
from graph_service.cypher.stand_ins import Words
from graph_service.errors import BadInput
from graph_service.model import ABSTRACT, snake, value_type
from schema import KINDS, PREFIXES, RELATIONSHIP_TYPES, Family

IN_TEXT = "NAMES_IN_TEXT"  # what texts name, beside what the sources state
TIES = (*RELATIONSHIP_TYPES, IN_TEXT)


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

    What is wanted are kinds or families; without any, whatever has an id is right.
    """
    text = str(given)
    prefix, colon, number = text.partition(":")
    label = PREFIXES.get(prefix) if colon else label_of(text)
    if own := own_of(text):
        raise another_kind(own, next(iter(wanted), "Node"), f"argument {argument}")
    if label is None or not (number if colon else text.partition("_")[2]):
        raise wrong_id(f"argument {argument}")
    if wanted and not any(label in ABSTRACT.get(each, (each,)) for each in wanted):
        raise another_kind(label, wanted[0], f"argument {argument}")
    if not colon:
        return Sought(label, "uid", text)
    kind = KINDS[label]
    field = known_by_number(label)
    if field is None:
        mend = "use an id that an answer of this service contained, or search for the number"
        raise BadInput(f"{_a(label)} is sought by its id alone, not by a number", f"argument {argument}", mend)
    return Sought(label, field, normal(number) if kind.FAMILY is Family.ENTITY else number.strip())


def own_of(text: str) -> str | None:
    """Return what the id of something that the service itself keeps is of, such as `Link`, or nothing where it is none."""
    prefix, mark, rest = text.partition("_")
    return PREFIXES_OF_OWN.get(prefix) if mark and rest else None


def known_by_number(label: str) -> str | None:
    """Return the field by whose text things of a kind are sought, or nothing where none is indexed, as of a fact."""
    kind = KINDS[label]
    return next((name for name in (*kind.IDENTIFIERS, *kind.INDEXED) if value_type(kind, name) is str), None)


def another_kind(label: str, wanted: str, where: str) -> BadInput:
    """Return the refusal of an id that is one of this service, but of another kind than is asked for."""
    mend = f"give the id of {_a(wanted)}, or write `{_an_example(wanted)}` with its number"
    return BadInput(f"this is the id of {_a(label)}; that of {_a(wanted)} is needed", where, mend)


def _a(name: str) -> str:
    words = snake(name).replace("_", " ")
    return f"{'an' if words[0] in 'aeio' else 'a'} {words}"


def _an_example(wanted: str) -> str:
    return f"{KINDS[next(iter(ABSTRACT.get(wanted, (wanted,))))].PREFIX}:…"


def plain(value: Any) -> Any:
    """Return the value as a parameter: enums as their text."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


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
