"""A first load by Neo4j's own import leaves the graph that loading leaves, whole or not at all."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graph_service import embedded
from graph_service.cypher.content_hash import graph_hash
from graph_service.cypher.marks import readers_of
from graph_service.errors import BadInput, Conflict
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.settings import Settings, read_settings
from loaders.bulk.outcome import Import
from loaders.bulk.session import ImportOptions, import_all
from loaders.declare.ordering import ordered
from loaders.declare.source_file import read_source
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import Outcome, load_source
from loaders.session import Unwatched, load_all
from tests.commands import environment_of
from tests.conftest import QUICK
from tests.loading import counts
from tests.marks import wrongly_marked
from tests.whole_world import WORLD, files_of

ROOT = Path(__file__).resolve().parents[3]
_KEY = "k" * 43
_KILLS = int(os.environ.get("LEADLINK_TEST_IMPORT_KILLS", "1"))
_UNKNOWN_READERS = f"MATCH (n) WHERE n.audience IS NOT NULL AND NOT EXISTS {{ (:Audience {{number: {readers_of('n')}}}) }} RETURN count(n) AS n"


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Sources in which everything happens that the import has to get right."""
    folder = tmp_path / "the world, all of it"
    folder.mkdir()
    return _written(folder)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Settings]:
    sizes = {"neo4j_heap_initial": "256m", "neo4j_heap_max": "512m", "neo4j_page_cache": "64m"}
    # The key of the loads beside it: of two rows that contradict each other, it decides which one wins.
    settings = read_settings(home=tmp_path / "own home", uid_key=_KEY, **QUICK, **sizes)
    yield settings
    embedded.stop(settings)


@dataclass(frozen=True)
class LoadedWorld:
    """The world as loading leaves it: what came of it, the graph's hash, and what its ledger says."""

    outcomes: list[Outcome]
    hash: str
    ledger: list[Any]


@pytest.fixture(scope="module")
def loaded(empty_graph: Writer, tmp_path_factory: pytest.TempPathFactory) -> LoadedWorld:
    """The world loaded once, which every import is held against."""
    migrate(empty_graph)
    folder = tmp_path_factory.mktemp("loaded")
    environment = LoadEnvironment(empty_graph, _KEY.encode(), folder / "home", "tester", chunk=50)
    sources = ordered([read_source(path) for path in _paths(_written(folder))])
    outcomes = [load_source(source, folder, environment, lambda *_: None) for source in sources]
    return LoadedWorld(outcomes, graph_hash(empty_graph), _ledger(empty_graph))


def _written(folder: Path) -> Path:
    for name, text in files_of(WORLD).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _imported(folder: Path, settings: Settings, dry_run: bool = False) -> Import:
    return import_all(ImportOptions(_paths(folder), folder, dry_run, 2), settings, Unwatched())


@pytest.mark.long
def test_an_import_is_the_graph_that_a_load_makes(loaded: LoadedWorld, world: Path, own: Settings) -> None:
    tried = _imported(world, own, dry_run=True)
    result = _imported(world, own)

    assert [counts(outcome) for outcome in result.outcomes] == [counts(outcome) for outcome in loaded.outcomes]
    assert [counts(outcome) for outcome in tried.outcomes] == [counts(outcome) for outcome in loaded.outcomes]
    _check_kept(own, result.outcomes)
    with pytest.raises(Conflict, match=r"not empty: it holds \d\d"):
        _imported(world, own)
    # One server for all that follows: none of what was refused has touched the graph.
    with embedded.ensure(own) as running, Writer(running) as writer:
        with pytest.raises(Conflict, match="runs already"):
            _imported(world, own)
        assert graph_hash(writer) == loaded.hash
        assert _ledger(writer) == loaded.ledger
        assert writer.run_read(_UNKNOWN_READERS)[0] == [{"n": 0}]
        assert wrongly_marked(writer) == {}
        _check_again(world, own, writer)
        assert graph_hash(writer) == loaded.hash


def _ledger(writer: Writer) -> list[Any]:
    told = (
        "MATCH (l:Load) OPTIONAL MATCH (r:RejectedRow)-[:REJECTED_IN]->(l) "
        "WITH l, r ORDER BY l.source, l.file, r.row "
        "RETURN l.source AS source, l.file AS file, l.file_hash AS hash, l.mapping_hash AS mapping, l.state AS state, "
        "l.read AS read, l.merged AS merged, l.unchanged AS unchanged, l.rejected AS rejected, "
        "collect([r.row, r.column, r.reason_zh]) AS rows"
    )
    sources = "MATCH (s:Source) WITH s ORDER BY s.name RETURN collect(properties(s)) AS rows"
    return [writer.run_read(text)[0] for text in (told, sources)]


def _check_kept(own: Settings, outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        lines = sum(len(path.read_bytes().splitlines()) for path in outcome.kept_in)
        assert lines == outcome.rejected
        assert all(path.stat().st_mode & 0o77 == 0 for path in outcome.kept_in)
    assert [path.name for path in (own.home / "import").iterdir()] == ["lock"]
    entries = sqlite3.connect(own.home / "vault" / "entries.db").execute("SELECT count(*) FROM entry").fetchall()
    assert entries == [(1,)], "who reported went past the import's tables"


def _check_again(world: Path, own: Settings, writer: Writer) -> None:
    written = "MATCH (n) WHERE n.load IS NOT NULL RETURN count(DISTINCT n.load) AS loads"
    loads = writer.run_read(written)[0]

    again = load_all(_paths(world), world, own, False, Unwatched())

    assert [outcome.merged for outcome in again] == [0] * len(again)
    assert writer.run_read(written)[0] == loads


def test_a_file_that_does_not_fit_leaves_nothing_behind(world: Path, own: Settings) -> None:
    (world / "units.csv").write_text("代码,名称\n", encoding="utf-8")

    with pytest.raises(BadInput, match="column '上级' missing"):
        _imported(world, own)

    assert not (own.home / "neo4j" / "data").exists()
    assert not list((own.home / "import" / "tables").iterdir())


def test_a_refusal_of_one_process_is_the_refusal_of_all(world: Path, own: Settings) -> None:
    rows = "".join(f"X{number},题,昨天,,,T1,,,,,,,\n" for number in range(60))
    head = (world / "clues.csv").read_text(encoding="utf-8").partition("\n")[0]
    (world / "clues.csv").write_text(f"{head}\n{rows}", encoding="utf-8")

    with pytest.raises(BadInput, match="column '日期' rejects"):
        _imported(world, own)

    assert not (own.home / "neo4j" / "data").exists()


def test_a_disk_that_is_too_small_is_told_before_anything_is_read(
    world: Path, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.bulk.staging._SPACE_LEAST", 1 << 60)

    with pytest.raises(Exception, match="not enough disk space for the import"):
        _imported(world, own)


def _command(folder: Path) -> list[str]:
    command = [sys.executable, "-m", "graph_service.cli", "import"]
    return [*command, *map(str, _paths(folder)), "--data", str(folder), "--json"]


def _environment(settings: Settings) -> dict[str, str]:
    return environment_of(settings) | {"LEADLINK_UID_KEY": _KEY}


def _run(folder: Path, settings: Settings) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(folder), cwd=ROOT, env=_environment(settings), capture_output=True, text=True, check=False
    )


@pytest.mark.long
def test_an_import_that_is_cut_off_leaves_no_half_graph_and_is_completed_by_the_same_command(
    world: Path, own: Settings, loaded: LoadedWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(7)  # noqa: S311 - a moment, not a secret
    for number in range(_KILLS):
        process = subprocess.Popen(
            _command(world), cwd=ROOT, env=_environment(own), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _wait_for_stage(own, number)
        time.sleep(draw.uniform(0, 1.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert process.returncode == -signal.SIGKILL
        assert not (own.home / "neo4j" / "data" / "databases" / "neo4j").exists()
    with monkeypatch.context() as broken:
        broken.setattr("loaders.bulk.staging.Staging._switch", _cut_off)
        with pytest.raises(InterruptedError):
            _imported(world, own)
    assert not (own.home / "neo4j" / "data" / "databases" / "neo4j").exists()

    done = _run(world, own)

    assert done.returncode == 0, done.stderr
    assert "broken off at its last step is complete" in done.stderr
    with embedded.ensure(own) as running, Writer(running) as writer:
        assert graph_hash(writer) == loaded.hash
        assert _ledger(writer) == loaded.ledger


def _wait_for_stage(own: Settings, number: int) -> None:
    # In turn: while mapping, while Neo4j imports, while the schema is made.
    staging = own.home.absolute() / "import"
    signs = ("shares", "tables/Person.header.csv", "home/neo4j/data/databases/neo4j/neostore.nodestore.db")
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not (staging / signs[number % len(signs)]).exists():
        time.sleep(0.05)


def _cut_off(_staging: object) -> None:
    raise InterruptedError
