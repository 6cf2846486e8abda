"""The types of the API by name while they are made, and what makes them."""

import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, cast

import strawberry

from graph_service.api.arguments.lists import MOST_NESTED
from graph_service.api.types.scalars import Day, Fen, Moment
from graph_service.model import is_term, value_type
from schema.record import Record, RelationshipRecord
from schema.term import Term

TYPES: dict[str, Any] = {}


def listed(name: str) -> Any:
    """Return the type of a list of the named type."""
    return listed_of(TYPES[name])


def listed_of(kind: Any) -> Any:
    """Return the type of a list of the given type."""
    return list[kind]


def enum_of(name: str, values: dict[str, Any], about: str) -> Any:
    """Return an enum of the API made of the values."""
    made: Any = Enum(name, values)  # type: ignore[misc]
    return strawberry.enum(made, name=name, description=about)


def term_type(term: type[Term]) -> Any:
    """Return the API's enum of a closed vocabulary, its Chinese labels as descriptions."""
    if term.__name__ not in TYPES:
        values = {each.name: strawberry.enum_value(each.value, description=each.label) for each in term}
        TYPES[term.__name__] = enum_of(term.__name__, values, (term.__doc__ or "").strip())
    return TYPES[term.__name__]


def api_type(record: type[Record | RelationshipRecord], name: str) -> Any:
    """Return the API's type of a field of a record."""
    kind = value_type(record, name)
    if is_term(kind):
        return term_type(cast(type[Term], kind))
    if name.endswith("_fen"):
        return Fen
    as_text: dict[type, Any] = {date: Day, datetime: Moment}
    return as_text.get(kind, kind)


def nested(field_type: Any) -> Callable[..., Any]:
    """Return a stand-in: values are read by response key, see `schema.py`."""

    def resolve(
        self: Any,
        first: Annotated[int, strawberry.argument(description=f"At most this many, 0 to {MOST_NESTED}")] = 20,
    ) -> Any:
        raise NotImplementedError

    resolve.__annotations__["return"] = field_type
    return resolve


def declare(cls: type, name: str, field_type: Any, about: str) -> None:
    """Add a field to a type that is not finished yet."""
    cls.__annotations__[name] = field_type
    setattr(cls, name, strawberry.field(description=about))


def empty(name: str, bases: tuple[type, ...] = ()) -> type:
    """Return a type that is finished later."""
    return types.new_class(name, bases, {}, lambda space: space.update({"__annotations__": {}, "__module__": __name__}))
