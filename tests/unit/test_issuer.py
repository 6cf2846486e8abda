"""The keys of an issuer change, come from an address, fit by kind; odd claims are refused, never a fault."""

import json
import os
import threading
import time
import warnings
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from joserfc import jws
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey

from graph_service.errors import BadInput, GraphUnavailable, NotAllowed
from graph_service.rights import issuer_keys
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings, read_settings

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


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "jwks.json"
    path.write_text(published(OLD))
    return path


@pytest.fixture
def issued(tmp_path: Path, file: Path) -> Settings:
    return read_settings(home=tmp_path, oidc_issuer=ISSUER, oidc_jwks_file=file, oidc_audience=AUDIENCE)


def refused(tokens: Tokens, token: str) -> None:
    with pytest.raises(NotAllowed):
        tokens.officer(token)


def test_a_withdrawn_key_is_good_no_longer_and_a_new_one_at_once(issued: Settings, file: Path) -> None:
    tokens = Tokens(issued)
    old, new = by_old(usual()), signed(NEW, "ES256", usual(), kid="new")
    assert tokens.officer(old) == tokens.remembered(old) == "o1"
    refused(tokens, new)

    file.write_text(published(NEW))
    assert tokens.officer(new) == "o1"
    refused(tokens, old)
    assert tokens.remembered(old) is None

    file.write_text('{"keys": []}')
    time.sleep(1.1)
    refused(tokens, new)


def test_a_remembered_token_of_a_withdrawn_key_is_read_again_within_moments(issued: Settings, file: Path) -> None:
    tokens = Tokens(issued)
    old = by_old(usual())
    tokens.officer(old)

    draft = file.with_name("draft")
    draft.write_text(published(NEW))
    draft.replace(file)
    time.sleep(1.1)

    assert tokens.remembered(old) is None
    refused(tokens, old)


@pytest.mark.parametrize("broken", ["", "{", "[]", "{}", '{"keys": 1}', '{"keys": [1]}', None])
def test_while_a_file_is_broken_the_keys_stay(issued: Settings, file: Path, broken: str | None) -> None:
    tokens = Tokens(issued)
    tokens.officer(by_old(usual()))

    file.unlink()
    if broken is not None:
        file.write_text(broken)
    refused(tokens, signed(NEW, "ES256", usual(), kid="new"))

    assert tokens.officer(by_old(usual())) == "o1"


@pytest.mark.parametrize(
    ("key", "algorithm", "head"),
    [
        (OLD, "ES256", {}),
        (RSA, "RS256", {}),
        (RSA, "PS256", {"kid": "rsa"}),
        (ED, "EdDSA", {"kid": "ed"}),
        (ED, "Ed25519", {"kid": "ed"}),
        (OTHER_ED, "EdDSA", {}),
        (OTHER_ED, "Ed25519", {"typ": "at+jwt", "nonce": "of the issuer"}),
    ],
)
def test_every_key_that_fits_is_tried(
    key: Key, algorithm: str, head: dict[str, str], issued: Settings, file: Path
) -> None:
    file.write_text(published(NEW, OLD, RSA, ED, OTHER_ED))

    assert Tokens(issued).officer(signed(key, algorithm, usual(), **head)) == "o1"


@pytest.mark.parametrize("stated", ["EdDSA", "Ed25519"])
@pytest.mark.parametrize("algorithm", ["EdDSA", "Ed25519"])
def test_a_key_for_one_name_of_the_algorithm_is_for_both(
    stated: str, algorithm: str, issued: Settings, file: Path
) -> None:
    file.write_text(published(ED, alg=stated, use="sig", key_ops=["verify"]))

    assert Tokens(issued).officer(signed(ED, algorithm, usual(), kid="ed")) == "o1"


@pytest.mark.parametrize(
    "more", [{"use": "enc"}, {"alg": "ES384"}, {"key_ops": ["encrypt"]}, {"key_ops": 1}, {"use": []}]
)
def test_a_key_for_something_else_does_not_sign(more: dict[str, Any], issued: Settings, file: Path) -> None:
    file.write_text(published(OLD, **more))

    refused(Tokens(issued), by_old(usual()))


def test_a_key_that_cannot_be_used_spoils_no_other(issued: Settings, file: Path) -> None:
    odd: list[Any] = [{"kty": "EC", "crv": "P-256", "kid": "old"}, {"kty": "new kind"}, {"kty": []}]
    odd += [json.loads(published(OLD, **more))["keys"][0] for more in ({"key_ops": 1}, {"alg": []}, {"crv": {}})]
    file.write_text(json.dumps({"keys": [*odd, *json.loads(published(OLD))["keys"]]}))

    assert Tokens(issued).officer(by_old(usual())) == "o1"


NAN, INFINITE = float("nan"), float("inf")
WITHOUT = object()
ODD: list[tuple[str, Any]] = [
    *(
        ("exp", value)
        for value in (NAN, INFINITE, -INFINITE, "4000000000", True, None, [], {}, WITHOUT, 10**400, 1e300)
    ),
    *(("exp", value) for value in (4e12, -1, 0)),
    *(("nbf", value) for value in (None, "0", True, NAN, INFINITE, [0], {}, 4e9, 10**400, -1)),
    *(("iat", value) for value in (None, "0", True, NAN, 4e9, [])),
    *(
        ("aud", value)
        for value in (1, None, {"leadlink": 1}, [["leadlink"]], ["leadlink", 1], True, "lead", [], WITHOUT)
    ),
    *(("iss", value) for value in (None, 1, [ISSUER], {"a": ISSUER}, ISSUER + "/", WITHOUT)),
    *(("sub", value) for value in (None, 1, True, [], ["o1"], {}, "", " ", "o1\n", "\ud800", "o" * 201, WITHOUT)),
]


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


class Published(HTTPServer):
    """The address of an issuer; it counts how often it is asked."""

    asked = 0
    body = b""
    status = 200


class Answering(BaseHTTPRequestHandler):
    server: Published

    def do_GET(self) -> None:
        self.server.asked += 1
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[Published]:
    with Published(("127.0.0.1", 0), Answering) as server:
        server.body = published(OLD).encode()
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def fetched(address: Published, tmp_path: Path) -> Settings:
    url = f"http://127.0.0.1:{address.server_port}/keys"
    return read_settings(home=tmp_path, oidc_issuer=ISSUER, oidc_jwks_url=url, oidc_audience=AUDIENCE)


def test_keys_of_an_address_are_fetched_again_for_an_unknown_one(
    address: Published, fetched: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuer_keys, "_UNKNOWN_SECONDS", 0.3)
    tokens = Tokens(fetched)
    assert address.asked == 0
    assert [tokens.officer(by_old(usual())) for _ in range(5)] == ["o1"] * 5
    assert address.asked == 1

    address.body = published(NEW).encode()
    time.sleep(0.3)
    assert tokens.officer(signed(NEW, "ES256", usual(), kid="new")) == "o1"
    refused(tokens, by_old(usual()))
    for _ in range(20):
        refused(tokens, by_old(usual(), kid="made up"))
    assert address.asked == 2, "made up keys do not make us ask each time"


def test_keys_of_an_address_are_fetched_again_after_a_while(
    address: Published, fetched: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = Tokens(fetched)
    token = by_old(usual())
    tokens.officer(token)
    assert tokens.remembered(token) == "o1"

    address.body = published(NEW).encode()
    monkeypatch.setattr(issuer_keys, "_FETCH_SECONDS", 0.0)

    assert tokens.remembered(token) is None
    refused(tokens, token)


def test_while_an_address_does_not_answer_the_keys_stay(
    address: Published, fetched: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuer_keys, "_FETCH_SECONDS", 0.0)
    monkeypatch.setattr(issuer_keys, "_UNKNOWN_SECONDS", 0.0)
    tokens = Tokens(fetched)
    tokens.officer(by_old(usual()))

    for address.status, address.body in [(500, b""), (200, b"<html>"), (200, b" " * (2 << 20)), (302, b"")]:
        refused(tokens, by_old(usual(), kid="other"))
        assert tokens.officer(by_old(usual())) == "o1"


def test_an_address_without_keys_is_refused_at_the_start(address: Published, fetched: Settings) -> None:
    Tokens(fetched).require_keys()
    for address.status, address.body in [(404, b""), (200, b"<html>"), (200, b'{"keys": []}')]:
        with pytest.raises(BadInput, match="LEADLINK_OIDC_JWKS_URL does not hold"):
            Tokens(fetched).require_keys()

    gone = fetched.model_copy(update={"oidc_jwks_url": "http://127.0.0.1:9/keys"})
    with pytest.raises(GraphUnavailable, match="cannot be fetched"):
        Tokens(gone).require_keys()


@pytest.mark.parametrize("url", ["http://login.city.example/keys", "ftp://127.0.0.1/keys", "https://", "keys.json"])
def test_an_address_that_others_could_change_on_the_way_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="LEADLINK_OIDC_JWKS_URL"):
        read_settings(home=tmp_path, oidc_issuer=ISSUER, oidc_jwks_url=url)


def test_one_place_of_keys_is_enough(issued: Settings) -> None:
    with pytest.raises(BadInput, match="both set"):
        Tokens(issued.model_copy(update={"oidc_jwks_url": "https://login.city.example/keys"}))


def test_the_file_is_looked_at_not_read_each_time(issued: Settings, file: Path) -> None:
    tokens = Tokens(issued)
    before = file.stat()
    file.write_text("x" * before.st_size)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert tokens.officer(by_old(usual())) == "o1"
