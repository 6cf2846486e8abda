"""An issuer of tokens: its keys, what it publishes, and tokens that nobody would issue."""

import json
import time
import warnings
from typing import Any

import pytest
from joserfc import jws
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey

from graph_service.errors import NotAllowed
from graph_service.rights.viewer import Tokens

ISSUER, AUDIENCE = "https://login.city.example", "leadlink"
OLD, NEW = (ECKey.generate_key("P-256", {"kid": name}) for name in ("old", "new"))
RSA = RSAKey.generate_key(2048, {"kid": "rsa"})
ED = OKPKey.generate_key("Ed25519", {"kid": "ed"})
OTHER_ED = OKPKey.generate_key("Ed25519", {"kid": "ed2"})


def published(*keys: Key, **more: Any) -> str:
    return json.dumps({"keys": [each.as_dict(private=False) | more for each in keys]})


def usual(**claims: Any) -> dict[str, Any]:
    return {"sub": "o1", "exp": int(time.time()) + 600, "iss": ISSUER, "aud": AUDIENCE} | claims


def signed(key: Key, algorithm: str, claims: Any, **head: Any) -> str:
    """Return a token whose claims are whatever the JSON says, NaN included."""
    given = json.dumps(claims).encode() if not isinstance(claims, bytes) else claims
    registry = jws.JWSRegistry(algorithms=list(jws.JWSRegistry.algorithms), strict_check_header=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SecurityWarning)  # of the old name of Ed25519
        return jws.serialize_compact({"alg": algorithm, **head}, given, key, registry=registry)


def by_old(claims: Any, **head: Any) -> str:
    return signed(OLD, "ES256", claims, **({"kid": "old"} | head))


def refused(tokens: Tokens, token: str) -> None:
    with pytest.raises(NotAllowed):
        tokens.officer(token)
