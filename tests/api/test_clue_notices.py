"""Whoever a clue waits for hears of it once; what is due or late is told by the daily job, which tells nothing twice."""

import asyncio
from datetime import date
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.roles import read_roles
from graph_service.tasks.daily import run_daily
from tests.api.conftest import As, Caller, draw_anew
from tests.clue_life import done, draw_commission

NOTICES = (
    "{ notices(first: 100, orderBy: OLDEST) { nodes { kind team action limit dueOn one { number } link { id } } } }"
)


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw_commission())


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:ClueStep|ClueBook|Notice|NoticeBook) DETACH DELETE s")


async def heard(caller: Caller) -> list[tuple[Any, ...]]:
    """Return what the officer was told, oldest first."""
    told = (await caller.ask(NOTICES))["notices"]["nodes"]
    return [(each["kind"], each["action"] or each["limit"], each["one"]["number"]) for each in told]


async def test_each_act_is_told_to_whom_the_clue_waits_for_then_and_once(officer: As) -> None:
    await done(officer("o_pet"), "SCREEN")
    await done(officer("o_pet"), "PASS_TO_REGISTER", clientKey="once")
    await done(officer("o_pet"), "PASS_TO_REGISTER", clientKey="once")
    await done(officer("o_case"), "PROPOSE_ASSIGNMENT", team="SUPERVISION_1")
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT")
    await done(officer("o_case"), "URGE")
    await done(officer("o_sup"), "SIGN_FOR")
    await done(officer("o_sup"), "SEND_BACK")

    assert await heard(officer("o_pet")) == []
    assert await heard(officer("o_case")) == [
        ("CLUE_WAITS", "PASS_TO_REGISTER", "XS-L"),
        ("CLUE_HANDED_BACK", "SEND_BACK", "XS-L"),
    ]
    assert await heard(officer("o_chief")) == [("CLUE_WAITS", "PROPOSE_ASSIGNMENT", "XS-L")]
    assert await heard(officer("o_sup")) == [
        ("CLUE_ASSIGNED", "APPROVE_ASSIGNMENT", "XS-L"),
        ("CLUE_DIRECTED", "URGE", "XS-L"),
    ]
    assert await heard(officer("o_other")) == await heard(officer("o_it")) == []


async def test_what_waits_for_a_leader_is_told_to_who_has_the_duty(officer: As, writer: Writer) -> None:
    await done(officer("o_sup"), "PROPOSE_DISPOSAL", "clue_M", disposal="CLOSED")
    assert await heard(officer("o_lead")) == [("CLUE_WAITS", "PROPOSE_DISPOSAL", "XS-M")]
    assert await heard(officer("o_chief")) == [("CLUE_WAITS", "PROPOSE_DISPOSAL", "XS-M")]

    writer.run_write("MATCH (o:Officer {officer_id: 'o_lead'}) SET o.officer_role = null")
    try:
        await asyncio.sleep(0.3)  # a viewer's rights are remembered for a moment
        assert await heard(officer("o_lead")) == [], "of the leader's team only who has the duty hears of it"
    finally:
        writer.run_write("MATCH (o:Officer {officer_id: 'o_lead'}) SET o.officer_role = '分管领导'")


async def test_who_may_not_read_the_clue_hears_nothing_of_it(officer: As) -> None:
    await done(officer("o_case"), "PROPOSE_ASSIGNMENT", "clue_R", team="SUPERVISION_1")
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT", "clue_R")
    assert await heard(officer("o_sup")) == [("CLUE_ASSIGNED", "APPROVE_ASSIGNMENT", "XS-R")]

    await done(officer("o_sup"), "SEND_BACK", "clue_R")
    await asyncio.sleep(0.3)
    assert await heard(officer("o_sup2")) == [], "what the team gave up it does not read, nor what it was told of it"


async def test_the_daily_job_tells_each_step_once_and_a_second_run_nothing(officer: As, writer: Writer) -> None:
    await done(officer("o_sup"), "PROPOSE_DISPOSAL", "clue_M", disposal="TALK_INQUIRY")
    await done(officer("o_lead"), "APPROVE_DISPOSAL", "clue_M")
    await done(officer("o_sup"), "BEGIN_TALK", "clue_M", paper="函")
    writer.run_write("MATCH (n:Notice) DETACH DELETE n")
    writer.run_write("MATCH (s:ClueStep {act: 'BEGIN_TALK'}) SET s.on = date('2026-03-02')")
    days = {  # due on 2 April 2026, a Thursday
        date(2026, 3, 27): [], date(2026, 3, 30): ["o_sup"], date(2026, 4, 3): ["o_sup", "o_case"],
        date(2026, 4, 10): ["o_sup", "o_case", "o_lead", "o_chief"],
    }  # fmt: skip
    for day, told in days.items():
        before = {name: await heard(officer(name)) for name in ("o_sup", "o_case", "o_lead", "o_chief", "o_other")}
        first, second = run_daily(writer, read_roles(), day), run_daily(writer, read_roles(), day)
        assert (first.told > 0, second.told) == (bool(told), 0)
        new = {name: (await heard(officer(name)))[len(was) :] for name, was in before.items()}
        kind = "CLUE_DUE_SOON" if day < date(2026, 4, 2) else "CLUE_LATE"
        assert {name: each for name, each in new.items() if each} == {
            name: [(kind, "TALK_REPORTED", "XS-M")] for name in told
        }, day

    writer.run_write("MATCH (s:ClueStep {act: 'BEGIN_TALK'}) SET s.on = date('2026-03-03')")
    assert run_daily(writer, read_roles(), date(2026, 4, 3)).told == 1, "another last day is due soon anew"


async def test_a_shelved_clue_is_told_of_on_its_day_once(officer: As, writer: Writer) -> None:
    await done(officer("o_sup"), "PROPOSE_DISPOSAL", "clue_M", disposal="SHELVED")
    await done(officer("o_lead"), "APPROVE_DISPOSAL", "clue_M")
    await done(officer("o_sup"), "SHELVE", "clue_M", lookAgainOn="2099-01-05")
    told = [run_daily(writer, read_roles(), date(2099, 1, day)).told for day in (4, 5, 6)]

    assert told == [0, 1, 0]
    assert (await heard(officer("o_sup")))[-1] == ("CLUE_LOOK_AGAIN", None, "XS-M")
