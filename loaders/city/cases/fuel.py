"""Refuellings and trips of the official vehicles; ordinary ones, on working days, within every rule."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from loaders.city.world.draws import Draws, scattered
from loaders.city.world.grounds import Spot
from loaders.city.world.holidays import moment, working_day
from loaders.city.world.places import words_of
from loaders.city.world.size import LAST_DAY
from loaders.city.world.vehicles import OFFICIAL_CARS, CityVehicle

_FIRST = date(2025, 1, 6)
_PRICE_FEN = {"92号汽油": 762, "95号汽油": 812, "0号柴油": 728}
_NUMBERS = 10**8


class Refuel(NamedTuple):
    """One fuel receipt."""

    number: str
    at: datetime
    card: str
    plate: str
    product: str
    litres: float
    fen: int
    odometer: int
    station: str


class Drive(NamedTuple):
    """One trip."""

    number: str
    start: datetime
    end: datetime
    origin: str
    goal: str
    km: float
    plate: str
    driver: str
    dispatch: str
    spot: Spot | None = None  # where it ended, if not where its goal lies


def receipt_number(index: int) -> str:
    """Return the number of a fuel receipt."""
    return f"JY{scattered(index, _NUMBERS, 43):08d}"


def trip_number(index: int) -> str:
    """Return the number of a trip."""
    return f"XC{scattered(index, _NUMBERS, 47):08d}"


def fuel_price(product: str, litres: float) -> int:
    """Return what so many litres cost, in fen."""
    return round(_PRICE_FEN.get(product, 800) * litres)


def ordinary_refuellings(seed: int, cars: list[CityVehicle], each: int) -> Iterator[Refuel]:
    """Yield refuellings after work on working days, at most one in several days, below the size of the tank."""
    span = (LAST_DAY - _FIRST).days // each
    for turn in range(each):
        for car in cars:
            draws = Draws(seed, "fuel", turn * OFFICIAL_CARS + car.index)
            day = working_day(_FIRST + timedelta(days=span * turn + 5 + draws.below(max(span - 10, 1))))
            litres = round(car.tank * draws.between(50, 88) / 100, 2)
            odometer = 20_000 + car.index * 37 % 60_000 + turn * (60_000 // each)
            number = receipt_number(turn * OFFICIAL_CARS + car.index)
            at = moment(day, draws, 18, 20)
            yield Refuel(
                number,
                at,
                car.card,
                car.plate,
                car.fuel,
                litres,
                fuel_price(car.fuel, litres),
                odometer,
                draws.pick(words_of("stations")),
            )


def ordinary_trips(seed: int, cars: list[CityVehicle], drivers: dict[int, list[str]], each: int) -> Iterator[Drive]:
    """Yield trips in working hours with a dispatch order, back before the refuelling of the day."""
    span = (LAST_DAY - _FIRST).days / each
    goals = [*(f"{name}附近" for name in words_of("compounds")), "市行政中心", "各乡镇", "高新区管委会", "分岭县城"]
    for turn in range(each):
        for car in cars:
            index = turn * OFFICIAL_CARS + car.index
            draws = Draws(seed, "trip", index)
            day = working_day(_FIRST + timedelta(days=int(span * turn) + 3 + draws.below(max(int(span) - 4, 1))))
            start = moment(day, draws, 8, 14)
            end = start + timedelta(minutes=draws.between(25, 170))
            km = draws.between(30, 620) / 10
            driver = draws.pick(drivers[car.unit])
            dispatch = f"PC{day:%Y%m}{index:07d}"
            yield Drive(trip_number(index), start, end, "单位驻地", draws.pick(goals), km, car.plate, driver, dispatch)
