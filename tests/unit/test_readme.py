"""The README names what a reader can run: every command and every make target."""

import re

import typer
from graphql import parse, validate

from graph_service.api.schema import build_schema
from graph_service.cli import build_app
from tests.unit.tree import ROOT, python

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


def test_the_page_of_the_house_names_what_is_there() -> None:
    text = (ROOT / "docs" / "house.md").read_text(encoding="utf-8").partition("## The way of a row")[2]
    named = {each for each in re.findall(r"`([\w/.]+)`", text) if "/" in each and "RULE" not in each}

    assert len(named) > 20
    assert [each for each in sorted(named) if not _is_there(each)] == []


def test_the_page_of_the_tests_names_every_setting_of_theirs() -> None:
    name = re.compile(r"\bLEADLINK_TEST_[A-Z0-9]+(?:_[A-Z0-9]+)*\b")
    read = {each for path in python("tests") for each in name.findall(path.read_text(encoding="utf-8"))}
    page = (ROOT / "docs" / "tests.md").read_text(encoding="utf-8").partition("## Settings")[2]

    assert len(read) > 30
    assert re.findall(r"^\| `(\w+)`", page, re.MULTILINE) == sorted(read)


def _is_there(name: str) -> bool:
    return any((ROOT / folder / name).exists() for folder in ("", "loaders", "graph_service", "graph_service/api"))
