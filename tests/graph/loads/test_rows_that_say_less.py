"""A row that only says less than before has changed: what it no longer states goes, and it counts as merged."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.load.one_source import load_source
from tests.loading import CLUES, IDS, Loading, clear, counts

_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话"
_FULL = f"X1,一号,T1,张三,{IDS[0]},甲局,13812345678"
_WITHOUT_SUBJECT = "X1,一号,T1,,,甲局,13812345678"
_WITHOUT_PHONE = f"X1,一号,T1,张三,{IDS[0]},甲局,"
# A node that is described where a column is filled, and that no link leads to.
_LOOSE = """
name: loose
title: Calls 来电登记
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: loose.csv}
key: 编号
nodes:
  unit: {kind: Unit, key: 编号, fields: {name: 单位}}
  person: {kind: Person, when: 姓名, fields: {id_number: 身份证号, name: 姓名}}
"""
_TABLE = CLUES.replace(
    "read: {format: csv, files: clues.csv}", 'read: {format: sql, url: "sqlite:///{data}/c.db", query: SELECT * FROM c}'
)


@pytest.mark.parametrize("less", [_WITHOUT_SUBJECT, _WITHOUT_PHONE], ids=["subject", "phone"])
def test_a_row_of_a_file_that_lost_a_cell_is_merged(loading: Loading, less: str) -> None:
    loading.load(CLUES, f"{_HEAD}\n{_FULL}")
    source = loading.source(CLUES)
    loading.write("clues.csv", f"{_HEAD}\n{less}")

    dry = load_source(source, loading.folder, replace(loading.environment, dry_run=True), lambda *_: None)
    told = counts(load_source(source, loading.folder, loading.environment, lambda *_: None))

    assert told == counts(dry) == (1, 1, 0, 0)
    _assert_as_loaded_alone(loading, CLUES, f"{_HEAD}\n{less}")


@pytest.mark.parametrize("less", [_WITHOUT_SUBJECT, _WITHOUT_PHONE], ids=["subject", "phone"])
def test_a_row_of_a_table_that_lost_a_cell_is_merged(loading: Loading, less: str) -> None:
    _write_table(loading.folder, _FULL)
    loading.load(_TABLE)
    _write_table(loading.folder, less)

    told = counts(loading.load(_TABLE))
    again = counts(loading.load(_TABLE))

    assert (told, again) == ((1, 1, 0, 0), (1, 0, 1, 0))
    _assert_as_loaded_alone(loading, _TABLE)


def test_a_node_without_links_that_a_row_left_goes(loading: Loading) -> None:
    loading.load(_LOOSE, f"编号,单位,姓名,身份证号\n1,甲局,张三,{IDS[0]}")

    told = counts(loading.load(_LOOSE, "编号,单位,姓名,身份证号\n1,甲局,,"))

    assert told == (1, 1, 0, 0)
    _assert_as_loaded_alone(loading, _LOOSE, "编号,单位,姓名,身份证号\n1,甲局,,")


def _assert_as_loaded_alone(loading: Loading, declaration: str, rows: str | None = None) -> None:
    after = loading.hash()
    clear(loading.environment.writer)
    loading.load(declaration, rows)
    assert loading.hash() == after


def _write_table(folder: Path, row: str) -> None:
    names = _HEAD.split(",")
    with sqlite3.connect(folder / "c.db") as table:
        table.execute("DROP TABLE IF EXISTS c")
        table.execute(f"CREATE TABLE c ({', '.join(names)})")
        table.execute(f"INSERT INTO c VALUES ({', '.join('?' * len(names))})", row.split(","))  # noqa: S608
