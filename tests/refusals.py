"""One case for every named refusal of every mutation: who asks for what, and what somebody else does meanwhile."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.task_refusals import CASES
from tests.task_refusals import DOCUMENTS as OF_TASKS
from tests.task_refusals import USUAL as USUAL_OF_TASKS

_DOCUMENTS = {
    "judgeIdentity": """mutation($one: ID!, $other: ID!, $verdict: IdentityVerdict! = SAME, $reason: String!) {
      result: judgeIdentity(one: $one, other: $other, verdict: $verdict, reason: $reason) { ...Told }
    }""",
    "unmergeIdentity": """mutation($id: ID!, $reason: String!) {
      result: unmergeIdentity(id: $id, reason: $reason) { ...Told }
    }""",
    "judgeLink": """mutation($id: ID!, $verdict: LinkVerdict! = CONFIRMED, $reason: String!) {
      result: judgeLink(id: $id, verdict: $verdict, reason: $reason) { ...Told }
    }""",
    "checkAlert": """mutation($id: ID!, $outcome: AlertState! = TO_CLUE, $matter: ID, $seen: AlertState, $reason: String!) {
      result: checkAlert(id: $id, outcome: $outcome, matter: $matter, seen: $seen, reason: $reason) { ...Told }
    }""",
    "actOnClue": """mutation($id: ID!, $action: ClueAction! = URGE, $seen: ClueStage, $reason: String!, $paper: String, $officers: [String!]) {
      result: actOnClue(id: $id, action: $action, seen: $seen, reason: $reason, paper: $paper, officers: $officers) { ...Told }
    }""",
    "openVault": """mutation($id: ID!, $reason: String!) {
      result: openVault(id: $id, reason: $reason) { ...Told }
    }""",
    "sameReporter": """mutation($id: ID!, $reason: String!) {
      result: sameReporter(id: $id, reason: $reason) { ...Told }
    }""",
    "requestAccess": """mutation($hit: ID!, $until: DateTime!, $reason: String!) {
      result: requestAccess(hit: $hit, reason: $reason, until: $until) { ...Told }
    }""",
    "answerAccess": """mutation($id: ID!, $until: DateTime, $matters: [ID!], $reason: String!) {
      result: answerAccess(id: $id, approve: true, reason: $reason, until: $until, matters: $matters) { ...Told }
    }""",
    "revokeAccess": """mutation($id: ID!, $reason: String!) {
      result: revokeAccess(id: $id, reason: $reason) { ...Told }
    }""",
    "declareRecusal": """mutation($matter: ID!, $reason: String!) {
      result: declareRecusal(matter: $matter, reason: $reason) { ...Told }
    }""",
    "decideRecusal": """mutation($id: ID!, $reason: String!) {
      result: decideRecusal(id: $id, accept: true, reason: $reason) { ...Told }
    }""",
    "openSeries": """mutation($matters: [ID!]!, $title: String!, $leadTeam: String, $reason: String!) {
      result: openSeries(matters: $matters, title: $title, leadTeam: $leadTeam, reason: $reason) { ...Told }
    }""",
    "addToSeries": """mutation($id: ID!, $matters: [ID!]!, $reason: String!) {
      result: addToSeries(id: $id, matters: $matters, reason: $reason) { ...Told }
    }""",
    "removeFromSeries": """mutation($id: ID!, $matters: [ID!]!, $reason: String!) {
      result: removeFromSeries(id: $id, matters: $matters, reason: $reason) { ...Told }
    }""",
    "joinSeries": """mutation($id: ID!, $absorbed: ID!, $reason: String!) {
      result: joinSeries(id: $id, absorbed: $absorbed, reason: $reason) { ...Told }
    }""",
    "splitSeries": """mutation($id: ID!, $matters: [ID!]!, $title: String!, $leadTeam: String, $reason: String!) {
      result: splitSeries(id: $id, matters: $matters, title: $title, leadTeam: $leadTeam, reason: $reason) { ...Told }
    }""",
    "setLeadTeam": """mutation($id: ID!, $team: String!, $reason: String!) {
      result: setLeadTeam(id: $id, team: $team, reason: $reason) { ...Told }
    }""",
    "closeSeries": """mutation($id: ID!, $reason: String!) {
      result: closeSeries(id: $id, reason: $reason) { ...Told }
    }""",
    "noteOnSeries": """mutation($id: ID!, $reason: String!) {
      result: noteOnSeries(id: $id, text: $reason) { ...Told }
    }""",
}
_DOCUMENTS |= OF_TASKS
SOON = (datetime.now() + timedelta(days=3)).isoformat(timespec="seconds")
_USUAL: dict[str, dict[str, Any]] = {
    "judgeIdentity": {"one": "person_2", "other": "person_3"},
    "unmergeIdentity": {"id": "person_1"},
    "judgeLink": {"id": "link_03"},
    "checkAlert": {"id": "alert_0"},
    "actOnClue": {"id": "clue_03", "action": "SIGN_FOR"},
    "openVault": {"id": "clue_secret"},
    "sameReporter": {"id": "clue_secret"},
    "requestAccess": {"hit": "hit_nothing", "until": SOON},
    "answerAccess": {"id": "access_waiting", "until": SOON},
    "revokeAccess": {"id": "access_waiting"},
    "declareRecusal": {"matter": "clue_00"},
    "decideRecusal": {"id": "recusal_waiting"},
    "openSeries": {"matters": ["clue_09", "clue_12"], "title": "物业"},
    "addToSeries": {"id": "series_1", "matters": ["clue_09"]},
    "removeFromSeries": {"id": "series_1", "matters": ["clue_03"]},
    "joinSeries": {"id": "series_1", "absorbed": "series_3"},
    "splitSeries": {"id": "series_1", "matters": ["clue_03"], "title": "物业"},
    "setLeadTeam": {"id": "series_1", "team": "TOUR_1"},
    "closeSeries": {"id": "series_1"},
    "noteOnSeries": {"id": "series_1"},
}


_USUAL |= USUAL_OF_TASKS


@dataclass(frozen=True)
class Refusal:
    """A mutation that is refused, and the type that names why."""

    mutation: str
    name: str
    given: dict[str, Any] = field(default_factory=dict)
    officer: str = "o_disc"
    overtaken_at: str = ""  # the record that is gone by the time the mutation writes

    def document(self, types: list[str]) -> str:
        """Return the operation, which asks each refusal for its words."""
        told = " ".join(f"... on {name} {{ message mend }}" for name in types)
        union = f"{self.mutation[0].upper()}{self.mutation[1:]}Result"
        return f"{_DOCUMENTS[self.mutation]} fragment Told on {union} {{ __typename {told} }}"

    @property
    def variables(self) -> dict[str, Any]:
        """Return the arguments; what a case does not speak of is in order."""
        return {"reason": "same number", **_USUAL[self.mutation], **self.given}


_OF_A_SERIES = (
    "addToSeries",
    "removeFromSeries",
    "joinSeries",
    "splitSeries",
    "setLeadTeam",
    "closeSeries",
    "noteOnSeries",
)
_OF_THE_VAULT = ("openVault", "sameReporter")
_NAMED = {"paper": "x", "officers": ["o_disc", "o_lead"]}
_EACH = (
    *(Refusal(*each) for each in CASES),
    Refusal("actOnClue", "ClueNotVisible", {"id": "clue_secret"}),
    Refusal("actOnClue", "ClueReasonMissing", {"reason": "\n "}),
    Refusal("actOnClue", "ClueActNotYours", {"action": "SCREEN"}),
    Refusal("actOnClue", "ClueActNotNow", {"action": "LOOK_AGAIN"}),
    Refusal("actOnClue", "ClueSameHand"),
    Refusal("actOnClue", "ClueNeedsMore", {"id": "clue_06", "action": "PROPOSE_DISPOSAL"}),
    Refusal("actOnClue", "ClueOvertaken", {"seen": "CLOSED"}),
    Refusal(
        "actOnClue",
        "ClueOfficerRecused",
        {"id": "clue_21", "action": "BEGIN_INVESTIGATION", "paper": "x", "officers": ["o_disc", "o_lead"]},
        "o_lead",
    ),
    Refusal("requestAccess", "AccessReasonMissing", {"reason": " "}),
    Refusal("requestAccess", "AccessHitUnknown"),
    Refusal("requestAccess", "AccessTermWrong", {"hit": "person_0", "until": "2020-01-01T00:00:00"}),
    Refusal("answerAccess", "AccessReasonMissing", {"reason": ""}, "o_tour"),
    Refusal("answerAccess", "AccessTermWrong", {"until": None}, "o_tour"),
    Refusal("answerAccess", "AccessNotVisible"),
    Refusal("answerAccess", "AccessOver", {"id": "access_over"}, "o_tour"),
    Refusal("answerAccess", "AccessNothingGiven", {"matters": ["clue_secret"]}, "o_tour"),
    Refusal("answerAccess", "AccessOfficerRecused", {"matters": ["clue_10"]}, "o_tour"),
    Refusal("declareRecusal", "RecusalReasonMissing", {"reason": " "}),
    Refusal("declareRecusal", "RecusalMatterNotVisible", {"matter": "clue_secret"}),
    Refusal("declareRecusal", "RecusalStands"),
    Refusal("decideRecusal", "RecusalReasonMissing", {"reason": "\n"}, "o_lead"),
    Refusal("decideRecusal", "RecusalNotVisible"),
    Refusal("decideRecusal", "RecusalDecided", {"id": "recusal_over"}, "o_lead"),
    Refusal("revokeAccess", "AccessReasonMissing", {"reason": "\t"}),
    Refusal("revokeAccess", "AccessNotVisible", {"id": "access_nothing"}),
    Refusal("revokeAccess", "AccessOver", {"id": "access_over"}),
    Refusal("judgeIdentity", "IdentityNotVisible", {"other": "person_secret"}),
    Refusal("judgeIdentity", "IdentityNotJudgeable", {"other": "person_2"}),
    Refusal("judgeIdentity", "IdentityReasonMissing", {"reason": " \t"}),
    Refusal("judgeIdentity", "IdentityTeamMayNotJudge", officer="o_it"),
    Refusal("judgeIdentity", "IdentityOvertaken", overtaken_at="person_3"),
    Refusal("unmergeIdentity", "IdentityNotVisible", {"id": "person_secret"}),
    Refusal("unmergeIdentity", "IdentityNotMerged", {"id": "person_2"}),
    Refusal("unmergeIdentity", "IdentityReasonMissing", {"reason": ""}),
    Refusal("unmergeIdentity", "IdentityTeamMayNotJudge", officer="o_it"),
    Refusal("judgeLink", "LinkNotVisible", {"id": "link_nothing"}),
    Refusal("judgeLink", "LinkReasonMissing", {"reason": " "}),
    Refusal("judgeLink", "LinkTeamMayNotJudge", officer="o_it"),
    Refusal("judgeLink", "LinkOvertaken", overtaken_at="link_03"),
    Refusal("unmergeIdentity", "IdentityOvertaken", overtaken_at="person_1"),
    Refusal("checkAlert", "AlertNotVisible", {"id": "alert_secret"}),
    Refusal("checkAlert", "AlertReasonMissing", {"reason": "\n "}),
    Refusal("checkAlert", "AlertTeamMayNotCheck", officer="o_it"),
    Refusal("checkAlert", "AlertMatterNotVisible", {"matter": "clue_secret"}),
    Refusal("checkAlert", "AlertMatterOfWrongKind", {"matter": "ticket_00"}),
    *(Refusal(each, "VaultNotOpen") for each in _OF_THE_VAULT),
    *(Refusal(each, "VaultReasonMissing", {"reason": " "}, officer="o_petition") for each in _OF_THE_VAULT),
    *(Refusal(each, "VaultNothingThere", officer="o_petition") for each in _OF_THE_VAULT),
    *(Refusal(each, "SeriesReasonMissing", {"reason": " \n"}) for each in ("openSeries", *_OF_A_SERIES)),
    *(Refusal(each, "SeriesTeamMayNotJudge", officer="o_it") for each in ("openSeries", *_OF_A_SERIES)),
    *(Refusal(each, "SeriesNotVisible", {"id": "series_tour"}) for each in _OF_A_SERIES),
    *(Refusal(each, "SeriesClosed", {"id": "series_2"}) for each in _OF_A_SERIES[:-1]),
    Refusal("openSeries", "SeriesMatterNotVisible", {"matters": ["clue_09", "clue_secret"]}),
    Refusal("openSeries", "SeriesMatterTaken", {"matters": ["clue_09", "clue_03"]}),
    Refusal("openSeries", "SeriesNotJoined"),
    Refusal("openSeries", "SeriesTeamUnknown", {"leadTeam": "NOBODY"}),
    Refusal("addToSeries", "SeriesMatterNotVisible", {"matters": ["clue_secret"]}),
    Refusal("addToSeries", "SeriesMatterTaken", {"matters": ["clue_18"]}),
    Refusal("addToSeries", "SeriesNotJoined"),
    Refusal("removeFromSeries", "SeriesNotMember", {"matters": ["clue_04"]}),
    Refusal("joinSeries", "SeriesNotJoined"),
    Refusal("splitSeries", "SeriesNotMember", {"matters": ["clue_03", "clue_18"]}),
    Refusal("splitSeries", "SeriesNothingLeft", {"matters": ["clue_03", "clue_06"]}),
    Refusal("splitSeries", "SeriesTeamUnknown", {"leadTeam": "NOBODY"}),
    Refusal("setLeadTeam", "SeriesTeamUnknown", {"team": "NOBODY"}),
)
# What takes a record away comes last: no case after it finds the city as it was drawn.

REFUSALS = tuple(sorted(_EACH, key=lambda each: bool(each.overtaken_at)))
