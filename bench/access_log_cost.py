"""What an answer costs with the access log: the same graph served without it, with it, and with the disk waited for, asked in turn."""

import asyncio
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, cast

import httpx

from bench.cpu import cpu_of
from bench.measured_home import ensure_city, running_graph, running_service, settings_of
from bench.officer import OFFICER, officer_of
from bench.sides import HttpSide
from graph_service.graph import Writer
from graph_service.progress import ShownSteps
from graph_service.rights.viewer import Tokens

SIDES = {
    "without": {"ACCESS_LOG": "false"},
    "second": {"ACCESS_LOG_SYNC": "second"},
    "answer": {"ACCESS_LOG_SYNC": "answer"},
}
QUESTIONS = {
    "small": "{ viewer { officerName } clues(first: 5) { nodes { number title } } }",
    "page": "{ clues(first: 100) { nodes { id number title names(first: 5) { role entity { id caption } } } } }",
    "search": '{ search(text: "张", first: 20) { nodes { id caption } } }',
}
ROUNDS = 600
AT_ONCE = 8


@contextmanager
def _set(given: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(f"LEADLINK_{name}") for name in given}
    os.environ.update({f"LEADLINK_{name}": value for name, value in given.items()})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[f"LEADLINK_{name}"]
            else:
                os.environ[f"LEADLINK_{name}"] = value


async def _timed(client: httpx.AsyncClient, query: str) -> float:
    began = time.perf_counter()
    answer = await client.post("/graphql", json={"query": query}, timeout=120)
    took = 1000 * (time.perf_counter() - began)
    if answer.status_code != 200 or b'"errors"' in answer.content[:20]:
        raise RuntimeError(answer.text[:300])
    return took


async def _ask_in_turn(
    clients: dict[str, httpx.AsyncClient], query: str, at_once: int, rounds: int
) -> dict[str, list[float]]:
    """Return the milliseconds of each answer, the sides one after the other in every round, each round beginning with another."""
    taken: dict[str, list[float]] = {name: [] for name in clients}
    names = list(clients)
    for number in range(rounds):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            times = await asyncio.gather(*(_timed(clients[name], query) for _ in range(at_once)))
            taken[name] += times
    return taken


def _told(times: list[float], without: list[float], cpu: float) -> dict[str, float]:
    """Return p50 and p95, the median of what an answer took longer than the one asked beside it, and the processor time of each."""
    longer = [one - other for one, other in zip(times, without, strict=True)]
    return {
        "p50": round(statistics.median(times), 2), "p95": round(statistics.quantiles(times, n=20)[18], 2),
        "longer": round(statistics.median(longer), 2), "cpu": round(1000 * cpu / len(times), 2),
    }  # fmt: skip


async def _measure(sides: dict[str, HttpSide], token: str) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token}"}
    urls = {name: side.url(cast(Any, None)).removesuffix("/graphql") for name, side in sides.items()}
    clients = {name: httpx.AsyncClient(base_url=url, headers=headers) for name, url in urls.items()}
    found: dict[str, Any] = {}
    try:
        for name, query in QUESTIONS.items():
            for at_once in (1, AT_ONCE):
                await _ask_in_turn(clients, query, at_once, 20)  # planned and compiled now
                began = {side: cpu_of(each.pids) for side, each in sides.items()}
                taken = await _ask_in_turn(clients, query, at_once, ROUNDS // at_once)
                found[f"{name}, {at_once} at once"] = {
                    side: _told(taken[side], taken["without"], cpu_of(each.pids) - began[side])
                    for side, each in sides.items()
                }
    finally:
        for client in clients.values():
            await client.aclose()
    return found


def measure_cost(home: Path) -> dict[str, Any]:
    """Return the milliseconds at p50 and p95 of each side, for each question, one and several asked at once."""
    settings = settings_of(home.absolute())
    with (
        ShownSteps() as steps,
        running_graph(settings, steps) as running,
        Writer(running) as writer,
        officer_of(writer),
        ExitStack() as stack,
    ):
        ensure_city(writer, settings, "small", steps)
        sides = {}
        for name, given in SIDES.items():
            with _set(given):
                sides[name] = stack.enter_context(running_service(settings))
        return asyncio.run(_measure(sides, Tokens(settings).sign(OFFICER)))
