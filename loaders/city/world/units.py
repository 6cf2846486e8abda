"""Public units: organs, institutions, state enterprises, townships and villages with their superiors."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from loaders.city.words import read_words
from loaders.city.world.draws import Draws
from loaders.city.world.numbers import credit_code, land_line
from loaders.city.world.places import ADMIN_BUILDING, street_address, towns, village_names
from schema.vocabulary import Problem, UnitKind

ENROLLED = 140
_PROPER = ("云水区", "分岭县")  # the other two are functional zones without a national code
_CODES_FROM = 20_000_000
_PREFIX = {"VILLAGE": "54", "STATE_ENTERPRISE": "91", "INSTITUTION": "12", "SOCIETY": "13"}

_OFFICE = {"云水区": "SUPERVISION_6", "分岭县": "SUPERVISION_7", "高新区": "SUPERVISION_8", "仙湖区": "SUPERVISION_8"}


@dataclass
class CityUnit:
    """One public unit; superiors are places in the list of units."""

    index: int
    name: str
    short: str
    kind: UnitKind
    field: str
    level: str  # city, district, zone, town or village
    area: str
    district: str
    superiors: tuple[int, ...]
    team: str  # supervision office in whose list it is
    stationed: str  # stationed team that watches it, or empty
    uscc: str = ""
    former: str = ""
    address: str = ""
    phone: str = ""
    founded: date = date(2001, 1, 1)
    is_enrolled: bool = False

    @property
    def key(self) -> str:
        """The number of the unit in the register of units."""
        return f"U{self.index + 1:05d}"

    @property
    def problems(self) -> list[Problem]:
        """Kinds of problem that are believable here."""
        return believable_problems(self.field)


@cache
def believable_problems(field_of_work: str) -> list[Problem]:
    """Return kinds of problem that are believable in a field of work."""
    return [Problem[value] for value in read_words("units")["fields"][field_of_work]]


class Where(NamedTuple):
    """Where a unit stands: level, area, district, and the teams that watch it."""

    level: str
    area: str
    district: str
    team: str
    stationed: str = ""


@dataclass(frozen=True)
class UnitEntry:
    """How a unit is entered: its full and short name, its kind, and its field of work."""

    name: str
    short: str
    kind: str
    field: str


class _Register:
    """Collects units and finds superiors by name."""

    def __init__(self) -> None:
        self.units: list[CityUnit] = []
        self.places: dict[str, int] = {}

    def add(self, entry: UnitEntry, where: Where, over: list[str]) -> None:
        """Add a unit with its place and the names of its superiors."""
        superiors = tuple(self.places[one] for one in over if one in self.places and one != entry.name)
        place = (where.level, where.area, where.district)
        watch = (where.team, f"STATIONED_{where.stationed}" if where.stationed else "")
        kind = UnitKind[entry.kind]
        unit = CityUnit(len(self.units), entry.name, entry.short, kind, entry.field, *place, superiors, *watch)
        self.places[entry.name] = unit.index
        self.units.append(unit)


def build_units(seed: int, villages: int) -> list[CityUnit]:
    """Return every public unit, superiors before their subordinates."""
    register, words = _Register(), read_words("units")
    for name, short, kind, office, stationed, field in words["city"]:
        where = Where("city", "360500", "", f"SUPERVISION_{office}", stationed)
        register.add(UnitEntry(_city(name), short, kind, field), where, _city_superiors(name, kind, words["parents"]))
    for district in read_words("places")["districts"]:
        is_zone = district["name"].endswith("区") and district["name"] not in _PROPER
        _add_district(register, words, district["name"], district["area"], is_zone)
    _add_towns(register)
    _add_villages(register, villages)
    for unit in register.units:
        _complete(unit, Draws(seed, "unit", unit.index), words["former"])
    enrolled = [unit for unit in register.units if unit.level in ("city", "district", "zone", "town")]
    for unit in enrolled[:ENROLLED]:
        unit.is_enrolled = True
    return register.units


def _city(name: str) -> str:
    return f"云江市{name}" if name.startswith("市场") or not name.startswith("市") else f"云江{name}"


def _city_superiors(name: str, kind: str, parents: dict[str, str]) -> list[str]:
    if kind == "STATE_ENTERPRISE":
        return ["云江市国有资产监督管理委员会"]
    found = [_city(parent) for word, parent in parents.items() if word in name]
    return found or ["云江市委办公室" if name.startswith("市委") else "云江市人民政府办公室"]


def _add_district(
    register: _Register, words: dict[str, list[list[str]]], district: str, area: str, is_zone: bool
) -> None:
    level, head = ("zone", "管理委员会") if is_zone else ("district", "人民政府办公室")
    where = Where(level, area, district, _OFFICE[district])
    for name, short, kind, field, over in words[level]:
        above = [_city(over), f"云江市{district}{head}"]
        register.add(UnitEntry(f"云江市{district}{name}", district[:2] + short, kind, field), where, above)


def _add_towns(register: _Register) -> None:
    for town in towns():
        head = "人民政府办公室" if town.district in _PROPER else "管理委员会"
        body = "街道办事处" if town.name.endswith("街道") else "人民政府"
        name = f"云江市{town.district}{town.name.removesuffix('街道')}{body}"
        where = Where("town", town.area, town.district, _OFFICE[town.district])
        register.add(UnitEntry(name, town.name, "TOWNSHIP", "town"), where, [f"云江市{town.district}{head}"])


def _add_villages(register: _Register, count: int) -> None:
    seats = {(unit.district, unit.short): unit.name for unit in register.units if unit.level == "town"}
    for village, town in village_names(count):
        body = "社区居民委员会" if village.endswith("社区") else "村民委员会"
        name = f"云江市{town.district}{town.name}{village.removesuffix('社区').removesuffix('村')}{body}"
        where = Where("village", town.area, town.district, _OFFICE[town.district])
        register.add(UnitEntry(name, village, "VILLAGE", "village"), where, [seats[town.district, town.name]])


def _complete(unit: CityUnit, draws: Draws, former: dict[str, str]) -> None:
    prefix = "55" if unit.name.endswith("社区居民委员会") else _PREFIX.get(unit.kind, "11")
    unit.uscc = credit_code(prefix, unit.area, _CODES_FROM + unit.index)
    is_bureau = unit.level == "city" and unit.kind in (UnitKind.ORGAN, UnitKind.PARTY_ORGAN)
    unit.address = ADMIN_BUILDING if is_bureau and unit.index % 3 != 2 else street_address(unit.index, 1)
    unit.phone = land_line(unit.index)
    unit.founded = draws.day(date(1985, 1, 1), date(2018, 12, 1))
    old = former.get(unit.name.removeprefix("云江市").removeprefix(unit.district))
    if old:
        unit.former, unit.founded = f"云江市{unit.district}{old}", date(2019, 1, 15)
