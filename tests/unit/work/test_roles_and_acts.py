"""The tables of every transition and every role that the docs print are what allows and refuses, stage by stage, role by role."""

import itertools
import re
from typing import Any

import pytest

from graph_service.rights.roles import Role
from graph_service.tasks.reference import tasks_reference
from graph_service.tasks.rules import TASKS, TICKET, read_task_rules
from graph_service.work.custody import OUTSIDE, custody
from graph_service.work.life import Life, read_life
from graph_service.work.next_acts import Hand, Standing, refusal
from graph_service.work.reference import life_reference
from graph_service.work.who_may import ANY, known_roles, mark

LIFE = read_life()
LIVES = {"Clue": LIFE} | {kind: read_task_rules(kind).life for kind in (*TASKS, TICKET)}
_ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)


def table(kind: str) -> dict[tuple[str, str, str], str]:
    """Return what the page says of each stage, act and role."""
    text = (
        life_reference() if kind == "Clue" else tasks_reference().partition(f"\n## {kind}\n")[2].partition("\n## ")[0]
    )
    head, *rows = [
        [cell.strip(" `") for cell in row.split(" | ")]
        for row in _ROW.findall(text[text.index("| From | Act | To |") :])
    ]
    own = [row for row in rows if len(row) == len(head)]
    return {(row[0], row[1], role): row[place] for row in own for place, role in enumerate(head[3:], 3)}


def _refused(life: Life, name: str, stage: str, role: Role, holder: str) -> str | None:
    act = life.acts[name]
    conditions = frozenset({act.only_if}) if act.only_if else frozenset[str]()
    there = {state: 1 for state in (act.items_from or act.all_items)[:1]}
    standing = Standing(stage, holder, act.disposal, {}, {}, name == "RESUME", conditions, there, there)
    hand = Hand("o_1", ("OURS",), frozenset(map(str, role.grants)), frozenset(map(str, role.sight.classes)))
    refused = refusal(life, name, standing, hand)
    return refused.name if refused else None


def _unlike(life: Life) -> list[Role]:
    """Return one role of each that the acts of a life tell apart."""
    return list({tuple(mark(role, act) for act in life.acts.values()): role for role in known_roles()}.values())


@pytest.mark.parametrize("kind", LIVES)
def test_at_every_stage_each_role_may_do_what_the_table_says_and_nothing_else(kind: str) -> None:
    told, life, unlike, counted = table(kind), LIVES[kind], _unlike(LIVES[kind]), 0
    for stage, (name, act) in itertools.product(life.stages, life.acts.items()):
        place = stage if act.starts else ANY
        over = not act.starts and life.stages[stage].ends and not act.after_end
        for role in known_roles() if stage in act.starts else unlike:
            said = told.get((place, name, role.name), "")
            while_held, while_not = (_refused(life, name, stage, role, holder) for holder in ("OURS", "OTHERS"))
            assert (while_held is None) is (said in ("●", "○") and not over), (stage, name, role.name)
            assert (while_not is None) is (said == "●" and not over), (stage, name, role.name)
            assert {while_held, while_not} <= {None, f"{life.of}ActNotYours", f"{life.of}ActNotNow"}
            counted += while_held is None
    assert counted, "somebody may do something"


def test_every_stage_goes_on_or_ends_and_nothing_waits_for_an_act_of_another_stage() -> None:
    for name, stage in LIFE.stages.items():
        assert stage.ends or stage.waits_for or stage.in_hand, f"nobody is told of {name}"
        assert all(name in LIFE.acts[each].starts for each in stage.waits_for), name


def test_what_is_with_another_body_is_kept_outside_until_it_comes_back() -> None:
    steps: list[list[Any]] = [
        ["APPROVE_DISPOSAL", "o_l", [], "2026-03-02", None, None, "HANDED_OVER", None, "DISPOSAL_APPROVED", "T_1", None, "2026-03-02T01:00:00Z"],
        ["HAND_TO_OTHER_BODY", "o_l", [], "2026-03-03", None, None, None, None, "TO_OTHER_BODY", "", None, "2026-03-03T01:00:00Z"],
        ["TAKE_BACK", "o_c", [], "2026-03-09", None, None, None, None, "REGISTERED", "", None, "2026-03-09T01:00:00Z"],
    ]  # fmt: skip
    kept = custody([steps, "IN_DISPOSAL", None, "T_1", None, "2026-02-01", False, None])

    assert [(each.team or each.duty, each.since, each.until) for each in kept] == [
        ("T_1", "2026-02-01", "2026-03-03"), (OUTSIDE, "2026-03-03", "2026-03-09"), ("KEEP_REGISTER", "2026-03-09", None),
    ]  # fmt: skip
