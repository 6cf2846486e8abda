"""The snippets of docs/clients.md run every example against the service, and get what a plain POST gets."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from gql import GraphQLRequest

from examples.clients.gql_client import over_http, over_websocket
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.settings import Settings
from tests.api.city.conftest import LoadedCity
from tests.clients.driving import (
    NOTICES,
    SDL,
    compile_relay,
    drive,
    drive_ariadne,
    examples,
    javascript_project,
    jobs,
    like,
)
from tests.served import Served, serving

CARD = "name caption posts(first: 3) { post unit { name } }"
NODE = f"query Card($id: ID!) {{ node(id: $id) {{ id ... on Person {{ {CARD} }} }} }}"
PEOPLE = """query People($first: Int, $after: String) {
  people(first: $first, after: $after, orderBy: NAME) {
    totalCount
    edges { node { id name } }
    pageInfo { hasNextPage endCursor }
  }
}"""
_HOLDER = '{ unit(name: "云江市人民医院") { postHolders(first: 1) { person { id } } } }'
_TELL_OFFICE = (
    "MATCH (n:Notice) MATCH (t:Team {team_code: 'CASE_MGMT'}) MERGE (n)-[:TOLD_TO]->(t) RETURN n.sentence AS told"
)


@dataclass(frozen=True)
class Asked:
    """What every client is asked, and what a plain POST answers to it."""

    job: dict[str, Any]
    examples: dict[str, Any]
    people: list[dict[str, Any]]
    card: dict[str, Any]
    told: str


@pytest.fixture(scope="module")
def told(city: LoadedCity, writer: Writer) -> Iterator[str]:
    """The sentence of the one notice that the case supervision office is told."""
    (link,) = writer.run_read("MATCH (l:Link) RETURN l.uid AS uid ORDER BY uid LIMIT 1")[0]
    tell = filled(query("notices/tell").body)
    writer.run_write(tell, uids=[link["uid"]], kind="LINK_PROPOSED", at="2026-01-01T00:00:00Z")
    yield str(writer.run_write(_TELL_OFFICE)[0][0]["told"])
    writer.run_write("MATCH (n) WHERE n:Notice OR n:NoticeBook DETACH DELETE n")


@pytest.fixture(scope="module")
def service(settings: Settings, server: Running, told: str) -> Iterator[Served]:
    with serving(settings, server, "o-case-01") as found:
        yield found


@pytest.fixture(scope="module")
def asked(service: Served, told: str) -> Asked:
    headers = {"Authorization": f"Bearer {service.token}"}
    url = f"{service.url}/graphql"

    def ask(text: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
        reply = httpx.post(url, json={"query": text, "variables": variables}, headers=headers, timeout=150).json()
        assert "errors" not in reply, reply["errors"]
        return dict(reply["data"])

    person = ask(_HOLDER)["unit"]["postHolders"][0]["person"]["id"]
    card = ask(NODE, {"id": person})["node"]
    assert card["posts"]
    common = {"people": PEOPLE, "node": NODE, "card": CARD, "notices": NOTICES.read_text(encoding="utf-8")}
    job = {"url": url, "token": service.token, "examples": jobs(), "person": person} | common
    plain = {each.name: ask(each.query, each.variables) for each in examples()}
    return Asked(job, plain, ask(PEOPLE, {"first": 4})["people"]["edges"], card, told)


@pytest.fixture(scope="module")
def project() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield javascript_project(Path(folder))


def differing(given: dict[str, Any], asked: Asked) -> list[str]:
    """Return the examples whose answers are not those of a plain POST."""
    assert len(asked.examples) >= 24
    return [name for name, plain in asked.examples.items() if like(given[name], plain) != plain]


def heard(found: Any) -> str:
    return str(found["notices"]["nodes"][0]["sentence"])


def is_as_asked(found: dict[str, Any], asked: Asked) -> bool:
    """Return whether a client that keeps answers gives all of them, the second time without a request, and complains of nothing."""
    assert {name: differing(found[name], asked) for name in ("first", "kept", "again")} == {
        "first": [], "kept": [], "again": [],
    }  # fmt: skip
    assert (found["repeated"], found["said"], set(found["sent"])) == (0, [], {"POST"})
    return heard(found["heard"]) == asked.told


def test_apollo_keeps_what_it_read_by_its_ids(project: Path, asked: Asked) -> None:
    found = drive(project, "apollo", asked.job | {"sdl": SDL.read_text(encoding="utf-8")})

    assert is_as_asked(found, asked)
    assert like(found["pages"], asked.people) == asked.people
    assert like(found["node"], asked.card) == asked.card
    assert like(found["card"], asked.card) | {"id": asked.card["id"]} == asked.card
    assert found["unsent"] == 0


def test_urql_asks_by_post_and_unchanged_it_is_refused(project: Path, asked: Asked) -> None:
    found = drive(project, "urql", asked.job)

    assert is_as_asked(found, asked)
    assert found["unchanged"] == {"sent": ["GET"], "status": 405}


def test_relay_compiles_refetches_and_pages(project: Path, asked: Asked) -> None:
    compile_relay(project)
    found = drive(project, "relay", asked.job)

    assert is_as_asked(found, asked)
    assert [each["node"]["id"] for each in found["pages"]] == [each["node"]["id"] for each in asked.people]
    assert found["more"]
    assert found["card"] == asked.card
    assert found["unsent"] == 0


async def test_gql_asks_over_http_and_hears_over_a_websocket(asked: Asked) -> None:
    url, token = asked.job["url"], asked.job["token"]
    async with over_http(url, token) as session:
        found = {
            each.name: await session.execute(GraphQLRequest(each.query, variable_values=each.variables))
            for each in examples()
        }
    async with over_websocket(url, token) as session:
        told = await anext(session.subscribe(GraphQLRequest(asked.job["notices"])))

    assert differing(found, asked) == []
    assert heard(told) == asked.told


def test_ariadne_codegen_makes_a_client_whose_calls_work(tmp_path: Path, asked: Asked) -> None:
    found = drive_ariadne(tmp_path, asked.job)

    assert differing(found["first"], asked) == []
    assert heard(found["heard"]) == asked.told


def test_graphql_http_finds_no_error(project: Path, asked: Asked) -> None:
    results = drive(project, "audits", asked.job)["results"]

    assert len(results) >= 60
    by_status = {
        status: [each["name"] for each in results if each["status"] == status] for status in ("error", "warn", "notice")
    }
    assert (by_status["error"], by_status["warn"]) == ([], [])
    assert [name for name in by_status["notice"] if "GET" not in name] == []
