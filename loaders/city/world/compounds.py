"""The 23 housing compounds of story F5, their developers and the one firm that put up the power."""

from typing import NamedTuple

from loaders.city.world.draws import Draws
from loaders.city.world.places import words_of


class Compound(NamedTuple):
    """A housing compound."""

    name: str
    address: str
    area: str
    people: int


def build_compounds(seed: int) -> list[Compound]:
    """Return the compounds; more than 50,000 residents live in them, in the first one more than 2,000."""
    found = []
    for n, name in enumerate(words_of("compounds")):
        draws = Draws(seed, "compound", n)
        district, area = (("高新区", "360502"), ("云水区", "360502"), ("分岭县", "360521"))[(n // 3) % 3]
        people = 2136 if n == 0 else draws.between(1650, 3100)
        found.append(Compound(name, f"云江市{district}{name}小区", area, people))
    shortage = 50_300 - sum(one.people for one in found)
    if shortage > 0:
        found[-1] = found[-1]._replace(people=found[-1].people + shortage)
    return found
