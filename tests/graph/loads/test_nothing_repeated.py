"""A canary in every place of bad inputs of every form: not in what is printed or logged, nor in any node of the ledger."""

import json
import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph_service.errors import GraphServiceError, told
from loaders.declare.parts import SourceSchedule
from loaders.declare.source import Source
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import Outcome, load_source, refusals_written
from loaders.show import Shown
from loaders.sync.source_state import recorded
from tests.loading import REGISTER, Loading
from tests.unit.loaders.test_workbook_parts import workbook

_CANARIES = ("张密件", "360502199003070016", "CANARY77", "密件饭店，3月5日")
_LEDGER = "Load|RejectedRow|SealedReceipt|Source|SourceState"
_NAMES = ("编号", "身份证号", "姓名", "性别")
_GOOD = ("K9", "", "李四", "男")
_SEALS = [{"kind": "OTHER", "columns": "姓名", "values": ["封存"], "then": "seal"}]
_QUERIES = (
    "SELECT 编号, 身份证号, 姓名, 性别 FROM t",
    "SELECT 编号, 身份证号, 姓名, json_extract(姓名, '$.x') AS 性别 FROM t",
    "SELECT 编号, 身份证号, 姓名, load_extension(姓名) AS 性别 FROM t",
)
_READ: dict[str, dict[str, Any]] = {
    "csv": {"format": "csv", "files": "a.csv"},
    "jsonl": {"format": "jsonl", "files": "a.jsonl", "columns": list(_NAMES)},
}


def _csv(canary: str) -> Iterator[str]:
    head, good = ",".join(_NAMES), ",".join(_GOOD)
    for place in range(len(_NAMES)):
        cells = [*_GOOD[:place], canary, *_GOOD[place + 1 :]]
        row = ",".join(cells)
        yield "\n".join([head, row, f"{row},{canary}", ",".join(cells[:2]), f'"{canary}', good])
        yield "\n".join([head, f'"{cells[0]}"{canary},' + ",".join(cells[1:]), good])
        yield "\n".join([row, good, row])
    yield f"{canary}\n{canary}"


def _json(canary: str) -> Iterator[str]:
    for line in (
        {"编号": [canary]},
        {"编号": "K1", canary: canary},
        {"编号": "K1", "姓名": {canary: canary}},
        {"编号": canary, "身份证号": canary},
    ):
        yield json.dumps(line, ensure_ascii=False)
    yield f'{{"编号":"K1","姓名":"{canary}","姓名":"{canary}"}}'
    yield f'{{"{canary}":[\n'
    yield f'{{"编号":"{canary}"'


def _inputs(folder: Path, canary: str) -> Iterator[dict[str, Any]]:
    """Yield how to read each bad input, after writing it."""
    for form, texts in (("csv", _csv(canary)), ("jsonl", _json(canary))):
        for text in texts:
            (folder / f"a.{form}").write_text(text, encoding="utf-8")
            yield _READ[form]
    inline = f"<is><t>{canary}</t></is>"
    for head, cells in (
        (_NAMES, f'<c r="A2" t="inlineStr">{inline}</c><c r="B2" t="inlineStr">{inline}</c>'),
        (_NAMES, f'<c r="A2"><v>{canary}</v></c>'),
        ((canary,) * 4, f'<c r="A2" t="inlineStr">{inline}</c>'),
    ):
        (folder / "a.xlsx").write_bytes(workbook(head, cells))
        yield {"format": "xlsx", "files": "a.xlsx"}
    with sqlite3.connect(folder / "x.db") as database:
        database.execute("CREATE TABLE IF NOT EXISTS t (编号 TEXT, 身份证号 TEXT, 姓名 TEXT, 性别 TEXT)")
        database.execute("DELETE FROM t")
        database.execute("INSERT INTO t VALUES (?, ?, ?, ?)", [canary] * 4)
    database.close()
    for query in _QUERIES:
        yield {"format": "sql", "url": "sqlite:///{data}/x.db", "query": query}


def _run(loading: Loading, source: Source) -> None:
    """Load as the command does: results and refusals are printed, and how it went is kept."""
    shown = Shown(True)

    def run(environment: LoadEnvironment) -> Outcome:
        with refusals_written(source, loading.folder, environment):
            return load_source(source, loading.folder, environment, lambda *_: None)

    try:
        outcome = recorded(SourceSchedule.of(source), loading.environment, run)
        shown.finished(outcome)
        shown.table([outcome], False)
    except GraphServiceError as error:
        print(told(error))


@pytest.mark.parametrize(
    "more",
    [{"sealed": _SEALS}, *(pytest.param(each, marks=pytest.mark.long) for each in ({}, {"columns": "open"}))],
    ids=["sealed", "strict", "open"],
)
def test_no_canary_leaves_the_row(
    more: dict[str, Any], loading: Loading, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    declared = yaml.safe_load(REGISTER)
    count = 0
    for canary in _CANARIES:
        for read in _inputs(loading.folder, canary):
            count += 1
            _run(loading, Source.model_validate({**declared, **more, "name": f"s{count}", "read": read}))
    printed = capsys.readouterr()
    nodes = loading.rows(f"MATCH (n:{_LEDGER}) RETURN labels(n)[0] AS label, properties(n) AS p")
    kept = {label: [str(row["p"]) for row in nodes if row["label"] == label] for label in _LEDGER.split("|")}

    for canary in _CANARIES:
        assert canary not in printed.out
        assert canary not in printed.err
        assert canary not in caplog.text
        assert [text for texts in kept.values() for text in texts if canary in text] == []
    assert all(kept[label] for label in ("Load", "RejectedRow", "Source", "SourceState"))
    assert len(kept["SourceState"]) == count
    assert sum("REFUSED" in text for text in kept["Load"]) > len(_CANARIES)
