"""What every family of cases plants with: people, officials and cars that nothing else uses, and quiet days."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from loaders.city.cases.fuel import ordinary_refuellings, ordinary_trips
from loaders.city.cases.plan import CityPlan
from loaders.city.world.draws import Draws, shuffled
from loaders.city.world.holidays import HOLIDAYS
from loaders.city.world.officials import OWNER_BLOCKS, Official
from loaders.city.world.people import Inhabitant
from loaders.city.world.size import LAST_DAY
from loaders.city.world.units import CityUnit
from loaders.city.world.vehicles import CityVehicle
from loaders.city.world.world import Casting, World
from schema.vocabulary import UnitKind

_PUBLIC = (UnitKind.PARTY_ORGAN, UnitKind.ORGAN, UnitKind.INSTITUTION)
MOST = 12  # hits of a model in the larger cities


class Planted(NamedTuple):
    """What was planted: the keys of the rows that belong to it, and why it is a hit or none."""

    keys: list[str]
    why: str


Maker = Callable[[int, Draws], Planted]


class Case(NamedTuple):
    """A model with one way to break its rule and the honest ways that come nearest to it."""

    model: str
    hit: Maker | None
    near: tuple[Maker, ...]


@dataclass
class Scene:
    """The city into which the cases are planted, after everything else."""

    world: World
    casting: Casting
    plan: CityPlan
    cars: list[CityVehicle]

    def __post_init__(self) -> None:
        self.count = min(self.world.size.hits, MOST)
        self._people = deque(islice(self._children(), 5_000))
        used = {row.plate for row in self.plan.refuellings} | {trip.plate for trip in self.plan.trips}
        free = [car for car in self.cars if car.plate not in used]
        self._cars = deque(shuffled(free, self.world.seed, "cars of models"))
        officials = [
            one
            for n, one in enumerate(self.world.officials)
            if n % 4 == 3 and self.world.units[one.unit].level == "city"
        ]
        self._officials = shuffled(officials, self.world.seed, "officials of models")

    def plant(self, cases: tuple[Case, ...]) -> None:
        """Plant hits and near misses of every case, and write down what they are."""
        for case in cases:
            for n in range(self.count):
                near = case.near[n % len(case.near)] if case.near else None
                for is_hit, make in ((True, case.hit), (False, near)):
                    if make:
                        planted = make(n, Draws(self.world.seed, f"model {case.model} {is_hit}", n))
                        self.plan.model(case.model, is_hit, planted.keys, why=planted.why)

    def _children(self) -> Iterator[Inhabitant]:
        people = self.world.people
        for role in "DC":
            for block in (block for block in range(people.blocks - 1) if block % 8 in OWNER_BLOCKS):
                yield from (one for one in people.block(block) if one.role == role and _is_grown(one))

    def person(self) -> Inhabitant:
        """Return a grown person without post, firm, car or aid."""
        return self._people.popleft()

    def spare(self, person: Inhabitant) -> Inhabitant:
        """Return another such person, and keep this one for a later case."""
        self._people.append(person)
        return self._people.popleft()

    def family(self) -> list[Inhabitant]:
        """Return three grown people of one household, none of whom has a post or draws aid."""
        while True:
            person = self.person()
            house = [one for one in self.world.people.household_of(person) if not one.died and one.born.year < 2004]
            if len(house) > 2:
                return house[:3]

    def official(self) -> Official:
        """Return an official of a city's unit."""
        return self._officials.pop()

    def car(self, fits: Callable[[CityVehicle], bool] = lambda _: True) -> CityVehicle:
        """Return an official car that is in no other case and fits; those that do not are kept for later cases."""
        for _ in range(len(self._cars)):
            car = self._cars.pop()
            if fits(car):
                return car
            self._cars.appendleft(car)
        raise LookupError(f"of {len(self.cars)} official cars none is left that fits")

    def quiet_car(self, days: Iterable[date]) -> tuple[CityVehicle, date]:
        """Return a car and the first of the days on which one of them does nothing else; it is taken."""
        day = next(day for day in days if any(self.is_quiet(car, day) for car in self._cars))
        car = self.car(lambda each: self.is_quiet(each, day))
        return car, self.quiet_day(car, day)

    @cached_property
    def _busy(self) -> Mapping[str, set[date]]:
        drivers = {car.unit: [""] for car in self.cars}
        size, seed = self.world.size, self.world.seed
        found: dict[str, set[date]] = {car.plate: set() for car in self.cars}
        for row in ordinary_refuellings(seed, self.cars, size.refuellings_each):
            found[row.plate].add(row.at.date())
        for trip in ordinary_trips(seed, self.cars, drivers, size.trips_each):
            found[trip.plate].add(trip.start.date())
        return found

    def is_quiet(self, car: CityVehicle, day: date) -> bool:
        """Return whether the day is a working day on which the car neither drives nor is fuelled, nor the day before."""
        is_off = day.weekday() > 4 or day in HOLIDAYS
        return not is_off and not {day, day - timedelta(days=1)} & self._busy[car.plate]

    def quiet_day(self, car: CityVehicle, day: date) -> date:
        """Return the day, or the next working day on which the car neither drove nor was fuelled, nor the day before."""
        while not self.is_quiet(car, day):
            day += timedelta(days=1)
        self._busy[car.plate].add(day)
        return day

    def fuelled(self, car: CityVehicle) -> set[date]:
        """Return the days on which the car moves or is fuelled."""
        return self._busy[car.plate]

    def last_fuelled(self, car: CityVehicle) -> date:
        """Return the last of these days."""
        return max(self._busy[car.plate], default=LAST_DAY - timedelta(days=60))

    def town_unit(self, draws: Draws) -> CityUnit:
        """Return a unit of the city or of a district."""
        return draws.pick(
            [unit for unit in self.world.units if unit.level in ("city", "district") and unit.kind in _PUBLIC]
        )


def _is_grown(person: Inhabitant) -> bool:
    return 1974 <= person.born.year <= 2003 and not person.died
