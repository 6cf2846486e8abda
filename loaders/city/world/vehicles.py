"""Official vehicles with their fuel cards, and private cars."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from loaders.city.world.draws import Draws
from loaders.city.world.firms import Firms
from loaders.city.world.numbers import fuel_card_number, plate_number, vin_number
from loaders.city.world.units import CityUnit
from schema.vocabulary import UnitKind

OFFICIAL_CARS = 1_100
_PRIVATE_FROM = 2_000
PLANTED_CARS_FROM = 1_600  # plates of private cars that a story needs
_MODELS = (
    ("大众帕萨特", "92号汽油", 66, 7.6),
    ("别克GL8", "92号汽油", 70, 9.1),
    ("红旗H5", "95号汽油", 64, 7.2),
    ("福特全顺", "0号柴油", 80, 9.8),
    ("丰田汉兰达", "92号汽油", 65, 8.7),
    ("江铃皮卡", "0号柴油", 72, 8.9),
    ("吉利帝豪", "92号汽油", 53, 6.3),
)
_USES = ("机要通信", "应急保障", "行政执法", "特种专业技术", "业务用车")
_PRIVATE_MODELS = ("比亚迪秦", "丰田卡罗拉", "大众朗逸", "哈弗H6", "日产轩逸", "五菱宏光", "本田雅阁", "奥迪A6L")


@dataclass(slots=True)
class CityVehicle:
    """One official vehicle and the card bound to it."""

    index: int
    plate: str
    vin: str
    model: str
    fuel: str
    tank: int
    rated: float
    use: str
    bought: date
    unit: int
    card: str


def build_vehicles(seed: int, units: list[CityUnit]) -> list[CityVehicle]:
    """Return the official vehicles, spread over all units that are no village."""
    owners = [unit.index for unit in units if unit.kind is not UnitKind.VILLAGE]
    found = []
    for n in range(OFFICIAL_CARS):
        draws = Draws(seed, "vehicle", n)
        index = n + n // 14  # every fifteenth plate is one of an electric car, which takes no fuel card
        model, fuel, tank, rated = draws.pick(_MODELS)
        bought = draws.day(date(2014, 1, 1), date(2022, 12, 1))
        found.append(
            CityVehicle(
                n,
                plate_number(index),
                vin_number(index),
                model,
                fuel,
                tank,
                rated,
                draws.pick(_USES),
                bought,
                owners[n % len(owners)],
                fuel_card_number(n),
            )
        )
    return found


class PrivateCar(NamedTuple):
    """A car of a private person."""

    plate: str
    vin: str
    model: str
    owner: str
    since: date


def private_cars(firms: Firms, count: int) -> Iterator[PrivateCar]:
    """Yield private cars; their owners come from the same households as the owners of firms."""
    for n in range(count):
        draws = Draws(firms.people.seed, "car", n)
        since = draws.day(date(2012, 1, 1), date(2024, 12, 1))
        yield PrivateCar(
            plate_number(_PRIVATE_FROM + n),
            vin_number(_PRIVATE_FROM + n),
            draws.pick(_PRIVATE_MODELS),
            firms.owner(n).id_number,
            since,
        )
