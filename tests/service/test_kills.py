"""What is left when a service is killed: nothing that runs, listens or holds."""

import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.settings import Settings
from tests.loading import REGISTER
from tests.service.processes import children, environment, lives, service, sockets, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
_END_SECONDS = 30.0


def listening(pid: int) -> set[str]:
    """Return the listening sockets that a process holds."""
    tables = [Path("/proc/net/tcp"), Path("/proc/net/tcp6")]
    rows = [line.split() for table in tables for line in table.read_text().splitlines()[1:]]
    listeners = {row[9] for row in rows if row[3] == "0A"}
    return sockets(pid) & listeners


@pytest.fixture
def silent_database() -> Iterator[str]:
    """Return the address of a database that takes connections and never says a word: who reads it waits."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"postgresql+psycopg://reader@127.0.0.1:{listener.getsockname()[1]}/register"


@pytest.mark.long
def test_nothing_outlives_a_killed_service(
    settings: Settings, server: Running, empty_graph: Writer, silent_database: str, tmp_path: Path
) -> None:
    declared = tmp_path / "sources"
    declared.mkdir()
    read = {"format": "sql", "url": silent_database, "query": "SELECT * FROM people"}
    told = yaml.safe_load(REGISTER) | {"read": read, "sync": {"every": "6h"}}
    (declared / "register.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    given = {"sources": str(declared), "data": str(tmp_path), "schedule_seconds": "0.5"}
    with service(environment(settings.home, server, **given), "--workers", "2") as running:

        def of_kind(words: str) -> list[int]:
            return [pid for pid, line in children(running.process.pid).items() if words in line]

        def staying() -> set[int]:
            found = set(of_kind(" sync "))
            for _ in range(6):
                time.sleep(0.5)
                found &= set(of_kind(" sync "))
            return found

        # Both workers try; the one that finds the source taken leaves again, and comes back.
        looks: list[set[int]] = []
        until(lambda: looks.append(staying()) or len(looks[-1]) == 1)  # type: ignore[func-returns-value]
        (load,) = looks[-1]
        workers = of_kind("spawn_main")
        assert [pid for pid in workers if listening(pid)] == workers
        assert listening(load) == set()

        loading = next(pid for pid in workers if load in children(pid))
        os.kill(loading, signal.SIGKILL)
        until(lambda: not lives(load), _END_SECONDS)
        until(lambda: len(of_kind("spawn_main")) == 2)
        assert running.read("/healthz").status_code == 200

        left = [running.process.pid, *children(running.process.pid)]
        running.process.kill()
        until(lambda: not any(map(lives, left)), _END_SECONDS)
