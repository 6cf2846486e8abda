"""In which form an answer goes out, by the Accept header."""

import pytest

from graph_service.api.answers import is_request_error
from graph_service.api.media_types import GRAPHQL, JSON, accepted


@pytest.mark.parametrize(("header", "media"), [
    ("", JSON),
    ("*/*", JSON),
    ("application/*", JSON),
    ("application/json; charset=utf-8", JSON),
    ("application/json, multipart/mixed", JSON),
    ("application/graphql-response+json", GRAPHQL),
    ("Application/GraphQL-Response+JSON; charset=utf-8", GRAPHQL),
    ("application/graphql-response+json, application/json", GRAPHQL),
    ("application/json, application/graphql-response+json", GRAPHQL),
    ("application/graphql-response+json;q=0.9, application/json", JSON),
    ("application/graphql-response+json, application/json;q=0.9", GRAPHQL),
    ("application/json;q=0.5, */*", GRAPHQL),
    ("application/json;q=0, */*;q=0.1", GRAPHQL),
    ("application/graphql-response+json;q=0, */*", JSON),
    ("text/html", None),
    ("application/json;q=0", None),
    ("*/*;q=0.0", None),
    ("application/json;q=nonsense", JSON),
])  # fmt: skip
def test_the_form_is_the_one_that_is_liked_best(header: str, media: str | None) -> None:
    assert accepted(header) == media


@pytest.mark.parametrize(("answer", "is_one"), [
    ({"data": None, "errors": [{"message": "Syntax Error"}]}, True),
    ({"data": None, "errors": [{"message": "not there", "path": ["node"]}]}, False),
    ({"data": {"node": None}, "errors": [{"message": "not there", "path": ["node"]}]}, False),
    ({"data": {"node": None}}, False),
])  # fmt: skip
def test_what_was_not_executed_has_errors_at_no_place(answer: dict[str, object], is_one: bool) -> None:
    assert is_request_error(answer) is is_one
