"""Turns: one viewer's operations wait for each other, and not for those of others."""

import asyncio
from dataclasses import dataclass, field

import pytest

from graph_service.api import turns
from graph_service.api.turns import Turns
from graph_service.errors import TooMuch


@dataclass
class Held:
    """Turns that are taken, the names of those who had one, and what ends them all."""

    waits: Turns
    log: list[str] = field(default_factory=list)
    end: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, name: str, price: int = 1) -> asyncio.Task[None]:
        """Begin an operation of the viewer that the name begins with."""
        return asyncio.create_task(self._hold(name, price))

    async def _hold(self, name: str, price: int) -> None:
        async with self.waits.taken(name[0], price):
            self.log.append(name)
            await self.end.wait()


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_so_many_run_at_once_and_the_others_come_in_order() -> None:
    held = Held(Turns(most_running=2))
    tasks = [held.take(name) for name in ("a0", "a1", "a2", "a3", "b")]
    await settle()

    assert held.log == ["a0", "a1", "b"]
    held.end.set()
    await asyncio.gather(*tasks)
    assert held.log == ["a0", "a1", "b", "a2", "a3"]
    assert held.waits._asking == {}


async def test_rows_that_run_together_are_bounded_but_one_operation_always_runs() -> None:
    held = Held(Turns(most_rows=10))
    tasks = [held.take(f"a{price}", price) for price in (50, 1, 2)]
    await settle()

    assert held.log == ["a50"]
    held.end.set()
    await asyncio.gather(*tasks)
    assert held.log == ["a50", "a1", "a2"]


async def test_a_turn_that_does_not_come_is_refused_and_leaves_no_trace() -> None:
    held = Held(Turns(most_running=1, wait_seconds=0.01))
    first = held.take("a")
    await settle()
    with pytest.raises(TooMuch, match="did not come in"):
        async with held.waits.taken("a", 1):
            raise AssertionError("it is not its turn")

    held.end.set()
    await first
    assert held.waits._asking == {}


async def test_who_gives_up_waiting_keeps_nobody_from_running() -> None:
    held = Held(Turns(most_running=1))
    tasks = [held.take(f"a{n}") for n in range(3)]
    await settle()
    tasks[1].cancel()
    await settle()
    held.end.set()
    await asyncio.gather(*tasks, return_exceptions=True)

    assert held.log == ["a0", "a2"]
    assert held.waits._asking == {}


async def test_a_turn_that_comes_as_its_operation_is_cancelled_goes_on_to_the_next() -> None:
    held = Held(Turns(most_running=1))
    tasks = [held.take(f"a{n}") for n in range(3)]
    await settle()
    held.end.set()
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    assert held.log[-1] == "a2"
    assert held.waits._asking == {}


async def test_too_many_that_wait_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MOST_WAITING", 1)
    held = Held(Turns(most_running=1))
    tasks = [held.take(f"a{n}") for n in range(2)]
    await settle()
    with pytest.raises(TooMuch, match="wait already"):
        async with held.waits.taken("a", 1):
            raise AssertionError("too many wait")

    held.end.set()
    await asyncio.gather(*tasks)
