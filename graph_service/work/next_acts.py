"""What may be done next in a life, by whom, and why something may not: the one place where an act is allowed or refused."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graph_service.work import why
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
    items: Mapping[str, int] = field(default_factory=dict)  # how many there are by state, whoever may read them
    shown_items: Mapping[str, int] = field(default_factory=dict)  # of them those that the officer is shown


@dataclass(frozen=True)
class Hand:
    """Who wants to act: the officer, the officer's teams and duties, and the classes of data that the officer sees."""

    officer: str
    teams: tuple[str, ...]
    duties: frozenset[str]
    classes: frozenset[str] = frozenset(DataClass)


@dataclass(frozen=True)
class Refused:
    """Why an act is refused: the name of the refusal, and in both languages what stands in the way."""

    name: str
    why: str


def refusal(life: Life, name: str, standing: Standing, hand: Hand) -> Refused | None:
    """Return why this officer may not do the act now, or nothing where it is allowed."""
    act = life.acts[name]
    if told := _wrong_hand(life, act, standing, hand):
        return Refused(f"{life.of}ActNotYours", told)
    if told := _wrong_time(life, name, act, standing) or _wrong_items(life, act, standing):
        return Refused(f"{life.of}ActNotNow", told)
    told = _same_hand(life, act, standing, hand)
    return Refused(f"{life.of}SameHand", told) if told else None


def _wrong_hand(life: Life, act: Act, standing: Standing, hand: Hand) -> str | None:
    if not hand.duties.intersection(act.by):
        return why.wrong_duty(act)
    if act.holds and standing.holder not in hand.teams:
        return why.wrong_team(life, standing.holder)
    return None if act.data in hand.classes else why.wrong_sight(act)


def _wrong_time(life: Life, name: str, act: Act, standing: Standing) -> str | None:
    if act.starts and standing.stage not in act.starts:
        return why.wrong_stage(life, standing.stage, act)
    if not act.starts and life.stages[standing.stage].ends and not act.after_end:
        return why.is_over(life, standing.stage)
    if act.only_if and act.only_if not in standing.conditions:
        return why.wrong_condition(life, act.only_if)
    if act.disposal and standing.disposal != act.disposal:
        return why.wrong_disposal(standing.disposal)
    if act.times is not None and standing.times.get(name, 0) >= act.times:
        return why.too_often(act.times)
    if name in ("PAUSE", "RESUME") and standing.is_paused is (name == "PAUSE"):
        return why.wrong_clock(standing.is_paused)
    return None


def _wrong_items(life: Life, act: Act, standing: Standing) -> str | None:
    if act.items_from and not any(standing.shown_items.get(each) for each in act.items_from):
        return why.no_item(life, act.items_from)
    if not act.all_items or not _left(act, standing.items):
        return None
    # That something is left holds the act up whoever asks; how much is told of what the officer is shown.
    return why.items_left(life, act.all_items, _left(act, standing.shown_items))


def _left(act: Act, items: Mapping[str, int]) -> dict[str, int]:
    return {each: count for each, count in items.items() if count and each not in act.all_items}


def _same_hand(life: Life, act: Act, standing: Standing, hand: Hand) -> str | None:
    for before in act.apart_from:
        if hand.officer in standing.doers.get(before, ()):
            return why.same_hand(life, before)
    return None
