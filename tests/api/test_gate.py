"""The gate of a service in production: only what is listed is answered, whichever way round is tried, and no error tells more."""

from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from graph_service.embedded import Running
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.api.guarded import FIND, HEAR, LONG, TWO, WHO, Production, guarded, mute
from tests.api.test_access_log import Read
from tests.sketch import Sketch


@pytest.fixture(scope="module")
async def production(
    settings: Settings, server: Running, world: Sketch, tokens: Tokens, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Production]:
    async with guarded(settings, server, tokens, tmp_path_factory.mktemp("operations")) as found:
        yield found


@pytest.mark.parametrize(
    "document",
    [WHO, WHO.replace("\n", " , # note\n"), "\ufeff" + WHO.replace(" ", "\t\r\n"), WHO.replace("(if:", "(\nif :")],
)
async def test_what_is_listed_is_answered_in_whatever_blanks(document: str, production: Production) -> None:
    caller = production.by("o_disc")

    assert await caller.ask(document) == {"viewer": {"officerId": "o_disc"}}
    told = await caller.ask(document, {"withTeams": True})
    assert told["viewer"]["teams"] == [{"team": {"teamCode": "DISC_1"}}], "what the text leaves to variables may vary"
    escaped = "".join(f"\\u{ord(each):04x}" for each in document)
    assert (await caller.post(f'{{"query": "{escaped}"}}')).json()["data"] == {"viewer": {"officerId": "o_disc"}}


@pytest.mark.parametrize(
    "document",
    [
        "{ viewer { officerId } }",
        "{ __typename }",
        "{ __schema { types { name } } }",
        '{ __type(name: "Person") { fields { name } } }',
        WHO.replace("officerId", "a: officerId"),
        WHO.replace("officerId", "officerId officerName"),
        WHO.replace("Who", "Whom"),
        WHO.replace("$withTeams", "$wit"),
        WHO.replace("false", "true"),
        WHO.replace("viewer {", "viewer { ... {") + "}",
        WHO + "fragment F on Officer { officerName }",
        WHO + "query Evil { people { nodes { name } } }",
        WHO + WHO,
        WHO.replace("officerId", "officer\\u0049d"),
        WHO.replace("viewer", "viewer @skip(if: false)"),
        WHO + "\0",
        WHO[:-3],
        "#" + WHO.replace("\n", " "),
        "mutation { judgeLink(id: \"x\", verdict: CONFIRMED, reason: \"x\") { __typename } }",
        HEAR.replace("first: 1", "first: 2"),
        "{" * 5000,
        "x" * 200_000,
        "",
    ],
)  # fmt: skip
async def test_what_is_not_listed_is_refused_whatever_it_is(
    document: str, production: Production, settings: Settings
) -> None:
    log = Read(settings.home)
    caller = production.by("o_disc")
    for name in (None, "Who", "Evil"):
        response = await caller.post(orjson.dumps({"query": document, "operationName": name}))

        assert (response.status_code, mute(response, "OPERATION_NOT_LISTED")) == (400, "OPERATION_NOT_LISTED")
    assert [(each["code"], each["records"]) for each in log.entries] == [("OPERATION_NOT_LISTED", {})] * 3


_EVIL = "{ people { nodes { name } } }"
_HASH = {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}


@pytest.mark.parametrize(
    "body",
    [
        orjson.dumps([{"query": WHO}, {"query": _EVIL}]),
        orjson.dumps([{"query": WHO}] * 10),
        orjson.dumps({"extensions": _HASH}),
        orjson.dumps({"query": _EVIL, "extensions": _HASH}),
        orjson.dumps({"query": None, "id": "Who", "documentId": "Who"}),
        orjson.dumps({"query": _EVIL, "id": "Who", "documentId": "Who", "operationName": "Who"}),
        b'{"query": ' + orjson.dumps(WHO) + b', "query": ' + orjson.dumps(_EVIL) + b"}",
        b'{"query": ' + orjson.dumps(_EVIL) + b', "Query": ' + orjson.dumps(WHO) + b"}",
        orjson.dumps({"query": [WHO]}),
        b"[" * 100_000,
        b"",
    ],
)
async def test_no_other_form_of_body_passes(body: bytes, production: Production) -> None:
    response = await production.by("o_disc").post(body)

    assert response.status_code == 400
    assert mute(response) in {"BAD_INPUT", "OPERATION_NOT_LISTED"}


@pytest.mark.parametrize(
    ("method", "path", "content", "headers"),
    [
        ("GET", "/graphql?query=%7Bviewer%7Bid%7D%7D", b"", {}),
        ("GET", "/graphql", orjson.dumps({"query": WHO}), {}),
        ("PUT", "/graphql", orjson.dumps({"query": WHO}), {}),
        ("POST", "/graphql?query=%7Bviewer%7Bid%7D%7D", b"{}", {}),
        ("POST", "/graphql", b"query=%7Bviewer%7Bid%7D%7D", {"Content-Type": "application/x-www-form-urlencoded"}),
        ("POST", "/graphql", _EVIL.encode(), {"Content-Type": "application/graphql"}),
        ("POST", "/graphql", orjson.dumps({"query": _EVIL}), {"Content-Type": "text/plain"}),
        ("POST", "/graphql", b"--b\r\n\r\n--b--", {"Content-Type": "multipart/form-data; boundary=b"}),
        ("POST", "/graphql", orjson.dumps({"query": _EVIL}), {"Accept": "multipart/mixed;subscriptionSpec=1.0, application/json"}),
        ("POST", "/graphql", orjson.dumps({"query": _EVIL}), {"Accept": "text/event-stream"}),
        ("POST", "/graphql", orjson.dumps({"query": WHO}), {"Origin": "https://evil.example"}),
        ("POST", "/graphql/", orjson.dumps({"query": _EVIL}), {}),
        ("GET", "/graphiql", b"", {}),
    ],
)  # fmt: skip
async def test_no_other_way_of_http_passes(
    method: str, path: str, content: bytes, headers: dict[str, str], production: Production
) -> None:
    usual = {"Content-Type": "application/json", **production.init("o_disc")}
    response = await production.client.request(method, path, content=content, headers=usual | headers)

    assert response.status_code >= 400
    assert "officerId" not in response.text
    if path.split("?")[0] == "/graphql":
        mute(response)


@pytest.mark.parametrize("media", ["multipart/mixed;subscriptionSpec=1.0, application/json", "text/event-stream, */*"])
async def test_an_answer_never_comes_in_pieces(media: str, production: Production, settings: Settings) -> None:
    log = Read(settings.home)
    response = await production.by("o_disc").post(orjson.dumps({"query": LONG}), Accept=media)
    again = await production.by("o_disc").post(orjson.dumps({"query": HEAR}), Accept=media)

    assert response.headers["content-type"] == "application/json"
    assert len(response.json()["data"]["people"]["nodes"]) == len(log.entries[0]["records"]["Person"])
    assert mute(again) == "BAD_INPUT"


@pytest.mark.parametrize(
    ("document", "variables", "name"),
    [
        (FIND, {}, None),
        (FIND, {"text": 5}, None),
        (FIND, {"text": ["张芳"]}, None),
        (FIND, {"text": {"eq": "张芳"}}, "Find"),
        (FIND, {"text": "x", "first": "1"}, None),
        (WHO, {"withTeams": "yes"}, None),
        (TWO, {"id": {"a": 1}}, "Other"),
        (TWO, {}, None),
        (TWO, {}, "Third"),
        (TWO, {}, ""),
    ],
)
async def test_what_does_not_fit_a_listed_operation_is_told_by_its_place(
    document: str, variables: dict[str, Any], name: str | None, production: Production
) -> None:
    body = orjson.dumps({"query": document, "variables": variables, "operationName": name})
    response = await production.by("o_disc").post(body)

    assert mute(response) in {"INVALID", "BAD_INPUT"}
    assert "张芳" not in response.text


async def test_each_operation_of_a_listed_file_is_answered_by_its_name(production: Production) -> None:
    for name, variables, root in (("One", {}, "viewer"), ("Other", {"id": "person_2"}, "node")):
        response = await production.by("o_disc").post(
            orjson.dumps({"query": TWO, "operationName": name, "variables": variables})
        )
        assert set(response.json()["data"]) == {root}


async def test_who_may_ask_freely_asks_anything_but_the_schema(production: Production) -> None:
    free = production.by("o_tour")

    assert (await free.ask("{ viewer { officerId } }"))["viewer"]["officerId"] == "o_tour"
    for document in (
        "{ __schema { types { name } } }",
        '{ __type(name: "Person") { name } }',
        "{ viewer { officerNam } }",
    ):
        for _ in range(2):
            response = await free.post(orjson.dumps({"query": document}))
            assert mute(response) == "INVALID"
            assert response.json()["errors"][0]["message"].endswith(
                "at line 1, column " + ("12" if "Nam" in document else "3")
            )
    assert mute(await free.post(orjson.dumps({"query": "{ viewer {"}))) == "INVALID"
