"""What a clue's page tells beside its steps: the time limits as they stand on a day, and what one officer may do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from graph_service.work.deadlines import Clock, Done, Owed
from graph_service.work.next_acts import Hand, refusal
from graph_service.work.standing import Facts, read_facts


class DeadlineState(StrEnum):
    """How a time limit stands."""

    RUNNING = "RUNNING"
    WARNING = "WARNING"
    OVERDUE = "OVERDUE"
    PAUSED = "PAUSED"
    MET = "MET"
    MET_LATE = "MET_LATE"


@dataclass(frozen=True)
class Deadline:
    """One time limit of a clue as it stands on a day; days in ISO form."""

    limit: str
    title: str
    title_en: str
    state: DeadlineState
    started_on: str
    due_on: str
    set_by: str
    rule: str
    version: str
    met_on: str | None
    is_foreseen: bool
    working_days_left: int | None
    escalation: tuple["EscalationStep", ...]


@dataclass(frozen=True)
class EscalationStep:
    """One step of what follows where a limit is not met: on which day (ISO) who is told."""

    step: str
    title: str
    title_en: str
    on: str
    tells: tuple[str, ...]
    is_reached: bool


@dataclass(frozen=True)
class AllowedAction:
    """One act that an officer has to do with clues at all: whether it is allowed now, else what stands in the way, and what is to be said."""

    action: str
    allowed: bool
    reason: str | None
    needs: tuple[str, ...]


def owed_now(facts: Sequence[Any], day: date) -> list[Deadline]:
    """Return the time limits of a clue as they stand on a day, by its facts in the graph."""
    return deadlines_of(read_facts(facts), day)


def deadlines_of(known: Facts, day: date) -> list[Deadline]:
    """Return the time limits of a clue as they stand on a day."""
    clock = Clock(known.rules.limits)
    owed = (*clock.owed(known.received_on, known.conditions, known.done), *known.of_items)
    return [
        Deadline(
            each.limit, clock.limits.limits[each.limit].zh, clock.limits.limits[each.limit].en, _state(each, day), each.started_on.isoformat(),
            each.due_on.isoformat(), each.set_by, each.rule, clock.limits.version,
            each.met_on.isoformat() if each.met_on else None, each.is_foreseen,
            None if each.met_on else clock.calendar.left(day, each.due_on), () if each.met_on else _escalation(clock, each, day),
        )
        for each in owed
    ]  # fmt: skip


def owes_beside(known: Facts, also: Done) -> bool:
    """Return whether, after one more act, a limit runs that neither who holds the clue owes nor whom its stage waits for."""
    clock = Clock(known.rules.limits)
    running = clock.owed(known.received_on, known.conditions, (*known.done, also))
    return any(each.met_on is None and clock.limits.limits[each.limit].owed_by for each in running)


def _escalation(clock: Clock, owed: Owed, day: date) -> tuple[EscalationStep, ...]:
    """Return the steps that follow where the limit is not met; none is reached while the clock stands."""
    return tuple(
        EscalationStep(name, step.zh, step.en, on.isoformat(), step.tell, on <= day and not owed.is_paused)
        for name, step in clock.limits.escalation.items()
        for on in [clock.calendar.after(owed.due_on, step.at)]
    )


def _state(owed: Owed, day: date) -> DeadlineState:
    if owed.met_on is not None:
        return DeadlineState.MET if owed.met_on <= owed.due_on else DeadlineState.MET_LATE
    if owed.is_paused:
        return DeadlineState.PAUSED
    if day > owed.due_on:
        return DeadlineState.OVERDUE
    return DeadlineState.WARNING if day >= owed.warns_on else DeadlineState.RUNNING


def next_acts(facts: Sequence[Any], viewer: Sequence[Any]) -> list[AllowedAction]:
    """Return the acts that this officer (staff number, teams, grants, classes of data) may do with clues at all, those allowed now first."""
    return acts_of(read_facts(facts), viewer)


def acts_of(known: Facts, viewer: Sequence[Any]) -> list[AllowedAction]:
    """Return the same of what is known already."""
    officer, teams, grants, classes = viewer
    life, standing = known.rules.life, known.standing
    hand = Hand(officer, tuple(teams), frozenset(grants), frozenset(classes))
    found = [
        (name, refusal(life, name, standing, hand))
        for name, act in life.acts.items()
        if hand.duties.intersection(act.by)
    ]
    told = [
        AllowedAction(
            name,
            refused is None,
            refused.why if refused else None,
            tuple(each.argument for each in life.acts[name].needs),
        )
        for name, refused in found
    ]
    return sorted(told, key=lambda each: not each.allowed)
