"""Reads what the graph says of a clue into what the rules of its life and of its time limits go by."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_service.work.deadlines import Done
from graph_service.work.next_acts import Standing


@dataclass(frozen=True)
class ClueFacts:
    """How a clue stands, the acts that were done with it in order, the day of its receipt, and whether its reporter is known."""

    standing: Standing
    done: tuple[Done, ...]
    proposed_team: str | None
    received_on: date | None
    is_real_name: bool


def read_facts(facts: Sequence[Any]) -> ClueFacts:
    """Return what the expression `clue_facts` found."""
    stage, holder, disposal, steps, received_on, is_real_name = facts
    doers: dict[str, set[str]] = defaultdict(set)
    done, team, is_paused = [], None, False
    for act, by, on, due_on, chosen, to_team in steps:
        doers[act].add(by)
        done.append(Done(act, date.fromisoformat(on), due_on and date.fromisoformat(due_on)))
        disposal = chosen or disposal
        team = to_team or team
        is_paused = act == "PAUSE" or (is_paused and act != "RESUME")
    times = Counter(each.act for each in done)
    standing = Standing(stage, holder, disposal, doers, times, is_paused)
    return ClueFacts(standing, tuple(done), team, received_on and date.fromisoformat(received_on), is_real_name)
