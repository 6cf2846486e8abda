"""What Cedar's policies decide about a record and each of its fields is what the query files and rewritten texts show."""

import os
import random
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import orjson
import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.root import RootForm
from graph_service.api.queries.execute import OperationContext
from graph_service.api.queries.roots import roots
from graph_service.api.schema import build_schema
from graph_service.cypher.marks import READERS, known_by
from graph_service.cypher.seen.sight import EVERYTHING
from graph_service.cypher.states import TODAY
from graph_service.embedded import Running
from graph_service.errors import NotAllowed
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.migrations.marking import mark_kinds
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.roles import read_roles
from graph_service.rights.viewer import Viewer, Viewers
from schema import KINDS
from schema.record import Mask
from tests.api.asked import KEY, by_plans
from tests.conftest import wipe
from tests.one_of_each import filled
from tests.operations import Operation
from tests.sketch import Sketch
from tests.unit.rights.second_decider import LEADER, TEAMS, Person, SecondDecider

OFFICERS = int(os.environ.get("LEADLINK_TEST_DECIDED_OFFICERS", "8"))
EVERY_KIND = bool(os.environ.get("LEADLINK_TEST_DECIDED_KINDS"))
THINGS = int(os.environ.get("LEADLINK_TEST_DECIDED_THINGS", "12"))  # of each kind
_USUAL = ("Clue", "Person", "AuditFinding", "Vehicle", "Account")
_NUMBERS = {
    Mask.RESIDENT_ID: "36050219770312003X", Mask.PHONE: "13807901234", Mask.CARD: "6222021234567890123", Mask.PLATE: "赣K12345",
}  # fmt: skip
_LISTED = {root.type: root.name for root in roots().values() if root.form is RootForm.PAGE and root.type in KINDS}
CHOSEN = [label for label in _LISTED if (EVERY_KIND or label in _USUAL) and label not in {"Officer", "Team"}]


@dataclass(frozen=True)
class DrawnCity:
    """Records with random readers, officers with random teams, and what both deciders say of each pair."""

    people: dict[str, Person]
    readers: list[frozenset[str]]
    things: dict[str, dict[str, int]] = field(default_factory=dict)  # by kind: id and place of the readers


def _fields(label: str) -> dict[str, str]:
    """Return what the API calls each plain field of a kind."""
    offered = build_schema()._schema.type_map[label].fields  # type: ignore[attr-defined]
    named = {
        name: "".join([name.split("_")[0], *map(str.title, name.split("_")[1:])]) for name in KINDS[label].model_fields
    }
    return {name: called for name, called in named.items() if called in offered and not _is_made(offered[called])}


def _is_made(field: Any) -> bool:
    return bool(getattr(getattr(field.type, "of_type", field.type), "fields", None))


def _drawn(seed: int, sketch: Sketch) -> DrawnCity:
    """Draw officers, each with teams of today, yesterday and tomorrow, and things that any of the teams read."""
    chance = random.Random(seed)  # noqa: S311 - cases, not secrets
    some = [*TEAMS, "OWN_STAFF", "EVERYONE"]
    readers = [frozenset(chance.sample(some, chance.choice([1, 1, 2, 3]))) for _ in range(20)]
    readers[0] = frozenset({"AUDIT", "SUPERVISION_2"})
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
    for label in CHOSEN:
        for number in range(THINGS):
            place = chance.randrange(len(readers)) if number else 0
            city.things.setdefault(label, {})[_thing(sketch, label, number, 100 + place)] = place
    return city


_DAY, _TODAY = timedelta(days=1), date.today()
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


@pytest.fixture
def city(server: Running, writer: Writer) -> DrawnCity:
    wipe(server, writer)
    migrate(writer)
    sketch = Sketch()
    city = _drawn(7, sketch)
    sketch.write(writer)
    mark_kinds(writer)
    return city


Shown = dict[str, dict[str, Any]]


async def _shown(graph: Graph, viewer: Viewer, label: str) -> Shown:
    asked = (
        f"query Main {{ {_LISTED[label]}(first: {THINGS}) {{ nodes {{ id {' '.join(_fields(label).values())} }} }} }}"
    )
    found = await by_plans(
        build_schema(), Operation(asked, "Main", {}), OperationContext(QueryContext(graph, viewer, KEY))
    )
    assert found, asked
    return {each["id"]: each for each in orjson.loads(found)[_LISTED[label]]["nodes"]}


def _expected(label: str, name: str, sees: Callable[[str, str], bool]) -> str:
    """Return what is shown of a field: all, some or nothing."""
    given = KINDS[label].class_of(name)
    if sees("whole", given):
        return "all"
    if not sees("part", given):
        return "nothing"
    mask = KINDS[label].MASKS.get(name)
    return "all" if mask is None else "nothing" if mask is Mask.LEFT_OUT else "some"


async def _disagreements(
    city: DrawnCity, graph: Graph, labels: Collection[str], mutant: Graph | None = None
) -> list[str]:
    """Return each pair of officer and thing or field on which the two deciders differ."""
    decider = SecondDecider(city.people.values(), city.readers)
    every = Viewer("all", (), tuple(of_every_kind(100 + place for place in range(len(city.readers)))), sight=EVERYTHING)
    whole = {label: await _shown(graph, every, label) for label in labels}
    assert all(len(each) == THINGS for each in whole.values())
    viewers, found = Viewers(mutant or graph, 0.0, read_roles()), []
    for officer, person in city.people.items():

        def sees(action: str, given: str, person: Person = person) -> bool:
            return decider.allowed([(person, action, f"class {given}")])[0]

        try:
            viewer = await viewers.read(officer)
        except NotAllowed:
            viewer = Viewer(officer, (), ())
        for label in labels:
            shown = await _shown(mutant or graph, viewer, label)
            found += list(_wrong(_Pair(officer, label, whole[label], shown), city, _Decided(decider, person, sees)))
    return found


@dataclass(frozen=True)
class _Pair:
    officer: str
    label: str
    whole: Shown
    shown: Shown


@dataclass(frozen=True)
class _Decided:
    decider: SecondDecider
    person: Person
    sees: Callable[[str, str], bool]


def _wrong(pair: _Pair, city: DrawnCity, decided: _Decided) -> Iterator[str]:
    kind = KINDS[pair.label]
    is_open = all(decided.sees("part", kind.class_of(name)) for name in (known_by(kind), *kind.TEXT))
    expected = {name: _expected(pair.label, name, decided.sees) for name in _fields(pair.label)}
    things = city.things[pair.label]
    reads = decided.decider.allowed([(decided.person, "read", f"readers {place}") for place in things.values()])
    for uid, may in zip(things, reads, strict=True):
        if (uid in pair.shown) is not (may and is_open):
            yield f"{pair.officer} {decided.person} {uid} {sorted(city.readers[things[uid]])}: Cedar says {may and is_open}"
        for name, called in _fields(pair.label).items() if uid in pair.shown else ():
            value, stated = pair.shown[uid][called], pair.whole[uid][called]
            told = "all" if value == stated else "nothing" if value is None else "some"
            if stated is not None and told != expected[name]:
                yield f"{pair.officer} {decided.person} {uid}.{name}: {told} is shown, Cedar says {expected[name]}"


@pytest.mark.long
async def test_what_is_shown_is_what_cedar_allows(city: DrawnCity, graph: Graph) -> None:
    assert await _disagreements(city, graph, CHOSEN) == []


class ChangedTexts(Graph):
    """Reads by texts of which one part is another."""

    def __init__(self, graph: Graph, old: str, new: str) -> None:
        self._whole, self._old, self._new, self.changed = graph, old, new, 0
        self.timeout_seconds = graph.timeout_seconds

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return what the changed text finds."""
        self.changed += self._old in query
        return await self._whole.fetch(query.replace(self._old, self._new), params, name)


RULES = {
    "began": (f"coalesce(m.valid_from <= {TODAY}, true)", "true"),
    "first day": (f"m.valid_from <= {TODAY}", f"m.valid_from < {TODAY}"),
    "ended": (f"coalesce(m.valid_to >= {TODAY}, true)", "true"),
    "last day": (f"m.valid_to >= {TODAY}", f"m.valid_to > {TODAY}"),
    "posts": ("post IN [o.officer_role]", "post IN []"),
    "any team": ("any(token IN", "all(token IN"),
    "no team": ("any(token IN", "none(token IN"),
    "every audience": ("n.audience IN $viewer_audiences", "n.audience IS NOT NULL"),
    "other audiences": ("n.audience IN $viewer_audiences", "NOT n.audience IN $viewer_audiences"),
    "closed kinds": ("n.audience IN $viewer_audiences", f"n.audience % {READERS} IN $viewer_audiences"),
}


@pytest.mark.long
@pytest.mark.parametrize("rule", RULES)
async def test_a_changed_rule_is_noticed(rule: str, city: DrawnCity, graph: Graph) -> None:
    mutant = ChangedTexts(graph, *RULES[rule])
    found = await _disagreements(city, graph, ("Clue", "Account"), mutant)

    assert mutant.changed, "the text has no such rule"
    assert found
