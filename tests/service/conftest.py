"""What the tests on running services share."""

from collections.abc import Iterator

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.service.processes import Service, environment, service

SECRET = "metrics-for-the-watch"


@pytest.fixture(scope="session")
def tokens(settings: Settings) -> Tokens:
    return Tokens(settings)


@pytest.fixture(scope="module")
def two_workers(settings: Settings, server: Running, empty_graph: Writer) -> Iterator[Service]:
    """A service of two workers on the Neo4j of the run, emptied: an earlier file may have loaded it with another key."""
    told = environment(settings.home, server, metrics_token=SECRET)
    with service(told, "--workers", "2") as running:
        yield running
