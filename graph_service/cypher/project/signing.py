"""Who signs the cursors of nested lists and of the journal: known only while a request is answered, which shapes outlive."""

import base64
import hmac
from contextvars import ContextVar
from functools import cache
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from graph_service.cypher.lists.cursor import write_cursor
from graph_service.errors import BadInput

CURSOR_KEY: ContextVar[bytes] = ContextVar("CURSOR_KEY")
_JOURNAL = b"changes"
_HITS, _HIT = b"hits", "hit_"
_ENDS = 2


def signed(place: str, values: list[Any]) -> str:
    """Return the cursor of a row with these sort values in the list called `place`."""
    return write_cursor(CURSOR_KEY.get(), place, values)


def as_of(place: list[Any]) -> str:
    """Return what tells up to where in the journal of changes somebody has looked: number and uid of the last, and of where they began.

    It is encrypted, the same place always alike: from the numbers one could tell how much happened that one may not know of.
    """
    sealed = _cipher(CURSOR_KEY.get()).encrypt(orjson.dumps(place), [_JOURNAL])
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def journal_place(given: str, where: str) -> list[Any]:
    """Return the place that `as_of` told, number and uid of the last and of where it began, or refuse what it did not."""
    try:
        sealed = base64.urlsafe_b64decode(given + "=" * (-len(given) % 4))
        place: list[Any] = orjson.loads(_cipher(CURSOR_KEY.get()).decrypt(sealed, [_JOURNAL]))
    except (InvalidTag, ValueError) as error:
        raise BadInput(
            "this is neither an `asOf` of this service nor a time",
            where,
            "take it from an answer of `changes`, or give a day such as 2026-03-01",
        ) from error
    return place if len(place) > _ENDS else [*place, *place]  # one of an earlier edition told of no pages


def hit_id(told: list[str]) -> str:
    """Return the id of a hit: who asks, about what, of which channel and team; nothing of any matter.

    It is encrypted, for one officer always alike, for two never.
    """
    return _HIT + base64.urlsafe_b64encode(
        _hits(CURSOR_KEY.get()).encrypt(orjson.dumps(told), [_HITS])
    ).decode().rstrip("=")


def told_by_hit(given: str) -> list[str]:
    """Return what `hit_id` was made of, or nothing where it made no such id."""
    try:
        text = given.removeprefix(_HIT)
        sealed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        told: list[str] = orjson.loads(_hits(CURSOR_KEY.get()).decrypt(sealed, [_HITS]))
    except (InvalidTag, ValueError):
        return []
    return told


@cache
def _hits(secret: bytes) -> AESSIV:
    return AESSIV(hmac.digest(secret, _HITS, "sha512"))


@cache
def _cipher(secret: bytes) -> AESSIV:
    return AESSIV(hmac.digest(secret, _JOURNAL, "sha512"))
