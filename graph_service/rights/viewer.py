"""Who asks: the officer behind a token, and the audiences that the officer may read."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey

from graph_service.cypher.files import query
from graph_service.errors import BadInput, NotAllowed
from graph_service.graph import Graph
from graph_service.rights.roles import Grant, Roles
from graph_service.settings import Settings

_TOKEN_SECONDS = 12 * 3600
_REMEMBERED = 1024
_AGAIN = "ask for a new token"


@dataclass(frozen=True)
class Viewer:
    """The officer who asks, the teams the officer works in, the audiences open to them, and what their roles may do."""

    officer: str
    teams: tuple[str, ...]
    audiences: tuple[int, ...]
    grants: frozenset[Grant] = frozenset()

    @property
    def params(self) -> dict[str, Any]:
        """Return the parameters that every shared query filters by."""
        return {
            "viewer_audiences": list(self.audiences),
            "viewer_officer": self.officer,
            "viewer_teams": list(self.teams),
            "viewer_grants": sorted(self.grants),
        }


class Tokens:
    """Reads bearer tokens: those of the demo, signed by this installation, or those of an OIDC issuer."""

    def __init__(self, settings: Settings) -> None:
        self._issuer = settings.oidc_issuer
        self._audience = settings.oidc_audience
        self._own = OctKey.import_key(settings.read_token_key())
        self._keys = _read_keys(settings.oidc_jwks_file) if settings.oidc_jwks_file else None
        if (self._keys is None) != (self._issuer is None):
            what = "LEADLINK_OIDC_ISSUER and LEADLINK_OIDC_JWKS_FILE belong together, but only one is set"
            raise BadInput(what, "settings", "set both, or neither")
        self._read: dict[str, tuple[str, float]] = {}

    def sign(self, officer: str, seconds: int = _TOKEN_SECONDS) -> str:
        """Return a demo token for the officer."""
        now = int(time.time())
        return jwt.encode({"alg": "HS256"}, {"sub": officer, "iat": now, "exp": now + seconds}, self._own)

    def officer(self, token: str) -> str:
        """Return the officer that the token names, or refuse a forged or expired one."""
        subject, until = self._read.get(token) or self._remember(token)
        if until <= time.time():
            self._read.pop(token, None)
            raise NotAllowed("the token has expired", "Authorization header", _AGAIN)
        return subject

    def _remember(self, token: str) -> tuple[str, float]:
        claims = self._claims(token)
        subject, until = claims.get("sub"), claims.get("exp")
        if not isinstance(subject, str) or not isinstance(until, int | float):
            raise NotAllowed("the token names no officer or no end", "Authorization header", _AGAIN)
        if claims.get("nbf", 0) > time.time():
            raise NotAllowed("the token is not good yet", "Authorization header", _AGAIN)
        if len(self._read) >= _REMEMBERED:
            self._read.clear()
        self._read[token] = (subject, float(until))
        return self._read[token]

    def _claims(self, token: str) -> dict[str, Any]:
        try:
            if self._keys is None:
                return jwt.decode(token, self._own, algorithms=["HS256"]).claims
            claims = jwt.decode(token, self._keys, algorithms=["RS256", "ES256", "PS256", "EdDSA"]).claims
        except (JoseError, ValueError) as error:
            raise NotAllowed("the token is not one that was issued here", "Authorization header", _AGAIN) from error
        audience = claims.get("aud", [])
        wanted = self._audience is None or self._audience in ([audience] if isinstance(audience, str) else audience)
        if claims.get("iss") != self._issuer or not wanted:
            raise NotAllowed(
                "the token comes from another issuer or is for another service", "Authorization header", _AGAIN
            )
        return claims


def _read_keys(path: Path) -> KeySet:
    try:
        return KeySet.import_key_set(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, JoseError) as error:
        what = "LEADLINK_OIDC_JWKS_FILE does not hold the issuer's public keys"
        raise BadInput(what, str(path), "give a readable JSON file with `keys`") from error


class Viewers:
    """Knows the rights of officers as the graph has them, remembered for a moment."""

    def __init__(self, graph: Graph, seconds: float, roles: Roles) -> None:
        self._graph = graph
        self._roles = roles
        self._seconds = seconds
        self._known: dict[str, tuple[float, Viewer]] = {}

    async def read(self, officer: str) -> Viewer:
        """Return the viewer, or refuse an officer whom the graph does not know."""
        held = self._known.get(officer)
        if held and held[0] > time.monotonic():
            return held[1]
        file = query("rights/viewer")
        found = await self._graph.fetch(file.body, {"viewer_officer": officer}, file.name)
        if not found:
            raise NotAllowed("no officer has this token's name", "Authorization header", _AGAIN)
        teams = tuple(found[0])
        file = query("rights/audiences_of")
        audiences = await self._graph.fetch(file.body, {"viewer_tokens": self._roles.tokens(teams)}, file.name)
        viewer = Viewer(officer, teams, tuple(audiences[0]), self._roles.of(teams))
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[officer] = (time.monotonic() + self._seconds, viewer)
        return viewer
