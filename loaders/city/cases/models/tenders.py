"""Tenders: T3, T7 and T10, and near misses of T1, T4, T5, T8 and T12."""

from dataclasses import dataclass
from datetime import date, timedelta

from loaders.city.cases.models.planting import Case, Planted, Scene
from loaders.city.cases.plan import CityProject
from loaders.city.cases.tender_maker import TenderMaker
from loaders.city.world.draws import Draws
from loaders.city.world.firms import Firm
from loaders.city.world.units import CityUnit

_PRICES = (9_412, 9_561, 9_688, 9_853)


@dataclass
class TenderCases:
    """Plants projects, bids and contracts."""

    scene: Scene

    def __post_init__(self) -> None:
        self.maker = TenderMaker(self.scene.world, self.scene.plan)
        units = [one for one in self.scene.world.units if one.level in ("city", "district")]
        self._areas = [[one for one in units if one.area == area] for area in ("360502", "360521")]
        self._villages = [one for one in self.scene.world.units if one.level == "village"]

    def cases(self) -> tuple[Case, ...]:
        """Return the cases; the other hits are planted with the tenders of the city."""
        return (
            Case("T3", self._home_hero, (self._wins_abroad,)),
            Case("T7", self._one_account, (self._next_account,)),
            Case("T10", self._favourite, (self._tries_often,)),
            Case("T12", None, (self._put_to_tender,)),
        )

    def firm(self) -> Firm:
        """Return a new firm of an owner who owns nothing else."""
        return self.scene.world.maker.make([(self.scene.person(), "100")], founded=date(2016, 5, 9))

    def rival(self, draws: Draws) -> Firm:
        """Return an ordinary firm that has been there for years."""
        firms = self.scene.world.firms
        while True:
            firm = firms.firm(draws.below(firms.count))
            if firm.founded < date(2022, 6, 1):
                return firm

    def rivals(self, draws: Draws, count: int) -> list[Firm]:
        """Return so many such firms, no two of them the same."""
        found: dict[str, Firm] = {}
        while len(found) < count:
            firm = self.rival(draws)
            found[firm.uscc] = firm
        return list(found.values())

    def tender(self, unit: CityUnit, day: date, firms: list[Firm], draws: Draws) -> CityProject:
        """Plant an open tender; the first firm wins."""
        plan = self.scene.plan
        project = self.maker.project(unit, day, draws)
        project = project._replace(opened=day, method="公开招标")
        plan.projects[-1] = project
        self.maker.bids(project, firms, [project.ceiling_fen // 10_000 * price for price in _PRICES[: len(firms)]])
        return project

    def _bid_around(self, draws: Draws, wins_abroad: int) -> list[str]:
        hero = self.firm()
        home, abroad = self._areas if draws.chance(500) else self._areas[::-1]
        for turn in range(5):
            day = date(2024, 2, 8) + timedelta(days=turn * 77 + draws.below(20))
            others = self.rivals(draws, 4)
            order = [hero, *others[:2]] if turn else [others[0], hero, others[1]]
            self.tender(draws.pick(home), day, order, draws)
            order = [hero, *others[2:]] if turn < wins_abroad else [others[2], hero, others[3]]
            self.tender(draws.pick(abroad), day + timedelta(days=30), order, draws)
        return [hero.uscc]

    def _home_hero(self, n: int, draws: Draws) -> Planted:
        return Planted(self._bid_around(draws, 0), "wins four of five at home and none of five elsewhere")

    def _wins_abroad(self, n: int, draws: Draws) -> Planted:
        return Planted(self._bid_around(draws, 1), "wins elsewhere too")

    def _deposits(self, draws: Draws, is_shared: bool) -> list[str]:
        firms = self.rivals(draws, 3)
        project = self.tender(self.scene.town_unit(draws), draws.day(date(2024, 2, 8), date(2026, 8, 20)), firms, draws)
        if is_shared:
            bids = self.scene.plan.bids
            bids[-2] = bids[-2]._replace(account=bids[-3].account)
        return [project.number]

    def _one_account(self, n: int, draws: Draws) -> Planted:
        return Planted(self._deposits(draws, True), "two deposits from one account")

    def _next_account(self, n: int, draws: Draws) -> Planted:
        return Planted(self._deposits(draws, False), "every deposit from the firm's own account")

    def _many(self, unit: CityUnit, won: int, tried: int, draws: Draws) -> list[str]:
        firm = self.firm()
        for turn in range(8):
            rivals = self.rivals(draws, 2)
            order = [firm, *rivals] if turn < won else [*rivals, firm] if turn < tried else rivals
            self.tender(unit, date(2024, 3, 4) + timedelta(days=turn * 95), order, draws)
        return [f"{firm.uscc}|{unit.name}"]

    def _favourite(self, n: int, draws: Draws) -> Planted:
        keys = self._many(self._villages[7 + n * 4], 5, 6, draws)
        return Planted(keys, "five of eight projects of the unit, with six bids")

    def _tries_often(self, n: int, draws: Draws) -> Planted:
        return Planted(self._many(self._villages[9 + n * 4], 5, 8, draws), "five of eight projects, with eight bids")

    def _put_to_tender(self, n: int, draws: Draws) -> Planted:
        firm, unit = self.firm(), self._villages[1 + n * 4]
        days = (date(2025, 3, 3), date(2025, 4, 7), date(2025, 5, 12), date(2025, 6, 16))
        projects = [self.tender(unit, day, [firm, self.rival(draws)], draws) for day in days[: 3 + n % 2]]
        self.tender(self.scene.town_unit(draws), date(2025, 1, 14), [self.rival(draws), firm], draws)
        return Planted([one.number for one in projects], "every part was put to open tender")
