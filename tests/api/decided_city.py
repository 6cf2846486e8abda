"""A city for two deciders: records with random readers, officers with random teams, and a round that goes to some of it."""

import os
import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from graph_service.api.plan.root import RootForm
from graph_service.api.queries.roots import roots
from graph_service.clock import BEIJING
from schema import KINDS
from schema.record import Mask
from tests.one_of_each import filled
from tests.sketch import Sketch
from tests.unit.rights.second_decider import LEADER, TEAMS, Person

OFFICERS = int(os.environ.get("LEADLINK_TEST_DECIDED_OFFICERS", "8"))
EVERY_KIND = bool(os.environ.get("LEADLINK_TEST_DECIDED_KINDS"))
THINGS = int(os.environ.get("LEADLINK_TEST_DECIDED_THINGS", "12"))  # of each kind
_USUAL = ("Clue", "Person", "AuditFinding", "Vehicle", "Account")
_NUMBERS = {
    Mask.RESIDENT_ID: "36050219770312003X", Mask.PHONE: "13807901234", Mask.CARD: "6222021234567890123", Mask.PLATE: "赣K12345",
}  # fmt: skip
LISTED = {root.type: root.name for root in roots().values() if root.form is RootForm.PAGE and root.type in KINDS}
CHOSEN = [label for label in LISTED if (EVERY_KIND or label in _USUAL) and label not in {"Officer", "Team"}]


@dataclass(frozen=True)
class DrawnCity:
    """Records with random readers, officers with random teams, and what both deciders say of each pair."""

    people: dict[str, Person]
    readers: list[frozenset[str]]
    things: dict[str, dict[str, int]] = field(default_factory=dict)  # by kind: id and place of the readers
    toured: dict[int, str] = field(default_factory=dict)  # places of what is on a unit to which the team goes


def draw_city(seed: int, sketch: Sketch) -> DrawnCity:
    """Draw officers, each with teams of today, yesterday and tomorrow, and things that any of the teams read."""
    chance = random.Random(seed)  # noqa: S311 - cases, not secrets
    some = [*TEAMS, "OWN_STAFF", "EVERYONE"]
    readers = [frozenset(chance.sample(some, chance.choice([1, 1, 2, 3]))) for _ in range(20)]
    readers[:2] = frozenset({"AUDIT", "SUPERVISION_2"}), frozenset({"INSP_OFFICE"})
    sketch.readers.update({100 + place: sorted(each) for place, each in enumerate(readers)})
    teams = {code: sketch.node("Team", code, team_code=code) for code in TEAMS}
    city = DrawnCity({}, readers)
    for number in range(OFFICERS):
        held = _memberships(chance, number) if number else {"PETITION": _SPANS[-1]}
        posts = (LEADER,) if chance.random() < 0.2 or not number else ()
        officer = sketch.node(
            "Officer", f"o{number}", officer_id=f"o{number}", officer_role=posts[0] if posts else None
        )
        for code, (since, until) in held.items():
            sketch.tie("MEMBER_OF", officer, teams[code], valid_from=since, valid_to=until)
        current = [code for code, (since, until) in held.items() if (since or _TODAY) <= _TODAY <= (until or _TODAY)]
        city.people[f"o{number}"] = Person(tuple(sorted(current)), posts)
    sketch.tie("MEMBER_OF", sketch.node("Officer", "goes", officer_id="goes"), teams[_TOURING])
    city.people["goes"] = Person((_TOURING,))
    for label in CHOSEN:
        for number in range(THINGS):
            place = chance.randrange(len(readers)) if number > 2 else min(number, 1)
            city.things.setdefault(label, {})[_thing(sketch, label, number, 100 + place)] = place
    if "AuditFinding" in city.things:
        _go_round(city, sketch)
    return city


def _go_round(city: DrawnCity, sketch: Sketch) -> None:
    """Draw two teams in a round, each at a unit, and some of the findings on the units of each."""
    gone = sketch.node("InspectionRound", "going", round_code="R", begins_on=_TODAY, ends_on=_TODAY)
    many = len(city.readers)
    city.readers.extend([*city.readers, *city.readers])
    for turn, team in enumerate((_TOURING, "INSP_TEAM_2"), 1):
        unit = sketch.node("Unit", f"toured_{turn}", name=f"被巡察单位{turn}")
        sketch.tie("INSPECTS", gone, unit, inspecting_team=team)
        for uid, place in list(city.things["AuditFinding"].items())[turn::3]:
            city.things["AuditFinding"][uid] = place + turn * many
            city.toured[place + turn * many] = team
            sketch.nodes["AuditFinding"][uid].properties["channel"] = "AUDIT"
            sketch.names(uid, unit, audience=100 + place, role="SUBJECT_UNIT")


_TOURING = "INSP_TEAM_1"
_DAY, _TODAY = timedelta(days=1), datetime.now(BEIJING).date()
_SPANS = [
    (_TODAY, _TODAY),
    (_TODAY + _DAY, None),
    (None, _TODAY - _DAY),
    (_TODAY - _DAY, None),
    (None, _TODAY),
    (None, None),
]


def _memberships(chance: random.Random, number: int) -> dict[str, tuple[date | None, date | None]]:
    """Return the teams of an officer with the days from and until when; each span has one of the first officers to itself."""
    if number < len(_SPANS):
        return {"SUPERVISION_2" if number < len(_SPANS) - 1 else "AUDIT": _SPANS[number]}
    return {code: chance.choice(_SPANS) for code in chance.sample(list(TEAMS), chance.choice([0, 1, 1, 1, 2]))}


def _thing(sketch: Sketch, label: str, number: int, audience: int) -> str:
    kind = KINDS[label]
    masks = {name: _NUMBERS[mask] for name, mask in kind.MASKS.items() if mask in _NUMBERS}
    return sketch.node(label, f"{number:03}", audience, **{**filled(kind), **masks})
