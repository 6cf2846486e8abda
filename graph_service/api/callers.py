"""What the head of a request says: the token in its forms, and the page of a browser that sends it."""

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from starlette.types import Scope

from graph_service.api.media_types import GRAPHQL, JSON
from graph_service.errors import BadInput, GraphServiceError, NotAllowed
from graph_service.rights.sessions import Sessions
from graph_service.rights.viewer import Tokens, Viewer, Viewers

PURPOSE = "x-purpose"  # header that says why somebody asks

# What the page of another site may send. There is no cookie here: its token goes in a header, which a page has to know.
PREFLIGHT = {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": f"authorization, content-type, {PURPOSE}",
    "Access-Control-Max-Age": "600",
}


def header(scope: Scope, wanted: bytes) -> str:
    """Return the value of a header, empty where there is none."""
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")


def plain(scope: Scope) -> Scope:
    """Return the scope with a head that asks for nothing but JSON in one piece, whatever the client's says: others stream."""
    kept = [(name, value) for name, value in scope["headers"] if name != b"accept"]
    return {**scope, "headers": [*kept, (b"accept", JSON.encode())]}


def bearer(credentials: str) -> str | None:
    """Return the token of an Authorization header, or nothing where it holds none."""
    kind, _, token = credentials.partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def token_of_connection(given: Mapping[str, Any] | None) -> str | None:
    """Return the token with which a WebSocket begins, wherever clients put it: at the top or under `headers`, in any case."""
    credentials = _of_connection(given, "authorization")
    return None if credentials is None else bearer(credentials)


def purpose_of_request(scope: Scope, extensions: Mapping[str, Any] | None) -> str | None:
    """Return the purpose that a request states: in its header, UTF-8 or percent-encoded, or among its extensions."""
    told = header(scope, PURPOSE.encode())
    if told:
        return unquote(told.encode("latin-1").decode("utf-8", "replace"))
    purpose = (extensions or {}).get("purpose")
    return purpose if isinstance(purpose, str) else None


def purpose_of_connection(given: Mapping[str, Any] | None) -> str | None:
    """Return the purpose that the first message of a WebSocket states, where a header could stand or as `purpose`."""
    return _of_connection(given, PURPOSE) or _of_connection(given, "purpose")


def _of_connection(given: Mapping[str, Any] | None, wanted: str) -> str | None:
    parts: list[Any] = [given, (given or {}).get("headers")]
    for part in parts:
        for name, value in part.items() if isinstance(part, Mapping) else ():
            if str(name).lower() == wanted and isinstance(value, str):
                return value
    return None


class Callers:
    """Knows who asks, by the token."""

    def __init__(self, tokens: Tokens, viewers: Viewers, sessions: Sessions | None = None) -> None:
        self._tokens, self._viewers, self._sessions = tokens, viewers, sessions

    async def viewer(self, token: str | None, *, is_used: bool = True) -> Viewer:
        """Return who asks, or refuse a missing, forged or expired token, or one unused for long; a look that the service makes is no use."""
        if not token:
            raise NotAllowed("there is no bearer token", "Authorization header", "send `Authorization: Bearer <token>`")
        officer = self._tokens.remembered(token)
        if officer is None:
            officer = await asyncio.to_thread(self._tokens.officer, token)
        if self._sessions:
            self._sessions.require(token, self._tokens.end_of(token), is_used=is_used)
        return await self._viewers.read(officer)


def shared_with(scope: Scope, allowed: frozenset[str]) -> list[tuple[bytes, bytes]]:
    """Return the headers by which a browser lets the page of another site read an answer; none where that is not one of ours."""
    origin = header(scope, b"origin")
    if origin.lower() not in allowed:
        return []
    return [
        (b"access-control-allow-origin", origin.encode("latin-1")),
        (b"access-control-expose-headers", b"x-request-id"),
    ]


def is_preflight(scope: Scope, allowed: frozenset[str]) -> bool:
    """Return whether a browser asks beforehand if the page of a site that is one of ours may send its request."""
    is_asked = scope["method"] == "OPTIONS" and header(scope, b"access-control-request-method")
    return bool(is_asked) and header(scope, b"origin").lower() in allowed


def refuse_foreign(scope: Scope, allowed: frozenset[str]) -> None:
    """Refuse what the page of another site sends: a browser says in Origin whose page it is."""
    origin = header(scope, b"origin")
    if not origin or origin.lower() in allowed:
        return
    if urlsplit(origin).netloc.lower() != header(scope, b"host").lower():
        raise NotAllowed(
            "the request comes from the page of another site",
            "header Origin",
            "name the site in LEADLINK_ORIGINS if it is one of yours",
        )


def refused_by_head(
    scope: Scope, media: str | None, allowed: frozenset[str]
) -> tuple[GraphServiceError, int, dict[str, str]] | None:
    """Return why a request is refused for what its head says, whoever asks, with the status and its headers."""
    if scope["method"] != "POST":
        return BadInput("operations come by POST", "request method", "send a POST"), 405, {"Allow": "POST"}
    try:
        refuse_foreign(scope, allowed)
    except GraphServiceError as error:
        return error, 403, {}
    if media is None:
        return (
            BadInput("no answer is of a kind that is accepted", "header Accept", f"accept {GRAPHQL} or {JSON}"),
            406,
            {},
        )
    return None
