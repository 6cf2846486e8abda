"""Trips and refuellings that the models V6 (out of town) and V13 (no dispatch order) find, and near misses."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from loaders.city.cases.fuel import Drive, Refuel, fuel_price, receipt_number, trip_number
from loaders.city.cases.plan import CityPlan
from loaders.city.world.draws import Draws
from loaders.city.world.holidays import moment, working_day
from loaders.city.world.places import words_of
from loaders.city.world.vehicles import CityVehicle
from loaders.city.world.world import World

_NUMBERS_FROM = 95_000_000
_CARS_FROM = 1_000  # the last hundred vehicles are in no case of misuse
_FAR, _NEAR = 168.0, 4.2  # km; a trip of less than 5 km needs no dispatch order


@dataclass
class TripPlanter:
    """Plants hits and near misses of the models V6 and V13."""

    world: World
    plan: CityPlan
    cars: list[CityVehicle]

    def plant(self) -> None:
        """Plant them all."""
        for n in range(self.world.size.hits):
            for is_hit in (True, False):
                draws = Draws(self.world.seed, f"trip case {is_hit}", n)
                car = self.cars[_CARS_FROM + n * 2 + is_hit]
                day = working_day(draws.day(date(2025, 3, 3), date(2026, 10, 30)))
                at = moment(day, draws, 13, 16)
                self.plan.model("V6", is_hit, self._far_fuel(car, at, draws, is_hit))
                # A car that was seen in town before it is fuelled far away would be another model's case.
                earlier = moment(day, draws, 8, 10) + timedelta(days=is_hit)
                number = self._trip(car, earlier, "本市城区", _FAR / 8 if is_hit else _NEAR, "")
                self.plan.model("V13", is_hit, number)

    def _far_fuel(self, car: CityVehicle, at: datetime, draws: Draws, is_hit: bool) -> str:
        station = draws.pick(words_of("far_stations"))
        if not is_hit:
            order = f"PC{at:%Y%m}8{len(self.plan.trips):06d}"
            self._trip(car, at - timedelta(hours=2), f"{station[:2]}市", _FAR, order)
        litres = round(car.tank * 0.7, 2)
        number = receipt_number(_NUMBERS_FROM + len(self.plan.refuellings))
        fen = fuel_price(car.fuel, litres)
        self.plan.refuellings.append(
            Refuel(number, at, car.card, car.plate, car.fuel, litres, fen, 70_000 + car.index, station)
        )
        return number

    def _trip(self, car: CityVehicle, at: datetime, goal: str, km: float, dispatch: str) -> str:
        number = trip_number(_NUMBERS_FROM + len(self.plan.trips))
        driver = next(one.person.id_number for one in self.world.officials if one.unit == car.unit)
        end = at + timedelta(hours=3) if dispatch else at + timedelta(minutes=50)
        self.plan.trips.append(Drive(number, at, end, "单位驻地", goal, km, car.plate, driver, dispatch))
        return number
