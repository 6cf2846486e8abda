"""How people outside write down the name of a public unit, and what an office shows of an id number."""

from functools import cache

import opencc

from loaders.city.world.draws import Draws
from loaders.city.world.units import CityUnit

_CITY = "云江市"
_FULL, _SHORT, _LOCAL, _FORMER = 550, 250, 120, 40  # per mille; the rest writes it in traditional characters


def written_unit(unit: CityUnit, draws: Draws) -> str:
    """Return the unit as a citizen names it: in full, by its short or former name, without the city, in old characters."""
    kind = draws.below(1000)
    if kind < _FULL:
        return unit.name
    if kind < _FULL + _SHORT:
        return unit.short
    if kind < _FULL + _SHORT + _LOCAL:
        return _local(unit.name)
    if kind < _FULL + _SHORT + _LOCAL + _FORMER:
        return unit.former or unit.name
    return str(_converter().convert(unit.name))


def _local(name: str) -> str:
    """Return the name without the city; 云江市委党校 is then 市委党校."""
    return name.removeprefix(_CITY[:-1] if name.startswith(f"{_CITY}委") else _CITY)


def hidden_number(id_number: str) -> str:
    """Return the id number as exports show it: six places in front, four at the end."""
    return f"{id_number[:6]}********{id_number[-4:]}"


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
