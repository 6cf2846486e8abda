"""Tenders, bids and contracts: ordinary ones, and those that the tender and firm models find."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loaders.city.cases.plan import CityBid, CityContract, CityPlan, CityProject
from loaders.city.cases.tender_maker import METHODS, WORKS, TenderMaker, bid_number, contract_number, project_number
from loaders.city.world.draws import Draws
from loaders.city.world.firms import Firm
from loaders.city.world.officials import CityKin
from loaders.city.world.size import LAST_DAY
from loaders.city.world.world import Casting, World
from schema.vocabulary import KinRelation, UnitKind


def ordinary_tenders(world: World) -> Iterator[tuple[CityProject, list[CityBid], CityContract | None]]:
    """Yield projects with unconnected bidders, each founded more than a year before, on machines of their own."""
    buyers = [unit for unit in world.units if unit.kind is not UnitKind.VILLAGE]
    for n in range(world.size.projects):
        draws = Draws(world.seed, "project", n)
        unit, opened = draws.pick(buyers), draws.day(date(2023, 2, 1), LAST_DAY)
        ceiling = draws.between(12, 390) * 1_000_000 + draws.below(99) * 10_000
        project = CityProject(
            project_number(opened, n),
            f"{unit.short}{draws.pick(WORKS)}项目",
            draws.pick(METHODS),
            ceiling,
            opened,
            unit.uscc,
            "",
        )
        bids = _ordinary_bids(world, project, n, draws)
        signed = opened + timedelta(days=draws.between(10, 28))
        contract = None
        if bids and signed <= LAST_DAY:
            contract = CityContract(
                contract_number(signed, n),
                f"{project.name}合同",
                bids[0].fen,
                signed,
                project.number,
                unit.uscc,
                bids[0].firm,
            )
        yield project, bids, contract


def _ordinary_bids(world: World, project: CityProject, n: int, draws: Draws) -> list[CityBid]:
    found: list[CityBid] = []
    for turn in range(12):
        firm = world.firms.firm(draws.below(world.size.firms))
        if (project.opened - firm.founded).days < 400 or firm.uscc in {bid.firm for bid in found}:
            continue
        at = datetime.combine(project.opened - timedelta(days=draws.between(0, 3)), time(8, draws.below(60)))
        price = project.ceiling_fen * (9000 + len(found) * draws.between(60, 190) + draws.below(50)) // 10_000
        found.append(
            CityBid(
                bid_number(n, len(found) + 1),
                project.number,
                firm.uscc,
                at,
                price,
                not found,
                f"MAC-{n:07d}-{turn}",
                firm.phone,
                firm.account,
            )
        )
        if len(found) == 3 + n % 3 or project.method == "单一来源":
            break
    return found


@dataclass
class TenderPlanter:
    """Plants hits and near misses of the tender models, and of K1, K3, K4 and K6."""

    world: World
    casting: Casting
    plan: CityPlan

    def __post_init__(self) -> None:
        self.maker = TenderMaker(self.world, self.plan)
        self.buyers = [unit for unit in self.world.units if unit.level in ("city", "district")]

    def plant(self) -> None:
        """Plant them all."""
        makers = (
            ("T1", self._made_to_measure),
            ("T2", self._newborn),
            ("T4", self._one_phone),
            ("T5", self._one_owner),
            ("T6", self._one_machine),
            ("T8", self._steps),
            ("T9", self._fixed_partners),
            ("T11", self._signed_before),
            ("T12", self._split),
            ("K1", self._kin_firm),
            ("K3", self._after_office),
            ("K4", self._official_owner),
            ("K6", self._shells),
        )
        for n in range(self.world.size.hits):
            for is_hit in (True, False):
                for model, make in makers:
                    what = make(n, is_hit, Draws(self.world.seed, f"tender {model} {is_hit}", n))
                    self.plan.model(model, is_hit, what)

    def firm(self, founded: date | None = None, **given: str) -> Firm:
        """Return a new firm of an owner who owns nothing else."""
        return self.world.maker.make([(self.casting.owner(), "100")], "", founded, **given)

    def tender(
        self, firms: list[Firm], draws: Draws, prices: list[int] | None = None, machines: list[str] | None = None
    ) -> CityProject:
        """Plant a project with these bidders; the first wins and signs."""
        project = self.maker.project(draws.pick(self.buyers), draws.day(date(2024, 1, 1), LAST_DAY), draws)
        shares = prices or [93_00 + 117 * n + 13 * n * n for n in range(len(firms))]
        self.maker.bids(project, firms, [project.ceiling_fen // 10_000 * share for share in shares], machines)
        self.maker.contract(project, draws, firms[0].uscc)
        return project

    def _made_to_measure(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        firm, unit = self.firm(), self.buyers[n % len(self.buyers)]
        keys = [firm.uscc, f"{firm.uscc}|{unit.name}"]
        for turn in range(4):
            project = self.maker.project(
                unit if is_hit else draws.pick(self.buyers), date(2025, 2 + turn * 2, 8), draws
            )
            rivals = [self.world.firms.firm((n * 9 + turn * 2 + side) % self.world.size.firms) for side in (0, 1)]
            order = [firm, *rivals] if is_hit or turn == 0 else [*rivals, firm]
            self.maker.bids(project, order, [project.ceiling_fen // 100 * share for share in (94, 96, 97)])
            keys.append(project.number)
        return keys

    def _newborn(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        project = self.maker.project(draws.pick(self.buyers), date(2025, 9, 1), draws)
        project = project._replace(ceiling_fen=max(project.ceiling_fen, 120_000_000))
        self.plan.projects[-1] = project
        firm = self.firm(project.opened - timedelta(days=120 if is_hit else 400))
        firm.is_idle = True
        others = [self.world.firms.firm((n * 5 + side) % self.world.size.firms) for side in (1, 2)]
        self.maker.bids(project, [firm, *others], [project.ceiling_fen // 100 * share for share in (93, 95, 97)])
        return [project.number]

    def _one_owner(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        boss = self.casting.owner()
        first = self.world.maker.make([(self.casting.owner(), "60"), (boss, "40")])
        second = self.world.maker.make([(boss if is_hit else self.casting.owner(), "100")])
        return [self.tender([first, second, self.firm()], draws).number]

    def _one_phone(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        first = self.firm()
        given = {"phone": first.phone} if is_hit else {}
        return [self.tender([first, self.firm(None, **given), self.firm()], draws).number]

    def _signed_before(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        project = self.tender([self.firm(), self.firm()], draws)
        signed = project.opened + timedelta(days=-20 if is_hit else 1)
        self.plan.contracts[-1] = self.plan.contracts[-1]._replace(signed=min(signed, LAST_DAY))
        return [project.number]

    def _one_machine(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        same = f"MAC-00E04C{n:06X}"
        machines = [same, same, f"MAC-33A1{n:06X}"] if is_hit else [same + "-1", same + "-2", same + "-3"]
        return [self.tender([self.firm(), self.firm(), self.firm()], draws, machines=machines).number]

    def _steps(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        prices = [9500, 9600, 9700, 9800] if is_hit else [9500, 9611, 9685, 9803]
        return [self.tender([self.firm() for _ in prices], draws, prices).number]

    def _fixed_partners(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        ring = [self.firm() for _ in range(3)]
        for turn in range(6 if is_hit else 4):
            self.tender(ring[turn % 3 :] + ring[: turn % 3], draws)
        return ["+".join(sorted(firm.uscc for firm in ring))]

    def _split(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        unit, firm = self.buyers[n * 3 % len(self.buyers)], self.firm()
        numbers = []
        for turn in range(4):
            project = self.maker.project(unit, date(2025, 3, 1), draws, f"{unit.short}零星维修（{turn + 1}）")
            opened = date(2025, 3, 3) + timedelta(days=turn * (20 if is_hit else 160))
            self.plan.projects[-1] = project._replace(
                opened=opened, ceiling_fen=380_000_00 * (3 if is_hit else 1), method="询价"
            )
            self.maker.contract(self.plan.projects[-1], draws, firm.uscc)
            numbers.append(project.number)
        return numbers

    def _kin_firm(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        official, owner = self.casting.leader(), self.casting.owner()
        self.world.kin.append(CityKin(official.person, owner, KinRelation.IN_LAW, None))
        firm = self.world.maker.make([(owner, "100")])
        unit = self.world.units[official.unit if is_hit else (official.unit + 31) % 110]
        project = self.maker.project(unit, date(2025, 6, 1), draws)
        self.maker.bids(
            project, [firm, self.firm()], [project.ceiling_fen // 100 * 94, project.ceiling_fen // 100 * 96]
        )
        self.maker.contract(project, draws, firm.uscc)
        return [firm.uscc]

    def _after_office(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        person, unit = self.casting.citizen(), self.buyers[n % len(self.buyers)]
        left = date(2023, 6, 30) if is_hit else date(2019, 6, 30)
        self.world.retired.append((person, unit.index, left))
        firm = self.world.maker.make([(person, "30")], founded=date(2010, 9, 2))
        firm.shares = (firm.shares[0]._replace(since=date(2024, 9, 2)),)
        firm.posts = (firm.posts[0]._replace(since=date(2024, 9, 2)),)
        # The unit gave the firm work while the person was there; the fourth near miss had none of it.
        project = self.maker.project(unit if is_hit or n % 2 else self.buyers[-1 - n], left, draws)
        project = project._replace(opened=left - timedelta(days=draws.between(90, 300)))
        self.plan.projects[-1] = project
        self.maker.bids(project, [firm, self.firm()], [project.ceiling_fen // 100 * share for share in (94, 96)])
        return [firm.uscc]

    def _official_owner(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        person = self.casting.staff().person if is_hit else self.casting.namesake_of_official()
        return [self.world.maker.make([(person, "100")]).uscc]

    def _shells(self, n: int, is_hit: bool, draws: Draws) -> list[str]:
        shared = self.firm()
        given = {"address": shared.address, "phone": shared.phone} if is_hit or n % 2 else {}
        for firm in [shared, *(self.firm(date(2024, 3, 1), **given) for _ in range(3))]:
            firm.is_idle = is_hit or not given  # at one address, but with staff and tax: an honest centre for founders
        return [shared.address, shared.phone]
