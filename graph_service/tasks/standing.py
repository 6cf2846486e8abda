"""Reads what the graph says of a task into what the rules of its life and of its time limits go by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from graph_service.tasks.rules import OF_ITEM, TaskRules, read_task_rules
from graph_service.work.acting import AllowedAction, acts_of
from graph_service.work.calendar import WorkCalendar
from graph_service.work.deadlines import Done, Owed, SetBy, stands
from graph_service.work.life import Condition
from graph_service.work.next_acts import Standing
from graph_service.work.standing import Facts, Newest

_REFUSED = "REFUSED"


def read_task(facts: Sequence[Any]) -> Facts:
    """Return what the expression `task_facts` found, or `ticket_facts`; a ticket that was over when it came here owes nothing."""
    kind, own_day, steps, items, *stated = facts
    rules = read_task_rules(kind)
    state, came_on = stated or (None, None)
    begins = rules.life.begins.get(state or "", rules.life.without_state)
    received = _day(came_on) if came_on and begins == rules.life.without_state else None
    stage, holder, adopted, newest = begins, None, None, None
    doers: dict[str, set[str]] = defaultdict(set)
    done: list[Done] = []
    for act, by, led_to, held_by, on, at, limit, due_on, said in steps:
        doers[act].add(by)
        ends = led_to in rules.life.stages and rules.life.stages[led_to].ends
        done.append(Done(act, _day(on), limit, due_on and _day(due_on), ends))
        if own_day and rules.own_day and act in rules.limits.limits[rules.own_day].starts:
            done.append(Done("SET_DUE", _day(on), rules.own_day, _day(own_day)))
        adopted = said or adopted
        if led_to:
            newest, stage, holder = Newest(act, at, None), led_to, held_by
    holds = {Condition.REFUSED: adopted == _REFUSED, Condition.SENT: holder is not None}
    conditions = frozenset(each.value for each, is_so in holds.items() if is_so)
    times, all_items = Counter(each.act for each in done), Counter(state for state, *_ in items)
    shown = Counter(state for state, is_shown, *_ in items if is_shown)
    standing = Standing(stage, holder, None, doers, times, stands(done), conditions, all_items, shown)
    of_items = tuple(_of_items(rules, stage, items))
    return Facts(standing, tuple(done), None, received, conditions, newest, rules.both, of_items)


def acts_on_task(facts: Sequence[Any], viewer: Sequence[Any]) -> list[AllowedAction]:
    """Return the acts that this officer has to do with such tasks at all, those allowed now first; it was made already."""
    known = read_task(facts)
    life = known.rules.life
    made = {name for name, act in life.acts.items() if act.starts == (life.without_state,)}
    return [each for each in acts_of(known, viewer) if each.action not in made]


def _of_items(rules: TaskRules, stage: str, items: Iterable[Sequence[Any]]) -> Iterator[Owed]:
    """Return the limits that single items have by their own day; none of a task whose life is over or has not begun."""
    limit, life = rules.limits.limits.get(OF_ITEM), rules.life
    if limit is None or not any(stage in life.acts[each].starts for each in limit.met_by):
        return
    calendar = WorkCalendar()
    for state, is_shown, due_on, made_on, done_on in items:
        if due_on and is_shown:
            met = None if life.items[state].owed else _day(done_on or due_on)
            warns = calendar.before(_day(due_on), rules.limits.warns)
            yield Owed(OF_ITEM, _day(made_on), _day(due_on), SetBy.LEADER, limit.rule, warns, met)


def _day(text: str) -> date:
    return date.fromisoformat(text)
