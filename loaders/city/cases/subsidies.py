"""Subsidy payments through the one-card: ordinary ones, and those that the benefit models find."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from loaders.city.cases.plan import CityPlan, Payment
from loaders.city.world.draws import Draws
from loaders.city.world.officials import RECEIVER_BLOCKS, CityKin, Official
from loaders.city.world.people import Inhabitant
from loaders.city.world.size import LAST_DAY
from loaders.city.world.world import Casting, World
from schema.vocabulary import KinRelation, UnitKind

LAND_SCHEME = "耕地地力保护补贴"
_PER_MU = 11_000  # fen
_SCHEMES = (
    (LAND_SCHEME, 12_000, 98_000),
    ("城市居民最低生活保障", 52_000, 86_000),
    ("农村居民最低生活保障", 36_000, 61_000),
    ("残疾人两项补贴", 8_000, 16_000),
    ("高龄津贴", 5_000, 30_000),
    ("农机购置补贴", 80_000, 300_000),
)
LOW = "农村居民最低生活保障"


def receivers(world: World) -> Iterator[tuple[Inhabitant, int]]:
    """Yield the living people who draw subsidies, with the scheme of each."""

    def everybody() -> Iterator[Inhabitant]:
        for block in range(world.people.blocks - 1):
            if block % 8 in RECEIVER_BLOCKS:
                yield from (one for one in world.people.block(block) if one.role in "HSF" and not one.died)

    for n, person in enumerate(islice(everybody(), world.size.recipients)):
        yield person, Draws(world.seed, "scheme", n).below(len(_SCHEMES))


def ordinary_payments(world: World) -> Iterator[Payment]:
    """Yield monthly payments of one scheme per person into the person's own account."""
    offices = [unit.index for unit in world.units if unit.level == "town"]
    months = world.size.payments_each
    for n, (person, scheme) in enumerate(receivers(world)):
        draws = Draws(world.seed, "payment", n)
        name, low, high = _SCHEMES[scheme]
        fen, office = draws.between(low // 100, high // 100) * 100, draws.pick(offices)
        for month in range(months):
            year, nth = divmod(2026 * 12 + 9 - months + month, 12)
            day = date(year, nth + 1, 12 + n % 9)
            yield Payment(
                f"BT{n * months + month + 1:08d}",
                person,
                person.account,
                name,
                f"{year}-{nth + 1:02d}",
                day,
                fen,
                office,
                round(fen / _PER_MU, 1) if name == LAND_SCHEME else None,
            )


@dataclass
class SubsidyPlanter:
    """Plants hits and near misses of the models B1, B3, B4, B5, B6 and B7."""

    world: World
    casting: Casting
    plan: CityPlan

    def __post_init__(self) -> None:
        self._number = 90_000_000
        self._officials = [one for one in self.world.officials if one.rank not in ("科员",)]
        self._villages = [one for one in self.world.officials if self.world.units[one.unit].kind is UnitKind.VILLAGE]
        self._cadres = {one.person.household for one in self._villages}

    def plant(self) -> None:
        """Plant them all."""
        for n in range(self.world.size.hits):
            for is_hit in (True, False):
                for model, make in (
                    ("B1", self._dead),
                    ("B3", self._payroll),
                    ("B4", self._kin),
                    ("B5", self._rich),
                    ("B6", self._twice),
                    ("B7", self._one_account),
                ):
                    first = self._number + 1
                    make(n, is_hit)
                    self.plan.model(model, is_hit, [f"BT{one:08d}" for one in range(first, self._number + 1)])

    def pay(self, person: Inhabitant, day: date, scheme: str = LOW, account: str = "") -> None:
        """Plant a payment."""
        self._number += 1
        office = next(unit.index for unit in self.world.units if unit.level == "town")
        if account:
            self.plan.accounts.setdefault(account, person)
        own = account or person.account
        self.plan.accounts.setdefault(own, person)
        self.plan.payments.append(
            Payment(f"BT{self._number:08d}", person, own, scheme, f"{day:%Y-%m}", day, 45_000, office)
        )

    def _dead(self, n: int, is_hit: bool) -> None:
        dead = (
            one
            for first in (7, 6, 5)
            for block in range(first, self.world.people.blocks - 1, 8)
            for one in self.world.people.block(block)
            if one.died
        )
        person = next(islice(dead, n * 2 + is_hit, None), None)
        if person and person.died:
            day = person.died + timedelta(days=120 if is_hit else -20)
            for _ in range(3 if is_hit else 1):
                self.pay(person, min(day, LAST_DAY))
                day += timedelta(days=30)

    def _stranger(self) -> Inhabitant:
        """Return a person who is no kin of a village cadre."""
        while (person := self.casting.citizen()).household in self._cadres:
            pass
        return person

    def _payroll(self, n: int, is_hit: bool) -> None:
        place = n * 7 % len(self._officials)
        one: Official = next(one for one in self._officials[place:] if one.person.household not in self._cadres)
        self.pay(one.person, date(2025, 6, 12), LOW if is_hit else "耕地地力保护补贴")

    def _kin(self, n: int, is_hit: bool) -> None:
        cadre = self._villages[n % len(self._villages)]
        person = self._stranger()
        if is_hit:
            self.world.kin.append(CityKin(cadre.person, person, KinRelation.SIBLING, None))
        self.pay(person, date(2025, 7, 12))

    def _rich(self, n: int, is_hit: bool) -> None:
        person = self.casting.owner()
        if is_hit:
            self.world.maker.make([(person, "90")])
        self.pay(person, date(2025, 8, 12))

    def _twice(self, n: int, is_hit: bool) -> None:
        person = self._stranger()
        self.pay(person, date(2025, 9, 12))
        self.pay(person, date(2025, 9, 12), "城市居民最低生活保障" if is_hit else "高龄津贴")

    def _one_account(self, n: int, is_hit: bool) -> None:
        if is_hit:
            people = [self.casting.citizen() for _ in range(4)]
        else:
            father, son = self.casting.father_and_son()
            people = [father, son]
        for person in people:
            self.pay(person, date(2025, 10, 13), "耕地地力保护补贴", people[0].account)
