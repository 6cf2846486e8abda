"""The real network of persons and crimes, by its declaration alone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph_service.embedded import Running
from graph_service.settings import Settings
from loaders.declare.source_file import read_source
from loaders.load.one_source import load_source
from tests.commands import environment_of
from tests.loading import Loading, counts

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT.parent / "shared" / "data" / "crime_network"
DECLARATION = ROOT / "loaders" / "sources" / "crime_network.yaml"
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="needs ../shared/data/crime_network, which is not in the project"
)

_PAIRS = """
MATCH (a:Clue)-[:NAMES]->(p:Person)<-[:NAMES]-(b:Clue) WHERE a.uid < b.uid
WITH a, b, count(DISTINCT p) AS shared
RETURN shared, count(*) AS pairs ORDER BY shared
"""


def test_network_has_the_known_figures_and_a_second_load_changes_nothing(loading: Loading) -> None:
    source = read_source(DECLARATION)

    first = load_source(source, DATA, loading.environment, lambda *_: None)
    before = loading.hash()
    second = load_source(source, DATA, loading.environment, lambda *_: None)

    assert counts(first) == (1476, 1476, 0, 0)
    assert counts(second) == (1476, 0, 1476, 0)
    assert loading.hash() == before
    found = loading.rows(
        "RETURN COUNT { (:Person) } AS persons, COUNT { (:Clue) } AS clues, COUNT { ()-[:NAMES]->() } AS namings"
    )
    assert found == [{"persons": 829, "clues": 551, "namings": 1476}]
    assert {row["shared"]: row["pairs"] for row in loading.rows(_PAIRS)} == {1: 2214, 2: 122, 3: 7}


def test_second_load_writes_nothing_at_all(loading: Loading) -> None:
    source = read_source(DECLARATION)
    load_source(source, DATA, loading.environment, lambda *_: None)
    everything = "MATCH (n) RETURN count(n) AS nodes, sum(size(keys(n))) AS properties"
    ledger = "MATCH (l:Load) RETURN l.uid AS uid, toString(l.finished_at) AS at"
    before = loading.rows(everything) + loading.rows(ledger)

    load_source(source, DATA, loading.environment, lambda *_: None)

    assert loading.rows(everything) + loading.rows(ledger) == before


@pytest.mark.usefixtures("server")
def test_command_prints_one_object_per_source_and_nothing_else(loading: Loading, settings: Settings) -> None:
    command = [sys.executable, "-m", "graph_service.cli", "load", str(DECLARATION), "--data", str(DATA), "--json"]

    done = subprocess.run(command, cwd=ROOT, env=environment_of(settings), capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 1
    told = json.loads(lines[0])
    assert list(told) == ["source", "read", "merged", "unchanged", "rejected", "seconds"]
    assert (told["source"], told["read"], told["merged"]) == ("crime_network", 1476, 1476)


def test_dry_run_tells_and_writes_nothing(loading: Loading, server: Running) -> None:
    source = read_source(DECLARATION)
    environment = type(loading.environment)(
        loading.environment.writer, loading.environment.uid_key, loading.environment.home, "tester", dry_run=True
    )

    told = load_source(source, DATA, environment, lambda *_: None)

    assert counts(told) == (1476, 1476, 0, 0)
    assert loading.rows("MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock RETURN count(n) AS n") == [{"n": 0}]
    assert server.uri
