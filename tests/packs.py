"""A unit as large as real ones, drawn by hand: what audit and inspection found, what came back, who led, what is hidden."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from graph_service.rights.roles import read_roles
from schema.vocabulary import Problem, Rectification
from tests.sketch import EVERYONE, Sketch

ON = date(2026, 6, 30)
ROUND, AUDITED, HIDDEN = 20, 21, 29
READERS = {
    EVERYONE: ["EVERYONE"],
    ROUND: ["INSP_TEAM_3", "CASE_MGMT"],
    AUDITED: ["INSP_TEAM_3", "AUDIT", "CASE_MGMT", "STATIONED_1"],
    HIDDEN: ["OWN_STAFF"],
}
OFFICERS = {
    "o_round": "INSP_TEAM_3",
    "o_audit": "AUDIT",
    "o_other": "INSP_TEAM_9",
    "o_case": "CASE_MGMT",
    "o_stays": "STATIONED_1",
}
UNIT_PACK = """{ unitPack(unit: "unit_0", on: "2025-06-30") {
  unit { id } isWhole focuses { focus points reasons { sentence sentenceZh matters { id } } }
  findings { finding { id title } unit { id name } reason openFen holders { person { id } } back { id } } issues { issue { id } repeats { id } }
  transfers { clue { id } } clues { clue { id title } } alerts { alert { id } } holders { person { id name } post against { id } }
  connected { matter { id caption } joins { matter { id } sentence } }
  totals { part count open amountFen } byProblem { problem } byYear { year } } }"""
_KINDS = [kind for kind in Problem if kind is not Problem.OTHER]
_FORMULA = '=HYPERLINK("x","点我")'  # what a source may hold and no sheet may run


def draw_unit(findings: int = 300, issues: int = 200, clues: int = 100, alerts: int = 60) -> Sketch:
    """Return a sketch of one bureau with stations under it, and so much of each."""
    assert read_roles()
    sketch = Sketch(dict(READERS))
    _officers(sketch)
    bureau = sketch.node("Unit", "bureau", name="云江市水务局", uscc="11360502MB1X00001K", unit_kind="ORGAN")
    stations = [
        sketch.node("Unit", f"station_{n}", name=f"云江市第{n}水库管理站", unit_kind="INSTITUTION") for n in range(4)
    ]
    for station in stations:
        sketch.tie("UNDER", station, bureau)
    units = [bureau, *stations]
    _leaders(sketch, units)
    _found(sketch, units, findings, issues)
    _told(sketch, units, clues, alerts)
    _returned(sketch)
    return sketch


def _officers(sketch: Sketch) -> None:
    for officer, code in OFFICERS.items():
        team = sketch.node("Team", code, team_code=code, team_name=f"{code}组")
        sketch.tie(
            "MEMBER_OF", sketch.node("Officer", officer, officer_id=officer, officer_name=f"干部{officer}"), team
        )


def _leaders(sketch: Sketch, units: list[str]) -> None:
    for place, unit in enumerate(units):
        for term in range(3):
            begins, ends = date(2017 + 3 * term, 3, 1), date(2020 + 3 * term, 2, 28)
            for post, leads in (("局长", True), ("党委书记", True), ("副局长", False)):
                key = f"{place}_{term}_{post}"
                name = f"{'赵钱孙李周'[place]}{'文武斌'[term]}{'安平宁'[len(post) - 2]}"
                person = sketch.node(
                    "Person", key, name=name, id_number=f"36050219{60 + place}01{10 + term}{100 + len(post)}{term}"
                )
                sketch.tie("HOLDS_POST", person, unit, post=post, is_top_leader=leads, valid_from=begins,
                           valid_to=None if term == 2 else ends, in_charge_of=None if leads else "财务")  # fmt: skip


def _day(number: int) -> date:
    return ON - timedelta(days=7 * number % 3000 + 1)


def _found(sketch: Sketch, units: list[str], findings: int, issues: int) -> None:
    states = list(Rectification)
    for label, many, prefix in (("AuditFinding", findings, "SJ"), ("InspectionIssue", issues, "XC")):
        for n in range(many):
            day, state = _day(n), states[n % 4]
            shared: dict[str, Any] = {
                "number": f"{prefix}-{day.year}-{n:04}", "title": f"第{n}项{_KINDS[n % len(_KINDS)].label}问题，手续不全、金额较大需进一步核实",
                "text": "经查，相关支出未附合同和验收单据，审批手续不全。" * 3, "problem": _KINDS[n % len(_KINDS)], "found_on": day,
                "amount_fen": n * 1_234_56, "rectification": state, "due_on": day + timedelta(days=90),
                "closed_on": day + timedelta(days=60) if state in {"DONE", "CHECKED_OFF"} else None,
            }  # fmt: skip
            if label == "AuditFinding":
                shared["rectified_fen"] = n * 100_00
            if n == 5:
                shared["title"] = _FORMULA
            matter = sketch.node(label, str(n), AUDITED if label == "AuditFinding" else ROUND, **shared)
            sketch.names(
                matter, units[n % len(units)], audience=AUDITED if prefix == "SJ" else ROUND, role="SUBJECT_UNIT"
            )


def _told(sketch: Sketch, units: list[str], clues: int, alerts: int) -> None:
    for n in range(clues):
        clue = sketch.node("Clue", str(n), ROUND, number=f"XS-{n:04}", title=f"反映{_KINDS[n % 30].label}", problem=_KINDS[n % 30],
                           channel="PETITION", received_on=_day(3 * n), amount_fen=n * 1_000_00,
                           disposal="CLOSED" if n % 9 == 0 else None)  # fmt: skip
        sketch.names(clue, units[n % len(units)], audience=ROUND, role="SUBJECT_UNIT")
        if n % 10 == 1:
            sketch.names(clue, "person_0_1_局长", audience=ROUND, role="SUBJECT", as_named="赵局长")
    for n in range(alerts):
        alert = sketch.node("Alert", str(n), ROUND, number=f"YJ-{n:04}", title=f"疑似{_KINDS[n % 20].label}", problem=_KINDS[n % 20],
                            severity="HIGH", state="DISMISSED" if n % 7 == 0 else "OPEN",
                            raised_at=datetime(2025, 1 + n % 12, 3, 4, 5))  # fmt: skip
        sketch.names(alert, units[n % len(units)], audience=ROUND, role="SUBJECT_UNIT")


def _returned(sketch: Sketch) -> None:
    """Draw what came back and what was handed over; what nobody here may read beside it."""
    sketch.tie("REPEATS", "issue_0", "auditfinding_43", ROUND)  # put right before
    sketch.tie("REPEATS", "issue_1", "auditfinding_4", ROUND)  # not put right
    for number, fields in (("YS-1", {}), ("YS-2", {"accepted_number": "XS-9001"})):
        letter = sketch.node("Clue", number, AUDITED, number=number, title="审计移送处理书", came_by="AUDIT_TRANSFER",
                             received_on=ON - timedelta(days=200), **fields)  # fmt: skip
        sketch.tie("HANDED_OVER_AS", "auditfinding_7", letter, AUDITED)
    outside = sketch.node("Ticket", "out", number="TS-1", title="群众投诉停水", asked_at=datetime(2026, 1, 2, 3, 4))
    sketch.names(outside, sketch.node("Unit", "elsewhere", name="云江市供水公司"), role="SUBJECT_UNIT")
    secret = sketch.node("AuditFinding", "secret", HIDDEN, number="SJ-密", title="隐藏", problem=Problem.DINING, found_on=_day(2),
                         amount_fen=999_999_999_00, rectification="NOT_DONE", due_on=_day(1))  # fmt: skip
    sketch.names(secret, "unit_bureau", audience=HIDDEN, role="SUBJECT_UNIT")
    sketch.tie("REPEATS", "issue_2", secret, HIDDEN)
    hidden = sketch.node("Unit", "hidden", HIDDEN, name="隐藏站")
    sketch.tie("UNDER", hidden, "unit_bureau", HIDDEN)
    person = sketch.node("Person", "hidden", HIDDEN, name="隐藏人")
    sketch.tie(
        "HOLDS_POST", person, "unit_bureau", HIDDEN, post="局长", is_top_leader=True, valid_from=date(2019, 1, 1)
    )
    late = sketch.node(
        "Clue", "hidden", HIDDEN, number="XS-密", received_on=_day(1), accepted_number="1", problem=Problem.DINING
    )
    sketch.names(late, "unit_bureau", "person_0_1_局长", audience=HIDDEN, role="SUBJECT")


def link_row(one: str, other: str) -> Mapping[str, Any]:
    """Return a stored link of two matters."""
    return {
        "uid": f"link_{one}_{other}", "rule": "similar_text", "sentence": "Both texts say the same", "score": 0.8,
        "audiences": [EVERYONE], "one": one, "other": other, "via": [],
    }  # fmt: skip
