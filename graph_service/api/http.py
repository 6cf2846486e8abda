"""`POST /graphql`: who asks, what may come in, and the short way for operations that are compiled already."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import orjson
import structlog
from cross_web import HTTPException
from graphql import DocumentNode
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry import UNSET
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from graph_service.api.asked_fields import asked_fields
from graph_service.api.gone import ClientGone, until_gone
from graph_service.api.plan.plan import QueryContext
from graph_service.api.queries.execute import CompiledExecution, OperationContext, answer, leave
from graph_service.api.request_body import parse, read_body
from graph_service.api.requests import Trace, tell
from graph_service.api.schema import ApiSchema
from graph_service.errors import BadInput, GraphServiceError, NotAllowed, places_of
from graph_service.rights.viewer import Tokens, Viewer, Viewers

_KNOWN = 512
_ASKED = "leadlink.asked"  # where the scope of a request holds who asks, and what is told of it
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_SENT = [
    (b"content-type", b"application/json"),
    *((name.lower().encode(), value.encode()) for name, value in _HEADERS.items()),
]
_log = structlog.get_logger("api")
_STATUS = {"UNAUTHENTICATED": 401, "GRAPH_UNAVAILABLE": 503, "LIMIT_EXCEEDED": 413}


@dataclass(frozen=True)
class KnownOperation:
    """A document that was parsed and validated, and the root fields that its operation asks for."""

    document: DocumentNode
    fields: tuple[str, ...]


class Endpoint(GraphQL[OperationContext, None]):
    """The GraphQL endpoint: JSON over POST, graphql-transport-ws over WebSocket, nothing else."""

    def __init__(
        self,
        schema: ApiSchema,
        query_context: QueryContext,
        viewers: Viewers,
        tokens: Tokens,
        log_requests: bool = False,
    ) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            allow_queries_via_get=False,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL],
            connection_init_wait_timeout=timedelta(seconds=5),
            max_subscriptions_per_connection=10,
        )
        self._schema = schema
        self._query_context = query_context
        self._viewers = viewers
        self._tokens = tokens
        self._log_requests = log_requests
        self._known: OrderedDict[tuple[str, str | None], KnownOperation] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        trace = Trace()
        named = (b"x-request-id", trace.request.encode())

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], named]
            await send(message)

        try:
            response = await self._answer(scope, receive, trace)
            await response(scope, receive, told)
        except ClientGone:
            trace.code = "GONE"
        finally:
            tell(trace, self._log_requests)

    async def _answer(self, scope: Scope, receive: Receive, trace: Trace) -> ASGIApp:
        try:
            return await self._answer_or_refuse(scope, receive, trace)
        except GraphServiceError as error:
            trace.code = error.code
            return _refusal(error)
        except ClientGone:
            raise
        except Exception as error:
            trace.code = GraphServiceError.code
            _log.error("fault", log_id=trace.request, **places_of(error))
            return _refusal(GraphServiceError("a fault of the service", trace.request, "give this id to support"), 500)

    async def _answer_or_refuse(self, scope: Scope, receive: Receive, trace: Trace) -> ASGIApp:
        if scope["method"] != "POST":
            trace.code = BadInput.code
            return _refusal(
                BadInput("operations come by POST", "request method", "send a POST"), 405, {"Allow": "POST"}
            )
        query_context = self.query_context(await self.viewer(_token(_header(scope, b"authorization"))))
        trace.officer = query_context.viewer.officer
        body = await read_body(receive)
        return await until_gone(lambda: self._answer_body(scope, body, query_context, trace), receive)

    async def _answer_body(self, scope: Scope, body: bytes, query_context: QueryContext, trace: Trace) -> ASGIApp:
        if _header(scope, b"content-type").partition(";")[0].strip().lower() != "application/json":
            trace.code = BadInput.code
            return _refusal(
                BadInput("the body is not declared as JSON", "header Content-Type", "send application/json"), 415
            )
        given = parse(body)
        known = self._known.get((given["query"], given.get("operationName")))
        context = self._context(query_context, trace)
        if known and (short := await self._short(known, given, context)):
            return short
        scope[_ASKED] = context
        return await self._long(Request(scope, _again(body)))

    async def _short(self, known: KnownOperation, given: dict[str, Any], context: OperationContext) -> "_Answer | None":
        schema, variables = self._schema._schema, given.get("variables") or {}
        compiled = CompiledExecution.compiler.read(schema, known.document, given.get("operationName"), variables)
        data = await answer(compiled, schema, variables, context) if compiled else None
        if data is None:
            return None
        await leave(context, known.fields, data)
        return _Answer(orjson.dumps({"data": data}))

    async def _long(self, request: Request) -> Response:
        try:
            response = await self.run(request)
        except HTTPException as error:
            raise BadInput(error.reason, "request", "see the documentation of the API") from error
        response.headers.update(_HEADERS)
        return response

    def query_context(self, viewer: Viewer) -> QueryContext:
        """Return what plans need to ask the graph as this viewer."""
        return replace(self._query_context, viewer=viewer)

    async def viewer(self, token: str | None) -> Viewer:
        """Return who asks, or refuse a missing, forged or expired token."""
        if not token:
            raise NotAllowed("there is no bearer token", "Authorization header", "send `Authorization: Bearer <token>`")
        officer = self._tokens.remembered(token)
        if officer is None:
            officer = await asyncio.to_thread(self._tokens.officer, token)
        return await self._viewers.read(officer)

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> OperationContext:
        """Return the context of an operation; over WebSocket the viewer comes with `connection_init`."""
        asked: OperationContext | None = request.scope.get(_ASKED)
        return asked or self._context(self.query_context(Viewer("", (), ())), Trace())

    def _context(self, query_context: QueryContext, trace: Trace) -> OperationContext:
        return OperationContext(query_context, remember=self.remember, trace=trace, log_requests=self._log_requests)

    async def on_ws_connect(self, context: OperationContext) -> Any:
        """Let a WebSocket in whose first message holds a good token, refuse every other."""
        given = (context.connection_params or {}).get("Authorization")
        token = _token(str(given or ""))

        async def renew() -> QueryContext:
            return self.query_context(await self.viewer(token))

        try:
            await renew()
        except GraphServiceError as error:
            raise ConnectionRejectionError({"code": error.code}) from error
        context.renew = renew
        return UNSET

    def encode_json(self, data: object) -> str:
        """Return the answer as text; a WebSocket would send bytes as a binary frame, which its protocol forbids."""
        return orjson.dumps(data).decode()

    def remember(self, query: str, name: str | None, document: DocumentNode) -> None:
        """Keep a document that was parsed and validated, so that its next request takes the short way."""
        self._known[(query, name)] = KnownOperation(document, asked_fields(self._schema._schema, document, name))
        if len(self._known) > _KNOWN:
            self._known.popitem(last=False)


class _Answer:
    """The answer of the short way, sent without a response's own handling of headers."""

    __slots__ = ("_body",)

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [*_SENT, (b"content-length", b"%d" % len(self._body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self._body})


def _header(scope: Scope, wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")


def _token(credentials: str) -> str | None:
    kind, _, token = credentials.partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def _refusal(error: GraphServiceError, status: int | None = None, headers: dict[str, str] | None = None) -> Response:
    extensions = {"code": error.code, "where": error.where, "mend": error.mend}
    body = orjson.dumps({"errors": [{"message": str(error), "extensions": extensions}]})
    return Response(body, status or _STATUS.get(error.code, 400), _HEADERS | (headers or {}), "application/json")


def _again(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
