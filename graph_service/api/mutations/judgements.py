"""Mutations of identity: people judge pairs and take merges back; what cannot be done is a named refusal, not an error."""

import asyncio
from typing import Any

import strawberry

from graph_service.act import ActRefused
from graph_service.api.arguments.sought import plain, uid_of
from graph_service.api.mutations.refused import require_judge, union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.identity import IdentityVerdict
from graph_service.api.types.made import TYPES
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.errors import Conflict, NotFound
from graph_service.graph import Graph
from graph_service.identity.judging import Judgement, Verdict, judge, pair_uid
from graph_service.rights.viewer import Viewer
from schema import ENTITY


def build() -> None:
    """Make the unions that the mutations return; the types of refusals must be there already."""
    refused = ("IdentityReasonMissing", "IdentityTeamMayNotJudge", "IdentityOvertaken")
    union("JudgeIdentityResult", "The pair as it stands after a judgement, or why it could not be judged 研判结果",
          ("IdentityCandidate", "IdentityNotVisible", "IdentityNotJudgeable", *refused))  # fmt: skip
    union("UnmergeIdentityResult", "The pair after its merge was taken back, or why it was not 撤销归并结果",
          ("IdentityCandidate", "IdentityNotVisible", "IdentityNotMerged", *refused))  # fmt: skip


async def judge_identity(given: dict[str, Any], graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the pair that was judged; refuse what the viewer may not judge."""
    one, other = (uid_of(given[name], name) for name in ("one", "other"))
    if one.label != other.label or one.label not in ENTITY or one.value == other.value:
        raise ActRefused(
            "IdentityNotJudgeable",
            "give the ids of two records of people, or of two units 请选择两条人员记录，或两条单位记录",
        )
    require_judge(viewer, given["reason"], "Identity")
    text = filled(query("identity/open").body, (("LABEL_", one.label),))
    params = {"one": one.value, "other": other.value}
    if not await graph.fetch(text, {**viewer.params, **params}, "identity/open"):
        raise ActRefused(
            "IdentityNotVisible",
            "check both ids, or ask the team that holds the record 请核对两个标识，或询问记录的归口部门",
        )
    return await _judge(
        Judgement(one.value, other.value, Verdict(plain(given["verdict"])), viewer.officer, given["reason"]),
        write_access,
    )


async def unmerge_identity(given: dict[str, Any], graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the pair whose merge was taken back: its two records are judged to be different."""
    asked = uid_of(given["id"], "id", "Entity")
    require_judge(viewer, given["reason"], "Identity")
    params = {**viewer.params, "absorbed": asked.value, "one": asked.value, "other": asked.value}
    labels = (("LABEL_", asked.label),)
    found = await graph.fetch(filled(query("identity/merge_of").body, labels), params, "identity/merge_of")
    if not found:
        there = await graph.fetch(filled(query("identity/open").body, labels), params, "identity/open")
        if there:
            raise ActRefused(
                "IdentityNotMerged", "look at the record; there is nothing to take back 该记录未归并，无须撤销"
            )
        raise ActRefused(
            "IdentityNotVisible", "check the id, or ask the team that holds the record 请核对标识，或询问记录的归口部门"
        )
    one, other = found[0]
    return await _judge(Judgement(one, other, Verdict.DIFFERENT, viewer.officer, given["reason"]), write_access)


async def _judge(judgement: Judgement, write_access: WriteAccess) -> str:
    try:
        await asyncio.to_thread(judge, write_access.writer, write_access.uid_key, judgement)
    except (Conflict, NotFound) as error:
        raise ActRefused("IdentityOvertaken", error.mend) from error
    return pair_uid(judgement.one, judgement.other, write_access.uid_key)


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, str]]]]:
    """Return the mutations: what each returns, what it means, its arguments."""
    ident = strawberry.ID
    return {
        "judge_identity": (TYPES["JudgeIdentityResult"], "Say whether two records are one; a later judgement retires this one 研判是否同一", {
            "one": (ident, "Id of one record"), "other": (ident, "Id of the other record"),
            "verdict": (IdentityVerdict, "What you say"), "reason": (str, "Why, in a sentence that others will read"),
        }),
        "unmerge_identity": (TYPES["UnmergeIdentityResult"], "Take a record out of the one it was merged into: they are two 撤销归并", {
            "id": (ident, "Id of the record that was merged"), "reason": (str, "Why it is somebody else"),
        }),
    }  # fmt: skip
