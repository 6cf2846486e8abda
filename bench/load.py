"""Puts a side under load for some seconds: wrk where it is installed, else connections of our own."""

import asyncio
import itertools
import json
import math
import os
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.connection import Connection
from bench.cpu import cpu_of, cpu_seconds
from bench.shapes import QuestionShape, Variables
from bench.sides import CallSide, HttpSide, Side

Ask = Callable[[int], Awaitable[Any]]  # asks the question with this number

_SCRIPT = Path(__file__).with_name("wrk.lua")


@dataclass(frozen=True)
class Sample:
    """What one stretch of load showed; times in ms, processor time per request of the side and of Neo4j."""

    requests: int
    p50: float
    p95: float
    per_second: float
    cpu: float = 0.0
    database: float = 0.0


@dataclass(frozen=True)
class Asked:
    """A question, its variables in turn, and how many ask at once for how long."""

    shape: QuestionShape
    variables: Sequence[Variables]
    connections: int
    seconds: float
    database: Sequence[int] = ()  # the processes of Neo4j, if they run on this machine


class Failed(Exception):
    """Requests that were refused or broken while being timed."""


def client_name() -> str:
    """Return what makes the load on this machine."""
    return "wrk" if shutil.which("wrk") else "own asyncio connections"


async def put_load(side: Side, asked: Asked) -> Sample:
    """Return what the side showed under the load, or refuse if any request failed."""
    used, spent = -cpu_seconds(side.pids), -cpu_of(asked.database)
    sample = await _loaded(side, asked)
    each = 1000 / max(sample.requests, 1)
    used, spent = used + cpu_seconds(side.pids), spent + cpu_of(asked.database)
    return replace(sample, cpu=used * each, database=spent * each)


async def _loaded(side: Side, asked: Asked) -> Sample:
    if isinstance(side, HttpSide) and shutil.which("wrk"):
        return await _wrk(side, asked)
    if isinstance(side, HttpSide):
        return await _own(side, asked)
    if isinstance(side, CallSide):
        return await _in_turn([_call(side, asked)] * asked.connections, asked)
    raise TypeError(f"{side.name} is neither a server nor a call")


def _call(side: CallSide, asked: Asked) -> Ask:
    return lambda at: side.call(asked.shape, asked.variables[at % len(asked.variables)])


def _post(connection: Connection, bodies: Sequence[bytes]) -> Ask:
    return lambda at: connection.post(bodies[at % len(bodies)])


async def _wrk(side: HttpSide, asked: Asked) -> Sample:
    with tempfile.TemporaryDirectory() as folder:
        bodies, headers = Path(folder) / "bodies", Path(folder) / "headers"
        bodies.write_bytes(b"\n".join(side.body(asked.shape, each) for each in asked.variables) + b"\n")
        named = {"Content-Type": "application/json", **side.headers}
        headers.write_text("".join(f"{name}: {value}\n" for name, value in named.items()), encoding="utf-8")
        process = await asyncio.create_subprocess_exec(
            "wrk", "-t1", f"-c{asked.connections}", f"-d{max(1, round(asked.seconds))}s", "--timeout", "30s",
            "-s", str(_SCRIPT), side.url(asked.shape), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
            env={**os.environ, "BENCH_BODIES": str(bodies), "BENCH_HEADERS": str(headers)},
        )  # fmt: skip
        printed, _ = await process.communicate()
    line = next((line for line in printed.decode().splitlines() if line.startswith("FIGURES ")), None)
    if line is None:
        raise Failed(f"wrk printed no figures: {printed.decode()[-400:]}")
    found = json.loads(line.removeprefix("FIGURES "))
    if found["failed"]:
        raise Failed(f"{side.name} {asked.shape.name}: {found['failed']} of {found['requests']} requests failed")
    rate = found["requests"] / found["seconds"]
    return Sample(found["requests"], found["p50_ms"], found["p95_ms"], rate)


async def _own(side: HttpSide, asked: Asked) -> Sample:
    bodies = [side.body(asked.shape, each) for each in asked.variables]
    opened = [await Connection.open(side.url(asked.shape), side.headers) for _ in range(asked.connections)]
    try:
        return await _in_turn([_post(one, bodies) for one in opened], asked)
    finally:
        for one in opened:
            one.close()


async def _in_turn(calls: Sequence[Ask], asked: Asked) -> Sample:
    times: list[float] = []
    numbers = itertools.count()
    begun = time.perf_counter()

    async def ask(call: Ask) -> None:
        while (start := time.perf_counter()) - begun < asked.seconds:
            await call(next(numbers))
            times.append(time.perf_counter() - start)

    await asyncio.gather(*(ask(call) for call in calls))
    spent = time.perf_counter() - begun
    times.sort()
    return Sample(len(times), _share(times, 0.50), _share(times, 0.95), len(times) / spent)


def _share(times: list[float], share: float) -> float:
    return times[max(0, math.ceil(share * len(times)) - 1)] * 1000
