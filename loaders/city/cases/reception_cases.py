"""Bills that the reception models R1, R2, R4, R5 and R8 find, and near misses of each."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loaders.city.cases.plan import Bill, CityPlan, Table
from loaders.city.cases.receptions import Receptions
from loaders.city.world.draws import Draws
from loaders.city.world.holidays import working_day
from loaders.city.world.size import LAST_DAY
from loaders.city.world.world import World

_PLANTED_FROM = 910_000
_ORDINARY = Table(2, 8)
_BANNED = "茅台酒1瓶 1499元；中华香烟2条 1300元；菜品 1001元"
_HARMLESS = "白酒鸭1份、烟熏腊肉1份等菜品 960元"


@dataclass
class BillPlanter:
    """Plants hits and near misses of the reception models."""

    world: World
    plan: CityPlan

    def __post_init__(self) -> None:
        self.receptions = Receptions(self.world)

    def plant(self) -> None:
        """Plant them all."""
        makers = {"R1": self._heads, "R2": self._banned, "R4": self._letters, "R5": self._split, "R8": self._above}
        for n in range(self.world.size.hits):
            for is_hit in (True, False):
                for model, make in makers.items():
                    bills = make(Draws(self.world.seed, f"bill {model} {is_hit}", n), is_hit)
                    self.plan.model(model, is_hit, [bill.number for bill in bills])
                    if model == "R8" and is_hit:
                        self.plan.model("R4", True, bills[0].number, why="no letter (implied by R8)")

    def _next(self, draws: Draws, table: Table = _ORDINARY, fen: int = 72_000) -> Bill:
        index = _PLANTED_FROM + len(self.plan.bills)
        day = working_day(draws.day(date(2024, 1, 4), LAST_DAY - timedelta(days=9)))
        at = datetime.combine(day, time(12, index % 60))
        bill = self.receptions.bill(index, draws.pick(self.receptions.hosts), at, table, fen)
        return self._planted(bill._replace(letter=f"云函〔{day.year}〕{index}号"))

    def _planted(self, bill: Bill) -> Bill:
        self.plan.bills.append(bill)
        return bill

    def _changed(self, bill: Bill, **given: object) -> Bill:
        self.plan.bills[self.plan.bills.index(bill)] = changed = bill._replace(**given)  # type: ignore[arg-type]
        return changed

    def _heads(self, draws: Draws, is_hit: bool) -> list[Bill]:
        return [self._next(draws, Table(5 if is_hit else 3, 8), 96_000)]

    def _banned(self, draws: Draws, is_hit: bool) -> list[Bill]:
        bill = self._next(draws, Table(2, 6), 380_000 if is_hit else 96_000)
        return [self._changed(bill, items=_BANNED if is_hit else _HARMLESS)]

    def _letters(self, draws: Draws, is_hit: bool) -> list[Bill]:
        first, second = self._next(draws), self._next(draws)
        return [first, self._changed(second, letter=first.letter) if is_hit else second]

    def _split(self, draws: Draws, is_hit: bool) -> list[Bill]:
        first, second = self._next(draws, fen=118_000), self._next(draws, fen=116_000)
        at = first.at + (timedelta(minutes=20) if is_hit else timedelta(days=7))
        trader = first.trader
        return [first, self._changed(second, unit=first.unit, at=at, trader=trader)]

    def _above(self, draws: Draws, is_hit: bool) -> list[Bill]:
        units = [unit for unit in self.world.units if unit.level == "district" and unit.superiors]
        unit = draws.pick(units)
        peers = [one for one in units if one.district != unit.district and one.field == unit.field]
        other = self.world.units[unit.superiors[0]] if is_hit else draws.pick(peers or units)
        host, guest = self.receptions.staff[unit.index][0], self.receptions.staff[other.index][0]
        present = (
            ("接待人", host.person, f"{unit.short}{host.person.name}"),
            ("来客", guest.person, f"{other.short}{guest.person.name}"),
        )
        bill = self._next(draws)
        return [
            self._changed(
                bill, unit=unit.index, present=present, letter="" if is_hit else bill.letter, purpose="年度工作专项检查"
            )
        ]
