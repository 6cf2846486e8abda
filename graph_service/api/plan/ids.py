"""Ids and moments that stand in filters: each leads to what answers for it, and an id that leads to nothing is refused."""

import asyncio
from collections.abc import Iterable
from typing import Any

from graph_service.api.arguments.conditions import AskedId
from graph_service.api.arguments.since import AskedMoment
from graph_service.api.plan.any_case import kept_number
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.errors import no_such
from graph_service.graph import Graph

_FILE = "rights/answering"
_PLACE = "changes/place_of"


async def answering(ids: Iterable[AskedId | AskedMoment], params: dict[str, Any], graph: Graph) -> dict[str, Any]:
    """Return the uid of what answers for each of these ids, by its place, and of a moment its place in the journal.

    Refuses what is not there for the viewer.
    """
    asked = list(ids)
    found = await asyncio.gather(*(_one(each, params, graph) for each in asked))
    return {each.place: uid for each, uid in zip(asked, found, strict=True)}


async def _one(each: AskedId | AskedMoment, params: dict[str, Any], graph: Graph) -> Any:
    if isinstance(each, AskedMoment):
        return (await graph.fetch(query(_PLACE).body, {"at": each.at}, _PLACE))[0]
    text = filled_whole(query(_FILE).body, each.target.words(), _FILE)
    audiences = params["viewer_audiences"]
    found = await graph.fetch(text, {"viewer_audiences": audiences, "id": each.target.value}, _FILE)
    if found:
        return str(found[0])
    kept = None if each.target.field == "uid" else await kept_number(each.target, graph, audiences)
    if not kept:
        raise no_such(f"argument {each.argument}")
    return kept[1]
