"""Files on money: reception bills, subsidies, tenders."""

from itertools import chain

from loaders.city.cases.plan import Bill, CityBid, CityPlan, CityProject
from loaders.city.cases.receptions import Receptions
from loaders.city.cases.registers import receptions as papers
from loaders.city.cases.registers.rows import Invoice
from loaders.city.cases.subsidies import ordinary_payments, receivers
from loaders.city.cases.tender_maker import category_of
from loaders.city.cases.tenders import ordinary_tenders
from loaders.city.files.export import GB18030, UTF8_BOM, Cell, Export
from loaders.city.world.world import World

_INVOICE = "发票号码 开票日期 销方代码 购方代码 货物或服务名称 价税合计"


def write_bills(world: World, plan: CityPlan, out: Export) -> None:
    """Write reception bills and the people at the table."""
    keys = ["bill_no", "unit_code", "dined_at", "amount_yuan", "hosts", "guests", "items", "letter_no", "merchant_code"]
    keys += ["guest_unit_code", "purpose", "pos_at", "invoice_no", "invoice_date", "invoice_yuan"]
    posts = {one.person.index: one.unit for one in world.officials}
    bills = [*Receptions(world).ordinary(), *plan.bills]
    with out.jsonl("reception_bills", "consumption/bills.jsonl", keys) as write:
        for bill in bills:
            letter, merchant = bill.letter or None, world.traders[bill.trader].uscc
            write(
                [
                    bill.number,
                    world.units[bill.unit].uscc,
                    bill.at,
                    bill.fen / 100,
                    bill.hosts,
                    bill.guests,
                    bill.items,
                    letter,
                    merchant,
                    *_paper_cells(world, bill, posts),
                ]
            )
    with out.csv(
        "reception_people",
        "consumption/people.csv",
        ["账单编号", "序号", "身份", "姓名职务", "身份证号", "姓名"],
        UTF8_BOM,
    ) as write:
        for bill in bills:
            for n, (role, person, words) in enumerate(bill.present, 1):
                write([bill.number, n, role, words, person.id_number, person.name])
    with out.csv("invoices", "tax/invoices.csv", _INVOICE.split(), GB18030) as write:
        for invoice in chain(
            (_invoice(world, bill) for bill in bills), papers.ordinary_invoices(world), plan.rows.invoices
        ):
            what = (invoice.seller, invoice.buyer, invoice.items, f"{invoice.fen / 100:.2f}")
            write([invoice.number, invoice.day, *what])


def _paper_cells(world: World, bill: Bill, posts: dict[int, int]) -> list[Cell]:
    guests = [posts[person.index] for role, person, _ in bill.present if role == "来客" and person.index in posts]
    unit = bill.guests_of if bill.guests_of >= 0 else guests[0] if guests else None
    paid, invoiced, fen = papers.papers_of(bill)
    who = (world.units[unit].uscc if unit is not None else None, papers.purpose_of(bill))
    return [*who, paid, papers.invoice_number(bill), invoiced, fen / 100]


def _invoice(world: World, bill: Bill) -> Invoice:
    _, day, fen = papers.papers_of(bill)
    ends = (world.traders[bill.trader].uscc, world.units[bill.unit].uscc)
    return Invoice(papers.invoice_number(bill), day, *ends, papers.MEAL, fen)


def write_subsidies(world: World, plan: CityPlan, out: Export) -> None:
    """Write the accounts of the one-card and the payments into them."""
    with out.csv("one_card", "subsidies/accounts.csv", ["身份证号", "姓名", "银行账号", "开户行"], GB18030) as write:
        accounts = {one.account: one for one, _ in receivers(world)} | plan.accounts
        for account, person in accounts.items():
            write([person.id_number, person.name, account, "云江农村商业银行"])
    head = [
        "发放编号",
        "身份证号",
        "姓名",
        "补贴项目",
        "所属期",
        "发放日期",
        "金额",
        "银行账号",
        "审批单位代码",
        "补贴面积(亩)",
    ]
    with out.csv("subsidies", "subsidies/payments.csv", head, GB18030) as write:
        for rows in (ordinary_payments(world), plan.payments):
            for row in rows:
                unit = world.units[row.unit].uscc
                write(
                    [
                        row.number,
                        row.person.id_number,
                        row.person.name,
                        row.scheme,
                        row.period,
                        row.day,
                        f"{row.fen / 100:.2f}",
                        row.account,
                        unit,
                        row.area,
                    ]
                )


def write_tenders(world: World, plan: CityPlan, out: Export) -> None:
    """Write projects, bids and contracts of the public resource trading centre."""
    ordinary = list(ordinary_tenders(world))
    head = [
        "项目编号",
        "项目名称",
        "采购方式",
        "最高限价",
        "开标日期",
        "招标人代码",
        "建设地点",
        "采购类别",
        "中标人代码",
    ]
    projects = chain((one for one, _, _ in ordinary), plan.projects)
    signed = chain((one for _, _, one in ordinary if one), plan.contracts)
    winners = {one.project: one.supplier for one in signed}
    made = chain((bid for _, found, _ in ordinary for bid in found), plan.bids)
    winners |= {bid.project: bid.firm for bid in made if bid.won}
    out.table("projects", "projects", head, ([*_project(one), winners.get(one.number)] for one in projects))
    head = ["投标编号", "项目编号", "投标人代码", "投标时间", "报价", "是否中标", "机器码", "联系电话", "保证金账号"]
    bids = chain((bid for _, found, _ in ordinary for bid in found), plan.bids)
    out.table("bids", "bids", head, map(_bid, bids))
    head = ["合同编号", "合同名称", "合同金额(元)", "签订日期", "项目编号", "甲方代码", "乙方代码"]
    with out.xlsx("contracts", "tenders/contracts.xlsx", "合同", head) as write:
        for one in chain((one for _, _, one in ordinary if one), plan.contracts):
            write([one.number, one.name, one.fen / 100, one.signed, one.project, one.buyer, one.supplier])


def _project(one: CityProject) -> list[Cell]:
    ceiling = f"{one.ceiling_fen / 100:.2f}"
    return [one.number, one.name, one.method, ceiling, one.opened, one.tenderer, one.place, category_of(one.name)]


def _bid(one: CityBid) -> list[Cell]:
    offer = (one.at, f"{one.fen / 100:.2f}", "是" if one.won else "否", one.machine)
    return [one.number, one.project, one.firm, *offer, one.phone or None, one.account or None]
