"""A city with one defect in 23 housing compounds, for the people of the commission: what they ask of recommendations and sweeps."""

from collections.abc import Callable
from typing import Any

from tests.api.conftest import Caller
from tests.clue_life import REGISTER, draw_commission
from tests.sketch import Sketch

COMPOUNDS, RESIDENTS = 23, 50_140
NOBODY = 9
REFUSED = " ".join(
    f"... on Task{name} {{ message mend }}"
    for name in ("NotVisible", "ReasonMissing", "ActNotYours", "ActNotNow", "SameHand", "NeedsMore", "Overtaken")
)
_MADE = REFUSED.replace("... on TaskActNotNow { message mend } ... on TaskSameHand { message mend } ", "").replace(
    " ... on TaskOvertaken { message mend }", ""
)
RECOMMENDATION = """__typename ... on Recommendation { id stage heldBy title number unit { name } findings adopted servedOn replyReceivedOn closedOn
  matters { number } sweeps items { id number text type state dueOn doneOn checkedOn way } steps { action before stage by teams paper }
  deadlines { limit state dueOn metOn rule } allowedActions { action allowed reason } }"""
SWEEP = """__typename ... on Sweep { id stage heldBy title pattern problem recommendation toCheck clear found fixed peopleAffected closedOn
  matters { number } items { id text state people foundOn fixedOn target { id } } steps { action stage items } deadlines { limit state dueOn }
  allowedActions { action allowed reason needs } }"""
MAKE = f"""mutation($unit: ID!, $matters: [ID!], $title: String!, $items: [RecommendationItemInput!]!, $reason: String!, $team: String, $key: String,
  $replyDueOn: Date) {{ it: makeRecommendation(form: SUPERVISORY, unit: $unit, matters: $matters, title: $title, findings: "临时用电不转正",
  causes: "审批脱节",
  basis: "监察法第十一条", items: $items, team: $team, reason: $reason, replyDueOn: $replyDueOn,
  clientKey: $key) {{ {RECOMMENDATION} {_MADE} }} }}"""
OPEN = f"""mutation($recommendation: ID, $matters: [ID!], $over: SweepScopeInput!, $team: String, $reason: String!, $key: String) {{
  it: openSweep(title: "小区临时用电排查", pattern: "交付后仍用临时电", problem: PROPERTY_MGMT,
    recommendation: $recommendation, matters: $matters, over: $over, team: $team, reason: $reason, clientKey: $key) {{ {SWEEP} {_MADE} }} }}"""
ACT = f"""mutation($id: ID!, $action: RecommendationAction!, $reason: String!, $paper: String, $items: [ID!], $way: CheckWay, $adopted: Adoption,
  $body: String, $limit: String, $dueOn: Date, $seen: RecommendationStage, $key: String) {{ it: actOnRecommendation(id: $id, action: $action,
    reason: $reason, paper: $paper, items: $items, way: $way, adopted: $adopted, body: $body, limit: $limit, dueOn: $dueOn, seen: $seen,
    clientKey: $key) {{ {RECOMMENDATION} {REFUSED} }} }}"""
LOOK = f"""mutation($id: ID!, $action: SweepAction!, $reason: String!, $paper: String, $items: [ID!], $way: CheckWay, $people: Int,
  $found: [SweepFoundInput!]) {{ it: actOnSweep(id: $id, action: $action, reason: $reason, paper: $paper, items: $items, way: $way,
    people: $people, found: $found) {{ {SWEEP} {REFUSED} }} }}"""
LIST = """__typename ... on SupervisionList { id stage heldBy title basis toCheck good problems unit { name } items { id number text state dueOn
  checkedOn way matter { number } } steps { action reason } deadlines { limit state dueOn metOn } }"""
MAKE_LIST = f"""mutation($unit: ID! = "unit_bureau", $reason: String!, $items: [SupervisionItemInput!]!, $team: String) {{ it: makeSupervisionList(
  unit: $unit, title: "住建局监督清单", basis: "部门职责清单", items: $items, team: $team, reason: $reason) {{ {LIST} {_MADE} }} }}"""
CHECK = f"""mutation($id: ID!, $action: SupervisionListAction!, $reason: String!, $items: [ID!], $way: CheckWay, $matter: ID, $dueOn: Date) {{
  it: actOnSupervisionList(id: $id, action: $action, reason: $reason, items: $items, way: $way, matter: $matter, dueOn: $dueOn) {{
    {LIST} {REFUSED} }} }}"""
WORK = """{ taskWorklist(first: 50) { totalCount nodes { id kind title unit { name } kinds actions deadline { limit state dueOn } } } }"""
As = Callable[[str], Caller]
OF_TASKS = {  # of the small city, for each root
    "recommendation": '{ recommendation(id: "recommendation_1") { id stage items { id state } steps { action } deadlines { limit } '
    "allowedActions { action allowed } unit { id } matters { id } } }",
    "recommendations": "{ recommendations { totalCount nodes { id stage } } }",
    "sweep": '{ sweep(id: "sweep_1") { id stage items { id target { id } } found peopleAffected recommendation matters { id } } }',
    "sweeps": "{ sweeps { totalCount nodes { id stage toCheck } } }",
    "supervisionList": '{ supervisionList(id: "supervisionlist_1") { id stage items { id matter { id } } toCheck unit { id } } }',
    "supervisionLists": "{ supervisionLists { totalCount nodes { id stage good problems } } }",
    "consultation": '{ consultation(id: "consultation_1") { id stage teams items { id number state matters { id } link tasks { id } } '
    "steps { action } } }",
    "consultations": "{ consultations { totalCount nodes { id stage title } } }",
    "consultationTask": '{ consultationTask(id: "consultationtask_1") { id stage heldBy consultation convenedBy matters { id } } }',
    "consultationTasks": "{ consultationTasks { totalCount nodes { id stage heldBy } } }",
    "circular": '{ circular(since: "2025-01-01", until: "2026-12-31") { on tickets { received } clues { stage count } links { one other proposed } '
    "deadlines { limit kept } sweeps { found } stageTimes { stage team count } } }",
    "supervisionOfUnit": '{ supervisionOfUnit(unit: "unit_0", since: "2025-01-01", until: "2026-12-31") { unit { id } total contacts { what count } '
    "months { month by } repeated { problem channels } } }",
    "ticketRoutes": '{ ticketRoutes(ticket: "ticket_00") { id name isNamed } }',
    "intervention": '{ intervention(id: "intervention_1") { id by asked matter { id } person { id } seal } }',
    "interventions": "{ interventions { totalCount nodes { id askedBy way askedOn } } }",
    "savedView": '{ savedView(id: "view_1") { id title look { group } things { node { id } x broughtBy } ties { id type } } }',
    "savedViews": "{ savedViews { totalCount nodes { id title by sharedWith mayChange } } }",
    "taskWorklist": "{ taskWorklist { totalCount nodes { id kind kinds actions unit { id } deadline { limit } } } }",
}
ITEMS = [
    {"text": "为涉事小区办理正式用电", "type": "CLOSE_LOOPHOLE", "dueOn": "2099-03-01"},
    {"text": "建立交付前用电验收制度", "type": "MAKE_RULE"},
]


def draw_compounds() -> Sketch:
    """Return the commission with a housing bureau, its compounds, one more that nobody reads, and compounds of another city."""
    sketch = draw_commission()
    sketch.readers[NOBODY] = ["OWN_STAFF"]
    bureau = sketch.node("Unit", "bureau", name="云江市住房和城乡建设局", unit_kind="ORGAN", area_code="361100")
    for place in range(3):
        office = sketch.node(
            "Unit", f"office_{place}", name=f"第{place}房管所", unit_kind="INSTITUTION", area_code="361101"
        )
        sketch.tie("UNDER", office, bureau)
    common: dict[str, Any] = {"place_kind": "COMPOUND", "area_code": "361101"}
    for place in range(COMPOUNDS):
        sketch.node("Place", f"c{place:02}", address=f"云江路{place:02}号小区", people=RESIDENTS // COMPOUNDS, **common)
    sketch.node("Place", "hidden", NOBODY, address="保密小区", people=7, **common)
    sketch.node("Place", "far", address="远方小区", people=9, place_kind="COMPOUND", area_code="440100")
    sketch.names("clue_L", bureau, role="SUBJECT_UNIT")
    sketch.names("clue_R", bureau, audience=REGISTER, role="SUBJECT_UNIT")
    return sketch


async def said(caller: Caller, text: str, **given: Any) -> dict[str, Any]:
    """Return the answer of a mutation, with a reason where none is given."""
    return dict((await caller.ask(text, {"reason": "一案一建议", **given}))["it"])


async def made(caller: Caller, **given: Any) -> dict[str, Any]:
    """Return a new recommendation."""
    usual = {"unit": "unit_bureau", "matters": ["clue_L"], "title": "规范小区用电", "items": ITEMS}
    return await said(caller, MAKE, **{**usual, **given})


async def carried(caller: Caller, it: dict[str, Any], action: str, **given: Any) -> dict[str, Any]:
    """Return a recommendation or a sweep after an act that is allowed."""
    text = {"Recommendation": ACT, "Sweep": LOOK, "SupervisionList": CHECK}[it["__typename"]]
    answer = await said(caller, text, id=it["id"], action=action, **given)
    assert answer["__typename"] == it["__typename"], answer
    return answer


def ids(it: dict[str, Any], *states: str) -> list[str]:
    """Return the ids of its items in these states."""
    return [each["id"] for each in it["items"] if each["state"] in states]


async def waiting(caller: Caller) -> list[tuple[str, list[str], str | None]]:
    """Return what waits for an officer: the task's kind, why, by which limit."""
    found = (await caller.ask(WORK))["taskWorklist"]["nodes"]
    return [(each["kind"], each["kinds"], each["deadline"] and each["deadline"]["limit"]) for each in found]


async def readers(officer: As, recommendation: str, *names: str) -> dict[str, Any]:
    """Return the recommendation as each of these officers sees it, of those to whom it is there."""
    look = f"query($id: ID!) {{ recommendation(id: $id) {{ {RECOMMENDATION.partition('... on Recommendation { ')[2]} }}"
    found = {name: (await officer(name).ask(look, {"id": recommendation}))["recommendation"] for name in names}
    return {name: each for name, each in found.items() if each}
