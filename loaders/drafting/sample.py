"""Looks into files of every format that can be loaded: the names of their columns and their first rows, as text."""

import csv
import json
import math
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice, product
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph_service.errors import BadInput
from loaders.declare.job import FileForm, ReadingJob
from loaders.readers.heading import MERGED_HEADER, header_of, is_under_title, joined, spread
from loaders.readers.json.texts import one_object, values_of
from loaders.readers.outside import look_into_all, rows_of
from loaders.readers.scan import codec_of, scan

ROWS = 50_000  # looked at
_DELIMITERS = ",;\t|"
_HEADER_LINES = 5  # of a sheet, the first of which may be a title
_WORKBOOKS = (".xlsx", ".xlsm")
_JSON = (".json", ".jsonl", ".ndjson")
_OF_ANSWERS = ("msg", "message", "status", "code", "version")
_DATABASES = (".db", ".sqlite", ".sqlite3")


@dataclass(frozen=True)
class Sample:
    """The first rows of one table, every cell as text, empty where nothing was written."""

    path: Path
    read: dict[str, str | int]  # what a declaration says under `read`
    names: tuple[str, ...]
    rows: list[list[str]]
    whole: bool  # whether these are all
    table: str = ""  # of a database
    lists: dict[str, int] = field(default_factory=dict)  # of JSON: columns that hold lists of values or objects


def samples_of(path: Path) -> list[Sample]:
    """Return what the file holds, one sample for each table; refuse a file that is none of the formats."""
    if not path.is_file():
        what = "this is a folder and no file" if path.is_dir() else "there is no such file"
        raise BadInput(what, str(path), "give the path of a file", zh="没有这个文件，请给出文件路径")
    if path.stat().st_size == 0:
        raise BadInput(
            "the file is empty", str(path), "export it again; a header and rows are expected",
            zh="文件为空，请重新导出，应有表头和数据行",
        )  # fmt: skip
    suffix = path.suffix.lower()
    if suffix in _DATABASES:
        if tables := list(_tables(path)):
            return tables
        raise BadInput("no table in it has two columns or more", str(path), "give a database that holds tables")
    if suffix in _WORKBOOKS:
        return [_sheet(path)]
    return [_objects(path)] if suffix in _JSON else [_text(path)]


def _encoding(path: Path) -> str:
    try:
        scan(path, "utf-8")
    except BadInput:
        scan(path, "gb18030")
        return "gb18030"
    return "utf-8"


def _text(path: Path) -> Sample:
    encoding = _encoding(path)
    with path.open(encoding=codec_of(encoding), newline="") as file:
        first = list(islice(file, _HEADER_LINES + 1))
        delimiter = max(_DELIMITERS, key=lambda sign: max((line.count(sign) for line in first), default=0))
        line, lines = header_of(list(csv.reader(first, delimiter=delimiter)))
        file.seek(0)
        reader = csv.reader(islice(file, line - 1, None), delimiter=delimiter)
        named = spread([next(reader, []) for _ in range(lines)])
        names = [str(name or "").strip().lstrip("\ufeff") for name in joined(named)]
        _refuse_few(names, path)
        rows = list(islice(_whole_rows(reader, len(names)), ROWS + 1))
    read: dict[str, str | int] = {"format": "csv", "files": path.name}
    if encoding != "utf-8":
        read["encoding"] = encoding
    if delimiter != ",":
        read["delimiter"] = delimiter
    read |= {"header_row": line} if line > 1 else {}
    read |= {"header_lines": lines} if lines > 1 else {}
    return Sample(path, read, tuple(names), rows[:ROWS], len(rows) <= ROWS)


def _whole_rows(reader: Iterator[list[str]], width: int) -> Iterator[list[str]]:
    try:
        yield from (row for row in reader if len(row) == width)
    except csv.Error:
        return


def _refuse_few(names: Sequence[str], path: Path, what: str = "the first line names fewer than two columns") -> None:
    if len([name for name in names if name]) < 2:
        raise BadInput(what, str(path), "give a table with a header", zh="没有两列以上的表头，请提供带表头的表格")


def _sheet(path: Path) -> Sample:
    refused: BadInput | None = None
    merged = False
    for line, lines in product(range(1, _HEADER_LINES + 1), range(1, _HEADER_LINES)):
        if lines > 1 and not merged:  # only merged cells make a header of several lines
            continue
        job = ReadingJob("open", str(path), FileForm("xlsx", header_row=line, header_lines=lines))
        try:
            (found,) = look_into_all([job])
            names = ["" if cell is None else str(cell).strip() for cell in found.header]
            while names and not names[-1]:
                names.pop()
            _refuse_few(names, path)
        except BadInput as error:
            refused = refused or error
            merged = MERGED_HEADER in error.what
            continue
        if lines > 1 and is_under_title(names):
            continue
        job = replace(job, step="read", stamp=found.stamp, columns=tuple(names))
        taken = (row[1] for row in rows_of(job) if isinstance(row, tuple))
        rows = [[_as_text(cell) for cell in cells[: len(names)]] for cells in islice(taken, ROWS + 1)]
        read: dict[str, str | int] = {"format": "xlsx", "files": path.name} | ({"header_row": line} if line > 1 else {})
        read |= {"header_lines": lines} if lines > 1 else {}
        return Sample(path, read, tuple(names), rows[:ROWS], len(rows) <= ROWS)
    raise refused or BadInput("the workbook is empty", str(path), "give a workbook with a header")


def _as_text(cell: object) -> str:
    if isinstance(cell, list | dict | bytes) or cell is None:
        return ""
    if isinstance(cell, float | Decimal) and math.isfinite(cell) and cell == int(cell):
        return str(int(cell))
    return str(cell).strip()


def _objects(path: Path) -> Sample:
    encoding = _encoding(path)
    with path.open(encoding=codec_of(encoding)) as file:
        taken = list(islice(values_of(file, str(path)), ROWS + 1))
    found = [each for text in taken if isinstance(each := _parsed(text), dict)]
    if len(found) == 1 and _is_wrapped(found[0]):
        raise one_object(str(path))
    lists: dict[str, int] = {}
    flat = [dict(_flattened(each, "", lists)) for each in found[:ROWS]]
    names = tuple(dict.fromkeys(name for each in flat for name in each))
    _refuse_few(names, path, "no object in it has two names or more")
    rows = [[each.get(name, "") for name in names] for each in flat]
    read: dict[str, str | int] = {"format": "jsonl", "files": path.name}
    if encoding != "utf-8":
        read["encoding"] = encoding
    return Sample(path, read, names, rows, len(taken) <= ROWS, lists=lists)


def _is_wrapped(value: dict[str, Any]) -> bool:
    """Return whether an object is only there to hold the records, as answers of programs are: `{"code": 0, "data": [...]}`."""
    records = [each for each in value.values() if isinstance(each, list) and any(isinstance(one, dict) for one in each)]
    texts = [name for name, each in value.items() if isinstance(each, str) and name.lower() not in _OF_ANSWERS]
    return bool(records) and not texts


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _flattened(value: dict[str, Any], inside: str, lists: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield path and text; of a list the first element stands for all."""
    for name, each in value.items():
        path = f"{inside}{name}"
        if isinstance(each, list):
            lists[path] = max(lists.get(path, 0), len(each))
            each = next((one for one in each if one), None)
            if each is None:
                continue
        if isinstance(each, dict):
            yield from _flattened(each, f"{path}.", lists)
        else:
            yield path, _as_text(each)


def _tables(path: Path) -> Iterator[Sample]:
    address = f"file:{quote(os.fsencode(path.absolute()))}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            listed = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name"
            for (table,) in connection.execute(listed).fetchall():
                quoted = '"' + table.replace('"', '""') + '"'
                query = f"SELECT * FROM {quoted}"  # noqa: S608 - a table that the database itself has named
                cursor = connection.execute(query)
                names = tuple(each[0] for each in cursor.description)
                rows = [[_as_text(cell) for cell in row] for row in islice(cursor, ROWS + 1)]
                read: dict[str, str | int] = {
                    "format": "sql", "url": f"sqlite:///{{data}}/{path.name}", "query": query,
                }  # fmt: skip
                if len(names) > 1:
                    yield Sample(path, read, names, rows[:ROWS], len(rows) <= ROWS, table)
    except sqlite3.Error as error:
        raise BadInput("the file is no SQLite database", str(path), "give a .db file that SQLite reads") from error
