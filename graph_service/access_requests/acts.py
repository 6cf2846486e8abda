"""What people do with access requests; each step is kept in the request, and neither a load nor another step undoes one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.clock import BEIJING
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.score import HUB_CAP
from graph_service.cypher.seen.tiers import BY_READERS
from graph_service.cypher.stand_ins import Words
from graph_service.graph import Statements, Writer
from graph_service.rights.viewer import Viewer

_KEPT = {"WAITING", "APPROVED"}


@dataclass(frozen=True)
class Step:
    """Who takes a step and why, and the client's key by which it counts once."""

    viewer: Viewer
    reason: str
    client_key: str | None = None

    def request(self, asked: Sequence[Any]) -> ClientRequest:
        """Return the request of the client for what is asked."""
        return client_request(self.viewer.officer, self.client_key, [*asked, self.reason])

    def seen(self, statements: Statements, name: str, words: Words = (), **params: Any) -> list[dict[str, Any]]:
        """Return what a file finds for the viewer."""
        view = self.viewer.view
        text = view.text(filled(query(name).body, words))
        return statements.run_read(text, **{**self.viewer.params, **view.params, **params})[0]


@dataclass(frozen=True)
class Wish:
    """What is wished for: what a hit was found on, its channel and team, for whom and until when."""

    about: str
    label: str
    channel: str
    team: str
    until: str
    for_team: bool = False


@dataclass(frozen=True)
class Answer:
    """What the owning team says: until when access is given, or nothing where it is refused; to which of the matters, and to which it must not be."""

    until: str | None
    matters: tuple[str, ...] | None = None
    recused: frozenset[str] = frozenset()


def moment_within(given: str, days: int) -> str:
    """Return a local time in UTC; refuse one that is past, or later than so many days from now."""
    now, at = datetime.now(UTC), datetime.fromisoformat(given).replace(tzinfo=BEIJING).astimezone(UTC)
    if not now < at <= now + timedelta(days=days):
        raise ActRefused(
            "AccessTermWrong", f"give a time from now on, at most {days} days ahead 截止时间须在今后{days}天之内"
        )
    return at.isoformat()


def request_access(writer: Writer, step: Step, wish: Wish) -> str:
    """Return the uid of a new request for what lies behind a hit; refuse where nothing does by now."""
    return writer.run_together(partial(_request, step, wish))


def _request(step: Step, wish: Wish, statements: Statements) -> str:
    request = step.request(["request", wish.about, wish.channel, wish.team, wish.until, wish.for_team])
    uid = f"access_{uuid4().hex[:24]}"
    found = statements.run_write(query("access/turn").body, key=request.key)[0][0]
    if found["request"] is not None:
        request.require_same(found["request"])
        return str(found["uid"])
    words = (("LABEL_", wish.label), ("KEY_", "uid"))
    behind = step.seen(statements, "access/behind", words, id=wish.about, hub_cap=HUB_CAP)
    matters = [row["uid"] for row in behind if (row["channel"], row["team"]) == (wish.channel, wish.team)]
    if not matters:
        raise ActRefused("AccessHitUnknown", "ask for the hits on the thing again 请重新查看命中提示")
    said = {
        "about": wish.about, "channel": wish.channel, "team": wish.team, "by": step.viewer.officer,
        "teams": list(step.viewer.teams), "for_team": wish.for_team, "reason": step.reason,
        "matters": sorted(matters), "state": "WAITING", "request": request.digest,
    }  # fmt: skip
    statements.run_write(query("access/ask").body, uid=uid, said=said, until=wish.until, key=request.key)
    return uid


def answer_access(writer: Writer, step: Step, uid: str, answer: Answer) -> str:
    """Return the uid of a request after the owning team answered it; refuse what is not theirs, or was answered or is over."""
    return writer.run_together(partial(_answer, step, uid, answer))


def _answer(step: Step, uid: str, answer: Answer, statements: Statements) -> str:
    request = step.request(["answer", uid, answer.until, answer.matters])
    found = _standing(step, uid, statements)
    if request.key is not None and found["answer_key"] == request.key:
        request.require_same(found["answer_request"])
        return uid
    if not found["owned"]:
        raise ActRefused(
            "AccessNotVisible", "only the team that a request is addressed to answers it 只能由被申请部门答复"
        )
    if found["state"] != "WAITING":
        raise ActRefused("AccessOver", "look at the request again; a new one can be made 请重新查看，可另行申请")
    granted = _given(step, found["matters"], answer, statements) if answer.until else []
    said = {
        "state": "APPROVED" if answer.until else "REFUSED", "answered_by": step.viewer.officer, "answer": step.reason,
        "granted": granted, "answer_key": request.key, "answer_request": request.digest,
    }  # fmt: skip
    statements.run_write(query("access/answer").body, uid=uid, said=said, until=answer.until)
    return uid


def _given(step: Step, matters: list[str], answer: Answer, statements: Statements) -> list[str]:
    """Return the matters that are given: of those behind the hit the chosen ones that the viewer may read."""
    # What is only opened to the viewer for a time is not the viewer's to give.
    own = replace(step, viewer=replace(step.viewer, tiers=BY_READERS))
    readable = [row["uid"] for row in own.seen(statements, "series/matters", uids=matters)]
    chosen = [each for each in readable if answer.matters is None or each in answer.matters]
    given = [each for each in chosen if each not in answer.recused]
    if answer.recused.intersection(answer.matters or () if given else chosen).intersection(chosen):
        raise ActRefused(
            "AccessOfficerRecused", "leave the matter out, or refuse the request 请去掉该事项，或不同意申请"
        )
    # What is not readable is refused like what is not in the request, so that no answer tells what lies behind the hit.
    if not given or set(answer.matters or ()) - set(given):
        raise ActRefused(
            "AccessNothingGiven",
            "leave the matters out, or name some of those in the request 请不填事项，或从申请所涉事项中选择",
        )
    return given


def revoke_access(writer: Writer, step: Step, uid: str) -> str:
    """Return the uid of a request after one of the two sides took it back; refuse where nothing stands any more."""
    return writer.run_together(partial(_revoke, step, uid))


def _revoke(step: Step, uid: str, statements: Statements) -> str:
    request = step.request(["revoke", uid])
    found = _standing(step, uid, statements)
    if request.key is not None and found["revoke_key"] == request.key:
        request.require_same(found["revoke_request"])
        return uid
    if found["state"] not in _KEPT:
        raise ActRefused("AccessOver", "there is nothing to take back 没有可撤销的内容")
    said = {
        "state": "REVOKED", "revoked_by": step.viewer.officer, "revoke_reason": step.reason,
        "revoke_key": request.key, "revoke_request": request.digest,
    }  # fmt: skip
    statements.run_write(query("access/revoke").body, uid=uid, said=said)
    return uid


def _standing(step: Step, uid: str, statements: Statements) -> dict[str, Any]:
    statements.run_write(query("access/hold").body, uid=uid)  # one step waits for the other
    found = step.seen(statements, "access/standing", uid=uid)
    if not found:
        raise ActRefused(
            "AccessNotVisible",
            "check the id; a request is seen by who made it and by the team asked 请核对标识；仅双方可见",
        )
    return found[0]
