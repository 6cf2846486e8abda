"""Finds the inputs of a source and opens each with the reader of its format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph_service.errors import BadInput
from loaders.readers.csv_rows import read_csv
from loaders.readers.excel_rows import read_excel
from loaders.readers.json_rows import read_json
from loaders.readers.row import Row
from loaders.readers.scan import fingerprint, scan
from loaders.readers.sql_rows import read_sql, sql_fingerprint
from loaders.rejection import Rejection
from loaders.source import Source


@dataclass(frozen=True)
class Opened:
    """One input with its header checked: nothing of it has been loaded yet."""

    file: str  # the path below the data folder, or the query's name
    file_hash: str
    size: int  # bytes, or 0 where it is not known beforehand
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Row | Rejection]]  # reads from the beginning, each time

    def passed_over(self, source: Source) -> list[str]:
        """Return the columns that the declaration does not know, which its contract lets pass."""
        known = {*source.used_columns(), *source.ignored}
        return [name for name in self.columns if name and name not in known]


def open_inputs(source: Source, data: Path) -> Iterator[Opened]:
    """Yield each input of the source in the order of its name; refuse a source that has none."""
    if source.read.format == "sql":
        columns, _ = read_sql(source, data)
        rows = partial(_rows, source, lambda: read_sql(source, data)[1])
        yield Opened(f"sql:{source.name}", sql_fingerprint(source), 0, columns, rows)
        return
    for path in _files(source, data):
        yield _open_file(source, path, path.relative_to(data).as_posix())


def _open_file(source: Source, path: Path, name: str) -> Opened:
    read = _READERS[source.read.format]
    found = None if source.read.format == "xlsx" else scan(path, source.read.encoding)
    columns, _ = read(source, path)
    digest = found.sha256 if found else fingerprint(path)
    return Opened(name, digest, path.stat().st_size, columns, partial(_rows, source, lambda: read(source, path)[1]))


def _rows(source: Source, read: Callable[[], Iterator[Row | Rejection]]) -> Iterator[Row | Rejection]:
    return _without(frozenset(source.read.absent), read()) if source.read.absent else read()


def _without(words: frozenset[str], rows: Iterator[Row | Rejection]) -> Iterator[Row | Rejection]:
    # Words that mean nothing in this source; what means nothing everywhere, such as 无 or N/A, is known already.
    for item in rows:
        if isinstance(item, Rejection):
            yield item
        else:
            yield item[0], [None if isinstance(cell, str) and cell in words else cell for cell in item[1]]


_READERS = {"csv": read_csv, "jsonl": read_json, "xlsx": read_excel}


def _files(source: Source, data: Path) -> list[Path]:
    pattern = source.read.files or ""
    if not data.is_dir():
        raise BadInput("the data folder does not exist", str(data), "give the folder of the files with --data")
    root = data.resolve()
    found = sorted(path for path in data.glob(pattern) if path.is_file() and path.resolve().is_relative_to(root))
    if not found:
        there = ", ".join(sorted(path.name for path in data.iterdir())[:8]) or "nothing"
        raise BadInput(
            f"no file matches '{pattern}' of source {source.name}", str(data), f"the folder holds {there}; check --data"
        )
    return found
