"""Paths and what surrounds a node: the arguments that both take, and how these become requests."""

from collections.abc import Mapping
from typing import Any

import strawberry

from graph_service.api.arguments.sought import IN_TEXT, plain, read_types, sought, with_texts
from graph_service.api.plan.root import Request, bounded
from graph_service.api.queries.given import Given, field, paged
from graph_service.api.types.made import TYPES, listed, listed_of
from graph_service.api.types.scalars import Day
from graph_service.cypher.macros import FAMILIES
from graph_service.errors import BadInput, TooMuch
from graph_service.paths.bounds import MOST_HOPS, MOST_NOT_THROUGH, MOST_PAGED, MOST_SHOWN, MOST_THROUGH
from graph_service.paths.question import Question, Sought
from schema import KINDS

_USUAL_HOPS, _USUAL_PATHS = 4, 5
_LED_OVER = tuple(FAMILIES["CONNECTIONS_"].split("|"))
_EXPANDED = 500


def path_fields(kinds: Any) -> dict[str, Any]:
    """Return the root fields for paths and for what surrounds a node; `kinds` is the enum of kinds."""
    ident = strawberry.ID
    order = "shortest first, then what leads over the least tied, then by kind and name of what lies between"
    between = _between(kinds)
    return {
        "expand": field(TYPES["Neighbourhood"], "What is around a node: counts per relationship type, then a page of it 展开", {
            "id": Given(ident, "Id of the node in the middle, or kind and number such as `vehicle:赣K12345`"),
            "types": Given(list[str] | None, "Only these types of relationship", strawberry.UNSET), **paged(50, _EXPANDED),
            "not_types": Given(list[str] | None, "None of these types of relationship", strawberry.UNSET),
            "kinds": Given(listed_of(kinds) | None, "Only nodes of these kinds", strawberry.UNSET),
            "not_kinds": Given(listed_of(kinds) | None, "No nodes of these kinds", strawberry.UNSET), **_times()}),
        "paths": field(listed("Path"), f"The first paths between two nodes 路径, each sequence of nodes once: {order}", {
            **_ends(), "first": Given(int | None, f"At most this many paths, 0 to {MOST_SHOWN}", _USUAL_PATHS), **between}),
        "paths_connection": field(
            TYPES["PathConnection"], f"The same paths page by page, with how many there are and what was left out 路径分页: {order}", {
            **_ends(), **paged(_USUAL_PATHS, MOST_PAGED), **between}),
    }  # fmt: skip


def _ends() -> dict[str, Given]:
    return {
        "from_": Given(strawberry.ID, "Id of the node to start from, or kind and number"),
        "to": Given(strawberry.ID, "Id of the node to reach, or kind and number"),
        "max_hops": Given(int | None, f"At most this many edges, 1 to {MOST_HOPS}", _USUAL_HOPS),
    }


def _between(kinds: Any) -> dict[str, Given]:
    ids = list[strawberry.ID] | None
    return {
        "types": Given(list[str] | None, f"Only over these types of relationship; NAMES holds {IN_TEXT}", strawberry.UNSET),
        "not_types": Given(list[str] | None, f"Over none of these types of relationship; NAMES holds {IN_TEXT}", strawberry.UNSET),
        "through_kinds": Given(listed_of(kinds) | None, "Only over nodes of these kinds", strawberry.UNSET),
        "not_through_kinds": Given(listed_of(kinds) | None, "Over no nodes of these kinds, such as UNIT", strawberry.UNSET),
        "through": Given(ids, f"Over all of these nodes, at most {MOST_THROUGH}, whatever their kind", strawberry.UNSET),
        "not_through": Given(ids, f"Over none of these nodes, at most {MOST_NOT_THROUGH}", strawberry.UNSET),
        **_times(),
    }  # fmt: skip


def _times() -> dict[str, Given]:
    own = "a tie holds in its own term, one without a term on the day of its matter or event"
    return {
        "since": Given(Day | None, f"Only ties that held on this day or later: {own}", strawberry.UNSET),
        "until": Given(
            Day | None, "Only ties that held on this day or earlier, reckoned in the same way", strawberry.UNSET
        ),
        "with_undated": Given(
            bool | None, "With since or until: whether ties count that have neither a term nor a day", True
        ),
    }


def read_expand(given: Mapping[str, Any]) -> Request:
    """Return the request for what surrounds a node."""
    target = sought(given["id"], "id")
    conditions = _conditions(given, read_types(given.get("types")), read_types(given.get("notTypes"), "notTypes"))
    conditions["closed"] = _closed(given, "kinds", "notKinds")
    first = bounded("first", 50 if given.get("first") is None else given["first"], _EXPANDED)
    return Request(
        {"id": target.value, "conditions": conditions}, words=target.words(), first=first, after=given.get("after")
    )


def read_paths(given: Mapping[str, Any]) -> Request:
    """Return the request for the first paths between two nodes."""
    return _read_paths(given, MOST_SHOWN)


def read_path_page(given: Mapping[str, Any]) -> Request:
    """Return the request for a page of them."""
    return _read_paths(given, MOST_PAGED)


def _read_paths(given: Mapping[str, Any], most: int) -> Request:
    hops = bounded("maxHops", _USUAL_HOPS if given.get("maxHops") is None else given["maxHops"], MOST_HOPS, least=1)
    first = bounded("first", _USUAL_PATHS if given.get("first") is None else given["first"], most)
    types = with_texts(read_types(given.get("types"), "types", _LED_OVER))
    conditions = _conditions(given, types, with_texts(read_types(given.get("notTypes"), "notTypes", _LED_OVER)))
    conditions["closed"] = _closed(given, "throughKinds", "notThroughKinds")
    through = _named(given, "through", MOST_THROUGH)
    not_through = _named(given, "notThrough", MOST_NOT_THROUGH)
    question = Question(
        _sought(given["from"], "from"), _sought(given["to"], "to"), hops, conditions, through, not_through
    )
    return Request(first=first, after=given.get("after"), wanted=question)


def _named(given: Mapping[str, Any], argument: str, most: int) -> tuple[Sought, ...]:
    ids = given.get(argument) or ()
    if len(ids) > most:
        raise TooMuch(f"{len(ids)} ids", f"argument {argument}", f"give at most {most}")
    return tuple(_sought(each, argument) for each in ids)


def _sought(given: Any, argument: str) -> Sought:
    target = sought(given, argument)
    return Sought(target.label, target.field, target.value)


def _conditions(given: Mapping[str, Any], types: list[str] | None, not_types: list[str] | None) -> dict[str, Any]:
    since, until = given.get("since"), given.get("until")
    if since and until and since > until:
        raise BadInput("since is after until", "argument since", "give the earlier day as since")
    undated = given.get("withUndated")
    return {
        "types": types, "not_types": not_types or [], "timed": bool(since or until), "since": since, "until": until,
        "undated": undated is None or undated,
    }  # fmt: skip


def _closed(given: Mapping[str, Any], only: str, none: str) -> list[str]:
    """Return the labels of the kinds that are not let through."""
    kept, shut = plain(given.get(only)), plain(given.get(none)) or []
    return [label for label in KINDS if label in shut or (kept is not None and label not in kept)]
