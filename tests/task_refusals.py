"""The cases of every refusal of tasks, of the register of interventions and of saved views, as `tests/refusals.py` takes them."""

from typing import Any

DOCUMENTS = {
    "makeRecommendation": """mutation($unit: ID!, $matters: [ID!]!, $reason: String!) {
      result: makeRecommendation(form: SUPERVISORY, unit: $unit, matters: $matters, title: "x", findings: "x", items: [], reason: $reason) { ...Told }
    }""",
    "openSweep": """mutation($matters: [ID!]!, $units: [ID!], $reason: String!) {
      result: openSweep(title: "x", pattern: "x", matters: $matters, over: {units: $units}, reason: $reason) { ...Told }
    }""",
    "actOnRecommendation": """mutation($id: ID!, $action: RecommendationAction! = ISSUE, $seen: RecommendationStage, $reason: String!) {
      result: actOnRecommendation(id: $id, action: $action, seen: $seen, reason: $reason) { ...Told }
    }""",
    "actOnSweep": """mutation($id: ID!, $action: SweepAction! = REPORT, $seen: SweepStage, $reason: String!) {
      result: actOnSweep(id: $id, action: $action, seen: $seen, reason: $reason) { ...Told }
    }""",
    "makeSupervisionList": """mutation($unit: ID!, $team: String, $reason: String!) {
      result: makeSupervisionList(unit: $unit, title: "x", items: [], team: $team, reason: $reason) { ...Told }
    }""",
    "actOnSupervisionList": """mutation($id: ID!, $action: SupervisionListAction! = CHECK_GOOD, $seen: SupervisionListStage, $reason: String!) {
      result: actOnSupervisionList(id: $id, action: $action, seen: $seen, reason: $reason) { ...Told }
    }""",
    "proposeConsultation": """mutation($teams: [String!]!, $topics: [ConsultationTopicInput!], $reason: String!) {
      result: proposeConsultation(title: "x", teams: $teams, heldOn: "2099-01-05", topics: $topics, reason: $reason) { ...Told }
    }""",
    "actOnConsultation": """mutation($id: ID!, $action: ConsultationAction! = PUT_OFF, $seen: ConsultationStage, $reason: String!) {
      result: actOnConsultation(id: $id, action: $action, seen: $seen, reason: $reason) { ...Told }
    }""",
    "actOnConsultationTask": """mutation($id: ID!, $action: ConsultationTaskAction! = ACCEPT, $seen: ConsultationTaskStage, $reason: String!) {
      result: actOnConsultationTask(id: $id, action: $action, seen: $seen, reason: $reason) { ...Told }
    }""",
    "actOnTicket": """mutation($id: ID!, $action: TicketAction! = RATE, $seen: TicketStage, $reason: String!) {
      result: actOnTicket(id: $id, action: $action, seen: $seen, reason: $reason) { ...Told }
    }""",
    "recordIntervention": """mutation($matter: ID, $reason: String!) {
      result: recordIntervention(askedBy: "某", way: PHONE, askedOn: "2026-01-04", asked: $reason, matter: $matter) { ...Told }
    }""",
    "saveView": """mutation($title: String! = "x", $things: [ViewThingInput!]!, $teams: [String!]) {
      result: saveView(title: $title, picture: {things: $things, ties: []}, sharedWith: $teams) { ...Told }
    }""",
    "changeView": """mutation($id: ID!, $title: String, $things: [ViewThingInput!]!, $teams: [String!]) {
      result: changeView(id: $id, title: $title, picture: {things: $things, ties: []}, sharedWith: $teams) { ...Told }
    }""",
    "dropView": "mutation($id: ID!) { result: dropView(id: $id) { ...Told } }",
}
_SEEN = [{"id": "clue_02", "x": 0.0, "y": 0.0}]
_HIDDEN = [{"id": "clue_secret", "x": 0.0, "y": 0.0}]
USUAL: dict[str, dict[str, Any]] = {
    "makeRecommendation": {"unit": "unit_0", "matters": ["clue_02"]},
    "openSweep": {"matters": ["clue_02"], "units": ["unit_0"]},
    "actOnRecommendation": {"id": "recommendation_1"},
    "actOnSweep": {"id": "sweep_1"},
    "makeSupervisionList": {"unit": "unit_0"},
    "actOnSupervisionList": {"id": "supervisionlist_1"},
    "proposeConsultation": {"teams": ["DISC_1"]},
    "actOnConsultation": {"id": "consultation_1"},
    "actOnConsultationTask": {"id": "consultationtask_1"},
    "actOnTicket": {"id": "ticket_00"},
    "recordIntervention": {},
    "saveView": {"things": _SEEN},
    "changeView": {"id": "view_1", "things": _SEEN},
    "dropView": {"id": "view_1"},
}
_OF_TASKS = (("actOnRecommendation", "recommendation"), ("actOnSweep", "sweep"))
_OF_MEETINGS = {"actOnConsultation": "consultation", "actOnConsultationTask": "consultationtask"}
_OF_VIEWS = ("saveView", "changeView")
_MAKES_TASKS = ("makeRecommendation", "openSweep")


def _case(
    mutation: str, name: str, given: dict[str, Any] | None = None, officer: str = "o_disc"
) -> tuple[str, str, dict[str, Any], str]:
    return mutation, name, given or {}, officer


CASES = (
    _case("checkAlert", "AlertOvertaken", {"seen": "DISMISSED"}),
    *(_case(each, "TaskReasonMissing", {"reason": " "}) for each in (*_MAKES_TASKS, *(name for name, _ in _OF_TASKS))),
    *(_case(each, "TaskNotVisible", {"matters": ["clue_secret"]}) for each in _MAKES_TASKS),
    *(_case(each, "TaskNeedsMore", {"matters": []}) for each in _MAKES_TASKS),
    *(_case(each, "TaskActNotYours", officer="o_petition") for each in _MAKES_TASKS),
    *(_case(each, "TaskNotVisible", {"id": f"{task}_2"}) for each, task in _OF_TASKS),
    *(_case(each, "TaskActNotYours", {"action": "APPROVE"}) for each, _ in _OF_TASKS),
    *(_case(each, "TaskActNotNow") for each, _ in _OF_TASKS),
    *(_case(each, "TaskSameHand", {"action": "APPROVE", "id": f"{task}_boss"}, "o_boss") for each, task in _OF_TASKS),
    *(_case(each, "TaskNeedsMore", {"action": "SET_DUE"}, "o_boss") for each, _ in _OF_TASKS),
    *(_case(each, "TaskOvertaken", {"seen": "CLOSED"}) for each, _ in _OF_TASKS),
    _case("makeSupervisionList", "TaskReasonMissing", {"reason": " "}),
    _case("makeSupervisionList", "TaskNotVisible", {"unit": "unit_nothing"}),
    _case("makeSupervisionList", "TaskNeedsMore", {"team": "NOBODY"}),
    _case("makeSupervisionList", "TaskActNotYours", officer="o_petition"),
    _case("actOnSupervisionList", "TaskReasonMissing", {"reason": " "}),
    _case("actOnSupervisionList", "TaskNotVisible", {"id": "supervisionlist_2"}),
    _case("actOnSupervisionList", "TaskActNotYours", {"action": "END"}),
    _case("actOnSupervisionList", "TaskActNotNow", {"action": "CHECK_AGAIN"}),
    _case("actOnSupervisionList", "TaskSameHand", {"action": "APPROVE", "id": "supervisionlist_boss"}, "o_boss"),
    _case("actOnSupervisionList", "TaskNeedsMore"),
    _case("actOnSupervisionList", "TaskOvertaken", {"seen": "ENDED"}),
    _case("proposeConsultation", "TaskReasonMissing", {"reason": " "}),
    _case("proposeConsultation", "TaskNotVisible", {"topics": [{"text": "x", "matters": ["clue_secret"]}]}),
    _case("proposeConsultation", "TaskNeedsMore", {"teams": []}),
    _case("proposeConsultation", "TaskActNotYours", officer="o_petition"),
    *(_case(each, "TaskReasonMissing", {"reason": " "}) for each in _OF_MEETINGS),
    *(_case(each, "TaskNotVisible", {"id": f"{kind}_3"}) for each, kind in _OF_MEETINGS.items()),
    _case("actOnConsultation", "TaskActNotYours", {"action": "CALL_OFF"}),
    _case("actOnConsultation", "TaskActNotNow", {"action": "APPROVE"}, "o_boss"),
    _case("actOnConsultation", "TaskSameHand", {"action": "APPROVE", "id": "consultation_boss"}, "o_boss"),
    _case("actOnConsultation", "TaskNeedsMore"),
    _case("actOnConsultationTask", "TaskActNotYours", {"action": "DROP"}),
    _case("actOnConsultationTask", "TaskActNotNow", {"action": "REPORT"}),
    _case("actOnConsultationTask", "TaskSameHand", {"action": "CONFIRM", "id": "consultationtask_boss"}, "o_boss"),
    _case("actOnConsultationTask", "TaskNeedsMore", {"action": "SET_DUE"}, "o_boss"),
    *(
        _case(each, "TaskOvertaken", {"seen": stage})
        for each, stage in (("actOnConsultation", "CLOSED"), ("actOnConsultationTask", "DONE"))
    ),
    _case("recordIntervention", "InterventionWordsMissing", {"reason": " "}),
    _case("recordIntervention", "InterventionMatterNotVisible", {"matter": "clue_secret"}),
    *(_case(each, "ViewTitleMissing", {"title": " "}) for each in _OF_VIEWS),
    *(_case(each, "ViewEmpty", {"things": _HIDDEN}) for each in _OF_VIEWS),
    *(_case(each, "ViewTeamUnknown", {"teams": ["NOBODY"]}) for each in _OF_VIEWS),
    *(_case(each, "ViewNotVisible", {"id": "view_2"}) for each in ("changeView", "dropView")),
    _case("actOnTicket", "TaskReasonMissing", {"reason": " "}),
    _case("actOnTicket", "TaskNotVisible", {"id": "ticket_nothing"}),
    _case("actOnTicket", "TaskActNotYours"),
    _case("actOnTicket", "TaskActNotNow", officer="o_desk"),
    _case("actOnTicket", "TaskNeedsMore", {"action": "SEND"}, "o_desk"),
    _case("actOnTicket", "TaskOvertaken", {"seen": "CLOSED"}, "o_desk"),
    _case("actOnTicket", "TaskSameHand", {"id": "ticket_01", "action": "CHECK_ANSWER"}, "o_desk"),
)
