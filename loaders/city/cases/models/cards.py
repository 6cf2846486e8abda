"""Fuel cards and what is bought with them: V1 to V5, V7 to V11."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loaders.city.cases.fuel import Drive, Refuel, fuel_price, ordinary_refuellings, receipt_number, trip_number
from loaders.city.cases.models.planting import Case, Planted, Scene
from loaders.city.cases.registers.rows import Repair
from loaders.city.world.draws import Draws
from loaders.city.world.grounds import Spot, spot_of
from loaders.city.world.holidays import HOLIDAYS, working_day
from loaders.city.world.places import words_of
from loaders.city.world.vehicles import CityVehicle

_RECEIPTS_FROM, _TRIPS_FROM = 92_000_000, 97_000_000
_QUARTERS = ((2025, 2), (2025, 3), (2025, 4), (2026, 1), (2026, 2), (2026, 3))
_ON_DUTY = ("应急保障", "行政执法")
# Where cars move often, all of them do on most eves: what would fall on a holiday is done the working day before.
_EVES = (
    date(2026, 4, 30),
    *sorted({working_day(day) for day in HOLIDAYS if date(2025, 1, 20) < day < date(2026, 9, 20)}),
)
_FESTIVE = sorted(day for day in HOLIDAYS if date(2025, 1, 20) < day < date(2026, 10, 8))


@dataclass
class CardCases:
    """Plants refuellings, and the trips, repairs and cards that go with them."""

    scene: Scene

    def cases(self) -> tuple[Case, ...]:
        """Return the cases; the hits of V1, V2, V3, V5, V7 and V11 are those of story F7, which has 42 and no more."""
        self.note_chance()
        return (
            Case("V1", None, (self._full_tank,)),
            Case("V2", None, (self._old_position, self._near_station)),
            Case("V3", None, (self._two_small, self._far_apart)),
            Case("V4", self._twice_a_day, (self._next_day,)),
            Case("V5", None, (self._eve, self._on_duty)),
            Case("V7", None, (self._long_name, self._additive)),
            Case("V8", self._many_small, (self._three_small,)),
            Case("V9", self._thirsty, (self._fair_use,)),
            Case("V10", self._in_repair, (self._back_from_repair, self._before_sealing)),
            Case("V11", None, (self._lent_card,)),
        )

    def note_chance(self) -> None:
        """Write down where an older case fell on a day on which the car was fuelled anyway."""
        scene = self.scene
        planted: dict[tuple[str, date], list[str]] = {}
        for row in scene.plan.refuellings:
            planted.setdefault((row.card, row.at.date()), []).append(row.number)
        for row in ordinary_refuellings(scene.world.seed, scene.cars, scene.world.size.refuellings_each):
            if numbers := planted.get((row.card, row.at.date())):
                scene.plan.model("V4", True, [*numbers, row.number], why="on one day, by chance")

    def fuel(self, car: CityVehicle, at: datetime, share: float, product: str = "") -> Refuel:
        """Plant a refuelling of that share of the tank."""
        rows = self.scene.plan.refuellings
        litres = round(car.tank * share, 2)
        bought = (product or car.fuel, litres, fuel_price(car.fuel, litres))
        station = words_of("stations")[car.index % 10]
        number = receipt_number(_RECEIPTS_FROM + len(rows))
        rows.append(Refuel(number, at, car.card, car.plate, *bought, 60_000 + car.index + len(rows), station))
        return rows[-1]

    def drive(self, car: CityVehicle, start: datetime, km: float, spot: Spot | None = None) -> Drive:
        """Plant an ordered trip of an hour."""
        trips = self.scene.plan.trips
        driver = next(one.person.id_number for one in self.scene.world.officials if one.unit == car.unit)
        order = f"PC{start:%Y%m}7{len(trips):06d}"
        way = ("单位驻地", "市行政中心", km, car.plate, driver, order)
        end = start + timedelta(hours=1)
        trips.append(Drive(trip_number(_TRIPS_FROM + len(trips)), start, end, *way, spot))
        return trips[-1]

    def some(self, draws: Draws, first: date = date(2025, 3, 3)) -> tuple[CityVehicle, datetime]:
        """Return a car and ten o'clock of a day on which it does nothing else."""
        car = self.scene.car()
        day = self.scene.quiet_day(car, draws.day(first, date(2026, 9, 20)))
        return car, datetime.combine(day, time(10, draws.below(60)))

    def _full_tank(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        return Planted([self.fuel(car, at, 1.045).number], "4.5 % above the stated tank, within the tolerance")

    def _old_position(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        self.drive(car, at - timedelta(hours=27), 180, Spot(115.86, 28.68))
        return Planted([self.fuel(car, at, 0.6).number], "the last position is more than a day old")

    def _near_station(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        row = self.fuel(car, at, 0.6)
        spot = spot_of(row.station)
        self.drive(car, at - timedelta(minutes=70), 12, spot.north(4.6) if spot else None)
        return Planted([row.number], "4.6 km from the station")

    def _two_small(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        keys = [self.fuel(car, at + timedelta(minutes=turn * 90), 0.3).number for turn in (0, 1)]
        self.scene.plan.model("V4", True, keys, why="on one day (implied by a near miss of V3)")
        return Planted(keys, "two within 90 minutes, less than a tank together")

    def _far_apart(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        keys = [self.fuel(car, at + timedelta(minutes=turn * 121), 0.7).number for turn in (0, 1)]
        self.scene.plan.model("V4", True, keys, why="on one day (implied by a near miss of V3)")
        return Planted(keys, "more than a tank, 121 minutes apart")

    def _twice_a_day(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        keys = [self.fuel(car, at + timedelta(hours=turn * 6), 0.4).number for turn in (0, 1)]
        return Planted(keys, "two fuellings on one day, hours apart")

    def _next_day(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        other = datetime.combine(self.scene.quiet_day(car, at.date() + timedelta(days=1)), time(7, 40))
        keys = [self.fuel(car, moment, 0.4).number for moment in (at.replace(hour=19), other)]
        return Planted(keys, "in the evening, and again on a later day")

    def _eve(self, n: int, draws: Draws) -> Planted:
        car, day = self.scene.quiet_car(_EVES)
        return Planted(
            [self.fuel(car, datetime.combine(day, time(21, n)), 0.6).number], "the evening before the holiday"
        )

    def _on_duty(self, n: int, draws: Draws) -> Planted:
        car = self.scene.car(lambda each: each.use in _ON_DUTY)
        at = datetime.combine(draws.pick(_FESTIVE), time(11, draws.below(60)))
        self.drive(car, at - timedelta(minutes=50), 22)
        return Planted([self.fuel(car, at, 0.6).number], "a car on duty with an order for the holiday")

    def _long_name(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        product = "车用柴油（0#，国VI）" if "柴油" in car.fuel else f"车用汽油{car.fuel[:2]}#（国VIB）"
        return Planted([self.fuel(car, at, 0.6, product).number], "the same product under its long name")

    def _additive(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        product = "车用尿素" if "柴油" in car.fuel else "汽油添加剂"
        return Planted([self.fuel(car, at, 0.15, product).number], "what the car needs beside its fuel")

    def _small(self, car: CityVehicle, times: int, draws: Draws) -> list[str]:
        keys, month = [], date(2025 + draws.below(2), draws.between(3, 8), 2)
        day = month
        for _ in range(times):
            day = self.scene.quiet_day(car, day)
            keys.append(self.fuel(car, datetime.combine(day, time(9, draws.below(60))), 9.5 / car.tank).number)
            day += timedelta(days=2)
        return keys

    def _many_small(self, n: int, draws: Draws) -> Planted:
        return Planted(self._small(self.scene.car(), 5, draws), "five amounts below 100 yuan in a month")

    def _three_small(self, n: int, draws: Draws) -> Planted:
        return Planted(self._small(self.scene.car(), 3, draws), "three amounts below 100 yuan in a month")

    def _quarter(self, n: int, times: int, share: float) -> str:
        car, (year, quarter) = self.scene.car(), _QUARTERS[n % len(_QUARTERS)]
        first = date(year, quarter * 3 - 2, 6)
        for turn in range(times):
            day = self.scene.quiet_day(car, first + timedelta(days=turn * 5))
            if turn < 3:
                self.drive(car, datetime.combine(day, time(8, 20)), 120)
            self.fuel(car, datetime.combine(day, time(16, 10)), share or 360 * car.rated * 1.2 / 100 / times / car.tank)
        return f"{car.plate}|{year}Q{quarter}"

    def _thirsty(self, n: int, draws: Draws) -> Planted:
        for _ in range(3):
            self._quarter(n, 3, 0)  # the fleet of that quarter
        return Planted([self._quarter(n, 11, 0.85)], "nine tanks for 360 km, where the fleet needs its rated fuel")

    def _fair_use(self, n: int, draws: Draws) -> Planted:
        return Planted([self._quarter(n, 3, 0)], "a fifth above the rated fuel")

    def _repair(self, car: CityVehicle, begin: date, days: int) -> None:
        rows = self.scene.plan.rows
        number = f"WX9{len(rows.repairs):06d}"
        end = begin + timedelta(days=days)
        rows.repairs.append(Repair(number, car.plate, begin, end, "发动机大修", 1_260_000, rows.shops[0]))

    def _in_repair(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        if n % 2:
            self._repair(car, at.date() - timedelta(days=1), 2)
            return Planted([self.fuel(car, at, 0.6).number], "while the car stood in the repair shop")
        car = self._quiet_at_last()
        since = self.scene.last_fuelled(car) + timedelta(days=1)
        self.scene.plan.rows.states[car.plate] = ("封存", since)
        at = datetime.combine(_no_holiday(since + timedelta(days=2)), time(10, 12))
        return Planted([self.fuel(car, at, 0.6).number], "after the car was sealed")

    def _quiet_at_last(self) -> CityVehicle:
        return self.scene.car(lambda each: self.scene.last_fuelled(each) <= date(2026, 11, 14))

    def _back_from_repair(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        self._repair(car, at.date() - timedelta(days=1), 1)
        return Planted([self.fuel(car, at, 0.6).number], "on the day on which the car left the shop")

    def _before_sealing(self, n: int, draws: Draws) -> Planted:
        car = self._quiet_at_last()
        day = _no_holiday(self.scene.last_fuelled(car) + timedelta(days=2))
        self.scene.plan.rows.states[car.plate] = ("报废", day)
        return Planted([self.fuel(car, datetime.combine(day, time(9, 5)), 0.6).number], "on the day of scrapping")

    def _lent_card(self, n: int, draws: Draws) -> Planted:
        car, at = self.some(draws)
        fleet = [one for one in self.scene.cars if one.fuel == car.fuel and one.unit != car.unit and one.tank >= 64]
        other = fleet[n * 7]
        row = self.fuel(car, at, 0.5)
        self.scene.plan.refuellings[-1] = row._replace(plate=other.plate)
        return Planted([car.card], "lent inside the fleet, for another official car")


def _no_holiday(day: date) -> date:
    while day in HOLIDAYS:
        day += timedelta(days=1)
    return day
