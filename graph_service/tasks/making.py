"""How a task begins: on matters that its maker reads, approved by nobody yet; a sweep finds what it looks at in the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements, Writer
from graph_service.tasks.acts import require_reason
from graph_service.tasks.agenda import Agenda, agenda_items
from graph_service.tasks.keeping import OfItems, Turn, Wanted, keep_step, new_item, step_of
from graph_service.tasks.rules import MAKE, read_task_rules
from graph_service.tasks.saying import Found, Saying
from graph_service.tasks.telling import tell_of_act
from graph_service.work.acts import Worker
from graph_service.work.life import Duty
from graph_service.work.next_acts import Standing, refusal

MOST_ITEMS = 2000


@dataclass(frozen=True)
class Scope:
    """What a sweep looks at: named units and places, and all of a kind in an area or under a unit."""

    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    unit_kind: str | None = None
    place_kind: str | None = None
    area_code: str | None = None
    under: str | None = None

    @property
    def asked(self) -> dict[str, Any]:
        """Return it as parameters."""
        return {
            "units": list(self.units), "places": list(self.places), "unit_kind": self.unit_kind, "place_kind": self.place_kind,
            "area_code": self.area_code, "under": self.under,
        }  # fmt: skip


@dataclass(frozen=True)
class Making:
    """What a new task is: its kind, what it rests on, the team that carries it, what it says, its items or its scope, and why."""

    kind: str
    reason: str
    said: dict[str, Any]
    matters: tuple[str, ...] = ()
    series: str | None = None
    parent: str | None = None
    unit: str | None = None
    team: str | None = None
    own_day: date | None = None
    items: tuple[dict[str, Any], ...] = ()
    scope: Scope | None = None
    agenda: Agenda | None = None
    client_key: str | None = None

    @property
    def asked(self) -> list[Any]:
        """Return all of it, by which a repeated request is known."""
        day = self.own_day and self.own_day.isoformat()
        items = [{name: str(value) for name, value in each.items()} for each in self.items]
        scope = self.scope and self.scope.asked
        given = [self.kind, self.reason, self.said, list(self.matters), self.series, self.parent, self.unit, self.team]
        return [*given, day, items, scope, self.agenda and self.agenda.asked]


def make_task(writer: Writer, worker: Worker, making: Making) -> str:
    """Return the uid of a new task; refuse one on nothing that its maker reads, or for a team that does not handle such tasks."""
    require_reason(making.reason)
    return writer.run_together(partial(_make, worker, making))


def _make(worker: Worker, making: Making, statements: Statements) -> str:
    request = client_request(worker.viewer.officer, making.client_key, ["make", *making.asked])
    uid = f"{making.kind.lower()}_{uuid4().hex[:24]}"
    found = statements.run_write(query("tasks/turn").body, uid=uid, key=request.key)[0][0]
    if found["known"] is not None:
        request.require_same(found["known"])
        return str(found["task"])
    rules, hand = read_task_rules(making.kind), worker.hand
    turn = Turn(found["number"], found["at"], worker.day(found["at"]), request)
    if (refused := refusal(rules.life, MAKE, Standing(rules.life.without_state), hand)) is not None:
        raise ActRefused(refused.name, refused.why)
    team = making.team or worker.acting_teams(rules.life.acts[MAKE], None)[0]
    rests_on = _ground(worker, making, team, statements)
    items = _items(worker, making, statements, turn.on, team)
    task = {
        **making.said, "uid": uid, "kind": making.kind, "rests_on": rests_on, "unit": making.unit, "parent": making.parent, "lead_team": team,
        "made_by": worker.viewer.officer, "data": rules.life.acts[MAKE].data.value, "own_day": making.own_day,
        "for_teams": sorted({*making.agenda.teams, team}) if making.agenda else None,
    }  # fmt: skip
    statements.run_write(query("tasks/make").body, task=task, at=turn.at)
    wanted = Wanted(making.kind, uid, MAKE, Saying(making.reason))
    step = step_of(worker, wanted, Standing(rules.life.without_state, team), turn)
    keep_step(statements, step, turn, OfItems((), None, items))
    tell_of_act(statements, worker.roles, making.kind, step, turn.at)
    return uid


def _ground(worker: Worker, making: Making, team: str, statements: Statements) -> list[str]:
    """Return the matters that the task rests on; refuse what its maker does not read."""
    given = {
        "matters": list(making.matters), "series": making.series, "unit": making.unit, "parent": making.parent, "team": team,
    }  # fmt: skip
    found = _read(worker, statements, "tasks/ground", given)[0]
    hidden = [each for each in making.matters if each not in found["matters"]]
    for what, is_hidden in (
        (", ".join(hidden), bool(hidden)),
        (making.series, bool(making.series) and not found["matters"]),
        (making.unit, bool(making.unit) and not found["unit"]),
        (making.parent, bool(making.parent) and found["parent"] is None),
    ):
        if is_hidden:
            raise ActRefused("TaskNotVisible", f"check {what}, or ask the team that gave you the id")
    rests_on = sorted({*found["matters"], *(found["parent"] or [])})
    if not rests_on and not read_task_rules(making.kind).shared:
        raise ActRefused("TaskNeedsMore", "name the matter, the series or the recommendation that it comes from")
    _require_team(worker, team, read_task_rules(making.kind).life.acts[MAKE].by, found)
    return rests_on


def _require_team(worker: Worker, team: str, duties: Sequence[Duty], found: dict[str, Any]) -> None:
    """Refuse a team that does not carry such tasks inside, or that does not read a matter of which nobody outside may know."""
    roles = worker.roles
    carries = bool({str(each) for each in roles.granted(team)}.intersection(duties)) and roles.is_inside(team)
    if not carries or not (found["has_team"] or team in worker.viewer.teams):
        told = f"name a team that has the duty {' or '.join(duties)}, by a code that `teams` lists"
        raise ActRefused("TaskNeedsMore", told)
    if any(not roles.may_be_known(readers or ()) and team not in (readers or ()) for readers in found["readers"]):
        what = "nobody outside its readers may know of what this rests on: name one of the teams that read it"
        raise ActRefused("TaskNeedsMore", what)


def _items(worker: Worker, making: Making, statements: Statements, on: date, team: str) -> list[dict[str, Any]]:
    if making.agenda:
        return agenda_items(worker, statements, making.agenda, on, team)
    if making.scope is None:
        return [{"uid": f"taskitem_{uuid4().hex[:24]}", "number": n, **each} for n, each in enumerate(making.items, 1)]
    found = _read(worker, statements, "tasks/targets", {**making.scope.asked, "most": MOST_ITEMS + 1})
    named = {*making.scope.units, *making.scope.places}
    if hidden := sorted(named - {row["uid"] for row in found}):
        raise ActRefused("TaskNotVisible", f"check {hidden[0]}, or ask the team that gave you the id")
    if not 0 < len(found) <= MOST_ITEMS:
        what = "no unit or place that you may read is" if not found else f"more than {MOST_ITEMS} units and places are"
        raise ActRefused("TaskNeedsMore", f"{what} in the scope: choose another")
    return [
        new_item(place, Found(row["uid"], None, None), (row["called"], row["people"])) | {"state": "TO_CHECK"}
        for place, row in enumerate(found, 1)
    ]


def _read(worker: Worker, statements: Statements, name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    viewer = worker.viewer
    text = viewer.view.text(filled(query(name).body))
    return [dict(row) for row in statements.run_read(text, **viewer.params, **viewer.view.params, **given)[0]]
