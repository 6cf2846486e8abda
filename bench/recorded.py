"""What leadlink sends to Neo4j for each question: the same Cypher and parameters for the bare sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import GraphQLSchema, parse
from graphql.execution.values import VariableValues, get_variable_values

from bench.shapes import QuestionShape, Variables
from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.plan import Plan
from graph_service.api.queries.execute import compile_operation
from graph_service.api.schema import build_schema
from graph_service.graph import Graph, ServerAddress
from graph_service.rights.viewer import Viewer

_PLANNING_SECONDS = 120.0


@dataclass(frozen=True)
class Call:
    """One statement with its parameters."""

    text: str
    params: Mapping[str, Any]


async def ask_again(graph: Graph, calls: Sequence[Call], name: str) -> list[Any]:
    """Return what the last of the calls of one question answers; most questions take one."""
    found: list[Any] = []
    for call in calls:
        found = await graph.fetch(call.text, call.params, name)
    return found


class RecordingGraph(Graph):
    """A graph that remembers what it is asked."""

    def __init__(self, target: ServerAddress) -> None:
        # The first call of each statement plans it, which on a busy machine takes longer than a user would wait.
        super().__init__(target, timeout_seconds=_PLANNING_SECONDS)
        self.calls: list[Call] = []

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return what the graph answers, the call remembered."""
        self.calls.append(Call(query, dict(params)))
        return await super().fetch(query, params, name)


@dataclass
class Recorded:
    """The calls of every question by shape, and the number of each set of variables."""

    calls: dict[str, list[list[Call]]] = field(default_factory=dict)
    numbers: dict[str, dict[bytes, int]] = field(default_factory=dict)

    def of(self, shape: QuestionShape, variables: Variables) -> list[Call]:
        """Return the calls that leadlink makes for these variables, one after another."""
        return self.calls[shape.name][self.numbers[shape.name][orjson.dumps(variables)]]


async def record(target: ServerAddress, viewer: Viewer, asked: Mapping[QuestionShape, Sequence[Variables]]) -> Recorded:
    """Return the calls that answering the questions takes, each question asked once."""
    graph, schema, recorded = RecordingGraph(target), build_schema()._schema, Recorded()
    query_context = QueryContext(graph, viewer, b"bench")
    for shape, every in asked.items():
        recorded.calls[shape.name] = []
        for variables in every:
            graph.calls.clear()
            await _run(schema, shape, variables, query_context)
            recorded.calls[shape.name].append(list(graph.calls))
        recorded.numbers[shape.name] = {orjson.dumps(variables): at for at, variables in enumerate(every)}
    await graph.close()
    return recorded


async def _run(schema: GraphQLSchema, shape: QuestionShape, variables: Variables, query_context: QueryContext) -> None:
    compiled, _ = compile_operation(schema, parse(shape.ours), None, variables)
    values = get_variable_values(schema, compiled.operation.variable_definitions or (), variables) if compiled else None
    if compiled is None or not isinstance(values, VariableValues):
        raise RuntimeError(f"{shape.name} is not answered by a compiled plan")
    # Not by `answer`, which leaves a refusal to graphql-core: here it has to be seen.
    for _, plan in compiled.plans:
        if isinstance(plan, Plan):
            await plan.run(query_context, values)
