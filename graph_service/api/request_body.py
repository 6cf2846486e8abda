"""The body of a request to the API: bounded in size and depth, JSON, and what an operation needs."""

import json
from typing import Any

import orjson
from starlette.types import Message, Receive

from graph_service.errors import BadInput, TooMuch

MOST_BYTES = 256 * 1024  # a pasted list of 10,000 values fits
MOST_NESTING = 32
_OPTIONAL: tuple[tuple[str, type, str], ...] = (
    ("variables", dict, "the variables are not an object"),
    ("operationName", str, "the name of the operation is not a text"),
    ("extensions", dict, "the extensions are not an object"),
)


async def read_body(receive: Receive) -> bytes:
    """Return the whole body, or refuse one that is too large or breaks off."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise BadInput("the body breaks off", "request body", "send it whole")
        part = message.get("body", b"")
        size += len(part)
        if size > MOST_BYTES:
            raise TooMuch(
                f"the body is larger than {MOST_BYTES} bytes", "request body", "send a shorter document or fewer values"
            )
        parts.append(part)
        if not message.get("more_body"):
            break
    return b"".join(parts)


def again(body: bytes) -> Receive:
    """Return what gives a body that was read once more."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def decode(text: str | bytes) -> object:
    """Return what JSON says; refuse what is none, or is nested too deep, as json does."""
    if _nesting(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text) > MOST_NESTING:
        raise json.JSONDecodeError("nested too deep", "", 0)
    return orjson.loads(text)


def replaced(given: dict[str, Any], document: str) -> tuple[dict[str, Any], bytes]:
    """Return what a body asks with another text of its operation, and the body that asks so."""
    asked = {**given, "query": document}
    return asked, orjson.dumps(asked)


def parse(body: bytes) -> dict[str, Any]:
    """Return what the body asks, or refuse what is no operation."""
    if _nesting(body) > MOST_NESTING:
        raise BadInput("the body is nested too deep", "request body", f"stay within {MOST_NESTING} levels")
    try:
        given = orjson.loads(body)
    except ValueError as error:
        raise BadInput("the body is not JSON", "request body", 'send {"query": "…", "variables": {…}}') from error
    if not isinstance(given, dict) or not isinstance(given.get("query"), str):
        raise BadInput("there is no query", "request body", 'send {"query": "…", "variables": {…}}')
    for name, kind, what in _OPTIONAL:
        if given.get(name) is not None and not isinstance(given[name], kind):
            raise BadInput(what, "request body", 'send {"variables": {…}, "operationName": "…"}')
    return given


def _nesting(body: bytes) -> int:
    """Return the most brackets open at once outside texts, found without the recursion that it guards against."""
    if body.count(b"[") + body.count(b"{") <= MOST_NESTING:
        return 0
    depth = most = 0
    in_text = escaped = False
    for byte in body:
        if in_text:
            in_text, escaped = (byte != 34 or escaped), byte == 92 and not escaped
        elif byte == 34:
            in_text = True
        elif byte in b"[{":
            depth += 1
            most = max(most, depth)
        elif byte in b"]}":
            depth -= 1
    return most
