"""A life as data: its stages and the acts between them, read from one file that Python, Cypher and the docs share."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from graph_service.work.stated import Stated, read_stated
from schema.record import DataClass

_FILE = Path(__file__).with_name("life.yaml")


class Duty(StrEnum):
    """What an officer has to do in a life; a role is granted duties in roles.yaml."""

    TAKE_PETITIONS = "TAKE_PETITIONS"
    KEEP_REGISTER = "KEEP_REGISTER"
    HANDLE = "HANDLE"
    ADJUDICATE = "ADJUDICATE"
    APPROVE_AS_LEADER = "APPROVE_AS_LEADER"
    APPROVE_AS_CHIEF = "APPROVE_AS_CHIEF"
    SEND_TICKETS = "SEND_TICKETS"
    ANSWER_TICKETS = "ANSWER_TICKETS"
    CHECK_TICKETS = "CHECK_TICKETS"
    JUDGE = "JUDGE"  # of every team that deals with matters

    @property
    def approves(self) -> bool:
        """Return whether it is to approve, not to keep."""
        return self in (Duty.APPROVE_AS_LEADER, Duty.APPROVE_AS_CHIEF)


class WorkKind(StrEnum):
    """Why a clue is on an officer's worklist."""

    SIGN_FOR = "SIGN_FOR"
    REGISTER = "REGISTER"
    DECIDE = "DECIDE"
    HANDLE = "HANDLE"
    HANDED_BACK = "HANDED_BACK"
    LOOK_AGAIN = "LOOK_AGAIN"
    DUE_SOON = "DUE_SOON"
    LATE = "LATE"
    ESCALATED = "ESCALATED"


_WORK = {
    Duty.TAKE_PETITIONS: WorkKind.REGISTER, Duty.KEEP_REGISTER: WorkKind.REGISTER, Duty.APPROVE_AS_LEADER: WorkKind.DECIDE,
    Duty.APPROVE_AS_CHIEF: WorkKind.DECIDE, Duty.SEND_TICKETS: WorkKind.REGISTER,
}  # fmt: skip


class Condition(StrEnum):
    """What something has to be for an act or a time limit: reported under a real name, handed over by somebody, refused by the unit, sent to one."""

    REAL_NAME = "REAL_NAME"
    TRANSFERRED = "TRANSFERRED"
    REFUSED = "REFUSED"
    SENT = "SENT"


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
    ITEMS = "ITEMS"
    ADOPTED = "ADOPTED"
    WAY = "WAY"
    FOUND = "FOUND"
    UNIT = "UNIT"
    ANSWER = "ANSWER"
    RATING = "RATING"
    MATTER = "MATTER"
    TOPICS = "TOPICS"
    DECISION = "DECISION"

    @property
    def argument(self) -> str:
        """Return the argument of `actOnClue` that says it."""
        words = self.removeprefix("TWO_").lower().split("_")
        return words[0] + "".join(word.capitalize() for word in words[1:])


class Stage(Stated):
    """A stage of a clue, in both languages: whether its life is over with it, whether no team holds it, and whom it waits for."""

    zh: str
    en: str
    ends: bool = False
    free: bool = False
    outside: bool = False
    waits_for: tuple[str, ...] = ()
    in_hand: bool = False


class ItemState(Stated):
    """A state of one item of something that has items, in both languages; of one that is `owed` its day counts."""

    zh: str
    en: str
    owed: bool = False


class Act(Stated):
    """One act in a life: where it leads, who may do it, what it needs, and what it makes of the items that it names."""

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
    only_if: Condition | None = None
    data: DataClass = DataClass.D3
    rule: str | None = None
    work: WorkKind | None = None
    hands_back: bool = False
    tells_holder: bool = False
    items_from: tuple[str, ...] = ()
    items_to: str | None = None
    marks: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    all_items: tuple[str, ...] = ()
    makes: str | None = None  # the kind of task that it makes

    def work_of(self, duties: Collection[str]) -> WorkKind:
        """Return which kind of work the act is for who has these duties."""
        duty = next((each for each in self.by if each in duties), self.by[0])
        return self.work or _WORK.get(duty, WorkKind.HANDLE)


class Life(Stated):
    """A whole life: which stages there are, where it begins, and which acts lead on; refusals are named after `of`."""

    version: str
    of: str = "Clue"
    noun: str = "clue"
    noun_zh: str = "线索"
    begins: Mapping[str, str] = {}
    without_state: str
    petition_ways: tuple[str, ...] = ()
    transfer_ways: tuple[str, ...] = ()
    stages: Mapping[str, Stage]
    acts: Mapping[str, Act]
    items: Mapping[str, ItemState] = {}

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        named = {*self.begins.values(), self.without_state}
        for act in self.acts.values():
            named |= {*act.starts, *filter(None, (act.to,))}
            if strange := {*act.items_from, *filter(None, (act.items_to,)), *act.all_items} - self.items.keys():
                raise ValueError(f"no state of an item is called {min(strange)}")
            if strange := {*act.apart_from, *act.officers_apart_from} - self.acts.keys():
                raise ValueError(f"no act is called {min(strange)}")
        for stage in self.stages.values():
            if strange := set(stage.waits_for) - self.acts.keys():
                raise ValueError(f"no act is called {min(strange)}")
        if strange := named - self.stages.keys():
            raise ValueError(f"no stage is called {min(strange)}")
        return self

    @cached_property
    def held(self) -> frozenset[str]:
        """Return the stages in which a team holds the clue and works on it."""
        return frozenset(name for name, stage in self.stages.items() if not (stage.free or stage.ends))

    def begin_of(self, status: str | None, came_by: str | None, is_held: bool) -> str:
        """Return the first stage of a clue by what its source says; what a team should hold and none does waits in the register."""
        if status is None and came_by in self.petition_ways:
            return "RECEIVED"
        stage = self.begins.get(status or "", self.without_state)
        return stage if is_held or stage not in self.held else self.without_state

    def waiting(self) -> dict[str, list[str]]:
        """Return the stages that wait for who has a duty, whichever team holds the clue, by the duty."""
        acts = [(name, self.acts[each]) for name, stage in self.stages.items() for each in stage.waits_for]
        return {duty.value: sorted({name for name, act in acts if duty in act.by and not act.holds}) for duty in Duty}


@cache
def read_life(path: Path | None = None) -> Life:
    """Return the life that a file states, the one that comes with the service without a path; refuse one that says nonsense."""
    return read_stated(Life, path or _FILE, "the life of clues", _FILE)
