"""`truth.json`: who is who, which matters belong together, what was planted and what a demo must find."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from loaders.city.cases.matter import KINDS, CityMatter
from loaders.city.cases.plan import CityPlan
from loaders.city.files.export import Export
from loaders.city.files.model_truth import model_truth
from loaders.city.files.rules import DEFINITIONS, HUB, MatterPair, Rules
from loaders.city.files.staff_files import informants
from loaders.city.files.tellable import Registers
from loaders.city.files.texts import WrittenMention
from loaders.city.world.names import MASK
from loaders.city.world.rounds import PLANNED, round_of
from loaders.city.world.size import TODAY
from loaders.city.world.vehicles import CityVehicle
from loaders.city.world.world import World

_ROWS = {
    "Person": ("people", "staff_register"),
    "Unit": ("units", "firms"),
    "Vehicle": ("vehicles", "private_vehicles"),
    "FuelCard": ("fuel_cards",),
    "Project": ("projects",),
    "Contract": ("contracts",),
    "AuditReport": ("audit_reports",),
    "Refuelling": ("refuellings",),
    "DispatchOrder": ("dispatch_orders",),
    "VehicleRepair": ("repairs",),
    "TravelClaim": ("travel_claims",),
    "AttendanceDay": ("attendance",),
    "KinFiling": ("kin_filings",),
    "HospitalStay": ("hospital_stays",),
    "Invoice": ("invoices",),
    "Trip": ("trips",),
    "ReceptionBill": ("reception_bills",),
    "SubsidyPayment": ("subsidies",),
    "Bid": ("bids",),
    "Team": ("teams",),
    "Officer": ("officers",),
}


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _point(matter: CityMatter) -> dict[str, str]:
    return {"source": matter.source, "key": matter.number, "number": matter.number, "kind": KINDS[matter.source]}


class Truth:
    """Collects what the ledgers tell, and writes it beside the rest when the city is finished."""

    def __init__(self, world: World, plan: CityPlan, cars: list[CityVehicle]) -> None:
        self.world = world
        self._official = {car.plate for car in cars}
        self.plan = plan
        self.mentions: list[str] = []
        self.subjects: list[dict[str, Any]] = []
        self.units_named: list[dict[str, Any]] = []
        self._registers = Registers(world)
        self._unnumbered = 0

    def hear(self, matter: CityMatter, mentions: list[WrittenMention]) -> None:
        """Remember what a matter's text mentions, and whom its main person truly is."""
        for one in matter.of("Person", "SUBJECT"):
            self._unnumbered += not one.shown
            if self.world.size.has_full_truth:
                how = "id" if one.shown else "masked" if MASK in one.words else "name"
                self.subjects.append(
                    {
                        "source": matter.source,
                        "key": matter.number,
                        "person": one.ref,
                        "as_named": one.words,
                        "how": how,
                        "tellable": how == "id" or self._registers.tell(matter, one),
                    }
                )
        self._hear_unit(matter)
        if self.world.size.has_full_truth:
            for mention in mentions:
                said = {"source": matter.source, "key": matter.number, **mention._asdict()}
                self.mentions.append(json.dumps(said, ensure_ascii=False))

    def _hear_unit(self, matter: CityMatter) -> None:
        """Remember which unit a ledger means that gives names of units and no codes."""
        for one in (
            matter.of("Unit", "SUBJECT_UNIT") if matter.source == "palm_tickets" and matter.unit is not None else ()
        ):
            how = "name" if one.words == self.world.units[matter.unit or 0].name else "variant"
            self.units_named.append(
                {"source": matter.source, "key": matter.number, "uscc": one.ref, "as_named": one.words, "how": how}
            )

    def write(self, out: Export, path: Path) -> dict[str, int]:
        """Write the file, one line per fact, and return the number of pairs per rule."""
        counts: Counter[str] = Counter()
        size = self.world.size
        head = {"seed": self.world.seed, "size": size.name, "today": TODAY, "complete": size.has_full_truth, "hub": HUB}
        head |= {"rules": DEFINITIONS, "rows": dict(out.rows), "kinds": self._kinds(out)}
        parts: dict[str, Iterable[Any]] = {
            "stories": self._stories(),
            "pairs": self._pairs(counts),
            "near_misses": self._near_misses(),
            "namesakes": self.plan.namesakes,
            "people": self._people(),
            "subjects": self.subjects,
            "units_named": self.units_named,
            "mentions": self.mentions,
        }
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(head, ensure_ascii=False, default=_plain)[:-1])
            for name, facts in parts.items():
                file.write(f',\n"{name}": [')
                for n, line in enumerate(_lines(facts)):
                    file.write(",\n" * (n > 0) + "\n" * (n == 0) + line)
                file.write("\n]")
            file.write(',\n"models": {')
            for n, (name, told) in enumerate(model_truth(self.plan).items()):
                line = json.dumps(told, ensure_ascii=False, default=_plain)
                file.write(",\n" * (n > 0) + "\n" * (n == 0) + f'"{name}": {line}')
            file.write("\n}}\n")
        return dict(counts)

    def _kinds(self, out: Export) -> dict[str, int]:
        counts: Counter[str] = Counter(KINDS[matter.source] for matter in self.plan.matters)
        counts.update({kind: sum(out.rows[source] for source in sources) for kind, sources in _ROWS.items()})
        counts["Person"] += self._unnumbered - len(
            informants(self.world)
        )  # who are inhabitants, not people of the staff register alone
        gone = {round_of(matter.day).code for matter in self.plan.matters if matter.source == "inspection_ledger"}
        counts["InspectionRound"] = len(gone) + len(PLANNED)
        counts["Clue"] += out.rows["transfers"]
        # Plates that a matter names and no register knows become vehicles as well.
        named = {one.ref for matter in self.plan.matters for one in matter.of("Vehicle")}
        counts["Vehicle"] += len(named - {car.plate for car in self.plan.cars} - self._official)
        # So do names of units as citizens write them, until somebody resolves who is meant.
        written = {one["as_named"] for one in self.units_named}
        counts["Unit"] += len(written - {unit.name for unit in self.world.units})
        return dict(counts)

    def _stories(self) -> Iterator[dict[str, Any]]:
        for story in sorted(self.plan.stories, key=lambda one: str(one["id"])):
            told = dict(story)
            for name in ("matters", "near_misses"):
                if name in told:
                    told[name] = [_point(one) for one in story[name]]
            yield told

    def _pairs(self, counts: Counter[str]) -> Iterator[dict[str, Any]]:
        planted = {(rule, *sorted((id(a), id(b)))) for rule, a, b, _ in self.plan.pairs}
        if self.world.size.has_full_truth:
            found: Iterable[MatterPair] = Rules(self.world, self.plan).pairs()
        else:
            found = (MatterPair(rule, a, b, shared, "") for rule, a, b, shared in self.plan.pairs)
        for pair in found:
            counts[pair.rule] += 1
            yield {
                "rule": pair.rule,
                "a": _point(pair.first),
                "b": _point(pair.second),
                "shared": pair.shared,
                "via": pair.via,
                "planted": (pair.rule, *sorted((id(pair.first), id(pair.second)))) in planted,
                "story": _shared_story(pair),
                "needs_identity": _is_unresolved(pair),
            }

    def _near_misses(self) -> Iterator[dict[str, Any]]:
        for rule, a, b, why in self.plan.near_misses:
            yield {"rule": rule, "a": _point(a), "b": _point(b), "why": why}

    def _people(self) -> Iterator[dict[str, str]]:
        keys = {one.ref for matter in self.plan.matters for one in matter.of("Person")}
        for key in sorted(keys, key=lambda one: int(one[1:])):
            person = self.world.people.person(int(key[1:]))
            yield {"person": key, "name": person.name, "id_number": person.id_number}


def _shared_story(pair: MatterPair) -> str:
    first, second = (matter.tag.split(":")[0] for matter in (pair.first, pair.second))
    return first if first == second and first.startswith("F") else ""


def _is_unresolved(pair: MatterPair) -> bool:
    """Return whether somebody who connects the two stands in a ledger without an id number."""
    if pair.rule != "same_person" and not pair.via.startswith("p"):
        return False
    keys = {pair.shared, pair.via}
    return any(one.ref in keys and not one.shown for matter in (pair.first, pair.second) for one in matter.of("Person"))


def _lines(facts: Iterable[Any]) -> Iterator[str]:
    for fact in facts:
        yield fact if isinstance(fact, str) else json.dumps(fact, ensure_ascii=False, default=_plain)
