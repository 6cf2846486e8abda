"""Mutations of the ladder from a hit to content: ask for access, answer, take it back; what cannot be done is a named refusal."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import strawberry

from graph_service.access_requests.acts import (
    Answer,
    Step,
    Wish,
    answer_access,
    moment_within,
    request_access,
    revoke_access,
)
from graph_service.act import ActRefused
from graph_service.api.arguments.sought import own_id, sought, uid_of
from graph_service.api.mutations.refused import union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.made import TYPES, listed_of
from graph_service.api.types.scalars import Moment
from graph_service.cypher.files import query
from graph_service.cypher.project.signing import told_by_hit
from graph_service.graph import Graph
from graph_service.recusal.acts import recused_from
from graph_service.rights.viewer import Viewer

_KIND = "AccessRequest"
_Act = Callable[[dict[str, Any], Graph, Viewer, WriteAccess], Awaitable[str]]


def build() -> None:
    """Make the unions that the mutations return; the types of refusals must be there already."""
    union("RequestAccessResult", "The request for access, or why it was not made 查阅申请结果",
          (_KIND, "AccessReasonMissing", "AccessTermWrong", "AccessHitUnknown"))  # fmt: skip
    union("AnswerAccessResult", "The request as it stands after the answer, or why it was not answered 查阅答复结果",
          (_KIND, "AccessReasonMissing", "AccessTermWrong", "AccessNotVisible", "AccessOver", "AccessNothingGiven",
           "AccessOfficerRecused"))  # fmt: skip
    union("RevokeAccessResult", "The request after it was taken back, or why it stands as before 查阅撤销结果",
          (_KIND, "AccessReasonMissing", "AccessNotVisible", "AccessOver"))  # fmt: skip


async def request(given: dict[str, Any], _graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a new request for access; refuse a hit of somebody else's, and a term that is too long."""
    step = _step(given, viewer)
    told = told_by_hit(own_id(given["hit"], "hit", "Hit"))
    if not told or told[0] != viewer.officer:
        raise ActRefused("AccessHitUnknown", "take the id from your own answer of `hits` 请从本人的命中提示中申请")
    _, about, channel, team = told
    until = moment_within(given["until"], write_access.access_days)
    wish = Wish(about, sought(about, "hit").label, channel, team, until, bool(given.get("forTeam")))
    return await asyncio.to_thread(request_access, write_access.writer, step, wish)


async def answer(given: dict[str, Any], graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the request that was answered; access is given until a stated time, to all matters or to some."""
    step, uid = _step(given, viewer), own_id(given["id"], "id", _KIND)
    chosen = None if given.get("matters") is None else tuple(_uids(given["matters"]))
    until = None
    if given["approve"]:
        if given.get("until") is None:
            raise ActRefused("AccessTermWrong", "say until when access is given 请填写查阅截止时间")
        until = moment_within(given["until"], write_access.access_days)
    recused = await _recused(graph, viewer, uid) if until else frozenset()
    return await asyncio.to_thread(answer_access, write_access.writer, step, uid, Answer(until, chosen, recused))


async def _recused(graph: Graph, viewer: Viewer, uid: str) -> frozenset[str]:
    """Return the matters that must not be given to who made the request; nothing where the viewer sees none."""
    file = query("access/made_by")
    found = await graph.fetch(file.body, {**viewer.params, "uid": uid}, file.name)
    return await recused_from(graph, found[0], viewer) if found else frozenset()


async def revoke(given: dict[str, Any], _graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the request that was taken back, by the team that was asked or by who asked."""
    step, uid = _step(given, viewer), own_id(given["id"], "id", _KIND)
    return await asyncio.to_thread(revoke_access, write_access.writer, step, uid)


ACTS: dict[str, _Act] = {"request_access": request, "answer_access": answer, "revoke_access": revoke}


def _step(given: dict[str, Any], viewer: Viewer) -> Step:
    if not given["reason"].strip():
        raise ActRefused(
            "AccessReasonMissing",
            "say in a sentence why; both sides read it, and the access log keeps it 请说明理由，双方可见并记入访问日志",
        )
    return Step(viewer, given["reason"].strip(), given.get("clientKey"))


def _uids(given: list[Any]) -> list[str]:
    return [uid_of(each, "matters", "Matter").value for each in dict.fromkeys(given)]


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutations: what each returns, what it means, its arguments with their defaults."""
    ident = strawberry.ID
    one = {"id": (ident, "Id of the request for access")}
    why = {
        "reason": (str, "Why, in a sentence that both sides read"),
        "clientKey": (str | None, "A key of your own for this step: sent again, it changes nothing more", None),
    }
    return {
        "request_access": (TYPES["RequestAccessResult"], "Ask the owning team for what lies behind a hit 申请查阅", {
            "hit": (ident, "Id of the hit, from your own answer of `hits`"),
            "until": (Moment, "Until when it is needed, local time"),
            "forTeam": (bool | None, "Whether everybody in your teams is to read it", False), **why}),
        "answer_access": (TYPES["AnswerAccessResult"], "Give or refuse access to what your team owns 答复查阅申请", {
            **one, "approve": (bool, "Whether access is given"),
            "until": (Moment | None, "Until when access is given, local time; it ends by itself", None),
            "matters": (listed_of(ident) | None, "To which of the matters of the request; without it to all that you may read", None), **why}),
        "revoke_access": (TYPES["RevokeAccessResult"], "Take a request or a given access back at once 撤销查阅", {**one, **why}),
    }  # fmt: skip
