"""One Neo4j for each worker of a run; it is wiped only where nothing of value can be."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from xdist.remote import Producer  # type: ignore[import-untyped]

from graph_service.embedded import Running, ensure
from graph_service.errors import GraphServiceError, GraphUnavailable
from graph_service.graph import Writer
from graph_service.progress import ShownSteps
from graph_service.server.config import Folders
from graph_service.settings import Settings, read_settings
from tests.loading import clear
from tests.sharing import TEST_URI, Shares, names_files, turn, workers

TEST_PASSWORD = "LEADLINK_TEST_NEO4J_PASSWORD"
# A server of some minutes never earns back what it compiles again and again, nor new plans: the graphs of the tests are
# small, and each is another one. One that lasts for a worker's share of all tests earns its second compiler back, if that
# takes only what runs eight times as often as Java waits for: else it is two fifths of the first load of a city.
_COLLECTOR = "-XX:-UseG1GC -XX:+UseSerialGC"
_OFTEN = {
    "InvocationThreshold": 40_000,
    "MinInvocationThreshold": 4_800,
    "CompileThreshold": 120_000,
    "BackEdgeThreshold": 320_000,
}
_JAVA_OPTIONS = "LEADLINK_TEST_JAVA_OPTIONS"
QUICK = {
    "neo4j_java_options": os.environ.get(_JAVA_OPTIONS, f"{_COLLECTOR} -XX:TieredStopAtLevel=1"),
    "neo4j_replan_seconds": os.environ.get("LEADLINK_TEST_REPLAN_SECONDS", "3600"),
}
_SECOND = " ".join(f"-XX:Tier4{name}={number}" for name, number in _OFTEN.items())
_LASTING = QUICK | {"neo4j_java_options": os.environ.get(_JAVA_OPTIONS, f"{_COLLECTOR} {_SECOND}")}

# Enough to notice; many more are asked for by hand. A machine that runs other work beside is slow: time is not judged.
hypothesis.settings.register_profile(
    "leadlink", max_examples=int(os.environ.get("LEADLINK_TEST_EXAMPLES", "30")), deadline=None
)
hypothesis.settings.load_profile("leadlink")

_HOMES: dict[str, Settings] = {}  # of the servers of this run, by address
# What the person who runs the tests has set for their own installation must not reach it.
for _name in [name for name in os.environ if name.startswith("LEADLINK_") and not name.startswith("LEADLINK_TEST_")]:
    del os.environ[_name]
# Where Python is told to keep nothing that it compiled, each of the many processes would compile all of it anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    return workers(config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the tests in their order; leave the long ones out unless they are asked for or their file is named."""
    asked = os.environ.get("LEADLINK_TEST_LONG") == "1" or names_files(config)
    left = [] if asked else [item for item in items if item.get_closest_marker("long")]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("long")]
    items.sort(key=turn)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Shares:
    return Shares(config, log)


@pytest.fixture(scope="session")
def neo4j_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of its own; the blank in its name is part of the test."""
    return tmp_path_factory.mktemp("leadlink") / "the home"


@pytest.fixture(scope="session")
def settings(neo4j_home: Path) -> Settings:
    return read_settings(
        home=neo4j_home,
        demo=True,
        warm_start=False,
        keys_seconds=0,  # tests give keys where they search, so that none come in the middle of one
        neo4j_uri=os.environ.get(TEST_URI),
        neo4j_password=os.environ.get(TEST_PASSWORD),
        neo4j_heap_max=os.environ.get("LEADLINK_TEST_HEAP", "1g"),
        neo4j_page_cache="256m",
        **(_LASTING if "PYTEST_XDIST_WORKER" in os.environ else QUICK),
        read_timeout_seconds=60,  # a cold server on a busy machine plans slowly; the bound itself has its own test
        port=0,
    )


@pytest.fixture(scope="session")
def server(settings: Settings) -> Iterator[Running]:
    """The Neo4j of the run: the one at LEADLINK_TEST_NEO4J_URI, else an embedded one started here."""
    with ShownSteps() as steps:
        running = ensure(settings, steps)
    _HOMES[running.uri] = settings
    yield running
    running.close()


@pytest.fixture(scope="session")
def writer(server: Running) -> Iterator[Writer]:
    with Writer(server) as writer:
        yield writer


@pytest.fixture(scope="module")
def empty_graph(server: Running, writer: Writer) -> Writer:
    """The writer on an emptied graph, once per module."""
    wipe(server, writer)
    return writer


def wipe(server: Running, writer: Writer) -> None:
    """Delete everything, but only in a database that this run started or that says it is for tests."""
    ours = server.end is not None
    if not ours and not writer.run_read("MATCH (n:TestDatabase) RETURN 1 AS found LIMIT 1")[0]:
        pytest.exit(f"{TEST_URI} names a database without a (:TestDatabase) node: refusing to wipe it", returncode=2)
    try:
        clear(writer, keep="TestDatabase")
    except GraphServiceError as error:
        if not ours or server.uri not in _HOMES or error.code not in {GraphServiceError.code, GraphUnavailable.code}:
            raise
        _begin_anew(server, _HOMES[server.uri])
        clear(writer, keep="TestDatabase")


def _begin_anew(server: Running, settings: Settings) -> None:
    """Restart a server that broke in the middle of a run: what it fails at says its log, and 500 tests more would say nothing.

    The new one answers on the same port, so that whoever is connected goes on; it ends with this process.
    """
    log = Folders.of(settings).root / "logs" / "debug.log"
    told = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if " ERROR " in line]
    print("the tests' Neo4j is broken and begun anew:", *told[-20:], sep="\n  ", file=sys.__stderr__, flush=True)
    server.close()
    with ShownSteps() as steps:
        if ensure(settings, steps).uri != server.uri:
            pytest.exit("the tests' Neo4j came back on another port", returncode=2)
