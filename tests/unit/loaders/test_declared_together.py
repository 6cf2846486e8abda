"""Declarations given together: the problems of all are told before anything is read."""

from pathlib import Path

import pytest

from graph_service.errors import BadInput
from graph_service.progress import Silent, Steps
from graph_service.settings import read_settings
from loaders.bulk.session import ImportOptions, import_all
from loaders.declare.source_file import read_sources
from loaders.load.one_source import Outcome
from tests.loading import CLUES, REGISTER, UNITS


class _Unwatched:
    steps: Steps = Silent()

    def advance(self, source: str, rows: int, rejected: int) -> None:
        """Show nothing."""

    def finished(self, outcome: Outcome) -> None:
        """Show nothing."""


def _written(folder: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [folder / f"{name}.yaml" for name in texts]


def test_the_problems_of_all_declarations_are_told_at_once(tmp_path: Path) -> None:
    paths = _written(
        tmp_path,
        clues=CLUES.replace("kind: Clue", "kind: Clew").replace("type: NAMES", "type: NAME", 1),
        units=UNITS,
        register="name: [",
    )

    with pytest.raises(BadInput) as caught:
        read_sources([*paths, tmp_path / "none.yaml"])

    told = caught.value.what
    for part in (
        "3 declarations",
        "clues.yaml",
        "Clew",
        "'NAME'",
        "register.yaml",
        "not YAML",
        "none.yaml",
        "not exist",
    ):
        assert part in told
    assert "units.yaml: " not in told
    assert caught.value.zh


def test_one_refusal_among_many_is_told_as_if_alone(tmp_path: Path) -> None:
    paths = _written(tmp_path, units=UNITS, register=REGISTER.replace("kind: Person", "kind: Persona"))

    with pytest.raises(BadInput) as caught:
        read_sources(paths)

    assert caught.value.where == str(paths[1])
    assert [source.name for source in read_sources(paths[:1])] == ["units"]


def test_an_import_says_that_it_cannot_bind_two_loose_ends(tmp_path: Path) -> None:
    link = "{type: KIN_OF, from: {kind: Person, source: register, column: a}, to: {kind: Person, by: name, column: b}}"
    head = REGISTER.partition("key:")[0].replace("name: register", "name: kin")
    paths = _written(tmp_path, register=REGISTER, kin=f"{head}key: [a, b]\nlinks:\n  - {link}\n")

    with pytest.raises(BadInput, match=r"both ends of links\.0 of source kin") as caught:
        import_all(ImportOptions(paths, tmp_path), read_settings(home=tmp_path / "home"), _Unwatched())

    assert "leadlink load" in caught.value.mend
