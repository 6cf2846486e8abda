"""Mutations of recusal: an officer declares a ground, a leader decides; what cannot be done is a named refusal."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import strawberry

from graph_service.act import ActRefused
from graph_service.api.arguments.sought import own_id, uid_of
from graph_service.api.mutations.refused import union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.made import TYPES
from graph_service.graph import Graph
from graph_service.recusal.acts import Deed, decide_recusal, declare_recusal
from graph_service.rights.viewer import Viewer

_KIND = "Recusal"
_Act = Callable[[dict[str, Any], Graph, Viewer, WriteAccess], Awaitable[str]]


def build() -> None:
    """Make the unions that the mutations return; the types of refusals must be there already."""
    union("DeclareRecusalResult", "The declared recusal, or why it was not taken 回避申请结果",
          (_KIND, "RecusalReasonMissing", "RecusalMatterNotVisible", "RecusalStands"))  # fmt: skip
    union("DecideRecusalResult", "The recusal as it stands after the decision, or why it was not decided 回避决定结果",
          (_KIND, "RecusalReasonMissing", "RecusalNotVisible", "RecusalDecided"))  # fmt: skip


async def declare(given: dict[str, Any], _graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the declaration of the viewer's own recusal from a matter."""
    matter = uid_of(given["matter"], "matter", "Matter").value
    return await asyncio.to_thread(declare_recusal, write_access.writer, _deed(given, viewer), matter)


async def decide(given: dict[str, Any], _graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the recusal that was decided on."""
    uid = own_id(given["id"], "id", _KIND)
    return await asyncio.to_thread(decide_recusal, write_access.writer, _deed(given, viewer), uid, given["accept"])


ACTS: dict[str, _Act] = {"declare_recusal": declare, "decide_recusal": decide}


def _deed(given: dict[str, Any], viewer: Viewer) -> Deed:
    if not given["reason"].strip():
        raise ActRefused(
            "RecusalReasonMissing", "say in a sentence why; the access log keeps it 请说明理由，将记入访问日志"
        )
    return Deed(viewer, given["reason"].strip(), given.get("clientKey"))


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutations: what each returns, what it means, its arguments with their defaults."""
    why = {
        "reason": (str, "Why, in a sentence that who declares and who decides read"),
        "clientKey": (str | None, "A key of your own for this deed: sent again, it changes nothing more", None),
    }
    return {
        "declare_recusal": (TYPES["DeclareRecusalResult"], "Withdraw from a matter: say that there is a ground 申请回避", {
            "matter": (strawberry.ID, "Id of the matter"), **why}),
        "decide_recusal": (TYPES["DecideRecusalResult"], "Decide on the recusal of an officer whom you lead 决定回避", {
            "id": (strawberry.ID, "Id of the recusal"), "accept": (bool, "Whether the officer is recused"), **why}),
    }  # fmt: skip
