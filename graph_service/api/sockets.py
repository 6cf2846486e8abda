"""The WebSocket: the same gate and the same limits as over HTTP, message by message."""

from collections.abc import Mapping
from typing import Any, cast

import structlog
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler, Operation
from strawberry.subscriptions.protocols.graphql_transport_ws.types import Message as ProtocolMessage

from graph_service.access_log.entry import purpose_of
from graph_service.api.answers import told
from graph_service.api.callers import purpose_of_connection
from graph_service.api.leaving import WEBSOCKET, Exit
from graph_service.api.queries.execute import OperationContext
from graph_service.api.requests import TRACE, Trace, tell
from graph_service.cypher.project.returned import RETURNED
from graph_service.errors import GraphServiceError, LogUnavailable, TooMuch, places_of

_LONGEST_ID = 200
_FIELDS: tuple[tuple[str, type, bool], ...] = (
    ("query", str, True),
    ("variables", dict, False),
    ("operationName", str, False),
    ("extensions", dict, False),
)
_log = structlog.get_logger("api")


class LoggedSocket(BaseGraphQLTransportWSHandler[OperationContext, None]):
    """Speaks graphql-transport-ws; each operation passes the gate, each result is written down before it is sent."""

    async def handle_message(self, message: ProtocolMessage) -> None:
        """Take one message of the client; what has not the form of one closes the connection."""
        if _is_formed(message):
            await super().handle_message(message)
        else:
            await self.handle_invalid_message("")

    async def handle_task_exception(self, error: Exception) -> None:
        """Log where a fault arose; its text may hold values."""
        _log.error("fault", **places_of(error))

    async def run_operation(self, operation: Operation[OperationContext, None]) -> None:
        """Answer one operation."""
        trace = self._trace()
        self._exit.describe(trace, operation.query, operation.operation_name)
        TRACE.set(trace)
        RETURNED.set(trace.asked.returned)
        try:
            operation.query = await self._admitted(operation.query, trace)
        except GraphServiceError as error:
            trace.code = error.code
            tell(trace, self.context.log_requests)
            errors: Any = [told(error)]
            await operation.send_operation_message({"id": operation.id, "type": "error", "payload": errors})
            return
        await super().run_operation(operation)

    async def send_message(self, message: ProtocolMessage) -> None:
        """Send one message of the protocol."""
        if message["type"] in {"next", "error"}:
            message = await self._leave(cast(dict[str, Any], message))
        await super().send_message(message)

    async def _admitted(self, document: str, trace: Trace) -> str:
        """Return the text that is run, as whoever asks may ask now: a right ends while the connection goes on."""
        context = self.context.query_context
        if context.gate.is_closed and self.context.renew:
            context = await self.context.renew(True)
            trace.asks(context.viewer)
        return context.gate.admit(document, context.viewer)

    async def _leave(self, message: dict[str, Any]) -> ProtocolMessage:
        trace = TRACE.get(None)
        if trace is None:  # refused before it became an operation: too many at once
            trace = self._trace()
            trace.code = TooMuch.code
            refused = TooMuch("too many operations at once", "this WebSocket", "wait until one of them is complete")
            message = {**message, "payload": [told(refused)]}
        try:
            self.view.encode_json(message)  # what is too large to be sent is no answer
        except TooMuch as error:
            trace.code = error.code
            trace.asked.returned.clear()
            message = _instead(message, error)
        payload = message["payload"]
        trace.answered(payload.get("data") if isinstance(payload, Mapping) else None)
        try:
            await self._exit.leave(trace)
        except LogUnavailable as error:
            trace.code = error.code
            message = _instead(message, error)
        trace.asked.returned.clear()
        return cast(ProtocolMessage, message)

    def _trace(self) -> Trace:
        trace = Trace()
        trace.asks(self.context.query_context.viewer)
        trace.asked.channel = WEBSOCKET
        trace.asked.purpose = purpose_of(purpose_of_connection(self.context.connection_params))
        return trace

    @property
    def _exit(self) -> Exit:
        return cast(Exit, self.view.exit)  # type: ignore[attr-defined]


def _instead(message: dict[str, Any], error: GraphServiceError) -> dict[str, Any]:
    errors = [told(error)]
    return {**message, "payload": errors if message["type"] == "error" else {"data": None, "errors": errors}}


def _is_formed(message: object) -> bool:
    """Return whether a message has the form of one: fields of the right types, an id that is no book."""
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        return False
    if message["type"] not in {"subscribe", "complete"}:
        return True
    number = message.get("id")
    if not isinstance(number, str) or not 0 < len(number) <= _LONGEST_ID:
        return False
    return message["type"] == "complete" or _is_asking(message.get("payload"))


def _is_asking(payload: object) -> bool:
    return isinstance(payload, dict) and all(
        isinstance(payload.get(name), kind) or (payload.get(name) is None and not is_needed)
        for name, kind, is_needed in _FIELDS
    )
