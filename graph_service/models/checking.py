"""People's checks of alerts at a desk; each is kept for ever, and neither a load nor a run of a model undoes one."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.seen.view import WHOLE, View
from graph_service.graph import Statements, Writer
from graph_service.models.model_file import read_models
from schema.vocabulary import AlertState

BECOMES = {AlertState.TO_UNIT: "Ticket", AlertState.TO_CLUE: "Clue"}  # the kind of matter that an alert can become


@dataclass(frozen=True)
class Desk:
    """Who checks, what that officer may read, and the client's key by which the check counts once."""

    officer: str
    audiences: tuple[int, ...]
    client_key: str | None = None
    view: View = WHOLE


@dataclass(frozen=True)
class Check:
    """What came of an alert and why, the matter that it became, and the state in which the officer saw it."""

    alert: str
    outcome: AlertState
    reason: str
    matter: str | None = None
    seen: AlertState | None = None


def check_alert(writer: Writer, desk: Desk, check: Check) -> str:
    """Return the uid of the alert after keeping a check and telling the teams; a repeat by its client's key does nothing more."""
    asked = [check.alert, check.outcome.value, check.reason, check.matter, check.seen and check.seen.value]
    return writer.run_together(partial(_check, desk, check, client_request(desk.officer, desk.client_key, asked)))


def _check(desk: Desk, check: Check, request: ClientRequest, statements: Statements) -> str:
    # The same node for every check: one waits for the other, and for a run of models that takes alerts back.
    turn = statements.run_write(query("alerts/turn").body, key=request.key)[0][0]
    asked = {"uid": check.alert, "matter": check.matter, "viewer_audiences": list(desk.audiences), **desk.view.params}
    found = statements.run_read(desk.view.text(query("alerts/asked").body), **asked)[0]
    if not found:
        raise ActRefused(
            "AlertNotVisible", "check the id, or ask the team that gave it to you 请核对标识，或询问提供该标识的部门"
        )
    if turn["known"] is not None:
        request.require_same(turn["known"])
        return check.alert
    _require_fitting(check, found[0])
    kept = {
        "uid": f"check_{uuid4().hex[:24]}", "alert": check.alert, "outcome": check.outcome.value, "reason": check.reason,
        "matter": check.matter, "by": desk.officer, "number": turn["number"],
        "client_key": request.key, "request": request.digest,
    }  # fmt: skip
    statements.run_write(query("alerts/check").body, check=kept, at=turn["at"])
    told = {"check": kept["uid"], "at": turn["at"], "receiver": _receiver(found[0]["model"])}
    statements.run_write(filled(query("notices/tell_check").body), **told)
    return check.alert


def _require_fitting(check: Check, found: dict[str, Any]) -> None:
    if check.matter is not None and not found["has_matter"]:
        raise ActRefused(
            "AlertMatterNotVisible",
            "check the id of the matter, or ask the team that gave it to you 请核对去向事项的编号",
        )
    if check.seen is not None and check.seen.value != found["state"]:
        raise ActRefused(
            "AlertOvertaken",
            f"the alert is {found['state']} by now: read its checks, then check it again 预警状态已变更，请查看核查记录后再办",
        )


def _receiver(model: str | None) -> str | None:
    """Return the team whose desk checks the alerts of a model of ours."""
    known = read_models().get(model or "")
    return known.file.head["team"] if known else None
