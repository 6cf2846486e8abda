"""Public units: organs, institutions, state enterprises, townships and villages with their superiors."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from loaders.city.draws import Draws
from loaders.city.numbers import credit_code, land_line
from loaders.city.places import ADMIN_BUILDING, street_address, towns, village_names
from loaders.city.words import read_words
from schema.vocabulary import Problem, UnitKind

ENROLLED = 140
_PREFIX = {"VILLAGE": "54", "STATE_ENTERPRISE": "91", "INSTITUTION": "12", "SOCIETY": "13"}

_OFFICE = {"云水区": "SUPERVISION_6", "分岭县": "SUPERVISION_7", "高新区": "SUPERVISION_8", "仙湖区": "SUPERVISION_8"}


@dataclass
class Unit:
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
    return [Problem(value) for value in read_words("units")["fields"][field_of_work]]


class _Register:
    """Collects units and finds superiors by name."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.places: dict[str, int] = {}

    def add(
        self,
        name: str,
        short: str,
        kind: str,
        field: str,
        where: tuple[str, str, str],
        over: list[str],
        watch: tuple[str, str],
    ) -> None:  # noqa: PLR0913
        level, area, district = where
        superiors = tuple(self.places[one] for one in over if one in self.places and one != name)
        unit = Unit(len(self.units), name, short, UnitKind(kind), field, level, area, district, superiors, *watch)
        self.places[name] = unit.index
        self.units.append(unit)


def build_units(seed: int, villages: int) -> list[Unit]:
    """Return every public unit, superiors before their subordinates."""
    register, words = _Register(), read_words("units")
    hall, state_assets = "云江市人民政府办公室", "云江市国有资产监督管理委员会"
    for name, short, kind, office, stationed, field in words["city"]:
        over = [state_assets] if kind == "STATE_ENTERPRISE" else _city_superior(name, field, hall)
        watch = (f"SUPERVISION_{office}", f"STATIONED_{stationed}" if stationed else "")
        register.add(_city(name), short, kind, field, ("city", "360500", ""), over, watch)
    _add_districts(register, words, hall)
    _add_towns(register, villages)
    for unit in register.units:
        _complete(unit, Draws(seed, "unit", unit.index))
    enrolled = [unit for unit in register.units if unit.level in ("city", "district", "zone", "town")]
    for unit in enrolled[:ENROLLED]:
        unit.is_enrolled = True
    return register.units


def _city(name: str) -> str:
    return f"云江市{name}" if name.startswith("市场") or not name.startswith("市") else f"云江{name}"


def _city_superior(name: str, field: str, hall: str) -> list[str]:
    parents = {
        "医院": "云江市卫生健康委员会", "疾病": "云江市卫生健康委员会", "保健院": "云江市卫生健康委员会", "血站": "云江市卫生健康委员会",
        "中学": "云江市教育局", "小学": "云江市教育局", "学院": "云江市教育局", "房产": "云江市住房和城乡建设局",
        "质量监督": "云江市住房和城乡建设局", "公路": "云江市交通运输局", "不动产": "云江市自然资源局", "福利院": "云江市民政局",
        "殡葬": "云江市民政局", "社会保险": "云江市人力资源和社会保障局", "图书馆": "云江市文化广电旅游局",
    }
    found = [parent for word, parent in parents.items() if word in name]
    return found or ([hall] if not name.startswith("市委") else ["云江市委办公室"])


def _add_districts(register: _Register, words: dict[str, list[list[str]]], hall: str) -> None:
    for district, area in (("云水区", "360502"), ("分岭县", "360521")):
        for name, short, kind, field, over in words["district"]:
            above = [_city(over), f"云江市{district}人民政府办公室"]
            register.add(
                f"云江市{district}{name}",
                district[:2] + short,
                kind,
                field,
                ("district", area, district),
                above,
                (_OFFICE[district], ""),
            )
    for zone in ("高新区", "仙湖区"):
        for name, short, kind, field, over in words["zone"]:
            above = [_city(over), f"云江市{zone}管理委员会"]
            register.add(
                f"云江市{zone}{name}",
                zone[:2] + short,
                kind,
                field,
                ("zone", "360502", zone),
                above,
                (_OFFICE[zone], ""),
            )


def _add_towns(register: _Register, villages: int) -> None:
    for town in towns():
        head = "人民政府办公室" if town.district in ("云水区", "分岭县") else "管理委员会"
        kind = "街道办事处" if town.name.endswith("街道") else "人民政府"
        name = f"云江市{town.district}{town.name.removesuffix('街道')}{kind}"
        register.add(
            name,
            town.name,
            "TOWNSHIP",
            "town",
            ("town", town.area, town.district),
            [f"云江市{town.district}{head}"],
            (_OFFICE[town.district], ""),
        )
    seats = {(unit.district, unit.short): unit.name for unit in register.units if unit.level == "town"}
    for village, town in village_names(villages):
        body = "社区居民委员会" if village.endswith("社区") else "村民委员会"
        name = f"云江市{town.district}{town.name}{village.removesuffix('社区').removesuffix('村')}{body}"
        over = [seats[town.district, town.name]]
        register.add(
            name,
            village,
            "VILLAGE",
            "village",
            ("village", town.area, town.district),
            over,
            (_OFFICE[town.district], ""),
        )


def _complete(unit: Unit, draws: Draws) -> None:
    prefix = "55" if unit.name.endswith("社区居民委员会") else _PREFIX.get(unit.kind, "11")
    unit.uscc = credit_code(prefix, unit.area, 20_000_000 + unit.index)
    in_hall = unit.level == "city" and unit.index % 3 != 2 and unit.kind in ("ORGAN", "PARTY_ORGAN")
    unit.address = ADMIN_BUILDING if in_hall else street_address(unit.index, 1)
    unit.phone = land_line(unit.index)
    unit.founded = draws.day(date(1985, 1, 1), date(2018, 12, 1))
    if (
        unit.level in ("city", "district")
        and unit.field in ("health", "land", "law", "relief")
        and unit.kind == "ORGAN"
    ):
        unit.former = {
            "卫生健康委员会": "卫生和计划生育委员会", "自然资源局": "国土资源局", "市场监督管理局": "工商行政管理局", "农业农村局": "农业局",
            "应急管理局": "安全生产监督管理局", "生态环境局": "环境保护局",
        }.get(unit.name.removeprefix("云江市").removeprefix(unit.district), "")
        unit.former = f"云江市{unit.district}{unit.former}" if unit.former else ""
        unit.founded = date(2019, 1, 15) if unit.former else unit.founded
