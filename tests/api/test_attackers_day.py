"""An attacker's day: a valid token of low rank, the schema unknown, attempts of every kind; what was learnt is nothing.

Everything that the service sends is compared, byte for byte, with what it sends where the graph holds nothing but the attacker.
"""

import json
import os
import re
import socket
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import orjson
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from graph_service.api.gate.installed import EXAMPLES
from graph_service.app import create_app
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from graph_service.tasks.rules import TASKS
from tests.api.attacks import INJECTED, JSON, Attempt, at_the_gate, by_the_list, of_the_token
from tests.api.test_websocket import listening
from tests.conftest import wipe
from tests.world import draw_world, write_world

LISTED = int(os.environ.get("LEADLINK_TEST_ATTACKS", "12"))
_ATTACKER = """MERGE (o:Officer {uid: 'officer_desk', officer_id: 'o_desk'}) MERGE (t:Team {uid: 'team_desk', team_code: 'UNIT_7'})
MERGE (o)-[:MEMBER_OF]->(t)"""
_COUNTED = """MATCH (n) WHERE NOT n:Misses AND NOT n:Probing AND NOT n:Notice AND NOT n:NoticeBook
RETURN count(n) AS nodes, sum(COUNT { (n)--() }) AS ties"""
_VALUES = "MATCH (n) UNWIND keys(n) AS key WITH n[key] AS value WHERE value IS :: STRING NOT NULL RETURN DISTINCT value"
_CHANGING = re.compile(r'"request": ?"\w+"|"at": ?"[^"]+"|UTC|\d{2}:\d{2}')
_HIDDEN = (
    "clue_secret",
    "XS-SECRET",
    "person_secret",
    "110101198001019999",
    "张甲",
    "clue_00",
    "series_1",
    "access_1",
    "13800000001",
)
_LONG = 9  # signs of a value that does not stand in a log by chance


@asynccontextmanager
async def _production(
    settings: Settings, server: Running, most_misses: int
) -> AsyncIterator[tuple[httpx.AsyncClient, str]]:
    changed = {
        "demo": False, "link_seconds": 0, "viewer_cache_seconds": 0.0, "read_timeout_seconds": 120.0, "most_misses": most_misses, "warm_start": False,
    }  # fmt: skip
    app = create_app(settings.model_copy(update=changed), server)
    transport = httpx.ASGITransport(app=app, client=("192.0.2.7", 4711))  # from another machine
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://leadlink") as client,
        listening(app) as address,
    ):
        yield client, address


async def _told(client: httpx.AsyncClient, token: str, attempts: Iterable[Attempt]) -> dict[str, str]:
    """Return what each attempt is told: status, heads and body, without the number of the request and the time."""
    found = {}
    for each in attempts:
        headers = {"Authorization": f"Bearer {token}"} | dict(each.headers)
        try:
            answer = await client.request(each.method, each.path, content=each.body, headers=headers)
        except (httpx.InvalidURL, httpx.LocalProtocolError, UnicodeError) as error:
            found[each.name] = type(error).__name__  # never left the client
            continue
        heads = {
            name: value for name, value in answer.headers.items() if name not in {"x-request-id", "content-length"}
        }
        found[each.name] = _CHANGING.sub("", f"{answer.status_code} {sorted(heads.items())} {answer.text}")
    return found


async def _heard(address: str, token: str) -> dict[str, str]:
    """Return what WebSockets are told that are opened in ways that they must not be."""
    good = json.dumps({"type": "connection_init", "payload": {"Authorization": f"Bearer {token}"}})
    asked = json.dumps({"id": "1", "type": "subscribe", "payload": {"query": "{ viewer { id } }"}})
    ways: dict[str, tuple[str, str | None, list[str]]] = {
        "before the token": ("graphql-transport-ws", None, [asked]),
        "old protocol": ("graphql-ws", None, [good, asked]),
        "of another site": ("graphql-transport-ws", "https://evil.example", [good, asked]),
        "not listed": ("graphql-transport-ws", None, [good, asked]),
        "token of nobody": ("graphql-transport-ws", None, [good.replace(token, "x.y.z"), asked]),
        "flood": ("graphql-transport-ws", None, [good, *[asked.replace('"1"', f'"{place}"') for place in range(50)]]),
    }
    found = {}
    for name, (protocol, origin, messages) in ways.items():
        said = []
        try:
            async with connect(
                address,
                subprotocols=[Subprotocol(protocol)],
                origin=Origin(origin) if origin else None,
                proxy=None,
                open_timeout=20,
            ) as opened:
                for message in messages:
                    await opened.send(message)
                said += [str(await opened.recv()) for _ in range(2)]
        except (WebSocketException, TimeoutError, OSError) as error:
            said.append(f"{type(error).__name__} {getattr(getattr(error, 'rcvd', None), 'code', '')}")
        found[name] = _CHANGING.sub("", " ".join(said))
    return found


async def _day(settings: Settings, server: Running, token: str, words: tuple[str, ...]) -> dict[str, str]:
    attempts = [*at_the_gate(), *of_the_token(token), *by_the_list(words, LISTED)]
    async with _production(settings, server, 1_000_000) as (client, address):
        return await _told(client, token, attempts) | await _heard(address, token)


async def test_what_is_learnt_in_an_attackers_day_is_nothing(
    settings: Settings, server: Running, writer: Writer, tokens: Tokens, capfd: pytest.CaptureFixture[str]
) -> None:
    wipe(server, writer)
    migrate(writer)
    write_world(draw_world(), writer)
    writer.run_write(_ATTACKER)
    token, before = tokens.sign("o_desk"), writer.run_read(_COUNTED)[0]
    stored = {each["value"] for each in writer.run_read(_VALUES)[0] if len(each["value"]) >= _LONG} - set(TASKS)
    with socket.create_server(("127.0.0.1", 0)) as outside:
        outside.settimeout(0)
        words = (*INJECTED, *_HIDDEN, f"LOAD CSV FROM 'http://127.0.0.1:{outside.getsockname()[1]}/x' AS l RETURN l")
        in_the_city = await _day(settings, server, token, words)
        with pytest.raises(BlockingIOError):
            outside.accept()
    assert writer.run_read(_COUNTED)[0] == before, "nothing was written"
    wipe(server, writer)
    migrate(writer)
    writer.run_write(_ATTACKER)
    in_an_empty_one = await _day(settings, server, token, words)

    assert {name: told for name, told in in_the_city.items() if told != in_an_empty_one[name]} == {}
    sent = " ".join(in_the_city.values())
    answers = {name: told for name, told in in_the_city.items() if told.startswith("200")}
    assert {name for name in answers if not name.startswith("listed")} == set(), (
        "nothing but what is listed is answered"
    )
    assert len(answers) > LISTED / 4, "many of the attempts were real questions"
    for word in (
        "Traceback",
        "Did you mean",
        "Cannot query",
        "Neo4j",
        "Cypher",
        str(Path.home()),
        settings.read_token_key().hex(),
    ):
        assert word not in sent
    printed = capfd.readouterr()
    assert [value for value in stored if value in printed.out + printed.err] == []


async def test_who_guesses_ids_is_refused_after_a_few(
    settings: Settings, server: Running, writer: Writer, tokens: Tokens
) -> None:
    wipe(server, writer)
    migrate(writer)
    write_world(draw_world(), writer)
    writer.run_write(_ATTACKER)
    token = tokens.sign("o_desk")
    asked = (EXAMPLES / "work" / "hits.graphql").read_text(encoding="utf-8")
    guesses = [
        Attempt(str(place), body=orjson.dumps({"query": asked, "variables": {"id": f"clue_{place:02}"}}), headers=JSON)
        for place in range(40)
    ]

    async with _production(settings, server, 20) as (client, _):
        told = await _told(client, token, guesses)

    codes = ["TOO_MANY_MISSES" in each for each in told.values()]
    assert codes == [False] * 20 + [True] * 20
    assert len({each for each in list(told.values())[:20]}) == 1, "one is told like the other"
