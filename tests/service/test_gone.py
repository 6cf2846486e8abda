"""A client that goes away ends its work: in the service, and in Neo4j too."""

import asyncio
import json
import socket
import time
from collections.abc import Iterator

import pytest

from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.service.processes import Service, environment, service

PEOPLE = 150_000
_SLOW = """UNWIND range(1, 100000000) AS one WITH one WHERE one % 7 = 3 RETURN count(one * 3 % 11) AS rows"""
_RUNNING = "SHOW TRANSACTIONS YIELD metaData, status WHERE metaData.file IS NOT NULL AND status = 'Running' RETURN count(*) AS running"


def running(writer: Writer) -> int:
    return int(writer.run_read(_RUNNING)[0][0]["running"])


def until_none(writer: Writer, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if running(writer) == 0:
            return True
        time.sleep(0.05)
    return False


async def test_a_read_that_is_given_up_ends_in_the_database(server: Running, writer: Writer) -> None:
    graph = Graph(server, timeout_seconds=120)
    read = asyncio.create_task(graph.fetch(_SLOW, {}, "slow"))
    while await asyncio.to_thread(running, writer) == 0:
        assert not read.done(), "the read must take longer than looking for it"
    read.cancel()
    with pytest.raises(asyncio.CancelledError):
        await read

    assert await asyncio.to_thread(until_none, writer, 5)
    await graph.close()


@pytest.fixture(scope="module")
def crowded(settings: Settings, server: Running, empty_graph: Writer) -> Iterator[Service]:
    """A service over so many people that to sort them takes long."""
    empty_graph.run_write("MERGE (:Audience {uid: 'everyone', number: 1, readers: ['EVERYONE']})")
    empty_graph.run_write(
        "MERGE (t:Team {uid: 'team_t', team_code: 'DISC_1', audience: 1}) "
        "MERGE (o:Officer {uid: 'officer_o', officer_id: 'o_gone', audience: 1}) "
        "MERGE (o)-[m:MEMBER_OF]->(t) SET m.uid = 'm', m.audience = 1"
    )
    for part in range(0, PEOPLE, 25_000):
        empty_graph.run_write(
            "UNWIND range($part, $part + 24999) AS n "
            "CREATE (:Person:Entity {uid: 'person_' + n, name: 'N' + toString(n * 7919 % 150000), audience: 1})",
            part=part,
        )
    with service(environment(settings.home, server)) as running_service:
        yield running_service
    empty_graph.run_schema("MATCH (n:Person) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")


def test_a_client_that_goes_away_ends_its_query(crowded: Service, tokens: Tokens, writer: Writer) -> None:
    text = '{ people(orderBy: NAMED_AROUND, filter: {where: {caption: {contains: "x"}}}) { nodes { id } } }'
    conditions = '{or: [{where: {name: {contains: "x"}}}, {where: {kin: {none: {}}}}]}'
    text = f"{{ people(orderBy: NAME_DESC, filter: {conditions}) {{ totalCount nodes {{ id }} }} }}"
    token = tokens.sign("o_gone")
    crowded.ask(text, token)  # planned now
    began = time.monotonic()
    crowded.ask(text, token)
    whole = time.monotonic() - began
    body = json.dumps({"query": text}).encode()
    head = (
        f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        f"Authorization: Bearer {token}\r\n\r\n"
    )
    host, port = crowded.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as client:
        client.sendall(head.encode() + body)
        began = time.monotonic()
        while running(writer) == 0:
            assert time.monotonic() - began < 20, "the query must run at all"

    assert until_none(writer, whole * (0.5 if whole > 1 else 0.8)), f"alone it takes {whole:.1f} s"
