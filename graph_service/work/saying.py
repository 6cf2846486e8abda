"""What is said with an act on a clue, and what an act asks for: too little is refused, and so is what the act does not take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from graph_service.rights.roles import Roles
from graph_service.work.life import Act, Needed
from graph_service.work.limits import read_limits
from graph_service.work.needs import day_to_name, first_missing, has_words, limit_to_name, refuse_beside
from graph_service.work.standing import Facts

_TWO = 2


@dataclass(frozen=True)
class Saying:
    """What is said with an act: its reason, and what the act needs beside it."""

    reason: str
    paper: str | None = None
    team: str | None = None
    officers: tuple[str, ...] = ()
    disposal: str | None = None
    look_again_on: date | None = None
    due_on: date | None = None
    other: str | None = None
    body: str | None = None
    limit: str | None = None

    @property
    def asked(self) -> list[Any]:
        """Return all of it, by which a repeated request is known."""
        days = [each and each.isoformat() for each in (self.look_again_on, self.due_on)]
        return [
            self.reason,
            self.paper,
            self.team,
            list(self.officers),
            self.disposal,
            *days,
            self.other,
            self.body,
            self.limit,
        ]


@dataclass(frozen=True)
class Ground:
    """What the words of an act are held against: how the clue stands, what the graph knows of what they name, roles and the day."""

    facts: Facts
    found: Mapping[str, Any]
    roles: Roles
    on: date


def refuse_needless(act: Act, said: Saying) -> None:
    """Refuse what the act does not take: nothing that was approved changes beside it. A paper may be named with every act."""
    given = {
        "team": said.team, "officers": said.officers, "disposal": said.disposal, "lookAgainOn": said.look_again_on,
        "dueOn": said.due_on, "other": said.other, "body": said.body, "limit": said.limit,
    }  # fmt: skip
    refuse_beside(act, given)


def missing(act: Act, said: Saying, ground: Ground) -> str | None:
    """Return what the act cannot be done without and is not said, or nothing."""
    return first_missing(act, said, ground, _LOOKS)


def _paper(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if has_words(said.paper) else "name the paper that it rests on: `paper` 请填写依据文书"


def _team(act: Act, said: Saying, ground: Ground) -> str | None:
    if not said.team or not ground.found["has_team"]:
        return "name the team, by a code that `teams` lists: `team` 请选择部门"
    able = ground.roles.granted(said.team).intersection((act.team_duty,))
    fits = able and fnmatchcase(said.team, act.team_like)
    if not fits or not ground.roles.is_inside(said.team):
        coded = "" if act.team_like == "*" else f" and a code like {act.team_like}"
        return f"name a team that has the duty {act.team_duty}{coded}: `team` 请选择有相应职责的部门"
    readers = ground.found["readers"] or []
    if not ground.roles.may_be_known(readers) and said.team not in readers:
        return "nobody outside its readers may know of this clue: name one of the teams that read it: `team` 知悉范围受限，请选择可查看的部门"
    return None


def _officers(act: Act, said: Saying, ground: Ground) -> str | None:
    named = set(said.officers)
    if len(named) < _TWO or ground.found["known_officers"] != len(named):
        return "name the two or more officers who do it, by their staff numbers: `officers` 请填写两名以上承办人的工号"
    doers = ground.facts.standing.doers
    if busy := sorted(named & {each for before in act.officers_apart_from for each in doers.get(before, ())}):
        return f"name officers who had no hand in it: {', '.join(busy)} had 请另派未经手的干部"
    return None


def _disposal(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if said.disposal else "name the way of disposal: `disposal` 请选择处置方式"


def _look_again(_act: Act, said: Saying, ground: Ground) -> str | None:
    there = said.look_again_on is not None and said.look_again_on > ground.on
    return (
        None
        if there
        else "name the day, from tomorrow on, on which it is looked at again: `lookAgainOn` 再查日期须在明天以后"
    )


def _due(_act: Act, said: Saying, ground: Ground) -> str | None:
    return day_to_name(said.due_on, ground.on)


def _other(_act: Act, _said: Saying, ground: Ground) -> str | None:
    there = ground.found["has_other"]
    return (
        None
        if there
        else "name another clue that you may read and that is not merged or kept as a repeat itself: `other` 请填写可查看且未被并入的另一线索"
    )


def _body(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if has_words(said.body) else "name the body that takes it: `body` 请填写接收机关"


def _limit(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return limit_to_name(said.limit, read_limits().limits)


_LOOKS: Mapping[Needed, Callable[[Act, Saying, Ground], str | None]] = {
    Needed.PAPER: _paper, Needed.TEAM: _team, Needed.TWO_OFFICERS: _officers, Needed.DISPOSAL: _disposal,
    Needed.LOOK_AGAIN_ON: _look_again, Needed.DUE_ON: _due, Needed.OTHER: _other, Needed.BODY: _body, Needed.LIMIT: _limit,
}  # fmt: skip
