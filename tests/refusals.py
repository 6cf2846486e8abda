"""One case for every named refusal of every mutation: who asks for what, and what somebody else does meanwhile."""

from dataclasses import dataclass, field
from typing import Any

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
}


@dataclass(frozen=True)
class Refusal:
    """A mutation that is refused, and the type that names why."""

    mutation: str
    name: str
    given: dict[str, str] = field(default_factory=dict)
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
        usual = {
            "judgeIdentity": {"one": "person_2", "other": "person_3"},
            "unmergeIdentity": {"id": "person_1"},
            "judgeLink": {"id": "link_03"},
        }
        return {"reason": "same number", **usual[self.mutation], **self.given}


REFUSALS = (
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
)
