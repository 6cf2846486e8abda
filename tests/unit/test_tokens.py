"""Bearer tokens: those that this installation signs, those of an issuer, and everything that is neither."""

import base64
import hmac
import json
import time
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, OKPKey, RSAKey

from graph_service.errors import BadInput, NotAllowed
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings, read_settings

ISSUER, AUDIENCE = "https://login.city.example", "leadlink"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(home=tmp_path)


def test_a_signed_token_names_its_officer(settings: Settings) -> None:
    tokens = Tokens(settings)

    assert tokens.officer(tokens.sign("o1")) == "o1"
    assert Tokens(settings).officer(tokens.sign("o1")) == "o1", "another worker reads it too"


def own(settings: Settings, claims: dict[str, Any], header: dict[str, str] | None = None) -> str:
    return jwt.encode(header or {"alg": "HS256"}, claims, OctKey.import_key(settings.read_token_key()))


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"exp": 4e9}, "names no officer or no end"),
        ({"sub": "o1"}, "names no officer or no end"),
        ({"sub": 1, "exp": 4e9}, "names no officer or no end"),
        ({"sub": "o1", "exp": "tomorrow"}, "names no officer or no end"),
        ({"sub": "o1", "exp": 1}, "expired"),
        ({"sub": "o1", "exp": 4e9, "nbf": 3.9e9}, "not good yet"),
    ],
)
def test_claims_that_do_not_hold_are_refused(claims: dict[str, Any], told: str, settings: Settings) -> None:
    with pytest.raises(NotAllowed, match=told):
        Tokens(settings).officer(own(settings, claims))


def test_what_another_key_signed_is_refused(settings: Settings, tmp_path: Path) -> None:
    other = Tokens(read_settings(home=tmp_path / "other"))

    for token in (other.sign("o1"), "", "x", "a.b.c", "é.é.é", Tokens(settings).sign("o1") + "x"):
        with pytest.raises(NotAllowed, match="not one that was issued here"):
            Tokens(settings).officer(token)


KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})


@pytest.fixture
def issued(tmp_path: Path) -> Settings:
    """Settings of an installation that trusts an issuer."""
    file = tmp_path / "jwks.json"
    file.write_text(json.dumps(KeySet([KEY]).as_dict(private=False)))
    return read_settings(home=tmp_path, oidc_issuer=ISSUER, oidc_jwks_file=file, oidc_audience=AUDIENCE)


def by_issuer(key: Any = KEY, algorithm: str = "RS256", **claims: Any) -> str:
    usual = {"sub": "o1", "exp": int(time.time()) + 60, "iss": ISSUER, "aud": AUDIENCE}
    return jwt.encode({"alg": algorithm, "kid": "one"}, usual | claims, key, algorithms=[algorithm])


@pytest.mark.parametrize("audience", [AUDIENCE, [AUDIENCE, "another"]])
def test_a_token_of_the_issuer_names_its_officer(audience: str | list[str], issued: Settings) -> None:
    assert Tokens(issued).officer(by_issuer(aud=audience)) == "o1"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://other.example"},
        {"aud": "another"},
        {"aud": f"{AUDIENCE} of another"},
        {"aud": []},
        {"iss": None},
    ],
)
def test_a_token_of_another_issuer_or_for_another_service_is_refused(claims: dict[str, Any], issued: Settings) -> None:
    with pytest.raises(NotAllowed, match="another issuer"):
        Tokens(issued).officer(by_issuer(**claims))


# Issuers go on naming EdDSA so, though RFC 9864 would have them name the curve.
@pytest.mark.filterwarnings("ignore:EdDSA is deprecated")
@pytest.mark.parametrize(
    ("algorithm", "key"),
    [("ES256", ECKey.generate_key("P-256")), ("EdDSA", OKPKey.generate_key("Ed25519")), ("PS256", KEY), ("RS256", KEY)],
    ids=["ES256", "EdDSA", "PS256", "RS256"],
)
def test_an_issuer_may_sign_in_any_of_the_usual_ways(algorithm: str, key: Any, tmp_path: Path) -> None:
    file = tmp_path / "jwks.json"
    file.write_text(json.dumps(KeySet([type(key).import_key({**key.as_dict(), "kid": "one"})]).as_dict(private=False)))
    trusting = read_settings(home=tmp_path, oidc_issuer=ISSUER, oidc_jwks_file=file, oidc_audience=AUDIENCE)

    assert Tokens(trusting).officer(by_issuer(key, algorithm)) == "o1"


def with_public_key_as_secret() -> str:
    head, claims, _ = by_issuer().split(".")
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"one"}').decode().rstrip("=")
    seal = hmac.digest(KEY.as_pem(private=False), f"{head}.{claims}".encode(), "sha256")
    return f"{head}.{claims}.{base64.urlsafe_b64encode(seal).decode().rstrip('=')}"


def test_where_an_issuer_is_trusted_nothing_else_is(issued: Settings, settings: Settings) -> None:
    other = RSAKey.generate_key(2048, {"kid": "one"})
    curve = ECKey.generate_key("P-256", {"kid": "one"})

    forged = [
        Tokens(settings).sign("o1"),
        by_issuer(other),
        by_issuer(curve, "ES256"),
        with_public_key_as_secret(),
    ]
    for token in forged:
        with pytest.raises(NotAllowed):
            Tokens(issued).officer(token)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"keys": [{"kty": "XX"}]}', None])
def test_a_file_without_keys_is_refused_at_the_start(text: str | None, tmp_path: Path) -> None:
    file = tmp_path / "jwks.json"
    if text is not None:
        file.write_text(text)

    with pytest.raises(BadInput, match="LEADLINK_OIDC_JWKS_FILE"):
        Tokens(read_settings(home=tmp_path, oidc_issuer=ISSUER, oidc_jwks_file=file))


def test_issuer_and_keys_belong_together(issued: Settings) -> None:
    for half in ({"oidc_issuer": None}, {"oidc_jwks_file": None}):
        with pytest.raises(BadInput, match="belong together"):
            Tokens(issued.model_copy(update=half))
