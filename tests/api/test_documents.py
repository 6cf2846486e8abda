"""Aliases, fragments, directives and type names, the first time a document comes and every time after."""

from collections.abc import Mapping
from typing import Any

import orjson
import pytest

from graph_service.graph import Graph
from tests.api.conftest import Caller

DOCUMENTS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "aliases": (
        '{ one: clue(number: "XS-001") { key: id no: number } two: node(id: "clue_05") { id } }',
        {},
        {"one": {"key": "clue_02", "no": "XS-001"}, "two": {"id": "clue_05"}},
    ),
    "fragments": (
        """query Main { node(id: "clue_02") { ...A ... on Clue { status } ... on Person { idNumber } } }
        fragment A on Matter { number ...B } fragment B on Node { id }""",
        {},
        {"node": {"number": "XS-001", "id": "clue_02", "status": "IN_DISPOSAL"}},
    ),
    "one key selected twice": (
        '{ unit(id: "unit_0") { superiors { superior { id } } superiors { superior { name } validFrom } } }',
        {},
        {"unit": {"superiors": [{"superior": {"id": "unit_top", "name": "云江市住建局"}, "validFrom": None}]}},
    ),
    "included": (
        'query($x: Boolean!) { unit(id: "unit_0") { id @include(if: $x) name @skip(if: $x) } }',
        {"x": True},
        {"unit": {"id": "unit_0"}},
    ),
    "skipped": (
        'query($x: Boolean!) { unit(id: "unit_0") { id @include(if: $x) name @skip(if: $x) } }',
        {"x": False},
        {"unit": {"name": "第0物业公司"}},
    ),
    "by default": (
        'query($x: Boolean = true) { unit(id: "unit_0") { id @include(if: $x) ... @skip(if: $x) { name } } }',
        {},
        {"unit": {"id": "unit_0"}},
    ),
    "against the default": (
        'query($x: Boolean = true) { unit(id: "unit_0") { id @include(if: $x) ... @skip(if: $x) { name } } }',
        {"x": False},
        {"unit": {"name": "第0物业公司"}},
    ),
    "a root left out": ('{ unit(id: "unit_0") @skip(if: true) { id } __typename }', {}, {"__typename": "Query"}),
    "nothing left": ('{ unit(id: "unit_0") { id @skip(if: true) } }', {}, {"unit": {}}),
    "type names": (
        """{ __typename expand(id: "unit_0", types: ["UNDER"]) {
          __typename counts { __typename } edges { __typename type } nodes { __typename id } pageInfo { __typename }
        } paths(from: "unit_0", to: "unit_top", first: 1) { __typename nodes { __typename } edges { __typename } } }""",
        {},
        {
            "__typename": "Query",
            "expand": {
                "__typename": "Neighbourhood",
                "counts": [{"__typename": "TypeCount"}] * 4,
                "edges": [{"__typename": "Relationship", "type": "UNDER"}],
                "nodes": [{"__typename": "Unit", "id": "unit_top"}],
                "pageInfo": {"__typename": "PageInfo"},
            },
            "paths": [{"__typename": "Path", "nodes": [{"__typename": "Unit"}] * 2, "edges": [{"__typename": "Relationship"}]}],
        },
    ),
    "type names of rows and edges": (
        """{ auditFinding(number: "SJ-0") { __typename provenance { __typename source } names {
          __typename matter { __typename } entity { __typename ... on Unit { superiors { __typename } } } } } }""",
        {},
        {
            "auditFinding": {
                "__typename": "AuditFinding",
                "provenance": {"__typename": "Provenance", "source": "sketch"},
                "names": [
                    {
                        "__typename": "Naming",
                        "matter": {"__typename": "AuditFinding"},
                        "entity": {"__typename": "Unit", "superiors": [{"__typename": "Subordination"}]},
                    }
                ],
            }
        },
    ),
    "values of every sort": (
        """{ clue(number: "XS-000") { receivedOn amountFen problem channel status isRealName names(first: 1) {
          certainty role } } shares: unit(id: "unit_1") { capitalFen shareholders { ratio holder { caption } } } }""",
        {},
        {
            "clue": {
                "receivedOn": None, "amountFen": None, "problem": "POLITICAL", "channel": "PETITION",
                "status": "REGISTERED", "isRealName": None, "names": [{"certainty": None, "role": "SUBJECT"}],
            },
            "shares": {"capitalFen": 10**12, "shareholders": [{"ratio": 51.0, "holder": {"caption": "张乙"}}]},
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
async def test_a_document_gives_what_it_selects_in_its_order(name: str, disc: Caller) -> None:
    query, variables, expected = DOCUMENTS[name]
    body = orjson.dumps({"query": query, "variables": variables})

    first, second = (await disc.post(body)).content, (await disc.post(body)).content

    told = {name: value for name, value in orjson.loads(first).items() if name != "data"}
    whole = {"data": expected, **told}
    assert orjson.loads(first) == whole
    assert first == second == orjson.dumps(whole), "keys come in the order of the selection"
    assert set(told) <= {"extensions"}


async def test_the_same_document_with_other_variables_is_shaped_anew(disc: Caller) -> None:
    query = (
        'query($x: Boolean!, $y: Boolean!) { unit(id: "unit_0") { ... @include(if: $x) { id name @include(if: $y) } } }'
    )

    answers = [await disc.ask(query, {"x": x, "y": y}) for x, y in ((True, True), (False, True), (True, False)) * 2]

    assert answers[:3] == answers[3:]
    assert [list(each["unit"]) for each in answers[:3]] == [["id", "name"], [], ["id"]]


async def test_an_operation_is_chosen_by_name(disc: Caller) -> None:
    query = 'query One { unit(id: "unit_0") { id } } query Two { unit(id: "unit_1") { id } }'

    for name, uid in (("One", "unit_0"), ("Two", "unit_1")) * 2:
        answer = await disc.post(orjson.dumps({"query": query, "operationName": name}))
        assert answer.json()["data"] == {"unit": {"id": uid}}


async def test_what_is_wrong_in_one_root_leaves_the_others(disc: Caller) -> None:
    answer = await disc.answer('{ a: node(id: "clue_nobody") { id } b: node(id: "clue_02") { id } }')

    assert answer["data"] == {"a": None, "b": {"id": "clue_02"}}
    assert answer["errors"][0]["path"] == ["a"]


async def test_a_refused_root_asks_the_graph_once(disc: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    fetch = graph.fetch

    async def counting(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        asked.append(file)
        return await fetch(query, params, file)

    monkeypatch.setattr(graph, "fetch", counting)
    query = "query Once($id: ID!) { node(id: $id) { id caption } }"
    await disc.ask(query, {"id": "clue_02"})
    assert await disc.code(query, {"id": "clue_nobody"}) == "NOT_FOUND"
    assert await disc.code('{ node(id: "clue_nobody") { caption } }') == "NOT_FOUND"

    assert asked.count("read/node") == 3


async def test_a_selection_on_families_grows_with_its_length_only(
    disc: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    fetch = graph.fetch

    async def listening(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        texts.append(query)
        return await fetch(query, params, file)

    monkeypatch.setattr(graph, "fetch", listening)
    inner = "__typename id"
    for _ in range(2):
        inner = f"__typename ... on Entity {{ namedIn(first: 1) {{ matter {{ __typename names(first: 1) {{ entity {{ {inner} }} }} }} }} }}"
    await disc.ask(f'{{ node(id: "person_1") {{ {inner} }} }}')

    assert max(map(len, texts)) < 20_000
