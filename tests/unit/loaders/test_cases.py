"""Files as people really had them: what is right for each of them, row by row."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from graph_service.errors import BadInput
from loaders.declare.source_file import read_source
from tests.unit.loaders.case_files import came_of
from tests.unit.tree import ROOT

CASES = ROOT / "tests" / "data" / "cases"
_TOTALS = [(f"row {number}", ("", "total row")) for number in range(2, 17)]
_HEADER = ("row 2", ("", "header row"))
_VEHICLE = [("V1", ["赣K10001", "1990-03-07", "1990-03-07", "甲"])]
_RIGHT: dict[str, list[tuple[str, Any]]] = {
    "csv_bom_middle": [("B1", ["庚一"]), ("B2", ["庚二"]), ("B2", ["庚二"])],
    "csv_equals_quote": [
        ("E1", ["吴甲"]),
        ("E2", ["郑乙", "1990-03-07"]),
        ("E3", ["王丙", "1990-03-07"]),
        ("E4", ["冯丁", "1990-03-07"]),
    ],
    "csv_repeated_header": [("R1", ["陈一"]), _HEADER, ("R2", ["褚二"])],
    "csv_repeated_header_plain": [("R3", ["陈三"]), _HEADER, ("R4", ["褚四"])],
    "totals_forms": [("1", ["甲"]), *_TOTALS],
    "json_each": [
        ("row 1", ("电话", "nested value")),
        ("E2", ["丑二", "13870000013", "13870000014"]),
        ("row 3", ("电话", "phone")),
        ("row 4", ("电话", "phone")),
        ("E5", ["丑五", "13870000019"]),
        ("E6", ["丑六", "13870000019"]),
    ],
    "json_money_17": [
        ("M1", ["M1", 1234567890123456]),
        ("M2", ["M2", 12345678901234567]),
        ("M3", ["M3", 123456789012345]),
        ("M4", ["M4", 9876543210987654]),
        ("row 5", ("金额", "money_yuan")),
        ("M6", ["M6", 10000000000000001]),
    ],
    "json_nested_key": [
        ("row 1", ("编号", "nested value")),
        ("row 2", ("编号", "nested value")),
        ("row 3", ("编号", "truth value")),
        ("1", ["子四"]),
        ("12345678901234567", ["子五"]),
        ("100", ["子六"]),
        ("0.1", ["子七"]),
    ],
    "jsonl_array": [("1", ["壬一"]), ("2", ["壬二"])],
    "sql_gbk_text": [("S1", ["钱一", "1990-03-07"]), ("row 2", ("姓名", "bytes"))],
    "sql_leak": [("L1", ["钱好", "1990-03-07"]), ("row 2", ("姓名", "bytes"))],
    "xlsx_bad_number": [("row 1", ("身份证号", "unreadable value")), ("row 2", ("出生日期", "unreadable value"))],
    "xlsx_index_out": [("row 1", ("姓名", "unreadable value"))],
    "xlsx_sharedstrings_case": [("X1", ["沈一", "360502199003070016", "1990-03-07"])],
    "xlsx_styles_case": _VEHICLE,
    "xlsx_styles_ok": _VEHICLE,
}


@pytest.mark.parametrize("name", _RIGHT)
def test_each_row_is_read_exactly_or_refused_with_its_place(name: str) -> None:
    source = read_source(CASES / name / f"{name}.yaml")

    found = [
        (key, sorted(map(str, said)) if isinstance(said, list) else said) for key, said in came_of(source, CASES / name)
    ]

    right = [(key, sorted(map(str, said)) if isinstance(said, list) else said) for key, said in _RIGHT[name]]
    assert found == right


def test_every_case_is_tried() -> None:
    assert {path.name for path in CASES.iterdir()} == {*_RIGHT, "no_header_leak"}


def test_a_file_without_a_header_is_refused_without_its_cells() -> None:
    source = read_source(CASES / "no_header_leak" / "no_header_leak.yaml")

    with pytest.raises(BadInput, match="is the header missing") as caught:
        list(came_of(source, CASES / "no_header_leak"))

    told = f"{caught.value} {caught.value.zh}"
    assert not [cell for cell in ("360502199003070016", "张密件", "110105194912310", "李密件") if cell in told]


@pytest.mark.parametrize(
    "folder",
    [
        "a%41",
        "aA",
        "资料 100%",
        "资料 100%25#1?",
        "a&b;c'd",
        "x?mode=rwc&",
        "a#b",
        "sub/../a",
        "%2e%2e",
        '"quoted"',
        "a\\b",
    ],
)
def test_a_database_is_that_of_its_very_folder(tmp_path: Path, folder: str) -> None:
    shutil.copy(CASES / "sql_gbk_text" / "sql_gbk_text.yaml", tmp_path)
    (tmp_path / "sub").mkdir()
    for number, name in enumerate(dict.fromkeys((folder, folder.replace("%41", "A"), folder.split("?")[0], "x"))):
        (tmp_path / "data" / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / "sub").mkdir(exist_ok=True)
        with sqlite3.connect(tmp_path / "data" / name / "x.db") as database:
            database.execute("CREATE TABLE IF NOT EXISTS t (编号 TEXT, 姓名 TEXT, 出生日期 TEXT)")
            database.execute("INSERT INTO t VALUES (?, '孙一', '')", [f"O{number}"])
        database.close()
    source = read_source(tmp_path / "sql_gbk_text.yaml")

    assert list(came_of(source, tmp_path / "data" / folder)) == [("O0", ["孙一"])]


@pytest.mark.parametrize("name", ["a?b.db", "x.db?mode=rwc", "100%.db", "a#b.db"])
def test_a_database_may_have_signs_of_addresses_in_its_name(tmp_path: Path, name: str) -> None:
    declared = (CASES / "sql_gbk_text" / "sql_gbk_text.yaml").read_text(encoding="utf-8")
    (tmp_path / "own.yaml").write_text(declared.replace("x.db", name), encoding="utf-8")
    for number, each in enumerate((name, name.partition("?")[0])):
        with sqlite3.connect(tmp_path / each) as database:
            database.execute("CREATE TABLE IF NOT EXISTS t (编号 TEXT, 姓名 TEXT, 出生日期 TEXT)")
            database.execute("INSERT INTO t VALUES (?, '孙一', '')", [f"O{number}"])
        database.close()

    assert ("O0", ["孙一"]) in list(came_of(read_source(tmp_path / "own.yaml"), tmp_path))
