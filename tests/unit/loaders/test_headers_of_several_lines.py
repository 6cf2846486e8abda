"""Headers of several lines: 家庭成员 above 姓名 and 关系 names two columns, in sheets and in text files."""

from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
import yaml

from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.drafting.session import draft_all
from loaders.readers import open_inputs
from loaders.readers.heading import header_of, is_under_title
from tests.drafting import NAMES, PEOPLE, drafts_of, stated_by

_SOURCE = """
name: kin
title: Kin
holder: IT
classification: INTERNAL
readers: [IT]
read: {{{read}}}
key: 编号
nodes:
  person: {{kind: Person, fields: {{name: 家庭成员.姓名}}}}
ignored: [姓名, 家庭成员.关系, 备注]
"""
_NAMES = ("编号", "姓名", "家庭成员.姓名", "家庭成员.关系", "备注")
_TOP, _SUB = ["编号", "姓名", "家庭成员", "", "备注"], ["", "", "姓名", "关系", ""]
_ROWS = [["1", "张三", "李四", "妻", ""], ["2", "王五", "赵六", "子", "无"]]


def _reading(read: str) -> SourceReading:
    return SourceReading.of(Source.model_validate(yaml.safe_load(_SOURCE.format(read=read))))


def _sheet(path: Path, title: bool, merged: str = "C{line}:D{line}", down: bool = True) -> Path:
    """Write a sheet whose names of columns stand in two lines, below a title over all of them."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    line = 2 if title else 1
    if title:
        sheet.merge_range("A1:E1", "干部家庭成员登记表")
    if merged:
        sheet.merge_range(merged.format(line=line), "家庭成员")
    for place in (0, 1, 4):
        if down:
            sheet.merge_range(line - 1, place, line, place, _TOP[place])
        else:
            sheet.write_string(line - 1, place, _TOP[place])
    for number, cells in enumerate([_SUB, *_ROWS], line):
        for place, cell in enumerate(cells):
            if cell:
                sheet.write_string(number, place, cell)
    book.close()
    return path


def _lines(title: bool = False) -> list[str]:
    rows = [_TOP, _SUB, *_ROWS]
    return [*(["干部家庭成员登记表,,,,"] if title else []), *(",".join(row) for row in rows)]


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("title", [True, False])
def test_a_sheet(tmp_path: Path, title: bool, down: bool) -> None:
    _sheet(tmp_path / "kin.xlsx", title, down=down)
    read = f"format: xlsx, files: kin.xlsx, header_row: {2 if title else 1}, header_lines: 2"

    (opened,) = open_inputs(_reading(read), tmp_path)

    assert opened.columns == _NAMES
    rows = [row for row in opened.rows() if isinstance(row, tuple)]
    assert [number for number, _ in rows] == [1, 2]
    assert [[cell or "" for cell in cells] for _, cells in rows] == _ROWS


@pytest.mark.parametrize("title", [True, False])
def test_a_text_file(tmp_path: Path, title: bool) -> None:
    (tmp_path / "kin.csv").write_text("\n".join(_lines(title)) + "\n", encoding="utf-8")
    read = f"format: csv, files: kin.csv, header_row: {2 if title else 1}, header_lines: 2"

    (opened,) = open_inputs(_reading(read), tmp_path)

    assert opened.columns == _NAMES
    assert list(opened.rows()) == [(1, _ROWS[0]), (2, _ROWS[1])]


def test_cells_merged_out_of_the_header_are_refused(tmp_path: Path) -> None:
    _sheet(tmp_path / "kin.xlsx", False, merged="C1:C3", down=False)

    with pytest.raises(BadInput, match="has merged cells") as refused:
        list(open_inputs(_reading("format: xlsx, files: kin.xlsx, header_lines: 2"), tmp_path))
    assert "read.header_lines" in str(refused.value)


def test_a_secret_title_above_a_text_file_is_refused(tmp_path: Path) -> None:
    text = "\n".join(["绝密★长期,,,,", *_lines()]) + "\n"
    (tmp_path / "kin.csv").write_text(text, encoding="utf-8")

    with pytest.raises(BadInput, match="mark of a state secret"):
        list(open_inputs(_reading("format: csv, files: kin.csv, header_row: 2, header_lines: 2"), tmp_path))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (_lines(), (1, 2)),
        (_lines(True), (2, 2)),
        (["登记表", "编号,姓名", "1,张三"], (2, 1)),
        (["编号,姓名", "1,张三"], (1, 1)),
        (["编号,姓名,备注", "张,三,"], (1, 1)),
        (["编号,姓名,", "1,,多出"], (1, 1)),
    ],
)
def test_where_a_header_stands_is_seen(lines: list[str], found: tuple[int, int]) -> None:
    assert header_of([line.split(",") for line in lines]) == found


@pytest.mark.parametrize(
    ("names", "under"),
    [
        (["登记表.编号", "登记表.姓名"], True),
        (["登记表.编号", "姓名"], True),
        (["编号", "家庭.姓名"], False),
        (["基本.姓名", "家庭.姓名"], False),
    ],
)
def test_a_title_is_no_name(names: list[str], under: bool) -> None:
    assert is_under_title(names) is under


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_draft_sees_the_lines_and_loads(tmp_path: Path, form: str) -> None:
    rows = [[number, name, "女"] for number, name in zip(PEOPLE, NAMES, strict=False)]
    lines = [["编号", "本人", "", ""], ["", "身份证号", "姓名", "性别"]]
    if form == "csv":
        made = [*(",".join(line) for line in lines), *(f"{place},{','.join(row)}" for place, row in enumerate(rows, 1))]
        (tmp_path / "list.csv").write_text("登记表,,,\n" + "\n".join(made) + "\n", encoding="utf-8")
    else:
        book = xlsxwriter.Workbook(str(tmp_path / "list.xlsx"))
        sheet = book.add_worksheet()
        sheet.merge_range("A1:D1", "登记表")
        sheet.merge_range("A2:A3", "编号")
        sheet.merge_range("B2:D2", "本人")
        for place, row in enumerate([["", *lines[1][1:]], *([str(at), *row] for at, row in enumerate(rows, 1))], 2):
            sheet.write_row(place, 0, [cell or None for cell in row])
        book.close()

    draft = drafts_of([tmp_path / f"list.{form}"])["list"]

    assert (draft["read"]["header_row"], draft["read"]["header_lines"]) == (2, 2)
    people = [values for kind, values in stated_by(tmp_path, "list") if kind == "Person"]
    assert {each["name"] for each in people} == {name for _, name, _ in rows}


def test_a_bad_file_costs_the_others_nothing(tmp_path: Path) -> None:
    good = tmp_path / "good.csv"
    good.write_text("身份证号,姓名\n" + "\n".join(map(",".join, zip(PEOPLE, NAMES, strict=False))) + "\n", "utf-8")
    (tmp_path / "empty.csv").touch()

    drafts = draft_all([tmp_path / "empty.csv", good, tmp_path / "none.csv"], tmp_path / "drafts", (), False)

    assert [path.name for path, _ in drafts.written] == ["good.yaml"]
    with pytest.raises(BadInput, match=r"2 files cannot be drafted: .*empty.csv: the file is empty.*none.csv"):
        drafts.require_all()
