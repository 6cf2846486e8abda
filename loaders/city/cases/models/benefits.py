"""Benefits: near misses of B1 and B3 to B7; B2, B8 and B9."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from loaders.city.cases.models.journeys import JourneyCases
from loaders.city.cases.models.planting import Case, Planted, Scene
from loaders.city.cases.plan import Payment
from loaders.city.cases.registers.rows import Filing
from loaders.city.cases.subsidies import LAND_SCHEME, LOW
from loaders.city.world.draws import Draws
from loaders.city.world.officials import CityKin
from loaders.city.world.people import Inhabitant
from schema.vocabulary import KinRelation, UnitKind

_LAST_PAID = date(2026, 9, 10)


@dataclass
class BenefitCases:
    """Plants payments, and what they are checked against."""

    scene: Scene

    def __post_init__(self) -> None:
        self.journeys = JourneyCases(self.scene)
        world = self.scene.world
        self._cadres = [one for one in world.officials if world.units[one.unit].kind is UnitKind.VILLAGE][::-1]
        self._office = next(unit.index for unit in world.units if unit.level == "town")
        people = (one for block in range(world.people.blocks - 1) for one in world.people.block(block))
        paid = {row.person.index for row in self.scene.plan.payments}
        dead = [one for one in islice(people, 60_000) if one.died and one.died < _LAST_PAID and one.index not in paid]
        self._dead = dead[: 6 * self.scene.count]

    def cases(self) -> tuple[Case, ...]:
        """Return the cases; most hits are planted by the subsidies."""
        return (
            Case("B1", None, (self._soon_after,)),
            Case("B2", self._treated_dead, (self._settled_late,)),
            Case("B3", None, (self._after_post, self._namesake)),
            Case("B4", None, (self._filed,)),
            Case("B5", None, (self._small_firm,)),
            Case("B6", None, (self._changed_scheme,)),
            Case("B7", None, (self._one_household,)),
            Case("B8", self._too_much_land, (self._all_land,)),
            Case("B9", self._moved_in, (self._long_there,)),
        )

    def pay(
        self, person: Inhabitant, day: date, scheme: str = LOW, area: float | None = None, account: str = ""
    ) -> str:
        """Plant a payment."""
        plan, own = self.scene.plan, account or person.account
        number = f"BT95{len(plan.payments):06d}"
        plan.accounts.setdefault(own, person)
        plan.payments.append(Payment(number, person, own, scheme, f"{day:%Y-%m}", day, 43_000, self._office, area))
        return number

    def _day(self, draws: Draws) -> date:
        return draws.day(date(2025, 2, 10), date(2026, 8, 20))

    def _soon_after(self, n: int, draws: Draws) -> Planted:
        person = self._dead.pop()
        day = (person.died or _LAST_PAID) + timedelta(days=20)
        return Planted([self.pay(person, day, "高龄津贴")], "twenty days after death")

    def _treated_dead(self, n: int, draws: Draws) -> Planted:
        person = self._dead.pop()
        return Planted([self.journeys.stay(person, (person.died or _LAST_PAID) + timedelta(days=35), 3)], "after death")

    def _settled_late(self, n: int, draws: Draws) -> Planted:
        person = self._dead.pop()
        return Planted([self.journeys.stay(person, (person.died or _LAST_PAID) + timedelta(days=5), 0)], "settled late")

    def _after_post(self, n: int, draws: Draws) -> Planted:
        person, unit = self.scene.person(), self.scene.town_unit(draws)
        self.scene.world.retired.append((person, unit.index, date(2023, 6, 30)))
        return Planted([self.pay(person, self._day(draws))], "off the payroll for more than a year")

    def _namesake(self, n: int, draws: Draws) -> Planted:
        names = {one.person.name for one in self.scene.world.officials}
        person = self.scene.person()
        for _ in range(200):
            if person.name in names:
                return Planted([self.pay(person, self._day(draws))], "a person of an official's name")
            person = self.scene.spare(person)
        return self._after_post(n, draws)

    def _filed(self, n: int, draws: Draws) -> Planted:
        cadre, person, rows = self._cadres[n], self.scene.person(), self.scene.plan.rows.filings
        self.scene.world.kin.append(CityKin(cadre.person, person, KinRelation.SIBLING, None))
        filed = Filing(f"BA9{len(rows):05d}", cadre.person, person, KinRelation.SIBLING, date(2024, 5, 20))
        rows.append(filed)
        return Planted([self.pay(person, self._day(draws))], "kin of a village cadre, filed")

    def _small_firm(self, n: int, draws: Draws) -> Planted:
        person = self.scene.person()
        self.scene.world.maker.make([(person, "100")], founded=date(2019, 5, 6)).capital_wan = 5
        return Planted([self.pay(person, self._day(draws))], "a firm below the limit of capital")

    def _changed_scheme(self, n: int, draws: Draws) -> Planted:
        person, day = self.scene.person(), date(2025, 3 + n % 8, 12)
        later = (day.replace(day=1) + timedelta(days=32)).replace(day=12)
        keys = [self.pay(person, day), self.pay(person, later, "城市居民最低生活保障")]
        return Planted(keys, "one scheme after the other")

    def _one_household(self, n: int, draws: Draws) -> Planted:
        people = self.scene.family()
        keys = [self.pay(one, date(2025, 10, 13), LAND_SCHEME, None, people[0].account) for one in people]
        return Planted(keys, "three people of one household")

    def _land(self, area: float, land: float) -> list[str]:
        person = self.scene.person()
        self.scene.plan.rows.land[person.household] = land
        return [self.pay(person, date(2026, 4, 14), LAND_SCHEME, area)]

    def _too_much_land(self, n: int, draws: Draws) -> Planted:
        return Planted(self._land(12.5 + n, 6.4), "twice the land of the household")

    def _all_land(self, n: int, draws: Draws) -> Planted:
        return Planted(self._land(6.4, 6.4), "all the land of the household")

    def _moved(self, draws: Draws, days: int) -> list[str]:
        person, moved = self.scene.person(), draws.day(date(2025, 2, 10), date(2025, 9, 20))
        self.scene.plan.rows.moves[person.index] = moved
        return [self.pay(person, moved + timedelta(days=days + turn * 30)) for turn in range(3)]

    def _moved_in(self, n: int, draws: Draws) -> Planted:
        return Planted(self._moved(draws, 70), "two months after moving in")

    def _long_there(self, n: int, draws: Draws) -> Planted:
        return Planted(self._moved(draws, 190), "half a year and more after moving in")
