"""The city before anything happens in it, and the casting of people and things for what is planted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from loaders.city.world.draws import Draws, shuffled
from loaders.city.world.firms import Firm, FirmMaker, Firms
from loaders.city.world.numbers import PLANTED_FROM, account_number, mobile_number
from loaders.city.world.officials import OFFICIAL_BLOCKS, RECEIVER_BLOCKS, CityKin, Official, build_officials
from loaders.city.world.people import Inhabitant, Population
from loaders.city.world.places import words_of
from loaders.city.world.size import LAST_DAY, Size
from loaders.city.world.teams import CityOfficer, CityTeam, build_officers, build_teams
from loaders.city.world.units import CityUnit, build_units
from schema.vocabulary import Problem

NEAR = timedelta(days=731)  # two matters on the same unit and problem belong together within this time


@dataclass
class World:
    """People, units, teams and officials of one city."""

    seed: int
    size: Size
    people: Population = field(init=False)
    units: list[CityUnit] = field(init=False)
    teams: list[CityTeam] = field(init=False)
    officers: list[CityOfficer] = field(init=False)
    officials: list[Official] = field(init=False)
    firms: Firms = field(init=False)
    maker: FirmMaker = field(init=False)
    kin: list[CityKin] = field(default_factory=list)  # planted beside the reported households
    known_firms: list[Firm] = field(default_factory=list)  # ordinary firms that a matter names
    retired: list[tuple[Inhabitant, int, date]] = field(default_factory=list)  # who left which unit on which day

    def __post_init__(self) -> None:
        self.people = Population(self.seed, self.size.people)
        self.units = build_units(self.seed, self.size.villages)
        self.teams = build_teams()
        self.officers = build_officers(self.seed, self.teams)
        self.officials = build_officials(self.people, self.units, self.size)
        self.firms = Firms(self.people, self.size.firms)
        self.maker = FirmMaker(self.seed)

    @cached_property
    def traders(self) -> list[Firm]:
        """The restaurants, one sole trader each."""
        first = 2 * self.size.firms
        return [
            self.maker.make_trader(self.firms.owner(first + n), name) for n, name in enumerate(words_of("restaurants"))
        ]

    def unit_named(self, name: str) -> CityUnit:
        """Return the public unit with this name, with or without the city in front."""
        return next(unit for unit in self.units if unit.name in (name, f"云江市{name}"))


class Casting:
    """Hands out people, problems, phones and accounts that nothing else uses, so that noise makes no strong link."""

    def __init__(self, world: World) -> None:
        self.world = world
        officials = [one for one in world.officials if not one.is_top or one.unit % 3]
        # The last one is cast first, because a list gives up its end most cheaply.
        self._leaders = shuffled(
            [one for one in officials if one.rank not in ("科员", "股级")], world.seed, "cast leaders"
        )
        self._staff = shuffled([one for one in officials if one.rank in ("科员", "股级")], world.seed, "cast staff")
        self._households: set[int] = set()  # one of them is cast; the others stay out, for couples are kin
        taken = {one.person.index for one in world.officials}
        self._others = (person for person in self._grown_children() if person.index not in taken)
        self._held: list[Inhabitant] = []  # passed over in search of a namesake, not yet handed out
        self._namesakes = self._same_names()
        self._owner = 2 * world.size.firms + len(world.traders)  # owners of ordinary firms stand first
        self._used: dict[tuple[int, Problem], list[date]] = {}
        self._phones = self._accounts = 0
        self._families = 0

    def _grown_children(self) -> Iterator[Inhabitant]:
        people = self.world.people
        for block in range(people.blocks - 1):
            if block % 8 in OFFICIAL_BLOCKS:
                yield from (
                    one
                    for one in people.block(block)
                    if one.role in "CD" and 1974 <= one.born.year <= 2003 and not one.died
                )

    def leader(self) -> Official:
        """Return an official with a leading post whom nothing else names."""
        return self._uncast(self._leaders) or self.staff()

    def take(self, official: Official) -> Official:
        """Return the official, whom nothing else will name from now on."""
        self._households.add(official.person.household)
        return official

    def _uncast(self, officials: list[Official]) -> Official | None:
        while officials:
            one = officials.pop()
            if one.person.household not in self._households:
                return self.take(one)
        return None

    def staff(self) -> Official:
        """Return a lesser official whom nothing else names, or a clerk who is in no register of posts."""
        found = self._uncast(self._staff)
        if found:
            return found
        person = self.citizen()
        return Official(person, person.index % 140, "工作人员", "", False, "", date(2022, 1, 1), None, "")

    def citizen(self) -> Inhabitant:
        """Return a grown person without a post whom nothing else names."""
        person = next(self._others, None) or self._held.pop(0)
        if person.household in self._households:
            return self.citizen()
        self._households.add(person.household)
        return person

    def namesakes(self) -> tuple[Inhabitant, Inhabitant]:
        """Return two people of one name, with different resident ids, whom nothing else names."""
        return next(self._namesakes)

    def _same_names(self) -> Iterator[tuple[Inhabitant, Inhabitant]]:
        people, seen = self.world.people, dict[str, Inhabitant]()
        for block in range(people.blocks - 1):
            roles = (
                {"F"} if block % 8 in OFFICIAL_BLOCKS else {"F", "S"} if block % 8 in RECEIVER_BLOCKS else {"C", "F"}
            )
            for person in people.block(block):
                if person.role in roles and not person.died and person.born.year < 2006:
                    other = seen.pop(person.name, None)
                    if other:
                        yield other, person
                    else:
                        seen[person.name] = person

    def namesake_of_official(self) -> Inhabitant:
        """Return a person without a post who has the name of an official."""
        names = {one.person.name for one in self.world.officials}
        for person in self._others:
            if person.name in names:
                return person
            self._held.append(person)
        return next(person for person in self._held if person.name in names)

    def father_and_son(self) -> tuple[Inhabitant, Inhabitant]:
        """Return a father and his grown son of one household, neither with a post."""
        people = self.world.people
        while True:
            self._families += 1
            block = people.block(self._families * 8 + RECEIVER_BLOCKS[0])
            for person in block:
                house = [one for one in block if one.household == person.household and not one.died]
                sons = [one for one in house if one.role in "CD" and one.is_male and one.born.year < 2004]
                if person.role == "H" and not person.died and sons:
                    return person, sons[0]

    def owner(self) -> Inhabitant:
        """Return a person who owns no firm yet, for a planted one."""
        self._owner += 1
        person = self.world.firms.owner(self._owner - 1)
        return self.owner() if person.died else person

    def phone(self) -> str:
        """Return a mobile number that nobody is registered with."""
        self._phones += 1
        return mobile_number(PLANTED_FROM + self._phones)

    def account(self) -> str:
        """Return a bank account that nobody is registered with."""
        self._accounts += 1
        return account_number(PLANTED_FROM + self._accounts)

    def problem(self, unit: CityUnit, day: date, draws: Draws, given: list[Problem] | None = None) -> Problem | None:
        """Return a believable problem of the unit that nothing near the day is about, or None if there is none."""
        choices = given or unit.problems
        start = draws.below(len(choices))
        for turn in range(len(choices)):
            problem = choices[(start + turn) % len(choices)]
            if self.is_free(unit.index, problem, day):
                self.use(unit.index, problem, day)
                return problem
        return None

    def is_free(self, unit: int, problem: Problem, day: date) -> bool:
        """Return whether nothing within the time of the rule is about this unit and problem."""
        return all(abs(day - other) > NEAR for other in self._used.get((unit, problem), ()))

    def use(self, unit: int, problem: Problem, day: date) -> None:
        """Remember that a matter is about this unit and problem."""
        self._used.setdefault((unit, problem), []).append(day)


def some_day(draws: Draws, first: date = date(2023, 2, 1), last: date = LAST_DAY) -> date:
    """Return a working day."""
    day = draws.day(first, last)
    return day - timedelta(days=max(0, day.weekday() - 4))
