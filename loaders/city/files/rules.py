"""What each linkage rule means on the true data, and all pairs of matters that meet it."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from loaders.city.cases.matter import CityMatter
from loaders.city.cases.plan import CityPlan
from loaders.city.cases.subsidies import receivers
from loaders.city.world.vehicles import private_cars
from loaders.city.world.world import NEAR, World

HUB = 50  # what more matters name, such as the hotline or the administration building, makes no pair
_SHARED = "both matters name the same {0}, or one names the {0} and the other "
DEFINITIONS = {
    "same_person": "both matters name the same person, in any role",
    "same_unit_same_problem": "both matters have the same subject unit (role SUBJECT_UNIT) and kind of problem, "
    "and the days on which they were received, found, asked or raised lie at most 731 days apart",
    "same_project": _SHARED.format("project") + "a contract under it",
    "same_contract": "both matters name the same contract",
    "shared_phone": _SHARED.format("phone") + "a person or firm registered with it",
    "shared_account": _SHARED.format("account") + "a person registered with it",
    "shared_place": _SHARED.format("place") + "a person or firm registered there",
    "shared_vehicle": _SHARED.format("vehicle") + "its private owner",
    "firm_control": "one matter names a firm, the other a person who holds a share in it or an office of it",
}
_THINGS = {"Phone": "shared_phone", "Account": "shared_account", "Place": "shared_place", "Vehicle": "shared_vehicle"}


class MatterPair(NamedTuple):
    """Two matters that meet a rule; via says that one names only the holder of what is shared."""

    rule: str
    first: CityMatter
    second: CityMatter
    shared: str
    via: str


class Rules:
    """Finds every pair among the matters of a city; what more than 50 matters name makes no pair."""

    def __init__(self, world: World, plan: CityPlan) -> None:
        self.world = world
        self.plan = plan
        self.people: dict[str, list[CityMatter]] = defaultdict(list)
        self.named: dict[tuple[str, str], list[CityMatter]] = defaultdict(list)
        for matter in plan.matters:
            for one in matter.names:
                (self.people[one.ref] if one.kind == "Person" else self.named[one.kind, one.ref]).append(matter)

    def pairs(self) -> Iterator[MatterPair]:
        """Yield every pair of every rule, each once."""
        seen: set[tuple[str, int, int]] = set()
        for pair in self._all():
            first, second = sorted((pair.first, pair.second), key=lambda one: (one.source, one.number))
            place = (pair.rule, id(first), id(second))
            if first is not second and place not in seen:
                seen.add(place)
                yield pair._replace(first=first, second=second)

    def _all(self) -> Iterator[MatterPair]:
        for key, matters in self.people.items():
            yield from (MatterPair("same_person", a, b, key, "") for a, b in combinations(matters, 2))
        yield from self._unit_and_problem()
        yield from self._projects()
        for kind, rule in _THINGS.items():
            yield from self._things(kind, rule)
        yield from self._firms()

    def _unit_and_problem(self) -> Iterator[MatterPair]:
        groups: dict[tuple[str, str], list[CityMatter]] = defaultdict(list)
        for matter in self.plan.matters:
            for one in matter.of("Unit", "SUBJECT_UNIT"):
                groups[one.ref, matter.problem.value].append(matter)
        for (unit, problem), matters in groups.items():
            yield from (
                MatterPair("same_unit_same_problem", a, b, f"{unit}:{problem}", "")
                for a, b in combinations(matters, 2)
                if abs(a.day - b.day) <= NEAR
            )

    def _direct(self, kind: str) -> Iterator[tuple[str, list[CityMatter]]]:
        return ((ref, found) for (label, ref), found in self.named.items() if label == kind and len(found) <= HUB)

    def _projects(self) -> Iterator[MatterPair]:
        for number, matters in self._direct("Contract"):
            yield from (MatterPair("same_contract", a, b, number, "") for a, b in combinations(matters, 2))
        contracts: dict[str, list[str]] = defaultdict(list)
        for contract in self.plan.contracts:
            contracts[contract.project].append(contract.number)
        for number, numbers in contracts.items():
            under = [matter for one in numbers for matter in self.named.get(("Contract", one), ())]
            for a in self.named.get(("Project", number), ()):
                yield from (MatterPair("same_project", a, b, number, "contract") for b in under)
        for number, matters in self._direct("Project"):
            yield from (MatterPair("same_project", a, b, number, "") for a, b in combinations(matters, 2))

    def _things(self, kind: str, rule: str) -> Iterator[MatterPair]:
        holders = getattr(self, f"_holders_of_{kind.lower()}")()
        for ref, matters in self._direct(kind):
            yield from (MatterPair(rule, a, b, ref, "") for a, b in combinations(matters, 2))
            for holder in holders.get(ref, ()):
                others = self.people[holder] if holder in self.people else self.named.get(("Unit", holder), [])
                yield from (MatterPair(rule, a, b, ref, holder) for a in matters for b in others)

    def _named_people(self) -> Iterator[tuple[str, int]]:
        return ((key, int(key[1:])) for key in self.people)

    def _named_firms(self) -> Iterator[tuple[str, str, str]]:
        firms = [*self.world.maker.made, *self.world.known_firms]
        return ((firm.uscc, firm.phone, firm.address) for firm in firms if ("Unit", firm.uscc) in self.named)

    def _holders_of_phone(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key, index in self._named_people():
            person = self.world.people.person(index)
            if person.born.year < 2008 and not person.died:
                found[person.phone].append(key)
        for uscc, phone, _ in self._named_firms():
            found[phone].append(uscc)
        return found

    def _holders_of_account(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for account, person in [*self.plan.accounts.items(), *((one.account, one) for one, _ in receivers(self.world))]:
            found[account].append(person.key)
        for payment in self.plan.payments:
            found[payment.account].append(payment.person.key)
        return found

    def _holders_of_place(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key, index in self._named_people():
            found[self.world.people.person(index).home].append(key)
        for uscc, _, address in self._named_firms():
            found[address].append(uscc)
        return found

    def _holders_of_vehicle(self) -> dict[str, list[str]]:
        keys = {self.world.people.person(index).id_number: key for key, index in self._named_people()}
        cars = [*private_cars(self.world.firms, self.world.size.private_cars), *self.plan.cars]
        found: dict[str, list[str]] = defaultdict(list)
        for car in cars:
            if car.owner in keys:
                found[car.plate].append(keys[car.owner])
        return found

    def _firms(self) -> Iterator[MatterPair]:
        keys = {self.world.people.person(index).id_number: key for key, index in self._named_people()}
        for firm in [*self.world.maker.made, *self.world.known_firms]:
            matters = self.named.get(("Unit", firm.uscc), ())
            people = dict.fromkeys(keys[one.id_number] for one in (*firm.shares, *firm.posts) if one.id_number in keys)
            for person in people:
                yield from (
                    MatterPair("firm_control", a, b, firm.uscc, person) for a in matters for b in self.people[person]
                )
