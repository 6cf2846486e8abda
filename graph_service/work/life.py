"""The life of a clue as data: its stages and the acts between them, read from one file that Python, Cypher and the docs share."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from graph_service.work.stated import Stated, read_stated
from schema.record import DataClass

_FILE = Path(__file__).with_name("life.yaml")


class Duty(StrEnum):
    """What an officer has to do in the life of a clue; a role is granted duties in roles.yaml."""

    TAKE_PETITIONS = "TAKE_PETITIONS"
    KEEP_REGISTER = "KEEP_REGISTER"
    HANDLE = "HANDLE"
    ADJUDICATE = "ADJUDICATE"
    APPROVE_AS_LEADER = "APPROVE_AS_LEADER"
    APPROVE_AS_CHIEF = "APPROVE_AS_CHIEF"


class Needed(StrEnum):
    """What has to be said with an act, beside its reason."""

    PAPER = "PAPER"
    TEAM = "TEAM"
    TWO_OFFICERS = "TWO_OFFICERS"
    DISPOSAL = "DISPOSAL"
    LOOK_AGAIN_ON = "LOOK_AGAIN_ON"
    DUE_ON = "DUE_ON"
    OTHER = "OTHER"
    BODY = "BODY"
    LIMIT = "LIMIT"

    @property
    def argument(self) -> str:
        """Return the argument of `actOnClue` that says it."""
        words = self.removeprefix("TWO_").lower().split("_")
        return words[0] + "".join(word.capitalize() for word in words[1:])


class Stage(Stated):
    """A stage of a clue, in both languages; with one that ends its life is over, in one that is free no team holds it."""

    zh: str
    en: str
    ends: bool = False
    free: bool = False


class Act(Stated):
    """One act in the life of a clue: where it leads, who may do it, and what it needs."""

    zh: str
    en: str
    starts: tuple[str, ...] = Field((), alias="from")
    to: str | None = None
    by: tuple[Duty, ...]
    holds: bool = False
    takes: bool = False
    after_end: bool = False
    needs: tuple[Needed, ...] = ()
    disposal: str | None = None
    apart_from: tuple[str, ...] = ()
    officers_apart_from: tuple[str, ...] = ()
    team_duty: Duty = Duty.HANDLE
    team_like: str = "*"
    times: int | None = None
    data: DataClass = DataClass.D3
    rule: str | None = None


class Life(Stated):
    """The whole life: which stages there are, where a clue begins, and which acts lead on."""

    version: str
    begins: Mapping[str, str]
    without_state: str
    petition_ways: tuple[str, ...] = ()
    stages: Mapping[str, Stage]
    acts: Mapping[str, Act]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        named = {*self.begins.values(), self.without_state}
        for act in self.acts.values():
            named |= {*act.starts, *filter(None, (act.to,))}
            if strange := {*act.apart_from, *act.officers_apart_from} - self.acts.keys():
                raise ValueError(f"no act is called {min(strange)}")
        if strange := named - self.stages.keys():
            raise ValueError(f"no stage is called {min(strange)}")
        return self

    @property
    def held(self) -> frozenset[str]:
        """Return the stages in which a team holds the clue and works on it."""
        return frozenset(name for name, stage in self.stages.items() if not (stage.free or stage.ends))


@cache
def read_life(path: Path | None = None) -> Life:
    """Return the life that a file states, the one that comes with the service without a path; refuse one that says nonsense."""
    return read_stated(Life, path or _FILE, "the life of clues", _FILE)
