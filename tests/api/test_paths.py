"""Paths: shortest and rarest first, each sequence of nodes once, page by page, within rights."""

from typing import Any

import pytest

from graph_service.graph import Writer
from tests.api.between import ENDS, LIST, PAGE, between, drawn, page
from tests.api.conftest import Caller, InNewGraph
from tests.world import NOBODY

_HIDDEN = """MATCH (a:Person {uid: 'person_a'}), (b:Person {uid: 'person_b'}), (u:Unit {uid: 'unit_office'}), (p:Phone {uid: 'phone_shared'})
CREATE (a)-[:KIN_OF {uid: 'hidden_1', audience: $nobody}]->(b)
CREATE (m:Clue:Matter {uid: 'clue_hidden', number: '0', audience: $nobody})
CREATE (m)-[:NAMES {uid: 'hidden_2', audience: $nobody}]->(a), (m)-[:NAMES {uid: 'hidden_3', audience: $nobody}]->(b)
FOREACH (i IN range(1, 300) | CREATE (:Person {uid: 'person_h' + i, audience: $nobody})-[:USES_PHONE {uid: 'hidden_p' + i, audience: $nobody}]->(p))
FOREACH (i IN range(1, 9) | CREATE (a)-[:HOLDS_POST {uid: 'hidden_u' + i, audience: $nobody}]->(u))"""


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph) -> Caller:
    return in_new_graph(drawn())


async def test_the_shortest_come_first_then_what_leads_over_the_least_tied_then_by_kind_and_name(
    caller: Caller,
) -> None:
    found = await page(caller, maxHops=3)

    told = [([node["caption"] for node in edge["node"]["nodes"][1:-1]], edge["mostTies"]) for edge in found["edges"]]
    assert told == [
        (["13800000000"], 2),
        (["13800000001"], 2),
        (["反映张甲"], 3),
        (["云江市财政局"], 10),
        (["赣K12345", "T1"], 2),
        (["王丙", "恒光电力"], 3),
    ]


async def test_the_list_holds_the_first_of_the_same_paths(caller: Caller) -> None:
    whole = await between(caller)

    for first in (0, 1, 4, 50):
        listed = (await caller.ask(LIST, {**ENDS, "first": first}))["paths"]
        assert [" ".join(node["id"] for node in path["nodes"][1:-1]) for path in listed] == whole[:first]
    assert (
        len(
            (await caller.ask("query($from: ID!, $to: ID!) { paths(from: $from, to: $to) { sentence } }", ENDS))[
                "paths"
            ]
        )
        == 5
    )


async def test_a_sequence_of_nodes_is_one_path_with_its_parallel_edges_beneath(caller: Caller) -> None:
    found = await page(caller, through=["clue_both"], maxHops=2)

    (edge,) = found["edges"]
    path = edge["node"]
    assert [hop["count"] for hop in path["hops"]] == [2, 1]
    assert [len(hop["edges"]) for hop in path["hops"]] == [2, 1]
    assert [each["id"] for each in path["edges"]] == [hop["edges"][0]["id"] for hop in path["hops"]]
    assert path["sentence"] == (
        "problem clue XS-001 names 张甲 (subject, as 张某) (and 1 more); problem clue XS-001 names 李乙 (subject)"
    )
    assert (
        path["sentenceZh"]
        == "问题线索XS-001涉及张甲（被反映人、原文“张某”）（另有1条）；问题线索XS-001涉及李乙（被反映人）"
    )
    assert path["hops"][0]["sentence"].endswith("and problem clue XS-001 names 张甲 (witness)")
    assert path["hops"][0]["sentenceZh"].startswith(
        "问题线索XS-001涉及张甲（被反映人、原文“张某”），且问题线索XS-001涉及张甲（证人"
    )


async def test_no_path_leads_over_a_node_twice(caller: Caller) -> None:
    found = await page(caller, maxHops=6)

    walks = [[node["id"] for node in edge["node"]["nodes"]] for edge in found["edges"]]
    assert len({tuple(walk) for walk in walks}) == len(walks) == found["totalCount"]
    assert all(len(set(walk)) == len(walk) for walk in walks)
    assert [len(walk) for walk in walks] == sorted(len(walk) for walk in walks)
    assert {len(walk) for walk in walks} >= {3, 4}


@pytest.mark.parametrize("first", [1, 2, 3, 7])
async def test_page_by_page_is_the_same_as_one_long_page(caller: Caller, first: int) -> None:
    whole = await page(caller, maxHops=6)
    pages, after = [], None
    while True:
        got = await page(caller, maxHops=6, first=first, after=after)
        assert got["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert got["totalCount"] == whole["totalCount"]
        pages += got["edges"]
        after = got["pageInfo"]["endCursor"]
        if not got["pageInfo"]["hasNextPage"]:
            break

    assert pages == whole["edges"]
    assert len(pages) == whole["totalCount"]
    assert whole["totalIsExact"] is True


async def test_a_cursor_of_another_list_is_refused(caller: Caller) -> None:
    cursor = (await caller.ask("{ people(first: 1) { pageInfo { endCursor } } }"))["people"]["pageInfo"]["endCursor"]

    assert await caller.code(PAGE, {**ENDS, "after": cursor}) == "BAD_INPUT"


async def test_where_nothing_hangs_together_there_is_no_path_and_nothing_was_left_out(caller: Caller) -> None:
    found = await page(caller, to="person_alone", maxHops=6)

    assert (found["edges"], found["totalCount"], found["totalIsExact"], found["leftOut"]) == ([], 0, True, [])
    assert found["searchedHops"] == 6
    assert (await caller.ask(LIST, {**ENDS, "to": "person_alone"}))["paths"] == []


async def test_what_is_hidden_changes_no_byte(caller: Caller, writer: Writer) -> None:
    asked: list[dict[str, Any]] = [{"maxHops": hops} for hops in (1, 2, 4, 6)]
    asked += [{"from": "unit_office", "maxHops": 3}, {"since": "2020-01-01"}, {"through": ["phone_shared"]}]
    before = [await page(caller, **given) for given in asked]
    writer.run_write(_HIDDEN, nobody=NOBODY)

    try:
        assert [await page(caller, **given) for given in asked] == before
    finally:
        writer.run_write("MATCH (n {audience: $nobody}) WHERE n.uid <> 'person_secret' DETACH DELETE n", nobody=NOBODY)
        writer.run_write("MATCH ()-[r {audience: $nobody}]->() DELETE r", nobody=NOBODY)
