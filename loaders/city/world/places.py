"""Addresses of the city: homes, offices, restaurants, petrol stations and housing compounds."""

from functools import cache
from typing import NamedTuple

from loaders.city.words import read_words
from loaders.city.world.draws import Draws

ADMIN_BUILDING = "云江市云水区公园路1号市行政中心"
HOTLINE = "12345"


class Town(NamedTuple):
    """A township or street office with its district."""

    name: str
    district: str
    area: str


@cache
def towns() -> tuple[Town, ...]:
    """Return every township in order."""
    return tuple(
        Town(name, district["name"], district["area"])
        for district in read_words("places")["districts"]
        for name in district["towns"]
    )


@cache
def village_names(count: int) -> tuple[tuple[str, Town], ...]:
    """Return so many villages with their township; a village's name may come again in another township."""
    words = read_words("places")
    starts, ends = words["villages"].split(), words["village_ends"].split()
    found = []
    for nth in range(count):
        town = towns()[nth % len(towns())]
        turn = nth // len(towns()) * 7 + nth % len(towns()) * 3
        kind = "社区" if town.name.endswith("街道") else "村"
        found.append((f"{starts[turn % len(starts)]}{ends[(turn + nth // len(starts)) % len(ends)]}{kind}", town))
    return tuple(found)


@cache
def streets() -> tuple[str, ...]:
    """Return the streets of the city."""
    return tuple(read_words("places")["streets"].split())


def home_address(draws: Draws, household: int) -> tuple[str, str]:
    """Return area code and address of a household; no two households share one."""
    if draws.chance(450):
        town = draws.pick([one for one in towns() if one.name.endswith("街道")])
        street = streets()[household % len(streets())]
        rooms, room = divmod(household // len(streets()), 90)
        return town.area, f"云江市{town.district}{town.name}{street}{rooms + 1}号{room // 10 + 1}栋{room % 10 + 1}01室"
    village, town = village_names(110)[household % 110]
    turn = household // 110
    return town.area, f"云江市{town.district}{town.name}{village}{turn % 12 + 1}组{turn // 12 + 1}号"


def street_address(index: int, stream: int = 0) -> str:
    """Return an address on a street that no other index of any stream has."""
    street = streets()[index % len(streets())]
    district = ("云水区", "云水区", "分岭县", "高新区")[index % 4]
    return (
        f"云江市{district}{street}{index // len(streets()) + 2}号{('', '附', '东院', '西院', '后楼', '前楼')[stream]}"
    )


def words_of(kind: str) -> tuple[str, ...]:
    """Return the names of one kind of place."""
    return tuple(read_words("places")[kind].split())
