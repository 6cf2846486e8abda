"""Holds what is told of a clue's life against days and hands that are counted apart: custody without a gap, limits by hand."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from graph_service.work.acting import owed_now
from graph_service.work.custody import custody
from graph_service.work.life import read_life
from tests.owed import Said, counted

Taken = Sequence[tuple[str, str, date]]  # act, officer, day


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


def check_days(facts: list[Any], acts: Sequence[Said]) -> None:
    """Hold every time limit of a life against a second calculation: its first and last day, and the day on which it was met."""
    received_on, is_what = date.fromisoformat(facts[5]), set()
    if facts[6]:
        is_what.add("real name")
    if facts[2] == "AUDIT_TRANSFER":
        is_what.add("handed over")
    found = [
        (each.limit, date.fromisoformat(each.started_on), date.fromisoformat(each.due_on), each.met_on and date.fromisoformat(each.met_on))
        for each in owed_now(facts, date(2026, 6, 1))
    ]  # fmt: skip
    assert sorted(found, key=str) == counted(received_on, is_what, acts)
