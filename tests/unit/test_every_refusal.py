"""Every refusal that the API declares has a case in `tests/refusals.py`, and every code an error that brings it."""

from typing import Any

import pytest
from graphql import GraphQLError, GraphQLObjectType, GraphQLUnionType, get_named_type

from graph_service.api.schema import build_schema
from graph_service.api.types.results import ErrorCode
from graph_service.errors import (
    BadInput,
    Conflict,
    GraphServiceError,
    GraphUnavailable,
    LogUnavailable,
    NotAllowed,
    NotFound,
    NotListed,
    TooManyMisses,
    TooMuch,
)
from tests.refusals import REFUSALS

_SCHEMA = build_schema()
_WHAT, _WHERE, _MEND = "the reason", "the place", "what mends it"
_BROUGHT = {
    "BAD_INPUT": BadInput(_WHAT, _WHERE, _MEND),
    "UNAUTHENTICATED": NotAllowed(_WHAT, _WHERE, _MEND),
    "NOT_FOUND": NotFound(_WHAT, _WHERE, _MEND),
    "GRAPH_UNAVAILABLE": GraphUnavailable(_WHAT, _WHERE, _MEND),
    "LOG_UNAVAILABLE": LogUnavailable(_WHAT, _WHERE, _MEND),
    "CONFLICT": Conflict(_WHAT, _WHERE, _MEND),
    "LIMIT_EXCEEDED": TooMuch(_WHAT, _WHERE, _MEND),
    "TOO_MANY_MISSES": TooManyMisses(_WHAT, _WHERE, _MEND),
    "OPERATION_NOT_LISTED": NotListed(_WHAT, _WHERE, _MEND),
    "INVALID": GraphQLError("no such field"),
    "INTERNAL": ValueError("a value that nobody may see"),
}


def _declared() -> set[tuple[str, str]]:
    mutation = _SCHEMA._schema.mutation_type
    assert mutation
    unions = {name: get_named_type(each.type) for name, each in mutation.fields.items()}
    assert all(isinstance(each, GraphQLUnionType) for each in unions.values())
    return {(name, member.name) for name, union in unions.items() for member in _refusals(union)}


def _refusals(union: Any) -> list[GraphQLObjectType]:
    return [each for each in union.types if set(each.fields) == {"message", "mend"}]


def test_every_refusal_of_every_mutation_has_one_case() -> None:
    cases = [(case.mutation, case.name) for case in REFUSALS]

    assert set(cases) == _declared()
    assert len(cases) == len(set(cases))


def test_every_mutation_can_be_refused_and_can_succeed() -> None:
    mutation = _SCHEMA._schema.mutation_type
    assert mutation
    for name, each in mutation.fields.items():
        union: Any = get_named_type(each.type)

        assert 0 < len(_refusals(union)) < len(union.types), name


def test_every_code_has_an_error_that_brings_it() -> None:
    assert {code.value for code in ErrorCode} == _BROUGHT.keys()
    assert {child.code for child in GraphServiceError.__subclasses__()} < _BROUGHT.keys()


@pytest.mark.parametrize("code", _BROUGHT)
def test_an_error_reaches_the_caller_with_its_code(code: str) -> None:
    cause = _BROUGHT[code]
    error = GraphQLError(str(cause), original_error=cause)

    _SCHEMA.process_errors([error])

    told = error.extensions or {}
    assert told["code"] == code
    if isinstance(cause, GraphServiceError):
        assert (told["where"], told["mend"], _WHAT in error.message) == (_WHERE, _MEND, True)
    if code == "INTERNAL":
        assert told["logId"]
        assert "nobody may see" not in error.message
