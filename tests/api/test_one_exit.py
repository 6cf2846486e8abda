"""Whichever way an answer comes about, it passes one place before it leaves; where that fails, nothing is served."""

from typing import Any

import pytest
from fastapi import FastAPI

from graph_service.api.leaving import Exit
from graph_service.api.requests import Trace
from graph_service.errors import LogUnavailable
from tests.api.conftest import Caller

_COMPILED = "{ viewer { officerId } }"
_EXECUTED = "{ __schema { queryType { name } } viewer { officerId } }"  # introspection is graphql-core's to answer
_REFUSED = '{ node(id: "clue_nowhere") { id } }'
_MUTATION = 'mutation { judgeIdentity(one: "person_2", other: "person_2", verdict: SAME, reason: "x") { __typename } }'
_BROKEN = "{ viewer { nothingOfThisName } }"


@pytest.fixture
def left(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> list[Trace]:
    """What has passed the exit."""
    seen: list[Trace] = []
    leave = Exit.leave

    async def seeing(self: Exit, trace: Trace) -> None:
        seen.append(trace)
        await leave(self, trace)

    monkeypatch.setattr(Exit, "leave", seeing)
    return seen


@pytest.mark.parametrize(
    ("query", "fields", "code"),
    [
        (_COMPILED, ("viewer",), "OK"),
        (_EXECUTED, ("__schema", "viewer"), "OK"),
        (_REFUSED, ("node",), "NOT_FOUND"),
        (_MUTATION, ("judgeIdentity",), "IdentityNotJudgeable"),
        (_BROKEN, (), "INVALID"),
        ("{ viewer", (), "INVALID"),
    ],
)
async def test_each_answer_passes_the_exit_once(
    query: str, fields: tuple[str, ...], code: str, disc: Caller, left: list[Trace]
) -> None:
    for _ in range(3):  # parsed and compiled the first time, the short way after that
        await disc.answer(query)

    assert [(trace.fields, trace.outcome) for trace in left] == [(fields, code)] * 3


async def test_what_is_refused_before_there_is_an_operation_passes_it_too(disc: Caller, left: list[Trace]) -> None:
    stranger = Caller(disc.client, "x")
    await stranger.post(b"{}")
    await disc.post(b"{")
    await disc.client.get("/graphql")
    await disc.post(b"{}", Origin="https://evil.example")

    assert [trace.code for trace in left] == ["UNAUTHENTICATED", "BAD_INPUT", "BAD_INPUT", "UNAUTHENTICATED"]


async def test_where_the_exit_fails_nothing_is_served(disc: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    for query in (_COMPILED, _EXECUTED):
        assert (await disc.answer(query))["data"]

    async def failing(*_: Any) -> None:
        raise LogUnavailable("what was read cannot be written down", "the log", "try again later")

    monkeypatch.setattr(Exit, "leave", failing)
    for query in (_COMPILED, _EXECUTED, _REFUSED, _BROKEN):
        for _ in range(2):
            response = await disc.client.post(
                "/graphql", json={"query": query}, headers={"Authorization": f"Bearer {disc.token}"}
            )
            assert (response.status_code, set(response.json())) == (503, {"errors"}), query
            assert response.json()["errors"][0]["extensions"]["code"] == "LOG_UNAVAILABLE"
