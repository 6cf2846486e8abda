"""Rejected rows go out as a workbook with the reasons, and come back alone when they are repaired."""

from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph_service.errors import BadInput, NotFound
from graph_service.user import user_name
from loaders.sync.rejects import export_rejects, retry_rejects
from loaders.sync.syncing import sync_source
from tests.loading import IDS, REGISTER, Loading, clear, counts
from tests.workbooks import exported, repair

_HEAD = "编号,身份证号,姓名,性别\n"
_WHOLE = _HEAD + f"1,{IDS[0]},张三,男\n2,123,李四,女\n3,{IDS[2]},王五,公\n"
_ROWS = f"{_WHOLE}4,=1+1\n"


def _sync(loading: Loading, rows: str) -> None:
    loading.write("register.csv", rows)
    sync_source(loading.source(REGISTER), loading.folder, loading.environment, lambda *_: None)


def _mend_the_first(loading: Loading, path: Path) -> None:
    """Load three rows, of which two are rejected, and the first of these again, repaired."""
    loading.load(REGISTER, _WHOLE)
    export_rejects(loading.environment, "register", path)
    rows = exported(path)
    rows[0]["身份证号"] = IDS[1]
    repair(path, rows)
    retry_rejects(loading.source(REGISTER), path, loading.environment, lambda *_: None)


def test_rows_are_exported_repaired_and_loaded_alone(loading: Loading, tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    assert counts(loading.load(REGISTER, _ROWS)) == (4, 1, 0, 3)

    assert export_rejects(loading.environment, "register", path) == 3
    with ZipFile(path) as parts:
        marks = [parts.read(each).decode() for each in ("docProps/core.xml", "xl/worksheets/sheet1.xml")]
    assert all(user_name() in each and str(datetime.now(UTC).year) in each for each in marks), "who and when"
    rows = exported(path)
    rows[0]["身份证号"] = IDS[1]
    rows[1]["性别"] = "女"
    repair(path, rows)
    outcome = retry_rejects(loading.source(REGISTER), path, loading.environment, lambda *_: None)

    assert counts(outcome) == (3, 2, 0, 1)
    marked = loading.rows("MATCH (r:RejectedRow) WHERE r.repaired_in IS NOT NULL RETURN r.row AS row ORDER BY row")
    assert [each["row"] for each in marked] == [2, 3]
    repaired = loading.hash()
    clear(loading.environment.writer)
    loading.load(REGISTER, _HEAD + f"1,{IDS[0]},张三,男\n2,{IDS[1]},李四,女\n3,{IDS[2]},王五,女\n")
    assert loading.hash() == repaired


def test_a_repair_is_asked_for_once_and_stands_when_the_source_is_listed_again(
    loading: Loading, tmp_path: Path
) -> None:
    path = tmp_path / "rejected.xlsx"
    _mend_the_first(loading, path)

    assert export_rejects(loading.environment, "register", path) == 1, "what was repaired, or tried again, comes once"
    before = loading.hash()
    _sync(loading, _WHOLE + f"5,{IDS[3]},赵六,男\n")
    _sync(loading, _WHOLE)

    assert loading.hash() == before
    states = {
        each["file"]: each["state"] for each in loading.rows("MATCH (l:Load) RETURN l.file AS file, l.state AS state")
    }
    assert states["repaired:rejected.xlsx"] == "DONE"
    export_rejects(loading.environment, "register", path)
    assert "123" not in {row["身份证号"] for row in exported(path)}, "the same wrong row was repaired"


def test_a_repair_whose_row_has_left_the_source_ends_with_it(loading: Loading, tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    _mend_the_first(loading, path)

    _sync(loading, _HEAD + f"1,{IDS[0]},张三,男\n")

    assert loading.rows("MATCH (l:Load {file: 'repaired:rejected.xlsx'}) RETURN l.state AS state") == [
        {"state": "WITHDRAWN"}
    ]
    assert not loading.rows("MATCH (p:Person {name: '李四'}) RETURN p.name AS name")


def test_reason_stands_beside_the_cell_in_both_languages(loading: Loading, tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    loading.load(REGISTER, _ROWS)
    export_rejects(loading.environment, "register", path)

    first, second, third = exported(path)

    assert first["row 行号"] == "2"
    assert first["column 问题列"] == "身份证号"
    assert first["身份证号"] == "123"
    assert first["reason"]
    assert first["原因"]
    assert second["column 问题列"] == "性别"
    assert third["身份证号"] == "=1+1"


def test_nothing_to_export_and_foreign_workbooks_are_refused(loading: Loading, tmp_path: Path) -> None:
    loading.load(REGISTER, _HEAD + f"1,{IDS[0]},张三,男\n")
    with pytest.raises(NotFound, match="no rejected rows"):
        export_rejects(loading.environment, "register", tmp_path / "rejected.xlsx")

    repair(tmp_path / "other.xlsx", [{"a": "b"}])
    with pytest.raises(BadInput, match="does not tell which row"):
        retry_rejects(loading.source(REGISTER), tmp_path / "other.xlsx", loading.environment, lambda *_: None)
    with pytest.raises(BadInput, match="not a workbook"):
        retry_rejects(loading.source(REGISTER), tmp_path / "no.xlsx", loading.environment, lambda *_: None)


def test_columns_that_are_passed_over_are_told_and_kept_in_the_ledger(loading: Loading) -> None:
    declaration = REGISTER.replace("key: 编号", "columns: open\nkey: 编号")

    outcome = loading.load(declaration, f"编号,身份证号,新列,姓名,性别\n1,{IDS[0]},x,张三,男\n")

    assert outcome.unused == ["新列"]
    assert loading.rows("MATCH (l:Load) RETURN l.passed_over AS names") == [{"names": ["新列"]}]
