"""The keys of an issuer change, come from an address, and fit by kind."""

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import Key

from graph_service.errors import BadInput, GraphUnavailable
from graph_service.rights import issuer_keys
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings, read_settings
from tests.unit.tokens.issuer import (
    AUDIENCE,
    ED,
    ISSUER,
    NEW,
    OLD,
    OTHER_ED,
    RSA,
    by_old,
    published,
    refused,
    signed,
    usual,
)


def test_a_withdrawn_key_is_good_no_longer_and_a_new_one_at_once(
    issued: Settings, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = Tokens(issued)
    old, new = by_old(usual()), signed(NEW, "ES256", usual(), kid="new")
    assert tokens.officer(old) == tokens.remembered(old) == "o1"
    refused(tokens, new)

    file.write_text(published(NEW))
    assert tokens.officer(new) == "o1"
    refused(tokens, old)
    assert tokens.remembered(old) is None

    file.write_text('{"keys": []}')
    assert tokens.remembered(new) == "o1", "the file was looked at a moment ago"
    monkeypatch.setattr(issuer_keys, "_LOOK_SECONDS", 0.0)
    refused(tokens, new)


def test_a_remembered_token_of_a_withdrawn_key_is_read_again_within_moments(
    issued: Settings, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = Tokens(issued)
    old = by_old(usual())
    tokens.officer(old)

    draft = file.with_name("draft")
    draft.write_text(published(NEW))
    draft.replace(file)
    monkeypatch.setattr(issuer_keys, "_LOOK_SECONDS", 0.0)

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
    spoilt: list[dict[str, Any]] = [{"key_ops": 1}, {"alg": []}, {"crv": {}}]
    odd: list[Any] = [{"kty": "EC", "crv": "P-256", "kid": "old"}, {"kty": "new kind"}, {"kty": []}]
    odd += [json.loads(published(OLD, **more))["keys"][0] for more in spoilt]
    file.write_text(json.dumps({"keys": [*odd, *json.loads(published(OLD))["keys"]]}))

    assert Tokens(issued).officer(by_old(usual())) == "o1"


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
    tokens = Tokens(fetched)
    assert address.asked == 0
    assert [tokens.officer(by_old(usual())) for _ in range(5)] == ["o1"] * 5
    assert address.asked == 1

    address.body = published(NEW).encode()
    monkeypatch.setattr(issuer_keys, "_UNKNOWN_SECONDS", 0.0)
    assert tokens.officer(signed(NEW, "ES256", usual(), kid="new")) == "o1"
    monkeypatch.undo()
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
