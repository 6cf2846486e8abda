"""Links kept up by the service: what loads, judgements and readings have stirred is proposed within seconds of it.

Every worker looks; a lease in the graph lets one of them run, and the others' children end at once. Nothing is begun here: a
graph over which links were never proposed (`leadlink link`) is left alone, and texts are read again only where they
were read before.
"""

import asyncio
import logging
from contextlib import AbstractAsyncContextManager, nullcontext

from graph_service.cypher.files import query
from graph_service.graph import Graph, ServerAddress
from graph_service.operation.background import beside
from graph_service.operation.children import run_command
from graph_service.settings import Settings

_log = logging.getLogger("leadlink.links")


class LinkKeeper:
    """Looks again and again whether something was stirred, and has links proposed over it."""

    def __init__(self, settings: Settings, target: ServerAddress, graph: Graph) -> None:
        self._settings = settings
        self._target = target
        self._graph = graph

    def running(self) -> AbstractAsyncContextManager[None]:
        """Run in the background until the block ends; do nothing where it is set to 0 seconds."""
        return beside(self._run()) if self._settings.link_seconds else nullcontext()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._settings.link_seconds)
            try:
                await self._look()
            except Exception as error:
                # The service answers whatever happens here; the next look may go better.
                _log.warning("links could not be kept up: %s", error)

    async def _look(self) -> None:
        due, _ = await self._graph.fetch(query("links/due").body, {}, "links/due")
        told = await run_command(["link", "--due"], self._settings, self._target) if due else ""
        if told:
            _log.warning("links could not be proposed: %s", told)
