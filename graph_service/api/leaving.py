"""The one exit: whatever is answered or refused, over HTTP or WebSocket, passes `leave` before its first byte leaves."""

from contextlib import suppress

from starlette.types import Message, Send

from graph_service.access_log.document import digest_of, name_of
from graph_service.access_log.entry import entry_of
from graph_service.access_log.log import AccessLog
from graph_service.api.requests import Trace
from graph_service.api.types.results import ErrorCode
from graph_service.errors import LogUnavailable, NotAllowed

WEBSOCKET = "WEBSOCKET"
_CLOSED_FOR = {4400: ErrorCode.INVALID.name, 4409: ErrorCode.BAD_INPUT.name, 4429: ErrorCode.BAD_INPUT.name}
# The library's own words would hold what the client sent: an id, a type of message, the name of a field.
_REASONS = {
    4400: "Bad request",
    4401: "Unauthorized",
    4403: "Forbidden",
    4406: "Subprotocol not acceptable",
    4408: "Connection initialisation timeout",
    4409: "Subscriber already exists",
    4429: "Too many initialisation requests",
}
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
            if code:
                message = {**message, "reason": _REASONS.get(code, "")}
            if code >= _REFUSED_FROM:
                trace = Trace(code=_CLOSED_FOR.get(code, NotAllowed.code))
                trace.asked.channel = WEBSOCKET
                with suppress(LogUnavailable):  # a closed connection tells nothing
                    await self.leave(trace)
            await send(message)

        return sending
