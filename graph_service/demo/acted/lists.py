"""F9: what is looked at in a unit is a list derived from its duties; a problem leads to its matter."""

from graph_service.demo.acted.intake import Intake
from graph_service.demo.acted.outcome import Outcome
from graph_service.demo.acted.stage import Stage

_TEAM = "SUPERVISION_1"
_UNITS = "query($code: String!) { team(code: $code) { oversees(first: 100) { unit { id name } } } }"
_MATTERS = "query($unit: ID!) { matters(filter: {unit: $unit}, first: 1) { nodes { id number } } }"
_DUTIES = ("重大事项集体决策", "公务接待审批", "公车和加油卡管理", "资金支付复核")


async def unit_lists(stage: Stage, intake: Intake) -> Outcome:
    """F9: the office proposes a list for one of its units, the chief approves, the items are checked by their day."""
    office, chief = stage.one_of(_TEAM), stage.one_of("CHIEF")
    stage.at("2026-11-02 09:00")
    units = [each["unit"] for each in (await office.asks(_UNITS, code=_TEAM))["team"]["oversees"]]
    found = [(unit, (await office.asks(_MATTERS, unit=unit["id"]))["matters"]["nodes"]) for unit in units]
    unit, matters = next((unit, nodes) for unit, nodes in found if nodes)
    items = [{"text": each, "dueOn": "2026-11-20"} for each in _DUTIES]
    made = await office.does(
        "make_supervision_list",
        "按单位职责列出监督事项",
        unit=unit["id"],
        title="日常监督清单",
        items=items,
        basis="三定规定",
    )
    await chief.does("act_on_supervision_list", "同意", id=made["id"], action="APPROVE")
    ids = [each["id"] for each in made["items"]]
    stage.at("2026-11-12 10:00")
    await office.does(
        "act_on_supervision_list", "查阅资料，未见异常", id=made["id"], action="CHECK_GOOD", items=ids[1:], way="PAPER"
    )
    checked = await office.does(
        "act_on_supervision_list",
        "会议记录缺失",
        id=made["id"],
        action="CHECK_PROBLEM",
        items=ids[:1],
        way="ON_SITE",
        matter=matters[0]["id"],
    )
    figures = {"units": len(units), "good": checked["good"], "problems": checked["problems"], "to_check": checked["toCheck"],
               "matter": checked["items"][0]["matter"]["number"]}  # fmt: skip
    told = f"{_TEAM} watches over {len(units)} units; of {len(ids)} duties of {unit['name']} one led to {figures['matter']}"
    return Outcome(str(figures["matter"]), figures, told)
