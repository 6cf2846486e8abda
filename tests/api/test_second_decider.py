"""What Cedar's policies decide about a record and each of its fields is what the query files and rewritten texts show."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext
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
from tests.api.decided_city import CHOSEN, LISTED, THINGS, DrawnCity, draw_city
from tests.conftest import wipe
from tests.operations import Operation
from tests.sketch import Sketch
from tests.unit.rights.second_decider import Person, SecondDecider


def _fields(label: str) -> dict[str, str]:
    """Return what the API calls each plain field of a kind."""
    offered = build_schema()._schema.type_map[label].fields  # type: ignore[attr-defined]
    named = {
        name: "".join([name.split("_")[0], *map(str.title, name.split("_")[1:])]) for name in KINDS[label].model_fields
    }
    return {name: called for name, called in named.items() if called in offered and not _is_made(offered[called])}


def _is_made(field: Any) -> bool:
    return bool(getattr(getattr(field.type, "of_type", field.type), "fields", None))


@pytest.fixture
def city(server: Running, writer: Writer) -> DrawnCity:
    wipe(server, writer)
    migrate(writer)
    sketch = Sketch()
    city = draw_city(7, sketch)
    sketch.write(writer)
    mark_kinds(writer)
    return city


Shown = dict[str, dict[str, Any]]


async def _shown(graph: Graph, viewer: Viewer, label: str) -> Shown:
    asked = (
        f"query Main {{ {LISTED[label]}(first: {THINGS}) {{ nodes {{ id {' '.join(_fields(label).values())} }} }} }}"
    )
    found = await by_plans(
        build_schema(), Operation(asked, "Main", {}), OperationContext(QueryContext(graph, viewer, KEY))
    )
    assert found, asked
    return {each["id"]: each for each in orjson.loads(found)[LISTED[label]]["nodes"]}


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
    decider = SecondDecider(city.people.values(), city.readers, city.toured)
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
    "whose round": ("s.inspecting_team = opening.team", "true"),
    "closed kinds": ("n.audience IN $viewer_audiences", f"n.audience % {READERS} IN $viewer_audiences"),
}


@pytest.mark.long
@pytest.mark.parametrize("rule", RULES)
async def test_a_changed_rule_is_noticed(rule: str, city: DrawnCity, graph: Graph) -> None:
    mutant = ChangedTexts(graph, *RULES[rule])
    found = await _disagreements(city, graph, ("Clue", "Account", "AuditFinding"), mutant)

    assert mutant.changed, "the text has no such rule"
    assert found
