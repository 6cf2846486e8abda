"""Filters as investigators write them: joined conditions, fields, links and ids, judged by what they mean.

Each drawn filter is answered by the graph and by `tests/filtered.py`, over what the officer may see alone.
"""

import os
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, get_named_type, is_list_type

from graph_service.api.arguments.conditions import stated_filters
from graph_service.api.arguments.filterable import SINCE
from graph_service.api.schema import build_schema
from graph_service.model import ABSTRACT
from tests.api.conftest import Caller
from tests.filtered import Judge
from tests.sketch import Sketch
from tests.world import TOKENS

DRAWN = int(os.environ.get("LEADLINK_TEST_FILTERS", "48"))
LISTS = {
    "clues": "Clue",
    "tickets": "Ticket",
    "people": "Person",
    "units": "Unit",
    "vehicles": "Vehicle",
    "matters": "Matter",
}
_TEXTS = ("物业", "张", "第", "XS-0", "云A", "样本", "person", "SUBJECT", "1", "x")
_NUMBERS = (0, 1, 2, 100, 300)


async def ids_of(caller: Caller, name: str, given: Mapping[str, Any]) -> set[str]:
    kind = LISTS[name]
    text = f"query($f: {kind}Filter) {{ {name}(first: 1000, filter: $f) {{ totalCount nodes {{ id }} }} }}"
    found = (await caller.ask(text, {"f": given}))[name]
    assert found["totalCount"] == len(found["nodes"])
    return {each["id"] for each in found["nodes"]}


class Drawing:
    """Draws filters from the API's own types, with values that the world holds."""

    def __init__(self, seed: int, world: Sketch) -> None:
        self.random, self.world = Random(seed), world  # noqa: S311 - not for secrets
        self.types = build_schema()._schema.type_map

    def of(self, kind: GraphQLInputObjectType, depth: int = 0) -> dict[str, Any]:
        """Return a filter or a condition; the deeper, the plainer."""
        name = kind.name.removesuffix("Filter")
        stated = stated_filters(name) if kind.name.endswith("Filter") else {}
        fields = {each: field for each, field in kind.fields.items() if each not in {*stated, SINCE}}
        if depth > 5:
            fields = {each: field for each, field in fields.items() if not self._is_deep(field.type)}
        most = 1 if kind.name.endswith("Condition") else 2
        chosen = self.random.sample(sorted(fields), k=min(len(fields), self.random.randint(1, most)))
        if kind.name.endswith("ListCondition") and chosen == ["of"]:
            chosen = ["some"]
        return {each: self._value(kind, each, depth) for each in chosen}

    def _is_deep(self, kind: Any) -> bool:
        named = get_named_type(kind)
        return isinstance(named, GraphQLInputObjectType) and not named.name.endswith(("Condition",))

    def _value(self, kind: GraphQLInputObjectType, name: str, depth: int) -> Any:
        field_type = kind.fields[name].type
        named, many = get_named_type(field_type), is_list_type(field_type)
        if isinstance(named, GraphQLInputObjectType):
            return [self.of(named, depth + 1) for _ in range(2)] if many else self.of(named, depth + 1)
        if name == "ids":
            labels = ABSTRACT.get(kind.name.removesuffix("Filter"), (kind.name.removesuffix("Filter"),))
            known = sorted(uid for label in labels for uid in Judge(self.world).seen.nodes[label])
            return self.random.sample(known, k=min(len(known), 3))
        drawn = [self._plain(kind.name, named) for _ in range(2)]
        return drawn if many else drawn[0]

    def _plain(self, owner: str, named: Any) -> Any:
        if isinstance(named, GraphQLEnumType):
            return self.random.choice(sorted(named.values))
        return {
            "Boolean": self.random.random() < 0.5, "Date": f"2025-0{self.random.randint(1, 3)}-0{self.random.randint(1, 9)}",
            "DateTime": f"2025-0{self.random.randint(1, 3)}-01T03:00:00", "Float": self.random.choice((0.0, 0.5, 1.0)),
            "Int": self.random.choice((0, 1, 2) if owner.startswith("Count") else _NUMBERS), "Fen": self.random.choice(_NUMBERS),
            "String": self.random.choice([*_TEXTS, *self._known()]),
        }[named.name]  # fmt: skip

    def _known(self) -> list[str]:
        texts = [
            value
            for nodes in self.world.nodes.values()
            for each in nodes.values()
            for value in each.properties.values()
        ]
        return self.random.sample([each for each in texts if type(each) is str], k=6)


@pytest.fixture(scope="module")
def seen(world: Sketch) -> Sketch:
    return world.seen_by(world.open_to(*TOKENS["o_disc"]))


@pytest.mark.parametrize("seed", range(DRAWN))
async def test_a_drawn_filter_finds_what_it_means(seed: int, disc: Caller, seen: Sketch) -> None:
    name = sorted(LISTS)[seed % len(LISTS)]
    drawing = Drawing(seed, seen)
    kind = drawing.types[f"{LISTS[name]}Filter"]
    assert isinstance(kind, GraphQLInputObjectType)
    given = drawing.of(kind)

    assert await ids_of(disc, name, given) == Judge(seen).found(LISTS[name], given), given


FILTERS: list[tuple[str, dict[str, Any]]] = [
    ("clues", {}),
    ("clues", {"where": {"amountFen": {"gte": 200}}}),
    ("clues", {"not": {"where": {"amountFen": {"gte": 200}}}}),
    ("clues", {"where": {"amountFen": {"ne": 200}}}),
    ("clues", {"or": []}),
    ("clues", {"and": []}),
    ("clues", {"or": [{"where": {"title": {"contains": "物业"}}}, {"where": {"receivedOn": {"isNull": True}}}]}),
    ("clues", {"not": {"or": [{"where": {"title": {"contains": "物业"}}}, {"where": {"receivedOn": {"isNull": True}}}]}}),
    ("clues", {"where": {"names": {"some": {"entity": {"person": {"where": {"name": {"startsWith": "张"}}}}}}}}),
    ("clues", {"where": {"names": {"none": {"entity": {"caption": {"contains": "甲"}}}}}}),
    ("clues", {"where": {"names": {"count": {"gte": 2}, "of": {"entity": {"kinds": ["PERSON", "PHONE"]}}}}}),
    ("clues", {"where": {"names": {"things": {"gte": 2}, "of": {"entity": {"kinds": ["PERSON", "PHONE"]}}}}}),
    ("people", {"where": {"namedIn": {"none": {"matter": {"clue": {"where": {"number": {"eq": "XS-002"}}}}}}}}),
    ("people", {"where": {"namedIn": {"some": {"matter": {"clue": {"where": {"number": {"eq": "XS-002"}}}}}}}}),
    ("units", {"where": {"name": {"contains": "2"}, "namedIn": {"count": {"gt": 0}}}}),
    ("matters", {"kinds": ["TICKET", "CLUE"], "caption": {"contains": "物业"}}),
    ("matters", {"where": {"cameOn": {"gte": "2025-01-10"}}}),
    ("matters", {"clue": {"where": {"amountFen": {"lt": 200}}}}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given"), FILTERS, ids=lambda each: str(each)[:80])
async def test_a_filter_finds_what_it_means(name: str, given: dict[str, Any], disc: Caller, seen: Sketch) -> None:
    found = await ids_of(disc, name, given)

    assert found == Judge(seen).found(LISTS[name], given)
    assert found or given == {"or": []}, "a case that finds nothing shows nothing"


@pytest.mark.parametrize("given", [{"eq": "ｘs－002 "}, {"in": ["xs-002", "x"]}, {"ne": "Xs-002"}], ids=str)
async def test_a_number_is_compared_in_any_case_and_width(given: dict[str, Any], disc: Caller) -> None:
    as_kept = {name: ["XS-002"] if name == "in" else "XS-002" for name in given}

    found = await ids_of(disc, "clues", {"where": {"number": given}})

    assert found == await ids_of(disc, "clues", {"where": {"number": as_kept}})
    assert (len(found) == 1) is ("ne" not in given)


async def test_handy_conditions_hold_inside_others_too(disc: Caller) -> None:
    alone = await ids_of(disc, "clues", {"unit": "unit_1", "from": "2025-01-02"})
    joined = await ids_of(disc, "clues", {"and": [{"unit": "unit_1"}, {"from": "2025-01-02"}]})
    other = await ids_of(disc, "clues", {"not": {"and": [{"unit": "unit_1"}, {"from": "2025-01-02"}]}})

    assert alone == joined
    assert alone | other == await ids_of(disc, "clues", {})
    assert not alone & other


@pytest.mark.parametrize(
    ("given", "code", "says"),
    [
        ('{unit: "unit_nobody"}', "NOT_FOUND", "filter.unit"),
        ('{or: [{unit: "unit_nobody"}, {number: "XS-002"}]}', "NOT_FOUND", "filter.unit"),
        ('{unit: "unit:nobody"}', "NOT_FOUND", "filter.unit"),
        ('{ids: ["clue_02", "clue_hidden"]}', "NOT_FOUND", "filter.ids"),
        ('{unit: "person_1"}', "BAD_INPUT", "that of a unit is needed"),
        ('{or: [{person: "x"}]}', "BAD_INPUT", "not an id of this service"),
        ('{ids: ["ticket_07"]}', "BAD_INPUT", "that of a clue is needed"),
        ("{or: [" + "{number: \"x\"}," * 61 + "]}", "LIMIT_EXCEEDED", "more than 60 conditions"),
        ('{where: {number: {in: [' + '"x",' * 1001 + "]}}}", "LIMIT_EXCEEDED", "at most 1000"),
    ],
)  # fmt: skip
async def test_a_wrong_or_endless_filter_is_refused(given: str, code: str, says: str, disc: Caller) -> None:
    answer = await disc.answer(f"{{ clues(filter: {given}) {{ nodes {{ id }} }} }}")

    assert answer["errors"][0]["extensions"]["code"] == code
    assert says in answer["errors"][0]["message"]


async def test_links_inside_links_have_a_bound(disc: Caller) -> None:
    given = "{}"
    for _ in range(5):
        given = f"{{where: {{repeats: {{some: {{earlier: {{clue: {given}}}}}}}}}}}"

    assert await disc.code(f"{{ clues(filter: {given}) {{ nodes {{ id }} }} }}") == "LIMIT_EXCEEDED"


async def test_a_number_serves_where_an_id_is_taken(disc: Caller, world: Sketch) -> None:
    number = world.nodes["Person"]["person_1"].properties["id_number"]
    by_id = await ids_of(disc, "clues", {"person": "person_1"})

    assert by_id == await ids_of(disc, "clues", {"person": f"person:{number}"})
    assert by_id == await ids_of(disc, "clues", {"or": [{"person": f"person:{number}"}]})
    assert by_id


async def test_what_is_hidden_is_refused_like_what_is_not_there(disc: Caller) -> None:
    answers = [
        await disc.answer(f'{{ clues(filter: {{or: [{{person: "{uid}"}}]}}) {{ nodes {{ id }} }} }}')
        for uid in ("person_hidden", "person_nobody")
    ]

    assert answers[0]["errors"] == answers[1]["errors"]
