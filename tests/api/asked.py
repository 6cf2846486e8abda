"""Operations run both ways: by compiled plans, and by graphql-core's own execution."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import orjson
from graphql import parse

from graph_service.api.plan.plan import QueryContext
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import ApiSchema
from tests.operations import Operation

OPERATIONS = int(os.environ.get("LEADLINK_TEST_OPERATIONS", "120"))
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
