"""Checked columns: they fill nothing, and a row where one cannot be read is rejected with the column and the rule."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.declare.parts import mapping_hash
from loaders.declare.source import Source
from loaders.declare.source_check import problems
from tests.unit.loaders.case_files import came_of

_CLAIMS = """
name: claims
title: Claims 报销
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: a.csv}
key: 单号
ignored: [状态]
checked: {返回日期: date, "金额(元)": money_yuan}
nodes:
  person: {kind: Person, when: 姓名, fields: {name: 姓名}}
"""
_REPORTS = """
name: reports
title: Reports 报告
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: jsonl, files: a.jsonl, columns: [号, 名, 日, 家.名, 家.生日]}
key: 号
checked: {日: date, 家.生日: date}
nodes:
  official: {kind: Person, fields: {name: 名}}
  kin: {kind: Person, each: 家, when: 家.名, fields: {name: 家.名}}
"""


def _source(text: str) -> Source:
    source = Source.model_validate(yaml.safe_load(text))
    assert problems(source) == []
    return source


def _claim(tmp_path: Path, row: str) -> tuple[str, Any]:
    (tmp_path / "a.csv").write_text(f"单号,姓名,状态,返回日期,金额(元)\n{row}\n", "utf-8")
    (came,) = came_of(_source(_CLAIMS), tmp_path)
    return came


@pytest.mark.parametrize("row", ["1,张三,,2024-02-28,12.50", "1,张三,,,", "1,张三,,无,"])
def test_a_checked_column_that_can_be_read_fills_nothing(tmp_path: Path, row: str) -> None:
    assert _claim(tmp_path, row) == ("1", ["张三"])


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("1,张三,,2024-02-31,12.50", ("返回日期", "date")),
        ("1,张三,,昨天,12.50", ("返回日期", "date")),
        ("1,张三,,2024-02-28,约五万", ("金额(元)", "money_yuan")),
    ],
)
def test_a_checked_column_that_cannot_be_read_rejects_its_row(tmp_path: Path, row: str, told: tuple[str, str]) -> None:
    assert _claim(tmp_path, row) == ("row 1", told)


@pytest.mark.parametrize(
    ("day", "birthdays", "column"),
    [
        ("2024-01-05", ["2001-02-28", None, ""], ""),
        ("2024-02-30", ["2001-02-28"], "日"),
        ("2024-01-05", ["2001-02-28", "2001-02-29"], "家.生日"),
        (["2024-01-05"], [], "日"),
    ],
)
def test_a_checked_column_in_a_list_is_read_in_each_element(
    tmp_path: Path, day: object, birthdays: list[str | None], column: str
) -> None:
    kin = [{"名": "李四", "生日": born} for born in birthdays]
    row = {"号": "1", "名": "张三", "日": day, "家": kin}
    (tmp_path / "a.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")

    ((key, came),) = came_of(_source(_REPORTS), tmp_path)

    assert (key, came[0]) == (("row 1", column) if column else ("1", "张三"))


def test_a_key_can_be_checked_and_a_checked_column_can_be_lost(tmp_path: Path) -> None:
    text = _CLAIMS.replace('checked: {返回日期: date, "金额(元)": money_yuan}', "checked: {单号: uscc, 返回日期: date}")
    source = _source(text.replace("ignored: [状态]", "optional: [返回日期]"))
    (tmp_path / "a.csv").write_text("单号,姓名\n91350100M000100Y43,张三\n91350100M000100Y44,李四\n", "utf-8")

    assert list(came_of(source, tmp_path)) == [("91350100M000100Y43", ["张三"]), ("row 2", ("单号", "uscc"))]


def test_a_checked_column_changes_the_mapping_of_a_source() -> None:
    """So the rows are read again; a declaration without one keeps the hash that it had before checks were."""
    source = _source(_CLAIMS)
    plain = source.model_copy(update={"checked": {}})

    assert mapping_hash(source) != mapping_hash(plain)
    assert mapping_hash(plain) == "cddfa1282000f322"
