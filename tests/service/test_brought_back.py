"""The embedded Neo4j of a service dies and comes back; two services start at once on nothing, and one outlives the other."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from graph_service import embedded
from graph_service.rights.viewer import Tokens
from graph_service.server import homelock
from graph_service.server.config import Folders
from graph_service.settings import Settings, read_settings
from tests.conftest import QUICK
from tests.service.processes import Service, environment, lives, service, until

BEING_STARTED = {"status": "the graph does not answer", "neo4j": {"attempt": 1}}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Settings]:
    """Settings of a home of the test's own, with a name that not every locale can write."""
    settings = read_settings(home=tmp_path / "云江 home")
    yield settings
    embedded.stop(settings)


def java(settings: Settings) -> int:
    state = homelock.read_state(Folders.of(settings))
    return state.pid if state and state.pid and lives(state.pid) else 0


@pytest.mark.long
def test_neo4j_is_brought_back_by_whoever_lives(own: Settings) -> None:
    """The locale is C all the while."""
    memory = {"neo4j_heap_initial": "128m", "neo4j_heap_max": "512m", "neo4j_page_cache": "64m"}
    told = environment(own.home, None, **memory, **QUICK) | {"LC_ALL": "C"}
    token = Tokens(own).sign("o_nobody")
    with ExitStack() as stack, ThreadPoolExecutor(2) as pool:
        started = [pool.submit(stack.enter_context, service(told)) for _ in range(2)]
        both: list[Service] = [each.result() for each in started]
        assert all(each.ask("{ viewer { id } }", token).status_code == 401 for each in both)

        first = java(own)
        os.kill(first, signal.SIGKILL)
        until(lambda: both[0].read("/readyz").json() == BEING_STARTED)
        until(lambda: all(each.is_ready for each in both))
        second = java(own)
        assert second not in (0, first)

        state = homelock.read_state(Folders.of(own))
        owner = next(each for each in both if state and each.process.pid == state.owner_pid)
        other = next(each for each in both if each is not owner)
        owner.process.kill()
        until(lambda: java(own) not in (0, second) and other.is_ready)
        assert other.ask("{ viewer { id } }", token).status_code == 401
        last = java(own)
    until(lambda: not lives(last))
