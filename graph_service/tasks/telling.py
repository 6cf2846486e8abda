"""Who is told of an act on a task: who acts for its holder, and those for whom it waits now."""

from collections.abc import Iterable
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements
from graph_service.rights.roles import Roles
from graph_service.tasks.rules import TICKET, read_task_rules
from graph_service.work.life import Duty
from graph_service.work.telling import After, Holders, read_teams, tell, told_after


def holders_of(kind: str, holder: str | None, informers: Iterable[str]) -> Holders:
    """Return who acts for the holder of a task: its team; of a ticket, which a unit holds, the teams of who informs for the unit."""
    if kind == TICKET:
        return Holders(tuple(informers), Duty.ANSWER_TICKETS)
    return Holders((holder,) if holder else ())


def tell_of_act(statements: Statements, roles: Roles, kind: str, step: dict[str, Any], at: str) -> None:
    """Tell of an act that was kept, in its own transaction."""
    stood = statements.run_read(filled(query("tasks/stands").body), uid=step["of"])[0][0]
    informers, title = stood["informers"], stood["title"]
    holders = holders_of(kind, step["holder"], informers)
    called = "" if kind == TICKET else f"{title}: "
    done = After(
        step["uid"], step["of"], step["act"], step["stage"] or step["before"], holders, tuple(step["teams"]), called
    )
    tell(statements, told_after(done, read_task_rules(kind).life, read_teams(statements, roles)), at)
