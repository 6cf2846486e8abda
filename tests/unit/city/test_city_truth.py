"""The truth is complete: what it calls a pair is one in the files, and the files hold no other."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import opencc
import pytest

from graph_service.models.model_file import read_models
from loaders.city.files.rules import DEFINITIONS, HUB
from schema.identifiers import NORMALISERS
from schema.vocabulary import Problem
from tests.unit.city.conftest import WrittenCity

LEDGERS = {
    "petition_clues": ("线索编号", "反映内容", "收到日期"),
    "clue_register": ("线索编号", "反映内容", "收到日期"),
    "own_staff_clues": ("线索编号", "反映内容", "收到日期"),
    "audit_ledger": ("问题编号", "问题事实", "认定日期"),
    "inspection_ledger": ("问题编号", "问题事实", "发现日期"),
    "palm_tickets": ("ticket_no", "text", "asked_at"),
    "alerts": ("alert_no", "text", "raised_at"),
}
THINGS = {
    "shared_phone": "涉及电话",
    "shared_account": "涉及账号",
    "shared_place": "涉及地址",
    "shared_vehicle": "涉及车牌",
    "same_contract": "涉及合同编号",
}
PEOPLE = ("被反映人身份证号", "涉及人员身份证号", "接待人身份证号", "来客身份证号", "付款人身份证号")


def _matters(city: WrittenCity) -> Iterator[tuple[str, dict[str, Any]]]:
    for source, (number, _, _) in LEDGERS.items():
        for row in city.rows(source):
            yield str(row[number]), {**row, "source": source}


def _pairs(city: WrittenCity, rule: str, **more: Any) -> set[tuple[str, str]]:
    wanted = [one for one in city.truth["pairs"] if one["rule"] == rule and more.items() <= one.items()]
    return {tuple(sorted((one["a"]["number"], one["b"]["number"]))) for one in wanted}


def _sharing(groups: dict[Any, set[str]]) -> set[tuple[str, str]]:
    return {pair for found in groups.values() if len(found) <= HUB for pair in combinations(sorted(found), 2)}


@pytest.mark.parametrize("rule", THINGS)
def test_direct_pairs_are_all_there(city: WrittenCity, rule: str) -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for number, row in _matters(city):
        for value in str(row.get(THINGS[rule]) or "").split(";"):
            if value:
                groups[value].add(number)

    assert _sharing(groups) == _pairs(city, rule, via="")


def test_same_person_pairs_are_all_there(city: WrittenCity) -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for number, row in _matters(city):
        for value in ";".join(str(row.get(column) or "") for column in PEOPLE).split(";"):
            if value:
                groups[value].add(number)

    assert _sharing(groups) == _pairs(city, "same_person", needs_identity=False)
    assert len(_pairs(city, "same_person", needs_identity=True)) >= 2


def test_same_unit_same_problem_pairs_are_all_there(city: WrittenCity) -> None:
    groups: dict[tuple[str, str], dict[str, date]] = defaultdict(dict)
    for number, row in _matters(city):
        if row["被反映单位代码"]:
            problem = row.get("问题类别") or Problem[row["problem"]].label
            day = date.fromisoformat(str(row[LEDGERS[row["source"]][2]])[:10])
            groups[str(row["被反映单位代码"]), problem][number] = day
    found = {
        (one, other)
        for days in groups.values()
        for one, other in combinations(sorted(days), 2)
        if abs((days[one] - days[other]).days) <= 731
    }

    assert found == _pairs(city, "same_unit_same_problem")


def test_every_rule_has_planted_pairs_and_near_misses_across_channels(city: WrittenCity) -> None:
    planted = Counter(one["rule"] for one in city.truth["pairs"] if one["planted"])
    missed = Counter(one["rule"] for one in city.truth["near_misses"])
    channels = {tuple(sorted((one["a"]["kind"], one["b"]["kind"]))) for one in city.truth["pairs"] if one["planted"]}

    assert set(planted) == set(DEFINITIONS)
    assert set(missed) == {*DEFINITIONS, "kin"}  # kin alone is no connection
    assert min(planted.values()) >= 12
    assert min(missed.values()) >= 6
    assert len(channels) >= 5


def test_near_misses_meet_no_rule(city: WrittenCity) -> None:
    pairs = {pair for rule in DEFINITIONS for pair in _pairs(city, rule)}

    assert [
        one for one in city.truth["near_misses"] if tuple(sorted((one["a"]["number"], one["b"]["number"]))) in pairs
    ] == []


def test_reported_kin_in_unrelated_matters_are_near_misses(city: WrittenCity) -> None:
    kin = {tuple(sorted((str(row["本人身份证号"]), str(row["亲属身份证号"])))) for row in city.rows("kin_reports")}
    named = {number: _people(row) for number, row in _matters(city)}
    planted = [each for each in city.truth["near_misses"] if each["rule"] == "kin" and "reported kin of" in each["why"]]

    assert len(planted) >= 12
    for each in planted:
        one, other = (named[each[side]["number"]] for side in ("a", "b"))
        assert any(tuple(sorted((left, right))) in kin for left in one for right in other), each


def _people(row: dict[str, Any]) -> set[str]:
    return {value for column in PEOPLE for value in str(row.get(column) or "").split(";") if value}


def test_background_makes_hardly_any_link(city: WrittenCity) -> None:
    incidental = [one for one in city.truth["pairs"] if not one["planted"] and not one["story"]]

    assert len(incidental) < 30


def test_hubs_are_in_the_files_and_make_no_pair(city: WrittenCity) -> None:
    phones = Counter(row.get("涉及电话") for _, row in _matters(city))
    places = Counter(row.get("涉及地址") for _, row in _matters(city))

    assert phones["12345"] >= 200
    assert places["云江市云水区公园路1号市行政中心"] >= 60
    assert not [one for one in city.truth["pairs"] if one["shared"] in ("12345", "云江市云水区公园路1号市行政中心")]


def test_mentions_stand_where_they_are_said_to_stand(city: WrittenCity) -> None:
    texts = {number: str(row[LEDGERS[row["source"]][1]]) for number, row in _matters(city)}
    traditional = opencc.OpenCC("s2t")
    exact = ("Phone", "Account", "Vehicle", "FuelCard", "Place", "Project", "Contract")

    for mention in city.truth["mentions"]:
        words = texts[mention["key"]][mention["start"] : mention["end"]]
        assert words
        if mention["kind"] in exact:
            assert words in (mention["target"], traditional.convert(mention["target"]))
    assert all(NORMALISERS["text"](text) == text for text in texts.values())


def test_namesakes_have_one_name_and_two_ids(city: WrittenCity) -> None:
    names = {row["公民身份号码"]: row["姓名"] for row in city.rows("people")}

    assert len(city.truth["namesakes"]) >= 6
    for one in city.truth["namesakes"]:
        assert {names[number] for number in one["id_numbers"]} == {one["name"]}
        assert len(set(one["id_numbers"])) == 2


def test_models_have_hits_and_near_misses(city: WrittenCity) -> None:
    models = city.truth["models"]

    assert set(models) == set(read_models())
    for name, plan in models.items():
        assert min(len(plan["hits"]), len(plan["near_misses"])) >= 4, name
        assert all(one["keys"] and one["why"] for side in ("hits", "near_misses") for one in plan[side]), name


def test_no_case_of_a_model_is_both_hit_and_near_miss(city: WrittenCity) -> None:
    for name, plan in city.truth["models"].items():
        hits = {key for one in plan["hits"] for key in one["keys"]}
        assert not hits & set(plan["neutral"]), name
        assert [one for one in plan["near_misses"] if set(one["keys"]) <= hits] == [], name
