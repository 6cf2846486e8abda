"""The graph as one viewer sees it: every text that is read through it is rewritten for what the viewer sees."""

from collections.abc import Mapping
from typing import Any

from graph_service.cypher.seen.masks import untagged
from graph_service.cypher.seen.view import View
from graph_service.graph import Graph


class SeenGraph(Graph):
    """Reads for one view; the connection stays that of the service, which closes it."""

    def __init__(self, graph: Graph, view: View) -> None:
        self.whole, self.view = graph, view
        self.sight = view.sight
        self.timeout_seconds = graph.timeout_seconds
        self._params = view.params

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return the values of the one record of the query, as the viewer sees them; refuse what finds by a hidden field."""
        found = await self.whole.fetch(self.view.text(query), {**params, **self._params}, name)
        return [untagged(value) for value in found] if self.sight.masks else found

    async def close(self) -> None:
        """Leave the connection open: it is not this view's own."""


def seen(graph: Graph, view: View) -> Graph:
    """Return the graph for this view: itself where nothing is hidden, opened or shut."""
    whole = graph.whole if isinstance(graph, SeenGraph) else graph
    return whole if view.is_plain else SeenGraph(whole, view)
