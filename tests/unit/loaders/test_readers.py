"""Files in real encodings and forms: each row exactly, or refused with its reason; a file that does not fit, whole."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.readers import Opened, open_inputs
from loaders.rejection import Rejection

_BASE: dict[str, Any] = {
    "name": "sample",
    "title": "Sample",
    "holder": "IT",
    "classification": "PUBLIC",
    "readers": ["EVERYONE"],
    "key": "编号",
    "nodes": {"clue": {"kind": "Clue", "fields": {"number": "编号", "title": "标题", "text": "内容"}}},
}
_HEAD = "编号,标题,内容\n"


def _open(folder: Path, read: dict[str, Any], **more: Any) -> Opened:
    source = Source.model_validate(_BASE | {"read": read} | more)
    return next(open_inputs(SourceReading.of(source), folder))


def _rows(folder: Path, read: dict[str, Any], **more: Any) -> list[Any]:
    return list(_open(folder, read, **more).rows())


def _csv(folder: Path, data: bytes, encoding: str = "utf-8", **more: Any) -> list[Any]:
    (folder / "a.csv").write_bytes(data)
    return _rows(folder, {"format": "csv", "files": "*.csv", "encoding": encoding}, **more)


def _refusal(folder: Path, data: bytes, encoding: str = "utf-8", **more: Any) -> str:
    with pytest.raises(BadInput) as caught:
        _csv(folder, data, encoding, **more)
    assert caught.value.where
    assert caught.value.mend
    return caught.value.what


_TEXT = _HEAD + "1,𠮷䶮,饮酒\n2,张三,公车\n"
_ROWS = [(1, ["1", "𠮷䶮", "饮酒"]), (2, ["2", "张三", "公车"])]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (_TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + _TEXT.encode(), "utf-8"),
        (_TEXT.encode("gb18030"), "gb18030"),
        (_TEXT.encode("gb18030"), "gbk"),
        (_TEXT.replace("\n", "\r\n").encode(), "utf-8"),
        (_TEXT.replace("\n", "\r").encode(), "utf-8"),
        (_TEXT.replace("饮酒\n", "饮酒\r\n").encode(), "utf-8"),
    ],
    ids=["utf-8", "bom", "gb18030", "gbk", "crlf", "cr", "mixed line ends"],
)
def test_text_is_read_exactly(tmp_path: Path, data: bytes, encoding: str) -> None:
    assert _csv(tmp_path, data, encoding) == _ROWS


def test_wrong_encoding_names_the_byte_and_the_line(tmp_path: Path) -> None:
    data = (_HEAD + "1,a,b\n").encode() + "2,张三,公车\n".encode("gb18030")

    told = _refusal(tmp_path, data)

    assert told == f"byte 0xd5 at offset {len((_HEAD + '1,a,b').encode()) + 3} (line 3) is not utf-8"


@pytest.mark.parametrize("rows", ["1,张三,b\n2,李四,b\n", "1,张三,b\n" * 200_000])
def test_short_names_in_utf_8_are_no_gb18030(tmp_path: Path, rows: str) -> None:
    data = b"no,name,what\n" + rows.encode()
    assert data.decode("gb18030"), "their bytes are good GB18030 as well"

    assert _refusal(tmp_path, data, "gb18030") == "sequence of UTF-8 at offset 15 (line 2) is not gb18030"


def test_what_is_gb18030_by_more_than_one_cell_is_read(tmp_path: Path) -> None:
    data = _HEAD + "1,联通,a\n"

    assert _csv(tmp_path, data.encode("gb18030"), "gb18030") == [(1, ["1", "联通", "a"])]


def test_wrong_encoding_is_found_beyond_the_first_block(tmp_path: Path) -> None:
    good = (_HEAD + "1,张三,公车\n" * 120_000).encode("gb18030")

    assert f"at offset {len(good)}" in _refusal(tmp_path, good + b"\xff\xff\n", "gb18030")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_utf16_is_refused(tmp_path: Path, encoding: str) -> None:
    assert "is not utf-8" in _refusal(tmp_path, _TEXT.encode(encoding)).replace(
        "UTF-16, not utf-8 text", "is not utf-8"
    )


def test_truncated_character_and_nul_are_refused(tmp_path: Path) -> None:
    assert "is not utf-8" in _refusal(tmp_path, _TEXT.encode()[:-2] + "车".encode()[:2])
    assert "0x00 (NUL)" in _refusal(tmp_path, (_HEAD + "1,a\x00,b\n").encode())


def test_quotes_keep_line_ends_and_delimiters(tmp_path: Path) -> None:
    assert _csv(tmp_path, (_HEAD + '1,"a\nb","c,""d"""\n').encode()) == [(1, ["1", "a\nb", 'c,"d"'])]


def test_unclosed_quote_costs_its_row_only(tmp_path: Path) -> None:
    rows = _csv(tmp_path, (_HEAD + '1,"a,b\n2,c,d\n3,"e\nf",g\n').encode())

    assert isinstance(rows[0], Rejection)
    assert (rows[0].row, rows[0].reason.value_class) == (1, "unclosed quote")
    assert rows[1:] == [(2, ["2", "c", "d"]), (3, ["3", "e\nf", "g"])]


def test_quote_inside_a_plain_value_is_a_character(tmp_path: Path) -> None:
    assert _csv(tmp_path, (_HEAD + '1,5" pipe,b\n2,c,d\n').encode()) == [
        (1, ["1", '5" pipe', "b"]),
        (2, ["2", "c", "d"]),
    ]


def test_row_of_another_length_is_rejected(tmp_path: Path) -> None:
    rows = _csv(tmp_path, (_HEAD + "1,a\n2,a,b,c\n3,a,b,\n4,a,b\n").encode())

    assert [(row.row, row.reason.en.split(";")[0]) for row in rows[:2]] == [
        (1, "has 2 columns where the header has 3"),
        (2, "has 4 columns where the header has 3"),
    ]
    assert rows[2:] == [(3, ["3", "a", "b"]), (4, ["4", "a", "b"])]


def test_total_row_is_rejected_as_such(tmp_path: Path) -> None:
    rows = _csv(tmp_path, (_HEAD + "1,a,b\n合计,,12\n,总计,12\n").encode())

    assert [row.reason.value_class for row in rows[1:]] == ["total row", "total row"]


def test_overlong_cell_is_rejected(tmp_path: Path) -> None:
    rows = _csv(tmp_path, (_HEAD + f"1,{'a' * 40_000},b\n2,c,d\n").encode())

    assert rows[0].reason.value_class == "cell too long"
    assert rows[1] == (2, ["2", "c", "d"])


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "编号,标提,内容\n",
            "column '标题' missing; the header has '标提'; column '标提' unknown; did you mean '标题'?",
        ),
        ("编号,标题,内容,标题\n", "column '标题' stands 2 times"),
        ("编号,标题,内容,备注\n", "column '备注' unknown"),
        ("编号,标题,内容,,x\n", "column 4 has no name"),
        ("编号;标题;内容\n", "one column with ';' in it"),
        ("\n", "empty"),
    ],
)
def test_header_that_does_not_fit_refuses_the_file(tmp_path: Path, head: str, told: str) -> None:
    assert told in _refusal(tmp_path, (head + "1,a,b\n").encode() if told != "empty" else b"")


def test_open_columns_pass_what_is_unknown(tmp_path: Path) -> None:
    assert _csv(tmp_path, "备注,编号,标题,内容\nx,1,a,b\n".encode(), columns="open") == [(1, ["x", "1", "a", "b"])]


def _workbook(path: Path, rows: list[list[Any]], sheet: str = "台账") -> None:
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.add_worksheet("空表")
    book.close()


def test_workbook_is_read_by_sheet_and_header_row(tmp_path: Path) -> None:
    _workbook(
        tmp_path / "a.xlsx",
        [["说明"], ["编号", "标题", "内容"], ["1", "甲", "乙"], ["合计", "", 3], [], [2, 1.5, True]],
    )

    rows = _rows(tmp_path, {"format": "xlsx", "files": "a.xlsx", "sheet": "台账", "header_row": 2})

    assert rows[0] == (1, ["1", "甲", "乙"])
    assert rows[1].reason.value_class == "total row"
    assert [str(cell) for cell in rows[2][1]][:2] == ["2", "1.5"]
    assert rows[2][0] == 4


def test_sheets_that_are_empty_or_unknown_are_refused(tmp_path: Path) -> None:
    _workbook(tmp_path / "a.xlsx", [["编号", "标题", "内容"]])
    for sheet, told in (("空表", "the sheet is empty"), ("台帐", "did you mean '台账'")):
        with pytest.raises(BadInput, match=told):
            _open(tmp_path, {"format": "xlsx", "files": "a.xlsx", "sheet": sheet})


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("编号,标题\n", encoding="utf-8")

    with pytest.raises(BadInput, match="cannot be opened"):
        _open(tmp_path, {"format": "xlsx", "files": "a.xlsx"})


def test_json_lines_cost_only_the_bad_line(tmp_path: Path) -> None:
    lines = [
        '{"编号":"1","标题":"甲"}',
        "{broken",
        '["a"]',
        '{"编号":"2","标提":"x"}',
        '{"标题":"\\ud800"}',
        '{"编号":3}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    read = {"format": "jsonl", "files": "a.jsonl", "columns": ["编号", "标题", "内容"]}
    rows = _rows(tmp_path, read)
    assert rows[0] == (1, ["1", "甲", None])
    bad = "not a JSON object"
    assert [row.reason.value_class for row in rows[1:5]] == [bad, bad, "unknown name", bad]
    assert rows[5] == (6, [3, None, None])


def test_sqlite_is_streamed_and_read_only(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "r.db") as database:
        database.execute("CREATE TABLE t (a TEXT, b TEXT, c INTEGER)")
        database.executemany("INSERT INTO t VALUES (?, ?, ?)", [("1", "甲", 5), ("2", None, 6)])
    database.close()
    read = {"format": "sql", "url": "sqlite:///{data}/r.db", "query": "SELECT a AS 编号, b AS 标题, c AS 内容 FROM t"}

    assert _rows(tmp_path, read) == [(1, ["1", "甲", 5]), (2, ["2", None, 6])]
    with pytest.raises(BadInput, match="readonly"):
        _rows(tmp_path, read | {"query": "DELETE FROM t RETURNING a AS 编号, b AS 标题, c AS 内容"})
    with pytest.raises(BadInput, match="does not exist"):
        _open(tmp_path, read | {"url": "sqlite:///{data}/no.db"})
    with pytest.raises(BadInput, match="no such column"):
        _open(tmp_path, read | {"query": "SELECT x FROM t"})
