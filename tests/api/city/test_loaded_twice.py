"""The city as it is loaded, and loaded again: the second time nothing is written."""

from dataclasses import dataclass

import pytest

from graph_service.cypher.content_hash import graph_hash
from graph_service.graph import Writer
from graph_service.linkage.propose import Proposed, propose_links
from graph_service.settings import Settings
from loaders.load.one_source import Outcome
from tests.api.city.conftest import LoadedCity, load

_COUNTS = "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS nodes"


@dataclass(frozen=True)
class Again:
    """What came of loading and linking the city once more, and its graph before and after."""

    loads: list[Outcome]
    links: Proposed
    hashes: tuple[str, str]


@pytest.fixture(scope="module")
def again(city: LoadedCity, writer: Writer, settings: Settings) -> Again:
    before = graph_hash(writer)
    loads = load(city.folder, settings)
    links = propose_links(writer, settings.read_uid_key(), lambda *_: None)
    return Again(loads, links, (before, graph_hash(writer)))


def test_no_row_is_rejected(city: LoadedCity) -> None:
    assert {each.source: each.rejected for each in city.first if each.rejected} == {}
    assert {each.source: each.read for each in city.first} == city.truth["rows"]


def test_the_graph_holds_what_the_truth_counts(city: LoadedCity, writer: Writer) -> None:
    counts = {row["label"]: row["nodes"] for row in writer.run_read(_COUNTS)[0]}

    assert {kind: counts.get(kind) for kind in city.truth["kinds"]} == city.truth["kinds"]


def test_every_row_is_counted_and_links_are_proposed(city: LoadedCity) -> None:
    for each in city.first:
        assert each.read == each.merged + each.unchanged + each.rejected
    assert city.links.new == city.links.links > 0


@pytest.mark.long
def test_the_second_load_writes_nothing(city: LoadedCity, again: Again) -> None:
    assert sum(each.merged for each in again.loads) == 0
    assert sum(each.unchanged for each in again.loads) == sum(each.read for each in city.first)
    assert again.hashes[0] == again.hashes[1]
    assert (again.links.new, again.links.withdrawn) == (0, 0)
