"""Cursors of lists: opaque, signed, bound to the list they came from."""

import base64
import hmac
from dataclasses import dataclass
from typing import Any

import orjson

from graph_service.errors import BadInput

_FORM = b"3"  # a cursor of an earlier form of the keys is refused, not misread
_SEAL = 8  # bytes; enough to tell a cursor of ours from anything else


@dataclass(frozen=True)
class Position:
    """Where a page ended: the tie-breaking values and, where the list is sorted, the sort value."""

    tie: list[Any]
    key: Any = None


def write_cursor(secret: bytes, place: str, values: list[Any]) -> str:
    """Return the cursor of a row of the list called `place`."""
    body = orjson.dumps(values)
    return base64.urlsafe_b64encode(_seal(secret, place, body) + body).decode().rstrip("=")


def read_cursor(secret: bytes, place: str, cursor: str) -> Position:
    """Return the position, or refuse a cursor that this list did not give out."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        seal, body = raw[:_SEAL], raw[_SEAL:]
        if not hmac.compare_digest(seal, _seal(secret, place, body)):
            raise ValueError("seal")
        return Position(*orjson.loads(body))
    except (ValueError, TypeError) as error:
        raise BadInput(
            "the cursor is not one that this list gave out", "argument after", "start from the first page"
        ) from error


def _seal(secret: bytes, place: str, body: bytes) -> bytes:
    return hmac.digest(secret, _FORM + place.encode() + b"\0" + body, "sha256")[:_SEAL]
