"""Numbers in any case and width: where nothing has a number as it was written, what differs from it in these alone is meant."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from graphql import GraphQLSchema, get_named_type

from graph_service.api.arguments.normal_form import written_forms
from graph_service.api.arguments.sought import Sought, number_in, sought
from graph_service.api.plan.root import Root
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.errors import NotFound
from graph_service.graph import Graph
from graph_service.search.keys import BEGIN, END, spaced
from graph_service.search.normal import signs
from schema import KINDS
from schema.identifiers.fold import fold_width

_FILE = "rights/written"
Arguments = dict[str, Any]


async def in_any_case(
    ask: Callable[[Arguments], Awaitable[Any]], given: Arguments, keep: Callable[[Arguments], Awaitable[Arguments]]
) -> Any:
    """Return what is answered to these arguments; where that is nothing, to the same with their numbers as they are kept."""
    refused: NotFound | None = None
    try:
        found = await ask(given)
    except NotFound as error:
        found, refused = None, error
    if found is not None:
        return found
    kept = await keep(given)
    if kept != given:
        return await ask(kept)
    if refused:
        raise refused
    return None


async def kept_arguments(
    root: Root, schema: GraphQLSchema, given: Arguments, graph: Graph, audiences: list[int]
) -> Arguments:
    """Return the arguments of a root field, each number that is kept in another case or width as the graph has it."""

    async def by_id(text: str, name: str) -> str:
        found = await kept_number(sought(text, name), graph, audiences) if number_in(text) else None
        return found[1] if found else text

    async def by_number(text: str, field: str) -> str:
        found = await kept_number(Sought(root.type, field, text.strip()), graph, audiences)
        return found[0] if found else text

    kept = {**given}
    for name in _ids(root, schema):
        if isinstance(given.get(name), list):
            kept[name] = list(await asyncio.gather(*(by_id(each, name) for each in given[name])))
        elif given.get(name) is not None:
            kept[name] = await by_id(given[name], name)
    for name, field in root.numbers.items():
        if given.get(name) is not None:
            kept[name] = await by_number(given[name], field)
    return kept


async def kept_number(target: Sought, graph: Graph, audiences: list[int]) -> tuple[str, str] | None:
    """Return the number that is kept of what is sought, and the uid of what answers for it, or nothing.

    A number as it was written comes before one that differs in case or width, of several such the first.
    """
    compared = fold_width(target.value)
    tokens = spaced(signs(target.value))
    whole = f"{BEGIN} {tokens} {END}"
    is_sought = tokens and target.field in KINDS[target.label].SOUGHT
    sent = {
        "forms": written_forms(target.value),
        "whole": whole,
        "phrase": [f'key_signs:"{whole}"'] if is_sought else [],
    }
    words = (("LABEL_", target.label), ("KEY_", target.field))
    (found,) = await graph.fetch(
        filled_whole(query(_FILE).body, words, _FILE), {"viewer_audiences": audiences, **sent}, _FILE
    )
    alike = [(number, uid) for number, uid in found if fold_width(number) == compared]
    return min(alike, key=lambda each: (each[0] != target.value, *each), default=None)


def _ids(root: Root, schema: GraphQLSchema) -> list[str]:
    arguments = schema.type_map["Query"].fields[root.name].args  # type: ignore[attr-defined]
    return [name for name, each in arguments.items() if get_named_type(each.type).name == "ID"]
