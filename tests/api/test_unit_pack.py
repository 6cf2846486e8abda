"""A unit's pack as the API gives it: what it holds of a unit as large as real ones, for whom, and why."""

from collections.abc import Callable
from typing import Any

import httpx
import orjson
import pytest

from graph_service.api.gate.installed import EXAMPLES
from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller, InNewGraph
from tests.packs import ON, draw_unit, link_row

ASKED = (EXAMPLES / "work" / "unit_pack.graphql").read_text(encoding="utf-8")
GIVEN = {"unit": "unit_bureau", "on": ON.isoformat()}
LINKS = [link_row("auditfinding_1", "ticket_out"), link_row("issue_1", "ticket_out")]
By = Callable[[str], Caller]


@pytest.fixture(scope="module")
def by(in_new_graph: InNewGraph, client: httpx.AsyncClient, tokens: Tokens, writer: Writer) -> By:
    in_new_graph(draw_unit())
    writer.run_write(query("links/merge").body, rows=LINKS, at="2026-01-03T04:05:06Z")
    return lambda officer: Caller(client, tokens.sign(officer))


async def pack_of(caller: Caller, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask(ASKED, GIVEN | given))["unitPack"])


def counts(pack: dict[str, Any]) -> dict[str, int]:
    return {each["part"]: each["count"] for each in pack["totals"] if each["count"]}


async def test_a_pack_holds_everything_of_the_unit_and_those_under_it(by: By) -> None:
    pack = await pack_of(by("o_round"))

    assert counts(pack) == {
        "FINDINGS": 300, "ISSUES": 200, "TRANSFERS": 2, "CLUES": 100, "ALERTS": 60, "HOLDERS": 45, "CONNECTED": 1,
    }  # fmt: skip
    assert pack["isWhole"]
    assert pack["units"][0]["name"] == "云江市水务局"
    alone = await pack_of(by("o_round"), levels=0)
    assert counts(alone)["FINDINGS"] == 60
    assert [each["id"] for each in alone["units"]] == ["unit_bureau"]


async def test_sums_are_those_of_the_rows(by: By) -> None:
    pack = await pack_of(by("o_round"))
    findings, issues = [[each for each in pack[part]] for part in ("findings", "issues")]
    problems = [(row["finding"], row) for row in findings] + [(row["issue"], row) for row in issues]

    for name in ("byProblem", "byYear"):
        assert sum(each["findings"] for each in pack[name]) == 300
        assert sum(each["amountFen"] for each in pack[name]) == sum(matter["amountFen"] for matter, _ in problems)
        assert sum(each["openFen"] for each in pack[name]) == sum(row["openFen"] for _, row in problems)
    for matter, row in problems:
        is_right = matter["rectification"] in {"DONE", "CHECKED_OFF"}
        assert row["isOpen"] is not is_right
        assert row["isOverdue"] is (not is_right and matter["dueOn"] < GIVEN["on"])
        assert row["openFen"] == (0 if is_right else matter["amountFen"] - matter.get("rectifiedFen", 0))
    assert [each["foundOn"] for each, _ in problems[:300]] == sorted(
        (each["foundOn"] for each, _ in problems[:300]), reverse=True
    )


async def test_what_came_back_and_what_got_no_echo_is_told(by: By) -> None:
    pack = await pack_of(by("o_round"))
    findings = {row["finding"]["id"]: row for row in pack["findings"]}

    assert {uid: [each["id"] for each in row["back"]] for uid, row in findings.items() if row["back"]} == {
        "auditfinding_43": ["issue_0"]
    }
    assert [row["issue"]["id"] for row in pack["issues"] if row["isBack"]] == ["issue_0"]
    assert findings["auditfinding_4"]["repeated"]
    assert not findings["auditfinding_4"]["back"], "it was never put right"
    letters = {row["clue"]["id"]: (row["lacksEcho"], row["waitingSince"]) for row in pack["transfers"]}
    assert letters == {"clue_YS-1": (True, "2025-12-12"), "clue_YS-2": (False, None)}
    assert [row["lacksEcho"] for row in (await pack_of(by("o_round"), echoDays=300))["transfers"]] == [False, False]


async def test_who_held_the_posts_then_is_told_of_each_finding(by: By) -> None:
    pack = await pack_of(by("o_round"))
    row = next(
        each
        for each in pack["findings"]
        if each["finding"]["foundOn"] < "2022-01-01" and each["unit"]["id"] == "unit_bureau"
    )

    assert [(held["post"], held["validFrom"], held["validTo"]) for held in row["holders"]] == [
        ("党委书记", "2020-03-01", "2023-02-28"), ("局长", "2020-03-01", "2023-02-28"), ("副局长", "2020-03-01", "2023-02-28"),
    ]  # fmt: skip
    head = next(each for each in pack["holders"] if each["person"]["id"] == "person_0_1_局长")
    assert len(head["against"]) == 9, "a closed clue tells against nobody"
    assert not head["isThere"]


async def test_connected_matters_are_told_once(by: By) -> None:
    (only,) = (await pack_of(by("o_round")))["connected"]

    assert only["matter"]["id"] == "ticket_out"
    assert [each["matter"]["id"] for each in only["joins"]] == ["auditfinding_1", "issue_1"]


async def test_a_focus_is_suggested_for_reasons_that_point_at_their_rows(by: By) -> None:
    pack = await pack_of(by("o_round"))
    points = [each["points"] for each in pack["focuses"]]
    reasons = {(focus["focus"], each["sign"]): each for focus in pack["focuses"] for each in focus["reasons"]}

    assert points == sorted(points, reverse=True)
    assert {focus for focus, _ in reasons} == {"POLICY", "INTEGRITY", "ORGANISATION", "RECTIFICATION"}
    overdue = reasons["RECTIFICATION", "OVERDUE"]
    late = [row for part in ("findings", "issues") for row in pack[part] if row["isOverdue"]]
    assert (overdue["count"], overdue["amountFen"]) == (len(late), sum(row["openFen"] for row in late))
    assert "逾期未整改" in overdue["sentenceZh"]
    assert str(len(late)) in overdue["sentence"]
    assert [each["id"] for each in reasons["RECTIFICATION", "BACK_AFTER_RECTIFICATION"]["matters"]] == [
        "auditfinding_43"
    ]
    assert [each["id"] for each in reasons["RECTIFICATION", "NO_ECHO"]["matters"]] == ["clue_YS-1"]
    assert [each["name"] for each in reasons["ORGANISATION", "LEADERS_NAMED"]["people"]] == ["赵武安"]


async def test_who_may_see_less_gets_less(by: By) -> None:
    assert counts(await pack_of(by("o_stays"))) == {"FINDINGS": 300, "TRANSFERS": 2, "HOLDERS": 45, "CONNECTED": 1}
    assert counts(await pack_of(by("o_other"))) == {"HOLDERS": 45}
    assert "隐藏" not in str(await pack_of(by("o_case")))
    assert await by("o_audit").code(ASKED, GIVEN) == "NOT_FOUND", (
        "a partner from outside reads no unit that is shared inside"
    )


async def test_bounds_are_told_or_refused(by: By) -> None:
    few = await pack_of(by("o_round"), first=7)

    assert len(few["findings"]) == len(few["clues"]) == 7
    assert counts(few)["FINDINGS"] == 300
    assert {each["part"]: each["shown"] for each in few["totals"]}["FINDINGS"] == 7
    for given in ({"first": 1001}, {"levels": 4}, {"echoDays": 0}):
        assert await by("o_round").code(ASKED, GIVEN | given) == "LIMIT_EXCEEDED"
    for unit in ("unit_absent", "unit_hidden"):
        assert await by("o_round").code(ASKED, GIVEN | {"unit": unit}) == "NOT_FOUND"


async def test_what_is_hidden_changes_no_byte(by: By, in_new_graph: InNewGraph, writer: Writer) -> None:
    """Two graphs that differ only in what an officer may not read give that officer the same pack, byte by byte."""
    asked = orjson.dumps({"query": ASKED, "variables": GIVEN})
    officers = {"o_round": "INSP_TEAM_3", "o_stays": "STATIONED_1", "o_other": "INSP_TEAM_9"}
    whole = {officer: (await by(officer).post(asked)).content for officer in officers}

    for officer, team in officers.items():
        sketch = draw_unit()
        in_new_graph(sketch.seen_by(sketch.open_to("EVERYONE", team)))
        rows = [row for row in LINKS if officer == "o_round" or (officer == "o_stays" and "issue" not in row["uid"])]
        writer.run_write(query("links/merge").body, rows=rows, at="2026-01-03T04:05:06Z")
        assert (await by(officer).post(asked)).content == whole[officer], officer
