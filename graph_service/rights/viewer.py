"""Who asks: the officer behind a token, and the audiences that the officer may read."""

import contextlib
import json
import time
from base64 import urlsafe_b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from joserfc import jwt
from joserfc.errors import BadSignatureError, JoseError, UnsupportedAlgorithmError
from joserfc.jwk import Key, OctKey
from joserfc.jws import JWSRegistry

from graph_service.cypher.files import query
from graph_service.cypher.seen.sight import EVERYTHING, Sight
from graph_service.cypher.seen.tiers import BY_READERS, Tiers
from graph_service.cypher.seen.view import View
from graph_service.errors import BadInput, NotAllowed
from graph_service.graph import Graph
from graph_service.recusal.standing import Recusals
from graph_service.rights.audiences import of_kinds
from graph_service.rights.claims import AGAIN, LEEWAY, WHERE, Expected, officer_of, refuse_expired
from graph_service.rights.hits import NO_HITS, Hits, hits_among
from graph_service.rights.issuer_keys import ALGORITHMS, IssuerKeys
from graph_service.rights.roles import Given, Grant, Roles
from graph_service.rights.rounds import RoundOpenings, Tourer, round_rights
from graph_service.rights.tiers import tiers_of
from graph_service.settings import Settings

_TOKEN_SECONDS = 12 * 3600
_REMEMBERED = 1024
_LONGEST_TOKEN = 16 * 1024


@dataclass(frozen=True)
class Viewer:
    """The officer who asks, the teams the officer works in, the audiences open to them, what their roles may do and see."""

    officer: str
    teams: tuple[str, ...]
    audiences: tuple[int, ...]
    grants: frozenset[Grant] = frozenset()
    sight: Sight = EVERYTHING
    hits: Hits = NO_HITS
    tiers: Tiers = BY_READERS
    units: tuple[str, ...] = ()  # for which the officer answers tickets
    locked_until: str | None = None  # no look-ups until then: too many found nothing

    @property
    def view(self) -> View:
        """Return how the viewer looks at the graph."""
        return View(self.sight, self.tiers)

    @property
    def params(self) -> dict[str, Any]:
        """Return the parameters that every shared query filters by."""
        return {
            "viewer_audiences": list(self.audiences),
            "viewer_officer": self.officer,
            "viewer_teams": list(self.teams),
            "viewer_units": list(self.units),
            "viewer_grants": sorted(self.grants),
            "viewer_classes": sorted(map(str, self.sight.classes)),
            "viewer_hits": self.hits.params | {"closed": list(self.sight.closed)},
        }


class Tokens:
    """Reads bearer tokens: those of the demo, signed by this installation, or those of an OIDC issuer."""

    def __init__(self, settings: Settings) -> None:
        self._own = OctKey.import_key(settings.read_token_key())
        self._keys = _issuer_keys(settings)
        self._expected = Expected()
        if self._keys:
            issuer, audience = settings.oidc_issuer, settings.oidc_audience
            self._expected = Expected(issuer, audience, settings.oidc_officer_claim, LEEWAY)
        self._read: dict[str, tuple[str, float]] = {}
        self._edition = 0  # of the keys that the remembered tokens were checked with

    def sign(self, officer: str, seconds: int = _TOKEN_SECONDS) -> str:
        """Return a demo token for the officer."""
        now = int(time.time())
        return jwt.encode({"alg": "HS256"}, {"sub": officer, "iat": now, "exp": now + seconds}, self._own)

    def require_keys(self) -> None:
        """Refuse an issuer whose keys cannot be had now."""
        if self._keys:
            self._keys.require()

    def remembered(self, token: str) -> str | None:
        """Return the officer of a token that was read under the present keys, or None if it has to be read."""
        if self._keys and not self._keys.is_fresh:
            return None
        subject, until = self._known().get(token, (None, 0.0))
        return subject if until > time.time() else None

    def officer(self, token: str) -> str:
        """Return the officer that the token names, or refuse a forged or expired one; keys may have to be fetched."""
        if self._keys:
            self._keys.look()
        subject, until = self._known().get(token) or self._remember(token)
        if until <= time.time():
            self._read.pop(token, None)
            refuse_expired()
        return subject

    def end_of(self, token: str) -> float:
        """Return the second at which a token ends that was read just now."""
        return self._known().get(token, ("", time.time()))[1]

    def _known(self) -> dict[str, tuple[str, float]]:
        if self._keys and self._edition != self._keys.edition:
            self._edition, self._read = self._keys.edition, {}
        return self._read

    def _remember(self, token: str) -> tuple[str, float]:
        found = officer_of(self._claims(token), self._expected)
        known = self._known()
        if len(known) >= _REMEMBERED:
            known.clear()
        known[token] = found
        return found

    def _claims(self, token: str) -> Mapping[str, Any]:
        try:
            return self._checked(token)
        # What the library makes of a head or of claims that nobody would write is not listed anywhere.
        except (JoseError, ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError) as error:
            raise NotAllowed("the token is not one that was issued here", WHERE, AGAIN) from error

    def _checked(self, token: str) -> Mapping[str, Any]:
        if len(token) > _LONGEST_TOKEN:
            raise ValueError("too long")
        if self._keys is None:
            return _decoded(token, self._own, "HS256")
        head = json.loads(urlsafe_b64decode(token.partition(".")[0] + "=="))
        algorithm, key_id = head["alg"], head.get("kid")
        if algorithm not in ALGORITHMS or not isinstance(key_id, str | None):
            raise ValueError("no algorithm or key id of ours")
        signed = _signed_by(token, algorithm, self._keys.fitting(algorithm, key_id))
        if signed is None and self._keys.look_for_unknown():
            signed = _signed_by(token, algorithm, self._keys.fitting(algorithm, key_id))
        if signed is None:
            raise ValueError("no key fits")
        return signed


def _issuer_keys(settings: Settings) -> IssuerKeys | None:
    places = [each for each in (settings.oidc_jwks_file, settings.oidc_jwks_url) if each is not None]
    if len(places) > 1:
        what = "LEADLINK_OIDC_JWKS_FILE and LEADLINK_OIDC_JWKS_URL are both set"
        raise BadInput(what, "settings", "set one of them")
    if bool(places) != (settings.oidc_issuer is not None):
        what = "LEADLINK_OIDC_ISSUER and its keys (LEADLINK_OIDC_JWKS_FILE or LEADLINK_OIDC_JWKS_URL) belong together"
        raise BadInput(what, "settings", "set both, or neither")
    return IssuerKeys(settings) if places else None


def _signed_by(token: str, algorithm: str, keys: Iterable[Key]) -> Mapping[str, Any] | None:
    for key in keys:
        with contextlib.suppress(BadSignatureError):
            return _decoded(token, key, algorithm)
    return None


def _decoded(token: str, key: Key, algorithm: str) -> Mapping[str, Any]:
    return jwt.decode(token, key, registry=_Registry(algorithms=[algorithm], strict_check_header=False)).claims


class _Registry(JWSRegistry):
    """Takes one algorithm; EdDSA without the warning that the name is old, for most issuers write it still."""

    max_header_length = 8 * 1024  # an issuer may send its certificates along

    def get_alg(self, name: str) -> Any:
        if name not in (self.allowed or ()):
            raise UnsupportedAlgorithmError(name)
        return self.algorithms[name]


class Viewers:
    """Knows the rights of officers as the graph has them, remembered for a moment."""

    def __init__(self, graph: Graph, seconds: float, roles: Roles) -> None:
        self._graph = graph
        self._roles = roles
        self._seconds = seconds
        self._known: dict[str, tuple[float, Viewer]] = {}
        self._recusals = Recusals(graph)
        self._rounds = RoundOpenings(graph, roles)

    async def read(self, officer: str) -> Viewer:
        """Return the viewer, or refuse an officer whom the graph does not know."""
        known = self._known.get(officer)
        if known and known[0] > time.monotonic():
            return known[1]
        file = query("rights/viewer")
        found = await self._graph.fetch(file.body, {"viewer_officer": officer}, file.name)
        if not found:
            raise NotAllowed("no officer has this token's name", WHERE, AGAIN)
        teams, posts, given, held, declared = map(tuple, found[:5])
        file, tokens = query("rights/audiences_of"), self._roles.tokens(teams, posts)
        channels = self._roles.hit_channels(teams, posts)
        asked = {"viewer_tokens": tokens, "has_hits": bool(channels)}
        audiences, others = await self._graph.fetch(file.body, asked, file.name)
        grants, sight = self._roles.of(teams, posts), self._roles.sight(teams, posts)
        hits = hits_among(others, channels, self._roles, sight)
        opened = [uid for uid, *each in given if self._roles.keeps_access(Given(*each), teams, posts)]
        held += tuple(found[8]) if Grant.ANSWER_TICKETS in grants else ()
        tiers = await tiers_of(self._graph, [*opened, *held], self._roles, sight)
        shut = await self._recusals.shut(officer, found[5], declared, audiences)
        toured = Tourer(round_rights(self._roles, teams, posts), tuple(audiences), sight)
        tiers = replace(tiers.joined(await self._rounds.tiers(toured, found[5])), shut=shut)
        units = tuple(found[7]) if Grant.ANSWER_TICKETS in grants else ()
        viewer = Viewer(officer, teams, of_kinds(audiences, sight.classes), grants, sight, hits, tiers, units, found[6])
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[officer] = (time.monotonic() + self._seconds, viewer)
        return viewer
