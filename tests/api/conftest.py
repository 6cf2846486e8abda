"""The real service on the real Neo4j, the hand-drawn city in it, and officers who ask."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import httpx
import orjson
import pytest
from fastapi import FastAPI

from graph_service.app import create_app
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.conftest import wipe
from tests.sketch import Sketch
from tests.world import READERS, draw_world, write_world


@dataclass(frozen=True)
class Caller:
    """An officer with a token."""

    client: httpx.AsyncClient
    token: str

    async def post(self, content: bytes | str, **headers: str) -> httpx.Response:
        """Return the answer to a body as it is."""
        usual = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        return await self.client.post("/graphql", content=content, headers=usual | headers)

    async def answer(self, query: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return the whole answer to an operation."""
        response = await self.post(orjson.dumps({"query": query, "variables": variables or {}}))
        return dict(response.json())

    async def ask(self, query: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return the data of an operation that meets no error."""
        answer = await self.answer(query, variables)
        assert "errors" not in answer, answer["errors"]
        return dict(answer["data"])

    async def code(self, query: str, variables: dict[str, Any] | None = None) -> str:
        """Return the code of the one error that an operation meets."""
        answer = await self.answer(query, variables)
        assert len(answer["errors"]) == 1
        return str(answer["errors"][0]["extensions"]["code"])


def staffed() -> Sketch:
    """Return a sketch with nothing but an officer of the disciplinary team who asks."""
    sketch = Sketch(dict(READERS))
    team = sketch.node("Team", "DISC_1", team_code="DISC_1")
    sketch.tie("MEMBER_OF", sketch.node("Officer", "o_disc", officer_id="o_disc"), team)
    return sketch


def draw_anew(server: Running, writer: Writer, sketch: Sketch) -> None:
    """Write a sketch into an emptied graph."""
    wipe(server, writer)
    migrate(writer)
    sketch.write(writer)


InNewGraph = Callable[[Sketch], Caller]
As = Callable[[str], Caller]


@pytest.fixture(scope="module")
def world(server: Running, writer: Writer) -> Sketch:
    """The city, drawn anew unless the last module left it as it was."""
    sketch = draw_world()
    if not writer.run_read("MATCH (w:TestWorld) RETURN w")[0]:
        wipe(server, writer)
        migrate(writer)
        write_world(sketch, writer)
        writer.run_write("CREATE (:TestWorld)")
    return sketch


@pytest.fixture(scope="module")
def in_new_graph(server: Running, writer: Writer, client: httpx.AsyncClient, tokens: Tokens) -> InNewGraph:
    """What draws a sketch into an emptied graph; of its people an officer of the disciplinary team asks."""

    def draw(sketch: Sketch) -> Caller:
        draw_anew(server, writer, sketch)
        return Caller(client, tokens.sign("o_disc"))

    return draw


@pytest.fixture(scope="session")
async def app(settings: Settings, server: Running) -> AsyncIterator[FastAPI]:
    # A machine that runs other work beside the tests may take long to plan a query for the first time.
    changed = {
        "demo": False,
        "operations": "open",
        "viewer_cache_seconds": 0.2,
        "read_timeout_seconds": 120.0,
        "link_seconds": 0,
        "most_misses": 1_000_000,
    }
    app = create_app(settings.model_copy(update=changed), server)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
def graph(app: FastAPI) -> Graph:
    """The service's own connection to the graph."""
    found: Graph = app.state.graph
    return found


@pytest.fixture(scope="session")
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://leadlink") as client:
        yield client


@pytest.fixture(scope="session")
def tokens(settings: Settings) -> Tokens:
    return Tokens(settings)


@pytest.fixture
def officer(client: httpx.AsyncClient, tokens: Tokens) -> As:
    """What gives any officer of the graph who asks, by the name in the sketch."""
    return lambda name: Caller(client, tokens.sign(name))


@pytest.fixture
def disc(client: httpx.AsyncClient, tokens: Tokens, world: Sketch) -> Caller:
    """An officer of the disciplinary team."""
    return Caller(client, tokens.sign("o_disc"))


@pytest.fixture
def tour(client: httpx.AsyncClient, tokens: Tokens, world: Sketch) -> Caller:
    """An officer of the inspection team."""
    return Caller(client, tokens.sign("o_tour"))
