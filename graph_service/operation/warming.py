"""Plans the slow query while nobody waits: a cold server takes seconds to plan the union of all linkage rules."""

from graph_service.api.plan.plan import QueryContext
from graph_service.api.queries.execute import OperationContext
from graph_service.api.schema import build_schema
from graph_service.errors import GraphServiceError
from graph_service.graph import Graph, ServerAddress
from graph_service.rights.viewer import Viewer
from schema import KINDS, MATTER

_PLAN_SECONDS = 120
_FAULTS = {"GRAPH_UNAVAILABLE", "INTERNAL", "LIMIT_EXCEEDED"}
_NOBODY = Viewer("", (), ())
_CONNECTED = "query Warm($id: ID!) { connectedMatters(id: $id) { totalCount } }"
_QUICK = '{ search(text: "leadlink", first: 1) { totalCount } }'


async def warm(target: ServerAddress, database: str) -> bool:
    """Ask for the connected matters of one that does not exist, as somebody who may see nothing: all questions share the plan.

    Returns whether it was answered.
    """
    graph = Graph(target, database, _PLAN_SECONDS)
    try:
        asked = await _ask(graph, _CONNECTED, {"id": f"{KINDS[MATTER[0]].PREFIX}_{0:024x}"})
        return asked and await answers(graph)
    finally:
        await graph.close()


async def answers(graph: Graph) -> bool:
    """Return whether a small question is answered: the schema and the indexes are there."""
    return await _ask(graph, _QUICK, {})


async def _ask(graph: Graph, operation: str, variables: dict[str, str]) -> bool:
    context = OperationContext(QueryContext(graph, _NOBODY, b""))
    try:
        result = await build_schema().execute(operation, variable_values=variables, context_value=context)
    except GraphServiceError:
        return False
    return not any((each.extensions or {}).get("code") in _FAULTS for each in result.errors or ())
