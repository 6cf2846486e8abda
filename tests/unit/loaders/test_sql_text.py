"""The text of a declared query reaches the database as it is written: a colon in it is never a parameter."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from loaders.declare.parts import SourceReading
from loaders.readers.sql_rows import QueryRows, as_written
from loaders.readers.tables import open_whole
from tests.unit.loaders.case_files import source_of

_READ: dict[str, Any] = {"format": "sql", "url": "sqlite:///{data}/r.db"}


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ":ID" AS 编号, ":name" AS 姓名, 5 AS 金额 FROM t',
        'SELECT \':x\' || ":ID" AS 编号, ":name" AS 姓名, 5 AS 金额 FROM t;',
        'SELECT ":ID" AS 编号, ":name" AS 姓名, 5 AS 金额 FROM t WHERE \':a:b::c\' <> ":name" -- at 10:30',
        'SELECT "\\:ID" AS 编号, ":name" AS 姓名, 5 AS 金额 FROM t',
    ],
    ids=["names", "text", "comment and cast", "escaped already"],
)
def test_colons_are_no_parameters(tmp_path: Path, query: str) -> None:
    with sqlite3.connect(tmp_path / "r.db") as database:
        database.execute('CREATE TABLE t (":ID" TEXT, ":name" TEXT)')
        database.execute("INSERT INTO t VALUES ('1', '甲')")
    database.close()
    (opened,) = open_whole(SourceReading.of(source_of({**_READ, "query": query})), tmp_path)

    (row,) = opened.rows()

    assert row in [(1, ["1", "甲", 5]), (1, [":x1", "甲", 5])]


def test_a_query_to_choose_from_keeps_its_colons_too() -> None:
    chosen = QueryRows('SELECT ":ID" AS id, now()::date AS day FROM t', {"id": "id", "day": "day"})

    assert '":ID"' in str(chosen.with_keys(["id"], [["1"]]))
    assert "now()::date" in str(as_written("SELECT now()::date"))
