"""Random lives of clues: whatever officers try while sources load, go and come back, no chain has a gap and no approval is skipped."""

import os
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from graph_service.act import ActRefused
from graph_service.cypher.files import query
from graph_service.cypher.macros import written_out
from graph_service.cypher.rules import filled
from graph_service.errors import BadInput
from graph_service.graph import Writer
from graph_service.rights.roles import Roles, read_roles
from graph_service.rights.viewer import Viewer
from graph_service.tasks.daily import run_daily
from graph_service.work.acts import Wanted, Worker, act_on_clue
from graph_service.work.life import Act, Needed, read_life
from graph_service.work.saying import Saying
from graph_service.work.standing import read_facts
from loaders.sync.syncing import Withdrawal, withdraw
from tests.graph.lived import act_ends, check_custody, check_days
from tests.loading import Loading
from tests.owed import Said

_LIVES = int(os.environ.get("LEADLINK_TEST_CLUE_LIVES", "12"))  # 10000 is the full figure
_TRIES = 60
_TOGETHER = 4  # clues that live at once
_CLUES = """
name: clues
title: Register of clues 线索登记
holder: CASE_MGMT
classification: WORK_SECRET
readers: [EVERYONE]
read: {format: csv, files: clues.csv}
key: 编号
nodes:
  clue: {kind: Clue, fields: {number: 编号, title: 标题, came_by: 来源, received_on: 日期, is_real_name: 实名}}
"""
_STAFF = {
    "o_chief": "CHIEF", "o_chief2": "CHIEF", "o_pet": "PETITION", "o_case": "CASE_MGMT", "o_sup": "SUPERVISION_1",
    "o_sup2": "SUPERVISION_1", "o_other": "SUPERVISION_2", "o_inv": "INVESTIGATION_1", "o_adj": "ADJUDICATION", "o_it": "IT",
}  # fmt: skip
_WRITE_STAFF = """UNWIND $staff AS each
MERGE (t:Team {uid: 'team_' + each[1], team_code: each[1]}) SET t.audience = $audience
CREATE (o:Officer {uid: 'officer_' + each[0], officer_id: each[0], audience: $audience}) CREATE (o)-[:MEMBER_OF]->(t)"""
# What nobody reaches without the act of who approves it: written down here once more, apart from the file of rules.
_APPROVED = {
    "ASSIGNED": "APPROVE_ASSIGNMENT", "DISPOSAL_APPROVED": "APPROVE_DISPOSAL", "FILED": "FILE_CASE", "DECIDED": "DECIDE",
    "FORWARDED_DOWN": "FORWARD_DOWN", "CASE_WITHDRAWN": "WITHDRAW_CASE", "CLARIFIED": "CLARIFY",
}  # fmt: skip
_CHIEFS = {"o_chief", "o_chief2"}
_CARRIED_OUT = {
    "BEGIN_TALK": "TALK_INQUIRY", "BEGIN_VERIFICATION": "PRELIM_VERIFY", "SHELVE": "SHELVED", "CLOSE": "CLOSED",
    "HAND_TO_INVESTIGATION": "HANDED_OVER", "HAND_TO_OTHER_BODY": "HANDED_OVER",
}  # fmt: skip
_TAKEN = {
    Needed.PAPER: "paper", Needed.TEAM: "team", Needed.TWO_OFFICERS: "officers", Needed.DISPOSAL: "disposal", Needed.OTHER: "other",
    Needed.LOOK_AGAIN_ON: "look_again_on", Needed.DUE_ON: "due_on", Needed.BODY: "body", Needed.LIMIT: "limit",
}  # fmt: skip


@dataclass
class Lived:
    """What was done with one clue as the test saw it: the acts with their days, what was proposed and what was approved."""

    stage: str
    taken: list[Any] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    proposed: dict[str, str | None] = field(default_factory=dict)
    approved: dict[str, str | None] = field(default_factory=dict)

    def take(self, act: str, officer: str, day: date, said: Saying) -> None:
        """Remember an act, and hold what is carried out against what was approved."""
        self.taken.append((act, officer, day))
        self.said.append(Said(act, day, said.limit, said.due_on, act_ends(act)))
        if act == "PROPOSE_DISPOSAL":
            self.proposed["disposal"] = said.disposal
        elif act == "PROPOSE_ASSIGNMENT":
            self.proposed["team"] = said.team
        elif act in ("APPROVE_DISPOSAL", "APPROVE_ASSIGNMENT"):
            what = "disposal" if act == "APPROVE_DISPOSAL" else "team"
            self.approved[what] = self.proposed[what]
        if act in _CARRIED_OUT:
            assert self.approved["disposal"] == _CARRIED_OUT[act]
        if act == "SIGN_FOR" and self.taken[-2][0] == "APPROVE_ASSIGNMENT":
            assert _STAFF[officer] == self.approved["team"]


def _viewers(roles: Roles, audiences: tuple[int, ...]) -> Mapping[str, Viewer]:
    return {
        officer: Viewer(officer, (team,), audiences, roles.of([team]), roles.sight([team]))
        for officer, team in _STAFF.items()
    }


def _on(day: date, _moment: str) -> date:
    return day


def _rows(draw: random.Random, count: int) -> str:
    ways = ("来信", "审计移送", "网络举报")
    rows = [
        f"XS-{place},线索{draw.randrange(9)},{ways[place % 3]},2026-01-{5 + place:02},{'是' if place % 2 else '否'}"
        for place in range(count)
    ]
    draw.shuffle(rows)
    return "\n".join(["编号,标题,来源,日期,实名", *rows])


def _said(draw: random.Random, act: Act, others: list[str], day: date) -> Saying:
    """Return the words that an act takes, now and then with something missing or beside them."""
    words: dict[str, Any] = {
        "paper": "文书", "team": draw.choice(["SUPERVISION_1", "SUPERVISION_2", "INVESTIGATION_1", "ADJUDICATION", "IT"]),
        "officers": draw.choice([("o_sup", "o_sup2"), ("o_inv", "o_other"), ("o_sup",)]),
        "disposal": draw.choice(["TALK_INQUIRY", "PRELIM_VERIFY", "SHELVED", "CLOSED", "HANDED_OVER"]),
        "look_again_on": day + timedelta(days=30), "due_on": day + timedelta(days=draw.randrange(40)), "other": draw.choice(others),
        "body": "某机关", "limit": draw.choice(["DISPOSAL_PROPOSED", "VERIFIED"]),
    }  # fmt: skip
    taken = {_TAKEN[each] for each in act.needs}
    chosen = {name for name in words if (name in taken) is (draw.random() > 0.02)}
    return Saying("按程序办理", **{name: value for name, value in words.items() if name in chosen})


def _may(viewer: Viewer, act: Act, holder: str | None) -> bool:
    """Return whether an act is this officer's to do, be it its time or not."""
    return bool(set(act.by) & set(map(str, viewer.grants))) and (not act.holds or holder in viewer.teams)


def _facts(writer: Writer, clue: str, viewer: Viewer) -> list[Any]:
    asked = {"uid": clue, "team": None, "officers": [], "other": None, **viewer.params}
    return list(writer.run_read(filled(query("work/standing").body), **asked)[0][0]["facts"])


@pytest.mark.parametrize("seed", range((_LIVES + _TOGETHER - 1) // _TOGETHER))
def test_no_life_has_a_gap_a_skipped_approval_or_a_wrong_day(seed: int, loading: Loading) -> None:
    draw, writer = random.Random(seed), loading.environment.writer  # noqa: S311 - cases, not secrets
    loading.load(_CLUES, _rows(draw, _TOGETHER))
    uids = [row["uid"] for row in loading.rows("MATCH (c:Clue) RETURN c.uid AS uid ORDER BY c.number")]
    audience = loading.rows("MATCH (a:Audience) WHERE a.readers = ['EVERYONE'] RETURN a.number AS number")[0]["number"]
    writer.run_write(_WRITE_STAFF, staff=[list(each) for each in _STAFF.items()], audience=audience)
    seen = tuple({row["number"] for row in loading.rows("MATCH (c:Clue|Team) RETURN DISTINCT c.audience AS number")})
    roles, life = read_roles(), read_life()
    viewers = _viewers(roles, seen)
    lived = {uid: Lived(read_facts(_facts(writer, uid, viewers["o_chief"])).standing.stage) for uid in uids}
    day, refusals = date(2026, 1, 12), Counter[str]()
    for _ in range(_TRIES * _TOGETHER):
        day += timedelta(days=draw.random() < 0.15)
        _load_again(draw, loading)
        uid = draw.choice(uids)
        # Mostly an act of the stage, sometimes any; by anybody.
        fitting = [name for name, act in life.acts.items() if lived[uid].stage in act.starts]
        name = draw.choice(fitting if fitting and draw.random() < 0.85 else list(life.acts))
        if act_ends(name) and draw.random() < 0.9:
            continue  # lives are to be long
        holder = read_facts(_facts(writer, uid, viewers["o_chief"])).standing.holder
        able = [each for each in _STAFF if _may(viewers[each], life.acts[name], holder)]
        officer = draw.choice(able if able and draw.random() < 0.8 else list(_STAFF))
        said = _said(draw, life.acts[name], uids, day)
        worker = Worker(viewers[officer], roles, partial(_on, day))
        try:
            act_on_clue(writer, worker, Wanted(uid, name, said))
        except (ActRefused, BadInput) as refused:
            refusals[getattr(refused, "name", "BAD_INPUT")] += 1
            assert read_facts(_facts(writer, uid, viewers["o_chief"])).standing.stage == lived[uid].stage
        else:
            lived[uid].take(name, officer, day, said)
            lived[uid].stage = life.acts[name].to or lived[uid].stage

    for uid, each in lived.items():
        _check(loading, uid, each, _facts(writer, uid, viewers["o_chief"]), viewers["o_chief"].params)
    taken = [each.taken for each in lived.values()]
    assert sum(map(len, taken)) > 5 * _TOGETHER, (taken, refusals)
    _check_told(loading, roles)


def _load_again(draw: random.Random, loading: Loading) -> None:
    """Load the clues' source again now and then, or let it go and come back."""
    if draw.random() < 0.02:
        loading.load(_CLUES, _rows(draw, _TOGETHER))
    if draw.random() < 0.01:
        withdraw(loading.environment, Withdrawal("clues"))
        loading.load(_CLUES, _rows(draw, _TOGETHER))


def _check_told(loading: Loading, roles: Roles) -> None:
    """Hold what teams were told against once for each, and the daily job against telling nothing twice."""
    told = loading.rows(
        "MATCH (n:Notice) RETURN n.once AS once, [(n)-[:TOLD_TO]->(t) | t.team_code] AS teams, n.kind AS kind"
    )
    assert len({each["once"] for each in told}) == len(told)
    assert all(len(each["teams"]) == 1 and each["teams"][0] != "IT" for each in told)
    late = date(2027, 3, 1)
    run_daily(loading.environment.writer, roles, late)
    assert run_daily(loading.environment.writer, roles, late).told == 0


def _check(loading: Loading, uid: str, lived: Lived, facts: list[Any], everything: Mapping[str, Any]) -> None:
    steps = loading.rows(
        "MATCH (s:ClueStep {clue: $uid}) RETURN s.act AS act, s.by AS by, s.before AS before, s.stage AS stage, "
        "s.number AS number, s.standing AS standing ORDER BY s.number",
        uid=uid,
    )
    assert [(each["act"], each["by"]) for each in steps] == [(act, by) for act, by, _ in lived.taken]
    led = [each for each in steps if each["stage"]]
    assert [each["stage"] for each in led[:-1]] == [each["before"] for each in led[1:]]
    assert [each["standing"] for each in led] == [*[None] * (len(led) - 1), *([uid] if led else [])]
    assert [each["standing"] for each in steps if not each["stage"]] == [None] * (len(steps) - len(led))
    standing = read_facts(facts).standing
    assert standing.stage == lived.stage
    for each in led:
        if each["stage"] != each["before"] and each["stage"] in _APPROVED:
            assert (each["act"], each["by"] in _CHIEFS) == (_APPROVED[each["stage"]], True), each
    assert standing.holder is None or standing.holder in _STAFF.values()
    assert sum(act == "SEND_BACK" for act, _, _ in lived.taken) <= 2
    told = loading.rows(
        written_out("MATCH (c:Clue {uid: $uid}) RETURN clue_stage(c) AS stage, clue_holder(c) AS holder"),
        uid=uid,
        **everything,
    )[0]
    assert (told["stage"], told["holder"]) == (standing.stage, standing.holder), (
        "the graph and the rules say the same of a clue"
    )
    check_custody(facts, lived.taken, lived.stage)
    check_days(facts, lived.said)
