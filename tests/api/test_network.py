"""Analysis of a network: what it tells and on what it rests, its bounds, and that what is hidden changes no byte of it."""

from datetime import date
from typing import Any

import pytest

from graph_service.analysis.bounds import MOST_AROUND, MOST_NODES
from graph_service.graph import Writer
from tests.api.conftest import Caller, InNewGraph, staffed
from tests.sketch import EVERYONE, Sketch
from tests.world import DISC, NOBODY

_ALL = """query($around: [ID!]!, $hops: Int, $order: Centrality, $types: [String!]) {
  network(around: $around, hops: $hops, orderBy: $order, types: $types, period: MONTH) {
    nodeCount tieCount isWhole partSizes undatedTies method methodZh
    central { node { id caption } hops degree betweenness pageRank community edges { id type } sentence sentenceZh }
    communities { number size ties outwardTies nodes { id } sentence sentenceZh }
    goBetweens { node { id } betweenness communities sizesWithout edges { id source target } sentence sentenceZh }
    growth { period nodes ties parts largest joinings { node { id } day sizes edges { id } sentence sentenceZh } }
    suggestions { asked { id } node { id } strength ways edges { id } sentence sentenceZh }
    leftOut { node { id } ties sentence sentenceZh }
  }
}"""
_CROWD = """MATCH (u:Unit {uid: 'unit_crowd'})
UNWIND range(1, $many) AS i
CREATE (m:Ticket:Matter {uid: 'ticket_' + i, number: 'T' + i, audience: 1})-[:NAMES {uid: 'crowd_' + i, audience: 1}]->(u)"""
_HIDDEN = """MATCH (p:Person) WITH collect(p) AS people
CREATE (m:Clue:Matter {uid: 'clue_hidden', number: 'X', received_on: date('2024-01-01'), audience: $nobody})
FOREACH (p IN people | CREATE (m)-[:NAMES {uid: 'hidden_' + p.uid, audience: $nobody}]->(p))
WITH people[0] AS a, people[-1] AS b
CREATE (a)-[:KIN_OF {uid: 'hidden_kin', audience: $nobody}]->(b)"""


def drawn() -> Sketch:
    """Return two circles of people that one clue joins, a crowded unit, and the officer who asks."""
    sketch = staffed()
    for circle, month in (("left", 1), ("right", 2)):
        for place in range(4):
            sketch.node("Person", f"{circle}{place}", name=f"{circle} {place}")
        for number in range(3):
            clue = sketch.node(
                "Clue", f"{circle}{number}", number=f"{circle}-{number}", received_on=date(2025, month, 1 + number)
            )
            sketch.names(clue, f"person_{circle}{number}", f"person_{circle}{number + 1}", role="SUBJECT")
    bridge = sketch.node("Clue", "bridge", DISC, number="BRIDGE", received_on=date(2025, 3, 9))
    sketch.names(bridge, "person_left0", "person_right0", audience=DISC)
    crowd = sketch.node("Unit", "crowd", name="热点单位")
    sketch.names("clue_left0", crowd)
    sketch.node("Person", "secret", NOBODY, name="secret")
    return sketch


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph, writer: Writer) -> Caller:
    caller = in_new_graph(drawn())
    writer.run_write(_CROWD, many=MOST_NODES)
    return caller


async def analysed(caller: Caller, *around: str, **given: Any) -> dict[str, Any]:
    """Return what the network around these shows."""
    return dict((await caller.ask(_ALL, {"around": list(around), **given}))["network"])


async def test_who_joins_two_circles_is_found_and_told(caller: Caller) -> None:
    found = await analysed(caller, "clue:BRIDGE", hops=3)

    assert (found["nodeCount"], found["tieCount"], found["isWhole"], found["partSizes"]) == (8, 7, True, [8])
    first = found["central"][0]
    assert first["node"] == {"id": "clue_bridge", "caption": "BRIDGE"}
    assert {edge["type"] for edge in first["edges"]} == {"NAMES"}
    assert "BRIDGE is tied to 2 of the other 7 (2 naming)" in first["sentence"]
    assert "BRIDGE与其余7个对象中的2个有联系（涉及2）" in first["sentenceZh"]
    (between,) = [each for each in found["goBetweens"] if each["node"]["id"] == "clue_bridge"]
    assert len(between["edges"]) == len(between["communities"])
    (joining,) = [each for step in found["growth"] for each in step["joinings"]]
    assert (joining["node"]["id"], joining["day"], joining["sizes"]) == ("clue_bridge", "2025-03-09", [4, 3])
    assert sum(each["size"] for each in found["communities"]) == 8
    assert found["communities"][0]["sentence"]


async def test_the_measure_that_is_asked_for_ranks(caller: Caller) -> None:
    by_degree = await analysed(caller, "clue_bridge", hops=2, order="DEGREE")
    by_rank = await analysed(caller, "clue_bridge", hops=2, order="PAGE_RANK")

    for found, key in ((by_degree, "degree"), (by_rank, "pageRank")):
        figures = [each[key] for each in found["central"]]
        assert figures == sorted(figures, reverse=True)


async def test_what_may_be_missing_is_suggested_from_its_ways(caller: Caller) -> None:
    found = await analysed(caller, "clue_left0", hops=3)

    told = {each["node"]["id"]: each for each in found["suggestions"]}
    assert "person_left2" in told
    assert len(told["person_left2"]["edges"]) == 3
    assert told["person_left2"]["sentence"].startswith("left-0 does not name left 2, but left-1 names it beside left 1")
    assert "unit_crowd" not in told


async def test_a_crowded_unit_is_in_the_network_but_leads_nowhere(caller: Caller) -> None:
    found = await analysed(caller, "clue_left0", hops=3)

    assert [each["node"]["id"] for each in found["leftOut"]] == ["unit_crowd"]
    assert found["leftOut"][0]["ties"] == MOST_NODES
    assert found["nodeCount"] < 20
    around_it = await analysed(caller, "unit_crowd", hops=2)
    assert (around_it["nodeCount"], around_it["leftOut"][0]["node"]["id"]) == (1, "unit_crowd")
    assert "5000+" in around_it["leftOut"][0]["sentence"]


async def test_only_ties_of_the_asked_types_count(caller: Caller) -> None:
    assert (await analysed(caller, "clue_bridge", types=["KIN_OF"]))["nodeCount"] == 1
    assert (await analysed(caller, "clue_bridge", types=["NAMES"], hops=1))["nodeCount"] == 3


@pytest.mark.parametrize(
    ("around", "given", "code"),
    [
        ([], {}, "BAD_INPUT"),
        (["nonsense"], {}, "BAD_INPUT"),
        (["clue_nobody"], {}, "NOT_FOUND"),
        (["clue_bridge", "person_secret"], {}, "NOT_FOUND"),
        (["clue_bridge"], {"types": ["SAYS"]}, "BAD_INPUT"),
        (["clue_bridge"], {"hops": 0}, "LIMIT_EXCEEDED"),
        ([f"clue_{place}" for place in range(MOST_AROUND + 1)], {}, "LIMIT_EXCEEDED"),
    ],
)
async def test_what_cannot_be_asked_is_refused(
    caller: Caller, around: list[str], given: dict[str, Any], code: str
) -> None:
    assert await caller.code(_ALL, {"around": around, **given}) == code


async def test_what_is_hidden_changes_no_byte(caller: Caller, writer: Writer) -> None:
    asked = [["clue_bridge"], ["person_left0", "clue_right2"], ["unit_crowd"]]
    before = [await caller.answer(_ALL, {"around": each, "hops": 3}) for each in asked]
    writer.run_write(_HIDDEN, nobody=NOBODY)

    after = [await caller.answer(_ALL, {"around": each, "hops": 3}) for each in asked]
    writer.run_write(
        "MATCH ()-[r {audience: $nobody}]->() SET r.audience = $everyone", nobody=NOBODY, everyone=EVERYONE
    )
    writer.run_write("MATCH (n {uid: 'clue_hidden'}) SET n.audience = $everyone", everyone=EVERYONE)
    shown = [await caller.answer(_ALL, {"around": each, "hops": 3}) for each in asked[:2]]

    assert after == before
    assert all("errors" not in each for each in before)
    assert [one != other for one, other in zip(shown, before, strict=False)] == [True, True], "it would have shown"
