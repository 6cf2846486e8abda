"""Matters across channels: C1, C2, C4 and C6 are planted; for C3 and C5 the older stories and the auditors' letters serve."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations

from loaders.city.cases.matter import KINDS, CityMatter
from loaders.city.cases.models.planting import Scene
from loaders.city.cases.registers.rows import Transfer
from loaders.city.cases.registers.transfers import letter_number
from loaders.city.words import story_text
from loaders.city.world.draws import Draws, shuffled
from loaders.city.world.officials import Official
from loaders.city.world.places import HOTLINE
from loaders.city.world.rounds import inspected_on
from loaders.city.world.size import TODAY
from schema.vocabulary import Problem, UnitKind

_PREFIXES = {"petition_clues": "XF", "clue_register": "XS", "inspection_ledger": "XC"}
_VAGUE = (Problem.OTHER, Problem.DERELICTION)
_FORM = ("{day 2025年3月12日}", "{day 2025年6月3日}", "{day 2024年11月8日}", "{day 2026年1月20日}")


@dataclass
class MatterCases:
    """Plants matters with numbers of their own, after the ledgers have theirs."""

    scene: Scene

    def __post_init__(self) -> None:
        world, plan = self.scene.world, self.scene.plan
        refs = {one.ref for matter in plan.matters for one in matter.of("Person")}
        # Couples are kin: of a household that a matter names, nobody else is free, and of any other only one.
        named = {world.people.person(int(ref[1:])).household for ref in refs}
        heads = {one.person.household: one for one in world.officials}
        free = [one for one in heads.values() if one.person.household not in named]
        leads = [one for one in free if one.rank != "科员" and world.units[one.unit].kind is not UnitKind.VILLAGE]
        rest = [one for one in free if one not in leads]
        # The end is cast first: village cadres and clerks where no other official is left.
        self._officials = [*rest, *shuffled(leads, world.seed, "officials of matters")]
        self._made = 0

    def plant(self) -> None:
        """Plant every case."""
        for n in range(self.scene.count):
            draws = Draws(self.scene.world.seed, "model matters", n)
            self._channels(n, draws)
            self._twice(n, draws)
            self._go_between(draws)
            self._quarter(n, draws)
        self._older_stories()
        self._transfers()

    def matter(self, source: str, day: date, one: Official, draws: Draws) -> CityMatter:
        """Plant a matter on an official, or on the official's unit."""
        self._made += 1
        unit = self.scene.world.units[one.unit]
        when = inspected_on(day) if source == "inspection_ledger" else day
        problem = self.scene.casting.problem(unit, when, draws) or draws.pick(unit.problems)
        matter = CityMatter(source, when, problem, unit.index, one.post, tag=f"model:{self._made}")
        matter.add_firm(unit.uscc, unit.name, "SUBJECT_UNIT")
        matter.add_person(one.person, "SUBJECT" if source in ("petition_clues", "clue_register") else "INVOLVED")
        matter.at = datetime.combine(when, time(9, self._made % 60))
        if source == "audit_ledger":
            matter.number = f"SJ-{when.year}-{unit.index + 1:04d}-{80 + self._made % 20:02d}"
        else:
            matter.number = f"{_PREFIXES[source]}-{when.year}-{90_000 + self._made:05d}"
        self.scene.plan.add(matter)
        return matter

    def _join(self, rule: str, matters: list[CityMatter], shared: str) -> None:
        self.scene.plan.pairs += [(rule, first, second, shared) for first, second in combinations(matters, 2)]

    def _channels(self, n: int, draws: Draws) -> None:
        one, day = self._officials.pop(), draws.day(date(2024, 2, 5), date(2025, 3, 20))
        sources = ("petition_clues", "audit_ledger", "inspection_ledger")
        found = [self.matter(each, day + timedelta(days=turn * 130), one, draws) for turn, each in enumerate(sources)]
        self._join("same_person", found, one.person.key)
        self.scene.plan.model("C1", True, [each.number for each in found], why="three channels within 24 months")
        one, day = self._officials.pop(), draws.day(date(2023, 3, 6), date(2023, 6, 20))
        found = [self.matter(each, day + timedelta(days=turn * 420), one, draws) for turn, each in enumerate(sources)]
        self._join("same_person", found, one.person.key)
        self.scene.plan.model("C1", False, [each.number for each in found], why="three channels, 28 months apart")

    def _twice(self, n: int, draws: Draws) -> None:
        one, other = self._officials.pop(), self._officials.pop()
        day = draws.day(date(2025, 2, 10), date(2026, 8, 20))
        found = [self.matter("petition_clues", day, one, draws), self.matter("clue_register", day, one, draws)]
        found += [self.matter("petition_clues", day, other, draws), self.matter("clue_register", day, other, draws)]
        for turn, matter in enumerate(found):
            story = "double_other" if turn == 3 else "double"
            matter.text = story_text(
                story, post=matter.post, yuan=f"{(n + 2) * 3000 + turn // 2 * 700}", day=_FORM[n % 4]
            )
        self._join("same_person", found[:2], one.person.key)
        self._join("same_person", found[2:], other.person.key)
        model = self.scene.plan.model
        model("C2", True, [each.number for each in found[:2]], why="one complaint under two numbers")
        model(
            "C2", False, [each.number for each in found[2:]], why="the same form letter on another, and another matter"
        )

    def _go_between(self, draws: Draws) -> None:
        phone, found = self.scene.casting.phone(), list[CityMatter]()
        for turn, source in enumerate(("petition_clues", "clue_register", "inspection_ledger")):
            day = draws.day(date(2024, 2, 5), date(2025, 12, 20)) + timedelta(days=turn * 60)
            found.append(self.matter(source, day, self._officials.pop(), draws).add("Phone", phone, "CONTACT"))
        self._join("shared_phone", found, phone)
        self.scene.plan.model("C6", True, phone, why="one phone in three matters on three people")

    def _quarter(self, n: int, draws: Draws) -> None:
        # The first hit is the sweep of story F5.
        for is_hit, count in ((True, 6), (False, 4)) if n else ((False, 4),):
            one = self._of_quiet_unit()
            unit = self.scene.world.units[one.unit]
            first = date(2025, n % 4 * 3 + 1, 9)
            days = [date(2023, 5, 8), *(first + timedelta(days=turn * 11) for turn in range(count))]
            found = [self.matter("petition_clues", day, one, draws) for day in days]
            for turn, matter in enumerate(found):
                matter.text = story_text(f"quarter_{turn % 7}")
                matter.names = [each for each in matter.names if each.kind != "Person"]
            keys = [f"2025Q{n % 4 + 1}|{unit.name}"]
            self.scene.plan.model("C4", is_hit, keys, why=f"{count} complaints in the quarter")

    def _of_quiet_unit(self) -> Official:
        """Return an official of a unit of which nobody else complains."""
        plan = self.scene.plan
        busy = {one.unit for one in plan.matters if KINDS[one.source] in ("Clue", "Ticket") and one.day.year == 2025}
        return next(one for one in self.scene.world.officials[::-1] if one.unit not in busy)

    def _older_stories(self) -> None:
        plan = self.scene.plan
        swept = [matter for matter in plan.matters if matter.tag == "F5"]
        office = self.scene.world.unit_named("住房和城乡建设局").name
        plan.model("C4", True, f"2025Q2|{office}", why="23 clues of a sweep (implied by F5)", story="F5")
        for first, second in zip(swept[2:10:2], swept[3:10:2], strict=True):
            plan.model("C2", False, [first.number, second.number], why="one form for two compounds of a sweep")
        for issue in (matter for matter in plan.matters if matter.repeats):
            is_told = issue.problem not in _VAGUE
            why = "closed and back" if is_told else "too general a kind of problem to say that it came back"
            plan.model("C3", is_told, [issue.repeats.number if issue.repeats else "", issue.number], why=why)
        for rule, first, second, shared in plan.pairs:
            if rule == "shared_phone" and first.tag.startswith("pair"):
                plan.model("C6", False, shared, why="one phone in two matters")
            if rule == "same_person" and first.tag.startswith("pair"):
                plan.model("C1", False, [first.number, second.number], why="two channels")
        plan.model("C6", False, HOTLINE, why="the hotline")
        self._other_problems()

    def _other_problems(self) -> None:
        near = 0
        for one, found in self._closed():
            later = [each for each in found if each.day > one.day]
            if near < self.scene.count and later and all(each.problem != one.problem for each in later):
                near += 1
                self.scene.plan.model("C3", False, [one.number], why="closed, and another problem later")

    def _closed(self) -> Iterator[tuple[CityMatter, list[CityMatter]]]:
        by_unit: dict[int | None, list[CityMatter]] = {}
        for one in self.scene.plan.matters:
            if one.source in ("audit_ledger", "inspection_ledger"):
                by_unit.setdefault(one.unit, []).append(one)
        for found in by_unit.values():
            yield from ((one, found) for one in found if one.source == "audit_ledger" and not one.tag)

    def _transfers(self) -> None:
        rows, findings = self.scene.plan.rows.transfers, self._old_findings()
        for n in range(self.scene.count):
            for is_hit in (True, False):
                finding = findings.pop()
                day = finding.day + timedelta(days=20)
                answered = None if is_hit or n % 2 else day + timedelta(days=85)
                day = TODAY - timedelta(days=60) if not is_hit and n % 2 else day
                rows.append(Transfer(letter_number(day, 900 + len(rows)), day, finding.number, "", answered))
                late = "answered on the 85th day" if answered else "sent sixty days ago"
                why = "no clue, no answer" if is_hit else late
                self.scene.plan.model("C5", is_hit, [rows[-1].number, finding.number], why=why)

    def _old_findings(self) -> list[CityMatter]:
        found = [one for one in self.scene.plan.matters if one.source == "audit_ledger" and not one.tag]
        return [one for n, one in enumerate(found) if n % 5 == 4 and one.day < date(2026, 4, 1)]
