"""What this machine keeps of a load: rows to roll back by, cells of rejected rows, and what is taken out of both later."""

import datetime as dt
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from graph_service.errors import NotFound
from loaders.declare.source import Source
from loaders.ledger.kept_out import forget_sealed
from loaders.ledger.kept_rows import KeptDeclaration, KeptLoad, KeptRows, drop_kept, path_of, read_kept
from loaders.ledger.reject_file import RejectFile
from loaders.rejection import Reason, Rejection
from tests.loading import CLUES

_COLUMNS = ["线索编号", "标题", "部门", "被反映人", "身份证号", "单位", "电话", "备注"]


@pytest.fixture
def source() -> Source:
    return Source.model_validate(yaml.safe_load(CLUES))


def _kept(home: Path, source: Source, *frames: list[list[object]], removed: tuple[str, ...] = ()) -> Path:
    path = path_of(home, "load_1")
    kept = KeptRows(path, _COLUMNS, KeptDeclaration.of(source))
    number = 0
    for frame in frames:
        for cells in frame:
            number += 1
            kept.add(number, cells)
        kept.flush()
    if removed:
        kept.remove(removed)
    kept.close()
    return path


def _read(home: Path) -> KeptLoad:
    kept = read_kept(home, "load_1")
    assert kept
    return kept


def _cells(key: str, *more: object) -> list[object]:
    return [key, *more, *[None] * (len(_COLUMNS) - 1 - len(more))]


def test_rows_are_read_back_as_they_were_without_columns_that_nobody_uses(tmp_path: Path, source: Source) -> None:
    moment = dt.datetime(2024, 5, 1, 8, 30, 0, 5)
    first = ["X1", Decimal("7.10"), moment, dt.date(2024, 5, 1), dt.time(8, 30), b"\x00\xff", 7.5, "秘密备注"]
    _kept(tmp_path, source, [first], [_cells("X2", True, {"~decimal": 7}, {"a": 1, "b": 2}, {"~other": "x"})])

    kept = _read(tmp_path)

    assert kept.columns == tuple(_COLUMNS[:-1]), "备注 is not used"
    assert kept.source == source
    assert list(kept.rows()) == [
        (1, first[:-1]),
        (2, ["X2", True, {"~decimal": 7}, {"a": 1, "b": 2}, {"~other": "x"}, None, None]),
    ]
    assert "秘密备注".encode() not in path_of(tmp_path, "load_1").read_bytes()


def test_only_the_owner_may_read_what_is_kept(tmp_path: Path, source: Source) -> None:
    path = _kept(tmp_path / "home", source, [_cells("X1")])

    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_load_without_a_row_is_kept_as_one(tmp_path: Path, source: Source) -> None:
    _kept(tmp_path, source, [])

    assert list(_read(tmp_path).rows()) == []


def test_nothing_is_kept_where_nothing_is_to_be(tmp_path: Path, source: Source) -> None:
    kept = KeptRows(None, _COLUMNS, KeptDeclaration.of(source))
    kept.add(1, _cells("X1"))
    kept.flush()
    kept.remove(["X1"])
    kept.close()

    assert read_kept(tmp_path, "load_1") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("cut", [1, 2, 3, 7, 20])
def test_a_frame_that_was_cut_off_had_not_been_merged(cut: int, tmp_path: Path, source: Source) -> None:
    path = _kept(tmp_path, source, [_cells("X1")], [_cells("X2")])
    path.write_bytes(path.read_bytes()[:-cut])

    assert [cells[0] for _, cells in _read(tmp_path).rows()] == ["X1"]


def test_a_file_without_its_head_is_refused(tmp_path: Path, source: Source) -> None:
    path = _kept(tmp_path, source, [_cells("X1")])
    path.write_bytes(path.read_bytes()[:9])

    with pytest.raises(NotFound, match="cannot be read"):
        read_kept(tmp_path, "load_1")


def test_rows_that_were_taken_back_are_told_by_their_keys(tmp_path: Path, source: Source) -> None:
    _kept(tmp_path, source, [_cells("X1")], removed=("X7", "X8"))

    assert list(_read(tmp_path).removed()) == ["X7", "X8"]
    assert [number for number, _ in _read(tmp_path).rows()] == [1]


def test_what_was_kept_of_a_load_can_be_dropped_twice(tmp_path: Path, source: Source) -> None:
    _kept(tmp_path, source, [_cells("X1")])

    drop_kept(tmp_path, ["load_0", "load_1"])
    drop_kept(tmp_path, ["load_1"])

    assert read_kept(tmp_path, "load_1") is None


def _rejects(path: Path, columns: list[str], *cells: Sequence[object], dry_run: bool = False) -> RejectFile:
    file = RejectFile(path, columns, dry_run)
    for row, each in enumerate(cells, 1):
        file.write(Rejection(row, Reason("is wrong", "有误", "class", "标题"), each))
    file.close()
    return file


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_rejected_row_is_kept_with_its_reason_and_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "rejects" / "load_1.jsonl"

    file = _rejects(path, ["a", "b"], ["x", 7], [dt.date(2024, 5, 1), None, 7.5])

    about = {"column": "标题", "value_class": "class", "reason": "is wrong", "reason_zh": "有误", "columns": ["a", "b"]}
    assert _lines(path) == [
        {"row": 1, **about, "cells": ["x", 7]},
        {"row": 2, **about, "cells": ["2024-05-01", None, 7.5]},
    ]
    assert (file.path, path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (path, 0o600, 0o700)


def test_who_made_the_report_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "load_1.jsonl"

    _rejects(path, ["标题", "举报人", "编号"], ["x", "王某", "1"], ["x", "王某"])

    assert [line["cells"] for line in _lines(path)] == [["x", None, "1"], []]
    assert "王某" not in path.read_text(encoding="utf-8")


def test_of_many_rejected_rows_the_first_twenty_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "load_1.jsonl"

    file = _rejects(path, ["a"], *[[place] for place in range(25)])

    assert [each.row for each in file.first] == list(range(1, 21))
    assert len(_lines(path)) == 25


def test_a_dry_run_and_a_sealed_row_leave_no_file(tmp_path: Path) -> None:
    dry = _rejects(tmp_path / "dry.jsonl", ["a"], ["x"], dry_run=True)
    sealed = RejectFile(tmp_path / "sealed.jsonl", ["a"], False)
    sealed.remember(Rejection(1, Reason("is sealed", "密"), []))
    sealed.close()

    assert (len(dry.first), dry.path, len(sealed.first), sealed.path) == (1, None, 1, None)
    assert list(tmp_path.iterdir()) == []


def test_a_row_that_is_sealed_later_leaves_all_that_was_kept_of_it(tmp_path: Path, source: Source) -> None:
    path = _kept(tmp_path, source, [_cells("X1", "secret"), _cells("X2", "open")], removed=("X1", "X7"))
    rejects = tmp_path / "rejects" / "load_1.jsonl"
    _rejects(rejects, _COLUMNS, _cells("X1", "secret"), _cells("X2", "open"), ["X1", "too short"], _cells("", "no key"))

    forget_sealed(tmp_path, source.key, ["load_0", "load_1"], {"X1"})

    kept = _read(tmp_path)
    assert [(number, cells[:2]) for number, cells in kept.rows()] == [(2, ["X2", "open"])]
    assert list(kept.removed()) == ["X7"]
    assert [line["cells"] for line in _lines(rejects)] == [
        [],
        _cells("X2", "open"),
        ["X1", "too short"],
        _cells("", "no key"),
    ]
    assert {path.stat().st_mode & 0o777, rejects.stat().st_mode & 0o777} == {0o600}
    assert sorted(each.name for each in tmp_path.rglob("*.draft")) == []


def test_files_that_hold_no_sealed_row_stay_as_they_are(tmp_path: Path, source: Source) -> None:
    path = _kept(tmp_path, source, [_cells("X2")], removed=("X7",))
    rejects = tmp_path / "rejects" / "load_1.jsonl"
    _rejects(rejects, _COLUMNS, _cells("X2"))
    before = (path.stat().st_ino, rejects.stat().st_ino)

    forget_sealed(tmp_path, source.key, ["load_1"], {"X1"})

    assert (path.stat().st_ino, rejects.stat().st_ino) == before
