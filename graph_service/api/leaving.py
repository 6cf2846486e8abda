"""The one exit: whatever is answered or refused, over HTTP or WebSocket, passes `leave` before its first byte leaves."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast

from starlette.types import Message, Send
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler, Operation
from strawberry.subscriptions.protocols.graphql_transport_ws.types import Message as ProtocolMessage

from graph_service.access_log.document import digest_of, name_of
from graph_service.access_log.entry import entry_of, purpose_of
from graph_service.access_log.log import AccessLog
from graph_service.api.answers import told
from graph_service.api.callers import purpose_of_connection
from graph_service.api.queries.execute import OperationContext
from graph_service.api.requests import TRACE, Trace
from graph_service.api.types.results import ErrorCode
from graph_service.cypher.project.returned import RETURNED
from graph_service.errors import LogUnavailable, NotAllowed, TooMuch

WEBSOCKET = "WEBSOCKET"
_CLOSED_FOR = {4400: ErrorCode.INVALID.name, 4409: ErrorCode.BAD_INPUT.name, 4429: ErrorCode.BAD_INPUT.name}
_REFUSED_FROM = 4400  # lower numbers are those of a connection that ends in order


class Exit:
    """Writes down what leaves; `names` are the operations that the log may call by name."""

    def __init__(self, log: AccessLog | None, names: frozenset[str] = frozenset()) -> None:
        self._log = log
        self._names = names

    async def require(self) -> None:
        """Refuse while nothing could be written down: what is not answered need not be done."""
        if self._log:
            await self._log.require()

    async def leave(self, trace: Trace) -> None:
        """Return when the answer may be sent; refuse where it cannot be written down."""
        if self._log:
            await self._log.write(entry_of(trace.asked, trace.request, trace.fields, trace.outcome))

    def describe(self, trace: Trace, document: str, chosen: str | None) -> None:
        """Note which operation is asked for."""
        trace.asked.document = digest_of(document)
        trace.asked.name = name_of(document, chosen, self._names)

    def closing(self, send: Send) -> Send:
        """Return what sends to a WebSocket, and writes down when it is closed as a refusal."""

        async def sending(message: Message) -> None:
            code = message.get("code", 0) if message["type"] == "websocket.close" else 0
            if code >= _REFUSED_FROM:
                trace = Trace(code=_CLOSED_FOR.get(code, NotAllowed.code))
                trace.asked.channel = WEBSOCKET
                with suppress(LogUnavailable):  # a closed connection tells nothing
                    await self.leave(trace)
            await send(message)

        return sending


class LoggedSocket(BaseGraphQLTransportWSHandler[OperationContext, None]):
    """Speaks graphql-transport-ws; each result of an operation is written down before it is sent."""

    async def run_operation(self, operation: Operation[OperationContext, None]) -> None:
        """Answer one operation."""
        trace = self._trace()
        self._exit.describe(trace, operation.query, operation.operation_name)
        TRACE.set(trace)
        RETURNED.set(trace.asked.returned)
        await super().run_operation(operation)

    async def send_message(self, message: ProtocolMessage) -> None:
        """Send one message of the protocol."""
        if message["type"] in {"next", "error"}:
            message = await self._leave(cast(dict[str, Any], message))
        await super().send_message(message)

    async def _leave(self, message: dict[str, Any]) -> ProtocolMessage:
        trace = TRACE.get(None)
        if trace is None:  # refused before it became an operation: too many at once
            trace = self._trace()
            trace.code = TooMuch.code
        payload = message["payload"]
        trace.answered(payload.get("data") if isinstance(payload, Mapping) else None)
        try:
            await self._exit.leave(trace)
        except LogUnavailable as error:
            trace.code = error.code
            errors = [told(error)]
            message = {**message, "payload": errors if message["type"] == "error" else {"data": None, "errors": errors}}
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
