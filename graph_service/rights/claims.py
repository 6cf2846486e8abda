"""What a token must say, claim by claim: anything of another type, and anything that is missing, is refused."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Never

from graph_service.errors import NotAllowed

WHERE = "Authorization header"
AGAIN = "ask for a new token"
LEEWAY = 60.0  # seconds by which the clocks of an issuer and of this machine may differ
_LATEST = 253_402_300_800  # the year 10000: a later end is milliseconds, or no end at all
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Expected:
    """What a token is held to: by whom it was issued, for which service, where it names the officer."""

    issuer: str | None = None
    audience: str | None = None
    officer: str = "sub"
    leeway: float = 0.0


def officer_of(claims: Mapping[str, Any], expected: Expected) -> tuple[str, float]:
    """Return the officer whom the claims name and the second at which the token ends, or refuse them."""
    if expected.issuer is not None:
        _require_origin(claims, expected)
    name, end = claims.get(expected.officer), _moment(claims.get("exp"))
    if not isinstance(name, str) or not _is_name(name) or end is None:
        _refuse("the token names no officer or no end")
    now = time.time()
    for claim in ("nbf", "iat"):
        begin = _moment(claims[claim]) if claim in claims else 0.0
        if begin is None or begin > now + expected.leeway:
            _refuse("the token is not good yet")
    until = end + expected.leeway
    if until <= now:
        refuse_expired()
    return name, until


def refuse_expired() -> Never:
    """Refuse a token whose time is over."""
    _refuse("the token has expired")


def _require_origin(claims: Mapping[str, Any], expected: Expected) -> None:
    named = claims.get("aud", [])
    audiences = [named] if isinstance(named, str) else named
    listed = isinstance(audiences, list) and all(isinstance(each, str) for each in audiences)
    meant = listed and (expected.audience is None or expected.audience in audiences)
    if claims.get("iss") != expected.issuer or not meant:
        _refuse("the token comes from another issuer or is for another service")


def _moment(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _LATEST:
        return None
    return float(value)


def _is_name(text: str) -> bool:
    return bool(text.strip()) and text.isprintable() and len(text) <= _LONGEST_NAME


def _refuse(what: str) -> Never:
    raise NotAllowed(what, WHERE, AGAIN)
