"""The oracle: operations drawn from the schema give the same bytes by compiled plans and by graphql-core."""

from functools import partial

import pytest

from graph_service.api.plan.plan import Asking
from graph_service.api.plan.root import Form
from graph_service.api.queries.roots import roots
from graph_service.api.schema import build_schema
from graph_service.cypher.files import query
from graph_service.graph import Graph
from graph_service.rights.viewer import Viewer
from tests.api.asked import OPERATIONS, by_core, by_plans, in_turns
from tests.api.conftest import Caller
from tests.operations import Operation, draw_operation
from tests.sketch import Sketch
from tests.values import Values
from tests.world import TOKENS

KEY = b"the key of the cursors in these tests"
REFUSED = {"BAD_INPUT", "NOT_FOUND", "LIMIT_EXCEEDED"}


async def values_of(world: Sketch, asking: Asking) -> Values:
    """Return what the city offers as arguments, with cursors of every list and order."""
    values = Values(world)
    for root in roots().values():
        if root.form is not Form.PAGE or root.name in {"search", "connectedMatters", "expand"}:
            continue
        for order in ("", *(f", orderBy: {name}" for name in query(root.file).orders if "row" not in root.row)):
            operation = Operation(
                f"query Main {{ {root.name}(first: 3{order}) {{ pageInfo {{ endCursor }} }} }}", "Main", {}
            )
            answer = await by_plans(build_schema(), operation, asking)
            values.cursors[root.name] += [text for text in (answer or b"").decode().split('"') if len(text) > 20]
    return values


@pytest.fixture
async def asking(world: Sketch, graph: Graph) -> Asking:
    return Asking(graph, Viewer("o_disc", ("DISC_1",), tuple(world.open_to(*TOKENS["o_disc"]))), KEY)


async def compare(asking: Asking, operation: Operation) -> bool:
    """Return whether the operation found something; fail where the two ways differ."""
    fresh = Asking(asking.graph, asking.viewer, asking.cursor_key)
    compiled = await by_plans(build_schema(), operation, fresh)
    data, codes = await by_core(build_schema(), operation, Asking(asking.graph, asking.viewer, asking.cursor_key))

    assert set(codes) <= REFUSED, (operation, codes)
    if codes:
        assert compiled is None, operation
    else:
        assert not fresh.refused, (operation, fresh.refused)
        assert compiled == data, operation
    return not codes


async def test_compiled_plans_and_graphql_core_give_the_same_bytes(world: Sketch, asking: Asking) -> None:
    values, schema = await values_of(world, asking), build_schema()._schema

    drawn = (draw_operation(schema, values, seed) for seed in range(OPERATIONS))
    answered = await in_turns(partial(compare, asking, operation) for operation in drawn)

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
