"""Tickets of the platform in the API: how one is dealt with, and where it may be sent."""

from collections.abc import Mapping
from typing import Any

import strawberry

from graph_service.api.arguments.sought import uid_of
from graph_service.api.plan.root import Request
from graph_service.api.types.made import TYPES, declare, empty, listed
from graph_service.api.types.results import typed
from graph_service.cypher.project.kept.tasks import LIFE, TICKET_LIFE
from graph_service.tasks.rules import TICKET

MOST_ROUTES = 1000


def begin() -> None:
    """Make the type that tickets are declared with before it is filled."""
    TYPES[TICKET_LIFE] = empty(TICKET_LIFE)


def declare_life(cls: type, label: str) -> None:
    """Declare the life of a ticket on its type; of other kinds nothing."""
    if label == TICKET:
        about = "How the ticket is dealt with on the platform; its source's own word is `state` 办理情况"
        declare(cls, LIFE, TYPES[TICKET_LIFE], about)


def build() -> None:
    """Fill the type, and make that of a route; those of nodes and of tasks' steps must be there already."""
    cls, unit = TYPES[TICKET_LIFE], TYPES["Unit"]
    told: dict[str, tuple[Any, str]] = {
        "stage": (TYPES["TicketStage"], "Stage that the ticket has reached 投诉件当前阶段"),
        "held_by": (str | None, "Name of the unit that has it, whose information officer answers it 承办单位名称"),
        "unit": (unit | None, "The unit that has it, where you may read that 承办单位"),
        "answer": (str | None, "Last answer of the unit 最近答复"),
        "rating": (int | None, "How the citizen rates the answer, 1 to 5 群众评价"),
        "steps": (listed("TaskStep"), "What was done with the ticket, in order, kept for ever 投诉件流转记录"),
        "deadlines": (listed("TaskDeadline"), "Time limits of the ticket as they stand today 投诉件时限"),
        "allowed_actions": (listed("AllowedAction"), "What you have to do with tickets: what is allowed now first, else why not 投诉件可办理动作"),
    }  # fmt: skip
    for name, (kind, about) in told.items():
        declare(cls, name, kind, about)
    typed("TicketRoute", "A unit that a ticket may be sent to 转办去向", {
        "id": (strawberry.ID, "Id of the unit, as the act takes it 转办单位标识"),
        "name": (str, "Name of the unit 转办单位名称"),
        "is_named": (bool, "Whether the ticket is on this unit 是否被投诉单位"),
    })  # fmt: skip
    strawberry.type(cls, name=TICKET_LIFE, description="The life of a ticket on the platform 投诉件办理情况")


def read_routes(given: Mapping[str, Any]) -> Request:
    """Return the request for the units that a ticket may be sent to; refuse what is no id of one."""
    return Request(params={"id": uid_of(given["ticket"], "ticket", TICKET).value}, first=MOST_ROUTES)
