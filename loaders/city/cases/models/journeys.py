"""People who are in two places: A2, A3, M1; and stays that revolve, M2."""

from dataclasses import dataclass
from datetime import date, timedelta

from loaders.city.cases.models.planting import Case, Planted, Scene
from loaders.city.cases.registers.people import GOALS, hospitals, presence
from loaders.city.cases.registers.rows import Claim, Stay
from loaders.city.world.draws import Draws
from loaders.city.world.officials import Official
from loaders.city.world.people import Inhabitant


@dataclass
class JourneyCases:
    """Plants journeys, days at work and hospital stays."""

    scene: Scene

    def cases(self) -> tuple[Case, ...]:
        """Return the cases."""
        return (
            Case("A2", self._two_at_once, (self._one_after_other,)),
            Case("A3", self._at_work_too, (self._at_work_before_and_after,)),
            Case("M1", self._in_bed_at_work, (self._work_then_bed,)),
            Case("M2", self._revolving, (self._one_hospital, self._five_stays, self._own_share)),
        )

    def claim(self, one: Official, begin: date, days: int, draws: Draws) -> str:
        """Plant a journey of so many nights."""
        rows = self.scene.plan.rows.claims
        number = f"BX9{len(rows):06d}"
        goal, fen = draws.pick(GOALS), (days + 1) * 48_000
        rows.append(Claim(number, one.person, one.unit, goal, begin, begin + timedelta(days=days), fen))
        return number

    def work(self, one: Official, day: date, draws: Draws) -> None:
        """Plant a day at work."""
        rows = self.scene.plan.rows.presences
        rows.append(presence(f"KQ9{len(rows):07d}", one.person, day, draws))

    def stay(self, person: Inhabitant, begin: date, days: int, own: int = 30, nth: int = 0) -> str:
        """Plant a hospital stay of which the patient pays so many per cent."""
        rows, places = self.scene.plan.rows.stays, hospitals(self.scene.world)
        number, fen = f"ZY9{len(rows):06d}", 620_000
        place = places[nth % len(places)].index
        rows.append(Stay(number, person, place, begin, begin + timedelta(days=days), fen, fen * own // 100, "肺部感染"))
        return number

    def _day(self, draws: Draws) -> date:
        day = draws.day(date(2025, 3, 3), date(2026, 8, 20))
        return day - timedelta(days=day.weekday())

    def _two_at_once(self, n: int, draws: Draws) -> Planted:
        one, day = self.scene.official(), self._day(draws)
        later = day + timedelta(days=2)
        return Planted([self.claim(one, day, 4, draws), self.claim(one, later, 3, draws)], "two journeys overlap")

    def _one_after_other(self, n: int, draws: Draws) -> Planted:
        one, day = self.scene.official(), self._day(draws)
        keys = [self.claim(one, day, 2, draws), self.claim(one, day + timedelta(days=2), 2, draws)]
        return Planted(keys, "the second begins on the day on which the first ends")

    def _at_work_too(self, n: int, draws: Draws) -> Planted:
        one, day = self.scene.official(), self._day(draws)
        for turn in (1, 2):
            self.work(one, day + timedelta(days=turn), draws)
        return Planted([self.claim(one, day, 4, draws)], "at work on days of the journey")

    def _at_work_before_and_after(self, n: int, draws: Draws) -> Planted:
        one, day = self.scene.official(), self._day(draws)
        for turn in (0, 3, 4):
            self.work(one, day + timedelta(days=turn), draws)
        return Planted([self.claim(one, day, 3, draws)], "at work on the days of leaving and of coming back")

    def _in_bed_at_work(self, n: int, draws: Draws) -> Planted:
        one, day = self.scene.official(), self._day(draws)
        for turn in (2, 3):
            self.work(one, day + timedelta(days=turn), draws)
        return Planted([self.stay(one.person, day, 8)], "at work while in hospital")

    def _work_then_bed(self, n: int, draws: Draws) -> Planted:
        one, day = self.scene.official(), self._day(draws)
        for turn in (0, 4):
            self.work(one, day + timedelta(days=turn), draws)
        return Planted([self.stay(one.person, day, 4)], "at work on the days of coming and leaving")

    def _stays(self, times: int, own: int, places: int) -> list[str]:
        person, first = self.scene.person(), date(2025, 1, 8)
        return [self.stay(person, first + timedelta(days=turn * 50), 6, own, turn % places) for turn in range(times)]

    def _revolving(self, n: int, draws: Draws) -> Planted:
        return Planted(self._stays(7, 5, 2), "seven stays in two hospitals, hardly paid for")

    def _one_hospital(self, n: int, draws: Draws) -> Planted:
        return Planted(self._stays(7, 5, 1), "dialysis in one hospital")

    def _five_stays(self, n: int, draws: Draws) -> Planted:
        return Planted(self._stays(5, 5, 2), "five stays")

    def _own_share(self, n: int, draws: Draws) -> Planted:
        return Planted(self._stays(7, 25, 2), "seven stays, a quarter paid by the patient")
