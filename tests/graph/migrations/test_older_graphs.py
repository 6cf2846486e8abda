"""A graph that an earlier version made comes up unchanged, with the schema of a new one, and goes on loading."""

from pathlib import Path

import pytest

from graph_service.cypher.content_hash import graph_hash
from graph_service.graph import Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.migrations.model_step import difference
from graph_service.migrations.state import read_state
from loaders.declare.ordering import ordered
from loaders.declare.source_file import read_source
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import load_source
from tests.marks import wrongly_marked
from tests.older_graphs import FOLDER, SOURCES, UID_KEY, restore_graph

# The first load keeps who may read all of a source, which may be an audience that no row has.
_OF_DATA = (
    "MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock AND NOT n:Edition AND NOT n:Load AND NOT n:RejectedRow AND NOT n:Audience "
    "RETURN count(n) AS nodes"
)
# Of the two rows of one key in people-1 and people-2 the uid key of the home decided then, what they say decides now:
# the row that wins now may bring its phone and its place.
_OF_THE_OTHER_ROW = 2


@pytest.fixture(params=sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def older(request: pytest.FixtureRequest, bare: Writer) -> Writer:
    """The writer on a graph of the past."""
    path: Path = request.param
    restore_graph(bare, path)
    return bare


def test_an_older_graph_keeps_its_content_and_goes_on_loading(older: Writer, tmp_path: Path) -> None:
    before, nodes = graph_hash(older), older.run_read(_OF_DATA)[0][0]["nodes"]

    migrate(older, fingerprint_of(UID_KEY))

    assert difference(read_state(older)).is_none
    assert graph_hash(older) == before
    assert wrongly_marked(older) == {}
    environment = LoadEnvironment(older, UID_KEY, tmp_path, "tester")
    sources = ordered([read_source(path) for path in sorted(SOURCES.glob("*.yaml"))])
    first, settled, again = (
        [load_source(source, SOURCES, environment, lambda *_: None) for source in sources],
        older.run_read(_OF_DATA)[0][0]["nodes"],
        [load_source(source, SOURCES, environment, lambda *_: None) for source in sources],
    )
    assert sum(outcome.unchanged for outcome in first) > 20
    assert {outcome.source for outcome in first if outcome.merged} <= {"people"}
    assert sum(outcome.merged for outcome in first) <= 1
    assert 0 <= settled - nodes <= _OF_THE_OTHER_ROW
    assert sum(outcome.merged for outcome in again) == 0
    assert older.run_read(_OF_DATA)[0][0]["nodes"] == settled
    assert wrongly_marked(older) == {}, "what was loaded since has its marks too"
