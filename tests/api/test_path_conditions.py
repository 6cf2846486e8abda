"""Conditions on paths: on types, kinds, time, on what has to lie between and what must not; and what is refused."""

from typing import Any

import pytest

from tests.api.between import ENDS, OVER_ONE, OVER_TWO, PAGE, between, drawn, page
from tests.api.conftest import Caller, InNewGraph


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph) -> Caller:
    return in_new_graph(drawn())


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
        ({"to": "person_nobody"}, "NOT_FOUND", "nothing with this id that you may see; argument to;"),
        ({"to": "person_secret"}, "NOT_FOUND", "nothing with this id that you may see; argument to;"),
        ({"from": "person_secret"}, "NOT_FOUND", "nothing with this id that you may see; argument from;"),
        ({"through": ["person_secret"]}, "NOT_FOUND", "nothing with this id that you may see; argument through;"),
        ({"notThrough": ["unit_nobody"]}, "NOT_FOUND", "nothing with this id that you may see; argument notThrough;"),
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
    answer = await caller.answer(PAGE, {**ENDS, **given})

    (error,) = answer["errors"]
    assert error["extensions"]["code"] == code
    assert told in error["message"]
