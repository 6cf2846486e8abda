"""The public keys of an issuer, from a file or an address: read again when they change and when a key is not known."""

import json
import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key

from graph_service.errors import BadInput, GraphServiceError, GraphUnavailable
from graph_service.settings import Settings

ALGORITHMS = {
    "RS256": ("RSA", None),
    "PS256": ("RSA", None),
    "ES256": ("EC", "P-256"),
    # One algorithm under two names: RFC 8037 called it EdDSA, RFC 9864 Ed25519.
    "EdDSA": ("OKP", "Ed25519"),
    "Ed25519": ("OKP", "Ed25519"),
}
_PARTS = {"kty", "n", "e", "crv", "x", "y"}  # what makes a public key; the rest says what it is for
_LOOK_SECONDS = 1.0  # between two looks at a file
_FETCH_SECONDS = 300.0  # between two looks at an address
_UNKNOWN_SECONDS = 10.0  # between two fetches because of keys that are not known
_TIMEOUT = 5.0
_MOST_BYTES = 1 << 20
_log = logging.getLogger("leadlink.tokens")


class IssuerKeys:
    """The keys of one issuer; safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self._file = settings.oidc_jwks_file
        self._url = settings.oidc_jwks_url
        self._lock = threading.Lock()
        self._keys: tuple[dict[str, Any], ...] = ()
        self._stamp: tuple[int, ...] = ()
        self._looked = self._fetched = float("-inf")
        self.edition = 0  # grows with every change of the keys
        if self._file:
            self._read_file()

    def require(self) -> None:
        """Refuse an issuer whose keys cannot be had now."""
        self._look(force=True, strict=True)

    @property
    def is_fresh(self) -> bool:
        """Return whether the keys were looked at a moment ago."""
        return time.monotonic() < self._looked + (_LOOK_SECONDS if self._file else _FETCH_SECONDS)

    def look(self) -> None:
        """Read the keys again if they may have changed; keep the present ones when they cannot be had."""
        if not self.is_fresh:
            self._look()

    def look_for_unknown(self) -> bool:
        """Read the keys again because one is missing, not too often; return whether they have changed."""
        before = self.edition
        if self._file or time.monotonic() > self._fetched + _UNKNOWN_SECONDS:
            self._look(force=True)
        return self.edition != before

    def fitting(self, algorithm: str, key_id: str | None) -> Iterator[Key]:
        """Yield the keys that may have signed: of the algorithm's kind, for signing, and of this id where one is given."""
        kind, curve = ALGORITHMS[algorithm]
        for each in self._keys:
            named = key_id is None or each.get("kid") == key_id
            if named and each.get("kty") == kind and curve in (None, each.get("crv")) and _may_sign(each, algorithm):
                try:
                    yield JWKRegistry.import_key({name: each[name] for name in each if name in _PARTS})
                except (JoseError, ValueError, TypeError, KeyError):
                    _log.warning("a key of the issuer cannot be used")

    def _look(self, force: bool = False, strict: bool = False) -> None:
        with self._lock:
            if not force and self.is_fresh:
                return  # another thread has looked meanwhile
            try:
                self._read_file() if self._file else self._fetch()
            except GraphServiceError as error:
                if strict:
                    raise
                _log.warning("the keys of the issuer stay as they are: %s", error)
            self._looked = time.monotonic()

    def _read_file(self) -> None:
        where = str(self._file)
        try:
            found = (self._file or Path()).stat()
            stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
            if stamp != self._stamp:
                self._take((self._file or Path()).read_bytes(), "LEADLINK_OIDC_JWKS_FILE", where)
                self._stamp = stamp
        except OSError as error:
            raise _no_keys("LEADLINK_OIDC_JWKS_FILE", where) from error

    def _fetch(self) -> None:
        url = self._url or ""
        self._fetched = time.monotonic()
        try:
            with httpx.stream("GET", url, timeout=_TIMEOUT) as answer:
                answer.raise_for_status()
                body = b"".join(_bounded(answer.iter_bytes(), url))
        except httpx.HTTPStatusError as error:
            raise _no_keys("LEADLINK_OIDC_JWKS_URL", url) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            what = f"the issuer's keys cannot be fetched ({type(error).__name__})"
            raise GraphUnavailable(what, url, "start the issuer, or correct LEADLINK_OIDC_JWKS_URL") from error
        self._take(body, "LEADLINK_OIDC_JWKS_URL", url)

    def _take(self, body: bytes, name: str, where: str) -> None:
        try:
            keys = json.loads(body)["keys"]
            known = tuple(each for each in keys if each.get("kty") in ("RSA", "EC", "OKP"))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise _no_keys(name, where) from error
        # An issuer may withdraw every key; at the start, none is a mistake.
        if not known and not self.edition:
            raise _no_keys(name, where)
        if known != self._keys:
            self._keys = known
            self.edition += 1


def _may_sign(key: dict[str, Any], algorithm: str) -> bool:
    uses, meant = key.get("key_ops"), key.get("alg")
    same = ("EdDSA", "Ed25519")
    fits = meant in (None, algorithm) or (meant in same and algorithm in same)
    verifies = uses is None or (isinstance(uses, list) and "verify" in uses)
    return fits and verifies and key.get("use") in (None, "sig")


def _bounded(parts: Iterator[bytes], url: str) -> Iterator[bytes]:
    size = 0
    for part in parts:
        size += len(part)
        if size > _MOST_BYTES:
            raise _no_keys("LEADLINK_OIDC_JWKS_URL", url)
        yield part


def _no_keys(name: str, where: str) -> BadInput:
    return BadInput(f"{name} does not hold the issuer's public keys", where, "give readable JSON with `keys`")
