"""F5: a recommendation to the housing bureau becomes a sweep of every compound of the city."""

from typing import Any

from graph_service.demo.acted.intake import Intake
from graph_service.demo.acted.outcome import Outcome
from graph_service.demo.acted.stage import Actor, Stage

_OF_STORY = "query($uscc: String!, $number: String!) { unit(uscc: $uscc) { id } clue(number: $number) { id } }"


async def compounds(stage: Stage, intake: Intake) -> Outcome:
    """F5: the defect of one estate is sought in all compounds, put right, checked on the spot; rules are made."""
    handler, other, chief = stage.one_of("SUPERVISION_4"), stage.one_of("SUPERVISION_4", 1), stage.one_of("CHIEF")
    paper = await _recommended(stage, intake)
    stage.at("2026-11-04 09:00")
    sweep = await handler.does(
        "open_sweep", "举一反三", recommendation=paper["id"], title="住宅小区用电排查", pattern="交付后仍用施工临时电",
        problem="PROPERTY_MGMT", over={"placeKind": "COMPOUND"},
    )  # fmt: skip
    await chief.does("act_on_sweep", "同意全市排查", id=sweep["id"], action="APPROVE")
    stage.at("2026-11-16 17:00")
    places = [each["id"] for each in sweep["items"]]
    await handler.does("act_on_sweep", "逐个小区查看", id=sweep["id"], action="RECORD_FOUND", items=places)
    await handler.does("act_on_sweep", "排查完毕", id=sweep["id"], action="REPORT", paper="排查报告")
    stage.at("2026-11-20 16:00")
    await handler.does(
        "act_on_sweep", "正式用电已接入", id=sweep["id"], action="RECORD_FIXED", items=places, paper="用电接入单"
    )
    await other.does("act_on_sweep", "现场核查", id=sweep["id"], action="CHECK_FIXED", items=places, way="ON_SITE")
    closed = await chief.does("act_on_sweep", "办结", id=sweep["id"], action="CLOSE", paper="住宅小区用电验收办法")
    await _answered(handler, chief, paper)
    figures = {
        "compounds": closed["fixed"],
        "residents": closed["peopleAffected"],
        "stage": closed["stage"],
        "looked_at": len(places),
    }
    told = f"{closed['fixed']} compounds put right for {closed['peopleAffected']:,} residents"
    return Outcome(intake.stories["F5"]["matters"][0]["number"], figures, told)


async def _recommended(stage: Stage, intake: Intake) -> dict[str, Any]:
    """Return the recommendation that was approved, issued and served."""
    handler, chief, story = stage.one_of("SUPERVISION_4"), stage.one_of("CHIEF"), intake.stories["F5"]
    stage.at("2026-11-02 09:00")
    known = await handler.asks(
        _OF_STORY, uscc=story["expect"]["approving_office"], number=story["matters"][1]["number"]
    )
    made = await handler.does(
        "make_recommendation", "一案一建议", form="SUPERVISORY", unit=known["unit"]["id"],
        matters=[known["clue"]["id"]], title="规范小区用电", findings="竣工验收把关不严，临时用电长期不转正", causes="审批脱节",
        items=[{"text": "全市排查并整改", "type": "SWEEP"}, {"text": "建立交付前用电验收制度", "type": "MAKE_RULE"}],
    )  # fmt: skip
    await chief.does("act_on_recommendation", "同意制发", id=made["id"], action="APPROVE")
    stage.at("2026-11-03 09:00")
    await handler.does("act_on_recommendation", "制发", id=made["id"], action="ISSUE", paper="云监建〔2026〕12号")
    await handler.does("act_on_recommendation", "送达", id=made["id"], action="SERVE", paper="送达回证")
    return made


async def _answered(handler: Actor, chief: Actor, paper: dict[str, Any]) -> None:
    """The bureau replies, every item is checked and sold off, the recommendation is closed."""
    items = [each["id"] for each in paper["items"]]
    for action, given in (
        ("RECORD_REPLY", {"paper": "整改情况报告", "adopted": "FULL"}), ("REPORT_ITEM", {"items": items, "paper": "验收办法"}),
        ("CHECK_ITEM", {"items": items, "way": "PAPER"}),
    ):  # fmt: skip
        await handler.does("act_on_recommendation", "按程序办理", id=paper["id"], action=action, **given)
    await chief.does("act_on_recommendation", "办结", id=paper["id"], action="CLOSE")
