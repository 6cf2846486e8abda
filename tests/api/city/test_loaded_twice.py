"""The city loaded twice: the second time nothing is written."""

from graph_service.graph import Writer
from tests.api.city.conftest import LoadedCity

_COUNTS = "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS nodes"


def test_no_row_is_rejected(city: LoadedCity) -> None:
    assert {each.source: each.rejected for each in city.first if each.rejected} == {}
    assert {each.source: each.read for each in city.first} == city.truth["rows"]


def test_the_graph_holds_what_the_truth_counts(city: LoadedCity, writer: Writer) -> None:
    counts = {row["label"]: row["nodes"] for row in writer.run_read(_COUNTS)[0]}

    assert {kind: counts.get(kind) for kind in city.truth["kinds"]} == city.truth["kinds"]


def test_every_row_is_counted(city: LoadedCity) -> None:
    for each in city.first + city.second:
        assert each.read == each.merged + each.unchanged + each.rejected


def test_the_second_load_merges_nothing(city: LoadedCity) -> None:
    assert sum(each.merged for each in city.second) == 0
    assert sum(each.unchanged for each in city.second) == sum(each.read for each in city.first)


def test_the_graph_stays_the_same(city: LoadedCity) -> None:
    assert city.hashes[0] == city.hashes[1]


def test_links_are_proposed_once(city: LoadedCity) -> None:
    assert city.links.new == city.links.links > 0
    assert (city.links_again.new, city.links_again.withdrawn) == (0, 0)
