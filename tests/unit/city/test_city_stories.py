"""The stories F1 to F9 stand in the files with their figures."""

from collections import Counter
from datetime import datetime
from typing import Any

from tests.unit.city.conftest import WrittenCity


def _row(city: WrittenCity, source: str, column: str, number: str) -> dict[str, Any]:
    return next(row for row in city.rows(source) if row[column] == number)


def _hours(ticket: dict[str, Any]) -> float:
    asked, answered = (datetime.fromisoformat(str(ticket[part])) for part in ("asked_at", "answered_at"))
    return (answered - asked).total_seconds() / 3600


def test_petition_reaches_the_stationed_team_on_the_same_day(city: WrittenCity) -> None:
    clue = _row(city, "petition_clues", "线索编号", city.story("F1")["matters"][0]["number"])

    assert clue["主办部门代码"] == "STATIONED_HEALTH"
    assert clue["分办日期"] == clue["收到日期"] == "2025-05-14"


def test_tickets_of_five_hours_and_of_fifteen_days(city: WrittenCity) -> None:
    mahjong = _row(city, "palm_tickets", "ticket_no", city.story("F2")["matters"][0]["number"])
    power = _row(city, "palm_tickets", "ticket_no", city.story("F4")["matters"][0]["number"])

    assert _hours(mahjong) == 5
    assert _hours(power) == 15 * 24
    assert power["涉及地址"] == city.story("F4")["expect"]["place"]


def test_platform_units_and_share_of_solved_tickets(city: WrittenCity) -> None:
    states = Counter(row["state"] for row in city.rows("palm_tickets"))

    assert sum(row["是否入驻"] == "是" for row in city.rows("units")) == 140
    assert len({row["unit_code"] for row in city.rows("information_officers")}) == 140
    assert round(100 * states["已办结"] / states.total(), 1) == 93.5 == city.story("F3")["expect"]["solved_per_cent"]


def test_sweep_of_23_compounds(city: WrittenCity) -> None:
    expect = city.story("F5")["expect"]
    compounds = city.rows("compounds")
    clues = [row for row in city.rows("clue_register") if row["涉及地址"] in {one["地址"] for one in compounds}]

    assert len(compounds) == 23
    assert sum(int(one["居住人数"]) for one in compounds) >= 50_000
    assert len(clues) == 24
    assert sum(expect["firm"] in row["涉及企业代码"] for row in clues) == expect["clues_naming_firm"] >= 5


def test_dinner_with_the_superiors(city: WrittenCity) -> None:
    expect = city.story("F6")["expect"]
    host = _row(city, "units", "统一社会信用代码", expect["host_unit"])
    people = [row["身份"] for row in city.rows("reception_people") if row["账单编号"] == expect["bill"]]

    assert expect["guest_unit"] in host["上级单位代码"]
    assert people == ["接待人", "来客", "来客", "来客"]


def test_misuse_of_cards(city: WrittenCity) -> None:
    numbers = {one["number"] for one in city.story("F7")["matters"]}
    clues = [row for row in city.rows("clue_register") if row["线索编号"] in numbers]
    alerts = [row for row in city.rows("alerts") if row["alert_no"] in numbers]
    people = {row["被反映人身份证号"] for row in clues}

    assert len(city.rows("vehicles")) == len(city.rows("fuel_cards")) == 1_100
    assert (len(clues), len(alerts), len(people)) == (42, 42, 37)
    assert len({row["被反映人身份证号"] for row in clues if row["办理状态"] == "已立案"}) == 35
    assert {row["移交线索编号"] for row in alerts} == {row["线索编号"] for row in clues}


def test_misuse_shows_in_the_refuellings(city: WrittenCity) -> None:
    rows = {row["流水号"]: row for row in city.rows("refuellings")}
    tanks = {row["车牌号"]: float(row["油箱容积"]) for row in city.rows("vehicles")}
    over = city.truth["models"]["V1"]

    for side, is_hit in (("hits", True), ("near_misses", False)):
        for one in over[side]:
            row = rows[one["keys"][0]]
            assert (float(row["加油量"]) > tanks[row["车牌"]] * 1.05) == is_hit
    planted = {key for one in (*over["hits"], *over["near_misses"]) for key in one["keys"]}
    ordinary = [row for number, row in rows.items() if number not in planted]
    assert all(float(row["加油量"] or 0) <= tanks[row["车牌"]] for row in ordinary if row["车牌"] in tanks)


def test_findings_that_the_inspection_finds_again(city: WrittenCity) -> None:
    findings = {row["问题编号"]: row for row in city.rows("audit_ledger")}
    repeats = [row for row in city.rows("inspection_ledger") if row["对应审计问题编号"]]

    assert len(repeats) == city.story("F8")["expect"]["repeats"] == 12
    for issue in repeats:
        finding = findings[issue["对应审计问题编号"]]
        assert issue["是否屡查屡犯"] == "是"
        assert (issue["被反映单位代码"], issue["问题类别"]) == (finding["被反映单位代码"], finding["问题类别"])
        assert str(finding["销号日期"])[:10] < str(issue["发现日期"])[:10]


def test_every_unit_stands_in_one_supervision_office_list(city: WrittenCity) -> None:
    offices = Counter(row["单位代码"] for row in city.rows("oversight") if row["部门代码"].startswith("SUPERVISION_"))

    assert set(offices) == {row["统一社会信用代码"] for row in city.rows("units")}
    assert set(offices.values()) == {1}


def test_readers_of_own_staff_clues(city: WrittenCity) -> None:
    assert set(city.sources["own_staff_clues"].readers.teams) == {"INTERNAL", "CHIEF"}
    assert all(row["主办部门代码"] == "INTERNAL" for row in city.rows("own_staff_clues"))
