"""The gate of a service in production over WebSocket: the same list, the same limits, and no word of a library."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.api.guarded import FIND, HEAR, TELLING, WHO, Production, guarded
from tests.api.test_access_log import Read
from tests.api.test_websocket import asked, heard, opened
from tests.sketch import Sketch


@pytest.fixture(scope="module")
async def production(
    settings: Settings, server: Running, world: Sketch, tokens: Tokens, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Production]:
    async with guarded(settings, server, tokens, tmp_path_factory.mktemp("operations")) as found:
        yield found


async def test_the_websocket_has_the_same_gate(production: Production, settings: Settings) -> None:
    async with opened(production.address, production.init("o_disc")) as socket:
        await heard(socket)
        log = Read(settings.home)
        for number, document in enumerate(
            ("{ viewer { officerId } }", "{ __schema { types { name } } }", "{", WHO + "{")
        ):
            said = await asked(socket, document, str(number))
            assert said["type"] == "error"
            assert [each["extensions"]["code"] for each in said["payload"]] == ["OPERATION_NOT_LISTED"]
        said = await asked(socket, "# again\n" + WHO, "9")
        assert said["payload"]["data"] == {"viewer": {"officerId": "o_disc"}}
        await heard(socket)
        await socket.send(
            json.dumps({"id": "10", "type": "subscribe", "payload": {"query": FIND, "variables": {"text": 5}}})
        )
        text = json.dumps(await heard(socket))
        assert [word for word in TELLING if word in text] == []
    assert [each["code"] for each in log.entries] == ["OPERATION_NOT_LISTED"] * 4 + ["OK", "INVALID"]


@pytest.mark.parametrize(
    "message",
    [
        "[" * 100_000,
        '{"type": "subscribe", "id": "1", "payload": {"query": "{ viewer { id } }", "variables": ' + "[" * 90_000,
        "[]",
        "7",
        '{"id": "1"}',
        '{"type": ["subscribe"], "id": "1"}',
        '{"type": "canary-names-and-types", "id": "1"}',
        '{"type": "subscribe", "id": {"a": 1}, "payload": {"query": "x"}}',
        '{"type": "subscribe", "id": "' + "x" * 1000 + '", "payload": {"query": "x"}}',
        '{"type": "subscribe", "id": "1", "payload": {"query": ["x"]}}',
        '{"type": "subscribe", "id": "1", "payload": {"query": "x", "variables": []}}',
        '{"type": "subscribe", "id": "1", "payload": "x"}',
        "no json",
    ],
)
async def test_a_message_of_another_form_closes_its_websocket(message: str, production: Production) -> None:
    async with opened(production.address, production.init("o_disc")) as socket:
        await heard(socket)
        await socket.send(message)
        with pytest.raises(ConnectionClosed) as closed:
            await heard(socket)

    assert closed.value.rcvd
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (4400, "Bad request")


async def test_too_many_operations_at_once_have_a_code(production: Production) -> None:
    async with opened(production.address, production.init("o_disc")) as socket:
        await heard(socket)
        for number in range(10):
            await socket.send(json.dumps({"id": f"s{number}", "type": "subscribe", "payload": {"query": HEAR}}))
        with suppress(TimeoutError):
            while True:  # until each has heard all that there is
                await asyncio.wait_for(socket.recv(), 2)
        told = await asked(socket, WHO, "one more")

    assert told["type"] == "error"
    assert told["payload"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert "Subscription" not in told["payload"][0]["message"]


async def test_the_right_to_ask_freely_ends_while_the_websocket_goes_on(production: Production, writer: Writer) -> None:
    renamed = "MATCH (t:Team {team_code: $old}) SET t.team_code = $new"
    async with opened(production.address, production.init("o_tour")) as socket:
        await heard(socket)
        assert (await asked(socket, "{ viewer { officerId } }"))["type"] == "next"
        await heard(socket)
        writer.run_write(renamed, old="TOUR_1", new="TOUR_9")
        try:
            said = await asked(socket, "{ viewer { officerId } }", "2")
        finally:
            writer.run_write(renamed, old="TOUR_9", new="TOUR_1")

    assert said["payload"][0]["extensions"]["code"] == "OPERATION_NOT_LISTED"
