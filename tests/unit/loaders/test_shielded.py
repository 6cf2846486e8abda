"""Cells shielded from spreadsheets lose the shield, and nothing else; a cell that is torn costs its row."""

from pathlib import Path

import pytest

from loaders.declare.parts import SourceReading
from loaders.readers import open_inputs
from loaders.rejection import Rejection, Sealed
from tests.unit.loaders.case_files import source_of


def _read(folder: Path, text: str) -> list[object]:
    (folder / "a.csv").write_text(text, encoding="utf-8")
    items = next(open_inputs(SourceReading.of(source_of({"format": "csv", "files": "a.csv"})), folder)).rows()
    rows = [item for item in items if not isinstance(item, Sealed)]
    return [item.reason.value_class if isinstance(item, Rejection) else item[1] for item in rows]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('="0012"', "0012"), ('"=""0012"""', "0012"), ('= "0012"', "0012"), (' ="0012" ', "0012"), ('"=""a,b"""', "a,b"),
        ("'0012", "0012"), ("`0012", "0012"), ("'0012'", "0012"), ("`0012`", "0012"), ("\"'0012\"", "0012"), ("\t'0012", "0012"),
        (' "张三"', "张三"), ('\t"张三" ', "张三"), (' "张""三"', '张"三'), ('=""', ""), ("'", ""),
    ],
)  # fmt: skip
def test_the_shield_is_taken_off(tmp_path: Path, written: str, meant: str) -> None:
    assert _read(tmp_path, f"编号,姓名,金额\nK1,{written},5\n") == [["K1", meant, "5"]]
    assert _read(tmp_path, f"编号,姓名,金额\nK1,5,{written}\n") == [["K1", "5", meant]]


@pytest.mark.parametrize(
    "text",
    [
        "it's",
        "'甲'和'乙'",
        "=1+1",
        "=A1",
        '5" pipe',
        "K'1'",
        '="a"&"b"',
        "O'Neill",
        "`a` und `b`",
        "=SUM(A1)",
        "') x //",
    ],
)
def test_other_quotes_and_formulas_stay_as_they_are(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, f"编号,姓名,金额\nK1,{text},5\n") == [["K1", text, "5"]]


@pytest.mark.parametrize("cell", ['="张,三"', ' "张,三"', '= "张,三"'])
def test_a_cell_torn_by_its_delimiter_costs_the_row(tmp_path: Path, cell: str) -> None:
    assert _read(tmp_path, f"编号,姓名,金额\nK1,{cell}\nK2,张三,5\n") == ["torn cell", ["K2", "张三", "5"]]


def test_the_header_may_be_shielded_as_well(tmp_path: Path) -> None:
    assert _read(tmp_path, '="编号",="姓名","=""金额"""\n="K1",="张三",="5"\n') == [["K1", "张三", "5"]]


@pytest.mark.parametrize(
    "line", ['\ufeff"K,2","张三",5', '\ufeff"K,2",张三,5', '\ufeff="K,2"'.replace(",", "") + ",张三,5"]
)
def test_a_mark_at_the_begin_of_a_file_put_behind_another_is_none_of_its_text(tmp_path: Path, line: str) -> None:
    found = _read(tmp_path, f"\ufeff编号,姓名,金额\nK1,李四,4\n{line}\n")

    assert found[1] in (["K,2", "张三", "5"], ["K2", "张三", "5"])
    assert found[0] == ["K1", "李四", "4"]
