"""A search for paths ends: by its ties, by its time, by what is told of it; and it answers the same in every home."""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

import pytest

from graph_service.graph import Graph, Writer
from graph_service.paths import ranked, search
from graph_service.paths.bounds import COUNTED_TIES, HUB_TIES
from tests.api.conftest import Caller, InNewGraph, staffed
from tests.sketch import Sketch

_PAGE = """query($from: ID!, $to: ID!, $hops: Int, $first: Int = 100, $through: [ID!], $after: String) {
  pathsConnection(from: $from, to: $to, maxHops: $hops, first: $first, through: $through, after: $after) {
    totalCount totalIsExact searchedHops leftOut { node { id caption } ties sentence sentenceZh } pageInfo { endCursor hasNextPage }
    edges { mostTies node { nodes { id caption } edges { id type source target properties } sentence sentenceZh hops { count sentence } } } } }"""
_CROWD = """MATCH (u:Unit {uid: $unit})
UNWIND range(1, $many) AS i
CREATE (m:Ticket:Matter {uid: 'ticket_' + $unit + i, number: $unit + i, audience: 1})-[:NAMES {uid: 'crowd_' + $unit + i, audience: 1}]->(u)"""
_MUCH = 45_000


def drawn() -> Sketch:
    """Return people around two crowded units, and a circle of people who all know each other."""
    sketch = staffed()
    hub, crowded = sketch.node("Unit", "hub", name="市政府"), sketch.node("Unit", "crowded", name="大公司")
    for key in ("a", "b", "c", "d", "e"):
        sketch.node("Person", key, name=f"人{key}")
    for key in ("a", "b"):
        sketch.tie("HOLDS_POST", f"person_{key}", hub)
    for one, other in ("bc", "cd", "de"):
        sketch.tie("KNOWS", f"person_{one}", f"person_{other}")
    sketch.tie("HOLDS_POST", "person_e", hub)
    sketch.tie("HOLDS_SHARE", "person_a", crowded)
    sketch.tie("HOLDS_SHARE", "person_c", crowded)
    circle = [sketch.node("Person", f"circle{place}", name=f"圈{place}") for place in range(14)]
    for place, one in enumerate(circle):
        for other in circle[place + 1 :]:
            sketch.tie("KNOWS", one, other)
    return sketch


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph, writer: Writer) -> Caller:
    caller = in_new_graph(drawn())
    writer.run_write(_CROWD, unit="unit_hub", many=_MUCH)
    writer.run_write(_CROWD, unit="unit_crowded", many=HUB_TIES)
    return caller


async def page(caller: Caller, start: str, end: str, hops: int, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask(_PAGE, {"from": start, "to": end, "hops": hops, **given}))["pathsConnection"])


def between(found: Mapping[str, Any]) -> list[str]:
    return [" ".join(node["id"] for node in edge["node"]["nodes"][1:-1]) for edge in found["edges"]]


async def test_a_hub_in_the_middle_is_met_from_both_ends_and_hangs_nothing(caller: Caller) -> None:
    await page(caller, "person_a", "person_b", 6)
    began = time.monotonic()
    found = await page(caller, "person_a", "person_b", 4)

    assert between(found)[0] == "unit_hub"
    assert found["edges"][0]["mostTies"] == COUNTED_TIES + 1
    assert time.monotonic() - began < 5
    assert found["leftOut"][-1]["node"] == {"id": "unit_hub", "caption": "市政府"}
    assert found["leftOut"][-1]["ties"] == HUB_TIES
    assert found["leftOut"][-1]["sentence"].startswith("市政府 has more than 5,000 ties and was not followed")
    assert found["leftOut"][-1]["sentenceZh"].startswith("市政府的联系超过5000条")
    assert (found["totalIsExact"], found["searchedHops"]) == (False, 4)


async def test_a_hub_at_an_end_is_followed(caller: Caller) -> None:
    found = await page(caller, "unit_hub", "person_d", 3)

    assert between(found) == ["person_e", "person_b person_c"]
    assert found["leftOut"] == []


async def test_two_hubs_at_the_ends_meet_in_what_is_tied_to_both(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await page(caller, "unit_hub", "unit_crowded", 2)
    assert (between(whole), whole["leftOut"]) == (["person_a"], [])

    monkeypatch.setattr(search, "MOST_TIES", 100)
    found = await page(caller, "unit_hub", "unit_crowded", 4)

    assert between(found) == ["person_a"]
    assert (found["totalIsExact"], found["searchedHops"]) == (False, 2)
    assert found["leftOut"][-1]["sentence"].startswith("Paths of more than 2 hops were not looked for")


async def test_more_ties_than_one_search_reads_end_it_at_the_length_that_is_whole(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await page(caller, "person_circle0", "person_circle1", 2)
    assert (len(whole["edges"]), whole["totalIsExact"]) == (13, True)

    monkeypatch.setattr(search, "MOST_TIES", 30)
    found = await page(caller, "person_circle0", "person_circle1", 6)

    assert found["edges"] == whole["edges"]
    assert (found["searchedHops"], found["totalCount"], found["totalIsExact"]) == (2, 13, False)
    (told,) = found["leftOut"]
    assert told["sentence"].startswith("Paths of more than 2 hops were not looked for: what lies further has more than")
    assert told["sentenceZh"].startswith("未查找超过2步的路径")
    assert told["node"] is None


async def test_one_side_is_followed_where_both_are_too_much(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    # 3 ties of a and 3 of d are read at once; the next step would take those of the crowded unit on the side of a.
    whole = await page(caller, "person_circle0", "person_e", 6)
    assert (whole["edges"], whole["searchedHops"], whole["totalIsExact"]) == ([], 6, True)
    monkeypatch.setattr(search, "MOST_TIES", 60)
    found = await page(caller, "person_circle0", "person_e", 6)

    assert found["searchedHops"] > 2


async def test_more_ways_than_are_told_are_told_to_be_more(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranked, "MOST_WAYS", 5)
    found = await page(caller, "person_circle0", "person_circle1", 3)

    assert (found["totalCount"], found["totalIsExact"], found["searchedHops"]) == (5, False, 1)
    assert found["leftOut"][-1]["sentence"] == "Only the first 5 paths are told; there are more"
    assert found["pageInfo"]["hasNextPage"] is False
    assert between(found) == ["", "person_circle10", "person_circle11", "person_circle12", "person_circle13"]


async def test_a_thousand_ways_of_very_many_come_in_order(caller: Caller) -> None:
    found, after = [], None
    for _ in range(10):
        got = await page(caller, "person_circle0", "person_circle1", 6, after=after)
        found += between(got)
        after = got["pageInfo"]["endCursor"]

    assert got["pageInfo"]["hasNextPage"] is False
    assert (got["totalCount"], got["totalIsExact"]) == (1000, False)
    assert len(set(found)) == len(found) == 1000
    assert [way.count(" ") for way in found] == sorted(way.count(" ") for way in found)
    assert found[:3] == ["", "person_circle10", "person_circle11"]


async def test_steps_that_are_used_up_leave_the_first_in_order(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = await page(caller, "person_circle0", "person_circle1", 4)
    monkeypatch.setattr(ranked, "MOST_STEPS", 500)
    found = await page(caller, "person_circle0", "person_circle1", 4)

    assert 13 < found["totalCount"] < whole["totalCount"]
    assert found["edges"] == whole["edges"][: found["totalCount"]]
    told = f"Only the first {found['totalCount']} paths are told; there are more"
    assert (found["leftOut"][-1]["sentence"], found["totalIsExact"]) == (told, False)


async def test_a_search_that_takes_too_long_ends_and_says_so(
    caller: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = graph.fetch

    async def slow(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        if file == "read/paths/step":
            await asyncio.sleep(30)
        return await fetch(query, params, file)

    monkeypatch.setattr(graph, "fetch", slow)
    monkeypatch.setattr(graph, "timeout_seconds", 3.0)
    found = await page(caller, "person_circle0", "person_circle1", 4)

    assert (found["searchedHops"], len(found["edges"]), found["totalIsExact"]) == (2, 13, False)
    assert "would take longer than the 3 seconds that a read may take" in found["leftOut"][-1]["sentence"]


async def test_who_goes_away_ends_the_work_in_the_graph(graph: Graph, writer: Writer) -> None:
    text = "UNWIND range(1, 100000000000) AS drawn_at_random RETURN max(drawn_at_random % 7) AS one"  # whatever the graph holds
    asked = asyncio.create_task(graph.fetch(text, {}, "endless"))
    seen = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'drawn_at_random' AND NOT currentQuery CONTAINS 'SHOW' RETURN 1"
    await _until(lambda: len(writer.run_read(seen)[0]) == 1)
    asked.cancel()

    await _until(lambda: len(writer.run_read(seen)[0]) == 0)
    with pytest.raises(asyncio.CancelledError):
        await asked


async def _until(holds: Any) -> None:
    for _ in range(100):
        if await asyncio.to_thread(holds):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("that does not come about")
