"""How the API's types map onto the graph: scalars to properties, list fields to relationships."""

import re
import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache

from schema import KINDS, PREFIXES, RELATIONSHIPS, Family, RelationshipType
from schema.record import Record, RelationshipRecord

ABSTRACT: dict[str, tuple[str, ...]] = {
    "Node": tuple(KINDS),
    **{
        family.value: tuple(label for label, kind in KINDS.items() if kind.FAMILY is family)
        for family in (Family.MATTER, Family.ENTITY, Family.EVENT)
    },
}
EDGES: dict[str, RelationshipType] = {link.edge: link for link in RELATIONSHIPS}
PICTURED = "relationship_"  # what the id of a relationship in a picture begins with: a list has it as another type
STATEMENT, STATEMENTS = (
    "Statement",
    "statements",
)  # what ends the type of one row that states a mutual link, and all of these
OUTGOING = "outgoing"  # of a relationship that both its ends list: whether it was stated of the one whose list it is in
COMMON = ("caption", "provenance")  # what every node has beside its id and its kind's own fields
MATTER_FIELDS = ("number", "title", "text", "channel", "problem")


@dataclass(frozen=True)
class Walk:
    """A list field: the link it follows and in which direction; a mutual one in both."""

    link: RelationshipType
    forward: bool


@dataclass(frozen=True)
class Ends:
    """The variables of the nodes at which a relationship starts and ends."""

    start: str
    end: str


def label_in(uid: str) -> str:
    """Return the kind that a uid of ours speaks of; a text that is none is a KeyError."""
    return PREFIXES[uid.rpartition("_")[0]]


def camel(name: str) -> str:
    """Return the API's spelling of a property name."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def snake(name: str) -> str:
    """Return the graph's spelling of a field of the API."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def value_type(record: type[Record | RelationshipRecord], name: str) -> type:
    """Return the Python type of a field, without its being optional."""
    annotation = record.model_fields[name].annotation
    if isinstance(annotation, types.UnionType):
        annotation = next(part for part in typing.get_args(annotation) if part is not types.NoneType)
    return typing.cast(type, annotation)


def is_temporal(record: type[Record | RelationshipRecord], name: str) -> bool:
    """Return whether the field is a day or a time, which travels as text."""
    return value_type(record, name) in {date, datetime}


def is_term(kind: type) -> bool:
    """Return whether the type is a closed vocabulary."""
    return issubclass(kind, Enum)


@cache
def properties_of(type_name: str) -> dict[str, tuple[str, bool]]:
    """Return the scalar fields of a kind, family or edge type: API name to property and whether it is temporal."""
    if type_name in EDGES:
        ties = EDGES[type_name].ties
        return {camel(name): (name, is_temporal(ties, name)) for name in ties.model_fields}
    if type_name == "Matter":
        return {name: (name, False) for name in MATTER_FIELDS}
    if type_name in ABSTRACT:
        return {}
    kind = KINDS[type_name]
    return {camel(name): (name, is_temporal(kind, name)) for name in kind.model_fields}


def scalar_of(type_name: str, name: str, var: str) -> str:
    """Return the expression of a scalar field of a node or relationship, days and times as text."""
    if name == "id":
        return f"{var}.uid"
    stored, temporal = properties_of(type_name)[name]
    return f"toString({var}.{stored})" if temporal else f"{var}.{stored}"


def carried(link: RelationshipType, name: str, edge: str, near: str) -> str:
    """Return the expression of what a relationship carries, as it is to be told of the node whose list it stands in."""
    plain = f"{edge}.{name}"
    if not (link.turns and name in link.ties.FROM_THE_END):
        return plain
    turned = " ".join(f"WHEN '{value}' THEN '{other}'" for value, other in link.ties.FROM_THE_END[name].items())
    return f"CASE WHEN startNode({edge}) = {near} THEN {plain} ELSE CASE {plain} {turned} ELSE {plain} END END"


def own_id(edge: str, near: str) -> str:
    """Return the expression of the id of a relationship that both ends list: it tells another thing of each, so it has two ids."""
    return f"{edge}.uid + CASE WHEN startNode({edge}) = {near} THEN '' ELSE '_turned' END"


@cache
def walks_of(type_name: str) -> dict[str, Walk]:
    """Return the list fields of a kind or family: API name to link and direction."""
    labels = ABSTRACT.get(type_name, (type_name,))
    walks: dict[str, Walk] = {}
    for link in RELATIONSHIPS:
        if set(labels) <= set(link.start):
            walks[camel(link.forward)] = Walk(link, True)
        if set(labels) <= set(link.end) and not link.mutual:
            walks[camel(link.backward)] = Walk(link, False)
    return walks


def end_type(labels: tuple[str, ...]) -> str:
    """Return the API type that covers the labels: a kind, or the smallest family."""
    if len(labels) == 1:
        return labels[0]
    fitting = [name for name, members in ABSTRACT.items() if set(labels) <= set(members)]
    return min(fitting, key=lambda name: len(ABSTRACT[name]))
