"""What a clue's page tells beside its steps: the time limits as they stand on a day, and what one officer may do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from graph_service.work.deadlines import Clock, Owed
from graph_service.work.life import read_life
from graph_service.work.limits import read_limits
from graph_service.work.next_acts import Hand, refusal
from graph_service.work.standing import read_facts


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
    state: str
    started_on: str
    due_on: str
    set_by: str
    rule: str
    version: str
    met_on: str | None
    is_foreseen: bool


@dataclass(frozen=True)
class AllowedAction:
    """One act that an officer has to do with clues at all: whether it is allowed now, else what stands in the way, and what is to be said."""

    action: str
    allowed: bool
    reason: str | None
    needs: tuple[str, ...]


def owed_now(facts: Sequence[Any], day: date) -> list[Deadline]:
    """Return the time limits of a clue as they stand on a day, by its facts in the graph."""
    known, limits = read_facts(facts), read_limits()
    return [
        Deadline(
            each.limit, limits.limits[each.limit].zh, _state(each, day), each.started_on.isoformat(),
            each.due_on.isoformat(), each.set_by, each.rule, limits.version,
            each.met_on.isoformat() if each.met_on else None, each.is_foreseen,
        )
        for each in Clock(limits).owed(known.received_on, known.is_real_name, known.done)
    ]  # fmt: skip


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
    officer, teams, grants, classes = viewer
    life, standing = read_life(), read_facts(facts).standing
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
