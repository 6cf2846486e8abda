"""Moves, land, journeys, days at work, filings and hospital stays of ordinary people."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from loaders.city.cases.registers.rows import Claim, Filing, Presence, Stay
from loaders.city.cases.subsidies import LAND_SCHEME, ordinary_payments
from loaders.city.world.draws import Draws
from loaders.city.world.holidays import working_day
from loaders.city.world.officials import Official
from loaders.city.world.people import Inhabitant
from loaders.city.world.size import LAST_DAY
from loaders.city.world.units import CityUnit
from loaders.city.world.world import World
from schema.vocabulary import KinRelation, UnitKind

GOALS = ("南昌市", "宜春市", "吉安市", "萍乡市", "长沙市", "上海市", "北京市", "深圳市")
_ILLS = ("肺部感染", "高血压", "糖尿病", "冠心病", "腰椎间盘突出", "胆囊炎", "骨折", "白内障")
_FIRST_WORKED, _DAYS_WORKED = date(2026, 9, 7), 15


def married_in(seed: int, person: Inhabitant) -> date | None:
    """Return the day on which a spouse moved in, long ago, where the register has one."""
    draws = Draws(seed, "married in", person.index)
    if person.role != "S" or not draws.chance(400):
        return None
    return min(person.born + timedelta(days=365 * 22 + draws.below(2000)), date(2022, 6, 30))


def land_of(world: World) -> dict[int, float]:
    """Return the land under contract of every household that is paid for land: at least what it is paid for."""
    found: dict[int, float] = {}
    for row in ordinary_payments(world):
        if row.scheme == LAND_SCHEME and row.area is not None:
            house = row.person.household
            spare = Draws(world.seed, "land", house).below(30) / 10
            found[house] = max(found.get(house, 0.0), round(row.area + spare, 1))
    return found


def hospitals(world: World) -> list[CityUnit]:
    """Return the hospitals of the city."""
    return [unit for unit in world.units if unit.field == "health" and unit.kind is UnitKind.INSTITUTION]


def travellers(world: World) -> list[Official]:
    """Return the officials whose journeys and days at work the files hold: every fourth; the others are for cases."""
    return [one for n, one in enumerate(world.officials) if n % 4 == 1][: 60 * world.size.hits]


def ordinary_claims(world: World) -> Iterator[Claim]:
    """Yield journeys that never overlap, outside the weeks of which days at work are exported."""
    for n, one in enumerate(travellers(world)):
        draws = Draws(world.seed, "claim", n)
        for turn in range(draws.between(1, 3)):
            begin = working_day(date(2025, 2, 10) + timedelta(days=turn * 180 + draws.below(150)))
            end = begin + timedelta(days=draws.between(1, 4))
            fen = ((end - begin).days + 1) * draws.between(380, 620) * 100
            yield Claim(f"BX{n:06d}{turn}", one.person, one.unit, draws.pick(GOALS), begin, end, fen)


def ordinary_presences(world: World) -> Iterator[Presence]:
    """Yield fifteen working days of part of the officials."""
    for n, one in enumerate(travellers(world)[: 15 * world.size.hits]):
        draws = Draws(world.seed, "presence", n)
        day = _FIRST_WORKED
        for turn in range(_DAYS_WORKED):
            while day.weekday() > 4:
                day += timedelta(days=1)
            yield presence(f"KQ{n:06d}{turn:02d}", one.person, day, draws)
            day += timedelta(days=1)


def presence(number: str, person: Inhabitant, day: date, draws: Draws) -> Presence:
    """Return a day at work, from the morning to the evening."""
    begin = datetime.combine(day, time(8, draws.below(30)))
    return Presence(number, person, begin, begin + timedelta(minutes=9 * 60 + draws.below(60)))


def ordinary_filings(world: World) -> Iterator[Filing]:
    """Yield filings of village cadres about a spouse who draws aid for the old or disabled."""
    cadres = [one for one in world.officials if world.units[one.unit].kind is UnitKind.VILLAGE]
    for n, one in enumerate(islice(cadres, 0, 40 * world.size.hits, 8)):
        spouse = next((x for x in world.people.household_of(one.person) if x.role in "HS" and x != one.person), None)
        if spouse:
            day = working_day(Draws(world.seed, "filing", n).day(date(2023, 3, 1), date(2025, 6, 30)))
            yield Filing(f"BA{n:06d}", one.person, spouse, KinRelation.SPOUSE, day)


def ordinary_stays(world: World) -> Iterator[Stay]:
    """Yield one stay each of living people without a post."""
    places = hospitals(world)
    blocks = [block for block in range(world.people.blocks - 1) if block % 8 > 4]
    for n in range(world.size.people // 20):
        draws = Draws(world.seed, "stay", n)
        person = draws.pick(world.people.block(blocks[n % len(blocks)]))
        if not person.died:
            begin = draws.day(date(2025, 1, 6), date(2026, 10, 20))
            end = min(begin + timedelta(days=draws.between(2, 14)), LAST_DAY)
            fen = draws.between(2_500, 18_000) * 100
            own, ill = fen * draws.between(18, 45) // 100, draws.pick(_ILLS)
            yield Stay(f"ZY{n:07d}", person, draws.pick(places).index, begin, end, fen, own, ill)
