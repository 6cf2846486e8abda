"""docs/clients.md shows the snippets that run; the locks of what the tests install name no address."""

import re

import pytest

from tests.clients.driving import ROOT, SNIPPETS
from tests.clients.packages import LOCKS

PAGE = (ROOT / "docs" / "clients.md").read_text(encoding="utf-8")
_SHOWN = re.compile(r"^`(examples/clients/[\w./]+)`:\n```\w+\n(.*?)```$", re.MULTILINE | re.DOTALL)


def test_what_the_page_shows_is_the_file() -> None:
    shown = dict(_SHOWN.findall(PAGE))

    assert {name: text == (ROOT / name).read_text(encoding="utf-8") for name, text in shown.items()} == dict.fromkeys(
        shown, True
    )
    assert PAGE.count("```") == 2 * len(shown)


@pytest.mark.parametrize("client", ["apollo", "urql", "relay", "gql", "ariadne"])
def test_each_client_is_shown(client: str) -> None:
    assert any(client in name for name, _ in _SHOWN.findall(PAGE))


def test_each_snippet_is_named() -> None:
    names = [path.name for path in SNIPPETS.rglob("*.*") if path.is_file() and "__pycache__" not in path.parts]

    assert [name for name in names if name not in PAGE and name not in {"Notices.js", "notices.graphql"}] == []


@pytest.mark.parametrize("lock", ["npm/package-lock.json", "ariadne/requirements.txt"])
def test_the_locks_name_no_address(lock: str) -> None:
    text = (LOCKS / lock).read_text(encoding="utf-8")

    assert len(text) > 1000
    assert "://" not in text
