"""The graph as one viewer sees it: every text that is read through it is rewritten for what the viewer sees of fields."""

from collections.abc import Mapping
from typing import Any

from graph_service.cypher.seen.masks import untagged
from graph_service.cypher.seen.sight import Sight
from graph_service.cypher.seen.text import as_seen, closed_to
from graph_service.graph import Graph


class SeenGraph(Graph):
    """Reads for one sight; the connection stays that of the service, which closes it."""

    def __init__(self, graph: Graph, sight: Sight) -> None:
        self.whole, self.sight = graph, sight
        self.timeout_seconds = graph.timeout_seconds
        self._closed = closed_to(sight)

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return the values of the one record of the query, as the viewer sees them; refuse what finds by a hidden field."""
        text = as_seen(query, self.sight)
        found = await self.whole.fetch(text, {**params, "viewer_closed": self._closed}, name)
        return [untagged(value) for value in found] if self.sight.masks else found

    async def close(self) -> None:
        """Leave the connection open: it is not this view's own."""


def seen(graph: Graph, sight: Sight) -> Graph:
    """Return the graph for this sight: itself where nothing is hidden."""
    whole = graph.whole if isinstance(graph, SeenGraph) else graph
    return SeenGraph(whole, sight) if sight.hides else whole
