"""Dispatch orders and repairs of the official cars."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.city.cases.fuel import Drive
from loaders.city.cases.registers.rows import Order, Repair
from loaders.city.world.draws import Draws, shuffled
from loaders.city.world.holidays import working_day
from loaders.city.world.vehicles import CityVehicle

PARTS = ("更换刹车片", "更换轮胎", "更换电瓶", "维修空调", "更换雨刮器", "维修变速箱", "更换火花塞", "更换减震器")
_UPKEEP = "常规保养"


def order_of(trip: Drive) -> Order:
    """Return the order that a trip was driven on: the same goal, and some time before and after."""
    begin = trip.start.replace(second=0) - timedelta(minutes=20)
    end = trip.end.replace(second=0) + timedelta(minutes=90)
    return Order(trip.dispatch, trip.plate, -1, begin, end, trip.goal)


def ordinary_repairs(seed: int, cars: list[CityVehicle], shops: list[str]) -> Iterator[Repair]:
    """Yield repairs that end on the next day at the latest; nothing but upkeep is done twice to a car."""
    for car in cars:
        draws = Draws(seed, "repair", car.index)
        parts = [_UPKEEP, _UPKEEP, *shuffled(PARTS, seed, f"parts {car.index}")[: draws.below(3)]]
        for n, part in enumerate(parts[draws.below(2) :]):
            begin = working_day(draws.day(date(2025, 1, 6), date(2026, 11, 10)))
            end = begin + timedelta(days=draws.below(2))
            fen = draws.between(300, 2600) * 100
            yield Repair(f"WX{car.index:05d}{n:02d}", car.plate, begin, end, part, fen, draws.pick(shops))
