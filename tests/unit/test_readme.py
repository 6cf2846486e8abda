"""The README names what a reader can run: every command and every make target."""

import re

import typer
from graphql import parse, validate

from graph_service.api.schema import build_schema
from graph_service.cli import build_app
from tests.unit.tree import ROOT, files, named, python

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_table() -> None:
    app = typer.main.get_command(build_app())
    assert isinstance(app, typer.core.TyperGroup)

    table = README.partition("## Commands")[2].partition("\n## ")[0]
    told = set(re.findall(r"`leadlink ([a-z0-9]+)", table))
    assert told == set(app.commands)


def test_every_make_target_is_named() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE)) - {"help"}

    (line,) = [line for line in README.splitlines() if line.startswith("`make` targets:")]
    assert set(re.findall(r"`([a-z]+)`", line)) - {"make"} == targets


def test_every_operation_that_the_readme_shows_is_valid() -> None:
    shown = re.findall(r"`((?:\{ [a-z]|mutation|subscription)[^`]*\})`", README)

    assert any("seriesList" in text for text in shown)
    assert [text for text in shown if validate(build_schema()._schema, parse(text))] == []


def test_the_tree_of_the_readme_has_every_folder() -> None:
    shown = _tree()
    folders = {named(path.parent).split("/")[0] for path in files() if path.parent != ROOT}

    assert {top for tops, _ in shown for top in tops} == {each for each in folders if not each.startswith(".")}
    for tops, told in shown:
        if len(tops) == 1 and tops[0] in {"schema", "loaders", "queries", "graph_service", "tests"}:
            assert set(re.findall(r"\b(\w+)/", told)) - {*tops} == _folders_of(tops[0]), tops[0]
            assert [each for each in re.findall(r"\b\w+\.py\b", told) if not (ROOT / tops[0] / each).is_file()] == []


def test_the_page_of_the_tests_names_every_setting_of_theirs() -> None:
    name = re.compile(r"\bLEADLINK_TEST_[A-Z0-9]+(?:_[A-Z0-9]+)*\b")
    read = {each for path in python("tests") for each in name.findall(path.read_text(encoding="utf-8"))}
    page = (ROOT / "docs" / "tests.md").read_text(encoding="utf-8").partition("## Settings")[2]

    assert len(read) > 30
    assert re.findall(r"^\| `(\w+)`", page, re.MULTILINE) == sorted(read)


def _tree() -> list[tuple[list[str], str]]:
    """Return the tree of the README: the folders that a line at its edge begins with, and what it tells of them."""
    text = README.partition("## How it is built\n\n```\n")[2].partition("```")[0]
    parts = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    return [(re.findall(r"\w+", re.match(r"(?:\w+/ ?)+", part)[0]), part) for part in parts]  # type: ignore[index]


def _folders_of(top: str) -> set[str]:
    return {
        path.relative_to(ROOT / top).parts[0]
        for path in files()
        if named(path).startswith(f"{top}/") and path.parent != ROOT / top
    }
