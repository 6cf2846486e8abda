"""Answers operations made of rows and projections without graphql-core's execution; the rest falls back to it."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import (
    BooleanValueNode,
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)
from graphql.execution.values import VariableValues, get_variable_values
from strawberry.extensions import SchemaExtension

from graph_service.api.asked_fields import asked_fields, fragments_of, operation_of
from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.plan import Plan, compile_root
from graph_service.api.plan.price import refuse_dear
from graph_service.api.queries.roots import roots
from graph_service.api.requests import TRACE, Trace, tell
from graph_service.api.types.results import ErrorCode
from graph_service.cypher.project.selection import Scope, SelectedField
from graph_service.errors import TooMuch

_PLANS = 512


@dataclass
class OperationContext:
    """What one request carries: how to ask the graph as whom, and whether compiled plans may be used."""

    query_context: QueryContext
    refused: dict[str, Exception] = field(default_factory=dict)  # what plans refused, by response key of the root field
    compiled: bool = True
    remember: Callable[[str, str | None, DocumentNode], None] | None = None
    trace: Trace = field(default_factory=Trace)  # what is told of the request
    priced: dict[str, int] = field(default_factory=dict)  # by response key of the root field
    log_requests: bool = False
    connection_params: dict[str, Any] | None = None  # what a WebSocket client sent first
    # Over WebSocket a token ends while the connection goes on; whether the client uses it then is said.
    renew: Callable[[bool], Awaitable[QueryContext]] | None = None

    @property
    def price(self) -> int:
        """Return the most rows that the answer may hold."""
        return sum(self.priced.values())

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Run the block when it is the viewer's turn; refuse an operation that is too dear."""
        limits = self.query_context.limits
        refuse_dear(self.price, limits.rows)
        async with limits.turns.taken(self.query_context.viewer.officer, self.price):
            yield

    @property
    def extensions(self) -> dict[str, Any]:
        """Return what is told beside an answer: its price, and what one may cost."""
        return {"price": {"rows": self.price, "most": self.query_context.limits.rows}}

    @property
    def plans_may_run(self) -> bool:
        """Return whether compiled plans may be used and have not been refused already."""
        return self.compiled and not self.refused


@dataclass(frozen=True)
class Compiled:
    """One operation ready to run: its root fields by response key, and the constants among them."""

    operation: OperationDefinitionNode
    plans: tuple[tuple[str, Plan | str], ...]


class Compiler:
    """Compiles operations and remembers a bounded number of them."""

    def __init__(self) -> None:
        self._compiled: OrderedDict[tuple[Any, ...], Compiled | None] = OrderedDict()
        self._decided: dict[tuple[int, str | None], frozenset[str]] = {}
        self._documents: dict[int, DocumentNode] = {}  # keeps ids of documents from being used again

    def read(
        self, schema: GraphQLSchema, document: DocumentNode, name: str | None, variables: dict[str, Any]
    ) -> Compiled | None:
        """Return the compiled operation, or nothing when graphql-core has to execute it."""
        place = (id(document), name)
        decided = self._decided.get(place, frozenset())
        key = (*place, *(_truth(variables, each) for each in sorted(decided)))
        if place in self._decided and key in self._compiled:
            self._compiled.move_to_end(key)
            return self._compiled[key]
        compiled, used = compile_operation(schema, document, name, variables)
        self._decided[place] = decided | used
        key = (*place, *(_truth(variables, each) for each in sorted(self._decided[place])))
        self._documents[id(document)] = document
        self._compiled[key] = compiled
        if len(self._compiled) > _PLANS:
            self._forget()
        return compiled

    def _forget(self) -> None:
        self._compiled.clear()
        self._decided.clear()
        self._documents.clear()


def _truth(variables: dict[str, Any], name: str) -> bool | str:
    given = variables.get(name, "as the operation says")
    return given if isinstance(given, bool | str) else "neither"


def compile_operation(
    schema: GraphQLSchema, document: DocumentNode, name: str | None, variables: dict[str, Any]
) -> tuple[Compiled | None, set[str]]:
    """Return the compiled operation or nothing, and the variables whose truth its shape depends on."""
    operation = operation_of(document, name)
    if operation is None or operation.operation is not OperationType.QUERY:
        return None, set()
    scope = Scope(schema, fragments_of(document), {**_defaults(operation), **variables})
    plans: list[tuple[str, Plan | str]] = []
    for chosen in scope.fields((operation.selection_set,), "Query"):
        if chosen.name == "__typename":
            plans.append((chosen.key, "Query"))
        elif chosen.name in roots():
            plans.append((chosen.key, compile_root(roots()[chosen.name], chosen, scope, tagged=False)))
        else:
            return None, scope.decided_by
    return None if scope.undecided else Compiled(operation, tuple(plans)), scope.decided_by


def require_name(document: DocumentNode, name: str | None) -> None:
    """Refuse a request that does not say which of several operations to run."""
    if name is None and sum(isinstance(each, OperationDefinitionNode) for each in document.definitions) > 1:
        raise GraphQLError("The document holds several operations; say in operationName which to run.")


def _defaults(operation: OperationDefinitionNode) -> dict[str, bool]:
    stated = ((each.variable.name.value, each.default_value) for each in operation.variable_definitions or ())
    return {name: default.value for name, default in stated if isinstance(default, BooleanValueNode)}


async def answer(
    compiled: Compiled, schema: GraphQLSchema, variables: dict[str, Any], context: OperationContext
) -> dict[str, Any] | None:
    """Return the data of the operation, one round trip per root field or two, or nothing when graphql-core has to say why not."""
    values = get_variable_values(schema, compiled.operation.variable_definitions or (), variables)
    if not isinstance(values, VariableValues):
        return None
    context.priced |= {key: plan.price.of(values) for key, plan in compiled.plans if isinstance(plan, Plan)}
    try:
        async with context.turn():
            found = await asyncio.gather(*(_run(key, plan, context, values) for key, plan in compiled.plans))
    except TooMuch as error:
        context.refused |= {key: error for key, _ in compiled.plans}
    if context.refused:
        return None
    return dict(zip((key for key, _ in compiled.plans), found, strict=True))


async def _run(key: str, plan: Plan | str, context: OperationContext, values: VariableValues) -> Any:
    if isinstance(plan, str):
        return plan
    try:
        return await plan.run(context.query_context, values)
    except Exception as error:
        # graphql-core meets it again without asking the graph again, and reports it with its place in the document.
        context.refused[key] = error
        return None


class CompiledExecution(SchemaExtension):
    """Sets the result before graphql-core would execute, where the operation compiles."""

    compiler = Compiler()

    async def on_operation(self) -> AsyncIterator[None]:
        """Tell of an operation that came over a WebSocket; of others their request tells."""
        context = self.execution_context.context
        if not isinstance(context, OperationContext) or context.renew is None:
            yield
            return
        trace = TRACE.get(None) or Trace()
        self.execution_context.context = replace(context, trace=trace, refused={})
        try:
            yield
        except GraphQLError:
            trace.code = ErrorCode.INVALID.name  # a document that cannot be read gets its code only later
            raise
        finally:
            tell(trace, context.log_requests)

    def get_results(self) -> dict[str, Any]:
        """Return what is told beside the answer."""
        context = self.execution_context.context
        return context.extensions if isinstance(context, OperationContext) and context.priced else {}

    async def on_execute(self) -> AsyncIterator[None]:
        """Run the compiled operation, if there is one."""
        given, document = self.execution_context, self.execution_context.graphql_document
        context, name = given.context, given._provided_operation_name
        if document is not None:
            if isinstance(context, OperationContext):
                context.trace.fields = asked_fields(given.schema._schema, document, name)
            require_name(document, name)
        if isinstance(context, OperationContext) and context.renew:
            given.context = context = replace(context, query_context=await context.renew(True))
            context.trace.asks(context.query_context.viewer)
        if isinstance(context, OperationContext) and context.plans_may_run and document is not None:
            schema, variables = given.schema._schema, given.variables or {}
            compiled = self.compiler.read(schema, document, name, variables)
            data = await answer(compiled, schema, variables, context) if compiled else None
            if data is not None:
                if context.remember and given.query:
                    context.remember(given.query, name, document)
                given.result = ExecutionResult(data=data, errors=None)
        yield
        if isinstance(context, OperationContext) and document is not None:
            context.trace.answered(given.result.data if isinstance(given.result, ExecutionResult) else None)


async def resolve_root(_source: Any, info: GraphQLResolveInfo[OperationContext], **_arguments: Any) -> Any:
    """Return the value of a root field for graphql-core's execution, by the same plan."""
    values = info.variable_values
    coerced = values.coerced if isinstance(values, VariableValues) else values
    scope = Scope(info.schema, info.fragments, coerced)
    field_nodes = tuple(info.field_nodes)
    key, context = str(info.path.key), info.context
    if key in context.refused:
        raise context.refused[key]
    plan = compile_root(roots()[info.field_name], SelectedField(key, field_nodes), scope, tagged=True)
    given = values if isinstance(values, VariableValues) else VariableValues({}, coerced)
    context.priced[key] = plan.price.of(given)
    async with context.turn():
        return await plan.run(context.query_context, given)
