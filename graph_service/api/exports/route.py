"""`POST /exports/unit-pack`, `/exports/circular`: an answer as a file, for the same token, by the rights, limits and log of `POST /graphql`."""

import json
from collections.abc import Mapping
from dataclasses import replace

import structlog
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from graph_service.access_log.entry import purpose_of
from graph_service.api.answers import HEADERS, refusal
from graph_service.api.callers import Callers, bearer, header, purpose_of_request, refused_by_head, shared_with
from graph_service.api.exports.making import make_export, require_purpose, told_code
from graph_service.api.exports.wanted import MEDIA, CircularWanted, PackWanted, Wanted, read_wanted
from graph_service.api.leaving import Exit
from graph_service.api.media_types import JSON
from graph_service.api.plan.context import QueryContext
from graph_service.api.request_body import decode, read_body
from graph_service.api.requests import Trace, tell
from graph_service.cypher.project.returned import RETURNED
from graph_service.errors import BadInput, GraphServiceError, places_of
from graph_service.settings import Settings

PATH, CIRCULAR = "/exports/unit-pack", "/exports/circular"
PATHS: Mapping[str, type[Wanted]] = {PATH: PackWanted, CIRCULAR: CircularWanted}
_log = structlog.get_logger("exports")


class Exports:
    """The endpoint of every export."""

    def __init__(self, query_context: QueryContext, callers: Callers, exit: Exit, settings: Settings) -> None:
        self._query_context, self._callers, self._exit, self._home = query_context, callers, exit, settings.home
        self._log_requests, self._origins = settings.log_requests, frozenset(settings.allowed_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; nothing leaves before it is written down."""
        trace = Trace()
        trace.asked.channel = "EXPORT"
        RETURNED.set(trace.asked.returned)
        try:
            response = await self._answered(scope, receive, trace)
            try:
                await self._exit.leave(trace)
            except GraphServiceError as error:
                trace.code, response = error.code, refusal(error, JSON)
            response.headers["x-request-id"] = trace.request
            for name, value in shared_with(scope, self._origins):
                response.headers[name.decode()] = value.decode("latin-1")
            await response(scope, receive, send)
        finally:
            tell(trace, self._log_requests)

    async def _answered(self, scope: Scope, receive: Receive, trace: Trace) -> Response:
        try:
            await self._exit.require()
            return await self._answer(scope, receive, trace)
        except Exception as error:
            trace.asked.returned.clear()
            trace.code = told_code(error)
            if isinstance(error, GraphServiceError) and error.code != GraphServiceError.code:
                return refusal(error, JSON)
            _log.error("fault", log_id=trace.request, **places_of(error))
            return refusal(
                GraphServiceError("a fault of the service", trace.request, "give this id to support"), JSON, 500
            )

    async def _answer(self, scope: Scope, receive: Receive, trace: Trace) -> Response:
        if refused := refused_by_head(scope, JSON, self._origins):
            error, status, headers = refused
            trace.code = error.code
            return refusal(error, JSON, status, headers)
        trace.asked.purpose = purpose_of(purpose_of_request(scope, None))
        viewer = await self._callers.viewer(bearer(header(scope, b"authorization")))
        trace.asks(viewer)
        body = await read_body(receive)
        try:
            wanted = read_wanted(PATHS[scope["path"]], decode(body))
        except json.JSONDecodeError as error:
            raise BadInput(
                "the body is no JSON", "request body", "send an object with what is wanted, and form"
            ) from error
        require_purpose(trace.asked.purpose)
        trace.asked.channel = f"EXPORT_{wanted.form.name}"
        made = await make_export(replace(self._query_context, viewer=viewer), wanted, trace, self._home)
        named = {"Content-Disposition": f'attachment; filename="{made.name}"'}
        return Response(made.body, 200, HEADERS | named, MEDIA[wanted.form])
