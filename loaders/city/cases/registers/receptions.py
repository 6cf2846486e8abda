"""What stands on a reception bill beside the table, and the invoices of the tax register."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.city.cases.plan import Bill, Papers
from loaders.city.cases.registers.rows import Invoice
from loaders.city.world.draws import Draws
from loaders.city.world.firms import Firm
from loaders.city.world.size import LAST_DAY
from loaders.city.world.world import World
from schema.vocabulary import UnitKind

MEAL = "餐饮服务*餐费"
_GOODS = ("办公用品", "印刷品", "打印服务费", "维修材料", "会议用品", "物业服务费", "保洁用品")
_PURPOSES = ("工作交流", "学习考察", "项目对接", "业务洽谈", "招商对接")


def purpose_of(bill: Bill) -> str:
    """Return why the guests came."""
    return bill.purpose or Draws(0, f"purpose {bill.number}", 0).pick(_PURPOSES)


def papers_of(bill: Bill) -> Papers:
    """Return slip and invoice of the bill, which agree with it unless somebody planted that they do not."""
    return bill.papers or Papers(bill.at + timedelta(minutes=75), bill.at.date(), bill.fen)


def invoice_number(bill: Bill) -> str:
    """Return the number of the bill's invoice, 20 digits."""
    return f"25362000{Draws(0, f'invoice {bill.number}', 0).below(10**12):012d}"


def sellers(world: World) -> list[Firm]:
    """Return firms that sell to offices; none of them has a kitchen."""
    firms = (world.firms.firm(index) for index in range(min(world.size.firms, 2_000)))
    return [firm for firm in firms if "餐饮" not in firm.name]


def ordinary_invoices(world: World) -> Iterator[Invoice]:
    """Yield what offices buy for their work, and meals that firms pay themselves."""
    buyers = [unit.uscc for unit in world.units if unit.kind is not UnitKind.VILLAGE]
    shops = sellers(world)
    for n in range(world.size.bills * 2):
        draws = Draws(world.seed, "office invoice", n)
        day, fen = draws.day(date(2024, 1, 4), LAST_DAY), draws.between(300, 9_000) * 100
        yield Invoice(f"2536100{n:013d}", day, draws.pick(shops).uscc, draws.pick(buyers), draws.pick(_GOODS), fen)
    for n in range(world.size.bills // 2):
        draws = Draws(world.seed, "firm meal", n)
        day, fen = draws.day(date(2024, 1, 4), LAST_DAY), draws.between(200, 3_000) * 100
        yield Invoice(f"2536300{n:013d}", day, draws.pick(world.traders).uscc, draws.pick(shops).uscc, MEAL, fen)
