"""Whether the client is still there: work for one that has gone away ends, in the database too."""

import asyncio

from starlette.types import Message, Receive

_AFTER_SECONDS = 0.2  # most answers are out by then, and are watched for nothing


class Watch:
    """Looks, once an answer takes long, whether the client goes away, and then cancels the task that works for it."""

    def __init__(self, receive: Receive) -> None:
        self.is_gone = False
        self._receive = receive
        self._task = asyncio.current_task()
        self._looking: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None

    async def receive(self) -> Message:
        """Return the next part of the request; after the last one the client is watched."""
        message = await self._receive()
        if message["type"] == "http.request" and not message.get("more_body") and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_AFTER_SECONDS, self._look)
        return message

    def end(self) -> None:
        """Watch no longer."""
        if self._timer:
            self._timer.cancel()
        if self._looking:
            self._looking.cancel()

    def _look(self) -> None:
        self._looking = asyncio.ensure_future(self._until_gone())

    async def _until_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self.is_gone = True
        if self._task:
            self._task.cancel()
