"""What people do with a clue: each act is one transaction, allowed or refused by the rules of its life, and kept for ever."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.clock import BEIJING
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.seen.tiers import Tiers
from graph_service.cypher.seen.view import View
from graph_service.graph import Statements, Writer
from graph_service.rights.roles import Roles
from graph_service.rights.viewer import Viewer
from graph_service.work.acting import owes_beside
from graph_service.work.deadlines import Done
from graph_service.work.life import Act, read_life
from graph_service.work.next_acts import Hand, refusal
from graph_service.work.saying import Ground, Saying, missing, refuse_needless
from graph_service.work.standing import Facts, read_facts
from graph_service.work.telling import After, Holders, read_teams, tell, told_after

STEP = "ClueStep"  # the edition that acts count up


def day_of(moment: str) -> date:
    """Return the day of a moment of the graph's clock, in Beijing."""
    return datetime.fromisoformat(moment).astimezone(BEIJING).date()


@dataclass(frozen=True)
class Worker:
    """Who acts, the roles of this city, and how a day is told from the graph's clock."""

    viewer: Viewer
    roles: Roles
    day: Callable[[str], date] = day_of

    @property
    def hand(self) -> Hand:
        """Return the officer as the rules of a life see one: of the own teams, and of the units whose information officer it is."""
        viewer = self.viewer
        return Hand(
            viewer.officer, (*viewer.teams, *viewer.units), frozenset(viewer.grants), frozenset(viewer.sight.classes)
        )

    def view_for(self, act: Act) -> View:
        """Return what the officer sees for an act: what is opened for a time is there to be read, not to be decided on."""
        viewer = self.viewer
        return viewer.view if act.holds else View(viewer.sight, Tiers(shut=viewer.tiers.shut))

    def carries_out(self, act: Act) -> bool:
        """Return whether the officer has the act by a duty that is none of approving."""
        return any(duty.value in self.viewer.grants and not duty.approves for duty in act.by)

    def acting_teams(self, act: Act, holder: str | None) -> list[str]:
        """Return the teams in which the officer does the act: the one that holds the clue, or those that have the duty."""
        if act.holds and holder in self.viewer.teams:
            return [holder]
        fitting = [each for each in self.viewer.teams if self.roles.granted(each).intersection(act.by)]
        return fitting or list(self.viewer.teams)


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to do with which clue, the stage in which that officer saw it, the client's key, and whom it may not name."""

    clue: str
    act: str
    saying: Saying
    seen: str | None = None
    client_key: str | None = None
    recused: tuple[str, ...] = ()  # of the officers that it names, those who must have no hand in the clue


def act_on_clue(writer: Writer, worker: Worker, wanted: Wanted) -> str:
    """Return the uid of the clue after the act; refuse what its life does not allow now, by a name that says which rule.

    An argument that the action does not take is bad input: nothing that was approved changes beside it.
    """
    if not wanted.saying.reason.strip():
        raise ActRefused("ClueReasonMissing", "say in a sentence why 请填写理由")
    refuse_needless(read_life().acts[wanted.act], wanted.saying)
    asked = [wanted.clue, wanted.act, wanted.seen, *wanted.saying.asked]
    request = client_request(worker.viewer.officer, wanted.client_key, asked)
    return writer.run_together(partial(_act, worker, wanted, request))


def _act(worker: Worker, wanted: Wanted, request: ClientRequest, statements: Statements) -> str:
    turn = statements.run_write(query("work/turn").body, uid=wanted.clue, key=request.key)[0][0]
    if turn["known"] is not None:
        request.require_same(turn["known"])
        return wanted.clue
    found = _found(worker, wanted, statements)
    life, facts, on = read_life(), read_facts(found["facts"]), worker.day(turn["at"])
    act = life.acts[wanted.act]
    if wanted.seen is not None and wanted.seen != facts.standing.stage:
        raise ActRefused(
            "ClueOvertaken",
            f"the clue is {facts.standing.stage} by now: read its steps, then act again 阶段已变更，请查看后再办",
        )
    if (refused := refusal(life, wanted.act, facts.standing, worker.hand)) is not None:
        raise ActRefused(refused.name, refused.why)
    if told := missing(act, wanted.saying, Ground(facts, found, worker.roles, on)):
        raise ActRefused("ClueNeedsMore", told)
    if wanted.recused:
        raise ActRefused("ClueOfficerRecused", f"name others than {', '.join(wanted.recused)} 请另派干部")
    step = _step(worker, wanted, facts) | {
        "number": turn["number"],
        "client_key": request.key,
        "request": request.digest,
    }
    days = {"on": on, "due_on": wanted.saying.due_on, "look_again_on": wanted.saying.look_again_on}
    told_days = {name: day and day.isoformat() for name, day in days.items()}
    ends = act.to is not None and life.stages[act.to].ends
    owes = owes_beside(facts, Done(wanted.act, on, wanted.saying.limit, wanted.saying.due_on, ends))
    kept = {"step": step, "at": turn["at"], "days": told_days, "leads": act.to is not None, "owes_beside": owes}
    statements.run_write(query("work/step").body, **kept)
    statements.run_write(query("editions/count_up").body, names=[STEP])
    stands_with = step["holder"] if step["stage"] else facts.standing.holder
    holders = Holders((stands_with,) if stands_with else ())
    done = After(step["uid"], wanted.clue, wanted.act, step["stage"] or step["before"], holders, tuple(step["teams"]))
    tell(statements, told_after(done, life, read_teams(statements, worker.roles)), turn["at"])
    return wanted.clue


def _step(worker: Worker, wanted: Wanted, facts: Facts) -> dict[str, Any]:
    """Return what is kept of an act; one that leads nowhere says neither stage nor holder."""
    life, saying = read_life(), wanted.saying
    act, standing = life.acts[wanted.act], facts.standing
    holder = (saying.team or facts.proposed_team) if act.takes else standing.holder
    held = act.to is not None and act.to in life.held
    kept = None if act.to is None or life.stages[act.to].free else holder
    return {
        "uid": f"cluestep_{uuid4().hex[:24]}", "clue": wanted.clue, "act": wanted.act, "before": standing.stage, "stage": act.to,
        "holder": None if act.to is None else kept or "", "held_by": holder if held else None, "by": worker.viewer.officer,
        "teams": worker.acting_teams(act, standing.holder), "reason": saying.reason.strip(), "paper": saying.paper,
        "to_team": saying.team, "officers": list(saying.officers), "other": saying.other, "body": saying.body, "limit": saying.limit,
        "disposal": saying.disposal, "data": act.data.value, "rule": act.rule, "version": life.version,
    }  # fmt: skip


def _found(worker: Worker, wanted: Wanted, statements: Statements) -> dict[str, Any]:
    act, teams = read_life().acts[wanted.act], worker.viewer.teams
    found = _standing(worker, wanted, worker.view_for(act), statements)
    if not found and worker.carries_out(act):
        # What is no approval is done by the team that holds the clue too, with what the holding opens to it.
        rows = _standing(worker, wanted, worker.viewer.view, statements)
        found = [row for row in rows if read_facts(row["facts"]).standing.holder in teams]
    if not found:
        raise ActRefused(
            "ClueNotVisible", "check the id, or ask the team that gave it to you 请核对标识，或询问提供该标识的部门"
        )
    return dict(found[0])


def _standing(worker: Worker, wanted: Wanted, view: View, statements: Statements) -> list[dict[str, Any]]:
    viewer, saying = worker.viewer, wanted.saying
    asked = {
        "uid": wanted.clue, "team": saying.team, "officers": list(saying.officers), "other": saying.other,
        **viewer.params, **view.params,
    }  # fmt: skip
    return statements.run_read(view.text(filled(query("work/standing").body)), **asked)[0]
