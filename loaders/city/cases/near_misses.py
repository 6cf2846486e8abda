"""Near misses: pairs of matters that look connected and are not, one function per linkage rule."""

from collections.abc import Callable
from datetime import date

from loaders.city.cases.matter import CityMatter
from loaders.city.cases.pairs import PairPlanter
from loaders.city.world.draws import Draws
from loaders.city.world.firms import firm_name
from loaders.city.world.places import street_address
from loaders.city.world.units import CityUnit
from loaders.city.world.world import some_day
from schema.vocabulary import Problem

_Miss = tuple[CityMatter, CityMatter, str]
_OTHER_PROBLEM = "one unit, two kinds of problem"


class NearMissPlanter:
    """Plants pairs that meet no linkage rule."""

    def __init__(self, pairs: PairPlanter) -> None:
        self.pairs = pairs
        self.sketcher = pairs.sketcher
        self.casting = pairs.casting
        self.world = pairs.sketcher.world
        self.plan = pairs.plan

    def plant(self, count: int) -> None:
        """Plant so many near misses for every rule."""
        rules: dict[str, Callable[[int, Draws], _Miss]] = {
            "same_person": self._namesakes,
            "same_unit_same_problem": self._unit_or_time_differs,
            "same_project": self._other_section,
            "same_contract": self._next_contract,
            "shared_phone": self._one_digit_off,
            "shared_account": self._same_ending,
            "shared_place": self._other_building,
            "shared_vehicle": self._look_alike_plate,
            "firm_control": self._look_alike_firm,
            "kin": self._unregistered_kin,
        }
        for rule, make in rules.items():
            for n in range(count):
                first, second, why = make(n, self.sketcher.draws(f"miss {rule}", n))
                first.tag = second.tag = f"miss:{rule}:{n}"
                self.plan.add(first, second)
                self.plan.near_misses.append((rule, first, second, why))
        near = [(one, other) for _, one, other, why in self.plan.near_misses if why == _OTHER_PROBLEM]
        next(story for story in self.plan.stories if story["id"] == "F8")["near_misses"] = [
            one for pair in near for one in pair
        ]

    def _namesakes(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n * 2, draws)
        one, other = self.casting.namesakes()
        first.add_person(one, "INVOLVED")
        second.add_person(other, "INVOLVED")
        self.plan.namesakes.append(
            {"name": one.name, "people": [one.key, other.key], "id_numbers": [one.id_number, other.id_number]}
        )
        return first, second, "two people of one name with different resident ids"

    def _unit_or_time_differs(self, n: int, draws: Draws) -> _Miss:
        kind = n % 3
        if kind == 0:
            unit = self.sketcher.unit("audit_ledger")
            day = some_day(draws)
            found = []
            for source in ("audit_ledger", "inspection_ledger"):
                when = self.sketcher.when(source, day)
                problem = self.casting.problem(unit, when, draws) or draws.pick(unit.problems)
                found.append(self.sketcher.about(source, when, unit, problem, draws))
            return found[0], found[1], _OTHER_PROBLEM
        if kind == 1:
            early, late = date(2023, 3, 6 + n % 20), date(2026, 3, 10 + n % 20)
            unit, problem = self._free_unit(early, late, draws)
            self.casting.use(unit.index, problem, early)
            self.casting.use(unit.index, problem, late)
            first = self.sketcher.about("audit_ledger", early, unit, problem, draws)
            return (
                first,
                self.sketcher.about("inspection_ledger", late, unit, problem, draws),
                "one unit and problem, three years apart",
            )
        day = some_day(draws)
        above, below = self._similar_units(n)
        when = self.sketcher.when("inspection_ledger", day)
        problem = next(
            one
            for one in above.problems
            if self.casting.is_free(above.index, one, day) and self.casting.is_free(below.index, one, when)
        )
        self.casting.use(above.index, problem, day)
        self.casting.use(below.index, problem, when)
        first = self.sketcher.about("audit_ledger", day, above, problem, draws)
        return (
            first,
            self.sketcher.about("inspection_ledger", when, below, problem, draws),
            "two bureaus with similar names",
        )

    def _free_unit(self, early: date, late: date, draws: Draws) -> tuple[CityUnit, Problem]:
        while True:
            unit = self.sketcher.unit("audit_ledger")
            free = [
                one
                for one in unit.problems
                if self.casting.is_free(unit.index, one, early) and self.casting.is_free(unit.index, one, late)
            ]
            if free:
                return unit, draws.pick(free)

    def _similar_units(self, n: int) -> tuple[CityUnit, CityUnit]:
        short = ("教育局", "民政局", "水利局", "财政局", "交通运输局", "司法局", "农业农村局")[n // 3 % 7]
        district = ("云水区", "分岭县")[n // 21 % 2]
        return self.world.unit_named(f"云江市{short}"), self.world.unit_named(f"云江市{district}{short}")

    def _other_section(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n, draws)
        unit = self.world.units[first.unit or 0]
        before = min(first.day, second.day)
        for matter, section in ((first, "一标段"), (second, "二标段")):
            project = self.pairs.tenders.project(unit, before, draws, f"{unit.short}道路提升工程（{section}）")
            matter.add("Project", project.number)
        return first, second, "two sections of one works, each a project of its own"

    def _next_contract(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n, draws)
        for matter in (first, second):
            project = self.pairs.tenders.project(self.world.units[matter.unit or 0], min(first.day, second.day), draws)
            matter.add("Contract", self.pairs.tenders.contract(project, draws, self.world.firms.firm(n).uscc).number)
        return first, second, "two contracts of one supplier with neighbouring numbers"

    def _one_digit_off(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n, draws)
        phone = self.casting.phone()
        first.add("Phone", phone, "CONTACT")
        second.add("Phone", phone[:-1] + str((int(phone[-1]) + 1) % 10), "CONTACT")
        return first, second, "two numbers that differ in the last digit"

    def _same_ending(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n, draws)
        account = self.casting.account()
        first.add("Account", account, "PAYEE")
        second.add("Account", "36" + account[6:], "PAYEE")
        return first, second, "two accounts with the same last thirteen digits"

    def _other_building(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n, draws)
        place = street_address(n, 5)
        first.add("Place", f"{place}3栋201室")
        second.add("Place", f"{place}3栋202室")
        return first, second, "two flats on one floor"

    def _look_alike_plate(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n, draws)
        plate = self.pairs.car(None)
        first.add("Vehicle", plate)
        second.add("Vehicle", plate[:-1] + str((int(plate[-1]) + 3) % 10))
        return first, second, "two plates that differ in the last digit"

    def _look_alike_firm(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n, draws)
        boss, other = self.casting.owner(), self.casting.owner()
        name = firm_name(40_000 + n)
        core = (
            name.removeprefix("云江市")
            .removeprefix("江西")
            .removeprefix("云江")
            .removeprefix("分岭县")
            .removeprefix("赣西")
            .removeprefix("云水")
        )
        firm = self.world.maker.make([(boss, "100")], f"云江市{core.removesuffix('有限公司')}股份有限公司")
        self.world.maker.make([(other, "100")], f"云江市新{core}")
        first.add_firm(firm.uscc, firm.name)
        second.add_person(other, "INVOLVED")
        return first, second, "the person owns another firm with a similar name"

    def _unregistered_kin(self, n: int, draws: Draws) -> _Miss:
        first, second = self.pairs.two(n, draws)
        father, son = self.casting.father_and_son()
        first.add_person(father, "INVOLVED")
        second.add_person(son, "INVOLVED")
        return first, second, "father and son of one household whom nobody reported as kin"
