"""What somebody tries who has a valid token of low rank and does not know the schema: each attempt is one request, or one WebSocket.

The kinds are those of the security bar, sections 1.3 (GraphQL), 2 (Cypher) and 3 (rights).
"""

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    OperationDefinitionNode,
    OperationType,
    get_named_type,
    is_non_null_type,
    parse,
    type_from_ast,
)

from graph_service.api.gate.installed import EXAMPLES
from graph_service.api.schema import build_schema

JSON = {"Content-Type": "application/json"}
_VIEWER = "{ viewer { id } }"
_PROBES = (
    _VIEWER, "{ __typename }", "{ __schema { types { name fields { name } } } }", '{ __type(name: "Clue") { fields { name } } }', "{ clue }",
    "{ " + " ".join(f"a{place}: viewer {{ id }}" for place in range(101)) + " }", "{ viewer { " + "id " * 500 + "} }",
    "{ viewer " + "@nothing " * 400 + "{ id } }", "query A { ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
    "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }", "{" * 3000, "x" * 1_000_000,
    'mutation { judgeLink(id: "x", verdict: CONFIRMED, reason: "x") { __typename } }', "subscription { notices { id } }",
    "query A { viewer { id } } query B { viewer { id } }", "{ viewer { id } }\0", "{ veiwer { id } }",
)  # fmt: skip
_BODIES = (
    b"", b"[" * 100_000, b"{", b"null", orjson.dumps([{"query": _VIEWER}] * 10), b'{"query": "' + b"\\ud800" + b'"}',
    orjson.dumps({"query": _VIEWER, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}}),
    orjson.dumps({"query": _VIEWER, "variables": {"a": {"b": {"c": [[[[]]]]}}}}), b'{"query": {"$ne": null}}',
)  # fmt: skip
_PATHS = (
    "/graphql?query=%7Bviewer%7Bid%7D%7D", "/graphiql", "/docs", "/openapi.json", "/metrics", "/../../etc/passwd", "/static/..%2f..%2fpyproject.toml",
    "/%2e%2e/graph_service/roles.yaml", "//graphql", "/graphql/", "/.git/config", "/debug", "/graphql%00", "/dump", "/backup",
)  # fmt: skip
# What breaks out of a text that is put together; the last are words of the index's own language.
INJECTED = (
    "'", '"', "`", "\\u0060", "x') DETACH DELETE n //", "` DETACH DELETE n //", "x' OR 1=1 WITH n MATCH (m) RETURN m //", "*/ MATCH (n) RETURN n /*",
     "; CALL db.labels()",
    "$viewer_audiences", "｀", "\u2028", "\u202e", "x" * 5000, "* OR uid:*", "a:b~ AND (c OR [d TO *])", "\\", "%00", "{}", "[]",
)  # fmt: skip

_WORD = object()  # where a text goes
_OTHERS: Mapping[str, Any] = {
    "Int": 5, "Float": 0.5, "Boolean": True, "Date": "2025-01-01", "DateTime": "2099-01-01T00:00:00Z", "Fen": 100,
}  # fmt: skip
_STRIDE = 37  # so that a few are of all folders


@dataclass(frozen=True)
class Attempt:
    """One request that an attacker sends."""

    name: str
    path: str = "/graphql"
    method: str = "POST"
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def at_the_gate() -> Iterator[Attempt]:
    """Return what is tried to learn the schema, and the other ways into the service."""
    for document in _PROBES:
        yield Attempt(f"probe {document[:60]}", body=orjson.dumps({"query": document}), headers=JSON)
    for body in _BODIES:
        yield Attempt(f"body {body[:40]!r}", body=body, headers=JSON)
    for path in _PATHS:
        yield Attempt(f"path {path}", path, "GET")
    evil = orjson.dumps({"query": _VIEWER})
    for name, value in (
        ("Origin", "https://evil.example"), ("Content-Type", "text/plain"), ("Content-Type", "application/x-www-form-urlencoded"),
        ("Host", "evil.example"), ("X-Forwarded-For", "127.0.0.1"), ("X-HTTP-Method-Override", "GET"), ("Accept", "text/event-stream"),
        ("Content-Encoding", "gzip"), ("X-Officer", "o_disc"), ("Cookie", "officer=o_disc"),
    ):  # fmt: skip
        yield Attempt(f"header {name} {value}", body=evil, headers=JSON | {name: value})
    for method in ("PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"):
        yield Attempt(f"method {method}", method=method, body=evil, headers=JSON)


def of_the_token(token: str) -> Iterator[Attempt]:
    """Return what is made of one's own token, to be somebody else."""
    head, claims, signature = token.split(".")
    known = json.loads(base64.urlsafe_b64decode(claims + "=="))
    other = _part(known | {"sub": "o_disc"})
    forged = {
        "unsigned": f"{_part({'alg': 'none'})}.{other}.", "of another": f"{head}.{other}.{signature}", 
        "of everybody": f"{head}.{_part({})}.{signature}",
        "by a path": f"{_part({'alg': 'HS256', 'kid': '../../dev/null'})}.{other}.{signature}", "long": "x" * 100_000,
        "for ever": f"{head}.{_part(known | {'exp': 1e300})}.{signature}", "Cypher": f"{head}.{_part({'sub': INJECTED[4]})}.{signature}", "": "",
        "not signed": f"{head}.{claims}.", "twice": f"{token},{token}",
    }  # fmt: skip
    body = orjson.dumps({"query": _VIEWER})
    for name, each in forged.items():
        yield Attempt(f"token {name}", body=body, headers=JSON | {"Authorization": f"Bearer {each}"})
    yield Attempt("no token", body=body, headers=JSON | {"Authorization": ""})


def by_the_list(words: Sequence[str], most: int) -> Iterator[Attempt]:
    """Return operations that the service lists, as a captured client would send them, with words in every place that takes a text."""
    operations = list(_operations())
    for place in range(most):
        name, text, variables = operations[place * _STRIDE % len(operations)]
        word = words[place % len(words)]
        stated = {key: value for key, (value, is_due) in variables.items() if is_due or place % 2}
        given = {key: value if value is not _WORD else word for key, value in stated.items()}
        body = {"query": text, "variables": given, "operationName": name}
        yield Attempt(f"listed {name} {given}"[:160], body=orjson.dumps(body), headers=JSON)


def _operations() -> Iterator[tuple[str, str, dict[str, tuple[Any, bool]]]]:
    """Return each listed operation: its name, the text of its file, and its variables, words where texts go, and whether each is due."""
    schema = build_schema()._schema
    for file in sorted(EXAMPLES.rglob("*.graphql")):
        text = file.read_text(encoding="utf-8")
        for each in parse(text).definitions:
            if isinstance(each, OperationDefinitionNode) and each.operation is not OperationType.SUBSCRIPTION:
                asked = each.variable_definitions or ()
                types = {part.variable.name.value: type_from_ast(schema, part.type) for part in asked}
                variables = {key: (_value(kind), is_non_null_type(kind)) for key, kind in types.items()}
                yield each.name.value if each.name else "", text, variables


def _value(given: Any) -> Any:
    """Return a value of a type; texts are left to the attacker, a list holds nothing but one."""
    named = get_named_type(given)
    if isinstance(named, GraphQLEnumType):
        return next(iter(named.values))
    return _OTHERS.get(named.name, {} if isinstance(named, GraphQLInputObjectType) else _WORD)


def _part(claims: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
