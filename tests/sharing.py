"""How the tests are shared out: a worker for each processor, each with a Neo4j of its own."""

import os
from pathlib import PurePosixPath

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from loaders.bulk.session import cores

TEST_URI = "LEADLINK_TEST_NEO4J_URI"
AT_MOST = 4  # workers; each has a Neo4j of about 1 GB, and the longest of the shares decides from there on
TOGETHER = "city"  # a folder of this name is one share: its tests stand on one city that takes long to load
# Last: whoever takes the schema away takes with it the plans of all that was asked; and small files fill the end of a run.
LATE = ("tests/graph/migrations/", "tests/unit/")


class Shares(LoadScopeScheduling):  # type: ignore[misc]  # xdist states no types
    """Hands out whole files, in their order; so a file's own graph is made once."""

    def _split_scope(self, nodeid: str) -> str:
        """Return the share that a test belongs to: its file, or its folder where that shares a city."""
        path = PurePosixPath(nodeid.split("::", 1)[0])
        return str(path.parent if path.parent.name == TOGETHER else path)


def turn(item: pytest.Item) -> int:
    """Return when a test has its turn; those with the same one come in the order of their names."""
    return next((number for number, folder in enumerate(LATE, 1) if item.nodeid.startswith(folder)), 0)


def names_files(config: pytest.Config) -> bool:
    """Return whether files are named, and not the whole suite or a folder is asked for."""
    return any(".py" in argument for argument in config.args)


def workers(config: pytest.Config) -> int:
    """Return how many workers a run is given: none of its own for named files, one processor or one given Neo4j."""
    alone = names_files(config) or cores() == 1 or os.environ.get(TEST_URI)
    return 0 if alone else min(cores(), AT_MOST)
