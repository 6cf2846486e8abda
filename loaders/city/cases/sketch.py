"""Sketches of matters: a unit, a problem that nothing else is about, a subject whom nothing else names."""

from datetime import date

from loaders.city.cases.matter import CityMatter
from loaders.city.words import read_words
from loaders.city.world.draws import Draws, scattered
from loaders.city.world.officials import Official
from loaders.city.world.rounds import inspected_on
from loaders.city.world.units import CityUnit
from loaders.city.world.world import Casting, World, some_day
from schema.vocabulary import Problem, UnitKind

CLUES = ("petition_clues", "clue_register", "own_staff_clues")
_AMOUNTS = (
    500,
    800,
    1_200,
    2_000,
    3_600,
    5_000,
    8_800,
    12_000,
    25_000,
    36_000,
    68_000,
    120_000,
    265_000,
    480_000,
    1_350_000,
)  # yuan

_PETTY = {
    Problem.DINING,
    Problem.GIFTS,
    Problem.DIBAO,
    Problem.SUBSIDY,
    Problem.GAMBLING,
    Problem.WEDDING_FUNERAL,
    Problem.TRAVEL,
    Problem.FAVOUR_KIN,
    Problem.PRIVATE_CAR_PUBLIC_FUEL,
    Problem.ALLOWANCE,
}
_FELT = {
    Problem.PROPERTY_MGMT,
    Problem.ENVIRONMENT,
    Problem.SCHOOL_MEALS,
    Problem.MEDICAL,
    Problem.SUBSIDY,
    Problem.DIBAO,
    Problem.LAND,
    Problem.ENGINEERING,
    Problem.ABUSE_OF_POWER,
}
_ALWAYS_FELT = [Problem.WORK_ATTITUDE, Problem.FORMALISM, Problem.DERELICTION, Problem.OTHER]


class Sketcher:
    """Sketches matters that share nothing with each other."""

    def __init__(self, world: World, casting: Casting) -> None:
        self.world = world
        self.casting = casting
        self._turn = self._firm = 0
        organs = [unit for unit in world.units if unit.kind is not UnitKind.VILLAGE]
        enrolled = [unit for unit in world.units if unit.is_enrolled]
        self._choices = {
            "audit_ledger": organs,
            "inspection_ledger": world.units,
            "palm_tickets": enrolled,
            "alerts": organs,
        }

    def draws(self, stream: str, index: int) -> Draws:
        """Return the draws of one planted thing."""
        return Draws(self.world.seed, stream, index)

    def unit(self, source: str) -> CityUnit:
        """Return the next unit in turn that such a matter can be about."""
        choices = self._choices.get(source, self.world.units)
        self._turn += 1
        return choices[scattered(self._turn % len(choices), len(choices), 53)]

    def visited(self, source: str, visit: int) -> CityUnit:
        """Return the unit that an audit or inspection visits."""
        choices = self._choices[source]
        return choices[scattered(visit % len(choices), len(choices), 61)]

    def matter(
        self, source: str, draws: Draws, day: date | None = None, official: Official | None = None
    ) -> CityMatter:
        """Return a matter with a fresh unit and problem; a clue has a fresh subject, or the given official."""
        if source in CLUES:
            return self.clue(source, draws, day, official or self.casting.leader())
        when = self.when(source, day or some_day(draws))
        unit = self.world.units[official.unit] if official else self.unit(source)
        for _ in range(0 if official else 40):
            if any(self.casting.is_free(unit.index, one, when) for one in self.kinds(source, unit)):
                break
            unit = self.unit(source)
        return self.on(source, when, unit, draws)

    def kinds(self, source: str, unit: CityUnit) -> list[Problem]:
        """Return the kinds of problem that such a matter can be about; citizens do not write about ledgers."""
        if source == "palm_tickets":
            return [one for one in unit.problems if one in _FELT] + _ALWAYS_FELT
        if source in ("audit_ledger", "inspection_ledger"):
            kept = (Problem[one] for one in read_words("units")["accounts"])
            return list(dict.fromkeys([*unit.problems, *kept]))
        return unit.problems

    def on(self, source: str, when: date, unit: CityUnit, draws: Draws) -> CityMatter:
        """Return a matter about the unit, with a problem that is fresh as long as there is one."""
        choices = self.kinds(source, unit)
        return self.about(
            source, when, unit, self.casting.problem(unit, when, draws, choices) or draws.pick(choices), draws
        )

    def clue(self, source: str, draws: Draws, day: date | None, official: Official, how: str = "id") -> CityMatter:
        """Return a clue on an official."""
        when = day or some_day(draws)
        unit = self.world.units[official.unit]
        problem = self.casting.problem(unit, when, draws) or draws.pick(unit.problems)
        matter = self.about(source, when, unit, problem, draws)
        matter.post = official.post
        return matter.add_person(official.person, how=how)

    def when(self, source: str, day: date) -> date:
        """Return the day, moved into a round if an inspection has to find it."""
        return inspected_on(day) if source == "inspection_ledger" else day

    def about(self, source: str, day: date, unit: CityUnit, problem: Problem, draws: Draws) -> CityMatter:
        """Return a matter about this unit and problem; the use is not remembered here."""
        matter = CityMatter(source, day, problem, unit.index)
        if source != "palm_tickets":
            matter.amount_fen = (
                draws.pick(_AMOUNTS[:9] if problem in _PETTY else _AMOUNTS[5:]) * 100 * draws.between(1, 3)
            )
        return matter.add_firm(unit.uscc, unit.name, "SUBJECT_UNIT")

    def add_next_firm(self, matter: CityMatter) -> None:
        """Name an ordinary firm, another one each time as long as there are any."""
        size = self.world.size.firms
        firm = self.world.firms.firm(scattered(self._firm % size, size, 59))
        self._firm += 1
        if self._firm <= size:
            self.world.known_firms.append(firm)
        matter.add_firm(firm.uscc, firm.name)
