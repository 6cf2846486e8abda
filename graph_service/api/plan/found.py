"""The first of two queries, where finding is dear to plan: one text finds for every selection, a small one shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph_service.api.plan.root import Request, Root
from graph_service.cypher.files import query
from graph_service.cypher.lists.page import finding
from graph_service.cypher.rules import filled_whole
from graph_service.graph import Graph
from graph_service.rights.audiences import evened


@dataclass(frozen=True)
class Found:
    """What was found: where anchor, further lists and rows of the page stand, whether more follow, how many there are in all."""

    places: dict[str, Any]
    rows: list[Any]
    has_more: bool
    total: int

    @property
    def params(self) -> dict[str, Any]:
        """Return what the second query finds them again by."""
        return {**self.places, "rows": self.rows}

    def is_empty(self, extras: Iterable[str]) -> bool:
        """Return whether there is nothing to show, in the page and in these further lists."""
        return not self.rows and not any(self.places[name] for name in extras)


@cache
def finding_text(name: str, order: str) -> str:
    """Return the text that finds for every request of a file."""
    return filled_whole(finding(query(name), order), (), name)


async def find(root: Root, request: Request, params: Mapping[str, Any], graph: Graph) -> Found | None:
    """Return what the request is about, or nothing where it is not there for the viewer."""
    given = {name: value for name, value in params.items() if not name.startswith("viewer_")}
    stated = sent(root.file, {**params, "given": given})
    values = await graph.fetch(finding_text(root.file, request.order or ""), stated, root.file)
    if not values:
        return None
    places, rows, total = values
    return Found(places, rows[: request.first], len(rows) > request.first, total)


def sent(name: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters that a file states, in a form for which the server has a plan."""
    stated = {name: params[name] for name in query(name).params}
    return evened(stated)
