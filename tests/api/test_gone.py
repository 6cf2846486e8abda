"""A client that goes away ends the work on its question in the graph; one that waits gets its answer."""

import asyncio
from collections.abc import Mapping
from typing import Any

import orjson
import pytest
from fastapi import FastAPI

from graph_service.api import gone
from graph_service.graph import Graph, Writer
from tests.api.conftest import Caller

_ENDLESS = (
    "MATCH (a:Person)-[*1..12]-(b) WITH a, b, rand() AS drawn_at_random RETURN collect(drawn_at_random)[0] AS one"
)
_SEEN = """SHOW TRANSACTIONS YIELD currentQuery
WHERE currentQuery CONTAINS 'drawn_at_random' AND NOT currentQuery CONTAINS 'SHOW' RETURN 1"""


@pytest.fixture
def watched_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gone, "WATCHED_AFTER_SECONDS", 0.05)


@pytest.mark.usefixtures("watched_soon")
async def test_who_goes_away_ends_the_work_and_is_sent_nothing(
    app: FastAPI, disc: Caller, graph: Graph, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = graph.fetch

    async def endless(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        return await fetch(_ENDLESS if file == "read/paths/begin" else query, params, file)

    monkeypatch.setattr(graph, "fetch", endless)
    body = orjson.dumps({"query": '{ paths(from: "clue_00", to: "clue_03") { sentence } }'})
    sent: list[Any] = []
    has_left = asyncio.Event()
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> Any:
        if (message := next(messages, None)) is not None:
            return message
        await has_left.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    asked = asyncio.create_task(app(_scope(disc.token), receive, send))
    await _until(writer, 1)
    has_left.set()

    await asyncio.wait_for(asked, 20)
    assert sent == []
    await _until(writer, 0)


def _scope(token: str) -> dict[str, Any]:
    headers = [
        (b"authorization", f"Bearer {token}".encode()),
        (b"content-type", b"application/json"),
        (b"host", b"leadlink"),
    ]
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http", "path": "/graphql",
        "raw_path": b"/graphql", "query_string": b"", "root_path": "", "headers": headers, "client": ("127.0.0.1", 1), "server": ("leadlink", 80),
    }  # fmt: skip


async def _until(writer: Writer, running: int) -> None:
    for _ in range(200):
        if len((await asyncio.to_thread(writer.run_read, _SEEN))[0]) == running:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"there are never {running} of them")


@pytest.mark.usefixtures("watched_soon")
async def test_who_waits_gets_the_answer_however_long_it_takes(
    disc: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = graph.fetch

    async def slow(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        await asyncio.sleep(0.3)
        return await fetch(query, params, file)

    monkeypatch.setattr(graph, "fetch", slow)

    assert (await disc.ask("{ viewer { id } }"))["viewer"]["id"] == "officer_o_disc"
