"""Tables with a watermark: opened whole, from a mark on, or only the rows with some keys."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loaders.declare.parts import SourceReading
from loaders.readers.guarded_query import GuardedQuery, sql_fingerprint
from loaders.readers.opened import Opened, open_inputs
from loaders.readers.row import Row
from loaders.readers.sealing import Item
from loaders.readers.sql_marks import Mark, Watch, begin_of
from loaders.rejection import Rejection, Sealed

if TYPE_CHECKING:
    from loaders.readers.sql_rows import ChooseRows

_KEYS = 200  # keys in one query; databases bound the length of a condition


def open_whole(source: SourceReading, data: Path, operator: tuple[str, ...] = ()) -> list[Opened]:
    """Return every input of the source, to be read whole."""
    return [open_table(source, data, operator)] if source.watermark else list(open_inputs(source, data, operator))


def open_table(source: SourceReading, data: Path, operator: tuple[str, ...] = (), since: Mark | None = None) -> Opened:
    """Return the rows of the query, or those that its watermark says have changed since the mark."""
    from loaders.readers.sql_rows import QueryRows, place_of

    spec = source.watermark
    chosen: ChooseRows | None = None
    if since is not None and spec is not None:
        chosen = partial(QueryRows.since, name=spec.column, value=begin_of(since, spec))
    query = GuardedQuery.of(source, data, operator)
    watches: list[Watch] = []

    def rows() -> Iterator[Item]:
        if spec is None:
            return query.rows(chosen)
        watches[:] = [Watch(spec, place_of(source, data))]
        place = query.header.columns.index(spec.column)
        # A row that is kept out moves the mark like any other; else it would be read again every time.
        return query.rows(chosen, partial(_watched, watch=watches[0], place=place))

    query.check(rows)
    digest = sql_fingerprint(source, since.text if since else "")
    return Opened(
        table_name(source),
        digest,
        0,
        query.header.columns,
        rows,
        query.header.drift,
        mark=lambda: watches[0].mark if watches else None,
        passed_over=query.header.passed_over,
    )


def table_name(source: SourceReading) -> str:
    """Return what stands in the ledger for the file of a query."""
    return f"sql:{source.name}"


def keys_name(source: SourceReading) -> str:
    """Return what stands in the ledger for the file of rows that were asked for by their keys."""
    return f"{table_name(source)}#keys"


def _watched(rows: Iterator[Row | Rejection], watch: Watch, place: int) -> Iterator[Row | Rejection]:
    for row in rows:
        if isinstance(row, tuple):
            watch.see(row[1][place])
        yield row


def open_keys(source: SourceReading, data: Path, operator: tuple[str, ...], keys: list[tuple[Any, ...]]) -> Opened:
    """Return the rows of the query that have these keys."""
    from loaders.readers.sql_rows import QueryRows

    query = GuardedQuery.of(source, data, operator)

    def rows() -> Iterator[Item]:
        number = 0
        for start in range(0, len(keys), _KEYS):
            chosen = partial(QueryRows.with_keys, names=source.key, keys=keys[start : start + _KEYS])
            for item in query.rows(chosen):
                number += 1
                yield _numbered(item, number)

    query.check(rows)
    digest = sql_fingerprint(source, "\n".join(sorted(map(repr, keys))))
    header = query.header
    return Opened(keys_name(source), digest, 0, header.columns, rows, header.drift, passed_over=header.passed_over)


def _numbered(item: Item, number: int) -> Item:
    return replace(item, row=number) if isinstance(item, Rejection | Sealed) else (number, item[1])
