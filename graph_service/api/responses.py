"""How answers and refusals are sent over HTTP."""

import orjson
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from graph_service.errors import GraphServiceError

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_SENT = [
    (b"content-type", b"application/json"),
    *((name.lower().encode(), value.encode()) for name, value in HEADERS.items()),
]
_STATUS = {"UNAUTHENTICATED": 401, "GRAPH_UNAVAILABLE": 503, "LOG_UNAVAILABLE": 503, "LIMIT_EXCEEDED": 413}


class Answer:
    """The answer of the short way, sent without a response's own handling of headers."""

    __slots__ = ("_body",)

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        headers = [*_SENT, (b"content-length", b"%d" % len(self._body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self._body})


def refusal(error: GraphServiceError, status: int | None = None, headers: dict[str, str] | None = None) -> Response:
    """Return the response that tells a refusal, under the status of its code."""
    body = orjson.dumps({"errors": [told(error)]})
    return Response(body, status or _STATUS.get(error.code, 400), HEADERS | (headers or {}), "application/json")


def told(error: GraphServiceError) -> dict[str, object]:
    """Return the refusal as an error of GraphQL."""
    extensions = {"code": error.code, "where": error.where, "mend": error.mend}
    return {"message": str(error), "extensions": extensions}


def again(body: bytes) -> Receive:
    """Return what hands on a body that was read already."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
