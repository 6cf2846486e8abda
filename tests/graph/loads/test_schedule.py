"""The schedule: due sources run once whoever looks, a dead worker's lease runs out, failures wait longer each time."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.errors import Conflict, GraphServiceError
from graph_service.graph import Graph, Writer
from graph_service.operation import children
from graph_service.operation.scheduling import Schedule
from graph_service.operation.source_metrics import source_metrics
from graph_service.settings import Settings
from loaders.declare.parts import SourceSchedule
from loaders.declare.source import Source
from loaders.ledger.lease import Lease
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import Outcome, load_source
from loaders.sync.source_state import backoff, due_sources, recorded, register
from tests.loading import IDS, REGISTER, Loading

ROOT = Path(__file__).resolve().parents[3]
_SCHEDULED = REGISTER.replace("key: 编号", "key: 编号\nsync: {every: 6h}")
_ROWS = f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三,男\n"
_STATE = "MATCH (s:SourceState {name: 'register'}) RETURN properties(s) AS p"
_HOLDER = "MATCH (l:MigrationLock {uid: 'source:register'}) RETURN l.holder AS holder"
_HOLD = """
import sys, time
from graph_service.embedded import Running
from graph_service.graph import Writer
from loaders.ledger.lease import Lease
with Writer(Running(*sys.argv[1:4])) as writer, Lease(writer, source="register", seconds=2):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def scheduled(loading: Loading, settings: Settings) -> Settings:
    """Settings of a service that keeps one source up to date."""
    folder = loading.folder / "sources"
    folder.mkdir()
    (folder / "register.yaml").write_text(_SCHEDULED, encoding="utf-8")
    loading.write("register.csv", _ROWS)
    changed = {"sources": folder, "data": loading.folder, "schedule_seconds": 0.2}
    return settings.model_copy(update=changed)


def _source(loading: Loading) -> Source:
    return loading.source(_SCHEDULED)


def _state(loading: Loading) -> dict[str, Any]:
    found = loading.rows(_STATE)
    return dict(found[0]["p"]) if found else {}


def _wait(state: dict[str, Any]) -> float:
    between: timedelta = state["next_run_at"].to_native() - state["finished_at"].to_native()
    return between.total_seconds()


async def _until(wanted: Callable[[], object], seconds: float = 120.0) -> None:
    until = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < until, "it did not come to pass in time"
        await asyncio.sleep(0.1)


def test_a_source_is_due_once_its_time_has_come(loading: Loading) -> None:
    source, writer = _source(loading), loading.environment.writer
    loading.write("register.csv", _ROWS)
    register(writer, SourceSchedule.of(source))
    new = due_sources(writer)

    recorded(
        SourceSchedule.of(source),
        loading.environment,
        lambda environment: load_source(source, loading.folder, environment, lambda *_: None),
    )

    assert (new, due_sources(writer)) == (["register"], [])
    state = _state(loading)
    assert (state["read"], state["merged"], state["failures"], state["runs"]) == (1, 1, 0, 1)
    assert _wait(state) == 6 * 3_600
    register(writer, SourceSchedule.of(source))
    assert due_sources(writer) == []
    writer.run_write("MATCH (s:SourceState) SET s.next_run_at = datetime()")
    assert due_sources(writer) == ["register"]


def test_a_shorter_interval_counts_at_once(loading: Loading) -> None:
    source, writer = _source(loading), loading.environment.writer
    loading.write("register.csv", _ROWS)
    recorded(
        SourceSchedule.of(source),
        loading.environment,
        lambda environment: load_source(source, loading.folder, environment, lambda *_: None),
    )
    assert source.sync

    sooner = source.model_copy(update={"sync": source.sync.model_copy(update={"every": 60})})
    register(writer, SourceSchedule.of(sooner))

    assert due_sources(writer) == ["register"]


def test_failures_wait_longer_each_time(loading: Loading) -> None:
    source = _source(loading)

    def fail(*_: object) -> Outcome:
        raise Conflict("the register is being moved", "register.csv", "wait")

    waits = []
    for _ in range(3):
        with pytest.raises(GraphServiceError):
            recorded(SourceSchedule.of(source), loading.environment, fail)
        state = _state(loading)
        waits.append(_wait(state))

    assert waits == [60, 120, 240]
    assert (state["failures"], state["last_error"]) == (3, "the register is being moved; register.csv; wait")
    loading.write("register.csv", _ROWS)
    recorded(
        SourceSchedule.of(source),
        loading.environment,
        lambda environment: load_source(source, loading.folder, environment, lambda *_: None),
    )
    assert (_state(loading)["failures"], "last_error" in _state(loading)) == (0, False)


@pytest.mark.parametrize(
    ("every", "failures", "wait"),
    [(900, 1, 60), (900, 3, 240), (900, 30, 3600), (10, 1, 10), (10, 4, 80), (86_400, 30, 86_400)],
)
def test_waits_are_bounded(every: int, failures: int, wait: int) -> None:
    assert backoff(every, failures) == wait


async def test_two_workers_run_a_source_once(scheduled: Settings, server: Running, loading: Loading) -> None:
    async with AsyncExitStack() as stack:
        for _ in range(2):
            await stack.enter_async_context(Schedule(scheduled, server).running())
        await _until(lambda: _state(loading).get("finished_at"))
        await asyncio.sleep(3)  # time enough for a second run, if there were one

    assert _state(loading)["runs"] == 1
    assert loading.rows("MATCH (p:Person) RETURN p.name AS name") == [{"name": "张三"}]


async def test_the_lease_of_a_killed_worker_runs_out(scheduled: Settings, server: Running, loading: Loading) -> None:
    register(loading.environment.writer, SourceSchedule.of(_source(loading)))
    command = [sys.executable, "-c", _HOLD, server.uri, server.user, server.password]
    worker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)  # noqa: ASYNC220 - it is the test's own
    assert worker.stdout
    assert worker.stdout.readline() == "held\n"
    with pytest.raises(Conflict, match="source register is being brought up to date"):
        Lease(loading.environment.writer, source="register").__enter__()
    await asyncio.sleep(3)
    renewed = due_sources(loading.environment.writer)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    worker.stdout.close()

    async with Schedule(scheduled, server).running():
        await _until(lambda: _state(loading).get("finished_at"))

    assert renewed == []
    assert (_state(loading)["runs"], _state(loading)["failures"]) == (1, 0)


async def test_a_source_that_fails_is_told_and_harms_nobody(
    scheduled: Settings, server: Running, loading: Loading, writer: Writer
) -> None:
    assert scheduled.sources
    (scheduled.sources / "broken.yaml").write_text("name: [", encoding="utf-8")
    (loading.folder / "register.csv").unlink()

    async with Schedule(scheduled, server).running():
        await _until(lambda: _state(loading).get("failures"))
        await _until(lambda: writer.run_read(_HOLDER)[0] == [{"holder": None}])
    graph = Graph(server)
    told = (await source_metrics(graph)).decode()
    await graph.close()

    assert "no file matches 'register.csv'" in _state(loading)["last_error"]
    assert "leadlink_graph_up 1.0" in told
    assert 'leadlink_source_failures{source="register"} 1.0' in told


_SEALS = "sealed: [{kind: OTHER, columns: 姓名, values: [某人], then: seal}]\n"


@pytest.mark.parametrize(
    "secret", [("classification: INTERNAL", "classification: WORK_SECRET"), ("key:", f"{_SEALS}key:")]
)
async def test_metrics_tell_no_rows_of_a_work_secret_or_where_rows_may_be_sealed(
    secret: tuple[str, str], server: Running, loading: Loading
) -> None:
    loading.write("register.csv", _ROWS)
    secret_source = _SCHEDULED.replace(*secret, 1).replace("name: register", "name: own")
    graph = Graph(server)
    for text in (_SCHEDULED, secret_source):
        source = loading.source(text)
        _run(source, loading)
    told = (await source_metrics(graph)).decode()
    await graph.close()

    assert 'leadlink_source_rows{outcome="read",source="register"} 1.0' in told
    assert 'leadlink_source_failures{source="own"} 0.0' in told
    assert 'leadlink_source_rows{outcome="read",source="own"}' not in told


async def test_a_loader_that_is_killed_is_noted(
    scheduled: Settings, server: Running, loading: Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    monkeypatch.setattr(children, "command_of", lambda _: [sys.executable, "-c", kill])

    async with Schedule(scheduled, server).running():
        await _until(lambda: _state(loading).get("failures"))

    assert _state(loading)["last_error"] == "the command ended with -9"


def _run(source: Source, loading: Loading) -> None:
    def run(environment: LoadEnvironment) -> Outcome:
        return load_source(source, loading.folder, environment, lambda *_: None)

    recorded(SourceSchedule.of(source), loading.environment, run)
