"""Mutations of consultations: one is proposed, and what is given beside the acts that carry it on."""

import asyncio
from collections.abc import Mapping
from typing import Any

import strawberry

from graph_service.api.arguments.sought import day
from graph_service.api.mutations.bounded import bounded, uids
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.made import TYPES, listed_of
from graph_service.api.types.scalars import Day
from graph_service.graph import Graph
from graph_service.rights.viewer import Viewer
from graph_service.tasks.agenda import Agenda
from graph_service.tasks.making import Making, make_task
from graph_service.tasks.rules import CONSULTATION
from graph_service.tasks.saying import Topic
from graph_service.work.acts import Worker


async def propose(given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a new consultation with its agenda; refuse what its convener may not read or do."""
    agenda = Agenda(tuple(dict.fromkeys(bounded(given, "teams"))), day(given.get("since")), topics(given))
    said = {"title": given["title"].strip(), "text": given.get("venue")}
    making = Making(
        CONSULTATION, given["reason"], said, own_day=day(given["heldOn"]), team=given.get("team"), agenda=agenda,
        client_key=given.get("clientKey"),
    )  # fmt: skip
    return await asyncio.to_thread(make_task, write_access.writer, Worker(viewer, write_access.roles), making)


def topics(given: Mapping[str, Any]) -> tuple[Topic, ...]:
    """Return the topics that are given."""
    return tuple(Topic(each["text"].strip(), uids(each, "matters", "Matter")) for each in bounded(given, "topics"))


def proposed_with(why: Mapping[str, tuple[Any, ...]]) -> tuple[Any, str, dict[str, tuple[Any, ...]]]:
    """Return the mutation by which a consultation is proposed: what it returns, what it means, its arguments."""
    about = (
        "Propose a consultation; its agenda is what is new across channels, as far as every team that takes part may read it, and what the "
        "last one of your team left open 提出会商"
    )
    given = {
        "title": (str, "What it is about, in one line, for all who take part"),
        "teams": (listed_of(str), "Codes of the teams that take part; the one that convenes it does in any case"),
        "heldOn": (Day, "Day on which it is held"),
        "venue": (str | None, "Where it is held", None),
        "since": (Day | None, "What is new since this day; without it since the last one of your team, or for 90 days", None),
        **_topics_given(),
        "team": (str | None, "Code of the team that convenes it; without it your own", None),
    }  # fmt: skip
    return TYPES["ProposeConsultationResult"], about, {**given, **why}


def acted_with() -> dict[str, tuple[Any, ...]]:
    """Return the arguments that acts on a consultation take beside those of every task."""
    return {
        **_topics_given(),
        "items": (listed_of(strawberry.ID) | None, "Ids of the items of the agenda", None),
        "decision": (str | None, "What is to be done, in a sentence: what the task is called", None),
        "team": (str | None, "Code of the team that is to do it: one that takes part and may read what the items are on", None),
    }  # fmt: skip


def _topics_given() -> dict[str, tuple[Any, ...]]:
    return {"topics": (listed_of(TYPES["ConsultationTopicInput"]) | None, "Topics of your own", None)}
