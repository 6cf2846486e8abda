"""Paths: shortest and rarest first, each sequence of nodes once, under conditions, page by page, within rights."""

from typing import Any

import httpx
import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller
from tests.conftest import wipe
from tests.two_people import ENDS, HIDDEN_TIES, LIST_OF_PATHS, PAGE_OF_PATHS, two_people
from tests.world import NOBODY


@pytest.fixture(scope="module")
async def caller(server: Running, writer: Writer, client: httpx.AsyncClient, tokens: Tokens) -> Caller:
    wipe(server, writer)
    migrate(writer)
    two_people().write(writer)
    return Caller(client, tokens.sign("o_disc"))


async def page(caller: Caller, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask(PAGE_OF_PATHS, {**ENDS, "first": 100, **given}))["pathsConnection"])


async def between(caller: Caller, **given: Any) -> list[str]:
    """Return what lies between the ends on each path, one after the other."""
    found = await page(caller, **given)
    return [" ".join(node["id"] for node in edge["node"]["nodes"][1:-1]) for edge in found["edges"]]


OVER_ONE = ["phone_other", "phone_shared", "clue_both", "unit_office"]
OVER_TWO = ["vehicle_car trip_drive", "person_c unit_firm"]


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
        listed = (await caller.ask(LIST_OF_PATHS, {**ENDS, "first": first}))["paths"]
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

    assert await caller.code(PAGE_OF_PATHS, {**ENDS, "after": cursor}) == "BAD_INPUT"


_CONDITIONS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "none": ({}, OVER_ONE),
    "types": ({"types": ["USES_PHONE"]}, ["phone_other", "phone_shared"]),
    "types of both hops": ({"types": ["NAMES"]}, ["clue_both"]),
    "not types": ({"notTypes": ["USES_PHONE", "NAMES"]}, ["unit_office"]),
    "kinds": ({"throughKinds": ["PHONE", "UNIT"]}, ["phone_other", "phone_shared", "unit_office"]),
    "not kinds": ({"notThroughKinds": ["UNIT"]}, ["phone_other", "phone_shared", "clue_both"]),
    "through": ({"through": ["unit_office"]}, ["unit_office"]),
    "through by number": ({"through": ["unit:91110000600037341L"]}, ["unit_office"]),
    "through what its kind would shut out": ({"through": ["unit_office"], "notThroughKinds": ["UNIT"]}, ["unit_office"]),
    "through two that lie on no short path": ({"through": ["unit_office", "clue_both"]}, []),
    "not through": ({"notThrough": ["unit_office", "phone:13800000000"]}, ["phone_shared", "clue_both"]),
    "since": ({"since": "2021-01-01"}, ["phone_other", "clue_both", "unit_office"]),
    "since, dated only": ({"since": "2021-01-01", "withUndated": False}, ["clue_both", "unit_office"]),
    "until": ({"until": "2018-12-31"}, ["phone_other", "unit_office"]),
    "until the term that begins last": ({"until": "2020-06-01"}, ["phone_other", "phone_shared", "unit_office"]),
    "until before that": ({"until": "2020-05-31"}, ["phone_other", "unit_office"]),
    "on the day of the matter": ({"since": "2025-03-01", "until": "2025-03-01"}, ["phone_other", "clue_both", "unit_office"]),
    "after the day of the matter": ({"since": "2025-03-02"}, ["phone_other", "unit_office"]),
}  # fmt: skip


@pytest.mark.parametrize("name", _CONDITIONS)
async def test_each_condition_lets_through_what_it_says(caller: Caller, name: str) -> None:
    given, expected = _CONDITIONS[name]

    assert await between(caller, maxHops=2, **given) == expected


async def test_conditions_hold_for_longer_paths_too(caller: Caller) -> None:
    for given, gone in (
        ({}, set()),
        ({"notTypes": ["DRIVEN_WITH"]}, {"vehicle_car trip_drive"}),
        ({"notThroughKinds": ["UNIT"]}, {"person_c unit_firm"}),
        ({"notThrough": ["person_c"]}, {"person_c unit_firm"}),
        ({"until": "2022-04-30"}, {"vehicle_car trip_drive"}),
        ({"throughKinds": ["PERSON", "UNIT"]}, {"vehicle_car trip_drive"}),
    ):
        found = await between(caller, maxHops=3, **given)
        assert [each for each in found if " " in each] == [each for each in OVER_TWO if each not in gone], given
    assert await between(caller, maxHops=4, through=["person_e", "person_c"]) == ["person_c person_d person_e"]
    assert await between(caller, maxHops=3, through=["vehicle_car"]) == ["vehicle_car trip_drive"]


async def test_the_longest_that_is_asked_for_is_a_bound(caller: Caller) -> None:
    assert [await between(caller, maxHops=hops) for hops in (1, 2)] == [[], OVER_ONE]
    assert await between(caller, maxHops=3) == OVER_ONE + OVER_TWO


async def test_the_time_of_a_tie_is_told_where_a_time_is_asked_for(caller: Caller) -> None:
    found = await page(caller, maxHops=2, since="2018-01-01")

    told = {edge["node"]["nodes"][1]["id"]: edge["node"] for edge in found["edges"]}
    assert (
        told["phone_other"]["sentence"]
        == "张甲 uses phone number 13800000000 (no date); 李乙 uses phone number 13800000000 (no date)"
    )
    assert told["phone_other"]["sentenceZh"].startswith("张甲使用电话号码13800000000（时间不详）")
    assert "(2019-01-01 to 2020-12-31)" in told["phone_shared"]["sentence"]
    assert told["clue_both"]["sentence"].endswith("names 李乙 (subject, on 2025-03-01)")


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        ({"to": "person_a"}, "BAD_INPUT", "both ends are one and the same thing"),
        ({"from": "unit_office", "to": "unit:91110000600037341L"}, "BAD_INPUT", "both ends are one and the same thing"),
        ({"to": "person_nobody"}, "NOT_FOUND", "nothing with this id"),
        ({"to": "person_secret"}, "NOT_FOUND", "nothing with this id"),
        ({"from": "person_secret"}, "NOT_FOUND", "nothing with this id"),
        ({"through": ["person_secret"]}, "NOT_FOUND", "nothing with this id"),
        ({"notThrough": ["unit_nobody"]}, "NOT_FOUND", "nothing with this id"),
        ({"through": ["nonsense"]}, "BAD_INPUT", "argument through"),
        ({"to": "nonsense"}, "BAD_INPUT", "argument to"),
        ({"through": ["person_a"]}, "BAD_INPUT", "leads over its ends anyway"),
        ({"notThrough": ["person_b"]}, "BAD_INPUT", "cannot avoid its ends"),
        ({"through": ["unit_office"], "notThrough": ["unit_office"]}, "BAD_INPUT", "to lie on the path and not to"),
        ({"types": ["NO_SUCH"]}, "BAD_INPUT", "no relationship is called NO_SUCH"),
        ({"notTypes": ["OVERSEES"]}, "BAD_INPUT", "nothing leads over OVERSEES here"),
        ({"since": "2025-01-02", "until": "2025-01-01"}, "BAD_INPUT", "since is after until"),
        ({"through": ["unit_office", "clue_both", "person_c", "person_d"]}, "LIMIT_EXCEEDED", "give at most 3"),
        ({"maxHops": 7}, "LIMIT_EXCEEDED", "between 1 and 6"),
        ({"first": 101}, "LIMIT_EXCEEDED", "between 0 and 100"),
    ],
)  # fmt: skip
async def test_what_cannot_be_asked_is_refused_by_name(
    caller: Caller, given: dict[str, Any], code: str, told: str
) -> None:
    answer = await caller.answer(PAGE_OF_PATHS, {**ENDS, **given})

    (error,) = answer["errors"]
    assert error["extensions"]["code"] == code
    assert told in error["message"]


async def test_where_nothing_hangs_together_there_is_no_path_and_nothing_was_left_out(caller: Caller) -> None:
    found = await page(caller, to="person_alone", maxHops=6)

    assert (found["edges"], found["totalCount"], found["totalIsExact"], found["leftOut"]) == ([], 0, True, [])
    assert found["searchedHops"] == 6
    assert (await caller.ask(LIST_OF_PATHS, {**ENDS, "to": "person_alone"}))["paths"] == []


async def test_what_is_hidden_changes_no_byte(caller: Caller, writer: Writer) -> None:
    asked: list[dict[str, Any]] = [{"maxHops": hops} for hops in (1, 2, 4, 6)]
    asked += [{"from": "unit_office", "maxHops": 3}, {"since": "2020-01-01"}, {"through": ["phone_shared"]}]
    before = [await page(caller, **given) for given in asked]
    writer.run_write(HIDDEN_TIES, nobody=NOBODY)

    try:
        assert [await page(caller, **given) for given in asked] == before
    finally:
        writer.run_write("MATCH (n {audience: $nobody}) WHERE n.uid <> 'person_secret' DETACH DELETE n", nobody=NOBODY)
        writer.run_write("MATCH ()-[r {audience: $nobody}]->() DELETE r", nobody=NOBODY)
