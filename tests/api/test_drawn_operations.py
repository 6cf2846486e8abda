"""Operations drawn from the schema: compiled plans give graphql-core's bytes, and what is hidden changes none of them.

Both are asked the same operations on the same server: planning each of their queries for the first time is what takes long.
"""

import re
from functools import partial
from typing import Any

import orjson
import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.price import rows_of
from graph_service.api.plan.root import RootForm
from graph_service.api.queries.execute import OperationContext
from graph_service.api.queries.roots import roots
from graph_service.api.schema import build_schema
from graph_service.cypher.files import query
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Viewer
from tests.api.asked import KEY, OPERATIONS, by_core, by_plans, in_turns
from tests.api.conftest import Caller
from tests.conftest import wipe
from tests.operations import Operation, draw_operation
from tests.packs import UNIT_PACK
from tests.series import SHOWN
from tests.sketch import Sketch
from tests.values import OfferedValues
from tests.world import TOKENS, write_world

REFUSED = {"BAD_INPUT", "NOT_FOUND", "LIMIT_EXCEEDED"}
_CURSOR = re.compile(r'"<(.+?)>"')  # its place in a draft: most are not drawn, and each is a text to be planned
_ENDS = [("clue_00", "clue_03"), ("person_0", "person_3"), ("person_1", "unit_0"), ("clue_02", "phone_1")]
_BETWEEN = """query Main($from: ID!, $to: ID!) {
  pathsConnection(from: $from, to: $to, first: 10, maxHops: 3) {
    totalCount leftOut { sentence } edges { cursor mostTies node { sentence nodes { id } edges { id } hops { count sentenceZh } } } }
  paths(from: $from, to: $to, first: 50) { sentence nodes { id } }
}"""
_SERIES = f"""query Main {{ one: series(id: "series_1") {{ {SHOWN} }} closed: series(id: "series_2") {{ {SHOWN} }}
  tour: series(id: "series_tour") {{ {SHOWN} }} node(id: "series_1") {{ id caption }}
  seriesList {{ totalCount nodes {{ {SHOWN} }} }} clues(first: 50) {{ nodes {{ id series {{ {SHOWN} }} }} }} }}"""


async def values_of(world: Sketch, query_context: QueryContext) -> OfferedValues:
    """Return what the city offers as arguments, with a place for the cursor of every list in every order."""
    values = OfferedValues(world)
    for root in roots().values():
        if root.form is not RootForm.PAGE or root.name in {"search", "connectedMatters", "expand"}:
            continue
        for order in ("", *(f", orderBy: {name}" for name in query(root.file).orders if "row" not in root.row)):
            values.cursors[root.name].append(f"<{root.name}(first: 3{order})>")
    (changes,) = await asked("changes(first: 0) { asOf }", query_context)
    values.cursors["changes"].append(changes["asOf"])
    return values


async def asked(field: str, query_context: QueryContext) -> list[Any]:
    """Return what the compiled plan answers to one field, nothing where it is refused."""
    operation = Operation(f"query Main {{ {field} }}", "Main", {})
    answer = await by_plans(build_schema(), operation, OperationContext(query_context))
    return list(orjson.loads(answer or b"{}").values())


async def with_cursors(drawn: list[Operation], query_context: QueryContext) -> list[Operation]:
    """Return the operations with the cursors that were drawn; a list of nothing gives none."""
    texts = [[each.text, orjson.dumps(each.variables).decode()] for each in drawn]
    found = {}
    for field in sorted({each for both in texts for text in both for each in _CURSOR.findall(text)}):
        pages = await asked(f"{field} {{ pageInfo {{ endCursor }} }}", query_context)
        found[field] = orjson.dumps(pages[0]["pageInfo"]["endCursor"] if pages else None).decode()
    assert found, "some lists are read on"
    given = [[_CURSOR.sub(lambda match: found[match[1]], text) for text in both] for both in texts]
    return [Operation(text, each.name, orjson.loads(known)) for each, (text, known) in zip(drawn, given, strict=True)]


@pytest.fixture
async def query_context(world: Sketch, graph: Graph) -> QueryContext:
    return QueryContext(graph, Viewer("o_disc", ("DISC_1",), tuple(sorted(world.open_to(*TOKENS["o_disc"])))), KEY)


@pytest.fixture
async def drawn(world: Sketch, query_context: QueryContext) -> list[Operation]:
    values = await values_of(world, query_context)
    operations = [draw_operation(build_schema()._schema, values, seed) for seed in range(OPERATIONS)]
    return await with_cursors(operations, query_context)


async def compare(query_context: QueryContext, operation: Operation) -> bool:
    """Return whether the operation found something; fail where the two ways differ."""
    context = OperationContext(query_context)
    compiled = await by_plans(build_schema(), operation, context)
    price = context.price
    data, codes = await by_core(build_schema(), operation, query_context)

    assert set(codes) <= REFUSED, (operation, codes)
    if codes:
        assert compiled is None, operation
    else:
        assert not context.refused, (operation, context.refused)
        assert compiled == data, operation
        assert rows_of(orjson.loads(data)) - 1 <= price <= query_context.limits.rows, operation
    return not codes


async def test_compiled_plans_and_graphql_core_give_the_same_bytes(
    query_context: QueryContext, drawn: list[Operation]
) -> None:
    answered = await in_turns(partial(compare, query_context, operation) for operation in drawn)

    assert sum(answered) > OPERATIONS / 2, "most operations must answer, or they compare nothing"


async def test_introspection_is_answered_by_graphql_core(disc: Caller) -> None:
    data = await disc.ask(
        '{ __schema { queryType { name } } __type(name: "Clue") { kind } a: viewer { __typename id } }'
    )

    assert data == {
        "__schema": {"queryType": {"name": "Query"}},
        "__type": {"kind": "OBJECT"},
        "a": {"__typename": "Officer", "id": "officer_o_disc"},
    }


async def test_hidden_things_change_no_byte(
    world: Sketch, query_context: QueryContext, drawn: list[Operation], server: Running, writer: Writer
) -> None:
    """Two graphs that differ only in what an officer may not see give that officer the same bytes."""
    operations = drawn[: OPERATIONS // 2]
    operations += [Operation(_SERIES, "Main", {}), Operation(f"query Main {UNIT_PACK}", "Main", {})]
    operations += [Operation(_BETWEEN, "Main", {"from": start, "to": end}) for start, end in _ENDS]

    async def ask(operation: Operation) -> bytes | str:
        context = OperationContext(query_context)
        answer = await by_plans(build_schema(), operation, context)
        return answer if answer is not None else str(sorted(map(str, context.refused.values())))

    with_hidden = await in_turns(partial(ask, operation) for operation in operations)
    wipe(server, writer)
    migrate(writer)
    write_world(world, writer, world.open_to(*TOKENS["o_disc"]))
    without_hidden = await in_turns(partial(ask, operation) for operation in operations)

    for operation, one, other in zip(operations, with_hidden, without_hidden, strict=True):
        assert one == other, operation
