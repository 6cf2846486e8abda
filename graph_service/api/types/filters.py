"""The API's input types of filters, made from the declarations in `schema/` and the heads of the query files of the kinds."""

from typing import Any

import strawberry

from graph_service.api.arguments.conditions import MOST_VALUES, MOST_WALKS, stated_filters
from graph_service.api.arguments.filterable import (
    CAPTION,
    MEASURES,
    SINCE,
    fields_of,
    member_field,
    operators_of,
    walk_in_words,
)
from graph_service.api.types.inputs import PLAIN, stated_type
from graph_service.api.types.made import TYPES, empty, listed_of
from graph_service.model import ABSTRACT, EDGES, end_type, snake, walks_of
from schema import KINDS, RelationshipType

_ABOUT = {
    "eq": "The value is this one", "ne": "The value is another one, or there is none", "in": f"The value is one of these, at most {MOST_VALUES}",
    "lt": "The value is less, or earlier", "lte": "The value is this one, less or earlier", "gt": "The value is greater, or later",
    "gte": "The value is this one, greater or later", "contains": "The text has this in it, whatever its case",
    "startsWith": "The text begins with this, whatever its case", "endsWith": "The text ends with this, whatever its case",
    "isNull": "There is no value, or there is one",
}  # fmt: skip
_PYTHON = {"in", "and", "or", "not", "from", "is"}


def build() -> None:
    """Make the input types of the filters of every kind, family and relationship; the types of nodes must be there."""
    declared = fields_by_type()
    _conditions({each.type for fields in declared.values() for each in fields.values()})
    for name in declared:
        TYPES.setdefault(f"{name}Filter", empty(f"{name}Filter"))
    for name in (name for name in (*KINDS, *ABSTRACT) if name in KINDS or walks_of(name)):
        TYPES[f"{name}Where"] = empty(f"{name}Where")
    for link in EDGES.values():
        TYPES[f"{link.edge}ListCondition"] = empty(f"{link.edge}ListCondition")
        _finish(
            f"{link.edge}ListCondition", f"What has to hold of relationships of the type {link.edge}", _of_list(link)
        )
        _finish(f"{link.edge}Filter", f"Conditions on a {link.edge}; all that are given must hold", _of_edge(link))
    for label in KINDS:
        _finish(f"{label}Where", f"Conditions on fields of {label} and on what it is linked with", _where(label))
        _finish(f"{label}Filter", f"Conditions on {_words(label)}; all that are given must hold", _of_kind(label))
    for family in ABSTRACT:
        if f"{family}Where" in TYPES:
            _finish(f"{family}Where", f"Conditions on fields of {family} and on what it is linked with", _where(family))
        _finish(
            f"{family}Filter",
            f"Conditions on {_words(family)} of any kind; all that are given must hold",
            _of_family(family),
        )


def fields_by_type() -> dict[str, dict[str, Any]]:
    """Return the fields that may be filtered by, of every kind, family and type of relationship."""
    return {name: fields_of(name) for name in (*KINDS, *ABSTRACT, *EDGES)}


def _words(type_name: str) -> str:
    return f"the kind {type_name}" if type_name in KINDS else f"the family {type_name}"


def _add(cls: type, name: str, kind: Any, about: str) -> None:
    python_name = f"{name}_" if name in _PYTHON else snake(name)
    cls.__annotations__[python_name] = kind | None
    setattr(cls, python_name, strawberry.field(default=strawberry.UNSET, description=about, name=name))


def _finish(name: str, about: str, fields: dict[str, tuple[Any, str]]) -> None:
    for each, (kind, told) in fields.items():
        _add(TYPES[name], each, kind, told)
    strawberry.input(TYPES[name], name=name, description=about)


def _conditions(names: set[str]) -> None:
    for name in sorted(names | {"Count"}):
        kind: Any = {"Text": str, "Count": int}.get(name) or PLAIN.get(name) or TYPES[name]
        types = {"in": listed_of(kind), "isNull": bool}
        TYPES[f"{name}Condition"] = empty(f"{name}Condition")
        what = {"Text": "text", "Count": "number of relationships", "Boolean": "truth"}.get(name) or MEASURES.get(
            name, name
        )
        fields = {each: (types.get(each, kind), _ABOUT[each]) for each in operators_of(name)}
        _finish(f"{name}Condition", f"What has to hold of a value: {what}; all that are given must hold", fields)


def _joined(name: str) -> dict[str, tuple[Any, str]]:
    one: Any = TYPES[name]
    return {
        "and": (listed_of(one), "All of these hold"),
        "or": (listed_of(one), "At least one of these holds"),
        "not": (one, "This does not hold"),
    }


def _fields(type_name: str) -> dict[str, tuple[Any, str]]:
    return {name: (TYPES[each.condition], each.about) for name, each in fields_of(type_name).items()}


def _where(type_name: str) -> dict[str, tuple[Any, str]]:
    return _fields(type_name) | {
        name: (TYPES[f"{walk.link.edge}ListCondition"], walk_in_words(walk))
        for name, walk in walks_of(type_name).items()
    }


def _ids(name: str) -> dict[str, tuple[Any, str]]:
    return {
        SINCE: (
            str,
            f"New or changed since this `asOf` of `changes`, this day or this moment, in {name} 某时以来有变更",
        ),
        "ids": (listed_of(strawberry.ID), f"One of those with these ids, at most {MOST_VALUES}, in {name} 指定标识"),
    }


def _of_kind(label: str) -> dict[str, tuple[Any, str]]:
    name = f"{label}Filter"
    stated = {each.name: (stated_type(each.type), each.about) for each in stated_filters(label).values()}
    where = (
        TYPES[f"{label}Where"],
        f"Conditions on fields and links, at most {MOST_WALKS} links one inside the other 字段与关联条件",
    )
    return stated | {"where": where} | _ids(name) | _joined(name)


def _of_family(family: str) -> dict[str, tuple[Any, str]]:
    name = f"{family}Filter"
    stated = {each.name: (stated_type(each.type), each.about) for each in stated_filters(family).values()}
    fields = {CAPTION: _fields(family)[CAPTION]}
    if f"{family}Where" in TYPES:
        fields["where"] = (
            TYPES[f"{family}Where"],
            "Conditions on fields and links that all of them have 字段与关联条件",
        )
    members = {
        member_field(label): (TYPES[f"{label}Filter"], f"Of the kind {label}, and this holds of it")
        for label in ABSTRACT[family]
    }
    kinds = {"kinds": (listed_of(TYPES["Kind"]), "Of one of these kinds 限定种类")}
    return stated | fields | _ids(name) | kinds | members | _joined(name)


def _of_edge(link: RelationshipType) -> dict[str, tuple[Any, str]]:
    ends = {
        name: (TYPES[f"{end_type(labels)}Filter"], f"What holds of the {name}")
        for name, labels in ((link.start_name, link.start), (link.end_name, link.end))
    }
    return _fields(link.edge) | ends | _joined(f"{link.edge}Filter")


def _of_list(link: RelationshipType) -> dict[str, tuple[Any, str]]:
    one = TYPES[f"{link.edge}Filter"]
    return {
        "some": (one, "There is one of which this holds; {} where there is any"),
        "none": (one, "There is none of which this holds; {} where there is none at all"),
        "count": (TYPES["CountCondition"], "How many there are, each statement of a source by itself 关系条数"),
        "things": (
            TYPES["CountCondition"],
            "At how many different things they end, however often each is stated 关联对象数",
        ),
        "of": (one, "Which are counted; without it all"),
    }
