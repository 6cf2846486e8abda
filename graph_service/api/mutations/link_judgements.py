"""Mutations of links: people judge what rules propose; what cannot be judged is a named refusal, not an error."""

import asyncio
from typing import Any

import strawberry

from graph_service.act import ActRefused
from graph_service.api.arguments.sought import plain
from graph_service.api.mutations.refused import require_judge, union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.links import LinkVerdictTerm, read_link
from graph_service.api.types.made import TYPES
from graph_service.cypher.files import query
from graph_service.errors import NotFound
from graph_service.graph import Graph
from graph_service.linkage.judging import LinkJudgement, LinkVerdict
from graph_service.linkage.judging import judge_link as judge
from graph_service.rights.viewer import Viewer


def build() -> None:
    """Make the union that the mutation returns; the types of refusals must be there already."""
    union("JudgeLinkResult", "The link as it stands after a judgement, or why it could not be judged 关联研判结果",
          ("Link", "LinkNotVisible", "LinkReasonMissing", "LinkTeamMayNotJudge", "LinkOvertaken"))  # fmt: skip


async def judge_link(given: dict[str, Any], graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the link that was judged; refuse what the viewer may not judge."""
    asked = read_link(given).params["id"]
    require_judge(viewer, given["reason"], "Link")
    if not await graph.fetch(query("links/open").body, {**viewer.params, "id": asked}, "links/open"):
        raise ActRefused(
            "LinkNotVisible", "check the id, or ask the team that gave it to you 请核对标识，或询问提供该标识的部门"
        )
    judgement = LinkJudgement(asked, LinkVerdict(plain(given["verdict"])), viewer.officer, given["reason"])
    try:
        return await asyncio.to_thread(judge, write_access.writer, judgement)
    except NotFound as error:
        raise ActRefused("LinkOvertaken", error.mend) from error


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, str]]]]:
    """Return the mutation: what it returns, what it means, its arguments."""
    return {
        "judge_link": (TYPES["JudgeLinkResult"], "Say whether two matters belong together; a later judgement retires this one 研判关联", {
            "id": (strawberry.ID, "Id of the judged link"),
            "verdict": (LinkVerdictTerm, "What you say of the link"),
            "reason": (str, "Why, in a sentence that others of your work will read"),
        }),
    }  # fmt: skip
