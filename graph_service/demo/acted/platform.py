"""F3 and F4: a ticket through its unit's information officer to the rated answer; a housing estate that has safe power in fifteen days."""

from datetime import date
from typing import Any

from graph_service.demo.acted.intake import Intake
from graph_service.demo.acted.outcome import Outcome
from graph_service.demo.acted.stage import Actor, Stage
from graph_service.errors import BadInput

_ENROLLED = "{ units(filter: {isEnrolled: true}, first: 0) { totalCount } }"
_TASK = """query($id: ID!) { recommendation(id: $id) { stage closedOn items { state doneOn } deadlines { limit state } } }"""


async def platform(stage: Stage, intake: Intake) -> Outcome:
    """F3: the desk sends it, the unit answers poorly, the answer is sent back, checked and rated."""
    desk, conduct, ticket = stage.one_of("MEDIA_DESK"), stage.one_of("CONDUCT"), intake.ticket("F3")
    stage.at("2026-11-03 08:50")
    units = (await stage.one_of("CHIEF").asks(_ENROLLED))["units"]["totalCount"]
    routes = await desk.looks("ticket_routes", ticket=ticket)
    desk.says("ticketRoutes 转办去向", f"{len(routes)} units with an information officer")
    await desk.does("act_on_ticket", "转办", id=ticket, action="SEND", unit=routes[0]["id"])
    stage.at("2026-11-03 09:30")
    unit = await _informing(stage, ticket)
    await unit.does("act_on_ticket", "已签收", id=ticket, action="ACCEPT")
    stage.at("2026-11-04 15:00")
    await unit.does("act_on_ticket", "答复", id=ticket, action="ANSWER", answer="正在研究")
    stage.at("2026-11-05 09:00")
    await conduct.does("act_on_ticket", "答非所问，退回重办", id=ticket, action="SEND_BACK")
    stage.at("2026-11-06 11:00")
    await unit.does("act_on_ticket", "重新答复", id=ticket, action="ANSWER", answer="已增开两个窗口并公示排队时间")
    stage.at("2026-11-09 10:00")
    await conduct.does("act_on_ticket", "现场核查属实", id=ticket, action="CHECK_ANSWER", way="ON_SITE")
    rated = await desk.does("act_on_ticket", "回访群众", id=ticket, action="RATE", rating=5)
    life = rated["life"]
    states = {each["limit"]: each["state"] for each in life["deadlines"]}
    figures = {
        "units": units,
        "stage": life["stage"],
        "rating": life["rating"],
        "deadlines": states,
        "routes": len(routes),
    }
    return Outcome(
        "TS-F3",
        figures,
        f"{units} units are enrolled; ticket TS-F3 was sent back once and closed with {life['rating']} of 5",
    )


async def _informing(stage: Stage, ticket: str) -> Actor:
    """Return the information officer to whom the ticket is there; to one of another unit it is not."""
    found = []
    for place, _ in enumerate(stage.staff["UNIT_OFFICER"]):
        officer = stage.one_of("UNIT_OFFICER", place)
        shown = (await officer.asks("{ tickets(first: 50) { nodes { id } } }"))["tickets"]["nodes"]
        is_there = ticket in [each["id"] for each in shown]
        officer.says("tickets 本单位投诉件", "it is there" if is_there else "there is nothing")
        found += [officer] if is_there else []
    if len(found) != 1:
        raise BadInput(f"the ticket is there for {len(found)} information officers", ticket, "load the city again")
    return found[0]


async def safe_power(stage: Stage, intake: Intake) -> Outcome:
    """F4: a complaint becomes a recommendation to the zone: formal power in fifteen days, and those who answer for it called to account."""
    handler, chief, ticket = stage.one_of("SUPERVISION_4"), stage.one_of("CHIEF"), intake.ticket("F4")
    unit = intake.entities("F4", "Unit")[0]["id"]
    stage.at("2026-11-02 10:00")
    items = [
        {"text": "为小区接入正式供电", "type": "CLOSE_LOOPHOLE", "dueOn": "2026-11-17"},
        {"text": "追究相关责任人责任", "type": "PUNISH", "dueOn": "2026-11-17"},
    ]
    made = await handler.does(
        "make_recommendation", "群众投诉属实，责令限期整改", form="SUPERVISORY", unit=unit, matters=[ticket], title="小区用电安全", items=items,
        findings=intake.originals["F4"]["text"] or "长期使用施工用电", replyDueOn="2026-11-17",
    )  # fmt: skip
    task = made["id"]
    await chief.does("act_on_recommendation", "同意制发", id=task, action="APPROVE")
    stage.at("2026-11-02 15:00")
    await handler.does("act_on_recommendation", "制发", id=task, action="ISSUE", paper="云监建〔2026〕11号")
    await handler.does("act_on_recommendation", "当面送达", id=task, action="SERVE", paper="送达回证")
    stage.at("2026-11-04 09:00")
    await handler.does("act_on_recommendation", "整改方案", id=task, action="RECORD_PLAN", paper="整改方案")
    stage.at("2026-11-17 10:00")
    done = [each["id"] for each in made["items"]]
    await handler.does(
        "act_on_recommendation", "正式供电已接通", id=task, action="RECORD_REPLY", paper="整改情况报告", adopted="FULL"
    )
    await handler.does(
        "act_on_recommendation",
        "接电、问责均已完成",
        id=task,
        action="REPORT_ITEM",
        items=done,
        paper="用电验收单、问责决定",
    )
    await handler.does("act_on_recommendation", "现场核查", id=task, action="CHECK_ITEM", items=done, way="ON_SITE")
    await chief.does("act_on_recommendation", "办结", id=task, action="CLOSE")
    told = (await chief.asks(_TASK, id=task))["recommendation"]
    return _told_of(intake, told)


def _told_of(intake: Intake, told: dict[str, Any]) -> Outcome:
    days = (date.fromisoformat(told["closedOn"]) - date.fromisoformat(intake.day("F4"))).days
    people = intake.stories["F4"]["expect"]["residents"]
    figures = {"days": days, "residents": people, "stage": told["stage"], "items": [each["state"] for each in told["items"]],
               "deadlines": {each["limit"]: each["state"] for each in told["deadlines"]}}  # fmt: skip
    return Outcome("TS-F4", figures, f"{people:,} residents had safe power {days} days after the complaint")
