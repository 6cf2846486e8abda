"""Whether there is something new to tell: one small read a second serves everybody of a process who waits for it."""

import time

from graph_service.cypher.files import query
from graph_service.graph import Graph

POLL_SECONDS = 1.0


class NewestNotice:
    """The number of the newest notice, as it was read last."""

    def __init__(self) -> None:
        self._number = -1
        self._read_at = 0.0

    async def read(self, graph: Graph) -> int:
        """Return the number, at most a second old."""
        if self._number < 0 or time.monotonic() - self._read_at >= POLL_SECONDS:
            found = await graph.fetch(query("notices/newest").body, {}, "notices/newest")
            self._number, self._read_at = int(found[0]), time.monotonic()
        return self._number
