"""Whatever is wrong with a request has a name, a code and a status; nothing half-done, nothing let through."""

import orjson
import pytest

from graph_service.api.request_body import MOST_BYTES
from graph_service.api.types.results import ErrorCode
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.api.conftest import Caller

VIEWER = '{"query": "{ viewer { id } }"}'
CODES = {code.value for code in ErrorCode}


def coded(content: bytes) -> str:
    errors = orjson.loads(content)["errors"]
    assert len(errors) == 1
    assert errors[0]["message"]
    assert errors[0]["extensions"]["code"] in CODES
    return str(errors[0]["extensions"]["code"])


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('{ node(id: "clue_nobody") { id } }', "NOT_FOUND"),
        ('{ node(id: "nonsense") { id } }', "BAD_INPUT"),
        ('{ node(id: "") { id } }', "BAD_INPUT"),
        ('{ node(id: "clue:") { id } }', "BAD_INPUT"),
        ('{ expand(id: "person_nobody") { totalCount } }', "NOT_FOUND"),
        ('{ expand(id: "clue_02", types: ["NO_SUCH"]) { totalCount } }', "BAD_INPUT"),
        ('{ connectedMatters(id: "clue_nobody") { totalCount } }', "NOT_FOUND"),
        ('{ connectedMatters(id: "person_1") { totalCount } }', "BAD_INPUT"),
        ('{ paths(from: "clue_nobody", to: "person_1") { sentence } }', "NOT_FOUND"),
        ('{ auditLinkedIssues(unit: "unit_nobody") { totalCount } }', "NOT_FOUND"),
        ('{ auditLinkedIssues(unit: "unit_0", round: "round_1") { totalCount } }', "BAD_INPUT"),
        ('{ auditLinkedIssues(unit: "round_1") { totalCount } }', "BAD_INPUT"),
        ('{ person { id } }', "BAD_INPUT"),
        ('{ person(id: "person_1", idNumber: "x") { id } }', "BAD_INPUT"),
        ('{ search(text: "  ") { totalCount } }', "BAD_INPUT"),
        ('{ clues(after: "not a cursor") { totalCount } }', "BAD_INPUT"),
        ('{ clues(after: "") { totalCount } }', "BAD_INPUT"),
        ('{ clues(after: "游标") { totalCount } }', "BAD_INPUT"),
        ("{ clues(first: 100000) { totalCount } }", "LIMIT_EXCEEDED"),
        ("{ clues { nothing } }", "INVALID"),
        ("{ clues(filter: { from: \"2025-13-01\" }) { totalCount } }", "INVALID"),
        ("{ clues(filter: { minAmountFen: 99999999999999999999 }) { totalCount } }", "INVALID"),
        ("{ clues(filter: { minAmountFen: 1.5 }) { totalCount } }", "INVALID"),
        ("{ tickets(filter: { from: \"2025-01-01T00:00:00Z\" }) { totalCount } }", "INVALID"),
        ("{ clues(filter: { status: [NO_SUCH] }) { totalCount } }", "INVALID"),
        ("{ unterminated", "INVALID"),
        ("query A { viewer { id } } query A { viewer { id } }", "INVALID"),
        ("mutation { anything }", "INVALID"),
        ("query A { viewer { id } } query B { viewer { id } }", "INVALID"),
        ("query($id: ID!) { node(id: $id) { id } }", "INVALID"),
    ],
)  # fmt: skip
async def test_a_wrong_operation_is_named(query: str, code: str, disc: Caller) -> None:
    response = await disc.post(orjson.dumps({"query": query}))

    assert coded(response.content) == code
    assert response.status_code in {200, 400}
    assert response.headers["cache-control"] == "no-store"


async def test_a_refusal_is_the_same_the_second_time(disc: Caller) -> None:
    """The first answer to a document takes the long way, later ones the short way."""
    body = orjson.dumps({"query": "query($id: ID!) { node(id: $id) { id } }", "variables": {"id": "clue_02"}})
    wrong = orjson.dumps({"query": "query($id: ID!) { node(id: $id) { id } }", "variables": {"id": "clue_nobody"}})

    first = await disc.post(wrong)
    await disc.post(body)
    second = await disc.post(wrong)

    assert first.content == second.content


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("not json", 400),
        ("", 400),
        ("[]", 400),
        (f"[{VIEWER}, {VIEWER}]", 400),
        ('{"query": 1}', 400),
        ('{"query": ""}', 400),
        ('{"query": "{ viewer { id } }", "variables": []}', 400),
        ('{"query": "{ viewer { id } }", "variables": "x"}', 400),
        ('{"query": "{ viewer { id } }", "operationName": ["x"]}', 400),
        ('{"query": "{ viewer { id } }", "operationName": "Missing"}', 400),
        ('{"query": "{ viewer { id } }", "extensions": []}', 400),
        ('{"query": "{ viewer { id } }", "variables": ' + "[" * 200_000 + "}", 400),
        ('{"query": "{ viewer { id } }", "variables": {"a": ' + '{"a":' * 40 + "1" + "}" * 42, 400),
        ('{"query": "{ viewer { id } \\ud800 }"}', 400),
        ("\udcff\udcfe".encode("utf-8", "surrogateescape"), 400),
    ],
)  # fmt: skip
async def test_a_wrong_body_is_named(body: str | bytes, status: int, disc: Caller) -> None:
    await disc.post(VIEWER)  # an operation that is known takes a shorter way
    response = await disc.post(body)

    assert coded(response.content) == "BAD_INPUT"
    assert response.status_code == status


async def test_a_body_beyond_the_bound_is_refused(disc: Caller) -> None:
    text = "x" * MOST_BYTES
    response = await disc.post(orjson.dumps({"query": f'{{ search(text: "{text}") {{ totalCount }} }}'}))

    assert coded(response.content) == "LIMIT_EXCEEDED"
    assert response.status_code == 413


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
async def test_only_post_is_served(method: str, disc: Caller) -> None:
    headers = {"Authorization": f"Bearer {disc.token}"}
    response = await disc.client.request(method, "/graphql?query={viewer{id}}", headers=headers)

    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert method == "HEAD" or coded(response.content) == "BAD_INPUT"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
async def test_only_json_is_read(kind: str, disc: Caller) -> None:
    await disc.post(VIEWER)
    response = await disc.post(VIEWER, **{"Content-Type": kind})

    assert response.status_code == 415
    assert coded(response.content) == "BAD_INPUT"


def forged(settings: Settings) -> list[str | None]:
    good = Tokens(settings).sign("o_disc")
    head, claims, seal = good.split(".")
    other = Tokens(settings.model_copy(update={"token_key": None, "home": settings.home / "another"})).sign("o_disc")
    unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0"
    return [
        None, "", "Basic bzpv", "Bearer", "Bearer ", "Bearer x", f"Token {good}",
        f"Bearer {Tokens(settings).sign('o_disc', -1)}",
        f"Bearer {other}",
        f"Bearer {head}.{claims}.{seal[::-1]}",
        f"Bearer {head}.{claims}x.{seal}",
        f"Bearer {unsigned}.{claims}.",
        f"Bearer {Tokens(settings).sign('o_nobody')}",
        "Bearer \xff\xfe",
    ]  # fmt: skip


async def test_whoever_has_no_good_token_is_refused(disc: Caller, settings: Settings) -> None:
    for credentials in forged(settings):
        headers = {"Content-Type": "application/json"}
        if credentials is not None:
            headers["Authorization"] = credentials
        encoded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        response = await disc.client.post("/graphql", content=VIEWER, headers=encoded)

        assert response.status_code == 401, credentials
        assert coded(response.content) == "UNAUTHENTICATED"
        assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "query",
    [
        "{ " + "a { " * 700 + "b" + " }" * 701,
        "{ clues(filter: { channel: " + "[" * 900 + "]" * 900 + " }) { totalCount } }",
        "{ " + " ".join(f"a{number}: viewer {{ id }}" for number in range(101)) + " }",
        "{ " + "viewer { id } " * 2000 + "}",
        '{ node(id: "clue_02") ' + "{ ... on Clue { names { entity { namedIn { matter " * 6 + "{ id }" + " } } } } }" * 6 + " }",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "{ viewer @unknown" * 10 + " { id } }",
        '{ search(text: "' + "x" * 100_000 + '") { totalCount } }',
    ],
)  # fmt: skip
async def test_what_is_deep_wide_or_round_is_refused_quickly(query: str, disc: Caller) -> None:
    response = await disc.post(orjson.dumps({"query": query}))

    assert coded(response.content) in {"INVALID", "BAD_INPUT", "LIMIT_EXCEEDED"}


async def test_fragments_that_spread_fragments_do_not_multiply(disc: Caller) -> None:
    walks = ("names { matter", "repeats { earlier", "repeatedBy { later", "handedOverAs { clue")
    fragments = [
        f"fragment F{step} on Matter {{ {' '.join(f'{walk} {{ ...F{step + 1} }} }}' for walk in walks)} }}"
        for step in range(5)
    ]
    query = "\n".join(['{ node(id: "clue_02") { ...F0 } }', *fragments, "fragment F5 on Matter { id }"])

    assert await disc.code(query) == "LIMIT_EXCEEDED"


@pytest.mark.parametrize(
    "text", ["'", '"', "`", "`) DETACH DELETE n //", "\\u0060", "/* */", "＇｀", "x\u2028", "x\x00", "{{}}"]
)
async def test_texts_are_only_ever_values(text: str, disc: Caller) -> None:
    before = await disc.ask("{ clues { totalCount } people { totalCount } }")

    variables = {"t": text, "id": f"clue_{text}", "v": [text]}
    query = """query($t: String!, $v: [String!]!) {
      search(text: $t) { totalCount } lookup(values: $v) { matches { field } }
      units(filter: {name: $t}) { totalCount } clue(number: $t) { id }
    }"""
    await disc.ask(query, variables)
    assert await disc.code("query($id: ID!) { node(id: $id) { id } }", variables) == "NOT_FOUND"

    assert await disc.ask("{ clues { totalCount } people { totalCount } }") == before
