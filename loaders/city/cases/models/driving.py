"""Where cars go: V6, V12, V13 and repairs, V14."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loaders.city.cases.fuel import Drive, trip_number
from loaders.city.cases.models.planting import Case, Planted, Scene
from loaders.city.cases.registers.driving import order_of
from loaders.city.cases.registers.rows import Repair
from loaders.city.world.draws import Draws
from loaders.city.world.vehicles import CityVehicle

_TRIPS_FROM = 98_000_000
_LEISURE = ("仙女湖风景区", "洞都风景区", "昌坊度假村", "滨江酒楼", "金鼎大酒店")


@dataclass
class DrivingCases:
    """Plants trips, orders and repairs."""

    scene: Scene

    def cases(self) -> tuple[Case, ...]:
        """Return the cases; V6 and V13 have older ones beside them."""
        return (
            Case("V12", self._leisure, (self._working_hours, self._leisure_ordered)),
            Case("V13", self._elsewhere, (self._same_goal,)),
            Case("V14", self._again, (self._upkeep, self._next_year)),
        )

    def drive(self, start: datetime, goal: str, car: CityVehicle, is_ordered: bool = False) -> Drive:
        """Plant a short trip."""
        trips = self.scene.plan.trips
        driver = next(one.person.id_number for one in self.scene.world.officials if one.unit == car.unit)
        order = f"PC{start:%Y%m}6{len(trips):06d}" if is_ordered else ""
        km = 26.0 if is_ordered else 4.4
        end = start + timedelta(minutes=30)
        trips.append(
            Drive(trip_number(_TRIPS_FROM + len(trips)), start, end, "单位驻地", goal, km, car.plate, driver, order)
        )
        return trips[-1]

    def _at(self, draws: Draws, hour: int) -> tuple[CityVehicle, datetime]:
        car = self.scene.car()
        day = self.scene.quiet_day(car, draws.day(date(2025, 3, 3), date(2026, 9, 20)))
        return car, datetime.combine(day, time(hour, draws.below(25)))

    def _leisure(self, n: int, draws: Draws) -> Planted:
        car, at = self._at(draws, 19)
        return Planted(
            [self.drive(at, draws.pick(_LEISURE), car).number], "a place of leisure in the evening, no order"
        )

    def _working_hours(self, n: int, draws: Draws) -> Planted:
        car, at = self._at(draws, 15)
        return Planted([self.drive(at, draws.pick(_LEISURE), car).number], "the same place in working hours")

    def _leisure_ordered(self, n: int, draws: Draws) -> Planted:
        car, at = self._at(draws, 19)
        return Planted([self.drive(at, draws.pick(_LEISURE), car, True).number], "in the evening, on an order")

    def _elsewhere(self, n: int, draws: Draws) -> Planted:
        car, at = self._at(draws, 9)
        trip = self.drive(at, "仙女湖风景区", car, True)
        self.scene.plan.rows.orders.append(order_of(trip)._replace(goal="高新区管委会", unit=car.unit))
        return Planted([trip.number], "the order names another place")

    def _same_goal(self, n: int, draws: Draws) -> Planted:
        car, at = self._at(draws, 9)
        trip = self.drive(at, "高新区管委会", car, True)
        self.scene.plan.rows.orders.append(order_of(trip)._replace(goal="高新区管委会办事大厅", unit=car.unit))
        return Planted([trip.number], "the order names the same place in more words")

    def _twice(self, draws: Draws, part: str, days: int) -> list[str]:
        car, rows = self.scene.car(), self.scene.plan.rows
        begin, keys = draws.day(date(2025, 1, 13), date(2025, 8, 29)), []
        for turn in (0, 1):
            number, day = f"WX8{len(rows.repairs):06d}", begin + timedelta(days=turn * days)
            rows.repairs.append(Repair(number, car.plate, day, day, part, 318_000, rows.shops[turn]))
            keys.append(number)
        return keys

    def _again(self, n: int, draws: Draws) -> Planted:
        return Planted(self._twice(draws, "更换离合器总成", 150), "the same part twice within five months")

    def _upkeep(self, n: int, draws: Draws) -> Planted:
        return Planted(self._twice(draws, "更换机油机滤", 150), "upkeep that comes again by itself")

    def _next_year(self, n: int, draws: Draws) -> Planted:
        return Planted(self._twice(draws, "更换离合器总成", 372), "the same part a year and a week later")
