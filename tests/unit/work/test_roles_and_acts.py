"""The table of every act and every role that the docs print is what allows and refuses, role by role."""

import re
from typing import Any

import pytest

from graph_service.rights.roles import Role, read_roles
from graph_service.work.custody import OUTSIDE, custody
from graph_service.work.life import read_life
from graph_service.work.next_acts import Hand, Standing, refusal
from graph_service.work.reference import life_reference

LIFE, ROLES = read_life(), read_roles()
KNOWN = {role.name: role for _, role in (*ROLES.posts, *ROLES.patterns)}
_ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)


def table() -> dict[tuple[str, str], str]:
    """Return what the page says of each act and role."""
    text = life_reference().partition("## Every act and every role")[2].partition("\n## ")[0]
    head, *rows = [[cell.strip(" `") for cell in row.split(" | ")] for row in _ROW.findall(text)]
    return {(row[0], role): row[place] for row in rows for place, role in enumerate(head[1:], 1)}


def _found(role: Role, name: str, holder: str) -> str | None:
    act = LIFE.acts[name]
    stage = act.starts[0] if act.starts else "SIGNED_FOR"
    standing = Standing(stage, holder, act.disposal, is_paused=name == "RESUME", conditions=frozenset({"TRANSFERRED"}))
    hand = Hand("o_1", ("OURS",), frozenset(map(str, role.grants)), frozenset(map(str, role.sight.classes)))
    refused = refusal(LIFE, name, standing, hand)
    return refused.name if refused else None


@pytest.mark.parametrize("name", LIFE.acts)
def test_each_role_may_do_what_the_table_says_and_nothing_else(name: str) -> None:
    told = table()
    for role in KNOWN.values():
        mark = told.get((name, role.name), "")
        while_held, while_not = _found(role, name, "OURS"), _found(role, name, "OTHERS")
        assert (while_held is None) is (mark in ("●", "○")), (name, role.name)
        assert (while_not is None) is (mark == "●"), (name, role.name)
        assert {while_held, while_not} <= {None, "ClueActNotYours"}


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
