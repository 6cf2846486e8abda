"""The people of the city, derived from their index: blocks of twelve in households, so no list is ever held.

A resident id never comes twice: household place and role in it choose a range of 25 sequence numbers, and the
birth days of a household are shifted by amounts that depend on the sequence number only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from loaders.city.world.draws import Draws, scattered
from loaders.city.world.names import given_name, minority_name, surname
from loaders.city.world.numbers import account_number, mobile_number, resident_number
from loaders.city.world.places import home_address
from loaders.city.world.size import TODAY

BLOCK = 12
_PATTERNS = (
    ("HSCD", "HSCD", "HSCD"),
    ("HSCDF", "HSC", "HSCD"),
    ("HSCF", "HSC", "HSC", "HS"),
    ("HSCDF", "HSC", "HSC", "H"),
)
_ROLES = "HSCDF"
RELATIONS = {"H": "户主", "S": "配偶", "C": "子女", "D": "子女", "F": "父亲"}
_WINDOWS = (
    (1958, 34),
    (1950, 42),
    (1960, 30),
    (1940, 56),
)  # years in which heads of the first … fourth household were born
_SERIES = 25
_OTHER_AREAS = ("360102", "360302", "360403", "360702", "360802", "360902", "361002", "430102", "420102", "350102")


@dataclass(slots=True)
class Inhabitant:
    """One inhabitant as the household register has them."""

    index: int
    name: str
    id_number: str
    is_male: bool
    born: date
    died: date | None
    household: int
    role: str
    area: str
    home: str

    @property
    def phone(self) -> str:
        """The person's own mobile number."""
        return mobile_number(self.index)

    @property
    def account(self) -> str:
        """The person's own bank card."""
        return account_number(self.index)

    @property
    def key(self) -> str:
        """The true identity of the person, named so in the truth only."""
        return f"p{self.index}"


@dataclass(frozen=True, slots=True)
class Household:
    """One household of a block: its place in it, the family's name, and where it lives."""

    block: int
    place: int
    family: str
    area: str
    home: str

    @property
    def number(self) -> int:
        """The household's own number."""
        return self.block * 4 + self.place


def _birth(place: int, role: str, block: int) -> tuple[date, int]:
    first, years = _WINDOWS[place]
    span = years * 365
    slot = scattered(block, span * _SERIES, place + 1)
    day, series = divmod(slot, _SERIES)
    shift = {
        "H": 0,
        "S": (series * 11 % 25 - 9) * 97 + series,
        "C": 8700 + series * 97,
        "D": 8700 + series * 97 + 1000,
        "F": -7700 - series * 131,
    }[role]
    order = (place * len(_ROLES) + _ROLES.index(role)) * _SERIES + series
    return date(first, 1, 1) + timedelta(days=day + shift), order


def _death(draws: Draws, born: date) -> date | None:
    age = TODAY.year - born.year
    risk = 900 if age > 95 else 250 if age > 85 else 60 if age > 75 else 4
    return TODAY - timedelta(days=draws.between(60, 1300)) if draws.chance(risk) else None


class Population:
    """The inhabitants, each derived when asked for."""

    def __init__(self, seed: int, count: int) -> None:
        self.seed = seed
        self.count = count
        self.blocks = -(-count // BLOCK)
        self.block = lru_cache(maxsize=4_000)(self._block)

    def person(self, index: int) -> Inhabitant:
        """Return the inhabitant with this index."""
        return self.block(index // BLOCK)[index % BLOCK]

    def __iter__(self) -> Iterator[Inhabitant]:
        for block in range(self.blocks):
            for person in self._block(block):
                if person.index < self.count:
                    yield person

    def household_of(self, person: Inhabitant) -> list[Inhabitant]:
        """Return everybody who lives in the person's household, the person included."""
        return [one for one in self.block(person.index // BLOCK) if one.household == person.household]

    def _block(self, block: int) -> tuple[Inhabitant, ...]:
        draws = Draws(self.seed, "block", block)
        found: list[Inhabitant] = []
        for place, roles in enumerate(_PATTERNS[draws.below(len(_PATTERNS))]):
            family = minority_name(draws, True) if draws.chance(2) else surname(draws)
            household = Household(block, place, family, *home_address(draws, block * 4 + place))
            for role in roles:
                found.append(self._member(draws, household, role, len(found)))
        return tuple(found)

    def _member(self, draws: Draws, household: Household, role: str, nth: int) -> Inhabitant:
        family, area = household.family, household.area
        born, order = _birth(household.place, role, household.block)
        is_male = role in "HF" or (role in "CD" and draws.chance(520))
        if "·" in family:
            name = family if role == "H" else minority_name(draws, is_male)
        else:
            name = (surname(draws) if role == "S" else family) + given_name(draws, is_male)
        kind = draws.below(100)
        issued = "362224" if born.year < 1983 and kind < 12 else draws.pick(_OTHER_AREAS) if kind > 95 else area
        number = resident_number(issued, born, order * 2 % 1000 + is_male)
        return Inhabitant(
            household.block * BLOCK + nth, name, number, is_male, born, _death(draws, born),
            household.number, role, area, household.home,
        )  # fmt: skip
