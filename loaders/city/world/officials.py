"""Officials: who holds which post in which public unit, for which term, and whom they report as kin."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from loaders.city.words import read_words
from loaders.city.world.draws import Draws, shuffled
from loaders.city.world.people import Inhabitant, Population
from loaders.city.world.size import LAST_DAY, Size
from loaders.city.world.units import CityUnit
from schema.vocabulary import KinRelation, UnitKind

# Of eight blocks of people, five give officials, two owners of firms and cars, one receivers of subsidies:
# so that nobody is by chance what a comparison model looks for.
OFFICIAL_BLOCKS, OWNER_BLOCKS, RECEIVER_BLOCKS = (0, 1, 2, 3, 4), (5, 6), (7,)


class Official(NamedTuple):
    """A post held by a person."""

    person: Inhabitant
    unit: int
    post: str
    rank: str
    is_top: bool
    charge: str
    since: date
    until: date | None
    number: str


class CityKin(NamedTuple):
    """A relative as a report on personal matters states them."""

    person: Inhabitant
    relative: Inhabitant
    relation: KinRelation
    since: date | None


def _posts(unit: CityUnit) -> list[tuple[str, str, int]]:
    kinds = {"health": "HOSPITAL", "school": "SCHOOL"} if unit.kind is UnitKind.INSTITUTION else {}
    kind = kinds.get(unit.field, unit.kind.value)
    if unit.level in ("district", "zone") and unit.kind is UnitKind.ORGAN:
        kind = "DISTRICT"
    return [tuple(post) for post in read_words("units")["posts"][kind]]


def _title(post: str, unit: CityUnit) -> str:
    if post.endswith("局长") and not unit.name.endswith("局"):
        return post.replace("局长", "主任")
    if unit.name.endswith("居民委员会"):
        return post.replace("党支部书记", "社区党支部书记")
    return (
        post.replace("镇长", "乡长")
        if unit.short.endswith("乡")
        else post.replace("副镇长", "副主任")
        if unit.short.endswith("街道")
        else post
    )


def adults(people: Population, blocks: tuple[int, ...], first: int, last: int) -> Iterator[Inhabitant]:
    """Yield living heads and spouses of such blocks who were born from the first to the last year."""
    for block in range(people.blocks):
        if block % 8 in blocks:
            for person in people.block(block):
                if (
                    person.role in "HS"
                    and not person.died
                    and first <= person.born.year <= last
                    and person.index < people.count
                ):
                    yield person


def build_officials(people: Population, units: list[CityUnit], size: Size) -> list[Official]:
    """Return the officials of every unit, leaders first; no person holds two present posts."""
    wanted = []
    for unit in units:
        wanted += [(unit, *post) for post in _posts(unit)]
        if unit.kind is not UnitKind.VILLAGE:
            wanted += [(unit, "一级科员", "科员", 0)] * size.staff
    pool = []
    for person in adults(people, OFFICIAL_BLOCKS, 1967, 2000):
        pool.append(person)
        if len(pool) >= len(wanted) * 1.05 + 40:
            break
    pool = shuffled(pool, people.seed, "officials")
    found = []
    for n, ((unit, post, rank, top), person) in enumerate(zip(wanted, pool, strict=False)):
        draws = Draws(people.seed, "post", n)
        since = draws.day(date(2019, 1, 1), date(2023, 6, 30))
        charge = draws.pick(["财务、人事", "工程建设", "行政审批", "党建、群团", "业务监管", "后勤保障"])
        found.append(
            Official(person, unit.index, _title(post, unit), rank, bool(top), charge, since, None, f"RZ{n + 1:06d}")
        )
    return found


def former_posts(officials: list[Official], units: list[CityUnit], seed: int) -> Iterator[Official]:
    """Yield the earlier posts that a third of the officials held elsewhere, and terms that ended."""
    for n, one in enumerate(officials):
        draws = Draws(seed, "former", n)
        if units[one.unit].kind is not UnitKind.VILLAGE and draws.chance(350):
            unit = units[draws.below(140)]
            if unit.index != one.unit:
                begin = draws.day(date(2012, 1, 1), date(2018, 6, 30))
                yield one._replace(
                    unit=unit.index,
                    post="科长",
                    rank="股级",
                    is_top=False,
                    since=begin,
                    until=one.since,
                    number=one.number + "A",
                )


def reported_kin(officials: list[Official], people: Population) -> Iterator[CityKin]:
    """Yield the relatives whom officials with a leading post report: spouse and grown children."""
    for one in officials:
        if one.rank in ("科员", "股级") or one.person.role not in "HS":
            continue
        for other in people.household_of(one.person):
            if other.index >= people.count or other.index == one.person.index:
                continue
            if other.role in "HS":
                yield CityKin(one.person, other, KinRelation.SPOUSE, None)
            elif other.role in "CD":
                yield CityKin(one.person, other, KinRelation.CHILD, min(other.born, LAST_DAY))
