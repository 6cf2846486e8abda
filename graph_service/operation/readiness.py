"""Whether questions are answered now: the graph answers, what is slow to plan has been planned, and reads can be written down."""

import asyncio
import logging
from contextlib import AbstractAsyncContextManager

from graph_service.access_log.log import AccessLog
from graph_service.graph import Graph, ServerAddress
from graph_service.operation.background import beside
from graph_service.operation.kept_neo4j import start_under_way
from graph_service.operation.warming import answers, warm, warm_rest
from graph_service.rights.roles import read_roles
from graph_service.settings import Settings

_LOOK_SECONDS = 1.0
_log = logging.getLogger("leadlink.serve")


class Readiness:
    """Looks at the graph again and again, and warms it whenever it has come up."""

    def __init__(
        self, settings: Settings, target: ServerAddress, graph: Graph, access_log: AccessLog | None = None
    ) -> None:
        self._settings = settings
        self._target = target
        self._graph = graph
        self._access_log = access_log
        self._roles = read_roles(settings.roles_file)
        self._is_warm = False

    def kept(self) -> AbstractAsyncContextManager[None]:
        """Look in the background until the block ends."""
        return beside(self._run())

    async def lacking(self) -> dict[str, object]:
        """Return what is lacking for questions to be answered, empty if nothing is."""
        if lacking := await self._graph_lacks():
            return lacking
        reason = await self._access_log.lacking() if self._access_log else None
        return {"status": "the access log cannot be written", "reason": reason} if reason else {}

    async def _graph_lacks(self) -> dict[str, object]:
        if not await self._graph.ready():
            self._is_warm = False
            under_way = start_under_way(self._settings)
            return {"status": "the graph does not answer"} | ({"neo4j": under_way} if under_way else {})
        if not self._settings.warm_start:
            self._is_warm = self._is_warm or await answers(self._graph)
        return {} if self._is_warm else {"status": "questions are being planned"}

    async def _run(self) -> None:
        while True:
            try:
                if await self._graph_lacks() and self._settings.warm_start and await self._graph.ready():
                    given = (self._target, self._settings.neo4j_database, self._roles)
                    self._is_warm = await warm(*given)
                    if self._is_warm and await warm_rest(*given):
                        _log.warning("some questions could not be planned; they are when they are asked")
            except Exception as error:
                _log.warning("questions could not be planned: %s", type(error).__name__)
            await asyncio.sleep(_LOOK_SECONDS)
