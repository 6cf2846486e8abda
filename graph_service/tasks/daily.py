"""The daily job of clues and of tasks: who is told today of what is due soon, late, or to be looked at again; a second run tells nothing."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.paging import read_pages
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from graph_service.rights.roles import Roles
from graph_service.tasks.rules import TICKET, read_task_rules
from graph_service.tasks.standing import read_task
from graph_service.tasks.telling import holders_of
from graph_service.work.daily import AT_ONCE, Daily, tell_of_clues
from graph_service.work.telling import Subject, TeamsByDuty, read_teams, tell, told_of_limits


@dataclass(frozen=True)
class DailyRun:
    """A run of the daily job: the day, and what it did with clues, with tasks and with tickets."""

    day: str
    clues: Daily
    tasks: Daily
    tickets: Daily

    @property
    def told(self) -> int:
        """Return how many notices the run made."""
        return self.clues.told + self.tasks.told + self.tickets.told


def run_daily(writer: Writer, roles: Roles, day: date | None = None) -> DailyRun:
    """Tell of every limit of clues, tasks and tickets the newest step of its escalation that is reached; once each."""
    teams = read_teams(writer, roles)
    on = day or date.fromisoformat(teams.day)
    begins = read_task_rules(TICKET).life.begins
    over = [state for state, stage in begins.items() if read_task_rules(TICKET).life.stages[stage].ends]
    return DailyRun(
        on.isoformat(),
        tell_of_clues(writer, teams, on),
        _tell_of(writer, teams, on, "tasks/open"),
        _tell_of(writer, teams, on, "tasks/open_tickets", over=over),
    )


def _tell_of(writer: Writer, teams: TeamsByDuty, day: date, file: str, **params: Any) -> Daily:
    looked = told = 0
    for tasks in read_pages(writer, filled(query(file).body), AT_ONCE, **params):
        rows = [row for task in tasks for row in told_of_limits(_subject(*task), day, teams)]
        told += tell(writer, rows, teams.at)
        looked += len(tasks)
    return Daily(looked, told)


def _subject(uid: str, called: str, facts: Any, informers: list[str]) -> Subject:
    known = read_task(facts)
    return Subject(uid, called, known, holders_of(facts[0], known.standing.holder, informers))
