"""What surrounds the operations: health, metrics, a graph that is gone, and introspection for tools."""

import random

import httpx
import orjson
import pytest
from fastapi import FastAPI
from graphql import build_client_schema, get_introspection_query, lexicographic_sort_schema, print_schema
from graphql import build_schema as parse_schema

from graph_service.api.schema import build_schema
from graph_service.app import create_app
from graph_service.bolt import free_port
from graph_service.embedded import Running
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.api.conftest import Caller
from tests.sketch import Sketch

_LETTERS = "+-&|!(){}[]^\"~*?:\\/ 物业公司电费ab12\u3000\u2028\x00\t'`$<>=#@%；，（）“”🙂"


async def test_health_and_metrics_need_no_token(client: httpx.AsyncClient, world: Sketch) -> None:
    assert (await client.get("/healthz")).json() == {"status": "ok"}
    assert (await client.get("/readyz")).status_code == 200
    assert "python_info" in (await client.get("/metrics")).text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
async def test_metrics_are_not_handed_on_by_a_gate(header: str, client: httpx.AsyncClient) -> None:
    assert (await client.get("/metrics", headers={header: "127.0.0.1"})).status_code == 403


@pytest.mark.parametrize(("address", "status"), [("::1", 200), ("127.0.0.2", 200), ("10.0.0.7", 403), ("gate", 403)])
async def test_metrics_are_for_this_machine(address: str, status: int, app: FastAPI) -> None:
    transport = httpx.ASGITransport(app=app, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://leadlink") as other:
        assert (await other.get("/metrics")).status_code == status


async def test_each_answer_has_an_id_and_is_counted(disc: Caller, client: httpx.AsyncClient) -> None:
    first = await disc.post(orjson.dumps({"query": "query Mine { viewer { id } again: viewer { id } }"}))
    await disc.ask("query($t: String!) { search(text: $t) { nodes { caption } } viewer { id } }", {"t": "物业"})
    assert await disc.code('{ connectedMatters(id: "clue_000000000000000000000000") { totalCount } }') == "NOT_FOUND"
    told = (await client.get("/metrics")).text

    assert len(first.headers["x-request-id"]) == 16
    for operation, code in (("viewer", "OK"), ("several", "OK"), ("connectedMatters", "NOT_FOUND")):
        assert f'leadlink_requests_total{{code="{code}",operation="{operation}"}}' in told
    assert "物业" not in told
    assert "Mine" not in told


async def test_outside_demo_mode_there_is_no_page(client: httpx.AsyncClient) -> None:
    for path in ("/graphiql", "/docs", "/openapi.json", "/"):
        assert (await client.get(path)).status_code == 404


@pytest.fixture
def orphaned(settings: Settings) -> FastAPI:
    """The service of a graph that is gone."""
    gone = Running(f"bolt://127.0.0.1:{free_port()}", "neo4j", "x")
    return create_app(settings.model_copy(update={"demo": False, "operations": "open"}), gone)


async def test_a_graph_that_is_gone_is_said_to_be(orphaned: FastAPI, tokens: Tokens) -> None:
    transport = httpx.ASGITransport(app=orphaned)
    async with (
        orphaned.router.lifespan_context(orphaned),
        httpx.AsyncClient(transport=transport, base_url="http://leadlink") as client,
    ):
        caller = Caller(client, tokens.sign("o_disc"))
        response = await caller.post(orjson.dumps({"query": "{ viewer { id } }"}))

        assert response.status_code == 503
        assert response.json()["errors"][0]["extensions"]["code"] == "GRAPH_UNAVAILABLE"
        assert (await client.get("/readyz")).status_code == 503
        assert (await client.get("/healthz")).status_code == 200


async def test_tools_can_read_the_whole_schema(disc: Caller) -> None:
    data = await disc.ask(get_introspection_query(descriptions=True, input_value_deprecation=True))

    told, ours = build_client_schema(data), parse_schema(build_schema().as_str())  # type: ignore[arg-type]
    assert print_schema(lexicographic_sort_schema(told)) == print_schema(lexicographic_sort_schema(ours))


async def test_any_text_can_be_searched_for(disc: Caller) -> None:
    chance = random.Random(7)  # noqa: S311 - not for secrets
    query = "query($t: String!) { search(text: $t, first: 1) { totalCount } }"

    for _ in range(150):
        text = "".join(chance.choices(_LETTERS, k=chance.randint(1, 12)))
        answer = await disc.answer(query, {"t": text})
        codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
        assert codes in ([], ["BAD_INPUT"]), text


@pytest.mark.parametrize(
    ("text", "found"),
    [("物业公司 1", True), ('物业公司 "1"', True), ("云A00001", True), ("云a00001", True), ("住建局", True), ("没有这个词", False)],
)  # fmt: skip
async def test_words_are_found_in_captions(text: str, found: bool, disc: Caller) -> None:
    data = await disc.ask("query($t: String!) { search(text: $t) { nodes { caption } } }", {"t": text})

    assert bool(data["search"]["nodes"]) is found


async def test_the_closest_caption_comes_first(disc: Caller) -> None:
    data = await disc.ask('{ search(text: "反映物业公司 2", first: 100) { nodes { caption } } }')

    captions = [node["caption"] for node in data["search"]["nodes"]]
    assert captions[0] == "反映物业公司 2"
    starting = [caption.startswith("反映物业公司 2") for caption in captions]
    assert starting == sorted(starting, reverse=True)
