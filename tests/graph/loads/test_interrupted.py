"""Loads that are cut off anywhere end, after the same command again, with the graph of a clean run."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph_service import embedded
from graph_service.cypher.content_hash import graph_hash
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.settings import Settings
from tests.commands import environment_of
from tests.conftest import wipe
from tests.loading import CLUES, REGISTER

ROOT = Path(__file__).resolve().parents[3]
_KILLS = int(os.environ.get("LEADLINK_TEST_KILLS", "1"))
_ROWS = int(os.environ.get("LEADLINK_TEST_KILL_ROWS", "1600"))  # more than one transaction takes
_SEED = int(os.environ.get("LEADLINK_TEST_KILL_SEED", "7"))  # another seed, other moments


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sources that describe the same people, with rows that share phones and units."""
    tmp_path = tmp_path_factory.mktemp("interrupted")
    (tmp_path / "register.yaml").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "clues.yaml").write_text(CLUES, encoding="utf-8")
    people = [f"{number},{_id(number)},姓{number % 7},男" for number in range(_ROWS // 2)]
    clues = [
        f"X{number},题{number},T{number % 3},名{number % 5},{_id(number % 999)},单位{number % 50},138{number % 80:08d}"
        for number in range(_ROWS)
    ]
    (tmp_path / "register.csv").write_text("\n".join(["编号,身份证号,姓名,性别", *people]), encoding="utf-8")
    head = "线索编号,标题,部门,被反映人,身份证号,单位,电话"
    (tmp_path / "clues.csv").write_text("\n".join([head, *clues]), encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def clean(server: Running, writer: Writer, settings: Settings, folder: Path) -> str:
    """The hash of the graph that a load leaves which nothing cuts off."""
    wipe(server, writer)
    assert _run(folder, settings).returncode == 0
    return graph_hash(writer)


def _id(number: int) -> str:
    from schema.identifiers import ric_check

    body = f"3605021980{number % 9 + 1:02d}{number // 9 % 28 + 1:02d}{number // 252 % 1000:03d}"
    return body + ric_check(body)


def _command(folder: Path) -> list[str]:
    sources = [str(folder / "register.yaml"), str(folder / "clues.yaml")]
    return [sys.executable, "-m", "graph_service.cli", "load", *sources, "--data", str(folder), "--json"]


def _run(folder: Path, settings: Settings) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(folder), cwd=ROOT, env=environment_of(settings), capture_output=True, text=True, check=False
    )


def _wait_for_rows(writer: Writer, at_least: int, process: "subprocess.Popen[str]") -> None:
    while process.poll() is None:
        if writer.run_read("RETURN COUNT { (:Clue) } AS n")[0][0]["n"] >= at_least:
            return
        time.sleep(0.01)


def test_killed_loader_is_completed_by_the_next_run(
    server: Running, writer: Writer, settings: Settings, folder: Path, clean: str
) -> None:
    draw = random.Random(_SEED)  # noqa: S311 - moments, not secrets
    for _ in range(_KILLS):
        wipe(server, writer)
        process = subprocess.Popen(
            _command(folder), cwd=ROOT, env=environment_of(settings), stdout=subprocess.DEVNULL, text=True
        )
        _wait_for_rows(writer, draw.randrange(1, _ROWS), process)
        time.sleep(draw.random() * 0.2)
        process.send_signal(signal.SIGKILL)
        process.wait()

        again = _run(folder, settings)

        assert again.returncode == 0, again.stderr
        assert graph_hash(writer) == clean
        assert writer.run_read("MATCH (l:Load) WHERE l.state <> 'DONE' RETURN count(l) AS n")[0] == [{"n": 0}]


@pytest.mark.long
def test_neo4j_that_dies_in_mid_load_is_a_named_error_and_the_next_run_completes_it(
    own: Settings, folder: Path, clean: str
) -> None:
    running = embedded.start(own, owned=False)
    with Writer(running) as writer:
        process = subprocess.Popen(
            _command(folder),
            cwd=ROOT,
            env=environment_of(own),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        _wait_for_rows(writer, 500, process)
    assert running.pid
    os.kill(running.pid, signal.SIGKILL)
    _, told = process.communicate(timeout=120)

    assert process.returncode == 2
    assert "error [GRAPH_UNAVAILABLE]" in told
    assert "Traceback" not in told

    with embedded.ensure(own) as again:
        assert _run(folder, own).returncode == 0
        with Writer(again) as writer:
            assert graph_hash(writer) == clean
            assert writer.run_read("MATCH (l:Load) WHERE l.state <> 'DONE' RETURN count(l) AS n")[0] == [{"n": 0}]


def test_two_loaders_at_once_are_refused(server: Running, writer: Writer, settings: Settings, folder: Path) -> None:
    from loaders.ledger.lease import Lease

    wipe(server, writer)
    with Lease(writer):
        done = _run(folder, settings)

    assert done.returncode == 2
    assert "error [CONFLICT]: another load is running" in done.stderr
