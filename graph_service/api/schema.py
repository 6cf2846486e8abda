"""The schema of the API: types and roots wired to plans, limits, caches and errors."""

import secrets
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import structlog
from graphql import (
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLUnionType,
    NoSchemaIntrospectionCustomRule,
    is_introspection_type,
)
from strawberry import Schema
from strawberry.extensions import (
    MaxAliasesLimiter,
    MaxTokensLimiter,
    ParserCache,
    QueryDepthLimiter,
    SchemaExtension,
    ValidationCache,
)
from strawberry.schema.config import StrawberryConfig

from graph_service.api.gate.gate import OPEN
from graph_service.api.mutations.mutation import build_mutation, resolve_mutation
from graph_service.api.queries.execute import CompiledExecution, OperationContext, resolve_root
from graph_service.api.queries.query import build_query
from graph_service.api.subscriptions import build_subscription, resolve_heard, subscribe_notices
from graph_service.api.types.made import TYPES
from graph_service.api.types.results import ErrorCode
from graph_service.api.types.scalars import SCALARS
from graph_service.cypher.project.projection import TAG
from graph_service.errors import GraphServiceError, places_of
from schema import KINDS

_DOCUMENTS = 256
_log = structlog.get_logger("api")


class ApiSchema(Schema):
    """The schema; faults are logged with an id and without the query, refusals are not logged."""

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:
        """Give each error its code; a fault is logged and keeps its own text to itself."""
        context = getattr(execution_context, "context", None)
        gate = context.query_context.gate if isinstance(context, OperationContext) else OPEN
        for error in errors:
            if "code" not in (error.extensions or {}):
                error.extensions = {**(error.extensions or {}), **_coded(error)}
                if error.extensions["code"] == ErrorCode.INVALID.value:
                    error.message = gate.told(error)
            if "logId" in (error.extensions or {}):
                error.message = "a fault of the service; give its logId to support"
        if errors and isinstance(context, OperationContext):
            context.trace.code = str((errors[0].extensions or {})["code"])


def _coded(error: GraphQLError) -> dict[str, Any]:
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError):
        return {"code": ErrorCode.INVALID.value}
    what = str(cause) if isinstance(cause, GraphServiceError) else None  # the text of other faults may hold values
    if isinstance(cause, GraphServiceError) and cause.code != GraphServiceError.code:
        return {"code": cause.code, "where": cause.where, "mend": cause.mend}
    log_id = secrets.token_hex(6)
    _log.error("fault", log_id=log_id, what=what, **places_of(cause))
    return {"code": ErrorCode.INTERNAL.value, "logId": log_id}


class ClosedSchema(SchemaExtension):
    """Refuses introspection behind a closed gate, whoever asks: who may ask freely has the SDL as a file."""

    def on_operation(self) -> Iterator[None]:
        """Add the rule by which a document that asks about the schema is not valid."""
        given = self.execution_context
        if isinstance(given.context, OperationContext) and given.context.query_context.gate.is_closed:
            given.validation_rules = (*given.validation_rules, NoSchemaIntrospectionCustomRule)
        yield


def _extensions() -> list[Callable[[], SchemaExtension]]:
    return [
        lambda: MaxTokensLimiter(max_token_count=2000),
        lambda: MaxAliasesLimiter(max_alias_count=30),
        ClosedSchema,
        lambda: QueryDepthLimiter(max_depth=12),
        lambda: ParserCache(maxsize=_DOCUMENTS),
        lambda: ValidationCache(maxsize=_DOCUMENTS),
        CompiledExecution,
    ]


@cache
def build_schema() -> ApiSchema:
    """Return the schema; there is one per process."""
    query = build_query()
    schema = ApiSchema(
        query=query,
        mutation=build_mutation(),
        subscription=build_subscription(),
        types=[*(TYPES[label] for label in KINDS), ErrorCode],
        extensions=_extensions(),
        config=StrawberryConfig(scalar_map=SCALARS),  # type: ignore[arg-type]
    )
    _wire(schema)
    return schema


def _wire(schema: Schema) -> None:
    """Make graphql-core read values by response key, types by their tag, and roots by their plans."""
    for name, kind in schema._schema.type_map.items():
        if is_introspection_type(kind):
            continue
        if isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
            kind.resolve_type = _tag
        elif isinstance(kind, GraphQLObjectType):
            kind.is_type_of = None
            for field in kind.fields.values():
                field.resolve = _RESOLVERS.get(name, _by_response_key)
    if schema._schema.subscription_type:
        schema._schema.subscription_type.fields["notices"].subscribe = subscribe_notices


_RESOLVERS: dict[str, Any] = {"Query": resolve_root, "Mutation": resolve_mutation, "Subscription": resolve_heard}


def _tag(value: Any, *_: Any) -> str:
    return str(value[TAG])


def _by_response_key(value: Any, info: GraphQLResolveInfo[Any], **_: Any) -> Any:
    return value[info.path.key]
