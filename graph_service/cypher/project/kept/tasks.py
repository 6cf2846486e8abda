"""What a task owes and what this viewer may do with it next, worked out by the same rules that allow or refuse an act."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from graph_service.cypher.project.bounds import MOST
from graph_service.cypher.project.listed import Listed, found
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.states import TODAY, task_facts, ticket_facts
from graph_service.model import snake
from graph_service.tasks.rules import TASKS, TICKET
from graph_service.tasks.standing import acts_on_task, read_task
from graph_service.work.acting import deadlines_of

DEADLINES, ACTIONS = "deadlines", "allowedActions"
ROWS = {DEADLINES: "TaskDeadline", ACTIONS: "AllowedAction"}
LIFE, TICKET_LIFE = "life", "TicketLife"
_OF_TICKET = Listed("tasks/ticket", "m", TICKET_LIFE)
_VIEWER = "[$viewer_officer, $viewer_teams + $viewer_units, $viewer_grants, $viewer_classes]"


def is_of_task(owner: str, name: str) -> bool:
    """Return whether a field of a task, or of the life of a ticket, is worked out."""
    return owner in (*TASKS, TICKET_LIFE) and name in ROWS


def is_life(owner: str, name: str) -> bool:
    """Return whether a field of a kind is the life of a ticket."""
    return (owner, name) == (TICKET, LIFE)


def of_ticket(projector: Projecting, chosen: SelectedField, ticket: str) -> Piece:
    """Return the projection of the life of a ticket."""
    row = f"y{projector.next_number()}"
    inner = projector.row(TICKET_LIFE, chosen.sets, row)
    text = found(_OF_TICKET, ticket, row, f"z{row[1:]}")
    return Piece(f"COLLECT {{ {text} RETURN {inner.expression} }}[0]", inner.shape)


def of_task(projector: Projecting, owner: str, chosen: SelectedField, row: str) -> Piece:
    """Return the projection of one of these fields of a row, which holds the task."""
    facts = (ticket_facts if owner == TICKET_LIFE else task_facts)(f"{row}.task")
    beside = f"toString({TODAY})" if chosen.name == DEADLINES else _VIEWER
    work, most = _owed if chosen.name == DEADLINES else _next, MOST[f"{owner}.{chosen.name}"]
    row_type = ROWS[chosen.name]
    fields = [(each.key, each.name) for each in projector.scope.fields(chosen.sets, row_type)]

    def build(value: Any) -> list[dict[str, Any]] | None:
        return None if value is None else [_picked(fields, each, row_type) for each in work(value)[:most]]

    return Piece(f"[{facts}, {beside}]", build)


def _picked(fields: Sequence[Any], told: Mapping[str, Any], row_type: str) -> dict[str, Any]:
    return {key: row_type if name == "__typename" else told[snake(name)] for key, name in fields}


def _owed(value: Any) -> Sequence[Mapping[str, Any]]:
    facts, day = value
    return [asdict(each) for each in deadlines_of(read_task(facts), date.fromisoformat(day))]


def _next(value: Any) -> Sequence[Mapping[str, Any]]:
    facts, viewer = value
    return [asdict(each) for each in acts_on_task(facts, viewer)]
