"""Connected matters by two queries answer as one query did; what is gone between the two is left out."""

from collections.abc import Mapping
from typing import Any

import orjson
import pytest
from graphql import parse
from graphql.execution.values import VariableValues, get_variable_values

from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.plan import Plan
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import build_schema
from graph_service.graph import Graph, Writer
from graph_service.model import PICTURED
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.viewer import Viewer
from tests.api.conftest import Caller
from tests.api.one_query import by_one_query
from tests.sketch import Sketch
from tests.world import NOBODY, TOKENS

KEY = b"the key of the cursors in these tests"
SELECTIONS = {
    "everything": "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    " edges { cursor node { score matter { __typename id number caption } evidence { rule strength sentence sentenceZh"
    " path { sentence nodes { __typename id caption } edges { id type source target properties } } } } }"
    " leftOut { reason count entity { id caption } }",
    "fragments": "nodes { a: score matter { ... on Clue { receivedOn names(first: 2) { role entity { id } } } ... on Ticket { number } }"
    " evidence { path { edges { properties } } } } pageInfo { endCursor }",
}
_ASKED = ("clue_00", "clue_02", "clue_hidden", "ticket_07")


def read_plan(selection: str, given: Mapping[str, Any]) -> tuple[Plan, VariableValues]:
    text = (
        "query($id: ID!, $first: Int, $after: String, $channels: [Channel!], $minScore: Float) { "
        f"connectedMatters(id: $id, first: $first, after: $after, channels: $channels, minScore: $minScore) {{ {selection} }} }}"
    )
    schema = build_schema()._schema
    compiled, _ = compile_operation(schema, parse(text), None, {})
    assert compiled
    plan = compiled.plans[0][1]
    values = get_variable_values(schema, compiled.operation.variable_definitions or (), dict(given))
    assert isinstance(plan, Plan)
    assert isinstance(values, VariableValues)
    return plan, values


async def by_two(plan: Plan, context: QueryContext, values: VariableValues) -> Any:
    try:
        return await plan.run(context, values)
    except Exception as error:
        assert "nothing with this id" in str(error)  # noqa: PT017 - the same refusal for every viewer
        return None


@pytest.mark.parametrize(
    "selection",
    [*SELECTIONS.values()][:1] + [pytest.param(each, marks=pytest.mark.long) for each in [*SELECTIONS.values()][1:]],
    ids=SELECTIONS,
)
async def test_two_queries_answer_what_one_did(selection: str, world: Sketch, graph: Graph) -> None:
    rows = 0
    for tokens in TOKENS.values():
        context = QueryContext(graph, Viewer("o", (), tuple(world.open_to(*tokens))), KEY)
        for uid in _ASKED:
            after, pages = None, 0
            while pages < 3:
                given = {"id": uid, "first": 3, "after": after, "minScore": 0.05 * pages}
                given |= {"channels": ["DISCIPLINARY", "PETITION"]} if pages == 2 else {}
                plan, values = read_plan(selection, given)
                one, two = await by_one_query(plan, context, values), await by_two(plan, context, values)
                assert orjson.dumps(two) == orjson.dumps(one), given
                after = one and one["pageInfo"]["endCursor"]
                rows += len(one.get("edges", one.get("nodes"))) if one else 0
                pages = pages + 1 if after else 3

    assert rows > 20, "most pages must hold something, or they compare nothing"


QUERY = """{ connectedMatters(id: "clue_02", first: 3) { totalCount pageInfo { hasNextPage endCursor }
  nodes { matter { id } evidence { rule sentence path { nodes { id } edges { id } } } } leftOut { entity { id } } } }"""


@pytest.fixture
def between(graph: Graph, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What changes the graph after the first query and changes it back after the second."""

    def change(text: str, back: str, **params: Any) -> None:
        fetch = graph.fetch

        async def changing(query: str, given: Mapping[str, Any], file: str) -> list[Any]:
            if file != "show/connected_matters":
                return await fetch(query, given, file)
            writer.run_write(text, **params)
            try:
                return await fetch(query, given, file)
            finally:
                writer.run_write(back, **params)

        monkeypatch.setattr(graph, "fetch", changing)

    return change


_HIDE = "MATCH (n {uid: $uid}) SET n.kept = n.audience, n.audience = $nobody"
_OPEN = "MATCH (n {uid: $uid}) SET n.audience = n.kept REMOVE n.kept"
_CUT = "MATCH ()-[r {uid: $uid}]->() SET r.kept = r.audience, r.audience = $nobody"
_TIE = "MATCH ()-[r {uid: $uid}]->() SET r.audience = r.kept REMOVE r.kept"


def _page(answer: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    page = dict(answer["data"]["connectedMatters"])
    return page["nodes"], page


async def test_a_matter_that_is_hidden_between_the_two_is_left_out(disc: Caller, between: Any) -> None:
    before, whole = _page(await disc.answer(QUERY))
    gone = before[0]["matter"]["id"]

    between(_HIDE, _OPEN, uid=gone, nobody=NOBODY)
    after, page = _page(await disc.answer(QUERY))

    assert after == before[1:]
    assert page["pageInfo"] == whole["pageInfo"]
    assert whole["pageInfo"]["hasNextPage"]
    assert gone not in str(page)


@pytest.mark.parametrize("part", ["nodes", "edges"])
async def test_evidence_that_is_hidden_between_the_two_is_left_out(part: str, disc: Caller, between: Any) -> None:
    before, _ = _page(await disc.answer(QUERY))
    gone = before[0]["evidence"][0]["path"][part][1]["id"].removeprefix(PICTURED)

    between(*((_HIDE, _OPEN) if part == "nodes" else (_CUT, _TIE)), uid=gone, nobody=NOBODY)
    after, page = _page(await disc.answer(QUERY))

    kept = [
        row | {"evidence": [each for each in row["evidence"] if gone not in str(each)]} for row in before
    ]  # fmt: skip
    assert after == [row for row in kept if row["evidence"]]
    assert after != before
    assert gone not in str(page["nodes"])


async def test_another_node_at_the_address_of_one_that_is_gone_is_not_taken_for_it(disc: Caller, between: Any) -> None:
    before, _ = _page(await disc.answer(QUERY))
    gone = before[0]["matter"]["id"]

    between(
        "MATCH (n {uid: $uid}) SET n.uid = $other",
        "MATCH (n {uid: $other}) SET n.uid = $uid",
        uid=gone,
        other="clue_new",
    )
    after, _ = _page(await disc.answer(QUERY))

    assert after == before[1:]


async def test_a_matter_asked_about_that_is_hidden_between_the_two_is_not_there(disc: Caller, between: Any) -> None:
    between(_HIDE, _OPEN, uid="clue_02", nobody=NOBODY)

    assert await disc.code(QUERY) == "NOT_FOUND"


async def test_where_nothing_is_found_nothing_is_asked_again(
    disc: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    fetch = graph.fetch

    async def listening(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        asked.append(file)
        return await fetch(query, params, file)

    monkeypatch.setattr(graph, "fetch", listening)
    text = '{ connectedMatters(id: "clue_02", minScore: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { score } %s } }'
    empty = (await disc.ask(text % "edges { cursor }"))["connectedMatters"]
    assert [file for file in asked if "connected" in file] == ["read/connected_matters"]
    with_left_out = (await disc.ask(text % "leftOut { count }"))["connectedMatters"]

    nothing = {"totalCount": 0, "pageInfo": {"hasNextPage": False, "endCursor": None}, "nodes": []}
    assert empty == {**nothing, "edges": []}
    assert with_left_out == {**nothing, "leftOut": with_left_out["leftOut"]}


class Listening(Graph):
    """The graph, which remembers with what it was asked; what warms up the service asks another one."""

    def __init__(self, graph: Graph) -> None:
        self._graph, self.timeout_seconds = graph, graph.timeout_seconds
        self.asked: list[Mapping[str, Any]] = []

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return what the graph finds."""
        self.asked.append(params)
        return await self._graph.fetch(query, params, name)


async def test_whoever_may_see_nothing_and_whoever_may_see_much_share_a_plan(world: Sketch, graph: Graph) -> None:
    listening = Listening(graph)
    schema = build_schema()._schema
    for audiences in ((), (1,), tuple(of_every_kind(range(100)))):
        for text in ('"clue_02"', '"clue:XS-002", channels: [DISCIPLINARY], minScore: 1'):
            compiled, _ = compile_operation(
                schema, parse(f"{{ connectedMatters(id: {text}) {{ totalCount }} }}"), None, {}
            )
            assert compiled
            context = QueryContext(listening, Viewer("o", (), audiences), KEY)
            await answer(compiled, schema, {}, OperationContext(context))

    found = [params for params in listening.asked if "given" in params]
    assert len(found) == 6
    assert {frozenset(params) for params in found} == {frozenset({"viewer_audiences", "hub_cap", "given"})}
    assert {len(params["viewer_audiences"]) for params in found} == {1001}
