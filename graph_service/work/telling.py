"""Who is told of a clue: after an act those for whom it waits now, before and after a last day those whom the table names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Statements
from graph_service.rights.roles import Roles
from graph_service.work.life import Act, Duty, read_life


@dataclass(frozen=True)
class TeamsByDuty:
    """The teams of the graph by what they have to do with clues, through their own role or through the post of a member, as of when."""

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
class Told:
    """What is told of a clue, under a name by which it is told once."""

    clue: str
    once: str
    kind: str
    sentence: str
    action: str | None = None
    limit: str | None = None
    due_on: str | None = None

    def to(self, teams: Iterable[str], duty: str | None = None) -> dict[str, Any]:
        """Return it for these teams; of a team where a duty is named only who has it hears of it."""
        shown = {
            "kind": self.kind,
            "sentence": self.sentence,
            "action": self.action,
            "limit": self.limit,
            "for_duty": duty,
        }
        return {"clue": self.clue, "once": self.once, "teams": list(teams), "shown": shown, "due_on": self.due_on}


def tell(statements: Statements, told: Sequence[dict[str, Any]], at: str) -> int:
    """Tell all of it at a moment of the graph's clock; return how many notices that made."""
    wanted = [each for each in told if each["teams"]]
    if not wanted:
        return 0
    rows = statements.run_write(query("notices/tell_clues").body, told=wanted, at=at)[0]
    return int(rows[0]["told"]) if rows else 0


@dataclass(frozen=True)
class After:
    """An act that was done: its step, the clue, its name, the stage and holder after it, and the teams in which it was done."""

    step: str
    clue: str
    act: str
    stage: str
    holder: str | None
    teams: tuple[str, ...]


def told_after(done: After, teams: TeamsByDuty) -> list[dict[str, Any]]:
    """Return who is told of an act: the team that holds the clue and those for whom it waits now, but for who did it."""
    life = read_life()
    act = life.acts[done.act]
    told = Told(done.clue, done.step, _kind(act), f"{act.en} {act.zh}", done.act)
    if act.to is None:
        return [told.to({done.holder} - {None, *done.teams})] if act.tells_holder else []  # type: ignore[arg-type]
    stage = life.stages[done.stage]
    waited = [life.acts[each] for each in stage.waits_for]
    found = []
    if done.holder and (stage.in_hand or any(each.holds for each in waited)):
        found.append(told.to({done.holder} - set(done.teams)))
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


def _kind(act: Act) -> str:
    if act.to is None:
        return "CLUE_DIRECTED"
    if act.hands_back:
        return "CLUE_HANDED_BACK"
    return "CLUE_ASSIGNED" if act.takes else "CLUE_WAITS"


def owed_by(owed_duty: Duty | None, holder: str | None, met_by: Iterable[str]) -> tuple[str | None, tuple[str, ...]]:
    """Return the team that owes a limit of a clue, or the duties of which one does."""
    if owed_duty:
        return None, (owed_duty.value,)
    if holder:
        return holder, ()
    acts = read_life().acts
    return None, tuple(dict.fromkeys(duty.value for each in met_by for duty in acts[each].by))
