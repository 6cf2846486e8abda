"""The daily job: who is told today that a clue is due soon, late, or to be looked at again; a second run tells nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.paging import read_pages
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from graph_service.work.standing import Facts, read_facts
from graph_service.work.telling import Holders, Subject, TeamsByDuty, Told, tell, told_of_limits

AT_ONCE = 500


@dataclass(frozen=True)
class Daily:
    """What a run of the daily job did: how much it looked at, the notices that it made."""

    looked_at: int
    told: int


def tell_of_clues(writer: Writer, teams: TeamsByDuty, day: date) -> Daily:
    """Tell of every limit the newest step of its escalation that is reached, and of clues whose day has come; once each."""
    looked = told = 0
    for clues in read_pages(writer, filled(query("work/open").body), AT_ONCE):
        rows = [row for uid, number, facts in clues for row in _of_clue(uid, number, read_facts(facts), day, teams)]
        told += tell(writer, rows, teams.at)
        looked += len(clues)
    return Daily(looked, told)


def _of_clue(uid: str, number: str, known: Facts, day: date, teams: TeamsByDuty) -> Iterator[dict[str, Any]]:
    newest, holder = known.newest, known.standing.holder
    if newest and newest.look_again_on and newest.look_again_on <= day and holder and known.standing.stage == "SHELVED":
        on = newest.look_again_on.isoformat()
        once = f"{uid} again {on} {newest.at}"
        yield Told(uid, once, "CLUE_LOOK_AGAIN", f"{number}: look at it again 到期再查 {on}", due_on=on).to([holder])
    yield from told_of_limits(Subject(uid, number, known, Holders((holder,) if holder else ())), day, teams)
