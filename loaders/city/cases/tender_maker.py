"""Makes projects, bids and contracts for stories and planted links."""

from datetime import date, datetime, time, timedelta

from loaders.city.cases.plan import CityBid, CityContract, CityPlan, CityProject
from loaders.city.world.draws import Draws
from loaders.city.world.firms import Firm
from loaders.city.world.size import LAST_DAY
from loaders.city.world.units import CityUnit
from loaders.city.world.world import World

WORKS = (
    "办公楼维修改造",
    "道路黑化",
    "信息化系统建设",
    "食堂食材配送",
    "校园围墙改造",
    "农田水利整治",
    "办公设备采购",
    "绿化养护",
    "物业服务",
    "污水管网改造",
    "医疗设备采购",
    "安防监控建设",
)
METHODS = ("公开招标", "竞争性磋商", "询价", "邀请招标", "单一来源")
_PLANTED_FROM = 900_000
_GOODS, _SERVICES = ("采购", "配送"), ("信息化", "养护", "物业", "监控")


def project_number(opened: date, index: int) -> str:
    """Return the number of a project section."""
    return f"YJZC{opened.year}-{index:06d}-01"


def category_of(name: str) -> str:
    """Return what is procured, by the project's name: goods, services or works."""
    if any(word in name for word in _GOODS):
        return "货物"
    return "服务" if any(word in name for word in _SERVICES) else "工程"


def contract_number(signed: date, index: int) -> str:
    """Return the number of a contract."""
    return f"HT{signed.year}-{index:06d}"


def bid_number(index: int, nth: int) -> str:
    """Return the number of a bid."""
    return f"TB{index:07d}-{nth}"


class TenderMaker:
    """Numbers what it makes from a range that ordinary tenders do not use."""

    def __init__(self, world: World, plan: CityPlan) -> None:
        self.world = world
        self.plan = plan

    def project(self, unit: CityUnit, before: date, draws: Draws, name: str = "", place: str = "") -> CityProject:
        """Return a new project that the unit tendered before the day."""
        index = _PLANTED_FROM + len(self.plan.projects)
        opened = max(min(before - timedelta(days=draws.between(40, 200)), LAST_DAY), date(2022, 6, 1))
        ceiling = draws.between(30, 380) * 1_000_000
        title = name or f"{unit.short}{draws.pick(WORKS)}项目"
        project = CityProject(
            project_number(opened, index), title, draws.pick(METHODS[:4]), ceiling, opened, unit.uscc, place
        )
        self.plan.projects.append(project)
        return project

    def contract(self, project: CityProject, draws: Draws, supplier: str = "") -> CityContract:
        """Return a new contract that carries out the project."""
        index = _PLANTED_FROM + len(self.plan.contracts)
        signed = min(project.opened + timedelta(days=draws.between(10, 30)), LAST_DAY)
        firm = supplier or self.world.firms.firm(index % self.world.size.firms).uscc
        amount = project.ceiling_fen * draws.between(90, 99) // 100
        contract = CityContract(
            contract_number(signed, index),
            f"{project.name}合同",
            amount,
            signed,
            project.number,
            project.tenderer,
            firm,
        )
        self.plan.contracts.append(contract)
        return contract

    def bids(
        self, project: CityProject, firms: list[Firm], prices: list[int], machines: list[str] | None = None
    ) -> None:
        """Add one bid per firm; the first firm wins."""
        index = int(project.number.split("-")[1])
        for n, (firm, price) in enumerate(zip(firms, prices, strict=True)):
            at = datetime.combine(project.opened - timedelta(days=1), time(9 + n % 8, 7 * n % 60))
            machine = machines[n] if machines else f"MAC-{index:07d}-{n}"
            self.plan.bids.append(
                CityBid(
                    bid_number(index, n + 1),
                    project.number,
                    firm.uscc,
                    at,
                    price,
                    n == 0,
                    machine,
                    firm.phone,
                    firm.account,
                )
            )
