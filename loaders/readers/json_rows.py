"""JSON lines, streamed: a line that is not one object, or holds a name that is not declared, costs that row."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from loaders.nearest import unknown
from loaders.readers.header import checked_header
from loaders.readers.row import LONGEST_CELL, Row, is_total
from loaders.readers.scan import codec_of
from loaders.rejection import LONG_CELL, NOT_JSON, TOTAL, Reason, Rejection
from loaders.source import Source


def read_json(source: Source, path: Path) -> tuple[tuple[str, ...], Iterator[Row | Rejection]]:
    """Return the declared columns and the rows of a file of JSON lines."""
    columns = checked_header(source, list(source.read.columns), str(path))
    return columns, _rows(source, path, columns)


def _rows(source: Source, path: Path, columns: tuple[str, ...]) -> Iterator[Row | Rejection]:
    known = frozenset(columns)
    strict = source.columns == "strict"
    number = 0
    with path.open(encoding=codec_of(source.read.encoding), errors="strict") as file:
        for line in file:
            if not line.strip():
                continue
            number += 1
            yield _row(number, line, columns, known if strict else None)


def _row(number: int, line: str, columns: tuple[str, ...], known: frozenset[str] | None) -> Row | Rejection:
    try:
        value: Any = orjson.loads(line)
    except orjson.JSONDecodeError:
        value = None
    if not isinstance(value, dict):
        return Rejection(number, NOT_JSON, [line.rstrip("\r\n")[:LONGEST_CELL]])
    if known is not None and not known.issuperset(value):
        strange = next(name for name in value if name not in known)
        return Rejection(number, _strange(strange, columns), [line.rstrip("\r\n")])
    cells = [value.get(name) for name in columns]
    if is_total(cells if all(not isinstance(cell, list | dict) for cell in cells) else []):
        return Rejection(number, TOTAL, cells)
    if len(line) > LONGEST_CELL and any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in cells):
        return Rejection(number, LONG_CELL, [line[:LONGEST_CELL]])
    return number, cells


def _strange(name: str, columns: tuple[str, ...]) -> Reason:
    return Reason(unknown("name", name[:64], columns), f"字段名“{name[:64]}”未声明", "unknown name", name[:64])
