"""The agenda of a consultation: what is new across channels since the last one, as far as all who take part may read it, and what that left open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.warnings import LEVELS, USUAL_DAYS
from graph_service.graph import Statements
from graph_service.tasks.saying import Topic
from graph_service.tasks.together import Common, common_to
from graph_service.work.acts import Worker

MOST_LINKS, MOST_SERIES, MOST_WARNINGS = 50, 20, 20
MOST_TOLD = 1000  # matters of one fact: a warning of more is not put on the agenda by itself


@dataclass(frozen=True)
class Agenda:
    """What an agenda is made of: the teams that take part, from when on things are new, and topics of one's own."""

    teams: tuple[str, ...]
    since: date | None = None
    topics: tuple[Topic, ...] = ()

    @property
    def asked(self) -> list[Any]:
        """Return all of it, by which a repeated request is known."""
        topics = [[each.text, list(each.matters)] for each in self.topics]
        return [list(self.teams), self.since and self.since.isoformat(), topics]


def agenda_items(worker: Worker, statements: Statements, agenda: Agenda, on: date, team: str) -> list[dict[str, Any]]:
    """Return the items of a new agenda: what the last one left open, what is new, what the convener puts on it."""
    unknown = [each for each in agenda.teams if not worker.roles.is_inside(each)]
    if unknown or not agenda.teams:
        what = f"{unknown[0]} is no team inside" if unknown else "name the teams that take part"
        raise ActRefused("TaskNeedsMore", f"{what}, by codes that `teams` lists: `teams`")
    left = statements.run_read(filled(query("tasks/agenda/open").body), team=team)[0][0]
    common = common_to(worker, statements, agenda.teams)
    day = agenda.since or on - timedelta(days=USUAL_DAYS)
    since = left["since"] if left["since"] and not agenda.since else f"{day.isoformat()}T00:00:00+08:00"
    brought = [dict(each) for each in left["items"] if each["type"] != "OPEN_TASK"]
    known = {each["about"] for each in brought if each["about"]}
    new = [each for each in _new(common, statements, since, on, left["warned"]) if each["about"] not in known]
    topics = [
        {"type": "TOPIC", "text": each.text, "rests_on": list(each.matters)}
        for each in _readable(worker, statements, agenda.topics)
    ]
    return numbered([*brought, *map(dict, left["tasks"]), *new, *topics], 0)


def numbered(items: Sequence[Mapping[str, Any]], turn: int) -> list[dict[str, Any]]:
    """Return the items as they are kept, in the order in which they came: those of a later turn behind those of an earlier one."""
    return [
        {**each, "uid": f"taskitem_{uuid4().hex[:24]}", "number": turn * 10_000 + place, "state": "OPEN"}
        for place, each in enumerate(items, 1)
    ]


def _new(common: Common, statements: Statements, since: str, on: date, warned: Sequence[Any]) -> list[dict[str, Any]]:
    links = common.read(statements, "tasks/agenda/links", since=since, most=MOST_LINKS)
    series = common.read(statements, "tasks/agenda/series", since=since, most=MOST_SERIES)
    days = {
        name: (on - timedelta(days=times * USUAL_DAYS)).isoformat()
        for name, times in (("on", 0), ("since", 1), ("before", 2))
    }
    warnings = common.read(
        statements, "tasks/agenda/warnings", **days, levels={**LEVELS, "told": MOST_TOLD}, most=MOST_WARNINGS
    )
    before = {unit: points for unit, points in warned}
    return [*links, *series, *(each for each in warnings if each["points"] > before.get(each["about"], 0))]


def _readable(worker: Worker, statements: Statements, topics: Sequence[Topic]) -> Sequence[Topic]:
    """Return the topics of the convener; refuse one without words, or on a matter that the convener does not read."""
    named = sorted({matter for each in topics for matter in each.matters})
    viewer = worker.viewer
    text = viewer.view.text(filled(query("tasks/readable").body))
    known = statements.run_read(text, matters=named, **viewer.params, **viewer.view.params)[0][0]["matters"]
    if hidden := [each for each in named if each not in known]:
        raise ActRefused("TaskNotVisible", f"check {hidden[0]}, or ask the team that gave you the id")
    if any(not each.text.strip() for each in topics):
        raise ActRefused("TaskNeedsMore", "say what each topic is: `topics`")
    return topics
