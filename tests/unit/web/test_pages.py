from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from graph_service.errors import BadInput, Conflict
from graph_service.web.examples import Example, read_examples
from graph_service.web.pages import graphiql_routes, missing_graphiql_routes

EXAMPLE = Example("who", "Who am I", "everybody", "{ viewer { id } }", None)
CLIMBS = ["../index.html", "%2e%2e/index.html", "..%2f..%2fsecret", "/etc/passwd", "%2fetc%2fpasswd", "out"]


def client(app: Starlette) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1")


@pytest.fixture
def site(tmp_path: Path) -> httpx.AsyncClient:
    page = tmp_path / "page"
    (page / "assets").mkdir(parents=True)
    (page / "index.html").write_text("<!doctype html>the page", encoding="utf-8")
    (page / "assets" / "index-1a2b.js").write_text("export {}", encoding="utf-8")
    (page / "assets" / "codicon-1a2b.ttf").write_bytes(b"\0\1")
    (tmp_path / "secret").write_text("canary", encoding="utf-8")
    (page / "assets" / "out").symlink_to(tmp_path / "secret")
    return client(Starlette(routes=graphiql_routes(page, [EXAMPLE])))


@pytest.mark.parametrize("path", ["/graphiql", "/graphiql/"])
async def test_the_page_is_never_kept_and_guarded(site: httpx.AsyncClient, path: str) -> None:
    answer = await site.get(path)

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(("name", "kind"), [("index-1a2b.js", "text/javascript"), ("codicon-1a2b.ttf", "font/ttf")])
async def test_assets_are_kept_for_good(site: httpx.AsyncClient, name: str, kind: str) -> None:
    answer = await site.get(f"/graphiql/assets/{name}")

    assert answer.headers["content-type"].startswith(kind)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", CLIMBS)
async def test_no_path_leads_out_of_the_assets(site: httpx.AsyncClient, path: str) -> None:
    answer = await site.get(f"/graphiql/assets/{path}")

    assert answer.status_code == 404
    assert "canary" not in answer.text


async def test_the_examples_are_listed(site: httpx.AsyncClient) -> None:
    answer = await site.get("/graphiql/examples.json")

    assert answer.json() == [
        {"name": "who", "title": "Who am I", "audience": "everybody", "query": "{ viewer { id } }", "variables": None}
    ]


async def test_without_a_page_the_reason_is_shown() -> None:
    reason = Conflict("npm cannot reach <its> registry", "packages", "connect")

    answer = await client(Starlette(routes=missing_graphiql_routes(reason))).get("/graphiql")

    assert answer.status_code == 503
    assert "npm cannot reach &lt;its&gt; registry; packages; connect" in answer.text


def test_examples_are_read_with_their_heads_and_grouped_by_user(tmp_path: Path) -> None:
    (tmp_path / "a.graphql").write_text("# First\n# for: investigator\n{ a }\n", encoding="utf-8")
    (tmp_path / "b.graphql").write_text("# Second\n# for: inspector\n{ b }\n", encoding="utf-8")
    third = '# Third\n# for: investigator\n# variables: {"n": 1}\n{ c }\n'
    (tmp_path / "c.graphql").write_text(third, encoding="utf-8")

    examples = read_examples(tmp_path)

    assert [(example.name, example.audience) for example in examples] == [
        ("a", "investigator"),
        ("c", "investigator"),
        ("b", "inspector"),
    ]
    assert examples[1].variables == {"n": 1}
    assert examples[1].query.endswith("{ c }\n")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{ a }", "no title"),
        ("# for: all\n{ a }", "no title"),
        ("# Title\n{ a }", "whom it is for"),
        ("# Title\n# for: all\n# variables: {n}\n{ a }", "not JSON"),
        ("# Title\n# for: all\n# variables: [1]\n{ a }", "not an object"),
    ],
)
def test_an_example_without_its_head_is_refused(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "bad.graphql").write_text(text, encoding="utf-8")

    with pytest.raises(BadInput, match=what):
        read_examples(tmp_path)
