from __future__ import annotations

import gzip
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from starlette.requests import Request

from graph_service.app import create_app
from graph_service.embedded import Running
from graph_service.operation.desk_sign_in import is_of_this_machine, issuer_of
from graph_service.settings import read_settings
from graph_service.web.desk import DeskPages

HTML = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    page = folder / "page"
    (page / "assets").mkdir(parents=True)
    (page / "index.html").write_text('<meta name="style-nonce" content="%NONCE%">', encoding="utf-8")
    (page / "assets" / "a-1.js").write_text("export {}", encoding="utf-8")
    (page / "assets" / "a-1.js.gz").write_bytes(gzip.compress(b"export {}"))
    (folder / "secret").write_text("canary", encoding="utf-8")
    return page


@pytest.fixture(scope="module")
async def app(built: Path) -> AsyncIterator[FastAPI]:
    """The service in production, of a graph that is not asked for anything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph_service.app.find_built", lambda *_: built)
        settings = read_settings(home=built.parent / "home", neo4j_uri="bolt://127.0.0.1:9", neo4j_password="x")
        made = create_app(settings, Running("bolt://127.0.0.1:9", "neo4j", "x"))
        async with made.router.lifespan_context(made):
            yield made


@pytest.fixture
def site(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1")


@pytest.mark.parametrize("path", ["/", "/matter/clue_1", "/graph?of=clue_1"])
async def test_every_address_that_a_person_opens_is_the_page_with_a_nonce_of_its_own(
    path: str, site: httpx.AsyncClient
) -> None:
    one, other = await site.get(path, headers=HTML), await site.get(path, headers=HTML)
    policy = one.headers["content-security-policy"]
    nonce = re.findall('content="([^"]+)"', one.text)[0]

    assert one.status_code == 200
    assert one.text != other.text
    assert f"style-src 'self' 'nonce-{nonce}'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert one.headers["cache-control"] == "no-store"


async def test_what_is_no_address_for_people_stays_as_it_was(site: httpx.AsyncClient) -> None:
    assert (await site.get("/no/such")).json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert (await site.post("/matter/clue_1", headers=HTML)).status_code == 404
    assert (await site.get("/healthz", headers=HTML)).json() == {"status": "ok"}
    assert (await site.get("/desk/officers")).status_code == 404
    assert (await site.get("/desk/session")).json() == {"demo": False, "idleMinutes": 30, "oidc": None}


async def test_assets_are_packed_kept_and_never_outside(site: httpx.AsyncClient) -> None:
    plain = await site.get("/assets/a-1.js", headers={"Accept-Encoding": "identity"})
    packed = await site.get("/assets/a-1.js")

    assert plain.text == packed.text == "export {}"
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert "immutable" in packed.headers["cache-control"]
    assert packed.headers["content-type"].startswith("text/javascript")
    for path in ("/assets/../index.html", "/assets/..%2f..%2fsecret", "/assets/none.js"):
        answer = await site.get(path)
        assert answer.status_code == 404
        assert "canary" not in answer.text


async def test_a_desk_that_is_not_built_says_what_to_do_and_is_found_once_it_is(built: Path) -> None:
    found: list[Path] = []
    pages = DeskPages(lambda: found[0] if found else None)
    before = pages.index()
    found.append(built)

    assert before.status_code == 503
    assert b"leadlink desk" in before.body
    assert pages.index().status_code == 200


def test_only_the_issuer_may_be_reached_beside_the_service(tmp_path: Path) -> None:
    settings = read_settings(home=tmp_path, oidc_issuer="https://id.example/realms/city", oidc_client_id="desk")

    assert issuer_of(settings) == "https://id.example"
    assert issuer_of(settings.model_copy(update={"demo": True})) is None
    assert issuer_of(settings.model_copy(update={"oidc_client_id": None})) is None
    policy = DeskPages(lambda: None, issuer_of(settings)).index().headers["content-security-policy"]
    assert "connect-src 'self' https://id.example;" in policy


@pytest.mark.parametrize(
    ("client", "headers", "good"),
    [
        ("127.0.0.1", {"host": "127.0.0.1:8000"}, True),
        ("::1", {"host": "[::1]:8000", "origin": "http://[::1]:8000"}, True),
        ("127.0.0.1", {"host": "localhost:8000", "origin": "http://localhost:8000"}, True),
        ("127.0.0.1", {"host": "evil.example"}, False),
        ("127.0.0.1", {"host": "127.0.0.1:8000", "origin": "https://evil.example"}, False),
        ("127.0.0.1", {"host": "127.0.0.1:8000", "x-forwarded-for": "10.0.0.9"}, False),
        ("10.0.0.9", {"host": "127.0.0.1:8000"}, False),
    ],
)
def test_officers_are_chosen_on_this_machine_only(client: str, headers: dict[str, str], good: bool) -> None:
    sent = [(name.encode(), value.encode()) for name, value in headers.items()]

    assert is_of_this_machine(Request({"type": "http", "client": (client, 1), "headers": sent})) is good
