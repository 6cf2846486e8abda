"""Invoices beside the bills: R7, R9 and R10."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loaders.city.cases.models.planting import Case, Planted, Scene
from loaders.city.cases.models.receptions import ReceptionCases
from loaders.city.cases.models.tenders import TenderCases
from loaders.city.cases.registers.receptions import MEAL, sellers
from loaders.city.cases.registers.rows import Invoice
from loaders.city.cases.tender_maker import TenderMaker
from loaders.city.world.draws import Draws
from loaders.city.world.firms import Firm
from loaders.city.world.units import CityUnit

_FESTIVALS = (date(2024, 9, 17), date(2025, 1, 29), date(2025, 5, 31), date(2025, 10, 6), date(2026, 2, 17))
_LUXURIES = ("茶叶礼盒", "白酒", "月饼礼盒", "购物卡")


@dataclass
class InvoiceCases:
    """Plants invoices of the tax register."""

    scene: Scene

    def __post_init__(self) -> None:
        self.bills, self.sellers = ReceptionCases(self.scene), sellers(self.scene.world)
        self.tenders, self.cases_of_tenders = TenderMaker(self.scene.world, self.scene.plan), TenderCases(self.scene)

    def cases(self) -> tuple[Case, ...]:
        """Return the cases."""
        return (
            Case("R7", self._never_booked, (self._paid_by_firm, self._no_meal)),
            Case("R9", self._same_table, (self._once, self._other_days)),
            Case("R10", self._gifts, (self._long_before, self._for_firm, self._for_office)),
        )

    def invoice(self, day: date, seller: str, buyer: str, items: str, fen: int = 186_000) -> str:
        """Plant an invoice."""
        rows = self.scene.plan.rows.invoices
        rows.append(Invoice(f"2536900{len(rows):013d}", day, seller, buyer, items, fen))
        return rows[-1].number

    def _day(self, draws: Draws) -> date:
        return draws.day(date(2024, 3, 1), date(2026, 10, 30))

    def _trader(self, draws: Draws) -> str:
        return draws.pick(self.scene.world.traders).uscc

    def _never_booked(self, n: int, draws: Draws) -> Planted:
        buyer = self.scene.town_unit(draws).uscc
        return Planted([self.invoice(self._day(draws), self._trader(draws), buyer, MEAL)], "a meal in no bill")

    def _paid_by_firm(self, n: int, draws: Draws) -> Planted:
        buyer = draws.pick(self.sellers).uscc
        return Planted([self.invoice(self._day(draws), self._trader(draws), buyer, MEAL)], "a firm's own meal")

    def _no_meal(self, n: int, draws: Draws) -> Planted:
        buyer = self.scene.town_unit(draws).uscc
        number = self.invoice(self._day(draws), draws.pick(self.sellers).uscc, buyer, "办公家具")
        return Planted([number], "no meal, and so in no reception bill")

    def _awarded(self, draws: Draws) -> tuple[CityUnit, Firm]:
        unit = self.scene.town_unit(draws)
        firms = [self.cases_of_tenders.firm(), *self.cases_of_tenders.rivals(draws, 2)]
        project = self.tenders.project(unit, date(2024, 3, 1), draws)
        self.tenders.bids(project, firms, [project.ceiling_fen // 100 * share for share in (94, 95, 98)])
        return unit, firms[0]

    def _meals(self, draws: Draws, meetings: int, days_apart: int) -> list[str]:
        unit, firm = self._awarded(draws)
        first = date(2025, 3, 4) + timedelta(days=draws.below(90))
        trader = draws.below(20)
        for turn in range(2):
            day = first + timedelta(days=turn * 34)
            at = datetime.combine(day, time(12, 20))
            bill = self.bills.bill(draws, unit=unit.index, at=at, trader=trader)
            seller = self.scene.world.traders[bill.trader].uscc
            other = day + timedelta(days=days_apart if turn < meetings else 4)
            self.invoice(other, seller, firm.uscc, MEAL, 82_000)
        return [f"{unit.name}|{firm.uscc}"]

    def _same_table(self, n: int, draws: Draws) -> Planted:
        return Planted(self._meals(draws, 2, 0), "buyer and supplier at one restaurant on two days")

    def _once(self, n: int, draws: Draws) -> Planted:
        return Planted(self._meals(draws, 1, 0), "on one day only")

    def _other_days(self, n: int, draws: Draws) -> Planted:
        return Planted(self._meals(draws, 2, 1), "at the same restaurants, each time a day later")

    def _before(self, n: int, days: int) -> date:
        return _FESTIVALS[n % len(_FESTIVALS)] - timedelta(days=days)

    def _gifts(self, n: int, draws: Draws) -> Planted:
        buyer, seller = self.scene.town_unit(draws).uscc, draws.pick(self.sellers).uscc
        return Planted(
            [self.invoice(self._before(n, 4 + n % 8), seller, buyer, draws.pick(_LUXURIES))], "before a festival"
        )

    def _long_before(self, n: int, draws: Draws) -> Planted:
        buyer, seller = self.scene.town_unit(draws).uscc, draws.pick(self.sellers).uscc
        return Planted([self.invoice(self._before(n, 16), seller, buyer, "茶叶")], "sixteen days before the festival")

    def _for_firm(self, n: int, draws: Draws) -> Planted:
        buyer, seller = draws.pick(self.sellers[:40]).uscc, draws.pick(self.sellers[40:]).uscc
        return Planted([self.invoice(self._before(n, 5), seller, buyer, "月饼礼盒")], "bought by a firm")

    def _for_office(self, n: int, draws: Draws) -> Planted:
        buyer, seller = self.scene.town_unit(draws).uscc, draws.pick(self.sellers).uscc
        return Planted(
            [self.invoice(self._before(n, 5), seller, buyer, "办公用品")], "paper and ink before the festival"
        )
