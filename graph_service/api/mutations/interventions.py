"""The mutation of the register of interventions: an officer who was asked about a matter registers it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import strawberry

from graph_service.api.arguments.sought import day, plain, uid_if
from graph_service.api.mutations.refused import union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.made import TYPES
from graph_service.api.types.scalars import Day
from graph_service.graph import Graph
from graph_service.interventions.acts import Intervention, Recorder, record_intervention
from graph_service.rights.viewer import Viewer

_Act = Callable[[dict[str, Any], Graph, Viewer, WriteAccess], Awaitable[str]]


def build() -> None:
    """Make the union that the mutation returns; the types of refusals must be there already."""
    union("RecordInterventionResult", "The record of the register, or why it was not made 过问登记结果",
          ("Intervention", "InterventionWordsMissing", "InterventionMatterNotVisible"))  # fmt: skip


async def record(given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a new record of the register, by the officer who was asked."""
    matter = uid_if(given.get("matter"), "matter", "Matter")
    person = uid_if(given.get("person"), "person", "Person")
    said = Intervention(
        given["askedBy"], plain(given["way"]), day(given["askedOn"]), given["asked"],
        given.get("askedByPost"), person, matter, given.get("answered"),
    )  # fmt: skip
    recorder = Recorder(viewer, write_access.uid_key, given.get("clientKey"))
    return await asyncio.to_thread(record_intervention, write_access.writer, recorder, said)


ACTS: dict[str, _Act] = {"record_intervention": record}


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutation: what it returns, what it means, its arguments with their defaults."""
    ident = strawberry.ID
    about = "Register that somebody asked you about a matter; a record is never changed 登记过问"
    return {
        "record_intervention": (TYPES["RecordInterventionResult"], about, {
            "askedBy": (str, "Who asked, by name"),
            "askedByPost": (str | None, "Unit and post of who asked", None),
            "person": (ident | None, "Id of the person who asked, where the graph has that", None),
            "matter": (ident | None, "Id of the matter that was asked about", None),
            "way": (TYPES["InterventionWay"], "How was asked"),
            "askedOn": (Day, "Day on which was asked"),
            "asked": (str, "What was asked, or asked for"),
            "answered": (str | None, "What you answered", None),
            "clientKey": (str | None, "A key of your own for this record: sent again, it changes nothing more", None),
        }),
    }  # fmt: skip
