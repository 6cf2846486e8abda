"""What a browser meets that shows the page of another site, and in which form answers go out, on a service that runs."""

from collections.abc import Iterator

import httpx
import pytest

from graph_service.api.media_types import GRAPHQL, JSON
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.api.conftest import staffed
from tests.service.processes import Service, environment, service

OURS, OTHER = "https://Desk.example", "https://evil.example"
_PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}


@pytest.fixture(scope="module")
def desk(settings: Settings, server: Running, empty_graph: Writer) -> Iterator[Service]:
    """A service to which the pages of one other site are named."""
    staffed().write(empty_graph)
    with service(environment(settings.home, server, origins=f"{OURS.lower()}/, https://second.example")) as running:
        yield running


@pytest.fixture
def token(tokens: Tokens) -> str:
    return tokens.sign("o_disc")


def sent(desk: Service, token: str, query: str = "{ viewer { id } }", **headers: str) -> httpx.Response:
    given = {"Authorization": f"Bearer {token}"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.post(f"{desk.url}/graphql", json={"query": query}, headers=given, timeout=60)


def shared(response: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name.startswith("access-control")}


def test_a_page_of_ours_is_told_beforehand_what_it_may_send(desk: Service) -> None:
    asked = httpx.options(f"{desk.url}/graphql", headers={"Origin": OURS, **_PREFLIGHT}, timeout=30)

    assert (asked.status_code, asked.content) == (204, b"")
    assert shared(asked) == {
        "access-control-allow-origin": OURS,
        "access-control-allow-methods": "POST",
        "access-control-allow-headers": "authorization, content-type, x-purpose",
        "access-control-max-age": "600",
        "access-control-expose-headers": "x-request-id",
    }
    assert "Origin" in asked.headers["vary"]


@pytest.mark.parametrize("origin", [OTHER, "null", "*", f"{OURS}.evil.example", "http://desk.example"])
def test_another_site_is_told_nothing(origin: str, desk: Service, token: str) -> None:
    asked = httpx.options(f"{desk.url}/graphql", headers={"Origin": origin, **_PREFLIGHT}, timeout=30)
    posted = sent(desk, token, Origin=origin)

    assert (asked.status_code, shared(asked)) == (405, {})
    assert (posted.status_code, shared(posted)) == (403, {})
    assert "Origin" in posted.headers["vary"]


def test_a_page_of_ours_reads_answers_and_refusals(desk: Service, token: str) -> None:
    answers = [sent(desk, token, Origin=OURS), sent(desk, token, Origin=OURS), sent(desk, "no token", Origin=OURS)]

    assert [each.status_code for each in answers] == [200, 200, 401]
    for each in answers:
        assert shared(each) == {"access-control-allow-origin": OURS, "access-control-expose-headers": "x-request-id"}
        assert each.headers["x-request-id"]
        assert "Origin" in each.headers["vary"]
        assert "set-cookie" not in each.headers
    assert shared(sent(desk, token)) == {}
    assert sent(desk, token, Origin=desk.url).status_code == 200, "a page of the service itself needs none of it"


@pytest.mark.parametrize(("query", "status"), [
    ("{ viewer { id } }", 200),
    ("{ viewer { id } } # once more", 200),
    ('{ node(id: "clue_nothing") { id } }', 200),
    ("{", 400),
    ("{ nothing }", 400),
    ("query($id: ID!) { node(id: $id) { id } }", 400),
])  # fmt: skip
def test_what_was_not_executed_is_a_bad_request_in_the_form_of_graphql(
    query: str, status: int, desk: Service, token: str
) -> None:
    plain = sent(desk, token, query, Accept=JSON)
    for _ in range(2):  # the second time by the short way, where there is one
        answer = sent(desk, token, query, Accept=f"{GRAPHQL}, {JSON};q=0.9")

        assert (answer.status_code, answer.headers["content-type"]) == (status, GRAPHQL)
        assert ("data" in answer.json()) is (status == 200)
        assert {"data": None, **answer.json()} == plain.json()
    assert (plain.status_code, plain.headers["content-type"]) == (200, JSON)


def test_refusals_come_in_the_form_that_is_accepted(desk: Service, token: str) -> None:
    refused = sent(desk, "no token", Accept=GRAPHQL)
    neither = sent(desk, token, Accept="text/html")

    assert (refused.status_code, refused.headers["content-type"]) == (401, GRAPHQL)
    assert (neither.status_code, neither.headers["content-type"]) == (406, JSON)
    assert GRAPHQL in neither.json()["errors"][0]["message"]
