"""Whoever a task waits for hears of it once; what is due or late is told by the daily job, which tells nothing twice."""

from datetime import date, timedelta
from typing import Any

import pytest

from graph_service.api.gate.installed import EXAMPLES
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.roles import read_roles
from graph_service.tasks.daily import run_daily
from tests.api.conftest import As, Caller, draw_anew
from tests.tasks import ACT, LOOK, MAKE_LIST, OPEN, carried, draw_compounds, ids, made, said

NOTICES = """{ notices(first: 100, orderBy: OLDEST) { nodes { kind team taskId taskKind taskAction action limit dueOn sentence one { number }
  link { id } } } }"""
_ALL = ("o_sup", "o_other", "o_lead", "o_chief", "o_case", "o_pet", "o_audit", "o_it")


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw_compounds())


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:Task|TaskItem|TaskStep|TaskBook|Notice|NoticeBook) DETACH DELETE s")


async def heard(caller: Caller) -> list[tuple[Any, ...]]:
    """Return what the officer was told, oldest first."""
    told = (await caller.ask(NOTICES))["notices"]["nodes"]
    assert all((each["action"], each["link"]) == (None, None) and each["taskId"] for each in told)
    return [(each["kind"], each["taskKind"], each["taskAction"] or each["limit"]) for each in told]


async def everybody(officer: As, *names: str) -> dict[str, Any]:
    """Return what each of these officers was told, of those who were told anything."""
    found = {name: await heard(officer(name)) for name in names or _ALL}
    return {name: each for name, each in found.items() if each}


async def test_each_act_is_told_to_whom_the_task_waits_for_then_and_once(officer: As) -> None:
    it = await made(officer("o_sup"), key="once")
    await made(officer("o_sup"), key="once")
    waits = [("TASK_WAITS", "Recommendation", "MAKE")]
    assert await everybody(officer) == {"o_lead": waits, "o_chief": waits}

    it = await carried(officer("o_lead"), it, "APPROVE")
    await said(officer("o_case"), ACT, id=it["id"], action="URGE")
    assert await heard(officer("o_sup")) == [
        ("TASK_WAITS", "Recommendation", "APPROVE"),
        ("TASK_DIRECTED", "Recommendation", "URGE"),
    ]
    sentence = (await officer("o_sup").ask(NOTICES))["notices"]["nodes"][0]["sentence"]
    assert sentence == "规范小区用电: Approve it 批准制发"


async def test_who_may_not_read_what_the_task_rests_on_hears_nothing(officer: As, writer: Writer) -> None:
    it = await made(officer("o_sup"), team="SUPERVISION_2")
    await carried(officer("o_lead"), it, "APPROVE")
    before = {name: await officer(name).ask(NOTICES) for name in ("o_lead", "o_other")}
    assert all(each["notices"]["nodes"] for each in before.values())
    # The clue goes to the register alone: the leader's team was told, and nothing of that is there any more.
    writer.run_write("MATCH (c:Clue {uid: 'clue_L'}) SET c.audience = 3")
    try:
        told = await everybody(officer)
    finally:
        writer.run_write("MATCH (c:Clue {uid: 'clue_L'}) SET c.audience = 1")
    assert set(told) == {"o_chief", "o_other"}, "the register's readers, and the team that carries it"


async def test_the_daily_job_tells_of_late_items_and_sweeps_once_and_puts_them_before_the_leader(
    officer: As, writer: Writer
) -> None:
    over = {"units": ["unit_bureau"]}
    sweep = await said(officer("o_sup"), OPEN, matters=["clue_L"], over=over)
    sweep = await carried(officer("o_chief"), sweep, "APPROVE")
    due = date.fromisoformat(sweep["deadlines"][0]["dueOn"])
    items = [{"text": "工程招标", "dueOn": "2026-03-02"}, {"text": "合同管理", "dueOn": "2026-03-02"}]
    listed = await said(officer("o_sup"), MAKE_LIST, items=items)
    await carried(officer("o_lead"), listed, "APPROVE")
    writer.run_write("MATCH (n:Notice) DETACH DELETE n")

    late = [("TASK_LATE", "SupervisionList", "ITEM")]  # two items that are due on one day are told of at once
    assert run_daily(writer, read_roles(), date(2026, 3, 9)).told == 3
    assert await everybody(officer) == {"o_sup": late, "o_lead": late, "o_chief": late}
    assert run_daily(writer, read_roles(), date(2026, 3, 9)).told == 0

    day, found = due - timedelta(days=20), []
    while day < due + timedelta(days=12):
        found.append((day, run_daily(writer, read_roles(), day).tasks.told))
        day += timedelta(days=1)
    told = [(day > due, count) for day, count in found if count]
    assert told == [(False, 1), (True, 3)], "the team before its last day, the leaders too a working week after it"
    assert (await heard(officer("o_sup")))[-2:] == [
        ("TASK_DUE_SOON", "Sweep", "LOOKED_AT"),
        ("TASK_LATE", "Sweep", "LOOKED_AT"),
    ]
    assert await heard(officer("o_other")) == await heard(officer("o_audit")) == []


async def test_what_is_over_is_told_of_no_more(officer: As, writer: Writer) -> None:
    sweep = await said(officer("o_sup"), OPEN, matters=["clue_L"], over={"units": ["unit_bureau"]})
    sweep = await carried(officer("o_chief"), sweep, "APPROVE")
    sweep = await carried(officer("o_sup"), sweep, "RECORD_CLEAR", items=ids(sweep, "TO_CHECK"))
    sweep = await carried(officer("o_sup"), sweep, "REPORT", paper="报告")
    assert (await said(officer("o_lead"), LOOK, id=sweep["id"], action="CLOSE", paper="办法"))["stage"] == "CLOSED"

    assert run_daily(writer, read_roles(), date(2099, 1, 5)).tasks.looked_at == 0


async def test_a_leader_sees_the_day_in_one_operation(officer: As) -> None:
    text = (EXAMPLES / "work" / "leader_digest.graphql").read_text(encoding="utf-8")
    it = await made(officer("o_sup"))
    told = {name: await officer(name).ask(text) for name in ("o_lead", "o_other")}
    found = {name: [each["id"] for each in day["taskApprovals"]["nodes"]] for name, day in told.items()}
    assert found == {"o_lead": [it["id"]], "o_other": []}
    assert told["o_lead"]["pressingTasks"]["totalCount"] == 0
