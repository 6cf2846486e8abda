"""Tables with a watermark: opened whole, from a mark on, or only the rows with some keys."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from loaders.readers.opened import Opened, open_inputs
from loaders.readers.row import Row
from loaders.readers.sql_marks import Mark, Watch, begin_of
from loaders.readers.sql_rows import Chosen, Rows, place_of, read_sql, sql_fingerprint
from loaders.rejection import Rejection
from loaders.source import Source

_KEYS = 200  # keys in one query; databases bound the length of a condition


def open_whole(source: Source, data: Path) -> list[Opened]:
    """Return every input of the source, to be read whole."""
    return [open_table(source, data)] if source.watermark else list(open_inputs(source, data))


def open_table(source: Source, data: Path, since: Mark | None = None) -> Opened:
    """Return the rows of the query, or those that its watermark says have changed since the mark."""
    spec = source.watermark
    chosen: Chosen | None = None
    if since is not None and spec is not None:
        begin = begin_of(since, spec)
        chosen = partial(Rows.since, name=spec.column, value=begin)
    columns, _ = read_sql(source, data)
    watched: list[Watch] = []

    def rows() -> Iterator[Row | Rejection]:
        found = read_sql(source, data, chosen)[1]
        if spec is None:
            return found
        watched[:] = [Watch(spec, place_of(source, data))]
        return _watched(found, watched[0], columns.index(spec.column))

    digest = sql_fingerprint(source, since.text if since else "")
    return Opened(table_name(source), digest, 0, columns, rows, lambda: watched[0].mark if watched else None)


def table_name(source: Source) -> str:
    """Return what stands in the ledger for the file of a query."""
    return f"sql:{source.name}"


def keys_name(source: Source) -> str:
    """Return what stands in the ledger for the file of rows that were asked for by their keys."""
    return f"{table_name(source)}#keys"


def _watched(rows: Iterator[Row | Rejection], watch: Watch, place: int) -> Iterator[Row | Rejection]:
    for row in rows:
        if isinstance(row, tuple):
            watch.see(row[1][place])
        yield row


def open_keys(source: Source, data: Path, keys: list[tuple[Any, ...]]) -> Opened:
    """Return the rows of the query that have these keys."""
    columns, _ = read_sql(source, data)

    def rows() -> Iterator[Row | Rejection]:
        number = 0
        for start in range(0, len(keys), _KEYS):
            chosen = partial(Rows.with_keys, names=source.key, keys=keys[start : start + _KEYS])
            for row in read_sql(source, data, chosen)[1]:
                number += 1
                yield (number, row[1]) if isinstance(row, tuple) else row

    digest = sql_fingerprint(source, "\n".join(sorted(map(repr, keys))))
    return Opened(keys_name(source), digest, 0, columns, rows)
