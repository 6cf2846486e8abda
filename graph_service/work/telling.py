"""Who is told of a clue or a task: after an act those for whom it waits now, before and after a last day those whom the table names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Statements
from graph_service.rights.roles import Roles
from graph_service.work.acting import Deadline, deadlines_of
from graph_service.work.life import Act, Duty, Life
from graph_service.work.limits import OWED_BY
from graph_service.work.standing import Facts


@dataclass(frozen=True)
class TeamsByDuty:
    """The teams of the graph by what they have to do in a life, through their own role or through the post of a member, as of when."""

    roles: Roles
    codes: tuple[str, ...]
    posts: tuple[tuple[str, str], ...] = ()
    day: str = ""
    at: str = ""
    _known: dict[str, list[str]] = field(default_factory=dict, compare=False)

    def having(self, duty: str) -> list[str]:
        """Return the codes of the teams in which somebody has the duty."""
        if duty not in self._known:
            granted = {code for code in self.codes if duty in self.roles.granted(code)}
            granted |= {code for post, code in self.posts if duty in self.roles.of_post(post)}
            self._known[duty] = sorted(granted)
        return self._known[duty]


def read_teams(statements: Statements, roles: Roles) -> TeamsByDuty:
    """Return the teams that the graph knows."""
    found = statements.run_read(query("work/teams").body, posts=[post for post, _ in roles.posts])[0][0]
    return TeamsByDuty(roles, tuple(found["codes"]), tuple(map(tuple, found["posts"])), found["day"], found["at"])


@dataclass(frozen=True)
class Holders:
    """The teams of who holds something; where a duty is named, only who has it acts there for the holder."""

    teams: tuple[str, ...] = ()
    duty: str | None = None


@dataclass(frozen=True)
class Told:
    """What is told of a clue or a task, under a name by which it is told once."""

    about: str
    once: str
    kind: str
    sentence: str
    action: str | None = None
    limit: str | None = None
    due_on: str | None = None

    def to(self, teams: Iterable[str], duty: str | None = None) -> dict[str, Any]:
        """Return it for these teams; of a team where a duty is named only who has it hears of it."""
        shown = {
            "kind": self.kind, "sentence": self.sentence, "action": self.action, "limit": self.limit, "for_duty": duty,
        }  # fmt: skip
        return {"about": self.about, "once": self.once, "teams": list(teams), "shown": shown, "due_on": self.due_on}


def tell(statements: Statements, told: Sequence[dict[str, Any]], at: str) -> int:
    """Tell all of it at a moment of the graph's clock; return how many notices that made."""
    wanted = [each for each in told if each["teams"]]
    if not wanted:
        return 0
    rows = statements.run_write(query("notices/tell_work").body, told=wanted, at=at)[0]
    return int(rows[0]["told"]) if rows else 0


@dataclass(frozen=True)
class After:
    """An act that was done: its step, what it was done with, its name, the stage and holders after it, and the teams in which it was done."""

    step: str
    about: str
    act: str
    stage: str
    holders: Holders
    teams: tuple[str, ...]
    called: str = ""  # before the words of the act, where no matter says what the notice is on

    def to_holders(self, told: Told) -> dict[str, Any]:
        """Return it for the teams of the holder, but for those in which it was done."""
        return told.to([each for each in self.holders.teams if each not in self.teams], self.holders.duty)


def told_after(done: After, life: Life, teams: TeamsByDuty) -> list[dict[str, Any]]:
    """Return who is told of an act: the team that holds it and those for whom it waits now, but for who did it."""
    act = life.acts[done.act]
    told = Told(done.about, done.step, _kind(life, act), f"{done.called}{act.en} {act.zh}", done.act)
    if act.to is None:
        return [done.to_holders(told)] if act.tells_holder else []
    stage = life.stages[done.stage]
    waited = [life.acts[each] for each in stage.waits_for]
    found = []
    if stage.in_hand or any(each.holds for each in waited):
        found.append(done.to_holders(told))
    for duty in sorted({duty for each in waited if not each.holds for duty in each.by}):
        found.append(told.to([each for each in teams.having(duty) if each not in done.teams], duty))
    return _once(found)


def _once(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the same with each team in one row: one that hears of it for whoever is in it hears it for no duty apart."""
    heard: set[str] = set()
    for each in found:
        each["teams"] = [code for code in each["teams"] if code not in heard]
        heard.update(each["teams"])
    return found


def _kind(life: Life, act: Act) -> str:
    if act.to is None:
        what = "DIRECTED"
    elif act.hands_back:
        what = "HANDED_BACK"
    else:
        what = "ASSIGNED" if act.takes else "WAITS"
    return f"{life.of.upper()}_{what}"


@dataclass(frozen=True)
class Subject:
    """What may owe something: its uid, what it is called, its facts, and who acts for its holder."""

    uid: str
    called: str
    known: Facts
    holders: Holders


def told_of_limits(of: Subject, day: date, teams: TeamsByDuty) -> Iterator[dict[str, Any]]:
    """Yield of every limit that is not met the newest step of its escalation that is reached, for those whom that names."""
    for each in deadlines_of(of.known, day):
        if each.met_on is None and any(step.is_reached for step in each.escalation):
            yield from _of_limit(of, each, teams)


def _of_limit(of: Subject, deadline: Deadline, teams: TeamsByDuty) -> Iterator[dict[str, Any]]:
    life, limits = of.known.rules.life, of.known.rules.limits
    step = [each for each in deadline.escalation if each.is_reached][-1]
    once = f"{of.uid} {deadline.limit} {deadline.started_on} {deadline.due_on} {step.step}"
    kind = f"{life.of.upper()}_{'DUE_SOON' if limits.escalation[step.step].at < 0 else 'LATE'}"
    sentence = f"{of.called}: {step.title} {deadline.title} {deadline.due_on} ({deadline.rule})"
    told = Told(of.uid, once, kind, sentence, None, deadline.limit, deadline.due_on)
    limit = limits.limits[deadline.limit]
    holders, duties = owed_by(life, limit.owed_by, of.holders, limit.met_by)
    heard: set[str] = set()
    for who in step.tells:
        for duty in duties if who == OWED_BY else (who,):
            yield told.to([each for each in teams.having(duty) if each not in heard], duty)
            heard.update(teams.having(duty))
        if who == OWED_BY and holders.teams:
            yield told.to(holders.teams, holders.duty)
            heard.update(holders.teams)


def owed_by(
    life: Life, owed_duty: Duty | None, holders: Holders, met_by: Iterable[str]
) -> tuple[Holders, tuple[str, ...]]:
    """Return who owes a limit: the teams of the holder, or the duties of which one does."""
    if owed_duty:
        return Holders(), (owed_duty.value,)
    if holders.teams:
        return holders, ()
    return Holders(), tuple(dict.fromkeys(duty.value for each in met_by for duty in life.acts[each].by))
