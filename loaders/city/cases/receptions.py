"""Ordinary reception bills, within every rule."""

from collections.abc import Iterator
from datetime import date, datetime

from loaders.city.cases.plan import Bill, Table
from loaders.city.world.draws import Draws
from loaders.city.world.holidays import moment, working_day
from loaders.city.world.officials import Official
from loaders.city.world.people import Inhabitant
from loaders.city.world.size import LAST_DAY
from loaders.city.world.world import World

_DISHES = ("家常豆腐", "小炒黄牛肉", "清蒸鱼", "时蔬", "土鸡汤", "冬瓜排骨", "米粉蒸肉", "炒青菜")


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
            bill = self.bill(n, unit, moment(day, draws, 11, 13), Table(heads, guests), fen)
            yield bill._replace(
                letter=f"云函〔{day.year}〕{n + 1}号", trader=draws.below(20), present=self._present(unit, draws)
            )

    def bill(self, index: int, unit: int, at: datetime, table: Table, fen: int) -> Bill:
        """Return a bill without a letter and without names."""
        dishes = "、".join(_DISHES[(index + n) % len(_DISHES)] for n in range(5))
        return Bill(
            f"JD{at.year}-{index:06d}",
            unit,
            at,
            fen,
            table.hosts,
            table.guests,
            f"{dishes} {fen / 100:g}元",
            "",
            index % 20,
            (),
        )

    def _present(self, unit: int, draws: Draws) -> tuple[tuple[str, Inhabitant, str], ...]:
        host = draws.pick(self.staff[unit])
        above = set(self.world.units[unit].superiors)
        other = next(one for one in (draws.pick(self.hosts) for _ in range(50)) if one != unit and one not in above)
        guest = draws.pick(self.staff[other])
        return tuple(
            (role, one.person, f"{self.world.units[one.unit].short}{one.post}{one.person.name}")
            for role, one in (("接待人", host), ("来客", guest))
        )
