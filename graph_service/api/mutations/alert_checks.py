"""The mutation of alerts: a desk says what came of one; what cannot be said is a named refusal, not an error."""

import asyncio
from typing import Any

import strawberry

from graph_service.act import ActRefused
from graph_service.api.arguments.sought import plain, uid_of
from graph_service.api.mutations.refused import require_judge, union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.made import TYPES, term_type
from graph_service.graph import Graph
from graph_service.models.checking import BECOMES, Check, Desk
from graph_service.models.checking import check_alert as check
from graph_service.rights.viewer import Viewer
from schema.vocabulary import AlertState


def build() -> None:
    """Make the union that the mutation returns; the types of refusals must be there already."""
    union("CheckAlertResult", "The alert as it stands after a check, or why it could not be checked 预警核查结果",
          ("Alert", "AlertNotVisible", "AlertReasonMissing", "AlertTeamMayNotCheck", "AlertMatterNotVisible",
           "AlertMatterOfWrongKind", "AlertOvertaken"))  # fmt: skip


async def check_alert(given: dict[str, Any], _graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the alert that was checked; refuse what the viewer may not check."""
    alert = uid_of(given["id"], "id", "Alert").value
    require_judge(viewer, given["reason"], "Alert", "Check")
    outcome = AlertState[plain(given["outcome"])]
    seen = None if given.get("seen") is None else AlertState[plain(given["seen"])]
    said = Check(alert, outcome, given["reason"], _matter(given, outcome), seen)
    desk = Desk(viewer.officer, viewer.audiences, given.get("clientKey"), viewer.view)
    return await asyncio.to_thread(check, write_access.writer, desk, said)


def _matter(given: dict[str, Any], outcome: AlertState) -> str | None:
    if given.get("matter") is None:
        return None
    named = uid_of(given["matter"], "matter", "Matter")
    if named.label != BECOMES.get(outcome):
        raise ActRefused(
            "AlertMatterOfWrongKind",
            "give a ticket with TO_UNIT, a clue with TO_CLUE, or no matter 转单位填投诉件，转线索填线索",
        )
    return named.value


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutation: what it returns, what it means, its arguments with their defaults."""
    ident = strawberry.ID
    return {
        "check_alert": (TYPES["CheckAlertResult"], "Say what came of an alert at a desk; a later check retires this one 核查预警", {
            "id": (ident, "Id of the alert"),
            "outcome": (term_type(AlertState), "What comes of the alert; OPEN opens it again"),
            "reason": (str, "Which innocent explanation holds, or what is to be done, for those who may read the alert"),
            "matter": (ident | None, "Id of the ticket or clue that the alert became, where it is here already", None),
            "seen": (term_type(AlertState) | None, "State in which you saw the alert: where it is another by now, the check is refused", None),
            "clientKey": (str | None, "A key of your own for this check: sent again, it changes nothing more", None),
        }),
    }  # fmt: skip
