"""What lives tell of a period: which limits were due in it and kept, and how long each stage took in whose hands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from graph_service.circulars.period import Period
from graph_service.tasks.standing import read_task
from graph_service.work.acting import DeadlineState, deadlines_of
from graph_service.work.calendar import WorkCalendar
from graph_service.work.standing import Facts, read_facts

_KEPT, _OVER = {DeadlineState.MET}, {DeadlineState.MET_LATE, DeadlineState.OVERDUE}


@dataclass(frozen=True)
class Lived:
    """One clue, task or ticket: its kind, the rules and acts of its life, and the steps that led somewhere as (stage, holder, day)."""

    kind: str
    known: Facts
    led: tuple[tuple[str, str | None, date], ...]


def of_clue(facts: Sequence[Any]) -> Lived:
    """Return the life of a clue by its facts, as the expression `clue_facts` finds them."""
    return Lived("Clue", read_facts(facts), _led((each[8], each[9], each[3]) for each in facts[0]))


def of_task(facts: Sequence[Any]) -> Lived:
    """Return the life of a task or a ticket by its facts, as `task_facts` and `ticket_facts` find them."""
    return Lived(facts[0], read_task(facts), _led((each[2], each[3], each[4]) for each in facts[2]))


def _led(steps: Iterable[tuple[str | None, str | None, str]]) -> tuple[tuple[str, str | None, date], ...]:
    return tuple((stage, holder or None, date.fromisoformat(on)) for stage, holder, on in steps if stage)


def limits_kept(lives: Iterable[Lived], period: Period) -> list[dict[str, Any]]:
    """Return of each limit how many were due in the period: kept, over, or still running."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for life in lives:
        for each in deadlines_of(life.known, period.on):
            if not period.holds(date.fromisoformat(each.due_on)):
                continue
            row = found.setdefault(
                (life.kind, each.limit),
                {
                    "kind": life.kind,
                    "limit": each.limit,
                    "title": each.title,
                    "title_en": each.title_en,
                    "kept": 0,
                    "over": 0,
                    "running": 0,
                },
            )
            row["kept" if each.state in _KEPT else "over" if each.state in _OVER else "running"] += 1
    return [found[key] | {"share": _share(found[key])} for key in sorted(found)]


def _share(row: dict[str, Any]) -> float | None:
    decided = row["kept"] + row["over"]
    return round(row["kept"] / decided, 3) if decided else None


def stage_times(lives: Iterable[Lived], period: Period) -> list[dict[str, Any]]:
    """Return of each stage and team how many stays ended in the period, and how many working days they took: middle and longest."""
    calendar = WorkCalendar()
    taken: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for kind, stage, team, since, until in _stays(lives):
        if period.holds(until):
            taken[kind, stage, team].append(calendar.between(since, until))
    return [
        {"kind": kind, "stage": stage, "team": team or None, "count": len(days), "median_days": float(median(days)), "longest_days": max(days)}
        for (kind, stage, team), days in sorted(taken.items())
    ]  # fmt: skip


def _stays(lives: Iterable[Lived]) -> Iterator[tuple[str, str, str, date, date]]:
    for life in lives:
        for (stage, holder, since), (_, _, until) in zip(life.led, life.led[1:], strict=False):
            yield life.kind, stage, holder or "", since, until
