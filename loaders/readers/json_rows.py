"""JSON lines, streamed: a line that is not one object, or holds a name that is not declared, costs that row."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from loaders.declare.job import FileForm
from loaders.declare.nearest import unknown
from loaders.readers.row import LONGEST_CELL, Row, is_total
from loaders.readers.scan import codec_of
from loaders.rejection import LONG_CELL, NOT_JSON, REPEATED_NAME, TOTAL, Reason, Rejection, lost_digits

# A number that a double cannot hold: orjson would round it without a word.
_LONG_NUMBER = re.compile(r"[0-9]{16}|[0-9][eE]")
_CERTAIN = 1e15


def read_json(form: FileForm, path: Path) -> Iterator[Row | Rejection]:
    """Return the rows of a file of JSON lines, their cells in the order of the declared names."""
    known = frozenset(form.names) if form.strict else None
    number = 0
    with path.open(encoding=codec_of(form.encoding), errors="strict") as file:
        for line in file:
            if not line.strip():
                continue
            number += 1
            yield _row(number, line, form.names, known)


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
    if line.count('":') != len(value) and (twice := _twice(line)):
        return Rejection(number, REPEATED_NAME.at(twice), cells)
    if is_total(cells if all(not isinstance(cell, list | dict) for cell in cells) else []):
        return Rejection(number, TOTAL, cells)
    if _LONG_NUMBER.search(line) and (rounded := _rounded(cells, columns)):
        return Rejection(number, lost_digits(rounded), cells)
    if len(line) > LONGEST_CELL and any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in cells):
        return Rejection(number, LONG_CELL, [line[:LONGEST_CELL]])
    return number, cells


def _rounded(cells: list[Any], columns: tuple[str, ...]) -> str | None:
    pairs = zip(cells, columns, strict=True)
    return next((name for cell, name in pairs if isinstance(cell, float) and abs(cell) >= _CERTAIN), None)


def _twice(line: str) -> str | None:
    import json

    found: list[str] = []

    def note(pairs: list[tuple[str, Any]]) -> None:
        names = [name for name, _ in pairs]
        found.extend(name for place, name in enumerate(names) if name in names[:place])

    json.loads(line, object_pairs_hook=note)
    return found[0] if found else None


def _strange(name: str, columns: tuple[str, ...]) -> Reason:
    return Reason(unknown("name", name[:64], columns), f"字段名“{name[:64]}”未声明", "unknown name", name[:64])
