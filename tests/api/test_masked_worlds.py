"""Two graphs that differ only in the hidden parts of fields, and in kinds that a role does not see, give the same bytes."""

import os
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext
from graph_service.api.schema import build_schema
from graph_service.cypher.marks import READERS
from graph_service.cypher.seen import text as seen_text
from graph_service.cypher.seen.sight import Sight
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.migrations.marking import mark_kinds
from graph_service.rights.audiences import of_kinds
from graph_service.rights.viewer import Viewer
from schema.record import DataClass
from tests.api.asked import KEY, by_plans, in_turns
from tests.conftest import wipe
from tests.hidden_parts import change_hidden, write_numbers
from tests.operations import Operation, draw_operation
from tests.packs import UNIT_PACK
from tests.sketch import Sketch
from tests.values import OfferedValues
from tests.world import TOKENS, draw_world, write_world

_ALL = frozenset(DataClass)
_NUMBERS = frozenset({DataClass.D2, DataClass.D5, DataClass.D9})
_DRAWN = int(os.environ.get("LEADLINK_TEST_MASKED_OPERATIONS", "4"))  # for each sight
SIGHTS = {
    "numbers": Sight(_ALL - _NUMBERS, _NUMBERS),
    "auditor": Sight(frozenset({DataClass.D1, DataClass.D7}), frozenset({DataClass.D2})),
    "no subjects": Sight(frozenset({DataClass.D1, DataClass.D3})),
}
_PAGE = "pageInfo { endCursor hasNextPage } totalCount"
ASKED = {
    "people": f"people(first: 4) {{ {_PAGE} nodes {{ id caption idNumber idMask bornOn provenance {{ sourceKey }} }} }}",
    "phones": f"phones(first: 4) {{ {_PAGE} nodes {{ id caption phoneNumber namedIn {{ id asNamed provenance {{ sourceKey }} }} }} }}",
    "vehicles": f"vehicles(first: 4) {{ {_PAGE} nodes {{ id caption plate vin namedIn {{ asNamed matter {{ id title }} }} }} }}",
    "cards": f"accounts {{ {_PAGE} nodes {{ id accountNumber }} }} fuelCards {{ {_PAGE} nodes {{ id cardNumber }} }}",
    "clues": f"clues(first: 20) {{ {_PAGE} nodes {{ id text title problem mentions {{ text normal }} subjects {{ role asNamed }} }} }}",
    "part of a number": 'search(text: "0000") { totalCount kinds { kind count } nodes { id caption } }',
    "number": 'search(text: "13800000001") { totalCount hits { match found { field excerpt } node { id } } }',
    "number in a text": 'search(text: "13900000001") { totalCount nodes { id } }',
    "plate": 'search(text: "云A00001") { totalCount nodes { id } } lower: search(text: "a000") { totalCount nodes { id } }',
    "where found": 'search(text: "张甲 19800101") { totalCount nodes { id caption } hits { found { field excerpt } } }',
    "words": 'search(text: "物业公司 电费") { totalCount hits { found { field excerpt } node { id caption } } }',
    "lookup": 'lookup(values: ["13800000001", "云A00001", "张甲", "XS-001"]) { outcome matches { field node { id caption } } }',
    "connected": 'connectedMatters(id: "clue_03", minScore: 0.0) { totalCount edges { cursor node { evidence { sentence sentenceZh } } } }',
    "around": 'expand(id: "clue_00") { totalCount counts { type count } nodes { id caption } edges { id properties } }',
    "paths": 'paths(from: "clue_02", to: "phone_1") { sentence sentenceZh nodes { id caption } edges { properties } }',
    "pack": UNIT_PACK.removeprefix("{").removesuffix("}"),
    "links": "links { totalCount nodes { id sentence sentenceZh via { id caption } } } notices { totalCount nodes { sentence sentenceZh } }",
    "candidates": "identityCandidates { totalCount nodes { score fields { field found } one { id caption } other { caption } } }",
    "network": 'network(around: ["clue_00"], hops: 2) { central { node { id caption } sentence } }',
    "changes": "changes(first: 50) { changes { id kind form } }",
    "nodes": 'node(id: "phone_1") { id caption } other: node(id: "vehicle_1") { id caption }',
    "groups": "clues(first: 0) { grouped(by: [NAMES]) { groups { count keys { value } } } }",
    "matters": "alerts { totalCount nodes { id title } } matters(first: 60) { totalCount nodes { id caption } }",
}
_REFUSED = (
    'people(filter: {{idNumber: "{0}"}}) {{ totalCount }}', 'people(filter: {{where: {{idNumber: {{startsWith: "{0}"}}}}}}) {{ totalCount }}',
    "people(orderBy: ID_NUMBER_ASC) {{ nodes {{ id }} }}", "people(orderBy: BORN) {{ nodes {{ id }} }}",
    'phones(filter: {{number: "{0}"}}) {{ totalCount }}', "phones(first: 0) {{ grouped(by: [PHONE_NUMBER]) {{ totalCount }} }}",
    'vehicles(filter: {{not: {{where: {{plate: {{eq: "{0}"}}}}}}}}) {{ totalCount }}', 'vehicle(plate: "{0}") {{ id }}',
    'clues {{ nodes {{ names(filter: {{entity: {{phone: {{where: {{phoneNumber: {{contains: "{0}"}}}}}}}}}}) {{ id }} }} }}',
)  # fmt: skip


def viewer(world: Sketch, sight: Sight) -> Viewer:
    return Viewer(
        "o_disc",
        ("DISC_1",),
        of_kinds((each for each in world.open_to(*TOKENS["o_disc"]) if each < READERS), sight.classes),
        sight=sight,
    )


async def answered(context: QueryContext, operation: Operation) -> bytes | str:
    """Return the data, or why it is refused."""
    asked = OperationContext(context)
    found = await by_plans(build_schema(), operation, asked)
    return found if found is not None else str(sorted(map(str, asked.refused.values())))


async def both_worlds(world: Sketch, home: "Home", sight: Sight) -> AsyncIterator[None]:
    """Draw a city, then one that differs only in what the sight hides."""
    for is_other in (False, True):
        wipe(home.server, home.writer)
        migrate(home.writer)
        write_world(world, home.writer)
        mark_kinds(home.writer)
        write_numbers(home.writer, sight, is_other)
        if is_other:
            change_hidden(home.writer, sight)
        yield


def written(text: str) -> Operation:
    return Operation(f"query Main {{ {text} }}", "Main", {})


@dataclass(frozen=True)
class Home:
    """Where both worlds are drawn, one after the other."""

    graph: Graph
    server: Running
    writer: Writer


@pytest.fixture
def home(graph: Graph, server: Running, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> Home:
    # Each text is planned twice, for the schema goes with the first world; a busy machine takes its time.
    monkeypatch.setattr(graph, "timeout_seconds", 900.0)
    return Home(graph, server, writer)


@pytest.mark.long
@pytest.mark.parametrize("sight", SIGHTS.values(), ids=SIGHTS)
async def test_the_hidden_part_of_a_field_changes_no_byte(sight: Sight, home: Home) -> None:
    world = draw_world()
    values = OfferedValues(world, {"changes": [""]})
    drawn = [draw_operation(build_schema()._schema, values, seed) for seed in range(5_000, 5_000 + _DRAWN)]
    asked = [*map(written, ASKED.values()), *drawn]
    context = QueryContext(home.graph, viewer(world, sight), KEY)

    async def ask() -> list[bytes | str]:
        return await in_turns(partial(answered, context, each) for each in asked)

    one, other = [await ask() async for _ in both_worlds(world, home, sight)]

    for operation, *answers in zip(asked, one, other, strict=True):
        assert answers[0] == answers[1], operation
    assert sum(isinstance(answer, bytes) for answer in one) > len(asked) / 2


def _forget() -> None:
    seen_text.as_seen.cache_clear()
    seen_text._hidden_by.cache_clear()


_NEVER = re.compile(r"(?!)")
LEAKS: dict[str, dict[str, tuple[str, Any]]] = {  # by sight: what shows it, which rule is taken away
    "numbers": {
        "people": ("masked", lambda value, _mask: value),
        "clues": ("TEXTS", ()),
        "phones": ("PROSE", ()),
        "cards": ("_KEYS", ()),
        "connected": ("_WORDS", ()),
        "number": ("_SOUGHT", _NEVER),
        "where found": ("_DYNAMIC", _NEVER),
        "around": ("_PROPERTIES", _NEVER),
    },
}
_ROWS = ASKED["cards"].replace("id ", "id provenance { sourceKey } ")


@pytest.mark.long
@pytest.mark.parametrize("name", LEAKS)
async def test_each_rule_that_is_taken_away_is_a_leak(name: str, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    world, sight = draw_world(), SIGHTS[name]
    context = QueryContext(home.graph, viewer(world, sight), KEY)
    answers: list[dict[str, bytes | str]] = []
    async for _ in both_worlds(world, home, sight):
        found = {}
        for place, rule in LEAKS[name].items():
            with monkeypatch.context() as patched:
                patched.setattr(seen_text, *rule)
                _forget()
                found[place] = await answered(context, written(_ROWS if place == "cards" else ASKED[place]))
        answers.append(found)
    _forget()

    assert {place for place in LEAKS[name] if answers[0][place] == answers[1][place]} == set()


@pytest.mark.long
async def test_who_reads_closed_kinds_by_their_readers_alone_learns_of_them(home: Home) -> None:
    world, sight = draw_world(), SIGHTS["no subjects"]
    everything = tuple(sorted(world.open_to(*TOKENS["o_disc"])))
    context = QueryContext(home.graph, replace(viewer(world, sight), audiences=everything), KEY)
    asked = ("vehicles", "links")

    one, other = [
        [await answered(context, written(ASKED[place])) for place in asked]
        async for _ in both_worlds(world, home, sight)
    ]

    assert [place for place, *told in zip(asked, one, other, strict=True) if told[0] == told[1]] == []


async def test_what_is_asked_by_a_masked_field_is_refused_alike(world: Sketch, graph: Graph) -> None:
    context = QueryContext(graph, viewer(world, SIGHTS["numbers"]), KEY)
    there, absent = ("11010119800101000X", "13800000001", "云A00001"), ("110101198001019990", "13900000009", "云A99999")

    for text in _REFUSED:
        told = {await answered(context, written(text.format(value))) for value in (*there, *absent)}
        assert len(told) == 1, told
        assert "your role does not see" in str(told)
