"""Public ids redirect for ever: the id of a node that was merged answers for its survivor, with the rights of both."""

from collections.abc import Iterator

import pytest

from graph_service.graph import Writer
from graph_service.identity.merges import MergeReason, merge, unmerge
from tests.api.conftest import Caller
from tests.sketch import Sketch

_REASON = MergeReason("o_1", "test")
ROOTS = {
    "node": "query($id: ID!) { node(id: $id) { id caption } }",
    "person": "query($id: ID!) { person(id: $id) { id name namedIn(first: 100) { id } } }",
    "people": "query($id: ID!) { people(filter: {id: $id}) { totalCount nodes { id } } }",
    "expand": "query($id: ID!) { expand(id: $id) { counts { type outgoing count } edges { id } totalCount } }",
    "paths from": 'query($id: ID!) { paths(from: $id, to: "clue_03") { sentence nodes { id } } }',
    "paths to": 'query($id: ID!) { paths(from: "clue_03", to: $id) { sentence nodes { id } } }',
    "clues": "query($id: ID!) { clues(filter: {person: $id}, first: 100) { totalCount nodes { id } } }",
    "newest": "query($id: ID!) { clues(filter: {person: $id}, orderBy: NEWEST, first: 5) { totalCount nodes { id } } }",
    "alerts": "query($id: ID!) { alerts(filter: {person: $id}) { totalCount nodes { id } } }",
    "vehicles": "query($id: ID!) { vehicles(filter: {owner: $id}) { totalCount nodes { id } } }",
}
UNIT_ROOTS = {
    "unit": "query($id: ID!) { unit(id: $id) { id name } }",
    "audit": "query($id: ID!) { auditLinkedIssues(unit: $id) { totalCount nodes { finding { id } unit { id } } } }",
    "clues": "query($id: ID!) { clues(filter: {unit: $id}, first: 100) { totalCount nodes { id } } }",
    "issues": "query($id: ID!) { inspectionIssues(filter: {unit: $id}) { totalCount nodes { id } } }",
    "units": "query($id: ID!) { units(filter: {superior: $id}) { totalCount nodes { id } } }",
    "people": "query($id: ID!) { people(filter: {unit: $id}) { totalCount nodes { id } } }",
    "projects": "query($id: ID!) { projects(filter: {tenderer: $id}) { totalCount nodes { id } } }",
    "both": 'query($id: ID!) { clues(filter: {unit: $id, person: "person_0"}) { totalCount nodes { id } } }',
}


@pytest.fixture(scope="module")
def merged(world: Sketch, writer: Writer) -> Iterator[Writer]:
    """The city with people and units merged into others; the next module draws it anew."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    merge(writer, "person_4", "person_1", _REASON)
    merge(writer, "person_1", "person_0", _REASON)
    merge(writer, "unit_2", "unit_0", _REASON)
    merge(writer, "person_tours", "person_2", _REASON)
    merge(writer, "person_3", "person_secret", _REASON)
    yield writer
    for absorbed in ("person_3", "person_tours", "unit_2", "person_1", "person_4"):
        unmerge(writer, absorbed, _REASON)


async def same(caller: Caller, query: str, one: str, other: str) -> bool:
    first, second = [await caller.answer(query, {"id": uid}) for uid in (one, other)]
    return first == second


@pytest.mark.parametrize("name", ROOTS)
async def test_every_root_answers_for_the_survivor(name: str, disc: Caller, merged: Writer) -> None:
    for absorbed in ("person_4", "person_1"):
        found = await disc.ask(ROOTS[name], {"id": absorbed})

        assert found == await disc.ask(ROOTS[name], {"id": "person_0"}), absorbed
    assert "person_0" in str(found) or "clue_" in str(found) or name in {"alerts", "vehicles", "expand"}


@pytest.mark.parametrize("name", UNIT_ROOTS)
async def test_every_root_that_takes_a_unit_answers_for_the_survivor(name: str, disc: Caller, merged: Writer) -> None:
    found = await disc.ask(UNIT_ROOTS[name], {"id": "unit_2"})

    assert found == await disc.ask(UNIT_ROOTS[name], {"id": "unit_0"})


@pytest.mark.parametrize("name", ROOTS)
async def test_who_may_not_read_the_absorbed_or_the_survivor_finds_nothing(
    name: str, disc: Caller, tour: Caller, merged: Writer
) -> None:
    # person_tours is for the tour team only; person_3 went into somebody whom nobody may read.
    assert await same(disc, ROOTS[name], "person_tours", "person_nothing")
    assert await same(disc, ROOTS[name], "person_3", "person_nothing")
    assert await same(tour, ROOTS[name], "person_tours", "person_2")


async def test_after_an_unmerge_the_old_id_answers_for_itself_again(disc: Caller, merged: Writer) -> None:
    query = ROOTS["person"]
    unmerge(merged, "person_4", _REASON)
    try:
        alone = (await disc.ask(query, {"id": "person_4"}))["person"]
        assert alone["id"] == "person_4"
    finally:
        merge(merged, "person_4", "person_0", _REASON)

    again = (await disc.ask(query, {"id": "person_4"}))["person"]
    assert again["id"] == "person_0"
    assert {each["id"] for each in alone["namedIn"]} < {each["id"] for each in again["namedIn"]}


async def test_number_of_an_absorbed_node_leads_to_the_survivor_too(disc: Caller, merged: Writer) -> None:
    query = ROOTS["node"]

    found = await disc.ask(query, {"id": "person:11010119800101004X"})

    assert found["node"]["id"] == "person_0"

    by_number = "query($v: String!) { person(idNumber: $v) { id } people(filter: {idNumber: $v}) { nodes { id } } }"
    answer = await disc.ask(by_number, {"v": "11010119800101004X"})
    assert answer == {"person": {"id": "person_0"}, "people": {"nodes": [{"id": "person_0"}]}}


async def test_a_mention_of_an_absorbed_node_means_the_survivor(disc: Caller, merged: Writer) -> None:
    asked = '{ clue(number: "XS-001") { mentions { start entity { id } candidates { id } } } }'

    first, second, *_ = (await disc.ask(asked))["clue"]["mentions"]

    assert first["entity"] == {"id": "person_0"}  # told of person_1
    assert second["candidates"] == [{"id": "person_2"}]  # person_3 went into somebody whom nobody may read
