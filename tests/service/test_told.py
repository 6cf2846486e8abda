"""What is told of requests: one line each without a value, an id in the answer, counts over all workers."""

import json
import re
from typing import Any

from graph_service.rights.viewer import Tokens
from tests.service.conftest import SECRET
from tests.service.processes import Service, until

NUMBER = "310101199001011234"


def lines(service: Service) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in service.warned if line.startswith('{"at"')]
    return {line["request"]: line for line in found}


def counted(text: str, name: str) -> float:
    return sum(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.startswith(name))


def test_each_request_is_one_line_without_values(two_workers: Service, tokens: Tokens) -> None:
    asked = [
        (f'query Of_{NUMBER} {{ search(text: "{NUMBER}") {{ totalCount }} }}', "UNAUTHENTICATED", "unknown"),
        ("{ search", "UNAUTHENTICATED", "unknown"),
    ]
    for query, code, operation in asked:
        answer = two_workers.ask(query, tokens.sign("o_nobody"))
        request = answer.headers["x-request-id"]
        until(lambda request=request: request in lines(two_workers))  # type: ignore[misc]
        line = lines(two_workers)[request]

        assert set(line) == {"at", "request", "officer", "operation", "code", "ms", "rows"}
        assert (line["code"], line["operation"], line["rows"]) == (code, operation, 0)
    assert NUMBER not in "".join(two_workers.warned)


def test_an_odd_token_is_a_401(two_workers: Service) -> None:
    for token in ("x", "a.b.c", "." * 9000, "e30.e30.e30"):
        assert two_workers.ask("{ viewer { id } }", token).status_code == 401


def test_counts_are_those_of_all_workers(two_workers: Service) -> None:
    def total() -> float:
        text = two_workers.read("/metrics", Authorization=f"Bearer {SECRET}").text
        return counted(text, "leadlink_requests_total{")

    before = total()
    for _ in range(20):
        two_workers.ask("{ viewer { id } }", "x")

    assert {total() for _ in range(10)} == {before + 20}


def test_metrics_are_for_who_has_the_token(two_workers: Service) -> None:
    assert two_workers.read("/metrics").status_code == 403
    assert two_workers.read("/metrics", Authorization="Bearer other").status_code == 403
    text = two_workers.read("/metrics", Authorization=f"Bearer {SECRET}").text
    assert "leadlink_graph_up 1.0" in text
    operations = set(re.findall(r'operation="(\w+)"', text))
    assert operations <= {"unknown", "viewer", "search", "several"}
