"""The daily job: who is told today that a clue is due soon, late, or to be looked at again; a second run tells nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.paging import read_pages
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from graph_service.rights.roles import Roles
from graph_service.work.acting import Deadline, deadlines_of
from graph_service.work.limits import OWED_BY, read_limits
from graph_service.work.standing import Facts, read_facts
from graph_service.work.telling import TeamsByDuty, Told, owed_by, read_teams, tell

_AT_ONCE = 500


@dataclass(frozen=True)
class Daily:
    """What a run of the daily job did: the day, the clues that it looked at, the notices that it made."""

    day: str
    looked_at: int
    told: int


def run_daily(writer: Writer, roles: Roles, day: date | None = None) -> Daily:
    """Tell of every limit the newest step of its escalation that is reached, and of clues whose day has come; once each."""
    teams = read_teams(writer, roles)
    on = day or date.fromisoformat(teams.day)
    looked = told = 0
    for clues in read_pages(writer, filled(query("work/open").body), _AT_ONCE):
        rows = [row for uid, number, facts in clues for row in _of_clue(uid, number, read_facts(facts), on, teams)]
        told += tell(writer, rows, teams.at)
        looked += len(clues)
    return Daily(on.isoformat(), looked, told)


def _of_clue(uid: str, number: str, known: Facts, day: date, teams: TeamsByDuty) -> Iterator[dict[str, Any]]:
    newest, holder = known.newest, known.standing.holder
    if newest and newest.look_again_on and newest.look_again_on <= day and holder and known.standing.stage == "SHELVED":
        on = newest.look_again_on.isoformat()
        once = f"{uid} again {on} {newest.at}"
        yield Told(uid, once, "CLUE_LOOK_AGAIN", f"{number}: look at it again 到期再查 {on}", due_on=on).to([holder])
    for each in deadlines_of(known, day):
        if each.met_on is None:
            yield from _of_limit(uid, number, each, holder, teams)


def _of_limit(
    uid: str, number: str, deadline: Deadline, holder: str | None, teams: TeamsByDuty
) -> Iterator[dict[str, Any]]:
    reached = [each for each in deadline.escalation if each.is_reached]
    if not reached:
        return
    step, limits = reached[-1], read_limits()
    once = f"{uid} {deadline.limit} {deadline.started_on} {deadline.due_on} {step.step}"
    kind = "CLUE_DUE_SOON" if limits.escalation[step.step].at < 0 else "CLUE_LATE"
    sentence = f"{number}: {step.title} {deadline.title} {deadline.due_on} ({deadline.rule})"
    told = Told(uid, once, kind, sentence, None, deadline.limit, deadline.due_on)
    limit = limits.limits[deadline.limit]
    team, duties = owed_by(limit.owed_by, holder, limit.met_by)
    heard: set[str] = set()
    for who in step.tells:
        for duty in duties if who == OWED_BY else (who,):
            yield told.to([each for each in teams.having(duty) if each not in heard], duty)
            heard.update(teams.having(duty))
        if who == OWED_BY and team:
            yield told.to([team])
            heard.add(team)
