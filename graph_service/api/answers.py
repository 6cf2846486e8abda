"""Answers as they leave: their headers, a refusal's status, and what came before anything was executed."""

from typing import Any

import orjson
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from graph_service.api.media_types import GRAPHQL, JSON
from graph_service.errors import GraphServiceError, TooMuch

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Vary": "Accept, Origin"}
_STATUS = {"UNAUTHENTICATED": 401, "GRAPH_UNAVAILABLE": 503, "LOG_UNAVAILABLE": 503, "LIMIT_EXCEEDED": 413}
_SENT = {
    media: [
        (b"content-type", media.encode()),
        *((name.lower().encode(), value.encode()) for name, value in HEADERS.items()),
    ]
    for media in (JSON, GRAPHQL)
}


class Answer:
    """The answer of the short way, sent without a response's own handling of headers."""

    __slots__ = ("_body", "_media")

    def __init__(self, body: bytes, media: str) -> None:
        self._body, self._media = body, media

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [*_SENT[self._media], (b"content-length", b"%d" % len(self._body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self._body})


def bounded(body: bytes, most: int) -> bytes:
    """Return the body of an answer, or refuse one that is too large to be sent."""
    if len(body) > most:
        what = f"the answer has {len(body):,} bytes, but may have {most:,}"
        raise TooMuch(what, "selection", "give smaller `first`, ask for fewer fields, or in parts and page on")
    return body


def refusal(
    error: GraphServiceError, media: str | None, status: int | None = None, headers: dict[str, str] | None = None
) -> Response:
    """Return the answer to a request of which nothing was executed."""
    body = orjson.dumps({"errors": [told(error)]})
    return Response(body, status or _STATUS.get(error.code, 400), HEADERS | (headers or {}), media or JSON)


def told(error: GraphServiceError) -> dict[str, object]:
    """Return the refusal as an error of GraphQL."""
    extensions = {"code": error.code, "where": error.where, "mend": error.mend}
    return {"message": str(error), "extensions": extensions}


def is_request_error(answer: dict[str, Any]) -> bool:
    """Return whether a document was not executed: its errors stand at no place of an answer."""
    return answer.get("data") is None and not any("path" in error for error in answer.get("errors", ()))
