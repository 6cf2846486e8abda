"""Reception bills: ordinary ones, and those that the reception models find."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from loaders.city.draws import Draws
from loaders.city.holidays import moment, working_day
from loaders.city.officials import Official
from loaders.city.people import Person
from loaders.city.plan import Bill, Plan
from loaders.city.size import LAST_DAY
from loaders.city.world import World

_DISHES = "家常豆腐 小炒黄牛肉 清蒸鱼 时蔬 土鸡汤 冬瓜排骨 米粉蒸肉 炒青菜".split()
_PLANTED_FROM = 910_000
_ALLOWED_FEN = 12_000  # standard per head


class Receptions:
    """Makes bills of units that are no village, with hosts and guests from the register of posts."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.staff: dict[int, list[Official]] = {}
        for one in world.officials:
            self.staff.setdefault(one.unit, []).append(one)
        self.hosts = [unit.index for unit in world.units if unit.level in ("city", "district", "zone", "town")]

    def ordinary(self) -> Iterator[Bill]:
        """Yield bills with a letter, few hosts, modest dishes, and guests who are no superiors of the host."""
        for n in range(self.world.size.bills):
            draws = Draws(self.world.seed, "bill", n)
            unit = draws.pick(self.hosts)
            day = working_day(draws.day(date(2024, 1, 4), LAST_DAY))
            guests = draws.between(4, 9)
            heads = min(3, max(1, guests // 3))
            fen = (guests + heads) * draws.between(60, 115) * 100
            bill = self.bill(n, unit, moment(day, draws, 11, 13), (heads, guests), fen)
            yield bill._replace(
                letter=f"云函〔{day.year}〕{n + 1}号", trader=draws.below(20), present=self._present(unit, draws)
            )

    def bill(self, index: int, unit: int, at: datetime, heads: tuple[int, int], fen: int) -> Bill:
        """Return a bill without a letter and without names."""
        dishes = "、".join(_DISHES[(index + n) % len(_DISHES)] for n in range(5))
        return Bill(
            f"JD{at.year}-{index:06d}",
            unit,
            at,
            fen,
            heads[0],
            heads[1],
            f"{dishes} {fen / 100:g}元",
            "",
            index % 20,
            (),
        )

    def _present(self, unit: int, draws: Draws) -> tuple[tuple[str, Person, str], ...]:
        host = draws.pick(self.staff[unit])
        above = set(self.world.units[unit].superiors)
        other = next(one for one in (draws.pick(self.hosts) for _ in range(50)) if one != unit and one not in above)
        guest = draws.pick(self.staff[other])
        return tuple(
            (role, one.person, f"{self.world.units[one.unit].short}{one.post}{one.person.name}")
            for role, one in (("接待人", host), ("来客", guest))
        )


def plant_bills(world: World, receptions: Receptions, plan: Plan) -> None:
    """Plant hits and near misses of the models R1, R2, R4, R5 and R8."""
    for n in range(world.size.hits):
        for is_hit in (True, False):
            for model, make in (("R1", _heads), ("R2", _banned), ("R4", _letters), ("R5", _split), ("R8", _above)):
                draws = Draws(world.seed, f"bill {model} {is_hit}", n)
                for bill in make(world, receptions, plan, draws, is_hit):
                    plan.bills.append(bill)
                plan.model(model, is_hit, plan.bills[-1].number)


def _next(receptions: Receptions, plan: Plan, draws: Draws, heads: tuple[int, int] = (2, 8), fen: int = 72_000) -> Bill:
    index = _PLANTED_FROM + len(plan.bills)
    day = working_day(draws.day(date(2024, 1, 4), LAST_DAY - timedelta(days=9)))
    bill = receptions.bill(index, draws.pick(receptions.hosts), datetime.combine(day, time(12, index % 60)), heads, fen)
    return bill._replace(letter=f"云函〔{day.year}〕{index}号")


def _heads(world: World, receptions: Receptions, plan: Plan, draws: Draws, is_hit: bool) -> list[Bill]:
    return [_next(receptions, plan, draws, (5, 8) if is_hit else (3, 8), 96_000)]


def _banned(world: World, receptions: Receptions, plan: Plan, draws: Draws, is_hit: bool) -> list[Bill]:
    bill = _next(receptions, plan, draws, (2, 6), 380_000 if is_hit else _ALLOWED_FEN * 8)
    return [
        bill._replace(
            items="茅台酒1瓶 1499元；中华香烟2条 1300元；菜品 1001元"
            if is_hit
            else "白酒鸭1份、烟熏腊肉1份等菜品 960元"
        )
    ]


def _letters(world: World, receptions: Receptions, plan: Plan, draws: Draws, is_hit: bool) -> list[Bill]:
    first = _next(receptions, plan, draws)
    if not is_hit:
        return [first]
    second = _next(receptions, plan, draws)
    number = int(second.number[-6:]) + 1
    return [first, second._replace(number=f"JD{second.at.year}-{number:06d}", letter=first.letter)]


def _split(world: World, receptions: Receptions, plan: Plan, draws: Draws, is_hit: bool) -> list[Bill]:
    first = _next(receptions, plan, draws, (2, 8), 98_000)
    number = int(first.number[-6:]) + 1
    second = first._replace(
        number=f"JD{first.at.year}-{number:06d}",
        at=first.at + timedelta(minutes=20),
        letter=f"{first.letter[:-1]}-2号",
        fen=96_000,
    )
    return [
        first,
        second if is_hit else second._replace(at=second.at + timedelta(days=7), trader=(first.trader + 1) % 20),
    ]


def _above(world: World, receptions: Receptions, plan: Plan, draws: Draws, is_hit: bool) -> list[Bill]:
    bill = _next(receptions, plan, draws)
    units = [unit for unit in world.units if unit.level == "district" and unit.superiors]
    unit = draws.pick(units)
    other = (
        world.units[unit.superiors[0]]
        if is_hit
        else draws.pick([one for one in units if one.district != unit.district and one.field == unit.field] or units)
    )
    host, guest = receptions.staff[unit.index][0], receptions.staff[other.index][0]
    present = (
        ("接待人", host.person, f"{unit.short}{host.person.name}"),
        ("来客", guest.person, f"{other.short}{guest.person.name}"),
    )
    return [bill._replace(unit=unit.index, present=present, letter="" if is_hit else bill.letter)]
