"""What is measured: a server that takes a body per question, or a call in this process."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

from bench.connection import Connection
from bench.shapes import QuestionShape, Variables


class Side(Protocol):
    """A way to have the questions answered."""

    @property
    def name(self) -> str:
        """Return the side's name in the tables."""

    @property
    def pids(self) -> Sequence[int]:
        """Return the processes whose processor time is the side's; none means this process."""

    async def answer(self, shape: QuestionShape, variables: Variables) -> Any:
        """Return the side's answer, or raise."""


@dataclass(frozen=True)
class HttpSide:
    """A server: where each question is posted, as what body, with which headers."""

    name: str
    url: Callable[[QuestionShape], str]
    body: Callable[[QuestionShape, Variables], bytes]
    pids: Sequence[int]
    headers: Mapping[str, str] = field(default_factory=dict)

    async def answer(self, shape: QuestionShape, variables: Variables) -> Any:
        """Return the data of the answer, or raise with the errors that the server gave."""
        connection = await Connection.open(self.url(shape), self.headers)
        try:
            found = orjson.loads(await connection.post(self.body(shape, variables)))
        finally:
            connection.close()
        if isinstance(found, dict) and found.get("errors"):
            raise RuntimeError(f"{self.name} refuses {shape.name}: {str(found['errors'])[:500]}")
        return found["data"] if isinstance(found, dict) else found


@dataclass(frozen=True)
class CallSide:
    """A coroutine of this process, such as the bare driver."""

    name: str
    call: Callable[[QuestionShape, Variables], Awaitable[Any]]
    pids: Sequence[int] = ()

    async def answer(self, shape: QuestionShape, variables: Variables) -> Any:
        """Return what the call returns."""
        return await self.call(shape, variables)


def leadlink(url: str, token: str, pids: Sequence[int]) -> HttpSide:
    """Return the service itself, asked in GraphQL as an officer."""

    def body(shape: QuestionShape, variables: Variables) -> bytes:
        return orjson.dumps({"query": shape.ours, "variables": variables})

    return HttpSide("leadlink", lambda _: f"{url}/graphql", body, pids, {"Authorization": f"Bearer {token}"})


def neo4j_graphql(url: str, pids: Sequence[int]) -> HttpSide:
    """Return the peer, asked in its own GraphQL."""

    def body(shape: QuestionShape, variables: Variables) -> bytes:
        return orjson.dumps({"query": shape.peers, "variables": shape.peers_variables(variables)})

    return HttpSide("@neo4j/graphql", lambda _: f"{url}/graphql", body, pids)


def bare_route(url: str, pids: Sequence[int], numbers: Mapping[str, Mapping[bytes, int]]) -> HttpSide:
    """Return a server that runs leadlink's own Cypher; `numbers` says which of its recorded calls a question is."""

    def body(shape: QuestionShape, variables: Variables) -> bytes:
        return orjson.dumps({"call": numbers[shape.name][orjson.dumps(variables)]})

    return HttpSide("bare route", lambda shape: f"{url}/{shape.name}", body, pids)
