"""graphql-transport-ws on a real socket: the token comes with connection_init and is read anew for each operation."""

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin, Subprotocol

from graph_service.api.requests import request_counts
from graph_service.bolt import free_port
from graph_service.rights import sessions
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.sketch import Sketch

ABSENT = '{ connectedMatters(id: "clue_000000000000000000000000") { totalCount } }'
PROTOCOL = Subprotocol("graphql-transport-ws")
_HEAR = "subscription { notices(first: 1) { nodes { kind } } }"


@pytest.fixture(scope="module")
async def address(app: FastAPI) -> AsyncIterator[str]:
    async with listening(app) as found:
        yield found


@asynccontextmanager
async def listening(app: FastAPI) -> AsyncIterator[str]:
    """Have the service listen on a real socket until the block ends; its address is what a WebSocket opens."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, lifespan="off", log_level="error"))
    serving = asyncio.create_task(server.serve())
    async with asyncio.timeout(30):
        while not server.started:  # noqa: ASYNC110 - uvicorn sets a flag, nothing to wait for
            await asyncio.sleep(0.01)
    yield f"ws://127.0.0.1:{port}/graphql"
    server.should_exit = True
    await serving


@asynccontextmanager
async def opened(address: str, payload: Any) -> AsyncIterator[ClientConnection]:
    async with connect(address, subprotocols=[PROTOCOL], proxy=None) as socket:
        await socket.send(json.dumps({"type": "connection_init", "payload": payload}))
        yield socket


async def heard(socket: ClientConnection) -> dict[str, Any]:
    message = await asyncio.wait_for(socket.recv(), 90)
    assert isinstance(message, str), "the protocol speaks in text frames"
    return dict(json.loads(message))


async def asked(socket: ClientConnection, query: str, name: str = "1") -> dict[str, Any]:
    await socket.send(json.dumps({"id": name, "type": "subscribe", "payload": {"query": query}}))
    return await heard(socket)


async def test_a_query_is_answered_over_websocket(address: str, tokens: Tokens, world: Sketch) -> None:
    async with opened(address, {"Authorization": f"Bearer {tokens.sign('o_disc')}"}) as socket:
        assert await heard(socket) == {"type": "connection_ack"}

        for name in ("1", "2"):
            said = await asked(socket, "{ viewer { officerId } }", name)
            data = {"data": {"viewer": {"officerId": "o_disc"}}, "extensions": {"price": {"rows": 1, "most": 200_000}}}
            assert said == {"id": name, "type": "next", "payload": data}
            assert await heard(socket) == {"id": name, "type": "complete"}


async def test_the_token_may_stand_under_headers_in_any_case(address: str, tokens: Tokens, world: Sketch) -> None:
    async with opened(address, {"headers": {"authorization": f"Bearer {tokens.sign('o_disc')}"}}) as socket:
        assert await heard(socket) == {"type": "connection_ack"}


async def test_the_page_of_another_site_is_not_let_in(address: str, tokens: Tokens, world: Sketch) -> None:
    with pytest.raises((ConnectionClosed, InvalidStatus)):
        async with connect(
            address, subprotocols=[PROTOCOL], proxy=None, origin=Origin("https://evil.example")
        ) as socket:
            await socket.recv()


async def test_errors_have_codes_over_websocket(address: str, tokens: Tokens, world: Sketch) -> None:
    async with opened(address, {"Authorization": f"Bearer {tokens.sign('o_disc')}"}) as socket:
        await heard(socket)

        missing = await asked(socket, '{ a: node(id: "clue_nobody") { id } b: node(id: "clue_nonono") { id } }')
        assert [error["extensions"]["code"] for error in missing["payload"]["errors"]] == ["NOT_FOUND", "NOT_FOUND"]
        await heard(socket)
        invalid = await asked(socket, "{ nothing }", "2")
        assert [error["extensions"]["code"] for error in invalid["payload"]] == ["INVALID"]


@pytest.mark.parametrize("payload", [None, {}, {"Authorization": "Bearer x"}, {"Authorization": 1}, {"token": "x"}, []])
async def test_without_a_good_token_nothing_is_answered(payload: Any, address: str, world: Sketch) -> None:
    with pytest.raises(ConnectionClosed) as closed:
        async with opened(address, payload) as socket:
            await heard(socket)

    assert closed.value.rcvd
    assert closed.value.rcvd.code in {4400, 4403}


async def test_nothing_is_answered_before_the_token(address: str, world: Sketch) -> None:
    with pytest.raises(ConnectionClosed) as closed:
        async with connect(address, subprotocols=[PROTOCOL], proxy=None) as socket:
            await asked(socket, "{ viewer { officerId } }")

    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4401


async def test_the_old_protocol_is_not_spoken(address: str, tokens: Tokens, world: Sketch) -> None:
    async with connect(address, subprotocols=[Subprotocol("graphql-ws")], proxy=None) as socket:
        with pytest.raises(ConnectionClosed):
            await socket.recv()


async def test_a_token_that_ends_ends_the_answers(address: str, tokens: Tokens, world: Sketch) -> None:
    async with opened(address, {"Authorization": f"Bearer {tokens.sign('o_disc', 2)}"}) as socket:
        await heard(socket)
        assert "data" in (await asked(socket, "{ viewer { officerId } }"))["payload"]
        await heard(socket)

        await asyncio.sleep(2.1)
        said = await asked(socket, "{ viewer { officerId } }", "2")

    errors = said["payload"] if isinstance(said["payload"], list) else said["payload"]["errors"]
    assert [error["extensions"]["code"] for error in errors] == ["UNAUTHENTICATED"]


async def test_a_token_that_nobody_uses_ends_what_it_hears(
    address: str, tokens: Tokens, settings: Settings, world: Sketch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A subscription looks by itself, which is no use of its token: one that is idle hears nothing more, on whatever connection."""
    monkeypatch.setattr(sessions, "_NOTED", 0.0)
    token = tokens.sign("o_disc", 4321)
    file = settings.home / "sessions" / sha256(token.encode()).hexdigest()[:32]
    async with opened(address, {"Authorization": f"Bearer {token}"}) as socket:
        await heard(socket)
        assert "data" in (await asked(socket, _HEAR))["payload"]
        used = file.stat().st_mtime
        os.utime(file, (used - 3700, used - 3700))
        while "data" in (said := await heard(socket)).get("payload", {}) and said["payload"].get("data"):
            pass  # what was on its way

    assert "UNAUTHENTICATED" in str(said)


async def test_operations_over_websocket_are_counted_by_field_and_code(
    address: str, tokens: Tokens, world: Sketch
) -> None:
    wanted = [("viewer", "OK"), ("connectedMatters", "NOT_FOUND"), ("unknown", "INVALID"), ("unknown", "INVALID")]
    queries = ["{ viewer { id } }", ABSENT, "{ no }", "{ viewer"]
    before = counted(request_counts(), set(wanted))

    async with opened(address, {"Authorization": f"Bearer {tokens.sign('o_disc')}"}) as socket:
        await heard(socket)
        for number, query in enumerate(queries):
            said = await asked(socket, query, str(number))
            while said["type"] == "next":
                said = await heard(socket)

    after = counted(request_counts(), set(wanted))
    assert after == {each: before[each] + wanted.count(each) for each in wanted}


def counted(text: bytes, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Return how many operations of each root field had each code."""
    found = re.findall(r'leadlink_requests_total\{code="(\w+)",operation="(\w+)"\} (\S+)', text.decode())
    counts = {(operation, code): float(number) for code, operation, number in found}
    return {each: counts.get(each, 0.0) for each in wanted}
