"""Teams meet on what is new across channels: the agenda brings it, decisions become tasks, and what is open comes again."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from graph_service.clock import BEIJING
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.roles import read_roles
from graph_service.tasks.daily import run_daily
from tests.api.conftest import As, draw_anew
from tests.consultations import ACT, LINKS, PROPOSE, SHOW, SHOW_TASK, agenda, carried, draw_channels, said, write_links
from tests.tasks import WORK

_TEAMS = ["SUPERVISION_1", "PETITION"]
_DECIDED = {"decision": "核对接待费原始凭证", "team": "SUPERVISION_1", "dueOn": "2099-02-02"}
_HIDDEN = [{"text": "登记处掌握的情况", "matters": ["clue_R"]}]


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw_channels())


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:Task|TaskItem|TaskStep|TaskBook|Link|Notice) DETACH DELETE s")
    write_links(writer, "2099-01-03T04:05:06Z", *LINKS)


async def called(officer: As, **given: Any) -> dict[str, Any]:
    """Return a consultation that the register proposed and the leader called."""
    it = await said(officer("o_case"), PROPOSE, **{"teams": _TEAMS, **given})
    assert it["__typename"] == "Consultation", it
    return await carried(officer("o_lead"), it, "APPROVE")


async def waiting(officer: As, name: str) -> list[tuple[str, str]]:
    """Return what waits for an officer: the kind of task and what it is called."""
    return [(each["kind"], each["title"]) for each in (await officer(name).ask(WORK))["taskWorklist"]["nodes"]]


async def test_a_new_link_becomes_a_decision_a_task_and_an_echo(officer: As, writer: Writer) -> None:
    it = await called(officer)
    assert agenda(it) == [(1, "LINK", ["XS-L", "TS-1"])], "new, of two channels, and read by all who take part"
    assert (it["teams"], it["items"][0]["sentenceZh"]) == (
        ["CASE_MGMT", "PETITION", "SUPERVISION_1"],
        "Both name one person",
    )
    assert await waiting(officer, "o_case") == [("Consultation", "跨渠道会商")]

    decided = _DECIDED | {"items": [it["items"][0]["id"]]}
    it = await carried(officer("o_case"), it, "DECIDE", reason="两件事项指向同一人", **decided)
    (item,) = it["items"]
    (task,) = item["tasks"]
    assert (item["state"], item["outcome"]) == ("DECIDED", "两件事项指向同一人")
    assert (task["title"], task["heldBy"], task["stage"]) == ("核对接待费原始凭证", "SUPERVISION_1", "GIVEN")
    it = await carried(officer("o_case"), it, "CLOSE", paper="会商纪要〔2026〕1号")
    assert (it["stage"], it["minutes"]) == ("CLOSED", "会商纪要〔2026〕1号")

    assert await waiting(officer, "o_sup") == [("ConsultationTask", "核对接待费原始凭证")]
    done = {
        "__typename": "ConsultationTask",
        **(await officer("o_sup").ask(SHOW_TASK, {"id": task["id"]}))["consultationTask"],
    }
    assert [each["number"] for each in done["matters"]] == ["XS-L", "TS-1"]
    done = await carried(officer("o_sup"), done, "ACCEPT")
    done = await carried(officer("o_sup"), done, "REPORT", paper="核对报告")
    done = await carried(officer("o_case"), done, "SEND_BACK")
    done = await carried(officer("o_sup2"), done, "REPORT", paper="补充报告")
    done = await carried(officer("o_case"), done, "CONFIRM")
    assert (done["stage"], done["consultation"], done["convenedBy"]) == ("DONE", it["id"], "CASE_MGMT")
    assert [one["stage"] for one in done["steps"]] == [
        "GIVEN",
        "UNDER_WAY",
        "REPORTED",
        "UNDER_WAY",
        "REPORTED",
        "DONE",
    ]


async def test_the_next_agenda_brings_what_is_open_and_what_is_new(officer: As, writer: Writer) -> None:
    it = await called(officer, topics=[{"text": "通报机制"}, *_HIDDEN])
    link, topic, hidden = (
        each["id"] for each in (await officer("o_case").ask(SHOW, {"id": it["id"]}))["consultation"]["items"]
    )
    given = {"items": [link], "decision": "补查", "team": "SUPERVISION_1", "dueOn": "2099-02-02"}
    it = await carried(officer("o_case"), it, "DECIDE", **given)
    it = await carried(officer("o_case"), it, "PUT_OFF", items=[hidden], reason="待登记处补充")
    it = await carried(officer("o_case"), it, "NOTE", items=[topic], reason="已通报")
    await carried(officer("o_case"), it, "CLOSE", paper="纪要")
    writer.run_write("MATCH (t:Task {kind: 'Consultation'}) SET t.made_at = datetime('2099-01-05T00:00:00Z')")
    write_links(writer, "2099-01-06T00:00:00Z", ("newer", "clue_N", "ticket_T"))

    following = await said(officer("o_case"), PROPOSE, teams=_TEAMS)
    assert agenda(following) == [
        (1, "TOPIC", ["XS-R"]), (2, "OPEN_TASK", ["XS-L", "TS-1"]), (3, "LINK", ["XS-N", "TS-1"]),
    ]  # fmt: skip
    assert [each["title"] for each in following["items"][1]["tasks"]] == ["补查"]
    seen = (await officer("o_sup").ask(SHOW, {"id": following["id"]}))["consultation"]
    assert agenda(seen) == [(1, "OPEN_TASK", ["XS-L", "TS-1"]), (2, "LINK", ["XS-N", "TS-1"])]


async def test_no_team_learns_of_a_matter_by_the_agenda(officer: As) -> None:
    both = await said(officer("o_case"), PROPOSE, teams=["PETITION"])
    assert sorted(each[2] for each in agenda(both)) == [["XS-L", "TS-1"], ["XS-R", "TS-1"]], "no data of audit for all"
    other = await said(officer("o_case"), PROPOSE, teams=["SUPERVISION_1"])
    assert sorted(each[2] for each in agenda(other)) == [["XS-L", "SJ-1"], ["XS-L", "TS-1"]], (
        "nothing of the register's"
    )
    assert (await officer("o_sup").ask(SHOW, {"id": both["id"]}))["consultation"] is None

    it = await called(officer)
    show = {"id": it["id"]}
    names = ("o_sup", "o_lead", "o_sup2")
    before = {name: await officer(name).answer(SHOW, show) for name in names}
    it = await carried(officer("o_case"), it, "ADD_TOPICS", topics=_HIDDEN, reason="登记处情况须保密")
    hidden = it["items"][-1]["id"]
    it = await carried(officer("o_case"), it, "NOTE", items=[hidden], reason="登记处另行研究")
    refused = await said(
        officer("o_case"),
        ACT,
        id=it["id"],
        action="DECIDE",
        items=[hidden],
        decision="x",
        team="SUPERVISION_1",
        dueOn="2099-01-09",
    )
    assert refused["__typename"] == "TaskNeedsMore", "a team is given no task on what it may not read"
    it = await carried(
        officer("o_case"), it, "DECIDE", items=[hidden], decision="信访室补充材料", team="PETITION", dueOn="2099-01-09"
    )
    after = {name: await officer(name).answer(SHOW, show) for name in names}
    assert after == before, "agenda, minutes, actions and counts are as if there were no such matter"
    listed = "{ consultationTasks { totalCount } taskWorklist { totalCount } notices { totalCount } }"
    assert (await officer("o_sup").ask(listed))["consultationTasks"]["totalCount"] == 0
    reader = (await officer("o_pet").ask(SHOW, show))["consultation"]
    assert [each["outcome"] for each in reader["items"]] == [None, "季度会商"]
    assert await waiting(officer, "o_pet") == [("ConsultationTask", "信访室补充材料")]
    for name in ("o_inv", "o_audit", "o_it", "o_other"):
        assert (await officer(name).ask(SHOW, show))["consultation"] is None, name


async def test_what_a_consultation_cannot_do(officer: As) -> None:
    it = await called(officer)
    item, given = it["items"][0]["id"], {"decision": "x", "team": "SUPERVISION_1", "dueOn": "2099-01-09"}
    cases = (
        ("o_case", {"action": "DECIDE", "items": [item], **given, "team": "INVESTIGATION_1"}, "TaskNeedsMore"),
        ("o_case", {"action": "DECIDE", "items": [item], **given, "dueOn": "2020-01-06"}, "TaskNeedsMore"),
        ("o_case", {"action": "ADD_TOPICS", "topics": [{"text": " "}]}, "TaskNeedsMore"),
        ("o_sup", {"action": "NOTE", "items": [item]}, "TaskActNotYours"),
        ("o_lead", {"action": "REFUSE"}, "TaskActNotNow"),
        ("o_case", {"action": "CLOSE", "paper": "x", "seen": "PROPOSED"}, "TaskOvertaken"),
    )
    for name, said_with, refused in cases:
        answer = await said(officer(name), ACT, id=it["id"], **said_with)
        assert (answer["__typename"], bool(answer["mend"])) == (refused, True), (name, said_with)
    for teams in ([], ["AUDIT"], ["NOBODY_1", "IT"]):
        assert (await said(officer("o_case"), PROPOSE, teams=teams))["__typename"] == "TaskNeedsMore", teams
    assert (await said(officer("o_sup"), PROPOSE, teams=_TEAMS, topics=_HIDDEN))["__typename"] == "TaskNotVisible"
    assert (
        await officer("o_case").code(ACT, {"id": it["id"], "action": "CLOSE", "reason": "x", "decision": "x"})
        == "BAD_INPUT"
    )


async def test_a_task_that_is_late_is_told_step_by_step(officer: As, writer: Writer) -> None:
    it = await called(officer)
    due = datetime.now(BEIJING).date() + timedelta(days=20)
    given = {"items": [it["items"][0]["id"]], "decision": "补查", "team": "SUPERVISION_1", "dueOn": due.isoformat()}
    await carried(officer("o_case"), it, "DECIDE", **given)
    for days in range(-8, 12):
        run_daily(writer, read_roles(), due + timedelta(days=days))

    notices = "{ notices(first: 100, orderBy: OLDEST) { nodes { kind taskKind limit sentence } } }"
    heard = {
        name: (await officer(name).ask(notices))["notices"]["nodes"]
        for name in ("o_sup", "o_case", "o_lead", "o_other")
    }
    of_task = {
        name: [each["kind"] for each in told if (each["taskKind"], each["limit"]) == ("ConsultationTask", "DONE")]
        for name, told in heard.items()
    }
    assert of_task == {
        "o_sup": ["TASK_DUE_SOON", "TASK_LATE", "TASK_LATE"], "o_case": ["TASK_LATE"], "o_lead": ["TASK_LATE"], "o_other": [],
    }, "who carries it from the first, the register on the next day, the leader after a week"  # fmt: skip
    assert "补查: 报分管领导" in heard["o_lead"][-1]["sentence"]
