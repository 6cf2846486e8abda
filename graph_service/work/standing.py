"""Reads what the graph says of a clue into what the rules of its life and of its time limits go by."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph_service.work.deadlines import Done, Owed, stands
from graph_service.work.life import Condition, read_life
from graph_service.work.limits import Rules, clue_rules
from graph_service.work.next_acts import Standing


@dataclass(frozen=True)
class Newest:
    """The newest act that led somewhere: when it was done, and the day on which the clue is looked at again."""

    act: str
    at: str
    look_again_on: date | None


@dataclass(frozen=True)
class Facts:
    """How something stands, the acts that were done with it in order, the day of its receipt, what else it is, by which rules it
    lives, and the limits that are stated for its single items.
    """

    standing: Standing
    done: tuple[Done, ...]
    proposed_team: str | None
    received_on: date | None
    conditions: frozenset[str] = frozenset()
    newest: Newest | None = None
    rules: Rules = field(default_factory=clue_rules)
    of_items: tuple[Owed, ...] = ()


def read_facts(facts: Sequence[Any]) -> Facts:
    """Return what the expression `clue_facts` found; a life that ended before it came here owes nothing."""
    steps, status, came_by, stated_holder, disposal, received_on, is_real_name, answered_on = facts
    life = read_life()
    stage = life.begin_of(status, came_by, stated_holder is not None)
    was_over = not steps and life.stages[stage].ends
    holder = stated_holder if stage in life.held else None
    doers: dict[str, set[str]] = defaultdict(set)
    done, team, newest = [], None, None
    if answered_on and came_by in life.transfer_ways:
        done.append(Done("ANSWER_ORIGIN", date.fromisoformat(answered_on)))  # as its source says
    for act, by, named, on, limit, due_on, chosen, to_team, led_to, held_by, again_on, at in steps:
        doers[act] |= {by, *(named or ())}
        ends = led_to in life.stages and life.stages[led_to].ends
        done.append(Done(act, date.fromisoformat(on), limit, due_on and date.fromisoformat(due_on), ends))
        disposal, team = chosen or disposal, to_team or team
        if led_to:
            newest = Newest(act, at, again_on and date.fromisoformat(again_on))
            stage, holder = led_to, held_by or None
    times = Counter(each.act for each in done)
    found = {Condition.REAL_NAME: is_real_name, Condition.TRANSFERRED: came_by in life.transfer_ways}
    conditions = frozenset(each.value for each, is_so in found.items() if is_so)
    standing = Standing(stage, holder, disposal, doers, times, stands(done), conditions)
    day = None if was_over or not received_on else date.fromisoformat(received_on)
    return Facts(standing, tuple(done), team, day, conditions, newest)
