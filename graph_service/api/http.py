"""`POST /graphql`: who asks, what may come in, and the short way for operations that are compiled already."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import orjson
import structlog
from cross_web import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry import UNSET
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http import GraphQLHTTPResponse
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from graph_service.access_log.entry import purpose_of
from graph_service.api.answers import HEADERS, Answer, bounded, is_request_error, refusal
from graph_service.api.callers import (
    PREFLIGHT,
    Callers,
    bearer,
    header,
    is_preflight,
    plain,
    purpose_of_request,
    refuse_foreign,
    refused_by_head,
    shared_with,
    token_of_connection,
)
from graph_service.api.known_operations import KnownOperation, KnownOperations
from graph_service.api.leaving import Exit
from graph_service.api.media_types import GRAPHQL, JSON, accepted
from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import CompiledExecution, OperationContext, answer
from graph_service.api.request_body import again, decode, parse, read_body, replaced
from graph_service.api.requests import Trace, tell
from graph_service.api.schema import ApiSchema
from graph_service.api.sockets import LoggedSocket
from graph_service.api.watch import Watch
from graph_service.cypher.project.returned import RETURNED
from graph_service.errors import BadInput, GraphServiceError, places_of
from graph_service.rights.viewer import Viewer
from graph_service.settings import Settings

_FORBIDDEN = 4403  # what a WebSocket is closed with
_ASKED = "leadlink.asked"  # where the scope of a request holds who asks, and what is told of it
_MEDIA = "leadlink.media"  # and in which form its answer goes out
_log = structlog.get_logger("api")


class Endpoint(GraphQL[OperationContext, None]):
    """The GraphQL endpoint: JSON over POST, graphql-transport-ws over WebSocket, nothing else."""

    graphql_transport_ws_handler_class = LoggedSocket

    def __init__(
        self,
        schema: ApiSchema,
        query_context: QueryContext,
        callers: Callers,
        exit: Exit,
        settings: Settings,
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
        self._callers = callers
        self.exit = exit
        self._log_requests, self._origins = settings.log_requests, frozenset(settings.allowed_origins)
        self._known = KnownOperations(schema._schema)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._connect(scope, receive, send)
            return
        trace = Trace()
        RETURNED.set(trace.asked.returned)
        scope[_MEDIA] = accepted(header(scope, b"accept"))
        further = [(b"x-request-id", trace.request.encode()), *shared_with(scope, self._origins)]

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *further]
            await send(message)

        watch = Watch(receive)
        try:
            response = await self._left(scope, await self._answer(scope, watch.receive, trace), trace)
            watch.end()
            await response(scope, receive, told)
        except asyncio.CancelledError:
            if not watch.is_gone:
                raise
            trace.code = "GONE"
        finally:
            watch.end()
            tell(trace, self._log_requests)

    async def _connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        sending = self.exit.closing(send)
        try:
            refuse_foreign(scope, self._origins)
        except GraphServiceError:
            await sending({"type": "websocket.close", "code": _FORBIDDEN})
            return
        try:
            await super().__call__(scope, receive, sending)
        except Exception as error:  # the server would log its text, which may hold values
            _log.error("fault", **places_of(error))

    async def _left(self, scope: Scope, response: ASGIApp, trace: Trace) -> ASGIApp:
        try:
            await self.exit.leave(trace)
        except GraphServiceError as error:
            trace.code = error.code
            return refusal(error, scope[_MEDIA])
        return response

    async def _answer(self, scope: Scope, receive: Receive, trace: Trace) -> ASGIApp:
        try:
            await self.exit.require()
            return await self._answer_or_refuse(scope, receive, trace)
        except Exception as error:
            trace.asked.returned.clear()
            trace.code = error.code if isinstance(error, GraphServiceError) else GraphServiceError.code
            if isinstance(error, GraphServiceError) and error.code != GraphServiceError.code:
                return refusal(error, scope[_MEDIA])
            _log.error("fault", log_id=trace.request, **places_of(error))
            fault = GraphServiceError("a fault of the service", trace.request, "give this id to support")
            return refusal(fault, scope[_MEDIA], 500)

    async def _answer_or_refuse(self, scope: Scope, receive: Receive, trace: Trace) -> ASGIApp:
        media = scope[_MEDIA]
        if is_preflight(scope, self._origins):
            return Response(status_code=204, headers=HEADERS | PREFLIGHT)
        if refused := refused_by_head(scope, media, self._origins):
            error, status, headers = refused
            trace.code = error.code
            return refusal(error, media, status, headers)
        trace.asked.purpose = purpose_of(purpose_of_request(scope, None))
        query_context = self.query_context(await self._callers.viewer(bearer(header(scope, b"authorization"))))
        trace.asks(query_context.viewer)
        body = await read_body(receive)
        if header(scope, b"content-type").partition(";")[0].strip().lower() != JSON:
            trace.code = BadInput.code
            return refusal(
                BadInput("the body is not declared as JSON", "header Content-Type", f"send {JSON}"), media, 415
            )
        given = parse(body)
        trace.asked.purpose = purpose_of(purpose_of_request(scope, given.get("extensions")))
        self.exit.describe(trace, given["query"], given.get("operationName"))
        document = query_context.gate.admit(given["query"], query_context.viewer)
        if document != given["query"]:
            given, body = replaced(given, document)
        known = self._known.read(document, given.get("operationName"))
        context = self._context(query_context, trace)
        if known and (short := await self._short(known, given, context)):
            return Answer(short, media)
        scope[_ASKED] = context
        return await self._long(Request(plain(scope), again(body)))

    async def _short(self, known: KnownOperation, given: dict[str, Any], context: OperationContext) -> bytes | None:
        schema, variables = self._schema._schema, given.get("variables") or {}
        compiled = CompiledExecution.compiler.read(schema, known.document, given.get("operationName"), variables)
        data = await answer(compiled, schema, variables, context) if compiled else None
        if data is None:
            return None
        context.trace.fields = known.fields
        context.trace.answered(data)
        told = {"extensions": context.extensions} if context.priced else {}
        return bounded(orjson.dumps({"data": data, **told}), self._query_context.limits.bytes)

    async def _long(self, request: Request) -> Response:
        try:
            response = await self.run(request)
        except HTTPException as error:
            raise BadInput(
                "no operation of the document can be run", "request", "say in operationName which to run"
            ) from error
        response.headers.update(HEADERS)
        return response

    async def get_sub_response(self, request: Request | WebSocket) -> Response:
        """Return what an answer begins from: in which form it is to go out."""
        begun = await super().get_sub_response(request)
        begun.media_type = request.scope.get(_MEDIA, JSON)
        return begun

    def create_response(
        self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response
    ) -> Response:
        """Return the answer in its form; in that of GraphQL, a document that was not executed has no data and is a bad request."""
        media = sub_response.media_type
        if media == GRAPHQL and isinstance(response_data, dict) and is_request_error(dict(response_data)):
            del response_data["data"]
            sub_response.status_code = 400
        response = super().create_response(response_data, sub_response)
        response.headers["content-type"] = media or JSON
        return response

    def decode_json(self, data: str | bytes) -> object:
        """Return what a message of a WebSocket says; refuse one that is nested too deep as one that cannot be read."""
        return decode(data)

    def query_context(self, viewer: Viewer) -> QueryContext:
        """Return what plans need to ask the graph as this viewer."""
        return replace(self._query_context, viewer=viewer)

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> OperationContext:
        """Return the context of an operation; over WebSocket the viewer comes with `connection_init`."""
        asked: OperationContext | None = request.scope.get(_ASKED)
        return asked or self._context(self.query_context(Viewer("", (), ())), Trace())

    def _context(self, query_context: QueryContext, trace: Trace) -> OperationContext:
        return OperationContext(
            query_context, remember=self._known.remember, trace=trace, log_requests=self._log_requests
        )

    async def on_ws_connect(self, context: OperationContext) -> Any:
        """Let a WebSocket in whose first message holds a good token, refuse every other."""
        token = token_of_connection(context.connection_params)

        async def renew(is_used: bool = True) -> QueryContext:
            return self.query_context(await self._callers.viewer(token, is_used=is_used))

        try:
            await self.exit.require()
            context.query_context = await renew()
        except GraphServiceError as error:
            raise ConnectionRejectionError({"code": error.code}) from error
        context.renew = renew
        return UNSET

    def encode_json(self, data: object) -> str:
        """Return the answer as text; a WebSocket would send bytes as a binary frame, which its protocol forbids."""
        return bounded(orjson.dumps(data), self._query_context.limits.bytes).decode()
