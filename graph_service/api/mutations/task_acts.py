"""Mutations of recommendations, sweeps and tickets: they are proposed, and carried on one act at a time; what their rules do not allow is a
named refusal.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

import strawberry

from graph_service.api.arguments.sought import day, own_id, plain, uid_if, uid_of
from graph_service.api.mutations import consultation_acts
from graph_service.api.mutations.bounded import bounded, uids
from graph_service.api.mutations.refused import union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.made import TYPES, listed_of, term_type
from graph_service.api.types.scalars import Day
from graph_service.cypher.project.kept.series import SERIES
from graph_service.graph import Graph
from graph_service.model import camel
from graph_service.rights.viewer import Viewer
from graph_service.tasks.acts import act_on_task
from graph_service.tasks.keeping import Wanted
from graph_service.tasks.making import Making, Scope, make_task
from graph_service.tasks.rules import (
    CONSULTATION,
    CONSULTATION_TASK,
    LIST,
    RECOMMENDATION,
    SWEEP,
    TASKS,
    TICKET,
    word_of,
)
from graph_service.tasks.saying import Found, Saying
from graph_service.work.acts import Worker
from schema.vocabulary import Problem

_Act = Callable[[dict[str, Any], Graph, Viewer, WriteAccess], Awaitable[str]]
_MADE = ("TaskReasonMissing", "TaskNotVisible", "TaskActNotYours", "TaskNeedsMore")
_DONE = (*_MADE, "TaskActNotNow", "TaskSameHand", "TaskOvertaken")


def build() -> None:
    """Make the unions that the mutations return; the types of refusals must be there already."""
    union(
        "MakeRecommendationResult",
        "The recommendation that was drafted, or why it was not 提出建议结果",
        (RECOMMENDATION, *_MADE),
    )
    union("MakeSupervisionListResult", "The list that was proposed, or why it was not 拟定清单结果", (LIST, *_MADE))
    union("OpenSweepResult", "The sweep that was proposed, or why it was not 提出排查结果", (SWEEP, *_MADE))
    union(
        "ProposeConsultationResult",
        "The consultation that was proposed, or why it was not 提出会商结果",
        (CONSULTATION, *_MADE),
    )
    for kind in (*TASKS, TICKET):
        about = f"The {word_of(kind).replace('_', ' ')} as it stands after the act, or which rule does not allow it 任务办理结果"
        union(f"ActOn{kind}Result", about, (kind, *_DONE))


async def make_recommendation(given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a new recommendation; refuse what its maker may not read or do."""
    items = tuple(
        {"text": each["text"].strip(), "type": plain(each["type"]), "due_on": day(each.get("dueOn")), "state": "OPEN"}
        for each in bounded(given, "items")
    )
    said = {
        "title": given["title"].strip(), "form": plain(given["form"]), "text": given["findings"].strip(), "why": given.get("causes"),
        "paper": given.get("basis"), "copy_to": list(given.get("copyTo") or ()),
    }  # fmt: skip
    making = Making(
        RECOMMENDATION, given["reason"], said, unit=uid_of(given["unit"], "unit", "Unit").value, own_day=day(given.get("replyDueOn")),
        items=items, **_beside(given),
    )  # fmt: skip
    return await asyncio.to_thread(make_task, write_access.writer, Worker(viewer, write_access.roles), making)


async def make_supervision_list(given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a new list for a unit; refuse what its maker may not read or do."""
    items = tuple(
        {"text": each["text"].strip(), "due_on": day(each.get("dueOn")), "state": "TO_CHECK"}
        for each in bounded(given, "items")
    )
    said = {"title": given["title"].strip(), "paper": given.get("basis")}
    unit = uid_of(given["unit"], "unit", "Unit").value
    making = Making(
        LIST, given["reason"], said, unit=unit, items=items, team=given.get("team"), client_key=given.get("clientKey")
    )
    return await asyncio.to_thread(make_task, write_access.writer, Worker(viewer, write_access.roles), making)


async def open_sweep(given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a new sweep over what its maker may read; refuse what that officer may not read or do."""
    said = {"title": given["title"].strip(), "text": given["pattern"].strip(), "problem": plain(given.get("problem"))}
    parent = given.get("recommendation")
    making = Making(
        SWEEP, given["reason"], said, parent=None if parent is None else own_id(parent, "recommendation", RECOMMENDATION),
        own_day=day(given.get("dueOn")), scope=_scope(given["over"]), **_beside(given),
    )  # fmt: skip
    return await asyncio.to_thread(make_task, write_access.writer, Worker(viewer, write_access.roles), making)


def _beside(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every task is made with: what it rests on, the team that carries it, the client's key."""
    series = given.get("series")
    return {
        "matters": uids(given, "matters", "Matter"), "series": None if series is None else own_id(series, "series", SERIES),
        "team": given.get("team"), "client_key": given.get("clientKey"),
    }  # fmt: skip


def _scope(given: Mapping[str, Any]) -> Scope:
    return Scope(
        uids(given, "units", "Unit"), uids(given, "places", "Place"), plain(given.get("unitKind")), plain(given.get("placeKind")),
        given.get("areaCode") or None, uid_if(given.get("under"), "under", "Unit"),
    )  # fmt: skip


async def _act(kind: str, given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    items = tuple(own_id(each, "items", "TaskItem") for each in dict.fromkeys(bounded(given, "items")))
    found = tuple(
        Found(
            uid_if(each.get("target"), "found", "Entity"), (each.get("text") or "").strip() or None, each.get("people")
        )
        for each in bounded(given, "found")
    )
    saying = Saying(
        given["reason"], given.get("paper"), given.get("body"), given.get("limit"), day(given.get("dueOn")), items,
        plain(given.get("adopted")), plain(given.get("way")), given.get("people"), found,
        uid_if(given.get("unit"), "unit", "Unit"), given.get("answer"), given.get("rating"),
        uid_if(given.get("matter"), "matter", "Matter"),
        consultation_acts.topics(given), given.get("decision"), given.get("team"),
    )  # fmt: skip
    seen = None if given.get("seen") is None else plain(given["seen"])
    task = uid_of(given["id"], "id", kind).value if kind == TICKET else own_id(given["id"], "id", kind)
    wanted = Wanted(kind, task, plain(given["action"]), saying, seen, given.get("clientKey"))
    return await asyncio.to_thread(act_on_task, write_access.writer, Worker(viewer, write_access.roles), wanted)


ACTS: dict[str, tuple[_Act, str]] = {
    "make_recommendation": (make_recommendation, "recommendation"),
    "open_sweep": (open_sweep, "sweep"),
    "make_supervision_list": (make_supervision_list, "supervisionList"),
    "propose_consultation": (consultation_acts.propose, "consultation"),
    **{f"act_on_{word_of(kind)}": (partial(_act, kind), camel(word_of(kind))) for kind in (*TASKS, TICKET)},
}


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutations: what each returns, what it means, its arguments with their defaults."""
    ident = strawberry.ID
    why = {
        "reason": (str, "Why, in a sentence, for those who read the task"),
        "clientKey": (str | None, "A key of your own for this act: sent again, it changes nothing more", None),
    }
    beside = {
        "matters": (listed_of(ident) | None, "Ids of the clues, findings, issues or alerts that it rests on: who reads all of them reads it", None),
        "series": (ident | None, "Id of a series: its members that you may read are rested on too", None),
        "team": (str | None, "Code of the team that carries it; without it your own", None),
        **why,
    }  # fmt: skip
    made: dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]] = {
        "make_recommendation": (TYPES["MakeRecommendationResult"], "Draft a recommendation for a unit; a leader approves it 提出建议", {
            "form": (TYPES["RecommendationForm"], "Which of the two papers it is"), "unit": (ident, "Id of the unit that it is addressed to"),
            "title": (str, "What it is about, in one line"), "findings": (str, "What was found"), "causes": (str | None, "Why it came to that", None),
            "basis": (str | None, "The rule that it rests on", None), "copyTo": (listed_of(str) | None, "Bodies that get a copy", None),
            "items": (listed_of(TYPES["RecommendationItemInput"]), "What the unit is to do"),
            "replyDueOn": (Day | None, "Day by which the unit is to reply, where it is earlier than the rule's", None), **beside}),
        "open_sweep": (TYPES["OpenSweepResult"], "Propose to look for one defect in all similar units and places 提出举一反三排查", {
            "title": (str, "What it is about, in one line"), "pattern": (str, "What makes a case the same"),
            "problem": (term_type(Problem) | None, "Kind of problem that is sought", None),
            "over": (TYPES["SweepScopeInput"], "What is looked at, of what you may read; its outcome is fixed now"),
            "recommendation": (ident | None, "Id of the recommendation that it comes from, whose matters it rests on too", None),
            "dueOn": (Day | None, "Day by which all are looked at, where it is earlier than the rule's", None), **beside}),
    }  # fmt: skip
    made["make_supervision_list"] = _list_made_with(why)
    made["propose_consultation"] = consultation_acts.proposed_with(why)
    for kind in (*TASKS, TICKET):
        made[f"act_on_{word_of(kind)}"] = (
            TYPES[f"ActOn{kind}Result"],
            f"Do something with a {word_of(kind).replace('_', ' ')} that its life allows you now 办理{_CALLED[kind]}",
            _given_to(kind) | why,
        )
    return made


def _list_made_with(why: dict[str, tuple[Any, ...]]) -> tuple[Any, str, dict[str, tuple[Any, ...]]]:
    ident: Any = strawberry.ID
    return (TYPES["MakeSupervisionListResult"], "Propose what is looked at in a unit; a leader approves it 拟定监督清单", {
        "unit": (ident, "Id of the unit that it is for"), "title": (str, "What it is about, in one line"),
        "items": (listed_of(TYPES["SupervisionItemInput"]), "What is looked at"),
        "basis": (str | None, "The duties or rules that it is derived from", None),
        "team": (str | None, "Code of the team that checks it; without it your own", None), **why})  # fmt: skip


_CALLED = {
    RECOMMENDATION: "建议书",
    SWEEP: "排查任务",
    TICKET: "投诉件",
    LIST: "监督清单",
    CONSULTATION: "会商",
    CONSULTATION_TASK: "会商议定事项",
}


def _given_to(kind: str) -> dict[str, tuple[Any, ...]]:
    ident: Any = strawberry.ID
    own: dict[str, tuple[Any, ...]] = {}
    if kind == RECOMMENDATION:
        own = {"adopted": (TYPES["Adoption"] | None, "How far the unit adopts it", None),
               "body": (str | None, "Name of the body that a refusal is put before", None)}  # fmt: skip
    elif kind == SWEEP:
        own = {"people": (int | None, "People affected in each of the items", None),
               "found": (listed_of(TYPES["SweepFoundInput"]) | None, "Further units and places where the defect is", None)}  # fmt: skip
    elif kind == LIST:
        own = {"matter": (ident | None, "Id of the clue, finding, issue, ticket or alert that a problem became", None)}
    elif kind == CONSULTATION:
        own = consultation_acts.acted_with()
    if kind == TICKET:
        own = {"unit": (ident | None, "Id of the unit that it is sent to", None),
               "answer": (str | None, "Answer of the unit to the citizen, with no word on who asked", None),
               "rating": (int | None, "How the citizen rates the answer, 1 to 5", None)}  # fmt: skip
    elif kind != CONSULTATION_TASK:
        own["items"] = (listed_of(ident) | None, "Ids of the items that it is done to", None)
    return {
        "id": (ident, f"Id of the {word_of(kind).replace('_', ' ')}"),
        "action": (TYPES[f"{kind}Action"], "What is done; its `allowedActions` say what you may do now"),
        "paper": (str | None, "The paper that it rests on: title and number", None),
        **({} if kind in (CONSULTATION, CONSULTATION_TASK) else {"way": (TYPES["CheckWay"] | None, "How it was checked", None)}),
        **own,
        "limit": (str | None, "Name of the time limit that is set earlier or lengthened, as `deadlines` tells it", None),
        "dueOn": (Day | None, "Day that a leader sets", None),
        "seen": (TYPES[f"{kind}Stage"] | None, "Stage in which you saw it: where it is another by now, the act is refused", None),
    }  # fmt: skip
