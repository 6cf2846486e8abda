"""Ordinary matters that fill each ledger, and the hub number and address that many of them name."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from loaders.city.cases.matter import CityMatter
from loaders.city.cases.plan import CityPlan
from loaders.city.cases.sketch import CLUES, Sketcher
from loaders.city.world.draws import Draws
from loaders.city.world.places import ADMIN_BUILDING, HOTLINE, words_of
from loaders.city.world.world import some_day
from schema.vocabulary import Problem

_TOGETHER = {"audit_ledger": 7, "inspection_ledger": 5}  # problems that one audit or one round finds in a unit
_UNMASKED, _NAME_ONLY = 740, 880  # per mille: with id number, by name and unit only, the rest masked


def fill_ledgers(sketcher: Sketcher, plan: CityPlan) -> None:
    """Add ordinary matters until every ledger has the size that the city asks for."""
    size = sketcher.world.size
    wanted = {
        "petition_clues": size.petitions,
        "clue_register": size.clues,
        "own_staff_clues": size.own_staff,
        "audit_ledger": size.findings,
        "inspection_ledger": size.issues,
        "palm_tickets": size.tickets,
        "alerts": size.alerts,
    }
    have = Counter(matter.source for matter in plan.matters)
    for source, total in wanted.items():
        for n in range(total - have[source]):
            plan.add(_ordinary(sketcher, source, n, Draws(sketcher.world.seed, f"ordinary {source}", n)))
    _settle_tickets(plan, size.solved)
    _name_hubs(sketcher, plan)


def _ordinary(sketcher: Sketcher, source: str, n: int, draws: Draws) -> CityMatter:
    if source == "own_staff_clues":
        return _own_staff(sketcher, draws)
    if source in CLUES:
        kind = draws.below(1000)
        how = "id" if kind < _UNMASKED else "name" if kind < _NAME_ONLY else "masked"
        official = sketcher.casting.leader() if draws.chance(700) else sketcher.casting.staff()
        matter = sketcher.clue(source, draws, None, official, how)
    elif source in _TOGETHER:
        matter = _together(sketcher, source, n, draws)
    else:
        matter = sketcher.matter(source, draws)
    if source != "palm_tickets":
        _name_things(sketcher, matter, draws)
    return matter


def _together(sketcher: Sketcher, source: str, n: int, draws: Draws) -> CityMatter:
    visit = n // _TOGETHER[source]
    unit = sketcher.visited(source, visit)
    day = some_day(Draws(sketcher.world.seed, f"visit {source}", visit), last=date(2026, 10, 30)) + timedelta(
        days=draws.below(12)
    )
    return sketcher.on(source, sketcher.when(source, day), unit, draws)


def _own_staff(sketcher: Sketcher, draws: Draws) -> CityMatter:
    matter = CityMatter(
        "own_staff_clues",
        some_day(draws),
        draws.pick([Problem.ORGANISATION, Problem.DINING, Problem.GIFTS, Problem.ABUSE_OF_POWER]),
    )
    officer = draws.pick(
        [one for one in sketcher.world.officers if one.team.startswith(("SUPERVISION", "INVESTIGATION", "STATIONED"))]
    )
    team = next(one.name for one in sketcher.world.teams if one.code == officer.team)
    matter.post = f"{team}干部"
    matter.add_person(sketcher.casting.citizen(), how="masked")
    return matter


def _name_things(sketcher: Sketcher, matter: CityMatter, draws: Draws) -> None:
    kind, casting = draws.below(100), sketcher.casting
    if kind < 10:
        matter.add("Phone", casting.phone(), "CONTACT")
    elif kind < 16:
        matter.add("Account", casting.account(), "PAYEE")
    elif kind < 22:
        sketcher.add_next_firm(matter)
    elif kind < 26:
        matter.add(
            "Place", f"云江市{draws.pick(words_of('sights'))}{draws.between(1, 9)}{draws.below(100_000):05d}号木屋"
        )


def _settle_tickets(plan: CityPlan, solved: int) -> None:
    tickets = [matter for matter in plan.matters if matter.source == "palm_tickets"]
    # The newest tickets are the ones that are still open.
    open_ones = sorted((one for one in tickets if not one.fixed), key=lambda one: one.day, reverse=True)
    for n, matter in enumerate(open_ones):
        if n < len(tickets) - solved:
            matter.fixed = {"state": ("已受理", "已转办", "办理中", "退回重办", "已答复")[n % 5]}
        else:
            matter.fixed = {"state": "已办结"}


def _name_hubs(sketcher: Sketcher, plan: CityPlan) -> None:
    size = sketcher.world.size
    for hub, kind, role, count, source in (
        (HOTLINE, "Phone", "CONTACT", size.hotline, "palm_tickets"),
        (ADMIN_BUILDING, "Place", "INVOLVED", size.hall, "clue_register"),
    ):
        ledgers = (source, "petition_clues", "inspection_ledger", "audit_ledger")
        plain = [
            one
            for ledger in ledgers
            for one in plan.matters
            if one.source == ledger and not one.tag and not one.of(kind)
        ]
        for matter in plain[:count]:
            matter.add(kind, hub, role)


def give_times(plan: CityPlan, seed: int) -> None:
    """Give tickets and alerts their time of day, and every ledger its numbers in the order of the days."""
    by_source: dict[str, list[CityMatter]] = {}
    for matter in plan.matters:
        by_source.setdefault(matter.source, []).append(matter)
    for source, matters in by_source.items():
        for n, matter in enumerate(matters):
            if matter.at is None:
                draws = Draws(seed, f"time {source}", n)
                matter.at = datetime.combine(matter.day, time(draws.between(8, 19), draws.below(60), draws.below(60)))
        matters.sort(key=lambda one: one.at or datetime.min)
    plan.matters = [matter for matters in by_source.values() for matter in matters]
    number_matters(by_source)


_PREFIXES = {
    "petition_clues": "XF",
    "clue_register": "XS",
    "own_staff_clues": "NB",
    "inspection_ledger": "XC",
    "palm_tickets": "ZS",
    "alerts": "YJ",
}


def number_matters(by_source: dict[str, list[CityMatter]]) -> None:
    """Number the matters of each ledger by year; findings are numbered by report and item."""
    for source, matters in by_source.items():
        counts: Counter[object] = Counter()
        for matter in matters:
            if source == "audit_ledger":
                report = (matter.day.year, matter.unit)
                counts[report] += 1
                matter.number = f"SJ-{matter.day.year}-{(matter.unit or 0) + 1:04d}-{counts[report]:02d}"
            else:
                counts[matter.day.year] += 1
                matter.number = f"{_PREFIXES[source]}-{matter.day.year}-{counts[matter.day.year]:05d}"
