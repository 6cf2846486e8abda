"""Which files of the data folder a source reads: those that match, none outside, and nothing that is no file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.readers import open_inputs


def _open(folder: Path, files: str) -> None:
    _opened(folder, files)


def _opened(folder: Path, files: str) -> str:
    source = Source.model_validate(
        {
            "name": "sample",
            "title": "Sample",
            "holder": "IT",
            "classification": "PUBLIC",
            "readers": ["EVERYONE"],
            "read": {"format": "csv", "files": files},
            "key": "编号",
            "nodes": {"clue": {"kind": "Clue", "fields": {"number": "编号"}}},
        }
    )
    return next(open_inputs(SourceReading.of(source), folder)).file


def test_missing_file_names_pattern_and_folder(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("x")

    with pytest.raises(BadInput) as caught:
        _open(tmp_path, "*.csv")

    assert "no file matches '*.csv'" in caught.value.what
    assert str(tmp_path) in caught.value.where
    assert "b.txt" in caught.value.mend


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_matches_and_is_no_file_is_told(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.csv")

    with pytest.raises(BadInput, match=r"what matches '\*\.csv' of source sample is no file"):
        _open(tmp_path, "*.csv")


@pytest.mark.parametrize("name", ["x[1].csv", "名单[终].csv", "a[!b].csv"])
def test_a_name_with_brackets_is_that_of_the_very_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "x1.csv").write_text("编号\nother\n", encoding="utf-8")
    (tmp_path / name).write_text("编号\nmeant\n", encoding="utf-8")

    assert _opened(tmp_path, name) == name


def test_pattern_cannot_leave_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("编号\n1\n", encoding="utf-8")
    (tmp_path / "in").mkdir()

    with pytest.raises(BadInput):
        _open(tmp_path / "in", "../*.csv")
