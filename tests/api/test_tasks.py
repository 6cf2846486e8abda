"""A recommendation to a housing bureau becomes a sweep of 23 compounds: acted by different officers, as the story tells it."""

import asyncio
from datetime import datetime
from typing import Any

import pytest

from graph_service.clock import BEIJING
from graph_service.embedded import Running
from graph_service.graph import Writer
from tests.api.conftest import As, draw_anew
from tests.tasks import (
    ACT,
    CHECK,
    COMPOUNDS,
    LOOK,
    MAKE_LIST,
    OPEN,
    RESIDENTS,
    SWEEP,
    carried,
    draw_compounds,
    ids,
    made,
    readers,
    said,
    waiting,
)

_READERS = ("o_sup", "o_case", "o_chief", "o_pet", "o_adj", "o_audit", "o_it")
_ALL = {"placeKind": "COMPOUND", "areaCode": "3611"}


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw_compounds())


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:Task|TaskItem|TaskStep|TaskBook) DETACH DELETE s")


async def served(officer: As, **given: Any) -> dict[str, Any]:
    """Return a recommendation that was approved, issued and served."""
    it = await made(officer("o_sup"), **given)
    it = await carried(officer("o_lead"), it, "APPROVE")
    it = await carried(officer("o_sup"), it, "ISSUE", paper="云监建〔2026〕3号")
    return await carried(officer("o_sup2"), it, "SERVE", paper="送达回证")


async def test_one_recommendation_becomes_safe_power_in_23_compounds(officer: As) -> None:
    handler, leader, chief = officer("o_sup"), officer("o_lead"), officer("o_chief")
    it = await served(officer)
    assert (it["stage"], it["heldBy"], it["number"], it["unit"]) == (
        "SERVED", "SUPERVISION_1", "云监建〔2026〕3号", {"name": "云江市住房和城乡建设局"},
    )  # fmt: skip
    assert await waiting(handler) == [("Recommendation", ["HANDLE"], "PLANNED")]

    # The same defect is sought in every compound of the city, not only where somebody complained.
    sweep = await said(handler, OPEN, recommendation=it["id"], over=_ALL)
    assert (sweep["toCheck"], sweep["found"], sweep["matters"]) == (COMPOUNDS, 0, [{"number": "XS-L"}])
    assert await waiting(chief) == [("Sweep", ["DECIDE"], None)]
    sweep = await carried(chief, sweep, "APPROVE")
    looked = ids(sweep, "TO_CHECK")
    sweep = await carried(handler, sweep, "RECORD_FOUND", items=looked[1:])
    assert {each["action"]: each["reason"] for each in sweep["allowedActions"]}["REPORT"] == (
        'every item has to stand at "Looked at and clear" or "The defect is there" or "Put right, to be checked" or "Put right and checked"'
        ' first: 1 at "To be looked at" 全部事项须为“无此问题”、“已发现”、“已整改”、“已核查”，尚有1项“待排查”'
    )
    sweep = await carried(handler, sweep, "RECORD_CLEAR", items=looked[:1])
    sweep = await carried(handler, sweep, "ADD_FOUND", found=[{"text": "云江路尾在建小区", "people": 40}])
    sweep = await carried(handler, sweep, "REPORT", paper="排查报告")
    assert (sweep["clear"], sweep["found"], sweep["fixed"]) == (1, COMPOUNDS, 0)
    assert sweep["peopleAffected"] == RESIDENTS // COMPOUNDS * (COMPOUNDS - 1) + 40
    sweep = await carried(handler, sweep, "RECORD_FIXED", items=ids(sweep, "FOUND"), paper="正式用电接入单")
    sweep = await carried(officer("o_both"), sweep, "CHECK_FIXED", items=ids(sweep, "FIXED"), way="ON_SITE")
    sweep = await carried(leader, sweep, "CLOSE", paper="住宅小区用电验收办法")
    today = {each["fixedOn"] for each in sweep["items"] if each["state"] == "CHECKED"}
    assert (sweep["stage"], sweep["fixed"], len(today)) == ("CLOSED", COMPOUNDS, 1)

    it = await carried(handler, it, "RECORD_PLAN", paper="整改方案")
    it = await carried(handler, it, "RECORD_REPLY", paper="整改情况报告", adopted="FULL")
    it = await carried(handler, it, "REPORT_ITEM", items=ids(it, "OPEN"), paper="验收单")
    it = await carried(handler, it, "CHECK_ITEM", items=ids(it, "REPORTED"), way="ON_SITE")
    it = await carried(leader, it, "CLOSE")
    assert (it["stage"], it["adopted"], it["sweeps"]) == ("CLOSED", "FULL", [sweep["id"]])
    assert {each["limit"]: each["state"] for each in it["deadlines"]} == {
        "SERVED": "MET", "PLANNED": "MET", "REPLIED": "MET"}  # fmt: skip
    assert [one["stage"] for one in it["steps"][:-1]] == [other["before"] for other in it["steps"][1:]]
    assert not await waiting(handler) + await waiting(leader) + await waiting(chief)


async def test_a_refusal_goes_to_the_superior_body_and_late_items_are_on_the_worklist(
    officer: As, writer: Writer
) -> None:
    items = [{"text": "退还违规收费", "type": "MANAGE", "dueOn": "2020-01-06"}]
    it = await served(officer, items=items, replyDueOn=datetime.now(BEIJING).date().isoformat())
    assert [(each["limit"], each["state"]) for each in it["deadlines"] if each["state"] != "MET"] == [
        ("REPLIED", "WARNING"), ("PLANNED", "RUNNING"), ("ITEM", "OVERDUE")]  # fmt: skip
    assert await waiting(officer("o_sup")) == [("Recommendation", ["HANDLE", "LATE"], "ITEM")]
    assert await waiting(officer("o_lead")) == [("Recommendation", ["ESCALATED"], "ITEM")]
    assert (await said(officer("o_lead"), ACT, id=it["id"], action="REPORT_REFUSAL", body="市政府"))[
        "__typename"
    ] == "TaskActNotNow"
    it = await carried(officer("o_sup"), it, "RECORD_REPLY", paper="复函", adopted="REFUSED")
    it = await carried(officer("o_lead"), it, "REPORT_REFUSAL", body="市政府")
    it = await carried(officer("o_sup"), it, "RECORD_REPLY", paper="第二次复函", adopted="PART")
    it = await carried(officer("o_sup"), it, "REPORT_ITEM", items=ids(it, "OPEN"), paper="退款表")
    it = await carried(officer("o_sup"), it, "RETURN_ITEM", items=ids(it, "REPORTED"))
    assert (it["stage"], it["adopted"], [each["doneOn"] for each in it["items"]]) == ("REPLIED", "PART", [None])


async def test_separate_hands_and_what_an_act_needs(officer: As) -> None:
    it = await made(officer("o_sup"), key="one")
    assert (await made(officer("o_sup"), key="one"))["id"] == it["id"]
    cases = (
        ("o_other", {"action": "ISSUE", "paper": "x"}, "TaskActNotYours"), ("o_sup", {"action": "ISSUE", "paper": "x"}, "TaskActNotNow"),
        ("o_sup", {"action": "APPROVE"}, "TaskActNotYours"), ("o_lead", {"action": "APPROVE", "seen": "SERVED"}, "TaskOvertaken"),
        ("o_lead", {"action": "SET_DUE"}, "TaskNeedsMore"), ("o_lead", {"action": "APPROVE", "reason": " "}, "TaskReasonMissing"),
        ("o_audit", {"action": "APPROVE"}, "TaskNotVisible"), ("o_it", {"action": "APPROVE"}, "TaskNotVisible"),
    )  # fmt: skip
    for name, given, refused in cases:
        answer = await said(officer(name), ACT, id=it["id"], **given)
        assert (answer["__typename"], bool(answer["mend"])) == (refused, True), (name, given)
    it = await served(officer)
    foreign = (await served(officer))["items"][0]["id"]
    for items in ([foreign], []):
        answer = await said(officer("o_sup"), ACT, id=it["id"], action="REPORT_ITEM", paper="x", items=items)
        assert answer["__typename"] == "TaskNeedsMore"
    it = await carried(officer("o_sup"), it, "RECORD_REPLY", paper="x", adopted="FULL")
    it = await carried(officer("o_sup"), it, "REPORT_ITEM", items=ids(it, "OPEN"), paper="x")
    answer = await said(officer("o_lead"), ACT, id=it["id"], action="CLOSE")
    assert (answer["__typename"], answer["mend"]) == (
        "TaskActNotNow",
        'every item has to stand at "Checked and sold off" first: 2 at "Put right as the unit says, to be checked"'
        " 全部事项须为“已销号”，尚有2项“已报整改”",
    )
    given = {"id": it["id"], "action": "CLOSE", "reason": "x", "way": "PAPER"}
    assert await officer("o_lead").code(ACT, given) == "BAD_INPUT"


async def test_who_reads_all_that_it_rests_on_reads_it_and_the_team_that_carries_it(
    officer: As, writer: Writer
) -> None:
    chief = await made(officer("o_chief"), matters=["clue_R"])
    assert chief["__typename"] == "TaskActNotYours", "who approves drafts nothing"
    hidden = await made(officer("o_sup"), matters=["clue_R"])
    nothing = await made(officer("o_sup"), matters=["clue_nothing"])
    assert {hidden["__typename"], nothing["__typename"]} == {"TaskNotVisible"}
    assert (await made(officer("o_sup"), matters=[]))["__typename"] == "TaskNeedsMore"
    for team in ("AUDIT", "IT", "NOBODY", "CHIEF"):
        assert (await made(officer("o_sup"), team=team))["__typename"] == "TaskNeedsMore"
    it = await made(officer("o_sup"), team="SUPERVISION_2")
    found = await readers(officer, it["id"], "o_sup", "o_other", "o_lead", "o_audit", "o_it", "o_pet")
    assert list(found) == ["o_sup", "o_other", "o_lead"]
    # The clue goes to the register alone: only the team that carries the recommendation reads it still, without the clue.
    writer.run_write("MATCH (c:Clue {uid: 'clue_L'}) SET c.audience = 3")
    try:
        found = await readers(officer, it["id"], "o_sup", "o_other", "o_chief")
        listed = "{ recommendations { totalCount } }"
        counts = [
            (await officer(name).ask(listed))["recommendations"]["totalCount"]
            for name in ("o_sup", "o_other", "o_chief")
        ]
    finally:
        writer.run_write("MATCH (c:Clue {uid: 'clue_L'}) SET c.audience = 1")
    assert {name: each["matters"] for name, each in found.items()} == {"o_other": [], "o_chief": [{"number": "XS-L"}]}
    assert counts == [0, 1, 1]


async def test_who_is_recused_from_what_it_rests_on_has_no_task_of_it(officer: As, writer: Writer) -> None:
    it = await made(officer("o_sup"), team="SUPERVISION_2")
    assert list(await readers(officer, it["id"], "o_other", "o_lead")) == ["o_other", "o_lead"]
    writer.run_write(
        "CREATE (:Recusal {uid: 'recusal_1', by: 'o_other', state: 'ACCEPTED', matter: 'clue_L', teams: ['SUPERVISION_2']})"
    )
    try:
        await asyncio.sleep(0.3)
        found = list(await readers(officer, it["id"], "o_other", "o_lead"))
        answer = await said(officer("o_other"), ACT, id=it["id"], action="URGE")
    finally:
        writer.run_write("MATCH (k:Recusal) DELETE k")
        await asyncio.sleep(0.3)
    assert (found, answer["__typename"]) == (["o_lead"], "TaskNotVisible")


async def test_a_sweep_looks_at_what_its_maker_reads_and_shows_each_what_they_read(officer: As, writer: Writer) -> None:
    handler = officer("o_sup")
    named = await said(
        handler,
        OPEN,
        matters=["clue_L"],
        over={"places": ["place_far"], "unitKind": "INSTITUTION", "under": "unit_bureau"},
    )
    assert sorted(each["text"] for each in named["items"]) == ["第0房管所", "第1房管所", "第2房管所", "远方小区"]
    for over in ({"places": ["place_hidden"]}, {"units": ["unit_nothing"]}):
        assert (await said(handler, OPEN, matters=["clue_L"], over=over))["__typename"] == "TaskNotVisible"
    assert (await said(handler, OPEN, matters=["clue_L"], over={}))["__typename"] == "TaskNeedsMore"
    show = f"query($id: ID!) {{ sweep(id: $id) {{ {SWEEP.partition('... on Sweep { ')[2]} }}"
    writer.run_write("MATCH (p:Place {uid: 'place_far'}) SET p.audience = 9")
    try:
        seen = (await handler.ask(show, {"id": named["id"]}))["sweep"]
    finally:
        writer.run_write("MATCH (p:Place {uid: 'place_far'}) SET p.audience = 1")
    assert (seen["toCheck"], "远方小区" in str(seen)) == (3, False)
    given = {"id": named["id"], "action": "APPROVE", "reason": "x", "people": 3}
    assert await officer("o_chief").code(LOOK, given) == "BAD_INPUT"


async def test_a_supervision_list_is_checked_item_by_item_and_a_problem_leads_to_its_matter(officer: As) -> None:
    register = officer("o_sup")
    items = [{"text": "工程招标", "dueOn": "2020-03-02"}, {"text": "维修资金"}]
    it = await said(register, MAKE_LIST, items=items)
    assert (await said(officer("o_sup2"), CHECK, id=it["id"], action="APPROVE"))["__typename"] == "TaskActNotYours"
    it = await carried(officer("o_lead"), it, "APPROVE")
    assert await waiting(register) == [("SupervisionList", ["HANDLE", "LATE"], "ITEM")]
    first, second = ids(it, "TO_CHECK")
    for matter in (None, "clue_R"):
        answer = await said(
            register, CHECK, id=it["id"], action="CHECK_PROBLEM", items=[first], way="ON_SITE", matter=matter
        )
        assert answer["__typename"] == "TaskNeedsMore", "no matter, or one that the officer does not read"
    it = await carried(register, it, "CHECK_PROBLEM", items=[first], way="ON_SITE", matter="clue_L", reason="围标线索")
    it = await carried(register, it, "CHECK_GOOD", items=[second], way="PAPER")
    assert (it["toCheck"], it["good"], it["problems"], it["items"][0]["matter"]) == (0, 1, 1, {"number": "XS-L"})
    assert await waiting(register) == []
    it = await carried(register, it, "CHECK_AGAIN", items=[second], dueOn="2099-01-05")
    assert [(each["state"], each["checkedOn"] is None, each["dueOn"]) for each in it["items"]][1] == (
        "TO_CHECK",
        True,
        "2099-01-05",
    )
    listed = {
        name: (await officer(name).ask("{ supervisionLists { totalCount } }"))["supervisionLists"]["totalCount"]
        for name in _READERS
    }
    assert listed == {"o_sup": 1, "o_case": 1, "o_chief": 1, "o_pet": 0, "o_adj": 0, "o_audit": 0, "o_it": 0}
