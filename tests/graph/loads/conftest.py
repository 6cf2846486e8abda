"""A graph and a folder for each test that loads."""

from pathlib import Path

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from loaders.load.environment import LoadEnvironment
from tests.conftest import wipe
from tests.loading import Loading


@pytest.fixture
def loading(server: Running, writer: Writer, tmp_path: Path) -> Loading:
    """An empty, migrated graph and an empty folder."""
    wipe(server, writer)
    migrate(writer)
    folder = tmp_path / "data"
    folder.mkdir()
    return Loading(LoadEnvironment(writer, b"k" * 43, tmp_path / "home", "tester", chunk=50), folder)
