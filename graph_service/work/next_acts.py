"""What may be done with a clue next, by whom, and why something may not: the one place where an act is allowed or refused."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graph_service.work.life import Act, Life
from schema.record import DataClass


@dataclass(frozen=True)
class Standing:
    """How a clue stands: its stage, the team that holds it, the disposal proposed or approved, who did which act, the clock."""

    stage: str
    holder: str | None = None
    disposal: str | None = None
    doers: Mapping[str, Collection[str]] = field(default_factory=dict)  # officers by act
    times: Mapping[str, int] = field(default_factory=dict)
    is_paused: bool = False
    conditions: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Hand:
    """Who wants to act: the officer, the officer's teams and duties, and the classes of data that the officer sees."""

    officer: str
    teams: tuple[str, ...]
    duties: frozenset[str]
    classes: frozenset[str] = frozenset(DataClass)


@dataclass(frozen=True)
class Refused:
    """Why an act is refused: the name of the refusal, and in words what stands in the way."""

    name: str
    why: str


def refusal(life: Life, name: str, standing: Standing, hand: Hand) -> Refused | None:
    """Return why this officer may not do the act now, or nothing where it is allowed."""
    act = life.acts[name]
    return _wrong_hand(act, standing, hand) or _wrong_time(life, name, act, standing) or _same_hand(act, standing, hand)


def _wrong_hand(act: Act, standing: Standing, hand: Hand) -> Refused | None:
    if not hand.duties.intersection(act.by):
        return Refused("ClueActNotYours", f"this is done by who has the duty {' or '.join(act.by)}")
    if act.holds and standing.holder not in hand.teams:
        holder = standing.holder or "no team yet"
        return Refused("ClueActNotYours", f"this is done by the team that holds the clue: {holder}")
    if act.data not in hand.classes:
        return Refused("ClueActNotYours", f"this is done by who sees data of class {act.data}")
    return None


def _wrong_time(life: Life, name: str, act: Act, standing: Standing) -> Refused | None:
    if act.starts and standing.stage not in act.starts:
        return Refused(
            "ClueActNotNow", f"the clue is {standing.stage}; this is done when it is {' or '.join(act.starts)}"
        )
    if not act.starts and life.stages[standing.stage].ends and not act.after_end:
        return Refused("ClueActNotNow", f"the clue is {standing.stage}: nothing is owed any more")
    if act.only_if and act.only_if not in standing.conditions:
        return Refused("ClueActNotNow", f"this is done with a clue that is {act.only_if}")
    if act.disposal and standing.disposal != act.disposal:
        return Refused("ClueActNotNow", f"the way of disposal that was approved is {standing.disposal}")
    if act.times is not None and standing.times.get(name, 0) >= act.times:
        return Refused("ClueActNotNow", f"this may be done {act.times} times, and was")
    if name in ("PAUSE", "RESUME") and standing.is_paused is (name == "PAUSE"):
        return Refused("ClueActNotNow", "the clock stands already" if name == "PAUSE" else "the clock is running")
    return None


def _same_hand(act: Act, standing: Standing, hand: Hand) -> Refused | None:
    for before in act.apart_from:
        if hand.officer in standing.doers.get(before, ()):
            return Refused("ClueSameHand", f"you did {before} with this clue: another hand does this")
    return None
