"""The questions that people put to a crime graph, each in one operation; judged by counting in the exported files."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from loaders.declare.source_file import read_source
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import load_source
from tests.api.asked import answer_of, viewer_of
from tests.conftest import wipe
from tests.loading import Loading
from tests.pole import COUNTS, LINKS, POLE, pole

Rows = dict[str, list[dict[str, str]]]
_GROUPS = "groups { count keys { value } }"


@pytest.fixture(scope="module")
def rows() -> Rows:
    """What the files say, by file."""
    return {name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text))) for name, text in pole().items()}


@pytest.fixture(scope="module")
def loaded(server: Running, writer: Writer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """The whole export, loaded."""
    folder = tmp_path_factory.mktemp("pole")
    wipe(server, writer)
    migrate(writer)
    loading = Loading(LoadEnvironment(writer, b"k" * 43, folder / "home", "tester"), folder)
    for name, text in pole().items():
        loading.write(name, text)
    for name in COUNTS | LINKS:
        load_source(read_source(POLE / "mended" / f"{name}.yaml"), folder, loading.environment, lambda *_: None)
    yield writer
    wipe(server, writer)


async def ask(loaded: Writer, graph: Graph, text: str) -> dict[str, Any]:
    return await answer_of(graph, viewer_of(loaded, "CASE_MGMT"), f"query Main {{ {text} }}")


def counts(answer: dict[str, Any]) -> Counter[str]:
    return Counter({row["keys"][0]["value"]: row["count"] for row in answer["grouped"]["groups"]})


async def test_crimes_by_type_top_officers_and_top_places(loaded: Writer, graph: Graph, rows: Rows) -> None:
    asked = "clues(first: 0) {{ grouped(by: [{}], first: 1000) {{ {} }} }}"
    text = " ".join(
        f"{name}: {asked.format(by, _GROUPS)}"
        for name, by in (("types", "TITLE"), ("officers", "INVESTIGATED_BY"), ("places", "NAMES_PLACE"))
    )
    answer = await ask(loaded, graph, text)

    officers = {each[":ID"]: f"{each['name']} {each['surname']}" for each in rows["officers"]}
    places = {each[":ID"]: each["address"] for each in rows["locations"]}
    assert counts(answer["types"]) == Counter(each["type"] for each in rows["crimes"])
    # Several officers of one name are groups of their own.
    handled = Counter(each[":END_ID"] for each in rows["investigated_by"])
    told = [(row["keys"][0]["value"], row["count"]) for row in answer["officers"]["grouped"]["groups"]]
    assert sorted(told) == sorted((officers[each], count) for each, count in handled.items())
    assert [count for _, count in told] == sorted(handled.values(), reverse=True)
    assert counts(answer["places"]) == Counter(places[each[":END_ID"]] for each in rows["occurred_at"])


async def test_crimes_of_one_type_by_month(loaded: Writer, graph: Graph, rows: Rows) -> None:
    grouped = "grouped(by: [OCCURRED_FROM_MONTH], orderBy: KEY) { groups { count keys { value } } }"
    text = f'clues(first: 0, filter: {{where: {{title: {{eq: "Drugs"}}}}}}) {{ {grouped} }}'
    answer = await ask(loaded, graph, text)

    days = [each["date"].split("/") for each in rows["crimes"] if each["type"] == "Drugs"]
    assert counts(answer["clues"]) == Counter(f"{year}-{month}" for _, month, year in days)


async def test_who_knows_most_parties_to_crimes_and_is_party_to_none(loaded: Writer, graph: Graph, rows: Rows) -> None:
    text = "people(first: 20, orderBy: NAMED_AROUND, filter: {where: {namedIn: {none: {}}}}) { nodes { id provenance { sourceKey } } }"
    answer = await ask(loaded, graph, text)

    parties = {each[":START_ID"] for each in rows["party_to"]}
    around: dict[str, set[str]] = defaultdict(set)
    for each in [*rows["knows"], *rows["family_rel"]]:
        one, other = each[":START_ID"], each[":END_ID"]
        around[one] |= {other} & parties
        around[other] |= {one} & parties
    expected = sorted(
        (len(around[each[":ID"]]) for each in rows["persons"] if each[":ID"] not in parties), reverse=True
    )
    found = [each["provenance"]["sourceKey"] for each in answer["people"]["nodes"]]
    assert not parties & set(found)
    assert [len(around[each]) for each in found] == expected[: len(found)]
    assert expected[0] > expected[len(found) - 1]


async def test_the_people_of_most_crimes_come_first(loaded: Writer, graph: Graph, rows: Rows) -> None:
    answer = await ask(
        loaded, graph, "people(first: 10, orderBy: NAMED_IN_DESC) { nodes { namedInConnection { totalCount } } }"
    )

    crimes: dict[str, set[str]] = defaultdict(set)
    for each in rows["party_to"]:
        crimes[each[":START_ID"]].add(each[":END_ID"])
    expected = sorted(map(len, crimes.values()), reverse=True)[:10]
    assert [each["namedInConnection"]["totalCount"] for each in answer["people"]["nodes"]] == expected


async def test_the_shortest_way_between_two_people_goes_over_whom_they_know(
    loaded: Writer, graph: Graph, rows: Rows
) -> None:
    first = rows["knows"][0]
    ids = await ask(loaded, graph, "people(first: 200) { nodes { id provenance { sourceKey } } }")
    uids = {each["provenance"]["sourceKey"]: each["id"] for each in ids["people"]["nodes"]}
    ends = f'from: "{uids[first[":START_ID"]]}", to: "{uids[first[":END_ID"]]}"'
    answer = await ask(loaded, graph, f"paths({ends}, first: 1) {{ nodes {{ id }} edges {{ type }} }}")

    assert answer["paths"] == [
        {"nodes": [{"id": uids[first[":START_ID"]]}, {"id": uids[first[":END_ID"]]}], "edges": [{"type": "KNOWS"}]}
    ]


async def test_who_has_a_phone_that_called_and_drives_nothing_that_was_involved(loaded: Writer, graph: Graph) -> None:
    given = "{where: {phones: {some: {phone: {where: {callsMade: {count: {gte: 2}}}}}}}}"
    answer = await ask(
        loaded,
        graph,
        f"people(filter: {given}, first: 100) {{ totalCount nodes {{ phones {{ phone {{ callsMadeConnection {{ totalCount }} }} }} }} }}",
    )

    assert answer["people"]["totalCount"] > 0
    for each in answer["people"]["nodes"]:
        assert any(phone["phone"]["callsMadeConnection"]["totalCount"] >= 2 for phone in each["phones"])
