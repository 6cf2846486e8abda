"""Columns whose names are spaced or broken for the eye are the declared ones, where only one can be meant."""

from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
import yaml

from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.readers import open_inputs
from loaders.readers.contract import rules_of
from loaders.reporters import names_reporter

_SOURCE = """
name: named
title: Named
holder: IT
classification: INTERNAL
readers: [IT]
read: {{format: {format}, files: "named.{format}"}}
key: {key}
nodes:
  person: {{kind: Person, fields: {{name: {name}}}}}
ignored: {ignored}
"""


def _reading(form: str = "csv", key: str = "编号", name: str = "姓名", ignored: str = "[]") -> SourceReading:
    declared = yaml.safe_load(_SOURCE.format(format=form, key=key, name=name, ignored=ignored))
    return SourceReading.of(Source.model_validate(declared))


def _columns(folder: Path, header: str, reading: SourceReading) -> tuple[str, ...]:
    (folder / "named.csv").write_text(f"{header}\n1,张三\n", encoding="utf-8")
    (opened,) = open_inputs(reading, folder)
    assert list(opened.rows()) == [(1, ["1", "张三"])]
    return opened.columns


@pytest.mark.parametrize(
    "header",
    ["编 号,姓　名", '"编\n号","姓\r\n名"', "编号,姓  名", "编\u200b号,姓\u00a0名", " 编号 , 姓 名 ", "编号,姓名"],
)
def test_a_spaced_header_is_the_declared_one(tmp_path: Path, header: str) -> None:
    assert _columns(tmp_path, header, _reading()) == ("编号", "姓名")


@pytest.mark.parametrize("name", ['"姓 名"', '"被反映人\\n姓名"', '"full name"'])
def test_a_declaration_may_have_the_blanks_as_well(tmp_path: Path, name: str) -> None:
    bare = {'"姓 名"': "姓名", '"full name"': "fullname"}.get(name, "被反映人 姓名")

    assert _columns(tmp_path, f"编号,{bare}", _reading(name=name)) == ("编号", yaml.safe_load(name))


@pytest.mark.parametrize(
    ("header", "ignored"), [("编号,姓 名,姓  名", "[]"), ("编号,姓　名,姓 名", '["姓 名"]'), ("编号,姓 氏", "[]")]
)
def test_where_two_may_be_meant_none_is(tmp_path: Path, header: str, ignored: str) -> None:
    (tmp_path / "named.csv").write_text(f"{header}\n1,张三,李四\n", encoding="utf-8")

    with pytest.raises(BadInput, match="the header does not fit"):
        list(open_inputs(_reading(ignored=ignored), tmp_path))


def test_a_workbook_with_broken_lines_in_its_header_is_read_and_its_faults_told(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "named.xlsx"))
    sheet = book.add_worksheet()
    for line, cells in enumerate([["编\n号", "姓\n名"], ["1", "张三"], ["2", ""]]):
        sheet.write_row(line, 0, cells)
    sheet.write_formula(2, 1, "=1/0", value="#DIV/0!")
    book.close()

    (opened,) = open_inputs(_reading("xlsx"), tmp_path)
    first, second = opened.rows()

    assert (opened.columns, first) == (("编号", "姓名"), (1, ["1", "张三"]))
    assert not isinstance(second, tuple), "a cell of a used column that cannot be read rejects its row"


def test_what_must_not_come_in_is_known_with_blanks_too() -> None:
    assert [rule.columns for rule in rules_of(_reading(), ("编号", "密 级"), ())] == [("密 级",)]
    assert names_reporter("举 报 人\n电话")
    assert not names_reporter("被 举报人")
