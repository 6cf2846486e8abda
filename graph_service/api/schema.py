"""The schema of the API: types and roots wired to plans, limits, caches and errors."""

import secrets
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import structlog
from graphql import (
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    is_introspection_type,
)
from strawberry import Schema
from strawberry.extensions import (
    MaskErrors,
    MaxAliasesLimiter,
    MaxTokensLimiter,
    ParserCache,
    QueryDepthLimiter,
    SchemaExtension,
    ValidationCache,
)
from strawberry.schema.config import StrawberryConfig

from graph_service.api.execute import CompiledExecution, resolve_root
from graph_service.api.query import build_query
from graph_service.api.results import ErrorCode
from graph_service.api.types import SCALARS, TYPES
from graph_service.cypher_projection import TAG
from graph_service.errors import GraphServiceError
from schema import KINDS

_DOCUMENTS = 256
_log = structlog.get_logger("api")


class ApiSchema(Schema):
    """The schema; faults are logged with an id and without the query, refusals are not logged."""

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:
        """Give each error its code; log faults of the service only."""
        for error in errors:
            error.extensions = {**(error.extensions or {}), **_coded(error)}


def _coded(error: GraphQLError) -> dict[str, Any]:
    cause = error.original_error
    if isinstance(cause, GraphServiceError):
        return {"code": cause.code, "where": cause.where, "mend": cause.mend}
    if cause is None or isinstance(cause, GraphQLError):
        return {"code": ErrorCode.INVALID.value}
    log_id = secrets.token_hex(6)
    _log.error("fault", log_id=log_id, **places_of(cause))
    return {"code": ErrorCode.INTERNAL.value, "logId": log_id}


def places_of(cause: BaseException) -> dict[str, Any]:
    """Return the kind of a fault and where it arose, without any value, for the log."""
    frames = traceback.extract_tb(cause.__traceback__)[-6:]
    return {"kind": type(cause).__name__, "at": [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames]}


def _is_fault(error: GraphQLError) -> bool:
    cause = error.original_error
    return cause is not None and not isinstance(cause, GraphServiceError | GraphQLError)


def _extensions() -> list[Callable[[], SchemaExtension]]:
    return [
        lambda: MaxTokensLimiter(max_token_count=2000),
        lambda: MaxAliasesLimiter(max_alias_count=30),
        lambda: QueryDepthLimiter(max_depth=12),
        lambda: ParserCache(maxsize=_DOCUMENTS),
        lambda: ValidationCache(maxsize=_DOCUMENTS),
        lambda: MaskErrors(should_mask_error=_is_fault, error_message="a fault of the service; give its logId to support"),
        CompiledExecution,
    ]


@cache
def build_schema() -> ApiSchema:
    """Return the schema; there is one per process."""
    query = build_query()
    schema = ApiSchema(
        query=query,
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
        if isinstance(kind, GraphQLInterfaceType):
            kind.resolve_type = _tag
        elif isinstance(kind, GraphQLObjectType):
            kind.is_type_of = None
            for field in kind.fields.values():
                field.resolve = resolve_root if name == "Query" else _by_response_key


def _tag(value: Any, *_: Any) -> str:
    return str(value[TAG])


def _by_response_key(value: Any, info: GraphQLResolveInfo[Any], **_: Any) -> Any:
    return value[info.path.key]
