"""Plans the slow queries while nobody waits: a cold server takes seconds to plan the union of all linkage rules."""

import contextlib

from graph_service.api.plan.plan import QueryContext
from graph_service.api.queries.execute import OperationContext
from graph_service.api.schema import build_schema
from graph_service.errors import GraphServiceError
from graph_service.graph import Graph, ServerAddress
from graph_service.rights.viewer import Viewer
from schema import KINDS, MATTER

_PLAN_SECONDS = 120
_NOBODY = Viewer("", (), ())
_OPERATION = """query Warm($id: ID!) {
  connectedMatters(id: $id) {
    totalCount
    nodes {
      score
      matter { __typename id number caption channel }
      evidence { rule strength sentence sentenceZh path { nodes { id caption } } }
    }
    leftOut { count reason entity { id caption } }
  }
}"""


async def warm(target: ServerAddress, database: str) -> None:
    """Ask for the connected matters of a matter of each kind that does not exist, as somebody who may see nothing."""
    graph = Graph(target, database, _PLAN_SECONDS)
    schema = build_schema()
    query_context = QueryContext(graph, _NOBODY, b"")
    try:
        with contextlib.suppress(GraphServiceError):
            for label in MATTER:
                variables = {"id": f"{KINDS[label].PREFIX}_{0:024x}"}
                await schema.execute(
                    _OPERATION, variable_values=variables, context_value=OperationContext(query_context)
                )
    finally:
        await graph.close()
