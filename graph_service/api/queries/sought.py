"""What the ids, names of relationships and terms of an argument point at."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graph_service.api.plan.root import wrong_id
from graph_service.api.queries.lookup import normal
from graph_service.cypher.project.projection import label_of
from graph_service.cypher.stand_ins import Words
from graph_service.errors import BadInput
from graph_service.model import ABSTRACT, snake
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


def sought(given: Any, argument: str, family: str = "Node") -> Sought:
    """Return what an id, or a kind with a number such as `clue:XS-2025-00025`, points at; refuse anything else."""
    text = str(given)
    prefix, colon, number = text.partition(":")
    label = PREFIXES.get(prefix) if colon else label_of(text)
    if label is None or not (number if colon else text.partition("_")[2]):
        raise wrong_id(f"argument {argument}")
    if label not in ABSTRACT.get(family, (family,)):
        raise another_kind(label, family, f"argument {argument}")
    if not colon:
        return Sought(label, "uid", text)
    kind = KINDS[label]
    field = next(iter((*kind.IDENTIFIERS, *kind.INDEXED)), None)
    if field is None:
        raise wrong_id(f"argument {argument}")  # nothing of the kind is known by a number, such as a fact
    return Sought(label, field, normal(number) if kind.FAMILY is Family.ENTITY else number.strip())


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


def with_texts(types: list[str] | None) -> list[str] | None:
    """Return the types with what texts name beside what sources state, where namings are among them."""
    return [*types, IN_TEXT] if types and "NAMES" in types else types
