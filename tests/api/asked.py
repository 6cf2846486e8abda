"""Operations run both ways: by compiled plans, and by graphql-core's own execution."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

import orjson
from graphql import parse

from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import ApiSchema, build_schema
from graph_service.graph import Graph, Writer
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.viewer import Viewer
from tests.operations import Operation

KEY = b"the key of the cursors in these tests"
OPERATIONS = int(os.environ.get("LEADLINK_TEST_OPERATIONS", "60"))
_AT_ONCE = 3
Result = TypeVar("Result")


async def by_plans(schema: ApiSchema, operation: Operation, context: OperationContext) -> bytes | None:
    """Return the data, or nothing where a plan refuses; never what graphql-core would make of it."""
    compiled, _ = compile_operation(schema._schema, parse(operation.text), operation.name, operation.variables)
    assert compiled, "every operation without introspection compiles"
    data = await answer(compiled, schema._schema, operation.variables, context)
    return None if data is None else orjson.dumps(data)


async def by_core(schema: ApiSchema, operation: Operation, query_context: QueryContext) -> tuple[bytes, list[str]]:
    """Return the data and the codes of the errors that graphql-core's execution gives."""
    result = await schema.execute(
        operation.text,
        variable_values=operation.variables,
        operation_name=operation.name,
        context_value=OperationContext(query_context, compiled=False),
    )
    return orjson.dumps(result.data), [str((error.extensions or {})["code"]) for error in result.errors or []]


async def in_turns(asks: Iterable[Callable[[], Awaitable[Result]]]) -> list[Result]:
    """Return what each gives, a few at a time."""
    free = asyncio.Semaphore(_AT_ONCE)

    async def one(ask: Callable[[], Awaitable[Result]]) -> Result:
        async with free:
            return await ask()

    return list(await asyncio.gather(*(one(ask) for ask in asks)))


def viewer_of(writer: Writer, *teams: str) -> Viewer:
    """Return an officer inside who works in these teams."""
    readers = ["EVERYONE", *teams]
    text = "MATCH (a:Audience) WHERE any(r IN a.readers WHERE r IN $readers) RETURN a.number AS number ORDER BY number"
    return Viewer("o", teams, tuple(of_every_kind(row["number"] for row in writer.run_read(text, readers=readers)[0])))


async def bytes_of(graph: Graph, viewer: Viewer, text: str) -> bytes:
    """Return the answer to the operation Main, byte by byte."""
    context = OperationContext(QueryContext(graph, viewer, KEY))
    answer = await by_plans(build_schema(), Operation(text, "Main", {}), context)
    assert answer is not None, context.refused
    return answer


async def answer_of(graph: Graph, viewer: Viewer, text: str) -> dict[str, Any]:
    """Return the answer to the operation Main."""
    return dict(orjson.loads(await bytes_of(graph, viewer, text)))
