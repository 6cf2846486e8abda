"""A commission with matters of several channels and new links between them, for the teams that meet on these."""

from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Writer
from tests.api.conftest import Caller
from tests.clue_life import draw_commission
from tests.sketch import EVERYONE, Sketch
from tests.tasks import REFUSED

_STATED = REFUSED.replace("... on TaskActNotNow { message mend } ... on TaskSameHand { message mend } ", "").replace(
    " ... on TaskOvertaken { message mend }", ""
)
SHOWN = """id stage heldBy title teams venue minutes ownDueOn closedOn items { id number type text state points matters { number } unit { name }
  link rule sentence sentenceZh series { id } outcome tasks { id title heldBy dueOn stage } } steps { action stage by items decision toTeam reason }
  deadlines { limit state dueOn } allowedActions { action allowed reason needs }"""
TASK = """id stage heldBy title consultation convenedBy ownDueOn matters { number } steps { action stage by } deadlines { limit state dueOn }
  allowedActions { action allowed }"""
PROPOSE = f"""mutation($title: String! = "跨渠道会商", $teams: [String!]!, $topics: [ConsultationTopicInput!], $since: Date,
  $reason: String!, $key: String) {{ it: proposeConsultation(title: $title, teams: $teams, heldOn: "2099-01-05", venue: "三楼会议室", topics: $topics,
    since: $since, reason: $reason, clientKey: $key) {{ __typename ... on Consultation {{ {SHOWN} }} {_STATED} }} }}"""
ACT = f"""mutation($id: ID!, $action: ConsultationAction!, $reason: String!, $paper: String, $items: [ID!], $topics: [ConsultationTopicInput!],
  $decision: String, $team: String, $dueOn: Date, $seen: ConsultationStage, $key: String) {{ it: actOnConsultation(id: $id, action: $action,
    reason: $reason, paper: $paper, items: $items, topics: $topics, decision: $decision, team: $team, dueOn: $dueOn, seen: $seen,
    clientKey: $key) {{ __typename ... on Consultation {{ {SHOWN} }} {REFUSED} }} }}"""
CARRY = f"""mutation($id: ID!, $action: ConsultationTaskAction!, $reason: String!, $paper: String) {{ it: actOnConsultationTask(id: $id,
  action: $action, reason: $reason, paper: $paper) {{ __typename ... on ConsultationTask {{ {TASK} }} {REFUSED} }} }}"""
SHOW = f"query($id: ID!) {{ consultation(id: $id) {{ {SHOWN} }} }}"
SHOW_TASK = f"query($id: ID!) {{ consultationTask(id: $id) {{ {TASK} }} }}"
LINKS = (  # new, of the register alone, of one channel, with what the petition office sees no data of
    ("seen", "clue_L", "ticket_T"), ("hidden", "clue_R", "ticket_T"), ("same", "clue_L", "clue_M"), ("audit", "clue_L", "auditfinding_F"),
)  # fmt: skip


def draw_channels() -> Sketch:
    """Return the commission with a ticket and an audit finding for everybody inside, beside clues of the petition office."""
    sketch = draw_commission()
    sketch.node("AuditFinding", "F", EVERYONE, number="SJ-1", title="虚列接待费", channel="AUDIT")
    sketch.node("AuditFinding", "F", EVERYONE, number="SJ-1", title="虚列接待费", channel="AUDIT")
    sketch.node("Ticket", "T", EVERYONE, number="TS-1", title="接待费投诉", channel="PALM")
    return sketch


def write_links(writer: Writer, at: str, *links: tuple[str, str, str]) -> None:
    """Write links as rules propose them at a moment; each between two matters of the commission."""
    rows: list[dict[str, Any]] = [
        {
            "uid": f"link_{name}", "rule": "same_person", "sentence": "Both name one person", "score": 0.9, "via": [], "one": one, "other": other,
            "audiences": [],
        }
        for name, one, other in links
    ]  # fmt: skip
    writer.run_write(query("links/merge").body, rows=rows, at=at)


async def said(caller: Caller, text: str, **given: Any) -> dict[str, Any]:
    """Return the answer of a mutation, with a reason where none is given."""
    return dict((await caller.ask(text, {"reason": "季度会商", **given}))["it"])


async def carried(caller: Caller, it: dict[str, Any], action: str, **given: Any) -> dict[str, Any]:
    """Return a consultation or a task of one after an act that is allowed."""
    text = {"Consultation": ACT, "ConsultationTask": CARRY}[it["__typename"]]
    answer = await said(caller, text, id=it["id"], action=action, **given)
    assert answer["__typename"] == it["__typename"], answer
    return answer


def agenda(it: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return the items of an agenda: place, type, and what each is on."""
    return [
        (each["number"], each["type"], [matter["number"] for matter in each["matters"]] or each["text"])
        for each in it["items"]
    ]
