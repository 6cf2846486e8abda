"""What people do with a task: each act is one transaction, allowed or refused by the rules of its life, and kept for ever."""

from functools import partial
from typing import Any

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements, Writer
from graph_service.tasks.agenda import numbered
from graph_service.tasks.deciding import decide
from graph_service.tasks.keeping import OfItems, Turn, Wanted, keep_step, new_item, step_of
from graph_service.tasks.rules import TICKET, read_task_rules
from graph_service.tasks.saying import Ground, missing, refuse_needless
from graph_service.tasks.standing import read_task
from graph_service.tasks.telling import tell_of_act
from graph_service.work.acts import Worker
from graph_service.work.life import Needed
from graph_service.work.next_acts import refusal


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
    states = {uid: state for uid, state, *_ in seen["items"]}
    ground = Ground(rules, states, seen["named"], turn.on, seen["task"].get("for_teams") or ())
    if told := missing(act, wanted.saying, ground):
        raise ActRefused("TaskNeedsMore", told)
    step = step_of(worker, wanted, standing, turn)
    if wanted.saying.unit:
        step["body"] = dict((uid, called) for uid, called, _ in ground.named)[wanted.saying.unit]
    items = _of_items(wanted, ground, seen["last"], turn)
    step["items"] += [each["uid"] for each in items.added]
    keep_step(statements, step, turn, items)
    tell_of_act(statements, worker.roles, wanted.kind, step, turn.at)
    if act.makes:
        decide(worker, statements, wanted, turn, seen)
    return wanted.task


def _seen(worker: Worker, wanted: Wanted, statements: Statements) -> dict[str, Any]:
    """Return how the task stands, by what the officer sees for the act."""
    viewer, view = worker.viewer, worker.view_for(read_task_rules(wanted.kind).life.acts[wanted.act])
    file = "tasks/ticket_standing" if wanted.kind == TICKET else "tasks/standing"
    text = view.text(filled(query(file).body))
    found = statements.run_read(text, uid=wanted.task, named=wanted.saying.named, **viewer.params, **view.params)[0]
    if not found:
        raise ActRefused("TaskNotVisible", "check the id, or ask the team that gave it to you")
    return dict(found[0])


def _of_items(wanted: Wanted, ground: Ground, last: int, turn: Turn) -> OfItems:
    act, saying = ground.rules.life.acts[wanted.act], wanted.saying
    if act.items_to is None:
        return OfItems()
    marked: dict[str, Any] = {"state": act.items_to, **dict.fromkeys(act.clears), **dict.fromkeys(act.marks, ground.on)}
    beside = (("way", saying.way), ("people", saying.people), ("matter", saying.matter))
    marked |= {name: value for name, value in beside if value is not None}
    if Needed.DUE_ON in act.needs and not act.makes:
        marked["due_on"] = saying.due_on
    known = {uid: (called, people) for uid, called, people in ground.named}
    added = [
        new_item(last + place, each, known.get(each.target or "")) | marked
        for place, each in enumerate(saying.found, 1)
    ]
    topics = [{"type": "TOPIC", "text": each.text, "rests_on": list(each.matters)} for each in saying.topics]
    return OfItems(saying.items, marked, [*added, *numbered(topics, turn.number)])
