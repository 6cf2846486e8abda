"""Story F6: a subordinate's deputy head dines with three inspectors of the superior bureau, and staff pay."""

from datetime import date, datetime

from loaders.city.cases.plan import Bill, CityPlan
from loaders.city.cases.stories import StoryTeller, StoryWords
from loaders.city.words import story_text
from loaders.city.world.officials import Official
from loaders.city.world.units import CityUnit
from schema.vocabulary import Problem

_AT = datetime(2025, 9, 18, 18, 40)
_MERCHANT = 3
_ITEMS = "五粮液2瓶 1980元；软中华香烟2条 1300元；菜品 580元"


def plant_dinner(teller: StoryTeller, plan: CityPlan) -> None:
    """Plant the bill, the alert on it and the clue that the alert became."""
    host = teller.official_of("分岭县市场监督管理局", "副局长")
    below, above = teller.world.units[host.unit], teller.world.unit_named("市场监督管理局")
    payer = teller.official_of(below.name, "股长")
    guests = [one for one in teller.world.officials if one.unit == above.index and not one.is_top][:3]
    for one in guests:
        teller.sketcher.casting.take(one)
    bill = _bill(host, below, guests)
    plan.bills.append(bill)
    plan.model("R8", True, bill.number, story="F6")
    plan.model("R2", True, bill.number, story="F6")
    plan.model("R4", True, bill.number, why="no letter (implied by R8)", story="F6")
    alert = teller.about("alerts", date(2025, 9, 19), below, Problem.DINING).add_person(host.person, "HOST")
    clue = teller.about("clue_register", date(2025, 9, 20), below, Problem.DINING).add_person(host.person)
    for one in guests:
        alert.add_person(one.person, "GUEST")
        clue.add_person(one.person, "INVOLVED")
    alert.add_firm(above.uscc, above.name).add_person(payer.person, "PAYER")
    alert.text = story_text("dinner_alert", bill=bill.number)
    clue.text, clue.post = story_text("dinner_clue"), host.post
    alert.at, alert.clue = datetime(2025, 9, 19, 8, 5), clue
    alert.amount_fen = clue.amount_fen = bill.fen
    alert.fixed = {"channel": "公务消费网络监管", "model": "R8", "severity": "高", "state": "转为问题线索"}
    clue.fixed = {"线索来源": "数据预警", "办理状态": "已立案", "处置方式": "初步核实"}
    words = StoryWords(
        "Dinner of a subordinate's deputy head with three inspectors of the superior bureau",
        "the bill; the people at its table; the host unit stands under the guests' unit",
    )
    units = {"host_unit": below.uscc, "guest_unit": above.uscc}
    people = {"host": host.person.key, "guests": [one.person.key for one in guests], "people_dealt_with": 4}
    teller.note("F6", words, [alert, clue], bill=bill.number, **units, **people)


def _bill(host: Official, below: CityUnit, guests: list[Official]) -> Bill:
    present = [("接待人", host.person, f"{below.short}副局长{host.person.name}")]
    present += [("来客", one.person, f"市局检查组{one.person.name}") for one in guests]
    return Bill(
        "JD2025-900001", below.index, _AT, 386_000, 1, 3, _ITEMS, "", _MERCHANT, tuple(present), "市场监管专项检查"
    )
