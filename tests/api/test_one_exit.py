"""Whichever way an answer comes about, it passes one place before it leaves; where that fails, nothing is served."""

from typing import Any

import pytest

from graph_service.api import http
from graph_service.api.queries import execute
from graph_service.errors import GraphUnavailable
from tests.api.conftest import Caller

_COMPILED = "{ viewer { officerId } }"
_EXECUTED = "{ __schema { queryType { name } } viewer { officerId } }"  # introspection is graphql-core's to answer
_REFUSED = '{ node(id: "clue_nowhere") { id } }'
_MUTATION = 'mutation { judgeIdentity(one: "unit:1", other: "unit:1", verdict: SAME, reason: "x") { __typename } }'
_BROKEN = "{ viewer { nothingOfThisName } }"


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What has passed the exit: the root fields of each operation."""
    seen: list[tuple[str, ...]] = []
    leave = execute.leave

    async def seeing(context: execute.OperationContext, fields: tuple[str, ...], data: dict[str, Any] | None) -> None:
        seen.append(fields)
        await leave(context, fields, data)

    for module in (execute, http):
        monkeypatch.setattr(module, "leave", seeing)
    return seen


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        (_COMPILED, ("viewer",)),
        (_EXECUTED, ("__schema", "viewer")),
        (_REFUSED, ("node",)),
        (_MUTATION, ("judgeIdentity",)),
    ],
)
async def test_each_answer_passes_the_exit_once(
    query: str, fields: tuple[str, ...], disc: Caller, left: list[tuple[str, ...]]
) -> None:
    for _ in range(3):  # parsed and compiled the first time, the short way after that
        await disc.answer(query)

    assert left == [fields] * 3


async def test_where_the_exit_fails_nothing_is_served(disc: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    for query in (_COMPILED, _EXECUTED):
        assert (await disc.answer(query))["data"]

    async def failing(*_: Any) -> None:
        raise GraphUnavailable("what was read cannot be written down", "the log", "try again later")

    for module in (execute, http):
        monkeypatch.setattr(module, "leave", failing)
    for query in (_COMPILED, _EXECUTED):
        for _ in range(2):
            answer = await disc.answer(query)
            assert not answer.get("data"), query
            assert answer["errors"], query


async def test_a_document_that_is_refused_before_it_runs_answers_no_data(
    disc: Caller, left: list[tuple[str, ...]]
) -> None:
    answer = await disc.answer(_BROKEN)

    assert not answer.get("data")
    assert left == []
