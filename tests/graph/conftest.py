"""What the tests on a real Neo4j share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_service import embedded
from graph_service.settings import Settings, read_settings
from tests.conftest import QUICK


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Settings]:
    """Settings of a small server of the test's own, for tests that start, stop or break it."""
    settings = read_settings(
        home=tmp_path / "own home",
        neo4j_heap_initial="128m",
        neo4j_heap_max="512m",
        neo4j_page_cache="64m",
        **QUICK,
    )
    yield settings
    embedded.stop(settings)
