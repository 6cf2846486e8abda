"""Links and search keys kept up by the service: what loads, judgements and readings have changed is seen to within seconds.

Every worker looks; a lease in the graph lets one of them run, and the others' children end at once. Links are not begun here:
a graph over which they were never proposed (`leadlink link`) is left alone, and texts are read again only where they were
read before.
"""

import asyncio
import logging
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass

from graph_service.cypher.files import query
from graph_service.graph import Graph, ServerAddress
from graph_service.operation.background import beside
from graph_service.operation.children import run_command
from graph_service.search.keeping import EDITION
from graph_service.settings import Settings

_log = logging.getLogger("leadlink.links")


@dataclass
class Keeper:
    """Looks again and again whether something is due, and has a command of leadlink see to it."""

    settings: Settings
    target: ServerAddress
    graph: Graph

    def running(self) -> AbstractAsyncContextManager[None]:
        """Run in the background until the block ends; do nothing where it is set to 0 seconds."""
        return beside(self._run()) if self.seconds else nullcontext()

    @property
    def seconds(self) -> float:
        """Return how long it waits between two looks."""
        raise NotImplementedError

    async def look(self) -> None:
        """See to what is due."""
        raise NotImplementedError

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self.seconds)
            try:
                await self.look()
            except Exception as error:
                # The service answers whatever happens here; the next look may go better.
                _log.warning("%s failed: %s", type(self).__name__, error)


class LinkKeeper(Keeper):
    """Has links proposed over what was stirred."""

    @property
    def seconds(self) -> float:
        """Return the setting."""
        return self.settings.link_seconds

    async def look(self) -> None:
        """Propose where something was stirred."""
        due, _ = await self.graph.fetch(query("links/due").body, {}, "links/due")
        told = await run_command(["link", "--due"], self.settings, self.target) if due else ""
        if told:
            _log.warning("links could not be proposed: %s", told)


class KeyKeeper(Keeper):
    """Has nodes given their search keys that were made or rewritten outside a load, or have keys of an earlier edition."""

    @property
    def seconds(self) -> float:
        """Return the setting: how soon after a change a node is found by what it shows now."""
        return self.settings.keys_seconds

    async def look(self) -> None:
        """Give keys where some are due."""
        waiting, edition = await self.graph.fetch(query("search/due").body, {}, "search/due")
        is_due = waiting or edition != EDITION
        told = await run_command(["keys"], self.settings, self.target) if is_due else ""
        if told:
            _log.warning("search keys could not be given: %s", told)
