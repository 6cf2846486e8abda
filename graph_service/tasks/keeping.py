"""How an act on a task is kept: its step, which nobody changes again, and what it made of the items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from graph_service.act import ClientRequest
from graph_service.cypher.files import query
from graph_service.graph import Statements
from graph_service.tasks.rules import read_task_rules
from graph_service.tasks.saying import Found, Saying
from graph_service.work.acts import Worker
from graph_service.work.next_acts import Standing


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to do with which task, the stage in which that officer saw it, and the client's key."""

    kind: str
    task: str
    act: str
    saying: Saying
    seen: str | None = None
    client_key: str | None = None


@dataclass(frozen=True)
class Turn:
    """Where an act stands: its number and moment among all of the task, the day, and the request of the client."""

    number: int
    at: str
    on: date
    request: ClientRequest


@dataclass(frozen=True)
class OfItems:
    """What an act makes of items: which ones, what is set of each, which new ones there are."""

    chosen: Sequence[str] = ()
    marked: dict[str, Any] | None = None
    added: Sequence[dict[str, Any]] = ()


def step_of(worker: Worker, wanted: Wanted, standing: Standing, turn: Turn) -> dict[str, Any]:
    """Return what is kept of an act; one that leads nowhere says no stage."""
    rules, saying = read_task_rules(wanted.kind), wanted.saying
    act = rules.life.acts[wanted.act]
    stands = act.to in rules.life.stages and not rules.life.stages[act.to or ""].ends
    holder = saying.unit if act.takes else standing.holder
    holder = None if act.to and rules.life.stages[act.to].free else holder
    return {
        "uid": f"taskstep_{uuid4().hex[:24]}", "of": wanted.task, "number": turn.number, "act": wanted.act, "before": standing.stage,
        "stage": act.to, "holder": holder, "held_by": holder if stands else None, "stands_at": act.to if stands else None,
        "by": worker.viewer.officer, "teams": worker.acting_teams(act, standing.holder), "reason": saying.reason.strip(),
        "paper": saying.paper, "body": saying.body, "adopted": saying.adopted, "way": saying.way, "limit": saying.limit,
        "answer": saying.answer, "rating": saying.rating, "matter": saying.matter, "decision": saying.decision, "to_team": saying.team,
        "items": list(saying.items), "data": act.data.value, "rule": act.rule, "version": rules.life.version,
        "client_key": turn.request.key, "request": turn.request.digest, "due": saying.due_on and saying.due_on.isoformat(),
    }  # fmt: skip


def keep_step(statements: Statements, step: dict[str, Any], turn: Turn, items: OfItems) -> None:
    """Keep an act and what it made of items."""
    kept = {name: value for name, value in step.items() if name != "due"}
    given = {
        "step": kept, "at": turn.at, "day": turn.on.isoformat(), "due_on": step["due"], "leads": step["stage"] is not None,
    }  # fmt: skip
    of_items = {"marked": items.marked or {}, "chosen": list(items.chosen), "added": list(items.added)}
    statements.run_write(query("tasks/step").body, **given, **of_items)


def new_item(number: int, found: Found, known: Sequence[Any] | None) -> dict[str, Any]:
    """Return a new item on a unit or place, with what that is called and how many people live there, as the graph says."""
    called, people = known or (None, None)
    return {
        "uid": f"taskitem_{uuid4().hex[:24]}", "number": number, "target": found.target, "text": found.text or called,
        "people": people if found.people is None else found.people,
    }  # fmt: skip
