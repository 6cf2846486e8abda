"""Odd claims and heads are refused, never a fault; clocks may differ; a setting names the claim of the officer."""

import json
import time
from base64 import urlsafe_b64encode
from typing import Any

import pytest

from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.unit.tokens.issuer import (
    ISSUER,
    by_old,
    refused,
    usual,
)

NAN, INFINITE = float("nan"), float("inf")
WITHOUT = object()
ODD_VALUES: dict[str, list[Any]] = {
    "exp": [NAN, INFINITE, -INFINITE, "4000000000", True, None, [], {}, WITHOUT, 10**400, 1e300, 4e12, -1, 0],
    "nbf": [None, "0", True, NAN, INFINITE, [0], {}, 4e9, 10**400, -1],
    "iat": [None, "0", True, NAN, 4e9, []],
    "aud": [1, None, {"leadlink": 1}, [["leadlink"]], ["leadlink", 1], True, "lead", [], WITHOUT],
    "iss": [None, 1, [ISSUER], {"a": ISSUER}, ISSUER + "/", WITHOUT],
    "sub": [None, 1, True, [], ["o1"], {}, "", " ", "o1\n", "\ud800", "o" * 201, WITHOUT],
}
ODD = [(claim, value) for claim, values in ODD_VALUES.items() for value in values]


@pytest.mark.parametrize(("claim", "value"), ODD, ids=[f"{claim}-{number}" for number, (claim, _) in enumerate(ODD)])
def test_an_odd_claim_is_refused(claim: str, value: Any, issued: Settings) -> None:
    claims = usual(**{claim: value})
    if value is WITHOUT:
        del claims[claim]
    tokens = Tokens(issued)

    refused(tokens, by_old(claims))
    assert tokens.officer(by_old(usual())) == "o1"


@pytest.mark.parametrize(
    "body", [b"[]", b"1", b'"x"', b"null", b"", b"{", b"\xff", b"[" * 5000, b'{"a":' * 3000, b"9" * 6000]
)
def test_claims_that_are_no_claims_are_refused(body: bytes, issued: Settings) -> None:
    refused(Tokens(issued), by_old(body))


@pytest.mark.parametrize(
    "head",
    [
        {"alg": "none"}, {"alg": "HS256"}, {"alg": None}, {"alg": 1}, {"alg": ["ES256"]}, {"alg": {}}, {}, [], 1, None,
        {"alg": "ES256", "kid": 1}, {"alg": "ES256", "kid": ["old"]}, {"alg": "ES256", "kid": {}},
        {"alg": "ES256", "crit": ["b64"], "b64": False}, {"alg": "ES256", "crit": 1}, {"alg": "ES256", "crit": ["x"], "x": 1},
        {"alg": "ES256", "kid": "other"},
    ],
)  # fmt: skip
def test_an_odd_head_is_refused(head: Any, issued: Settings) -> None:
    _, body, seal = by_old(usual()).split(".")
    odd = urlsafe_b64encode(json.dumps(head).encode()).decode().rstrip("=")
    tokens = Tokens(issued)

    for token in (f"{odd}.{body}.{seal}", f"{odd}.{body}.", f"{odd}.{body}", f"{odd}.{body}.{seal}.{seal}.{seal}"):
        refused(tokens, token)


def test_clocks_may_differ_by_a_minute(issued: Settings) -> None:
    tokens, now = Tokens(issued), time.time()

    assert tokens.officer(by_old(usual(exp=now - 50))) == "o1"
    assert tokens.officer(by_old(usual(nbf=now + 50, iat=now + 50))) == "o1"
    for late in ({"exp": now - 61}, {"nbf": now + 70}, {"iat": now + 70}):
        refused(tokens, by_old(usual(**late)))


def test_a_setting_says_which_claim_names_the_officer(issued: Settings) -> None:
    tokens = Tokens(issued.model_copy(update={"oidc_officer_claim": "https://city.example/staff.number"}))

    assert tokens.officer(by_old(usual(**{"https://city.example/staff.number": "o9"}))) == "o9"
    refused(tokens, by_old(usual()))
