"""The mutation of a clue's life: one act at a time; what its rules do not allow is a named refusal, not an error."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import strawberry

from graph_service.api.arguments.sought import day, plain, uid_if, uid_of
from graph_service.api.mutations.refused import union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.made import TYPES, listed_of, term_type
from graph_service.api.types.scalars import Day
from graph_service.graph import Graph
from graph_service.recusal.acts import recused_from
from graph_service.rights.viewer import Viewer
from graph_service.work.acts import Wanted, Worker, act_on_clue
from graph_service.work.saying import Saying
from schema.vocabulary import Disposal

_Act = Callable[[dict[str, Any], Graph, Viewer, WriteAccess], Awaitable[str]]


def build() -> None:
    """Make the union that the mutation returns; the types of refusals must be there already."""
    union("ActOnClueResult", "The clue as it stands after the act, or which rule does not allow it 线索办理结果",
          ("Clue", "ClueNotVisible", "ClueReasonMissing", "ClueActNotYours", "ClueActNotNow", "ClueSameHand", "ClueNeedsMore",
           "ClueOvertaken", "ClueOfficerRecused"))  # fmt: skip


async def act(given: dict[str, Any], graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of the clue after the act; refuse what its life does not allow this officer now."""
    other = uid_if(given.get("other"), "other", "Clue")
    disposal = None if given.get("disposal") is None else Disposal[plain(given["disposal"])].value
    saying = Saying(
        given["reason"], given.get("paper"), given.get("team"), tuple(given.get("officers") or ()), disposal,
        day(given.get("lookAgainOn")), day(given.get("dueOn")), other, given.get("body"), given.get("limit"),
    )  # fmt: skip
    seen = None if given.get("seen") is None else plain(given["seen"])
    clue = uid_of(given["id"], "id", "Clue").value
    recused = tuple([each for each in saying.officers if clue in await recused_from(graph, each, viewer)])
    wanted = Wanted(clue, plain(given["action"]), saying, seen, given.get("clientKey"), recused)
    return await asyncio.to_thread(act_on_clue, write_access.writer, Worker(viewer, write_access.roles), wanted)


ACTS: dict[str, _Act] = {"act_on_clue": act}


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutation: what it returns, what it means, its arguments with their defaults."""
    ident = strawberry.ID
    return {
        "act_on_clue": (TYPES["ActOnClueResult"], "Do something with a clue that its life allows you now 办理线索", {
            "id": (ident, "Id of the clue"),
            "action": (TYPES["ClueAction"], "What is done; `allowedActions` of the clue says what you may do now"),
            "reason": (str, "Why, in a sentence, for those who read the clue's steps"),
            "paper": (str | None, "The paper that it rests on: title and number", None),
            "team": (str | None, "Code of the team that is proposed or takes the clue", None),
            "officers": (listed_of(str) | None, "Staff numbers of the two or more officers who do it", None),
            "disposal": (term_type(Disposal) | None, "Way of disposal that is proposed", None),
            "lookAgainOn": (Day | None, "Day on which a shelved clue is looked at again", None),
            "limit": (str | None, "Name of the time limit that is set earlier or lengthened, as `deadlines` tells it", None),
            "dueOn": (Day | None, "Day that a leader sets", None),
            "other": (ident | None, "Id of the clue that this one repeats or is merged into", None),
            "body": (str | None, "Name of the body outside that it is handed to", None),
            "seen": (TYPES["ClueStage"] | None, "Stage in which you saw the clue: where it is another by now, the act is refused", None),
            "clientKey": (str | None, "A key of your own for this act: sent again, it changes nothing more", None),
        }),
    }  # fmt: skip
