"""A team that goes to a unit in a round reads, for its time, what the inspection office reads of audit and inspection on it, and no more."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import httpx
import orjson
import pytest

from graph_service.graph import Writer
from graph_service.rights import rounds, tiers
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller, InNewGraph
from tests.sketch import EVERYONE, Sketch

OFFICE, SEALED, REGISTER = 20, 21, 22
READERS = {
    EVERYONE: ["EVERYONE"], OFFICE: ["INSP_OFFICE", "AUDIT", "CASE_MGMT"], SEALED: ["INSP_OFFICE", "CHIEF", "SEALED"],
    REGISTER: ["CASE_MGMT", "AUDIT"],
}  # fmt: skip
_TODAY = datetime.now(UTC).astimezone(timezone(timedelta(hours=8))).date()


def _days(number: int) -> date:
    return _TODAY + timedelta(days=number)


# Of each team: the first and the last day of its round, and whether it reads what is on its unit.
ROUNDS = {
    "INSP_TEAM_1": (_days(-10), _days(10), True), "INSP_TEAM_2": (_days(30), _days(80), True), "INSP_TEAM_3": (_days(31), _days(80), False),
    "INSP_TEAM_4": (_days(-120), _days(-60), True), "INSP_TEAM_5": (_days(-120), _days(-61), False), "INSP_TEAM_6": (_days(-10), None, False),
    "SUPERVISION_1": (_days(-10), _days(10), False),
}  # fmt: skip
_NO_ROUND = "INSP_TEAM_9"
_READ = """query($unit: ID!) {
  auditFindings(first: 50) { totalCount nodes { id text } } inspectionIssues(first: 50) { nodes { id } } matters { totalCount }
  auditLinkedIssues(unit: $unit) { totalCount nodes { repeated finding { id } issues { id } } } }"""
By = Callable[[str], Caller]


def draw_rounds() -> Sketch:
    """Return units, each with what is found on it and on the station under it, and the rounds that go to them."""
    sketch = Sketch(dict(READERS))
    for place, (team, (begins, ends, _)) in enumerate(ROUNDS.items(), 1):
        gone = sketch.node("InspectionRound", f"r{place}", round_code=f"R{place}", begins_on=begins, ends_on=ends)
        unit = _unit(sketch, place)
        sketch.tie("INSPECTS", gone, unit, inspecting_team=team)
    nobodys = sketch.node("InspectionRound", "r90", round_code="R90", begins_on=_TODAY, ends_on=_TODAY)
    sketch.tie("INSPECTS", nobodys, _unit(sketch, 90))  # of a round that names no team
    for team in (*ROUNDS, _NO_ROUND, "INSP_OFFICE"):
        officer = sketch.node("Officer", team, officer_id=f"o_{team}")
        sketch.tie("MEMBER_OF", officer, sketch.node("Team", team, team_code=team))
    return sketch


def _unit(sketch: Sketch, place: int) -> str:
    unit = sketch.node("Unit", str(place), name=f"云江市第{place}局")
    station = sketch.node("Unit", f"{place}_station", name=f"云江市第{place}站")
    left = sketch.node("Unit", f"{place}_left", name=f"云江市第{place}所")
    sketch.tie("UNDER", station, unit)
    sketch.tie("UNDER", left, unit, valid_to=_days(-1))
    about: dict[str, Any] = {"title": "截留资金", "text": "经查，截留财政资金。", "found_on": date(2025, 3, 1), "problem": "DINING",
                             "amount_fen": 100_00}  # fmt: skip
    for key, on, audience in (
        ("finding", unit, OFFICE), ("below", station, OFFICE), ("left", left, OFFICE), ("sealed", unit, SEALED),
        ("register", unit, REGISTER),
    ):  # fmt: skip
        uid = sketch.node(
            "AuditFinding", f"{key}_{place}", audience, number=f"SJ-{key}-{place}", channel="AUDIT", **about
        )
        sketch.names(uid, on, audience=audience, role="SUBJECT_UNIT")
    issue = sketch.node("InspectionIssue", str(place), OFFICE, number=f"XC-{place}", channel="INSPECTION_TOUR", **about)
    sketch.names(issue, unit, audience=OFFICE, role="SUBJECT_UNIT")
    beside = sketch.node(
        "AuditFinding", f"beside_{place}", OFFICE, number=f"SJ-beside-{place}", channel="AUDIT", **about
    )
    sketch.names(beside, unit, audience=OFFICE, role="INVOLVED")
    clue = sketch.node("Clue", str(place), OFFICE, number=f"XS-{place}", channel="DISCIPLINARY", title="截留资金")
    sketch.names(clue, unit, audience=OFFICE, role="SUBJECT_UNIT")
    return unit


@pytest.fixture(scope="module")
def by(in_new_graph: InNewGraph, client: httpx.AsyncClient, tokens: Tokens) -> By:
    in_new_graph(draw_rounds())
    return lambda team: Caller(client, tokens.sign(f"o_{team}"))


def _opened(place: int) -> set[str]:
    return {f"auditfinding_finding_{place}", f"auditfinding_below_{place}"}


async def test_a_team_reads_of_its_unit_from_before_the_round_until_after_it(by: By) -> None:
    for place, (team, (_, _, opens)) in enumerate(ROUNDS.items(), 1):
        read = await by(team).ask(_READ, {"unit": f"unit_{place}"})

        expected = _opened(place) if opens else set()
        assert {each["id"] for each in read["auditFindings"]["nodes"]} == expected, team
        assert [each["id"] for each in read["inspectionIssues"]["nodes"]] == [f"issue_{place}"] * opens, team
        assert {each["finding"]["id"] for each in read["auditLinkedIssues"]["nodes"]} == expected, team
        assert read["matters"]["totalCount"] == 3 * opens, team
        assert {each["text"] for each in read["auditFindings"]["nodes"]} <= {"经查，截留财政资金。"}


async def test_nobody_else_does(by: By) -> None:
    for team, place in ((_NO_ROUND, 1), ("INSP_TEAM_1", 2), (_NO_ROUND, 90)):
        read = await by(team).ask(_READ, {"unit": f"unit_{place}"})
        told = json.dumps(read)
        assert read["auditLinkedIssues"]["totalCount"] == 0, team
        assert f"finding_{place}" not in told
    read = await by("INSP_OFFICE").ask(_READ, {"unit": "unit_1"})
    assert {"auditfinding_finding_2", "auditfinding_sealed_1"} <= {
        each["id"] for each in read["auditFindings"]["nodes"]
    }


async def test_it_ends_by_itself(by: By, writer: Writer) -> None:
    over = """MATCH (r:InspectionRound {uid: 'round_r1'}) SET r.ends_on = date($on)
MERGE (e:Edition {name: 'InspectionRound'}) SET e.number = coalesce(e.number, 0) + 1"""
    writer.run_write(over, on=_days(-61).isoformat())
    try:
        caller = by("INSP_TEAM_1")
        await _remembered_no_more()
        read = await caller.ask(_READ, {"unit": "unit_1"})
    finally:
        writer.run_write(over, on=_days(10).isoformat())
        await _remembered_no_more()

    assert read["matters"]["totalCount"] == 0
    assert (await caller.ask(_READ, {"unit": "unit_1"}))["matters"]["totalCount"] == 3


async def test_however_much_there_is_all_of_it_is_opened(
    by: By, monkeypatch: pytest.MonkeyPatch, writer: Writer
) -> None:
    """What is looked at at once is bounded, what is opened is not: one matter a look, and so few things, open the same."""
    monkeypatch.setattr(rounds, "_AT_ONCE", 1)
    monkeypatch.setattr(tiers, "_BOUND", 2)
    writer.run_write("MERGE (e:Edition {name: 'InspectionRound'}) SET e.number = coalesce(e.number, 0) + 1")
    await _remembered_no_more()

    read = await by("INSP_TEAM_1").ask(_READ, {"unit": "unit_1"})

    assert {each["id"] for each in read["auditFindings"]["nodes"]} == _opened(1)
    assert read["matters"]["totalCount"] == 3
    assert {each["finding"]["id"] for each in read["auditLinkedIssues"]["nodes"]} == _opened(1)


async def test_what_stays_shut_changes_no_byte(by: By, in_new_graph: InNewGraph) -> None:
    """Two graphs that differ in what is on other teams' units, or stays shut on one's own, answer a team with the same bytes."""
    asked = {
        team: orjson.dumps({"query": _READ, "variables": {"unit": "unit_1"}})
        for team in ("INSP_TEAM_1", "INSP_TEAM_3", _NO_ROUND)
    }
    whole = {team: (await by(team).post(body)).content for team, body in asked.items()}

    for team, body in asked.items():
        kept = {*_opened(1), "issue_1"} if team == "INSP_TEAM_1" else set()
        in_new_graph(_without(draw_rounds(), kept))
        await _remembered_no_more()
        assert (await by(team).post(body)).content == whole[team], team


def _without(sketch: Sketch, kept: set[str]) -> Sketch:
    """Return the sketch without the matters that are not kept."""
    for label in ("AuditFinding", "InspectionIssue", "Clue"):
        sketch.nodes[label] = {uid: drawn for uid, drawn in sketch.nodes[label].items() if uid in kept}
    return sketch.seen_by(sketch.readers)


async def _remembered_no_more() -> None:
    await asyncio.sleep(0.3)
