"""Input types: filters and orders of lists, made from the heads of the query files, and what mutations are given."""

from typing import Any

import strawberry

from graph_service.api.types.made import TYPES, enum_of, listed_of
from graph_service.api.types.scalars import Day, Fen, Moment
from graph_service.cypher.files import QueryFile
from graph_service.model import snake

PLAIN: dict[str, Any] = {
    "String": str, "ID": strawberry.ID, "Boolean": bool, "Int": int, "Float": float, "Date": Day, "DateTime": Moment, "Fen": Fen,
}  # fmt: skip


def filter_type(name: str, file: QueryFile, about: str) -> type:
    """Return the input type of a file's filters; every filter given must hold."""
    space: dict[str, Any] = {"__annotations__": {}, "__module__": __name__}
    for each in file.filters.values():
        python_name = snake(each.name)
        python_name = f"{python_name}_" if python_name in {"from", "is"} else python_name
        space["__annotations__"][python_name] = stated_type(each.type) | None
        space[python_name] = strawberry.field(default=strawberry.UNSET, description=each.about, name=each.name)
    return strawberry.input(type(name, (), space), name=name, description=about)


def order_type(name: str, file: QueryFile, about: str) -> Any:
    """Return the enum of a file's orders."""
    values = {each.name: strawberry.enum_value(each.name, description=each.about) for each in file.orders.values()}
    return enum_of(name, values, about)


def input_type(name: str, about: str, given: dict[str, tuple[Any, str]]) -> None:
    """Make an input type with these fields, each with its type and meaning; what may be nothing may be left out."""
    space: dict[str, Any] = {"__annotations__": {}, "__module__": __name__}
    for key, (kind, text) in given.items():
        space["__annotations__"][key] = kind
        may_lack = type(None) in getattr(kind, "__args__", ())
        space[key] = strawberry.field(description=text, **({"default": None} if may_lack else {}))  # type: ignore[call-overload]
    TYPES[name] = strawberry.input(type(name, (), space), name=name, description=about)


def stated_type(text: str) -> Any:
    """Return the API's type of a condition, as the head of a query file calls it."""
    bare = text.strip("[]!")
    named = PLAIN.get(bare) or TYPES[bare]
    return listed_of(named) if text.startswith("[") else named
