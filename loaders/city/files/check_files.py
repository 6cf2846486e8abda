"""Files that others are checked against: journeys, days at work, filings, land, hospital stays, transfers."""

from itertools import chain

from loaders.city.cases.plan import CityPlan
from loaders.city.cases.registers import people
from loaders.city.cases.registers.transfers import ordinary_transfers
from loaders.city.files.export import GB18030, UTF8_BOM, Export
from loaders.city.world.world import World

_CLAIM = "报销单号 身份证号 姓名 单位代码 目的地 出发日期 返回日期 报销金额"
_STAY = "就诊流水号 身份证号 姓名 医院代码 入院日期 出院日期 总费用 个人自付 诊断"
_TRANSFER = "移送文号 移送单位 移送日期 关联问题编号 受理线索编号 反馈日期"
_FILING = "备案编号 干部身份证号 干部姓名 亲属身份证号 亲属姓名 称谓 备案日期"


def write_work(world: World, plan: CityPlan, out: Export) -> None:
    """Write journeys that were paid back and days at work."""
    with out.csv("travel_claims", "staff/travel_claims.csv", _CLAIM.split(), GB18030) as write:
        for claim in chain(people.ordinary_claims(world), plan.rows.claims):
            who = (claim.person.id_number, claim.person.name, world.units[claim.unit].uscc)
            write([claim.number, *who, claim.goal, claim.begin, claim.end, f"{claim.fen / 100:.2f}"])
    keys = ["attendance_no", "id_number", "name", "came_at", "left_at"]
    with out.jsonl("attendance", "staff/attendance.jsonl", keys) as write:
        for row in chain(people.ordinary_presences(world), plan.rows.presences):
            write([row.number, row.person.id_number, row.person.name, row.begin, row.end])


def write_checks(world: World, plan: CityPlan, out: Export) -> None:
    """Write filings of kin, land of households and hospital stays."""
    with out.xlsx("kin_filings", "subsidies/kin_filings.xlsx", "近亲属备案", _FILING.split()) as write:
        for row in chain(people.ordinary_filings(world), plan.rows.filings):
            own, kin = row.official, row.relative
            pair = (own.id_number, own.name, kin.id_number, kin.name)
            write([row.number, *pair, row.relation.label, row.day])
    with out.csv("land", "land/contracts.csv", ["户号", "承包地面积(亩)", "承包合同编号"], UTF8_BOM) as write:
        for house, area in (people.land_of(world) | plan.rows.land).items():
            write([f"H{house + 1:07d}", area, f"CB{house + 1:07d}"])
    with out.csv("hospital_stays", "medical/stays.csv", _STAY.split(), GB18030) as write:
        for stay in chain(people.ordinary_stays(world), plan.rows.stays):
            who = (stay.person.id_number, stay.person.name, world.units[stay.hospital].uscc)
            cost = (f"{stay.fen / 100:.2f}", f"{stay.own_fen / 100:.2f}", stay.diagnosis)
            write([stay.number, *who, stay.begin, stay.end, *cost])


def write_transfers(world: World, plan: CityPlan, out: Export) -> None:
    """Write the auditors' letters, as the case supervision office registers them."""
    with out.csv("transfers", "clues/transfers.csv", _TRANSFER.split(), UTF8_BOM) as write:
        for row in chain(ordinary_transfers(world.seed, plan.matters), plan.rows.transfers):
            write([row.number, "云江市审计局", row.day, row.finding, row.accepted, row.answered])
