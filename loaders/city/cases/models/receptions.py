"""Reception bills: near misses of R1, R2, R4, R5 and R8; R3 and R6."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loaders.city.cases.models.planting import Case, Planted, Scene
from loaders.city.cases.plan import Bill, Papers, Table
from loaders.city.cases.receptions import Receptions
from loaders.city.cases.registers.receptions import papers_of
from loaders.city.world.draws import Draws
from loaders.city.world.holidays import working_day
from loaders.city.world.units import CityUnit

_FROM = 930_000


@dataclass
class ReceptionCases:
    """Plants bills that are right in everything but what a case changes."""

    scene: Scene

    def __post_init__(self) -> None:
        self.receptions = Receptions(self.scene.world)
        self._villages = [unit for unit in self.scene.world.units if unit.level == "village"]

    def cases(self) -> tuple[Case, ...]:
        """Return the cases."""
        return (
            Case("R1", None, (self._third_part,)),
            Case("R2", None, (self._at_standard,)),
            Case("R3", self._apart, (self._day_later, self._rounded)),
            Case("R4", None, (self._other_year, self._two_meals)),
            Case("R5", None, (self._two_shops, self._below_limit)),
            Case("R6", self._jump, (self._growth,)),
            Case("R8", None, (self._exchange_above, self._peers)),
        )

    def bill(self, draws: Draws, table: Table = Table(2, 8), fen: int = 72_000, **given: object) -> Bill:  # noqa: B008 - frozen
        """Plant a bill with a letter of its own."""
        bills = self.scene.plan.bills
        index = _FROM + len(bills)
        day = working_day(draws.day(date(2024, 2, 5), date(2026, 10, 30)))
        bill = self.receptions.bill(
            index, draws.pick(self.receptions.hosts), datetime.combine(day, time(12, index % 60)), table, fen
        )
        bill = bill._replace(letter=f"云接函〔{day.year}〕{index}号")._replace(**given)  # type: ignore[arg-type]
        bills.append(bill)
        return bill

    def _change(self, bill: Bill, **given: object) -> Bill:
        bills = self.scene.plan.bills
        bills[bills.index(bill)] = changed = bill._replace(**given)  # type: ignore[arg-type]
        return changed

    def _third_part(self, n: int, draws: Draws) -> Planted:
        return Planted([self.bill(draws, Table(4, 12), 150_000).number], "a host for every three of twelve guests")

    def _at_standard(self, n: int, draws: Draws) -> Planted:
        return Planted([self.bill(draws, Table(2, 8), 149_900).number], "149.90 yuan a head")

    def _apart(self, n: int, draws: Draws) -> Planted:
        bill = self.bill(draws)
        paid, day, fen = papers_of(bill)
        papers = (
            Papers(paid, day + timedelta(days=6), fen),
            Papers(paid + timedelta(days=3), day, fen),
            Papers(paid, day, fen + 26_000),
        )[n % 3]
        self._change(bill, papers=papers)
        return Planted([bill.number], "days or amounts of the three papers differ")

    def _day_later(self, n: int, draws: Draws) -> Planted:
        bill = self.bill(draws)
        paid, day, fen = papers_of(bill)
        self._change(bill, papers=Papers(paid, day + timedelta(days=1), fen))
        return Planted([bill.number], "the invoice is a day later")

    def _rounded(self, n: int, draws: Draws) -> Planted:
        bill = self.bill(draws)
        paid, day, fen = papers_of(bill)
        self._change(bill, papers=Papers(paid, day, fen - 40))
        return Planted([bill.number], "the invoice is rounded by 0.40 yuan")

    def _other_year(self, n: int, draws: Draws) -> Planted:
        first, second = self.bill(draws), self.bill(draws)
        years = [f"云来函〔{year}〕{n + 1}号" for year in (2024, 2025)]
        keys = [self._change(one, letter=letter).number for one, letter in zip((first, second), years, strict=True)]
        return Planted(keys, "the same number of two years")

    def _two_meals(self, n: int, draws: Draws) -> Planted:
        first, second = self.bill(draws), self.bill(draws)
        at = first.at.replace(hour=18)
        self._change(second, letter=first.letter, unit=first.unit, at=at, trader=(first.trader + 1) % 20)
        return Planted([first.number, second.number], "two meals of one visit on one day")

    def _two_shops(self, n: int, draws: Draws) -> Planted:
        first, second = self.bill(draws, fen=118_000), self.bill(draws, fen=116_000)
        self._change(second, unit=first.unit, at=first.at + timedelta(minutes=30), trader=(first.trader + 1) % 20)
        return Planted([first.number, second.number], "two shops on one day")

    def _below_limit(self, n: int, draws: Draws) -> Planted:
        first, second = self.bill(draws, fen=98_000), self.bill(draws, fen=96_000)
        self._change(second, unit=first.unit, at=first.at + timedelta(minutes=30), trader=first.trader)
        return Planted([first.number, second.number], "one shop on one day, below the limit together")

    def _quarter(self, unit: CityUnit, first: date, costs: list[int], draws: Draws) -> None:
        for turn, fen in enumerate(costs):
            at = datetime.combine(working_day(first + timedelta(days=12 + turn * 13)), time(12, turn))
            self.bill(draws, Table(3, 9), fen, unit=unit.index, at=at)

    def _years(self, unit: CityUnit, n: int, now: list[int], draws: Draws) -> list[str]:
        month = n % 3 * 3 + 1
        self._quarter(unit, date(2024, month, 1), [112_000] * 3, draws)
        self._quarter(unit, date(2025, month, 1), now, draws)
        return [f"2025Q{n % 3 + 1}|{unit.name}"]

    def _jump(self, n: int, draws: Draws) -> Planted:
        unit = self._villages[3 + n * 4]
        return Planted(self._years(unit, n, [168_000] * 5, draws), "two and a half times the year before")

    def _growth(self, n: int, draws: Draws) -> Planted:
        unit = self._villages[5 + n * 4]
        return Planted(self._years(unit, n, [140_000] * 3, draws), "a quarter more than the year before")

    def _exchange_above(self, n: int, draws: Draws) -> Planted:
        unit = draws.pick([one for one in self.scene.world.units if one.level == "district" and one.superiors])
        bill = self.bill(draws, unit=unit.index, guests_of=unit.superiors[0], purpose="工作交流")
        return Planted([bill.number], "guests of the superior unit, to no check")

    def _peers(self, n: int, draws: Draws) -> Planted:
        units = [one for one in self.scene.world.units if one.level == "district"]
        unit = draws.pick(units)
        other = draws.pick([one for one in units if one.district != unit.district and one.field == unit.field] or units)
        bill = self.bill(draws, unit=unit.index, guests_of=other.index, purpose="交叉检查")
        return Planted([bill.number], "a check among units of one level")
