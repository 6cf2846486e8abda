"""What every bad input is tried on: one declaration, a real graph, and three ways in which it may end."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from graph_service.errors import BadInput
from loaders.load.one_source import Outcome
from tests.loading import Loading, clear, counts

COLUMNS = ("编号", "标题", "日期", "金额", "实名", "姓名", "身份证号", "代码", "电话")
READ = "{format: csv, files: a.csv}"
XLSX = '{format: xlsx, files: "a.*"}'
SOURCE = """
name: ledger
title: Ledger 台账
holder: CASE_MGMT
classification: WORK_SECRET
readers: [CASE_MGMT]
read: READ
key: 编号
nodes:
  clue:
    kind: Clue
    fields:
      number: 编号
      title: 标题
      received_on: 日期
      amount_fen: {column: 金额, as: money_yuan}
      is_real_name: 实名
  subject: {kind: Person, when: 姓名, fields: {id_number: 身份证号, name: 姓名}}
links:
  - {type: NAMES, from: clue, to: subject, fields: {role: {value: SUBJECT}}}
  - {type: NAMES, from: clue, to: {kind: Unit, by: uscc, column: 代码}, fields: {role: {value: SUBJECT_UNIT}}}
  - {type: NAMES, from: clue, to: {kind: Phone, by: phone_number, column: 电话}, fields: {role: {value: CONTACT}}}
"""
_STATED = """MATCH (c:Clue)
OPTIONAL MATCH (c)-[:NAMES]->(p:Person) OPTIONAL MATCH (c)-[:NAMES]->(u:Unit) OPTIONAL MATCH (c)-[:NAMES]->(f:Phone)
RETURN {编号: c.number, 标题: c.title, 日期: toString(c.received_on), 金额: c.amount_fen, 实名: c.is_real_name,
  姓名: p.name, 身份证号: p.id_number, 代码: u.uscc, 电话: f.phone_number} AS row ORDER BY c.number"""
EXACT, ROW, FILE = "loaded exactly", "row rejected", "file refused"
_BETWEEN = re.compile(r'[,;\t\r\n"{}:\[\]]')
_FEW = 3  # signs that stand in any sentence
_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class InputEnding:
    """How a bad input ended, and in which words."""

    ending: str
    en: str = ""
    zh: str = ""


Run = Callable[["Bench"], InputEnding]


@dataclass(frozen=True)
class BadInputCase:
    """One bad input of the list, or one form of it."""

    number: int
    what: str
    run: Run


def source(read: str = READ, **changed: str) -> str:
    """Return the declaration with another way of reading, and further lines or replaced texts."""
    text = SOURCE.replace("READ", read, 1)
    for old, new in changed.items():
        text = (
            text.replace("key: 编号\n", f"{new}\nkey: 编号\n", 1) if old.startswith("add") else text.replace(old, new)
        )
    return text


def line(**cells: str) -> str:
    """Return one row of CSV."""
    return ",".join({"编号": "1", **cells}.get(name, "") for name in COLUMNS) + "\n"


def table(*rows: str) -> str:
    """Return a whole file of CSV."""
    return ",".join(COLUMNS) + "\n" + "".join(rows)


@dataclass
class Bench:
    """Writes a bad input, loads it and looks at what has come of it."""

    loading: Loading

    def begin(self) -> None:
        """Empty the graph and the folder."""
        clear(self.loading.environment.writer)
        self.loading.rows("RETURN 1")
        for path in [*self.loading.folder.iterdir(), *self.loading.environment.home.glob("rejects/*"), *self.kept()]:
            path.unlink()

    def kept(self) -> list[Path]:
        """Return the files of rows that are kept so that loads can be rolled back."""
        return list(self.loading.environment.home.glob("loads/*"))

    def put(self, data: str | bytes, name: str = "a.csv") -> Path:
        """Write the file."""
        path = self.loading.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def repeated(self, said: InputEnding) -> list[str]:
        """Return the cells of the inputs that are text and stand in what was said, or in what the ledger has kept."""
        kept = self.loading.rows(
            "MATCH (n:Load|RejectedRow|SealedReceipt|Source|SourceState) RETURN properties(n) AS p"
        )
        words = " ".join([said.en, said.zh, *(str(row["p"]) for row in kept)])
        inputs = (path for path in self.loading.folder.iterdir() if path.suffix in (".csv", ".jsonl"))
        cells: set[str] = set()
        for text in (path.read_bytes().decode("utf-8", "ignore") for path in inputs):
            head, _, rows = text.partition("\n") if COLUMNS[0] in text.partition("\n")[0].split(",") else ("", "", text)
            cells |= {cell.strip() for cell in _BETWEEN.split(rows)} - set(head.strip().split(","))
        return sorted(cell for cell in cells if len(cell) > _FEW and cell not in COLUMNS and cell in words)

    def load(self, declaration: str) -> Outcome:
        """Load it; the law of counting holds whatever it is."""
        outcome = self.loading.load(declaration)
        read, merged, unchanged, rejected = counts(outcome)
        assert read == merged + unchanged + rejected
        return outcome

    def stated(self) -> list[dict[str, Any]]:
        """Return what the graph holds, without what is empty."""
        rows = [row["row"] for row in self.loading.rows(_STATED)]
        return [{name: value for name, value in row.items() if value is not None} for row in rows]

    def exactly(self, declaration: str, *rows: dict[str, Any], told: str = "") -> InputEnding:
        """Load it and demand these rows in the graph, and no other."""
        outcome = self.load(declaration)
        assert (outcome.rejected, self.stated()) == (0, [{"编号": "1", **row} for row in rows])
        return InputEnding(EXACT, told, told)

    def row(self, declaration: str, column: str, row: int = 1, others: int = 0) -> InputEnding:
        """Load it and demand that one row is rejected at this place, with reasons that do not repeat the value."""
        outcome = self.load(declaration)
        assert (outcome.rejected, len(self.stated())) == (1, others)
        kept = self.loading.rows(
            "MATCH (r:RejectedRow)-[:REJECTED_IN]->(:Load) RETURN r.row AS row, r.column AS column, "
            "r.reason AS en, r.reason_zh AS zh"
        )
        assert [(each["row"], each["column"]) for each in kept] == [(row, column)]
        assert [orjson.loads(each)["row"] for each in outcome.kept_in[0].read_bytes().splitlines()] == [row]
        assert _CHINESE.search(kept[0]["zh"])
        return InputEnding(f"{ROW}: row {row}" + (f", column {column}" if column else ""), kept[0]["en"], kept[0]["zh"])

    def file(self, declaration: str, told: str) -> InputEnding:
        """Load it and demand that the file is refused, that the ledger says so, and that nothing of it is there."""
        with pytest.raises(BadInput) as caught:
            self.load(declaration)
        return self.refused(caught.value, told)

    def refused(self, error: BadInput, told: str) -> InputEnding:
        """Look at a refusal and at what it has left: nothing but a line in the ledger."""
        assert told in error.what
        assert error.where
        assert error.mend
        assert _CHINESE.search(error.zh)
        ledger = self.loading.rows(
            "MATCH (l:Load) RETURN l.state AS state, l.refusal AS en, l.refusal_zh AS zh, l.read + l.merged AS rows"
        )
        assert ledger == [{"state": "REFUSED", "en": error.what, "zh": error.zh, "rows": 0}]
        assert self.loading.rows("MATCH (n:Matter|Entity|RejectedRow|SealedReceipt) RETURN count(n) AS n") == [{"n": 0}]
        assert [*self.loading.environment.home.glob("rejects/*"), *self.kept()] == []
        return InputEnding(FILE, error.what, error.zh)


def exact(data: str | bytes, *rows: dict[str, Any], declaration: str = "", name: str = "a.csv", told: str = "") -> Run:
    """Return a run that demands these rows."""

    def run(bench: Bench) -> InputEnding:
        bench.put(data, name)
        return bench.exactly(declaration or source(), *rows, told=told)

    return run


def rejected(
    data: str | bytes, column: str, at: tuple[int, int] = (1, 0), declaration: str = "", name: str = "a.csv"
) -> Run:
    """Return a run that demands one rejected row; `at`: its number, and how many others are loaded."""

    def run(bench: Bench) -> InputEnding:
        bench.put(data, name)
        return bench.row(declaration or source(), column, *at)

    return run


def refused(data: str | bytes, told: str, declaration: str = "", name: str = "a.csv") -> Run:
    """Return a run that demands that the file is refused."""

    def run(bench: Bench) -> InputEnding:
        bench.put(data, name)
        return bench.file(declaration or source(), told)

    return run
