"""The oracle: operations drawn from the schema give the same bytes by compiled plans and by graphql-core."""

from functools import partial

import pytest

from graph_service.api.plan.plan import QueryContext
from graph_service.api.plan.root import RootForm
from graph_service.api.queries.execute import OperationContext
from graph_service.api.queries.roots import roots
from graph_service.api.schema import build_schema
from graph_service.cypher.files import query
from graph_service.graph import Graph
from graph_service.rights.viewer import Viewer
from tests.api.asked import KEY, OPERATIONS, by_core, by_plans, in_turns
from tests.api.conftest import Caller
from tests.operations import Operation, draw_operation
from tests.sketch import Sketch
from tests.values import OfferedValues
from tests.world import TOKENS

REFUSED = {"BAD_INPUT", "NOT_FOUND", "LIMIT_EXCEEDED"}


async def values_of(world: Sketch, query_context: QueryContext) -> OfferedValues:
    """Return what the city offers as arguments, with cursors of every list and order."""
    values = OfferedValues(world)
    for root in roots().values():
        if root.form is not RootForm.PAGE or root.name in {"search", "connectedMatters", "expand"}:
            continue
        for order in ("", *(f", orderBy: {name}" for name in query(root.file).orders if "row" not in root.row)):
            operation = Operation(
                f"query Main {{ {root.name}(first: 3{order}) {{ pageInfo {{ endCursor }} }} }}", "Main", {}
            )
            answer = await by_plans(build_schema(), operation, OperationContext(query_context))
            values.cursors[root.name] += [text for text in (answer or b"").decode().split('"') if len(text) > 20]
    return values


@pytest.fixture
async def query_context(world: Sketch, graph: Graph) -> QueryContext:
    return QueryContext(graph, Viewer("o_disc", ("DISC_1",), tuple(world.open_to(*TOKENS["o_disc"]))), KEY)


async def compare(query_context: QueryContext, operation: Operation) -> bool:
    """Return whether the operation found something; fail where the two ways differ."""
    context = OperationContext(query_context)
    compiled = await by_plans(build_schema(), operation, context)
    data, codes = await by_core(build_schema(), operation, query_context)

    assert set(codes) <= REFUSED, (operation, codes)
    if codes:
        assert compiled is None, operation
    else:
        assert not context.refused, (operation, context.refused)
        assert compiled == data, operation
    return not codes


async def test_compiled_plans_and_graphql_core_give_the_same_bytes(world: Sketch, query_context: QueryContext) -> None:
    values, schema = await values_of(world, query_context), build_schema()._schema

    drawn = (draw_operation(schema, values, seed) for seed in range(OPERATIONS))
    answered = await in_turns(partial(compare, query_context, operation) for operation in drawn)

    assert sum(answered) > 0.6 * OPERATIONS, "most operations must answer, or they compare nothing"


async def test_introspection_is_answered_by_graphql_core(disc: Caller) -> None:
    data = await disc.ask(
        '{ __schema { queryType { name } } __type(name: "Clue") { kind } a: viewer { __typename id } }'
    )

    assert data == {
        "__schema": {"queryType": {"name": "Query"}},
        "__type": {"kind": "OBJECT"},
        "a": {"__typename": "Officer", "id": "officer_o_disc"},
    }
