"""Who asks, as clients say it: tokens of WebSockets in every usual form, pages of other sites refused."""

from typing import Any

import pytest

from graph_service.api.callers import bearer, refuse_foreign, token_of_connection
from graph_service.errors import NotAllowed


@pytest.mark.parametrize(
    ("given", "token"),
    [
        ({"Authorization": "Bearer abc"}, "abc"),
        ({"authorization": "bearer abc"}, "abc"),
        ({"headers": {"Authorization": "Bearer abc"}}, "abc"),
        ({"headers": {"authorization": "Bearer  abc "}, "client": "apollo"}, "abc"),
        ({"headers": ["Authorization", "Bearer abc"]}, None),
        ({"Authorization": 7}, None),
        ({"Authorization": "Basic abc"}, None),
        ({"token": "abc"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_a_websocket_says_its_token_as_clients_do(given: dict[str, Any] | None, token: str | None) -> None:
    assert token_of_connection(given) == token


@pytest.mark.parametrize(
    ("origin", "host", "is_foreign"),
    [
        (None, "desk.example", False),
        ("https://desk.example", "desk.example", False),
        ("http://127.0.0.1:8000", "127.0.0.1:8000", False),
        ("https://DESK.example", "desk.example", False),
        ("https://other.example", "desk.example", False),
        ("https://evil.example", "desk.example", True),
        ("https://desk.example.evil", "desk.example", True),
        ("http://127.0.0.1:9000", "127.0.0.1:8000", True),
        ("null", "desk.example", True),
    ],
)
def test_the_page_of_another_site_is_refused_unless_it_is_named(
    origin: str | None, host: str, is_foreign: bool
) -> None:
    headers = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin else [])]
    scope = {"type": "http", "headers": headers}
    if not is_foreign:
        refuse_foreign(scope, frozenset({"https://other.example"}))
        return
    with pytest.raises(NotAllowed, match="another site"):
        refuse_foreign(scope, frozenset({"https://other.example"}))


def test_a_token_is_what_stands_behind_bearer() -> None:
    assert bearer("Bearer a b") == "a b"
    assert bearer("") is None
