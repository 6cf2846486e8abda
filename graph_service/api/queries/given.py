"""The arguments of root fields, and a root field that takes them; its value is read by `execute.py`."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry


@dataclass(frozen=True)
class Given:
    """One argument of a root field: type, default, meaning."""

    type: Any
    about: str
    default: Any = inspect.Parameter.empty


def field(returns: Any, about: str, given: Mapping[str, Given]) -> Any:
    """Return a root field with these arguments."""

    def resolve(**_: Any) -> Any:
        raise NotImplementedError("values come from execute.py")

    kinds = inspect.Parameter.KEYWORD_ONLY
    described: dict[str, Any] = {}
    parameters = []
    for name, each in given.items():
        api_name = None if not name.endswith("_") else name.rstrip("_")
        argument = strawberry.argument(description=each.about, name=api_name)
        described[name] = Annotated[each.type, argument]
        parameters.append(inspect.Parameter(name, kinds, default=each.default, annotation=described[name]))
    resolve.__signature__ = inspect.Signature(parameters, return_annotation=returns)  # type: ignore[attr-defined]
    resolve.__annotations__ = {**described, "return": returns}
    return strawberry.field(resolver=resolve, description=about)


def paged(usual: int, most: int) -> dict[str, Given]:
    """Return the arguments of every page: how many rows, and after which."""
    return {
        "first": Given(int | None, f"At most this many rows, 0 to {most}", usual),
        "after": Given(str | None, "Cursor after which to go on", strawberry.UNSET),
    }
