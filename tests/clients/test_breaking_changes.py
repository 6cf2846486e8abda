"""What breaks a client since the last release is named in the CHANGELOG."""

import re
from pathlib import Path

import pytest

from tests.clients.baseline import released
from tests.clients.driving import ROOT, SDL, drive, javascript_project

_PATH = re.compile(r"`([\w.@]+)`")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return javascript_project(tmp_path_factory.mktemp("inspector") / "project")


def unnamed(project: Path, before: str, now: str, changelog: str) -> list[str]:
    """Return the breaking changes whose type or `Type.field` stands nowhere in the CHANGELOG."""
    breaking = drive(project, "breaking", {"before": before, "now": now})["breaking"]
    named = set(_PATH.findall(changelog))
    return [each["message"] for each in breaking if each["path"] not in named]


def test_each_breaking_change_is_named_in_the_changelog(project: Path) -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert unnamed(project, released(), SDL.read_text(encoding="utf-8"), changelog) == []


def test_a_breaking_change_that_is_not_named_is_found(project: Path) -> None:
    before, now = "type Query { a: Int b: Int c(d: Int): Int! }", "type Query { a: Int c(d: Int!): Int }"

    found = unnamed(project, before, now, "`Query.b` is gone, and c too")

    assert len(found) == 2
    assert all("c" in each for each in found)
