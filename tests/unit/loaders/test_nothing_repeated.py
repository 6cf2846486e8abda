"""Whatever is wrong with a file, nothing that is printed or kept of it repeats what a cell holds."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from graph_service.errors import BadInput
from loaders.declare.parts import SourceMapping, SourceReading
from loaders.declare.source import Source
from loaders.ledger.receipts import load_properties
from loaders.ledger.refused import failure_of, ledger_properties
from loaders.load.one_source import Outcome
from loaders.load.source_entry import entry_of
from loaders.mapping.row_mapping import compile_mapping
from loaders.readers import open_inputs
from loaders.readers.sql_faults import database_refusal
from loaders.rejection import Rejection, RowRefused, Sealed
from loaders.show import Shown
from tests.unit.loaders.case_files import CONTEXT, source_of
from tests.unit.loaders.test_workbook_parts import workbook

_CANARIES = ("张密件", "360502199003070016", "CANARY77", "密件饭店，3月5日")
_IDS = ("name", "number", "word", "sentence")  # the folder of a test is called like it
_NAMES = ("编号", "姓名", "金额")
_ROW = ("K1", "张三", "12")
_SEALED = [{"kind": "OTHER", "columns": "姓名", "values": ["封存"], "then": "seal"}]
_CSV: dict[str, Any] = {"format": "csv", "files": "a.csv"}
_JSON: dict[str, Any] = {"format": "jsonl", "files": "a.jsonl", "columns": list(_NAMES)}


def _said(source: Source, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return all that a load of the folder would print, and all that it would write into the ledger."""
    outcome, kept = Outcome(source.name), [""]
    try:
        for opened in open_inputs(SourceReading.of(source), folder):
            kept.append(str(load_properties(entry_of(source), opened, "tester")))
            outcome.drift += [(opened.file, each) for each in (*opened.drift, *opened.notes)]
            outcome.rejects += [(opened.file, each) for each in _rejected(source, opened)]
    except BadInput as error:
        kept += [str(error), error.zh, str(ledger_properties(error)), failure_of(error)]
    outcome.rejected = outcome.read = len(outcome.rejects)
    kept += [str(each.reason) for _, each in outcome.rejects]
    shown = Shown(True)
    shown.finished(outcome)
    shown.table([outcome], False)
    printed = capsys.readouterr()
    assert outcome.rejects or len(kept) > 2, "nothing went wrong, so nothing is tested"
    return "\n".join([*kept, printed.out, printed.err])


def _rejected(source: Source, opened: Any) -> Iterator[Rejection]:
    map_row = compile_mapping(SourceMapping.of(source), opened.columns, CONTEXT)
    for item in opened.rows():
        if isinstance(item, Rejection):
            yield item
        elif not isinstance(item, Sealed):
            try:
                map_row(*item)
            except RowRefused as refused:
                yield Rejection(item[0], refused.reason, item[1])


def _lines(canary: str) -> Iterator[str]:
    """Yield lines of CSV that are wrong in one way or another, the canary in each of their places."""
    for place in range(3):
        cells = [*_ROW[:place], canary, *_ROW[place + 1 :]]
        yield ",".join(cells[:2])
        yield ",".join([*cells, canary])
        yield f'"{cells[0]},' + ",".join(cells[1:])
        yield f'"{cells[0]}"x,' + ",".join(cells[1:])
        yield ",".join(["", *cells[1:]]) if place else f"{canary},{canary},{canary}"
        yield f'{cells[0]},="{cells[1]}'
        yield f"合计,{canary},{canary}" if place else f"备注：{canary},,"
        yield f"K1,张三,{canary}元"
        yield f"K1,{canary * 3000 * 4},12"


@pytest.mark.parametrize("sealed", [[], _SEALED], ids=["open", "sealed"])
@pytest.mark.parametrize("canary", _CANARIES, ids=_IDS)
def test_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str], canary: str, sealed: list[Any]) -> None:
    for line in _lines(canary):
        (tmp_path / "a.csv").write_text(f"{','.join(_NAMES)}\n{line}\nK9,李四,x元\n", encoding="utf-8")

        assert canary not in _said(source_of(_CSV, sealed=sealed), tmp_path, capsys)


@pytest.mark.parametrize("columns", ["strict", "open"])
@pytest.mark.parametrize("canary", _CANARIES, ids=_IDS)
def test_a_first_row_in_the_place_of_the_header(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], canary: str, columns: str
) -> None:
    for line in (f"K1,{canary},12", f"{canary},{canary},12", canary, f"{canary};{canary}", f"{canary}\t12"):
        for encoding in ("utf-8", "gb18030"):
            (tmp_path / "a.csv").write_text(f"{line}\n{line}\n", encoding=encoding)

            assert canary not in _said(source_of(_CSV, columns=columns), tmp_path, capsys)


def test_a_first_row_where_no_column_must_be_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = source_of(_CSV, columns="open", optional=["姓名", "金额"])
    (tmp_path / "a.csv").write_text(
        "编号,360502199003070016,某人在某处说的一句话，很长很长，没有一列会这样命名，所以它只能是单元格的内容\n,x,y\n",
        encoding="utf-8",
    )

    said = _said(source, tmp_path, capsys)

    assert "added: column 2" in said
    assert "360502199003070016" not in said
    assert "某人" not in said


@pytest.mark.parametrize("canary", _CANARIES, ids=_IDS)
def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str], canary: str) -> None:
    for line in (
        f'{{"编号":"{canary}","姓名":["{canary}"]}}',
        f'{{"编号":{{"{canary}":"{canary}"}}}}',
        f'{{"编号":"K1","{canary}":"{canary}"}}',
        f'{{"编号":"K1","姓名":"{canary}","姓名":"{canary}"}}',
        f'{{"编号":"K1","姓名":{{"{canary}":1,"{canary}":2}}}}',
        f'{{"编号":"K1","金额":"{canary}元"}}',
        f'{{"编号":"{canary}"',
        f'"{canary}"',
        f'["{canary}"]',
        f'[{{"编号":"{canary}"}}] {canary}',
        f'[{{"编号":"{canary}"',
        f'{{"{canary}":[{{"{canary}":"{canary}"}}]}}',
        f'{{"{canary}":[\n',
        f"{canary}",
    ):
        for columns in ("strict", "open"):
            (tmp_path / "a.jsonl").write_text(f'{line}\n{{"编号":""}}\n', encoding="utf-8")

            assert canary not in _said(source_of(_JSON, columns=columns), tmp_path, capsys)


@pytest.mark.parametrize("canary", _CANARIES, ids=_IDS)
def test_workbooks(tmp_path: Path, capsys: pytest.CaptureFixture[str], canary: str) -> None:
    source = source_of({"format": "xlsx", "files": "a.xlsx"})
    text = f"<is><t>{canary}</t></is>"
    for head, cells in (
        (_NAMES, f'<c r="B2"><v>{canary}</v></c>'),
        (_NAMES, f'<c r="A2" t="inlineStr">{text}</c><c r="C2" t="inlineStr">{text}</c>'),
        (_NAMES, f'<c r="B2" t="inlineStr">{text}</c>'),
        (_NAMES, f'<c r="A2" t="inlineStr">{text}</c><c r="B2" t="s"><v>{canary}</v></c>'),
        (_NAMES, f'<c r="A2" t="inlineStr">{text}</c><c r="H2" t="inlineStr">{text}</c>'),
        (_NAMES, f'<c r="{canary}" t="inlineStr">{text}</c>'),
        ((canary, canary, canary), f'<c r="A2" t="inlineStr">{text}</c>'),
    ):  # fmt: skip
        (tmp_path / "a.xlsx").write_bytes(workbook(head, cells))

        assert canary not in _said(source, tmp_path, capsys)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 编号, json_extract(姓名, '$.x') AS 姓名, 金额 FROM t", "SELECT 编号, 姓名, CAST(姓名 AS BLOB) AS 金额 FROM t",
        "SELECT '' AS 编号, 姓名, 金额 FROM t", "SELECT 编号, 姓名, 姓名 || '元' AS 金额 FROM t", "SELECT 姓名 AS 编号, 坏 AS 姓名, 金额 FROM t",
        "SELECT 编号, json_extract('{}', 姓名) AS 姓名, 金额 FROM t", "SELECT 编号, 姓名, 没有 FROM t", "SELECT 编号, 姓名, abs(最小) AS 金额 FROM t",
        "SELECT 编号, load_extension(姓名) AS 姓名, 金额 FROM t", "DELETE FROM t RETURNING 编号, 姓名, 金额",
    ],
)  # fmt: skip
@pytest.mark.parametrize("canary", _CANARIES, ids=_IDS)
def test_databases(tmp_path: Path, capsys: pytest.CaptureFixture[str], canary: str, query: str) -> None:
    with sqlite3.connect(tmp_path / "x.db") as database:
        database.execute("CREATE TABLE t (编号 TEXT, 姓名 TEXT, 金额 TEXT, 坏 TEXT, 最小 INT)")
        row = [canary, canary, f"{canary}元", canary.encode() + b"\xff", -(2**63)]
        database.execute("INSERT INTO t VALUES (?, ?, ?, CAST(? AS TEXT), ?)", row)
    database.close()

    said = _said(source_of({"format": "sql", "url": "sqlite:///{data}/x.db", "query": query}), tmp_path, capsys)

    assert canary not in said
    assert json.dumps(canary.encode().decode("latin-1")) not in said


@pytest.mark.parametrize(
    "error",
    ["InvalidTextRepresentation", "UniqueViolation", "CheckViolation", "NumericValueOutOfRange", "InvalidDatetimeFormat", "DataException",
     "StringDataRightTruncation", "RaiseException", "AssertFailure", "InvalidJsonText", "ExternalRoutineException", "InternalError_"],
)  # fmt: skip
def test_what_postgresql_says_of_a_row(error: str) -> None:
    raised = getattr(psycopg.errors, error)('invalid input syntax for type integer: "张密件"\nLINE 1: 张密件')

    refusal = database_refusal(raised, "url")

    assert "张密件" not in f"{refusal} {refusal.zh}"
    assert raised.sqlstate in refusal.what
