"""What people do with a task: each act is one transaction, allowed or refused by the rules of its life, and kept for ever."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements, Writer
from graph_service.tasks.rules import TICKET, read_task_rules
from graph_service.tasks.saying import Found, Ground, Saying, missing, refuse_needless
from graph_service.tasks.standing import read_task
from graph_service.work.acts import Worker
from graph_service.work.life import Needed
from graph_service.work.next_acts import Standing, refusal


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


def act_on_task(writer: Writer, worker: Worker, wanted: Wanted) -> str:
    """Return the uid of the task after the act; refuse what its life does not allow now, by a name that says which rule."""
    require_reason(wanted.saying.reason)
    refuse_needless(read_task_rules(wanted.kind).life.acts[wanted.act], wanted.saying)
    asked = [wanted.task, wanted.act, wanted.seen, *wanted.saying.asked]
    request = client_request(worker.viewer.officer, wanted.client_key, asked)
    return writer.run_together(partial(_act, worker, wanted, request))


def require_reason(reason: str) -> None:
    """Refuse an act without a reason."""
    if not reason.strip():
        raise ActRefused("TaskReasonMissing", "say in a sentence why")


def _act(worker: Worker, wanted: Wanted, request: ClientRequest, statements: Statements) -> str:
    found = statements.run_write(query("tasks/turn").body, uid=wanted.task, key=request.key)[0][0]
    if found["known"] is not None:
        request.require_same(found["known"])
        return wanted.task
    turn = Turn(found["number"], found["at"], worker.day(found["at"]), request)
    rules = read_task_rules(wanted.kind)
    act, seen = rules.life.acts[wanted.act], _seen(worker, wanted, statements)
    standing = read_task(seen["facts"]).standing
    if wanted.seen is not None and wanted.seen != standing.stage:
        raise ActRefused("TaskOvertaken", f"it is {standing.stage} by now: read its steps, then act again")
    if (refused := refusal(rules.life, wanted.act, standing, worker.hand)) is not None:
        raise ActRefused(refused.name, refused.why)
    ground = Ground(rules, dict(seen["items"]), seen["named"], turn.on)
    if told := missing(act, wanted.saying, ground):
        raise ActRefused("TaskNeedsMore", told)
    step = step_of(worker, wanted, standing, turn)
    if wanted.saying.unit:
        step["body"] = dict((uid, called) for uid, called, _ in ground.named)[wanted.saying.unit]
    items = _of_items(wanted, ground, seen["last"])
    step["items"] += [each["uid"] for each in items.added]
    keep_step(statements, step, turn, items)
    return wanted.task


def _seen(worker: Worker, wanted: Wanted, statements: Statements) -> dict[str, Any]:
    """Return how the task stands, by what the officer sees for the act."""
    viewer, view = worker.viewer, worker.view_for(read_task_rules(wanted.kind).life.acts[wanted.act])
    named = [
        each
        for each in (wanted.saying.unit, wanted.saying.matter, *(each.target for each in wanted.saying.found))
        if each
    ]
    file = "tasks/ticket_standing" if wanted.kind == TICKET else "tasks/standing"
    text = view.text(filled(query(file).body))
    found = statements.run_read(text, uid=wanted.task, named=named, **viewer.params, **view.params)[0]
    if not found:
        raise ActRefused("TaskNotVisible", "check the id, or ask the team that gave it to you")
    return dict(found[0])


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
        "answer": saying.answer, "rating": saying.rating, "matter": saying.matter,
        "items": list(saying.items), "data": act.data.value, "rule": act.rule, "version": rules.life.version,
        "client_key": turn.request.key, "request": turn.request.digest, "due": saying.due_on and saying.due_on.isoformat(),
    }  # fmt: skip


def keep_step(statements: Statements, step: dict[str, Any], turn: Turn, items: OfItems) -> None:
    """Keep an act and what it made of items."""
    due_on = step.pop("due")
    given = {
        "step": step,
        "at": turn.at,
        "day": turn.on.isoformat(),
        "due_on": due_on,
        "leads": step["stage"] is not None,
    }
    of_items = {"marked": items.marked or {}, "chosen": list(items.chosen), "added": list(items.added)}
    statements.run_write(query("tasks/step").body, **given, **of_items)


def _of_items(wanted: Wanted, ground: Ground, there: int) -> OfItems:
    act, saying = ground.rules.life.acts[wanted.act], wanted.saying
    if act.items_to is None:
        return OfItems()
    marked: dict[str, Any] = {"state": act.items_to, **dict.fromkeys(act.clears), **dict.fromkeys(act.marks, ground.on)}
    beside = (("way", saying.way), ("people", saying.people), ("matter", saying.matter))
    marked |= {name: value for name, value in beside if value is not None}
    if Needed.DUE_ON in act.needs:
        marked["due_on"] = saying.due_on
    known = {uid: (called, people) for uid, called, people in ground.named}
    added = [
        new_item(there + place, each, known.get(each.target or "")) | marked
        for place, each in enumerate(saying.found, 1)
    ]
    return OfItems(saying.items, marked, added)


def new_item(number: int, found: Found, known: Sequence[Any] | None) -> dict[str, Any]:
    """Return a new item on a unit or place, with what that is called and how many people live there, as the graph says."""
    called, people = known or (None, None)
    return {
        "uid": f"taskitem_{uuid4().hex[:24]}", "number": number, "target": found.target, "text": found.text or called,
        "people": people if found.people is None else found.people,
    }  # fmt: skip
