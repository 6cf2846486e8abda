"""JSON as programs write it: arrays over any number of lines, names twice, numbers of any length, values in values."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.readers.json.texts import _LONGEST
from tests.unit.loaders.case_files import came_of, source_of

_READ: dict[str, Any] = {"format": "jsonl", "files": "a.jsonl", "columns": ["编号", "姓名", "金额"]}
_TWO = [{"编号": "1", "姓名": "壬一"}, {"编号": "2", "姓名": "壬二"}]
_BOTH = [("1", ["壬一"]), ("2", ["壬二"])]


def _came(folder: Path, text: str | bytes, **more: Any) -> list[tuple[str, Any]]:
    (folder / "a.jsonl").write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(came_of(source_of({**_READ, **more}), folder))


def _lines(*rows: Any) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(_TWO),
        json.dumps(_TWO, indent=2, ensure_ascii=False),
        "[\n" + ",\n".join(map(json.dumps, _TWO)) + "\n]\n\n",
        "\ufeff[\r\n" + "\r\n,".join(map(json.dumps, _TWO)) + "\r\n]",
        "\n\n " + json.dumps(_TWO, indent=4),
        _lines(*_TWO),
        "\ufeff" + _lines(*_TWO),
        "\n" + _lines(_TWO[0]) + "\n\ufeff" + _lines(_TWO[1]),
    ],
    ids=[
        "one line",
        "indented",
        "a line each",
        "mark",
        "blank lines first",
        "lines",
        "lines, mark",
        "two files in one",
    ],
)
def test_an_array_is_read_like_lines(tmp_path: Path, text: str) -> None:
    assert _came(tmp_path, text) == _BOTH


def test_gb18030_is_read_as_declared(tmp_path: Path) -> None:
    for text in (_lines(*_TWO), json.dumps(_TWO, indent=1, ensure_ascii=False)):
        assert _came(tmp_path, text.encode("gb18030"), encoding="gb18030") == _BOTH


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_refused_by_name(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(BadInput, match=r"UTF-16|is not utf-8"):
        _came(tmp_path, _lines(*_TWO).encode(encoding))


def test_texts_with_brackets_quotes_and_commas_do_not_part_an_array(tmp_path: Path) -> None:
    rows = [{"编号": "1", "姓名": '壬"]},{[\\'}, {"编号": "2", "姓名": "壬\\\\"}]
    text = json.dumps(rows, indent=1)

    assert [key for key, _ in _came(tmp_path, text)] == ["1", "2"]


def test_a_broken_element_costs_its_row_only(tmp_path: Path) -> None:
    found = _came(tmp_path, '[{"编号":"1","姓名":"壬一"},\n{"编号":},\n,\n7,\n{"编号":"2","姓名":"壬二"}]')

    assert found == [_BOTH[0], *((f"row {row}", ("", "not a JSON object")) for row in (2, 3, 4)), _BOTH[1]]


def test_a_large_array_is_streamed(tmp_path: Path) -> None:
    rows = [{"编号": str(number), "姓名": "壬一"} for number in range(40_000)]

    assert [key for key, _ in _came(tmp_path, json.dumps(rows, indent=1))] == [row["编号"] for row in rows]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[{"编号":"1"},', "never closed"),
        ('[{"编号":"1"', "never closed"),
        ('[{"编号":"' + "甲" * (_LONGEST + 9), "never closed"),
        ('[{"编号":"1"}]\n[{"编号":"2"}]', "goes on behind the end"),
        ('{"data":[{"编号":"1"},{"编号":"2"}]}', "one JSON object around its records"),
        (json.dumps({"code": 0, "data": _TWO}, indent=2), "one JSON object around its records"),
        ('{"data":[\n{"编号":"1"}\n]}', "one JSON object around its records"),
    ],
    ids=[
        "cut",
        "cut in an element",
        "an element without end",
        "two arrays",
        "object",
        "indented object",
        "opened object",
    ],
)
def test_what_is_not_one_array_is_refused_with_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadInput, match=told) as caught:
        _came(tmp_path, text)

    assert caught.value.mend
    assert caught.value.zh


@pytest.mark.parametrize(
    "text",
    [
        '{"编号":"1","编号":"2"}', '{"编号":"1", "编号" : "2"}', '{"编号":"1","\\u7f16\\u53f7":"2"}', '{"编号":"1","\\u7F16号"\t:\t2}',
        '{"编号":"1:2","姓名":"a:b","编号":"3"}', '{"姓名":{"a":1,"a":2},"编号":"1"}', '{"编号":1,"姓名":"甲","编号":1}',
        '{"姓名":"甲\\"","编号":"1","编号":"1"}',
    ],
)  # fmt: skip
def test_a_name_twice_is_rejected_however_it_is_written(tmp_path: Path, text: str) -> None:
    assert _came(tmp_path, text + "\n" + _lines(_TWO[1])) == [("row 1", (_column(text), "repeated name")), _BOTH[1]]


def _column(text: str) -> str:
    return "" if '"a"' in text else "编号"


@pytest.mark.parametrize(
    "text",
    ['{"编号":"1","姓名":"时:分:秒"}', '{"编号":"1","姓名":"\\"甲\\": 乙"}', '{ "编号" : "1" , "姓名" : "编号\\":" }'],
)
def test_colons_and_quotes_in_a_text_are_no_second_name(tmp_path: Path, text: str) -> None:
    assert [key for key, _ in _came(tmp_path, text)] == ["1"]


@pytest.mark.parametrize(
    ("number", "fen"),
    [
        ("12.30", 1230), ("12345678901234.56", 1234567890123456), ("90071992547409.91", 9007199254740991),
        ("90071992547409.93", 9007199254740993), ("12345678901234.50", 1234567890123450), ("0.1", 10), ("1234567.10", 123456710),
        ("-12345678901234.56", -1234567890123456), ("100000000000000000", None), ("123456789012345678901", None),
        ("12345678901234.567", None), ("1.2345678901234567e3", None), ("0.30000000000000004", None), ("1e400", None),
    ],
)  # fmt: skip
def test_an_amount_is_exact_or_rejected(tmp_path: Path, number: str, fen: int | None) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"编号":"1","金额":{number}}}', encoding="utf-8")
    contract = {
        "kind": "Contract",
        "fields": {"contract_number": "编号", "amount_fen": {"column": "金额", "as": "money_yuan"}},
    }
    found = list(came_of(source_of({**_READ, "columns": ["编号", "金额"]}, nodes={"c": contract}), tmp_path))

    if fen is not None:
        assert found == [("1", ["1", fen])]
    elif found[0][0] != "row 1":
        assert int(found[0][1][1]) == int(number) * 100


@pytest.mark.parametrize("value", ['["壬一"]', '{"a":"壬一"}', "[]", "{}"])
@pytest.mark.parametrize("column", ["编号", "姓名", "金额"])
def test_a_list_or_object_is_no_value(tmp_path: Path, column: str, value: str) -> None:
    cells = {"编号": '"1"', "姓名": '"壬一"', "金额": "5", column: value}
    text = "{" + ",".join(f'"{name}":{cell}' for name, cell in cells.items()) + "}"

    assert _came(tmp_path, text) == [("row 1", (column, "nested value"))]


@pytest.mark.parametrize("value", ["true", "false"])
def test_a_truth_value_is_no_key(tmp_path: Path, value: str) -> None:
    assert _came(tmp_path, f'{{"编号":{value},"姓名":"壬一"}}') == [("row 1", ("编号", "truth value"))]
    assert _came(tmp_path, f'{{"编号":"1","姓名":{value}}}')[0][0] in ("1", "row 1")


def test_a_strange_name_is_told_by_its_place_and_never_repeated(tmp_path: Path) -> None:
    from loaders.readers import open_inputs
    from loaders.rejection import Rejection

    (tmp_path / "a.jsonl").write_text('{"编号":"1","张密件的姓名":"x"}', encoding="utf-8")
    (row,) = next(open_inputs(SourceReading.of(source_of(_READ)), tmp_path)).rows()

    assert isinstance(row, Rejection)
    assert "the 2. of the object" in row.reason.en
    assert "张密件" not in row.reason.en + row.reason.zh + row.reason.value_class + row.reason.column
