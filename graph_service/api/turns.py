"""Turns of viewers: who asks much at once waits for his own questions, and not the others."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from graph_service.errors import TooMuch

MOST_WAITING = 200  # operations of one viewer


@dataclass
class _Asking:
    """One viewer's operations: how many run, how many rows they may answer together, and which wait."""

    running: int = 0
    rows: int = 0
    waiting: deque[tuple[asyncio.Future[None], int]] = field(default_factory=deque)


@dataclass
class Turns:
    """How many operations of one viewer run at once, and how many rows these may hold by their prices."""

    most_running: int = 8
    most_rows: int = 400_000
    wait_seconds: float = 30.0
    _asking: dict[str, _Asking] = field(default_factory=dict)

    @asynccontextmanager
    async def taken(self, viewer: str, price: int) -> AsyncIterator[None]:
        """Run the block when it is this operation's turn; refuse it where too many wait, or its turn does not come in time."""
        asking = self._asking.setdefault(viewer, _Asking())
        if asking.waiting or not self._fits(asking, price):
            await self._wait(viewer, asking, price)
        else:
            asking.running += 1
            asking.rows += price
        try:
            yield
        finally:
            asking.running -= 1
            asking.rows -= price
            self._wake(viewer, asking)

    def _fits(self, asking: _Asking, price: int) -> bool:
        return not asking.running or (asking.running < self.most_running and asking.rows + price <= self.most_rows)

    async def _wait(self, viewer: str, asking: _Asking, price: int) -> None:
        if len(asking.waiting) >= MOST_WAITING:
            raise _too_much(f"{MOST_WAITING} of your operations wait already")
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        asking.waiting.append((turn, price))
        try:
            await asyncio.wait_for(asyncio.shield(turn), self.wait_seconds)
        except BaseException as error:
            self._give_up(viewer, asking, turn, price)
            if isinstance(error, TimeoutError):
                raise _too_much(f"the turn of this operation did not come in {self.wait_seconds:g} s") from error
            raise

    def _give_up(self, viewer: str, asking: _Asking, turn: asyncio.Future[None], price: int) -> None:
        if turn.done():  # its turn came at the same moment
            asking.running -= 1
            asking.rows -= price
        else:
            asking.waiting.remove((turn, price))
        self._wake(viewer, asking)

    def _wake(self, viewer: str, asking: _Asking) -> None:
        while asking.waiting and self._fits(asking, asking.waiting[0][1]):
            turn, price = asking.waiting.popleft()
            asking.running += 1
            asking.rows += price
            turn.set_result(None)
        if not asking.running and not asking.waiting and self._asking.get(viewer) is asking:
            del self._asking[viewer]


def _too_much(what: str) -> TooMuch:
    return TooMuch(what, "the operations that you ask at once", "wait for answers before you ask more")
