"""The embedded server for real: every test here starts one, in a home of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph_service import embedded
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.server import homelock
from graph_service.server.config import Folders
from graph_service.settings import Settings
from tests.conftest import QUICK

ORPHAN_SECONDS = 10.0
# A shell starts what runs in the background deaf to SIGINT, and the deafness is inherited.
OWNER = """
import json, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from graph_service.embedded import ensure
from graph_service.settings import read_settings
running = ensure(read_settings(home=Path(sys.argv[1]), neo4j_heap_initial="128m", neo4j_heap_max="512m",
                               neo4j_page_cache="64m", **json.loads(sys.argv[2])))
print(running.pid, flush=True)
time.sleep(600)
"""


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def gone_within(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and lives(pid):
        time.sleep(0.1)
    return not lives(pid)


def started_by_another(home: Path) -> tuple[subprocess.Popen[str], int]:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(home), json.dumps(QUICK)], stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout
    return owner, int(owner.stdout.readline())


def test_it_starts_answers_is_reused_and_ends(own: Settings) -> None:
    with embedded.ensure(own) as running:
        again = embedded.ensure(own)
        status = embedded.status(own)
        with Writer(running) as writer:
            rows, _ = writer.run_read("RETURN 1 AS one")

        assert rows == [{"one": 1}]
        assert (again.uri, again.pid, again.end) == (running.uri, running.pid, None)
        assert (status.running, status.ready, status.uri) == (True, True, running.uri)
        assert running.uri.startswith("bolt://127.0.0.1:")
        assert running.password not in repr(running)
        with pytest.raises(Conflict, match=f"runs already .*pid {running.pid}"):
            embedded.start(own)

    assert running.pid
    assert not lives(running.pid)
    assert not embedded.status(own).running
    assert embedded.stop(own) is False


def test_what_was_written_is_there_after_a_restart_on_the_same_port(own: Settings) -> None:
    with embedded.ensure(own) as first, Writer(first) as writer:
        writer.run_write("CREATE (:Clue {number: $number})", number="沪线索〔2026〕1号")

    with embedded.ensure(own) as second, Writer(second) as writer:
        rows, _ = writer.run_read("MATCH (c:Clue) RETURN c.number AS number")

    assert rows == [{"number": "沪线索〔2026〕1号"}]
    assert second.uri == first.uri


def test_it_is_private_and_closed(own: Settings) -> None:
    folders = Folders.of(own)
    with embedded.ensure(own) as running, Writer(running) as writer:
        settings = {row["name"]: row["value"] for row in writer.run_read("SHOW SETTINGS YIELD name, value")[0]}
        procedures = {row["name"] for row in writer.run_read("SHOW PROCEDURES YIELD name")[0]}
        command = Path(f"/proc/{running.pid}/cmdline").read_bytes() if sys.platform == "linux" else b""

    assert folders.password.stat().st_mode & 0o777 == 0o600
    assert folders.root.stat().st_mode & 0o777 == 0o700
    assert settings["server.bolt.listen_address"].startswith("127.0.0.1:")
    closed = (
        "server.http.enabled",
        "server.https.enabled",
        "dbms.usage_report.enabled",
        "client.allow_telemetry",
        "dbms.security.allow_csv_import_from_file_urls",
    )
    assert {settings[name] for name in closed} == {"false"}
    assert not [name for name in procedures if name.startswith("apoc")]
    assert running.password.encode() not in command


def test_kill_9_of_the_owner_leaves_no_java_and_no_lock(own: Settings) -> None:
    owner, java = started_by_another(own.home)
    assert lives(java)

    owner.kill()
    owner.communicate()

    assert gone_within(java, ORPHAN_SECONDS)
    with embedded.ensure(own) as running:
        assert running.pid != java


@pytest.mark.parametrize("name", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.long)])
def test_a_signal_to_the_owner_ends_the_server(own: Settings, name: signal.Signals) -> None:
    owner, java = started_by_another(own.home)

    owner.send_signal(name)
    owner.communicate(timeout=60)

    assert gone_within(java, ORPHAN_SECONDS)


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="only the Linux kernel ends a child with its parent")
def test_kill_9_of_the_guard_ends_java(own: Settings) -> None:
    running = embedded.ensure(own)
    state = homelock.read_state(Folders.of(own))
    assert state
    assert running.pid

    os.kill(state.guard_pid, signal.SIGKILL)

    assert gone_within(running.pid, ORPHAN_SECONDS)
    running.close()


def test_a_detached_server_outlives_its_starter_and_is_stopped_by_name(own: Settings) -> None:
    arguments = [sys.executable, "-m", "graph_service.cli", "neo4j"]
    environment = os.environ | {"LEADLINK_HOME": str(own.home), "LEADLINK_NEO4J_HEAP_MAX": "512m"}
    subprocess.run([*arguments, "start"], env=environment, check=True, capture_output=True)

    second = subprocess.run([*arguments, "start"], env=environment, check=False, capture_output=True, text=True)
    status = subprocess.run([*arguments, "status", "--json"], env=environment, check=True, capture_output=True)
    stopped = subprocess.run([*arguments, "stop"], env=environment, check=True, capture_output=True, text=True)

    found = json.loads(status.stdout)
    assert (found["running"], found["ready"]) == (True, True)
    assert second.returncode == 2
    assert second.stderr.splitlines()[-1].startswith("error [CONFLICT]: Neo4j runs already")
    assert "stopped" in stopped.stdout
    assert not lives(found["state"]["pid"])


@pytest.mark.long
def test_two_that_need_it_at_once_share_one_server(own: Settings) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(embedded.ensure, [own, own]))

    assert len({running.pid for running in both}) == 1
    assert [running.end is not None for running in both].count(True) == 1
    for running in both:
        running.close()
