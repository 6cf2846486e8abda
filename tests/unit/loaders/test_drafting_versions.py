"""A table that tells when its rows were changed is drafted with that as its version."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from loaders.declare.source_file import read_source
from tests.drafting import NAMES, PEOPLE, csv_file, drafts_of


def _table(path: Path, column: str, cells: list[str | None]) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f'CREATE TABLE people (id INTEGER, 姓名 TEXT, 身份证号 TEXT, "{column}" TEXT)')
        rows = [(n, NAMES[n], PEOPLE[n], cell) for n, cell in enumerate(cells)]
        connection.executemany("INSERT INTO people VALUES (?, ?, ?, ?)", rows)
        connection.commit()
    return path


_TIMES: list[str | None] = [f"2024-03-{n % 28 + 1:02} 10:{n:02}:00" for n in range(40)]
_DAYS: list[str | None] = [f"2024-03-{n % 28 + 1:02}" for n in range(40)]


@pytest.mark.parametrize("column", ["更新时间", "最后修改时间", "updated_at", "LastModified", "gxsj", "update_time"])
def test_a_column_of_times_of_change_is_the_version(tmp_path: Path, column: str) -> None:
    draft = drafts_of([_table(tmp_path / "people.db", column, _TIMES)])["people"]

    assert (draft["version"], draft["key"]) == (column, "id")
    assert column not in draft.get("ignored", [])
    assert read_source(tmp_path / "drafts" / "people.yaml").version is not None


@pytest.mark.parametrize(
    ("column", "cells"),
    [("入职时间", _TIMES), ("更新时间", [*_TIMES[:39], None]), ("更新时间", ["昨天"] * 40), ("变更日期", _DAYS)],
)
def test_what_is_no_time_of_change_of_every_row_is_no_version(tmp_path: Path, column: str, cells: Any) -> None:
    assert "version" not in drafts_of([_table(tmp_path / "people.db", column, cells)])["people"]


def test_a_file_has_the_order_of_its_lines(tmp_path: Path) -> None:
    rows = (f"{n},{NAMES[n]},{_TIMES[n]}" for n in range(40))

    assert "version" not in drafts_of([csv_file(tmp_path / "people.csv", "id,姓名,更新时间", rows)])["people"]
