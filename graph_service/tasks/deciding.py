"""What a consultation decides: each decision is a task of one of the teams that take part, with a day, on what its item rests on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused
from graph_service.cypher.files import query
from graph_service.graph import Statements
from graph_service.tasks.keeping import OfItems, Turn, Wanted, keep_step, step_of
from graph_service.tasks.rules import MAKE, read_task_rules
from graph_service.tasks.saying import Saying
from graph_service.tasks.telling import tell_of_act
from graph_service.tasks.together import common_to
from graph_service.work.acts import Worker
from graph_service.work.next_acts import Standing


def decide(worker: Worker, statements: Statements, wanted: Wanted, turn: Turn, seen: Mapping[str, Any]) -> str:
    """Return the uid of the task that an act on a consultation makes; refuse a team that does not read what it rests on."""
    kind, saying = read_task_rules(wanted.kind).life.acts[wanted.act].makes or "", wanted.saying
    rests_on, teams = ground_of(wanted, seen)
    team = saying.team or ""
    read = common_to(worker, statements, [team]).read(statements, "tasks/readable", matters=rests_on)[0]["matters"]
    if set(read) != set(rests_on):
        what = f"{team} may not read everything that this item is on: name a team that does, or share the matter first"
        raise ActRefused("TaskNeedsMore", what)
    uid, life = f"{kind.lower()}_{uuid4().hex[:24]}", read_task_rules(kind).life
    task = {
        "uid": uid, "kind": kind, "title": (saying.decision or "").strip(), "rests_on": rests_on, "for_teams": teams or seen["task"]["for_teams"],
        "parent": wanted.task, "items": list(saying.items), "lead_team": team, "convened_by": seen["task"]["lead_team"],
        "made_by": worker.viewer.officer, "data": life.acts[MAKE].data.value, "own_day": saying.due_on,
    }  # fmt: skip
    statements.run_write(query("tasks/make").body, task=task, at=turn.at)
    number = statements.run_write(query("tasks/turn").body, uid=uid, key=None)[0][0]["number"]
    made = replace(turn, number=number, request=replace(turn.request, key=None))
    step = step_of(worker, Wanted(kind, uid, MAKE, Saying(saying.reason)), Standing(life.without_state, team), made)
    keep_step(statements, step, made, OfItems())
    tell_of_act(statements, worker.roles, kind, step, turn.at)
    return uid


def ground_of(wanted: Wanted, seen: Mapping[str, Any]) -> tuple[list[str], list[str] | None]:
    """Return what the items that an act names rest on, and the teams that see all of them, where they are for certain ones."""
    chosen = [each for each in seen["items"] if each[0] in wanted.saying.items]
    rests_on = sorted({matter for _, _, matters, _ in chosen for matter in matters or ()})
    for_teams = [set(teams) for _, _, _, teams in chosen if teams is not None]
    return rests_on, sorted(set.intersection(*for_teams)) if for_teams else None
