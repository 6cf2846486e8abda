"""A client that goes away ends the work on its question, in the graph too."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.types import Receive

WATCHED_AFTER_SECONDS = 1.0  # most answers have left by then, and cost nothing more than a clock
_T = TypeVar("_T")


class ClientGone(Exception):
    """Nobody waits for the answer any more."""


async def until_gone(work: Callable[[], Awaitable[_T]], receive: Receive) -> _T:
    """Return what the work returns, or break it off and raise when the client goes away; the body must have been read."""
    here, watching = asyncio.current_task(), set[asyncio.Task[None]]()
    is_gone = False

    async def watch() -> None:
        nonlocal is_gone
        while (await receive())["type"] != "http.disconnect":
            pass
        is_gone = True
        if here:
            here.cancel()

    clock = asyncio.get_running_loop().call_later(
        WATCHED_AFTER_SECONDS, lambda: watching.add(asyncio.ensure_future(watch()))
    )
    try:
        return await work()
    except asyncio.CancelledError:
        if not is_gone or here is None:
            raise
        here.uncancel()
        raise ClientGone from None
    finally:
        clock.cancel()
        for each in watching:
            each.cancel()
