"""The service: GraphQL, health, metrics, and GraphiQL in demo mode."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import replace
from typing import TypeAlias

from fastapi import FastAPI
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import BaseRoute
from starlette.types import Receive, Scope, Send

from graph_service.access_log.document import names_in
from graph_service.access_log.log import AccessLog, open_log
from graph_service.api.callers import Callers
from graph_service.api.exports.route import PATHS, Exports
from graph_service.api.gate.installed import EXAMPLES, gate_of
from graph_service.api.http import Endpoint
from graph_service.api.leaving import Exit
from graph_service.api.plan.context import Limits, QueryContext, WriteAccess
from graph_service.api.requests import request_counts
from graph_service.api.schema import build_schema
from graph_service.api.turns import Turns
from graph_service.embedded import ensure
from graph_service.errors import BadInput, GraphServiceError, NotFound
from graph_service.graph import Graph, ServerAddress, Writer
from graph_service.operation.desk_sign_in import add_sign_in, issuer_of
from graph_service.operation.linking import KeyKeeper, LinkKeeper
from graph_service.operation.metrics_access import may_read_metrics
from graph_service.operation.readiness import Readiness
from graph_service.operation.scheduling import Schedule
from graph_service.operation.source_metrics import source_metrics
from graph_service.probing.counting import Probing
from graph_service.rights.roles import Roles, read_roles
from graph_service.rights.sessions import Sessions
from graph_service.rights.viewer import Tokens, Viewer, Viewers
from graph_service.settings import Settings
from graph_service.vault.keys import VaultPlace
from graph_service.vault.store import Vault
from graph_service.web.build import ensure_built, find_built
from graph_service.web.desk import DESK, OPERATIONS, DeskPages
from graph_service.web.examples import read_examples
from graph_service.web.pages import graphiql_routes, missing_graphiql_routes

Connect: TypeAlias = Callable[[Settings, ServerAddress], tuple[Graph, Writer]]


class App(FastAPI):
    """The application; what GraphQL's path receives, or that of exports, goes straight to its endpoint, which answers every error itself."""

    endpoint: Endpoint
    exports: Exports

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or one message of the server."""
        if scope.get("path") == "/graphql":
            await self.endpoint(scope, receive, send)
        elif scope.get("path") in PATHS and scope["type"] == "http":
            await self.exports(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def connected(settings: Settings, target: ServerAddress) -> tuple[Graph, Writer]:
    """Return the connections by which the service reads and writes."""
    graph = Graph(target, settings.neo4j_database, settings.read_timeout_seconds)
    return graph, Writer(target, settings.neo4j_database)


def create_app(settings: Settings, target: ServerAddress | None = None, connect: Connect = connected) -> App:
    """Return the service for these settings; the graph is connected when it starts, by what lives by another clock where that is given."""
    running = target or ensure(settings)
    (graph, writer), roles = connect(settings, running), read_roles(settings.roles_file)
    viewers = Viewers(graph, settings.viewer_cache_seconds, roles)
    gate, log = gate_of(settings), open_log(settings)
    query_context = replace(_query_context(settings, graph, writer, roles), gate=gate, vault=_vault(settings, log))
    exit = Exit(log, gate.listed.names if gate.listed else names_in(EXAMPLES) | names_in(OPERATIONS))
    sessions = Sessions(settings.home / "sessions", settings.token_idle_minutes)
    asking = query_context, Callers(Tokens(settings), viewers, sessions), exit, settings
    readiness = Readiness(settings, running, graph, log)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            kept = [keeper(settings, running, graph).running() for keeper in (LinkKeeper, KeyKeeper)]
            async with (
                log.kept() if log else nullcontext(),
                readiness.kept(),
                Schedule(settings, running).running(),
                kept[0],
                kept[1],
            ):
                yield
        finally:
            await graph.close()
            await asyncio.to_thread(writer.close)

    app = App(title="leadlink", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.add_exception_handler(HTTPException, _elsewhere)
    app.endpoint, app.exports, app.state.graph = Endpoint(build_schema(), *asking), Exports(*asking), graph
    app.router.routes.extend(_graphiql(settings))
    _add_operations(app, graph, readiness, settings)
    if settings.desk:
        _add_desk(app, graph, settings)
    return app


def _query_context(settings: Settings, graph: Graph, writer: Writer, roles: Roles) -> QueryContext:
    """Return what plans ask with; nobody asks yet, and the vault is shut."""
    turns = Turns(settings.viewer_operations, settings.viewer_rows, settings.read_timeout_seconds)
    limits = Limits(settings.operation_rows, settings.answer_megabytes * 1024 * 1024, turns)
    written = WriteAccess(writer, settings.read_uid_key(), settings.access_days, roles)
    key = settings.read_token_key()
    probing = Probing(writer, key, settings.most_misses)
    return QueryContext(graph, Viewer("", (), ()), key, written, limits=limits, probing=probing)


def _vault(settings: Settings, log: AccessLog | None) -> Vault | None:
    """Return the vault, which stays shut where what is opened could not be written down; refuse a cipher that is not there."""
    vault = Vault(VaultPlace.of(settings))
    return vault if log else None


def _graphiql(settings: Settings) -> list[BaseRoute]:
    if not settings.demo:
        return []
    try:
        return graphiql_routes(ensure_built(settings.kept_cache), read_examples(EXAMPLES))
    except GraphServiceError as error:
        return missing_graphiql_routes(error)


def _add_desk(app: FastAPI, graph: Graph, settings: Settings) -> None:
    pages = DeskPages(lambda: find_built(settings.kept_cache, DESK), issuer_of(settings))
    app.mount("/assets", pages.assets(), name="desk-assets")
    add_sign_in(app, graph, settings)

    def page_or_nothing(request: Request, error: Exception) -> Response:
        """Return the desk for an address that only it knows, to who opens one; else that there is nothing."""
        found = isinstance(error, HTTPException) and error.status_code == 404 and pages.is_asked(request)
        return pages.index() if found else _elsewhere(request, error)

    app.add_exception_handler(HTTPException, page_or_nothing)


def _elsewhere(_: Request, error: Exception) -> Response:
    """Return that there is nothing: what lies beside the API has no words of a library either."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    code = NotFound.code if status == 404 else BadInput.code
    told = {"message": "there is nothing of this kind here", "extensions": {"code": code}}
    return JSONResponse({"errors": [told]}, status)


def _add_operations(app: FastAPI, graph: Graph, readiness: Readiness, settings: Settings) -> None:
    @app.get("/healthz")
    async def healthz() -> Response:
        """Return that the process lives."""
        return JSONResponse({"status": "ok"})

    @app.get("/readyz")
    async def readyz() -> Response:
        """Return whether questions are answered."""
        lacking = await readiness.lacking()
        return JSONResponse(lacking or {"status": "ready"}, 503 if lacking else 200)

    @app.get("/metrics")
    async def metrics(request: Request) -> Response:
        """Return the metrics in Prometheus' text form, to those who may read them."""
        if not may_read_metrics(request, settings):
            return JSONResponse({"status": "metrics are not for everybody"}, 403)
        text = request_counts() + await source_metrics(graph)
        return PlainTextResponse(text, media_type=CONTENT_TYPE_LATEST)
