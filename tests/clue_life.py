"""A small commission with an officer of each duty, clues that begin at its desks, and what is asked of them."""

from datetime import date
from typing import Any

from tests.api.conftest import Caller
from tests.sketch import EVERYONE, Sketch

REGISTER = 3
STAFF = {  # officer: team
    "o_chief": "CHIEF", "o_lead": "SUPERVISION_9", "o_pet": "PETITION", "o_case": "CASE_MGMT", "o_case2": "CASE_MGMT",
    "o_sup": "SUPERVISION_1", "o_both": "SUPERVISION_1", "o_sup2": "SUPERVISION_1", "o_other": "SUPERVISION_2", "o_inv": "INVESTIGATION_1",
    "o_inv2": "INVESTIGATION_1", "o_adj": "ADJUDICATION", "o_adj2": "ADJUDICATION", "o_it": "IT", "o_audit": "AUDIT",
}  # fmt: skip
ACT = """mutation($id: ID!, $action: ClueAction!, $reason: String!, $paper: String, $team: String, $officers: [String!], $disposal: Disposal,
  $lookAgainOn: Date, $dueOn: Date, $limit: String, $other: ID, $body: String, $seen: ClueStage, $clientKey: String) {
  actOnClue(id: $id, action: $action, reason: $reason, paper: $paper, team: $team, officers: $officers, disposal: $disposal,
    lookAgainOn: $lookAgainOn, dueOn: $dueOn, limit: $limit, other: $other, body: $body, seen: $seen, clientKey: $clientKey) {
    __typename
    ... on Clue { id stage heldBy }
    ... on ClueNotVisible { message mend } ... on ClueReasonMissing { message mend } ... on ClueActNotYours { message mend }
    ... on ClueActNotNow { message mend } ... on ClueSameHand { message mend } ... on ClueNeedsMore { message mend }
    ... on ClueOvertaken { message mend }
  } }"""
SHOW = """query($number: String!) { clue(number: $number) { id stage heldBy disposal
  steps(first: 100) { action before stage by teams reason paper heldBy disposal toTeam officers body limit rule other { number } }
  deadlines { limit state startedOn dueOn setBy metOn isForeseen } allowedActions { action allowed reason } } }"""


def draw_commission() -> Sketch:
    """Return the commission: clues L, M and N for everybody inside, R for the register, the petition office and the chief alone."""
    sketch = Sketch({EVERYONE: ["EVERYONE"], REGISTER: ["CASE_MGMT", "PETITION", "CHIEF"]})
    teams = {code: sketch.node("Team", code, team_code=code) for code in dict.fromkeys(STAFF.values())}
    for officer, team in STAFF.items():
        post = "分管领导" if officer == "o_lead" else None
        sketch.tie("MEMBER_OF", sketch.node("Officer", officer, officer_id=officer, officer_role=post), teams[team])
    common: dict[str, Any] = {"channel": "PETITION", "title": "反映张甲", "text": "反映张甲收受礼金"}
    sketch.node("Clue", "L", number="XS-L", came_by="PETITION_LETTER", is_real_name=True, **common)
    sketch.node("Clue", "R", REGISTER, number="XS-R", came_by="AUDIT_TRANSFER", **common)
    clue = sketch.node("Clue", "M", number="XS-M", status="IN_DISPOSAL", **common)
    sketch.tie("HANDLED_BY", clue, teams["SUPERVISION_1"])
    sketch.tie("HANDLED_BY", clue, teams["AUDIT"], valid_to=date(2024, 1, 1))
    sketch.node("Clue", "N", number="XS-N", status="IN_DISPOSAL", **common)
    sketch.tie("MEMBER_OF", "officer_o_both", teams["CASE_MGMT"])
    return sketch


async def act(caller: Caller, action: str, clue: str = "clue_L", **said: Any) -> dict[str, Any]:
    """Return what the mutation answers."""
    given = {"id": clue, "action": action, "reason": "按程序办理"} | said
    return dict((await caller.ask(ACT, given))["actOnClue"])


async def done(caller: Caller, action: str, clue: str = "clue_L", **said: Any) -> str:
    """Return the stage to which an act leads that is allowed."""
    answer = await act(caller, action, clue, **said)
    assert answer["__typename"] == "Clue", answer
    return str(answer["stage"])


async def shown(caller: Caller, number: str = "XS-L") -> Any:
    """Return the clue as an officer sees it."""
    return (await caller.ask(SHOW, {"number": number}))["clue"]
