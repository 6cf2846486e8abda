"""Holds what is told of a clue's life against days and hands that are counted apart: custody without a gap, limits by hand."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import chinese_calendar

from graph_service.work.acting import owed_now
from graph_service.work.custody import custody
from graph_service.work.life import read_life

Taken = Sequence[tuple[str, str, date]]  # act, officer, day
STARTS = {  # of the month for a disposal
    "APPROVE_ASSIGNMENT",
    "LOOK_AGAIN",
    "REFUSE_DISPOSAL",
    "HAND_TO_INVESTIGATION",
}
_BACK = {"SEND_BACK", "RECALL", "SET_DUE", "PAUSE", "MERGE"}


def due_after(start: date, months: int = 1) -> date:
    """Return the last day so many months after a day, counted by hand with another library's working days."""
    year, month = start.year, start.month + months
    if month > 12:
        year, month = year + 1, month - 12
    last = start.day
    while True:
        try:
            day = date(year, month, last)
            break
        except ValueError:
            last -= 1
    while not chinese_calendar.is_workday(day):
        day += timedelta(days=1)
    return day


def _three_working_days(start: date) -> date:
    left = 3
    while left:
        start += timedelta(days=1)
        left -= chinese_calendar.is_workday(start)
    return start


def act_ends(act: str) -> bool:
    """Return whether a life is over after an act."""
    life = read_life()
    to = life.acts[act].to
    return to is not None and life.stages[to].ends


def check_custody(facts: list[Any], taken: Taken, stage: str) -> None:
    """Hold the chain of keepers against the acts as they were seen: no day without a keeper, every signature in its place."""
    kept = custody(facts)
    assert (kept[0].action, kept[0].since) == ("SOURCE", facts[5])
    is_over = any(act_ends(act) for act, _, _ in taken)
    for one, other in itertools.pairwise(kept):
        assert one.until is not None
        assert one.until == other.since or is_over, "no gap but after an end"
        assert (one.team, one.duty) != (other.team, other.duty) or is_over
    assert (kept[-1].until is None) is not read_life().stages[stage].ends
    left: Iterator[tuple[Any, ...]] = iter([(act, by, day.isoformat()) for act, by, day in taken])
    assert all((each.action, each.by, each.since) in left for each in kept[1:]), "each came by an act, in their order"
    signed = [(each.signed_for_by, each.signed_for_on) for each in kept if each.signed_for_by]
    assert signed == list(_signatures(taken))


def _signatures(taken: Taken) -> Iterable[tuple[str, str]]:
    return ((by, day.isoformat()) for act, by, day in taken if act in ("SIGN_FOR", "ACCEPT_FOR_ADJUDICATION"))


def check_days(facts: list[Any], taken: Taken) -> None:
    """Hold time limits against days that are counted by hand; of lives in which nothing came back and no clock was stopped."""
    if _BACK & {act for act, _, _ in taken}:
        return
    by_limit = defaultdict(list)
    for each in owed_now(facts, date(2026, 6, 1)):
        by_limit[each.limit].append(date.fromisoformat(each.due_on))
    if facts[2] == "AUDIT_TRANSFER":
        assert by_limit["TRANSFER_ANSWERED"] == [due_after(date.fromisoformat(facts[5]), 3)]
    given = [day for act, _, day in taken if act in ("APPROVE_ASSIGNMENT", "HAND_TO_INVESTIGATION")]
    assert sorted(by_limit["SIGNED_FOR"]) == sorted(_three_working_days(day) for day in given)
    starts = [day for act, _, day in taken if act in STARTS]
    assert sorted(by_limit["DISPOSAL_PROPOSED"]) == sorted(due_after(day) for day in starts)
