"""Slow, silent and greedy clients on real sockets: each is let go in time, and others are answered meanwhile."""

import json
import resource
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.service.processes import Service, environment, service, sockets, until

HEAD, BODY, KEPT = 1.5, 1.5, 2
GOOD = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
POST = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\n"
SLACK = 6.0  # seconds that a machine with other work may be late
EARLY = 0.1  # seconds: the server counts its own time, in whole milliseconds, from the turn in which the bytes came


def few_descriptors() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))


@pytest.fixture(scope="module")
def narrow(settings: Settings, server: Running, empty_graph: Writer) -> Iterator[Service]:
    """A service on IPv6, with little patience and 256 descriptors."""
    limits = {"head_seconds": str(HEAD), "body_seconds": str(BODY), "keep_alive_seconds": str(KEPT)}
    with service(environment(settings.home, server, **limits), "--host", "::1", before=few_descriptors) as running:
        yield running


def connected(service: Service) -> socket.socket:
    made = socket.create_connection(("::1", int(service.url.rpartition(":")[2])), timeout=30)
    made.settimeout(30)
    return made


def answer(connection: socket.socket) -> bytes:
    """Return all that comes until the other side closes."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)


def test_an_ipv6_address_is_told_as_one_can_open_it(narrow: Service) -> None:
    assert narrow.url.startswith("http://[::1]:")
    assert narrow.read("/healthz").json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"", b"408"),
        (b"GET /heal", b"408"),
        (b"GET /healthz HTTP/1.1\r\nHost: x\r\n", b"408"),
        (b"\r\n\r\n", b"408"),
        (POST % b"x" + b"Content-Length: 10\r\n\r\n{", None),
        (POST % b"x" + b"Transfer-Encoding: chunked\r\n\r\n", None),
    ],
    ids=["nothing", "line", "head", "blank", "body", "chunks"],
)
def test_what_does_not_arrive_is_not_waited_for(sent: bytes, status: bytes | None, narrow: Service) -> None:
    with connected(narrow) as connection:
        began = time.monotonic()
        connection.sendall(sent)
        told = answer(connection)

    assert time.monotonic() - began < HEAD + SLACK
    assert told.startswith(b"HTTP/1.1 " + (status or b"401")), told


def test_a_body_that_does_not_arrive_is_not_waited_for(narrow: Service, tokens: Tokens) -> None:
    with connected(narrow) as connection:
        began = time.monotonic()
        connection.sendall(POST % tokens.sign("o1").encode() + b"Content-Length: 100\r\n\r\n{")
        told = answer(connection)

    assert BODY - EARLY < time.monotonic() - began < BODY + SLACK
    assert told.startswith((b"HTTP/1.1 408", b"HTTP/1.1 401"))


@pytest.mark.parametrize("piece", [b"a", b"\r\n"], ids=["head", "blank lines"])
def test_a_head_that_drips_is_not_waited_for(piece: bytes, narrow: Service) -> None:
    with connected(narrow) as connection:
        began = time.monotonic()
        with pytest.raises(OSError, match=r"."):  # noqa: PT012 - which of the pieces meets the end is chance
            for _ in range(200):
                connection.sendall(piece)
                time.sleep(0.1)

    assert time.monotonic() - began < HEAD + SLACK


def test_a_head_without_end_is_refused(narrow: Service) -> None:
    with connected(narrow) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * 200_000)

        assert answer(connection).startswith(b"HTTP/1.1 431")


def test_a_connection_without_a_further_request_is_let_go(narrow: Service) -> None:
    with connected(narrow) as connection:
        connection.sendall(GOOD)
        began = time.monotonic()
        told = answer(connection)

    assert told.startswith(b"HTTP/1.1 200")
    assert KEPT - 0.5 < time.monotonic() - began < KEPT + SLACK


def test_requests_sent_ahead_are_answered_in_turn(narrow: Service) -> None:
    with connected(narrow) as connection:
        connection.sendall(GOOD * 3)

        assert answer(connection).count(b'{"status":"ok"}') == 3


def test_400_slow_clients_do_not_keep_another_from_an_answer(narrow: Service) -> None:
    slow = [connected(narrow) for _ in range(400)]
    try:
        for each in slow[:200]:
            each.sendall(b"POST /graphql HTTP/1.1\r\nHost: x\r\n")
        began = time.monotonic()
        statuses = {narrow.read("/healthz").status_code for _ in range(5)}

        assert statuses == {200}
        assert time.monotonic() - began < SLACK
    finally:
        for each in slow:
            each.close()
    until(lambda: narrow.read("/healthz").status_code == 200)


def answered_from(service: Service, port: int) -> bool:
    """Return whether the service still holds its end of the connection that comes from a port."""
    rows = [line.split() for line in Path("/proc/net/tcp6").read_text().splitlines()[1:]]
    return bool(sockets(service.process.pid) & {row[9] for row in rows if row[2].endswith(f":{port:04X}")})


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_an_answer_that_nobody_reads_is_not_kept(narrow: Service) -> None:
    with socket.socket(socket.AF_INET6) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("::1", int(narrow.url.rpartition(":")[2])))
        port = connection.getsockname()[1]
        # Some sixteen megabytes: more than the kernel takes off the service's hands.
        connection.sendall(b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n" * 2000)
        until(lambda: answered_from(narrow, port))

        until(lambda: not answered_from(narrow, port))


@pytest.fixture
def officer(tokens: Tokens, empty_graph: Writer) -> str:
    """The first message of an officer's WebSocket."""
    empty_graph.run_write(
        "MERGE (t:Team {uid: 'team_w', team_code: 'T', audience: 1}) MERGE (o:Officer {uid: 'officer_w', officer_id: 'o_wire', audience: 1}) "
        "MERGE (o)-[m:MEMBER_OF {uid: 'w', audience: 1}]->(t)"
    )
    return json.dumps({"type": "connection_init", "payload": {"authorization": f"Bearer {tokens.sign('o_wire')}"}})


@contextmanager
def websocket(service: Service, first: str) -> Iterator[ClientConnection]:
    address = f"ws://[::1]:{service.url.rpartition(':')[2]}/graphql"
    with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")], proxy=None) as opened:
        opened.send(first)
        assert json.loads(opened.recv(30))["type"] == "connection_ack"
        yield opened


def test_a_message_that_is_too_long_closes_its_websocket_and_no_other(narrow: Service, officer: str) -> None:
    with websocket(narrow, officer) as long, websocket(narrow, officer) as short:
        long.send(
            json.dumps({"id": "1", "type": "subscribe", "payload": {"query": "{ viewer { id } } #" + "x" * 300_000}})
        )
        with pytest.raises(ConnectionClosed):
            long.recv(30)
        assert long.close_code == 1009
        short.send(json.dumps({"type": "ping"}))
        assert json.loads(short.recv(30)) == {"type": "pong"}


def test_a_websocket_that_only_listens_is_kept(narrow: Service, officer: str) -> None:
    with websocket(narrow, officer) as listening:
        with pytest.raises(TimeoutError):
            listening.recv(HEAD + BODY + KEPT)

        listening.send(json.dumps({"type": "ping"}))
        assert json.loads(listening.recv(30)) == {"type": "pong"}
