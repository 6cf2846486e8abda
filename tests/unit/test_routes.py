"""What the service answers at, and that everything that tells of the graph leaves by the one exit."""

import inspect
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Mount, Route

from graph_service.api.exports.route import PATHS
from graph_service.api.leaving import Exit
from graph_service.api.requests import Trace
from graph_service.app import App, create_app
from graph_service.embedded import Running
from graph_service.rights.viewer import Viewer
from graph_service.settings import Settings
from graph_service.web.build import GRAPHIQL, digest_of, web_cache

_PLAIN = {"GET /healthz", "GET /readyz", "GET /metrics"}
_DESK = {"/assets", "GET /desk/session"}
_DEMO = {"GET /graphiql", "GET /graphiql/", "GET /graphiql/examples.json", "/graphiql/assets", "GET /desk/officers", "POST /desk/token"}  # fmt: skip


@asynccontextmanager
async def _app(home: Path, demo: bool = False, desk: bool = True) -> AsyncIterator[App]:
    """Yield the service of a graph that nobody asks, GraphiQL's page in its cache."""
    settings = Settings(home=home, cache=home, operations="open", demo=demo, desk=desk)
    page = web_cache(home) / digest_of(GRAPHIQL.sources)
    (page / "assets").mkdir(parents=True)
    (page / "index.html").touch()
    app = create_app(settings, Running("bolt://127.0.0.1:1", "neo4j", "x"))
    written = app.endpoint.query_context(Viewer("", (), ())).write_access
    assert written
    try:
        yield app
    finally:
        await app.state.graph.close()
        written.writer.close()


@pytest.mark.parametrize(
    ("demo", "desk", "expected"),
    [(False, False, _PLAIN), (False, True, _PLAIN | _DESK), (True, True, _PLAIN | _DESK | _DEMO)],
)
async def test_the_routes_beside_the_api_are_these(demo: bool, desk: bool, expected: set[str], tmp_path: Path) -> None:
    """What they tell is in no access log, so nothing of a matter or an entity may be among it: that has an endpoint, as below."""
    async with _app(tmp_path, demo, desk) as app:
        assert {_told(route) for route in app.routes} == expected


async def test_whatever_is_sent_to_an_endpoint_leaves_by_the_one_exit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[str] = []
    leave = Exit.leave

    async def seeing(self: Exit, trace: Trace) -> None:
        left.append(trace.outcome)
        await leave(self, trace)

    monkeypatch.setattr(Exit, "leave", seeing)
    async with _app(tmp_path) as app:
        client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://leadlink")
        for path in ("/graphql", *PATHS):
            assert (await client.post(path, json={})).status_code == 401

    assert left == ["UNAUTHENTICATED"] * 3
    assert re.findall(r"await self\.(\w+)\(", inspect.getsource(App.__call__)) == ["endpoint", "exports"]


def _told(route: BaseRoute) -> str:
    if isinstance(route, Mount):
        return route.path
    assert isinstance(route, Route | APIRoute)
    return " ".join([*sorted((route.methods or set()) - {"HEAD"}), route.path])
