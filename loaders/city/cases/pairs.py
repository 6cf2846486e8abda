"""Planted pairs of connected matters, one function per linkage rule."""

from collections.abc import Callable
from datetime import date, timedelta

from loaders.city.cases.matter import CityMatter
from loaders.city.cases.plan import CityPlan
from loaders.city.cases.sketch import CLUES, Sketcher
from loaders.city.cases.tender_maker import TenderMaker
from loaders.city.world.draws import Draws
from loaders.city.world.numbers import plate_number
from loaders.city.world.officials import CityKin, Official
from loaders.city.world.people import Inhabitant
from loaders.city.world.places import street_address
from loaders.city.world.size import LAST_DAY
from loaders.city.world.vehicles import PLANTED_CARS_FROM, PrivateCar
from loaders.city.world.world import some_day
from schema.vocabulary import KinRelation

_CHANNELS = (
    ("petition_clues", "audit_ledger"),
    ("clue_register", "inspection_ledger"),
    ("audit_ledger", "inspection_ledger"),
    ("palm_tickets", "clue_register"),
    ("alerts", "petition_clues"),
    ("inspection_ledger", "petition_clues"),
)
_Pair = tuple[CityMatter, CityMatter, str]


def _near(day: date, draws: Draws) -> date:
    later = day + timedelta(days=draws.between(15, 400))
    return later if later <= LAST_DAY else day - timedelta(days=draws.between(15, 100))


class PairPlanter:
    """Plants pairs that meet exactly one linkage rule each."""

    def __init__(self, sketcher: Sketcher, plan: CityPlan) -> None:
        self.sketcher = sketcher
        self.plan = plan
        self.casting = sketcher.casting
        self.tenders = TenderMaker(sketcher.world, plan)
        self._cars = 0
        self._places = 0

    def plant(self, count: int) -> None:
        """Plant so many pairs for every rule."""
        rules: dict[str, Callable[[int, Draws], _Pair]] = {
            "same_person": self._same_person,
            "same_unit_same_problem": self._same_unit_same_problem,
            "same_project": self._same_project,
            "same_contract": self._same_contract,
            "shared_phone": self._shared_phone,
            "shared_account": self._shared_account,
            "shared_place": self._shared_place,
            "shared_vehicle": self._shared_vehicle,
            "firm_control": self._firm_control,
        }
        for rule, make in rules.items():
            for n in range(count):
                first, second, shared = make(n, self.sketcher.draws(f"pair {rule}", n))
                first.tag = second.tag = f"pair:{rule}:{n}"
                self.plan.add(first, second)
                self.plan.pairs.append((rule, first, second, shared))
        self._plant_kin(count)

    def _plant_kin(self, count: int) -> None:
        """Plant near misses that stand among the pairs: kin, each in a matter of their own that has nothing of the other."""
        for n in range(count):
            first, second = self._kin(n, self.sketcher.draws("pair kin", n))
            first.tag = second.tag = f"miss:reported_kin:{n}"
            self.plan.add(first, second)
            self.plan.near_misses.append(("kin", first, second, "reported kin of each other in unrelated matters"))

    def two(self, n: int, draws: Draws) -> tuple[CityMatter, CityMatter]:
        """Return two unconnected matters of different channels, some months apart."""
        first, second = _CHANNELS[n % len(_CHANNELS)]
        day = some_day(draws)
        other = _near(day, draws)
        return self.sketcher.matter(first, draws, day), self.sketcher.matter(second, draws, other)

    def car(self, owner: Inhabitant | None) -> str:
        """Return the plate of a new private car."""
        self._cars += 1
        plate = plate_number(PLANTED_CARS_FROM + self._cars + self._cars // 14)
        if owner:
            since = some_day(Draws(0, "car since", self._cars))
            self.plan.cars.append(PrivateCar(plate, f"LPLANTED{self._cars:09d}", "丰田凯美瑞", owner.id_number, since))
        return plate

    def _same_person(self, n: int, draws: Draws) -> _Pair:
        first, second = _CHANNELS[n % len(_CHANNELS)]
        official: Official = self.casting.leader()
        day = some_day(draws)
        found = []
        for turn, source in enumerate((first, second)):
            when = self.sketcher.when(source, min(day + timedelta(days=turn * 60), LAST_DAY))
            matter = self.sketcher.matter(source, draws, when, official)
            how = ("name", "masked")[n // 4 % 2] if n % 4 == 3 and source in CLUES else "id"
            if source in CLUES:
                matter.names = [one for one in matter.names if one.kind != "Person"]
                matter.add_person(official.person, how=how)
            else:
                matter.add_person(official.person, "INVOLVED")
            found.append(matter)
        return found[0], found[1], official.person.key

    def _same_unit_same_problem(self, n: int, draws: Draws) -> _Pair:
        first, second = _CHANNELS[n % len(_CHANNELS)]
        matter = self.sketcher.matter(first, draws, some_day(draws))
        unit = self.sketcher.world.units[matter.unit or 0]
        when = self.sketcher.when(second, _near(matter.day, draws))
        other = self.sketcher.about(second, when, unit, matter.problem, draws)
        self.casting.use(unit.index, matter.problem, when)
        if second in CLUES:
            other.add_person(self.casting.citizen())
        return matter, other, f"{unit.uscc}:{matter.problem.value}"

    def _same_project(self, n: int, draws: Draws) -> _Pair:
        first, second = self.two(n, draws)
        project = self.tenders.project(self.sketcher.world.units[first.unit or 0], min(first.day, second.day), draws)
        first.add("Project", project.number)
        if n % 4 == 2:
            contract = self.tenders.contract(project, draws)
            second.add("Contract", contract.number)
        else:
            second.add("Project", project.number)
        return first, second, project.number

    def _same_contract(self, n: int, draws: Draws) -> _Pair:
        first, second = self.two(n, draws)
        project = self.tenders.project(self.sketcher.world.units[first.unit or 0], min(first.day, second.day), draws)
        contract = self.tenders.contract(project, draws)
        first.add("Contract", contract.number)
        second.add("Contract", contract.number)
        return first, second, contract.number

    def _shared_phone(self, n: int, draws: Draws) -> _Pair:
        first, second = self.two(n, draws)
        if n % 3 == 2:
            person = self.casting.citizen()
            first.add("Phone", person.phone, "CONTACT")
            second.add_person(person, "INVOLVED")
            return first, second, person.phone
        phone = self.casting.phone()
        first.add("Phone", phone, "CONTACT")
        second.add("Phone", phone, "CONTACT")
        return first, second, phone

    def _shared_account(self, n: int, draws: Draws) -> _Pair:
        first, second = self.two(n, draws)
        if n % 3 == 2:
            person = self.casting.citizen()
            self.plan.accounts[person.account] = person
            first.add("Account", person.account, "PAYEE")
            second.add_person(person, "INVOLVED")
            return first, second, person.account
        account = self.casting.account()
        first.add("Account", account, "PAYEE")
        second.add("Account", account, "PAYEE")
        return first, second, account

    def _shared_place(self, n: int, draws: Draws) -> _Pair:
        first, second = self.two(n, draws)
        if n % 3 == 2:
            person = self.casting.citizen()
            first.add("Place", person.home)
            second.add_person(person, "INVOLVED")
            return first, second, person.home
        self._places += 1
        place = street_address(self._places, 4)
        first.add("Place", place)
        second.add("Place", place)
        return first, second, place

    def _shared_vehicle(self, n: int, draws: Draws) -> _Pair:
        first, second = self.two(n, draws)
        if n % 3 == 2:
            person = self.casting.owner()
            plate = self.car(person)
            first.add("Vehicle", plate)
            second.add_person(person, "INVOLVED")
        else:
            plate = self.car(None)
            first.add("Vehicle", plate)
            second.add("Vehicle", plate)
        return first, second, plate

    def _firm_control(self, n: int, draws: Draws) -> _Pair:
        first, second = self.two(n, draws)
        boss, partner = self.casting.owner(), self.casting.owner()
        firm = self.sketcher.world.maker.make([(boss, "65"), (partner, "35")])
        first.add_firm(firm.uscc, firm.name)
        second.add_person(boss if n % 2 else partner, "INVOLVED")
        return first, second, firm.uscc

    def _kin(self, n: int, draws: Draws) -> tuple[CityMatter, CityMatter]:
        first, second = self.two(n, draws)
        one: Inhabitant = self.casting.leader().person
        other = self.casting.citizen() if n % 2 else self.casting.leader().person
        relation = KinRelation.IN_LAW if n % 2 else KinRelation.SIBLING
        self.sketcher.world.kin.append(CityKin(one, other, relation, None))
        first.add_person(one, "INVOLVED")
        second.add_person(other, "INVOLVED")
        return first, second
