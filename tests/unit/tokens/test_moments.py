"""When a token is good, to the second, and in which words it is refused."""

import json
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from graph_service.errors import BadInput, NotAllowed
from graph_service.rights.claims import LEEWAY, Expected, officer_of
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings, read_settings
from tests.unit.tokens.clock import NOW, Clock
from tests.unit.tokens.issuer import ISSUER

_YEAR_10000 = 253_402_300_800
_LONGEST = 16 * 1024


def _named(**more: Any) -> dict[str, Any]:
    return {"sub": "o1", "exp": NOW + 600} | more


@pytest.mark.parametrize(("stated", "leeway"), [
    ({"exp": NOW + 1}, 0.0), ({"exp": NOW - 59}, 60.0), ({"exp": _YEAR_10000 - 1}, 0.0),
    ({"nbf": NOW}, 0.0), ({"nbf": NOW + 60}, 60.0), ({"iat": NOW + 60}, 60.0), ({"nbf": 0}, 0.0), ({"iat": 0}, 0.0),
    ({"sub": "o" * 200}, 0.0), ({"iss": "anybody", "aud": 7}, 0.0),
])  # fmt: skip
def test_a_token_within_its_time_is_good(stated: dict[str, Any], leeway: float, clock: Clock) -> None:
    told = _named(**stated)

    assert officer_of(told, Expected(leeway=leeway)) == (told["sub"], told["exp"] + leeway)


@pytest.mark.parametrize(("stated", "leeway", "words"), [
    ({"exp": NOW}, 0.0, "the token has expired"), ({"exp": NOW - 60}, 60.0, "the token has expired"),
    ({"exp": 0}, 0.0, "the token has expired"),
    ({"exp": _YEAR_10000}, 0.0, "the token names no officer or no end"),
    ({"exp": -1}, 0.0, "the token names no officer or no end"),
    ({"sub": "o" * 201}, 0.0, "the token names no officer or no end"),
    ({"nbf": NOW + 1}, 0.0, "the token is not good yet"), ({"iat": NOW + 61}, 60.0, "the token is not good yet"),
])  # fmt: skip
def test_a_token_out_of_its_time_is_refused_and_says_why(
    stated: dict[str, Any], leeway: float, words: str, clock: Clock
) -> None:
    with pytest.raises(NotAllowed) as caught:
        officer_of(_named(**stated), Expected(leeway=leeway))

    assert (caught.value.what, caught.value.where, caught.value.mend) == (
        words, "Authorization header", "ask for a new token",
    )  # fmt: skip


def test_a_token_of_another_issuer_is_refused_and_clocks_may_differ_by_a_minute() -> None:
    with pytest.raises(NotAllowed) as caught:
        officer_of(_named(iss="another"), Expected(issuer=ISSUER))

    assert caught.value.what == "the token comes from another issuer or is for another service"
    assert LEEWAY == 60.0


def test_what_is_remembered_ends_with_the_token(settings: Settings, clock: Clock) -> None:
    tokens = Tokens(settings)
    token = tokens.sign("o1", 60)
    assert tokens.remembered(token) is None, "nobody has read it yet"
    tokens.officer(token)

    clock.now = NOW + 59
    assert tokens.remembered(token) == "o1"
    clock.now = NOW + 60
    assert tokens.remembered(token) is None
    tokens.require_keys()  # nothing is required where no issuer is set


@pytest.mark.parametrize(("length", "is_good"), [(_LONGEST, True), (_LONGEST + 1, False), (_LONGEST + 4, False)])
def test_a_token_has_a_greatest_length(length: int, is_good: bool, settings: Settings) -> None:
    tokens, key = Tokens(settings), OctKey.import_key(settings.read_token_key())
    told = {"sub": "o1", "exp": 4_000_000_000, "x": ""}
    begun = len(jwt.encode({"alg": "HS256"}, told, key))
    found = [
        token
        for more in range((length - begun) * 3 // 4 - 8, (length - begun) * 3 // 4 + 8)
        if len(token := jwt.encode({"alg": "HS256"}, told | {"x": "a" * more}, key)) == length
    ]
    if not found:
        pytest.skip("no token has just this length")

    if is_good:
        assert tokens.officer(found[0]) == "o1"
    else:
        with pytest.raises(NotAllowed, match="not one that was issued here"):
            tokens.officer(found[0])


def test_a_head_of_no_algorithm_of_ours_is_refused_before_any_key_is_tried(
    issued: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = Tokens(issued)
    tried: list[tuple[object, ...]] = []

    def note(*asked: object) -> tuple[()]:
        tried.append(asked)
        return ()

    assert tokens._keys is not None
    monkeypatch.setattr(tokens._keys, "fitting", note)
    for head in ({"alg": "HS256", "kid": "old"}, {"alg": "ES256", "kid": 1}):
        text = urlsafe_b64encode(json.dumps(head).encode()).decode().rstrip("=")
        with pytest.raises(NotAllowed):
            tokens.officer(f"{text}.e30.x")

    assert tried == []


def test_keys_come_from_one_place(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        Tokens(
            read_settings(
                home=tmp_path, oidc_issuer=ISSUER, oidc_jwks_file=tmp_path / "k", oidc_jwks_url="https://k.example"
            )
        )

    assert caught.value.what == "LEADLINK_OIDC_JWKS_FILE and LEADLINK_OIDC_JWKS_URL are both set"
