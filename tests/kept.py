"""What the service itself keeps in the small city: links, a request for access to what is a hit, a declared recusal, tasks."""

from typing import Any

from graph_service.graph import Writer

_REQUEST = """CREATE (r:AccessRequest {uid: 'access_1', state: 'WAITING', by: 'o_disc', teams: ['DISC_1'], for_team: false, team: 'TOUR_1'})
SET r.about = 'person_0', r.channel = 'DISCIPLINARY', r.matters = ['clue_10', 'clue_02', 'clue_secret'], r.granted = ['clue_02'], r.reason = '核查'
SET r.asked_at = datetime('2026-01-05T06:07:08Z'), r.asked_until = datetime('2026-01-06T00:00:00Z')"""

_RECUSAL = """CREATE (k:Recusal {uid: 'recusal_1', state: 'WAITING', by: 'o_disc', teams: ['DISC_1'], matter: 'clue_02', reason: '战友'})
SET k.declared_at = datetime('2026-01-05T06:07:08Z')"""


_REGISTER = """UNWIND [['1', 'clue_02', 'o_disc'], ['2', 'clue_secret', 'o_tour']] AS each
CREATE (k:Intervention {uid: 'intervention_' + each[0], number: toInteger(each[0]), by: each[2], matter: each[1]})
SET k.teams = ['DISC_1'], k.person = 'person_0', k.at = '2026-01-05T06:07:08Z', k.as_named = '某领导', k.as_post = '局长', k.way = 'PHONE'
SET k.on = '2026-01-04', k.text = '打听案情', k.answer = '不便透露', k.previous = '', k.seal = 'kit'"""
_VIEWS = """UNWIND [['1', 'o_disc', 'TOUR_1', 'clue_02'], ['2', 'o_tour', 'DISC_1', 'clue_secret']] AS each
CREATE (v:SavedView {uid: 'view_' + each[0], by: each[1], teams: ['DISC_1'], shared_with: [each[2]], title: '小区用电', remark: '另见台账'})
SET v.things = [each[3], 'person_0', 'unit_0'], v.xs = [1.0, 2.0, 3.0], v.ys = [0.5, 0.0, 0.0]
SET v.hidden = [false, false, true], v.pinned = [true, false, false]
SET v.came_from = [-1, 0, 0], v.ties = COLLECT { MATCH ({uid: each[3]})-[r]->({uid: 'person_0'}) RETURN r.uid }, v.group = 'KIND'
SET v.size = 'DEGREE'
SET v.starts = [each IN v.ties | 0], v.ends = [each IN v.ties | 1], v.without_kinds = ['Team'], v.without_ties = [], v.without_channels = []
SET v.least_ties = 0, v.saved_at = datetime('2026-01-05T06:07:08Z'), v.changed_at = v.saved_at"""
_TASKS = """UNWIND $rows AS row
CREATE (t:Task {uid: row.uid, kind: row.kind, title: row.uid + ' 小区用电', text: '未转正式用电', rests_on: row.rests_on, lead_team: row.team})
SET t.data = 'D6', t.made_by = 'o_disc', t.made_at = datetime('2026-01-05T06:07:08Z'), t.unit = 'unit_0', t.form = 'SUPERVISORY', t.copy_to = []
SET t.parent = row.parent, t.own_day = date('2026-02-05'), t.for_teams = row.for_teams, t.convened_by = row.team
CREATE (s:TaskStep {uid: 'taskstep_' + row.uid, of: row.uid, standing: row.uid, act: 'MAKE', before: 'UNMADE', stage: row.stage})
SET s.stands_at = row.stage, s.holder = row.team, s.held_by = row.team, s.by = 'o_disc', s.teams = ['DISC_1'], s.reason = '一案一建议', s.items = []
SET s.version = '1', s.number = 1, s.at = t.made_at, s.on = date('2026-01-05'), s.data = 'D6'
CREATE (i:TaskItem {uid: 'taskitem_' + row.uid, of: row.uid, number: 1, text: '建章立制', type: row.type, state: row.state})
SET i.target = row.target, i.due_on = date('2026-03-05'), i.made_on = date('2026-01-05'), i.people = 40, i.rests_on = row.item_on"""
_ROWS: tuple[
    dict[str, Any], ...
] = (  # of each kind one for who reads clue 02, one that rests on what is hidden, one of the other team
    {"kind": "Recommendation", "stage": "SERVED", "state": "OPEN"},
    {"kind": "Sweep", "stage": "PROPOSED", "state": "TO_CHECK", "target": "unit_1", "parent": "recommendation_1"},
    {"kind": "SupervisionList", "stage": "IN_FORCE", "state": "TO_CHECK"},
    {"kind": "ConsultationTask", "stage": "GIVEN", "state": "OPEN", "parent": "consultation_1"},
)
_CONSULTATIONS = (  # of two teams: one with an item for both, one with an item on what is hidden, one of the other team alone
    ("1", ["DISC_1", "TOUR_1"], "DISC_1", ["clue_02"]),
    ("2", ["DISC_1", "TOUR_1"], "TOUR_1", ["clue_02", "clue_secret"]),
    ("3", ["TOUR_1"], "TOUR_1", ["clue_secret"]),
)


def write_tasks(writer: Writer) -> None:
    """Write recommendations and sweeps: one on a clue of both teams, one that rests on a hidden clue, one that the other team carries."""
    stated = (
        ("1", ["clue_02"], "DISC_1"),
        ("2", ["clue_02", "clue_secret"], "OTHER_1"),
        ("3", ["clue_secret"], "TOUR_1"),
    )
    common = {"target": None, "parent": None, "for_teams": None, "item_on": None, "type": "MAKE_RULE"}
    rows = [
        {
            **common,
            **row,
            "uid": f"{row['kind'].lower()}_{name}",
            "rests_on": rests_on,
            "team": team,
        }
        for row in _ROWS
        for name, rests_on, team in stated
    ]
    meetings = {"kind": "Consultation", "stage": "CALLED", "state": "OPEN", "type": "TOPIC", "rests_on": []}
    rows += [
        common | meetings | {"uid": f"consultation_{name}", "for_teams": teams, "team": team, "item_on": matters}
        for name, teams, team, matters in _CONSULTATIONS
    ]
    writer.run_write(_TASKS, rows=rows)


def proposed_links(open_to_all: int, open_to_nobody: int) -> list[dict[str, Any]]:
    """Return the links as rules propose them; one rests on what nobody may read."""
    return [
        {
            "uid": f"link_{place:02}", "rule": "same_person", "sentence": "Both name one person", "via": ["person_1"],
            "one": f"clue_{place:02}", "other": f"clue_{place + 3:02}", "audiences": [open_to_all] if place else [open_to_nobody],
        }
        for place in range(8)
    ]  # fmt: skip


def write_request(writer: Writer) -> None:
    """Write the request, and a declared recusal."""
    writer.run_write(_REQUEST)
    writer.run_write(_RECUSAL)
    write_tasks(writer)
    writer.run_write(_REGISTER)
    writer.run_write(_VIEWS)


_ANSWERED = ("answered_by", "answered_at", "answer", "until", "revoked_by", "revoked_at", "revoke_reason")
_TOLD = (
    "uid",
    "number",
    "kind",
    "at",
    "once",
    "clue",
    "task",
    "action",
    "limit",
    "due_on",
    "for_duty",
    "sentence",
    "audiences",
)
_DECIDED = ("decided_by", "decided_at", "decision", "decide_key", "decide_request", "client_key", "request")
_PROBING = ("uid", "by", "since", "at", "until", "misses")
_MISSES = ("officer", "turns", "since", "seen", "touched", "told", "locked_until")
_VIEW_ACT = ("uid", "view", "act", "by", "client_key", "request", "shared_with", "at")
_STEP = (
    "uid", "clue", "number", "act", "before", "stage", "holder", "by", "teams", "reason", "paper", "to_team", "officers", "other", "body",
    "disposal", "data", "rule", "version", "client_key", "request", "limit", "held_by", "stands_at", "at", "on", "due_on", "look_again_on",
)  # fmt: skip
_TASK = (
    "uid", "kind", "title", "text", "why", "paper", "form", "copy_to", "problem", "rests_on", "unit", "parent", "lead_team", "made_by", "made_at",
    "data", "own_day", "for_teams", "convened_by", "items",
)  # fmt: skip
_TASK_STEP = (
    "uid", "of", "number", "act", "before", "stage", "holder", "held_by", "stands_at", "standing", "by", "teams", "reason", "paper", "body",
    "adopted", "way", "limit", "items", "answer", "rating", "matter",
    "decision", "to_team", "data", "rule", "version", "client_key", "request", "at", "on", "due_on",
)  # fmt: skip
_TASK_ITEM = (
    "uid", "of", "number", "text", "type", "state", "target", "about", "rests_on", "audiences", "for_teams", "points",
    "matter", "people", "way", "due_on", "made_on", "found_on", "fixed_on", "done_on", "checked_on",
)  # fmt: skip


def write_acts(writer: Writer) -> None:
    """Write what people do, with every property that there may be: the request as it is when it was answered and taken back, the
    recusal that was decided, who asked too often, a step of a clue.
    """
    write_request(writer)
    writer.run_write("MATCH (r:AccessRequest) SET r += $said", said=dict.fromkeys(_ANSWERED, "kit"))
    writer.run_write("MATCH (k:Recusal) SET k += $said", said=dict.fromkeys(_DECIDED, "kit"))
    kept = {"probing": dict.fromkeys(_PROBING, "kit"), "misses": dict.fromkeys(_MISSES, "kit")}
    writer.run_write("CREATE (k:Probing) SET k = $probing CREATE (m:Misses) SET m = $misses", **kept)
    writer.run_write(
        "CREATE (s:ClueStep) SET s = $step, s.standing = 'clue_kit'", step=dict.fromkeys(_STEP, "clue_kit")
    )
    writer.run_write("CREATE (b:ClueBook {uid: 'clue_kit', last: 1, owes_beside: true})")
    writer.run_write("CREATE (n:Notice) SET n = $said", said=dict.fromkeys(_TOLD, "clue_kit"))
    stated = (("task", _TASK), ("step", _TASK_STEP), ("item", _TASK_ITEM))
    of_tasks = {name: dict.fromkeys(fields, "task_kit") for name, fields in stated}
    writer.run_write(
        "CREATE (t:Task) SET t = $task CREATE (s:TaskStep) SET s = $step CREATE (i:TaskItem) SET i = $item", **of_tasks
    )
    writer.run_write("CREATE (b:TaskBook {uid: 'task_kit', last: 1})")
    writer.run_write("MATCH (k:Intervention) SET k.client_key = k.uid, k.request = 'kit'")
    writer.run_write(
        "MATCH (v:SavedView) SET v += $said",
        said=dict.fromkeys(("since", "until", "dropped_at", "least_certainty"), "kit"),
    )
    writer.run_write(
        "CREATE (a:ViewAct) SET a = $act CREATE (b:ViewBook {uid: 'kit', turns: 1})",
        act=dict.fromkeys(_VIEW_ACT, "kit"),
    )
    writer.run_write("CREATE (b:InterventionBook {uid: 'kit', last: 1, turns: 1, seal: 'kit'})")
