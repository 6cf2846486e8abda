"""The rules of recommendations, sweeps and tickets fit together, and what their facts say follows from them alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph_service.errors import BadInput
from graph_service.tasks import rules as task_rules
from graph_service.tasks.reference import tasks_reference
from graph_service.tasks.rules import MAKE, TASKS, TICKET, TaskRules, read_task_rules
from graph_service.tasks.standing import read_task
from graph_service.work.acting import deadlines_of
from graph_service.work.next_acts import Hand, refusal
from graph_service.work.stated import read_stated

KINDS = (*TASKS, TICKET)
RULES = Path(task_rules.__file__).parent
EVERY_DUTY = frozenset({"HANDLE", "APPROVE_AS_LEADER", "SEND_TICKETS", "ANSWER_TICKETS", "CHECK_TICKETS"})


@pytest.mark.parametrize("kind", KINDS)
def test_every_stage_goes_on_or_ends_and_waits_for_acts_of_its_own(kind: str) -> None:
    life = read_task_rules(kind).life

    for name, stage in life.stages.items():
        assert stage.ends or stage.waits_for, f"nobody is told of {name}"
        assert all(name in life.acts[each].starts for each in stage.waits_for), name
    reached = {life.without_state, *life.begins.values(), *(act.to for act in life.acts.values() if act.to)}
    assert reached == life.stages.keys()
    made = {act.items_to for act in life.acts.values() if act.items_to}
    assert life.items.keys() - made <= {"OPEN", "TO_CHECK"}


def _facts(kind: str, *steps: tuple[str, str, str | None, str], items: list[Any] | None = None) -> list[Any]:
    """Return facts of acts: what was done, on which day, where it led, by whom; all in the hands of one team."""
    told = [[act, by, led_to, "T_1", on, f"{on}T01:00:00Z", None, None, None] for act, on, led_to, by in steps]
    return [kind, "2026-03-20", told, items or []]


_SERVED = (
    (MAKE, "2026-03-02", "DRAFTED", "o_1"), ("APPROVE", "2026-03-03", "APPROVED", "o_2"), ("ISSUE", "2026-03-04", "ISSUED", "o_1"),
    ("SERVE", "2026-03-05", "SERVED", "o_1"),
)  # fmt: skip


def test_the_papers_own_day_counts_where_it_is_earlier_and_items_are_due_by_theirs() -> None:
    items = [
        ["OPEN", True, "2026-03-10", "2026-03-02", None],
        ["SOLD_OFF", True, "2026-03-09", "2026-03-02", "2026-03-08"],
    ]
    known = read_task(_facts("Recommendation", *_SERVED, items=items))

    found = [(each.limit, each.due_on, each.state, each.set_by) for each in deadlines_of(known, date(2026, 3, 11))]

    assert found == [
        ("SERVED", "2026-03-11", "MET", "STATUTORY"), ("REPLIED", "2026-03-20", "RUNNING", "LEADER"),
        ("PLANNED", "2026-03-26", "RUNNING", "STATUTORY"), ("ITEM", "2026-03-10", "OVERDUE", "LEADER"), ("ITEM", "2026-03-09", "MET", "LEADER"),
    ]  # fmt: skip


def test_who_drafted_does_not_approve_and_who_checked_does_not_close() -> None:
    life = read_task_rules("Recommendation").life
    drafted = read_task(_facts("Recommendation", _SERVED[0])).standing
    hand = Hand("o_1", ("T_1",), EVERY_DUTY)
    refused = refusal(life, "APPROVE", drafted, hand)
    assert refused
    assert (refused.name, 'you did "Draft it"' in refused.why) == ("TaskSameHand", True)
    assert refusal(life, "APPROVE", drafted, Hand("o_2", (), EVERY_DUTY)) is None
    replied = (*_SERVED, ("CHECK_ITEM", "2026-03-06", None, "o_3"), ("RECORD_REPLY", "2026-03-07", "REPLIED", "o_1"))
    done = read_task(_facts("Recommendation", *replied, items=[["SOLD_OFF", True, None, "2026-03-02", None]])).standing
    assert getattr(refusal(life, "CLOSE", done, Hand("o_3", (), EVERY_DUTY)), "name", None) == "TaskSameHand"
    assert refusal(life, "CLOSE", done, Hand("o_2", (), EVERY_DUTY)) is None


@pytest.mark.parametrize(
    ("state", "stage"), [("RECEIVED", "AT_DESK"), (None, "AT_DESK"), ("ANSWERED", "ANSWERED"), ("SOLVED", "CLOSED")]
)
def test_a_ticket_begins_where_its_source_says(state: str | None, stage: str) -> None:
    known = read_task(["Ticket", None, [], [], state, "2026-03-02"])

    assert known.standing.stage == stage
    assert [each.limit for each in deadlines_of(known, date(2026, 3, 3))] == (["SENT"] if stage == "AT_DESK" else [])


@pytest.mark.parametrize(("old", "new", "says"), [
    ("items_to: REPORTED", "items_to: LOST", "no state of an item is called LOST"),
    ("own_day: REPLIED", "own_day: NEVER", "no limit is called NEVER"),
    ("starts: [ISSUE], met_by: [SERVE]", "starts: [ISSUE], met_by: [FLY]", "no act is called FLY"),
])  # fmt: skip
def test_rules_that_say_nonsense_are_refused(old: str, new: str, says: str, tmp_path: Any) -> None:
    text = (RULES / "recommendation.yaml").read_text(encoding="utf-8")
    path = tmp_path / "recommendation.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(BadInput, match=says):
        read_stated(TaskRules, path, "the rules", path)


def test_the_page_tells_every_act_and_limit() -> None:
    page = tasks_reference()

    for kind in KINDS:
        rules = read_task_rules(kind)
        assert [name for name in (*rules.life.acts, *rules.limits.limits) if f"| `{name}` |" not in page] == []
