"""A small city of two teams: matters in several audiences, what they share, and what neither may see."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from schema.vocabulary import ClueStatus, Problem
from tests.checks import write_checks
from tests.kept import proposed_links, write_request
from tests.one_of_each import draw_kit
from tests.sketch import EVERYONE, Sketch
from tests.steps import write_steps
from tests.told import write_mentions

DISC, TOUR, BOTH, NOBODY = 2, 3, 4, 9
READERS = {
    EVERYONE: ["EVERYONE"],
    DISC: ["DISC_1"],
    TOUR: ["TOUR_1"],
    BOTH: ["DISC_1", "TOUR_1"],
    NOBODY: ["OWN_STAFF"],
}
TOKENS = {  # what opens audiences to each officer
    "o_disc": ("EVERYONE", "DISC_1"),
    "o_tour": ("EVERYONE", "TOUR_1"),
    "o_audit": ("AUDIT",),
    "o_former": (),
}
CLUES, TICKETS = 36, 54
HANDLED_BY_TOUR = (10, 13, 25, 28)  # clues of theirs: to the other team they are hits
_OF_THREE = (DISC, TOUR, BOTH)
_LOADS = """UNWIND $rows AS row
CREATE (l:Load) SET l = row, l.started_at = datetime({year: 2026, month: 1, day: row.day})
REMOVE l.day
CREATE (r:RejectedRow {uid: 'r' + row.uid, row: 3, column: 'plate', reason: 'no plate'})-[:REJECTED_IN]->(l)"""

_SOURCES = "UNWIND $rows AS row CREATE (s:Source) SET s = row, s.title = 'Register of ' + row.name"

_NOTICES = """UNWIND $links AS uid
MATCH (one)<-[:JOINS {place: 0}]-(l:Link {uid: uid})-[:JOINS {place: 1}]->(other)
MATCH (t:Team) WHERE t.team_code IN ['DISC_1', 'TOUR_1']
CREATE (n:Notice {uid: 'notice_' + uid + t.team_code, number: 1000 * toInteger(right(uid, 2)) + size(t.team_code), kind: 'LINK_PROPOSED',
  at: datetime('2026-01-03T04:05:06Z'), link: uid, rule: l.rule, sentence: l.sentence, audiences: l.audiences})
CREATE (n)-[:TOLD_TO]->(t), (n)-[:SPEAKS_OF {place: 0}]->(one), (n)-[:SPEAKS_OF {place: 1}]->(other)"""

_SERIES = """UNWIND $rows AS row
CREATE (s:Series {uid: row.uid, state: row.state, lead_team: 'DISC_1', opened_by: 'o_disc'})
SET s.opened_at = datetime('2026-01-04T05:06:07Z') + duration({hours: row.place}), s.closed_at = datetime(row.closed_at)
WITH s, row
CALL (s, row) {
  UNWIND row.members AS matter
  CREATE (k:SeriesMember {uid: 'member_' + matter, matter: matter, is_present: true, number: 1000 * row.place, by: 'o_disc', at: s.opened_at})
  CREATE (k)-[:IN_SERIES]->(s)
}
UNWIND row.said AS said
CREATE (e:SeriesEntry {uid: 'entry_' + said.text, by: 'o_disc', at: s.opened_at, number: row.place, about: said.rests_on})
SET e += said
CREATE (e)-[:SAID_OF]->(s)"""


def draw_world() -> Sketch:
    """Return the whole city."""
    sketch = Sketch(dict(READERS))
    draw_kit(sketch)
    draw_kit(sketch, TOUR, "tours")
    _staff(sketch)
    _entities(sketch)
    _clues(sketch)
    _others(sketch)
    _hidden(sketch)
    return sketch


def write_world(sketch: Sketch, writer: Writer, audiences: Collection[int] = tuple(READERS)) -> None:
    """Write what these audiences hold of the city, with the loads that brought it and the links proposed in it."""
    whole, sketch = sketch, sketch.seen_by(audiences)
    sketch.write(writer)
    holders = {"DISC_1": DISC, "TOUR_1": TOUR, "IT": NOBODY}
    loads = [
        {"uid": f"load_{name}", "source": name, "state": "DONE", "holder": holder, "day": day, "read": 9, "rejected": 1}
        for day, (name, holder) in enumerate((("clues", "DISC_1"), ("tours", "TOUR_1"), ("fleet", "IT")), 1)
        if holders[holder] in audiences
    ]
    writer.run_write(_LOADS, rows=loads)
    writer.run_write(_SOURCES, rows=[{"name": load["source"], "holder": load["holder"]} for load in loads])
    write_mentions(whole, writer, NOBODY, audiences)
    present = {uid for drawn in sketch.nodes.values() for uid in drawn}
    links = [
        row
        for row in proposed_links(EVERYONE, NOBODY)
        if {row["one"], row["other"], *row["via"]} <= present and set(row["audiences"]) <= set(audiences)
    ]
    writer.run_write(query("links/merge").body, rows=links, at="2026-01-03T04:05:06Z")
    writer.run_write(query("links/place").body, uids=[link["one"] for link in links])
    told = [link["uid"] for link in links if set(link["audiences"]) <= {EVERYONE}]
    writer.run_write(_NOTICES, links=told)
    _write_pairs(writer, present)
    writer.run_write(_SERIES, rows=_series(present))
    write_request(writer)
    write_checks(writer, present)
    write_steps(writer, present)


def _series(present: Collection[str]) -> list[dict[str, Any]]:
    """Return what is there of the series: the members that are present, and what rests on nothing else."""
    stated = (
        ("series_1", "OPEN", ("clue_03", "clue_06", "clue_04")),
        ("series_2", "CLOSED", ("clue_15", "clue_secret")),
        ("series_3", "OPEN", ("clue_18",)),
        ("series_tour", "OPEN", ("clue_10", "clue_13")),
    )
    rows = []
    for place, (uid, state, matters) in enumerate(stated, 1):
        members = [matter for matter in matters if matter in present]
        seen, every = list(matters[:2]), list(matters)
        said = [
            {"kind": "OPENED", "text": f"{uid} 同一物业", "title": f"物业串案 {uid}", "opens": uid, "rests_on": seen},
            {"kind": "NOTE", "text": f"{uid} 先查电费", "rests_on": seen},
            {"kind": "NOTE", "text": f"{uid} 再查合同", "rests_on": every},
        ]
        kept = [each for each in said if set(map(str, each["rests_on"])) <= set(present)]
        if members:
            closed = "2026-02-03T04:05:06Z" if state == "CLOSED" else None
            rows.append(
                {"uid": uid, "state": state, "closed_at": closed, "place": place, "members": members, "said": kept}
            )
    return rows


def _write_pairs(writer: Writer, present: Collection[str]) -> None:
    stated = {
        "kind": "Person",
        "state": "PROPOSED",
        "guard": "",
        "fields": ["name"],
        "found": ["same name"],
        "bits": [9.5],
    }
    ends = (
        ("person_0", "person_1"),
        ("person_2", "person_secret"),
        ("person_3", "person_tours"),
        ("person_4", "person_2"),
    )
    rows = [
        {"uid": f"same_{place}", "one": one, "other": other,
         "stated": {**stated, "one": one, "other": other, "score": 0.9 - place / 10}}
        for place, (one, other) in enumerate(ends, 1)
        if {one, other} <= set(present)
    ]  # fmt: skip
    writer.run_write(
        filled(query("identity/propose").body, (("LABEL_", "Person"),)), rows=rows, at="2026-01-03T04:05:06Z"
    )


def _staff(sketch: Sketch) -> None:
    teams = {code: sketch.node("Team", code, team_code=code, team_name=f"{code} 组") for code in ("DISC_1", "TOUR_1")}
    teams["AUDIT"] = sketch.node("Team", "AUDIT", team_code="AUDIT", team_name="审计局")
    members = {"o_disc": "DISC_1", "o_tour": "TOUR_1", "o_audit": "AUDIT", "o_former": "DISC_1"}
    for officer, code in members.items():
        uid = sketch.node("Officer", officer, officer_id=officer, officer_name=f"干部 {officer}")
        ended = date(2020, 1, 1) if officer == "o_former" else None
        sketch.tie("MEMBER_OF", uid, teams[code], valid_to=ended)


def _entities(sketch: Sketch) -> None:
    for place in range(5):
        sketch.node("Person", str(place), name=f"张{'甲乙丙丁戊'[place]}", id_number=f"11010119800101{place:03}X")
        sketch.node("Phone", str(place), phone_number=f"1380000000{place}")
    sketch.node("Phone", "hot", phone_number="12388")
    top = sketch.node("Unit", "top", name="云江市住建局", uscc="91110000600037341L")
    for place in range(3):
        unit = sketch.node("Unit", str(place), name=f"第{place}物业公司", unit_kind="FIRM", capital_fen=place * 10**12)
        sketch.tie("UNDER", unit, top)
        sketch.tie("HOLDS_SHARE", f"person_{place}", unit, ratio=51.0)
    sketch.tie("KIN_OF", "person_0", "person_4", relation="SPOUSE")
    sketch.tie("KNOWS", "person_3", "person_0", TOUR, word="同学")
    sketch.node("Vehicle", "1", plate="云A00001", is_official=True)
    sketch.node("Project", "1", project_number="P-1", name="小区用电改造")
    sketch.node("Contract", "1", contract_number="C-1", amount_fen=5_000_00)
    sketch.node("InspectionRound", "1", round_code="R-1", round_name="第一轮")
    sketch.tie("INSPECTS", "round_1", "unit_0")
    sketch.tie("UNDER_PROJECT", "contract_1", "project_1")


def _clues(sketch: Sketch) -> None:
    for place in range(CLUES):
        audience = _OF_THREE[place % 3]
        clue = sketch.node(
            "Clue", f"{place:02}", audience, number=f"XS-{place // 2:03}", title=f"反映物业公司 {place}",
            text="电费不公开、违规加价" if place % 2 else None, channel="DISCIPLINARY" if place % 3 else "PETITION",
            received_on=None if place % 6 == 0 else date(2025, 1, 1 + place // 9), status=list(ClueStatus)[place % 5],
            amount_fen=None if place % 4 == 0 else place // 8 * 100, problem=list(Problem)[place % 4],
        )  # fmt: skip
        sketch.names(clue, f"person_{place % 5}", audience=audience, role="SUBJECT", as_named="张某")
        sketch.names(clue, f"unit_{place % 3}", audience=audience, role="SUBJECT_UNIT")
        sketch.names(clue, f"phone_{place % 4}", "phone_hot", audience=audience, certainty=0.5)
        if place in HANDLED_BY_TOUR:
            sketch.tie("HANDLED_BY", clue, "team_TOUR_1", audience)
        if place % 7 == 0:
            sketch.names(clue, "vehicle_1", "project_1", "contract_1", audience=audience)


def _others(sketch: Sketch) -> None:
    for place in range(6):
        audience = _OF_THREE[place % 3]
        common: dict[str, Any] = {"problem": Problem.PROPERTY_MGMT, "found_on": date(2025, 2, 1 + place // 2)}
        finding = sketch.node("AuditFinding", f"{place}", audience, number=f"SJ-{place}", title="未公开电价", **common)
        issue = sketch.node("InspectionIssue", f"{place}", audience, number=f"XC-{place}", is_repeat=True, **common)
        for matter in (finding, issue):
            sketch.names(matter, f"unit_{place % 2}", audience=audience, role="SUBJECT_UNIT")
        sketch.tie("FOUND_DURING", issue, "round_1", audience)
        sketch.tie("HANDLED_BY", issue, "team_TOUR_1", audience)
        alert = sketch.node("Alert", f"{place}", audience, number=f"YJ-{place}", raised_at=datetime(2025, 3, 1, place))
        sketch.tie("FIRED_ON", alert, "refuelling_kit", audience, row_source="fleet", row_key=f"{place}")
        if place < 3:
            sketch.tie("REPEATS", issue, finding, audience)
    for place in range(TICKETS):
        ticket = sketch.node(
            "Ticket", f"{place:02}", BOTH, number=f"TS-{place:03}", asked_at=datetime(2025, 4, 1, place % 5)
        )
        sketch.names(ticket, "phone_hot", audience=BOTH)


def _hidden(sketch: Sketch) -> None:
    secret = sketch.node(
        "Clue",
        "secret",
        NOBODY,
        number="XS-SECRET",
        title="反映物业公司 内部",
        problem=Problem.DINING,
        channel="STATIONED",
    )
    sketch.names(secret, *(f"person_{place}" for place in range(5)), audience=NOBODY)
    sketch.tie("HANDLED_BY", secret, "team_TOUR_1", NOBODY)
    sketch.node("Person", "secret", NOBODY, name="张甲", id_number="110101198001019999")
    for clue in ("clue_00", "clue_01", "clue_02"):
        sketch.names(clue, "person_secret", audience=NOBODY)  # a hidden thing that visible matters share
        sketch.names(clue, "person_3", audience=NOBODY)  # a hidden statement on things that are visible
    alert = sketch.node("Alert", "secret", NOBODY, number="V1-secret", title="物业公司", model="V1", model_version=1)
    sketch.tie("FIRED_ON", alert, "refuelling_kit", NOBODY, row_source="fleet", row_key="secret")
    sketch.names(alert, "vehicle_1", "person_1", audience=NOBODY, role="INVOLVED")
    sketch.tie("KIN_OF", "person_1", "person_2", NOBODY, relation="SIBLING")
    sketch.tie("HOLDS_SHARE", "person_secret", "unit_0", NOBODY)
