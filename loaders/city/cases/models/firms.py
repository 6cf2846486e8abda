"""Officials, kin and firms: K2, and near misses of K1, K3, K4 and K6."""

from dataclasses import dataclass
from datetime import date, timedelta

from loaders.city.cases.models.planting import Case, Planted, Scene
from loaders.city.cases.models.tenders import TenderCases
from loaders.city.world.draws import Draws
from loaders.city.world.firms import Firm
from loaders.city.world.officials import CityKin, Official
from loaders.city.world.people import Inhabitant
from schema.vocabulary import KinRelation


@dataclass
class FirmCases:
    """Plants kin, firms and what the firms won."""

    scene: Scene

    def __post_init__(self) -> None:
        self.tenders = TenderCases(self.scene)

    def cases(self) -> tuple[Case, ...]:
        """Return the cases."""
        return (
            Case("K1", None, (self._before_office,)),
            Case("K2", self._two_steps, (self._three_steps, self._other_unit)),
            Case("K4", None, (self._after_service,)),
            Case("K6", None, (self._two_shells,)),
        )

    def chain(self, official: Official, steps: int) -> Inhabitant:
        """Return somebody so many steps of kin from the official."""
        last = official.person
        for step in range(steps):
            person = self.scene.person()
            relation = KinRelation.SIBLING if step % 2 == 0 else KinRelation.IN_LAW
            self.scene.world.kin.append(CityKin(last, person, relation, None))
            last = person
        return last

    def _won(self, official: Official, owner: Inhabitant, day: date, draws: Draws, is_own: bool = True) -> Firm:
        world = self.scene.world
        firm = world.maker.make([(owner, "100")], founded=date(2014, 5, 6))
        place = official.unit if is_own else next(one.index for one in world.units if one.level == "village")
        self.tenders.tender(world.units[place], day, [firm, self.tenders.rival(draws)], draws)
        return firm

    def _before_office(self, n: int, draws: Draws) -> Planted:
        one = self.scene.official()
        day = one.since - timedelta(days=1)
        return Planted([self._won(one, self.chain(one, 1), day, draws).uscc], "won the day before the term began")

    def _two_steps(self, n: int, draws: Draws) -> Planted:
        one = self.scene.official()
        day = draws.day(date(2024, 2, 8), date(2026, 8, 20))
        return Planted([self._won(one, self.chain(one, 2), day, draws).uscc], "two steps of kin from the leader")

    def _three_steps(self, n: int, draws: Draws) -> Planted:
        one = self.scene.official()
        day = draws.day(date(2024, 2, 8), date(2026, 8, 20))
        return Planted([self._won(one, self.chain(one, 3), day, draws).uscc], "three steps of kin away")

    def _other_unit(self, n: int, draws: Draws) -> Planted:
        one = self.scene.official()
        day = draws.day(date(2024, 2, 8), date(2026, 8, 20))
        return Planted([self._won(one, self.chain(one, 2), day, draws, False).uscc], "won from another unit")

    def _after_service(self, n: int, draws: Draws) -> Planted:
        person, unit = self.scene.person(), self.scene.town_unit(draws)
        self.scene.world.retired.append((person, unit.index, date(2022, 6, 30)))
        return Planted(
            [self.scene.world.maker.make([(person, "60")], founded=date(2023, 3, 1)).uscc], "left the payroll"
        )

    def _two_shells(self, n: int, draws: Draws) -> Planted:
        first, second = self.tenders.firm(), self.tenders.firm()
        second.address, second.phone = first.address, first.phone
        first.is_idle = second.is_idle = True
        return Planted([first.address, first.phone], "two firms without staff at one address")
