"""The rows of a declared query, without those that must not come in, whichever of them are asked for.

The library of databases takes long to load, and most loads read files: so it is loaded with the first query.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.declare.job import FileForm, ReadingJob
from loaders.declare.parts import SourceReading
from loaders.readers.contract import rules_of
from loaders.readers.header import Header
from loaders.readers.row import Row
from loaders.readers.sealing import Item, sealed_rows
from loaders.rejection import Rejection

if TYPE_CHECKING:
    from loaders.readers.sql_rows import ChooseRows

WatchRows = Callable[[Iterator[Row | Rejection]], Iterator[Row | Rejection]]


@dataclass(frozen=True)
class GuardedQuery:
    """A query whose header is checked."""

    source: SourceReading
    data: Path
    header: Header
    job: ReadingJob

    @staticmethod
    def of(source: SourceReading, data: Path, operator: tuple[str, ...]) -> "GuardedQuery":
        """Return the query of the source, or refuse its header."""
        from loaders.readers.sql_rows import read_header

        header, _ = read_header(source, data)
        rules = rules_of(source, header.columns, operator)
        job = ReadingJob(
            "read", f"source {source.name}", FileForm("sql"), columns=header.columns, key=source.key, rules=rules
        )
        return GuardedQuery(source, data, header, job)

    def rows(self, chosen: "ChooseRows | None" = None, watched: WatchRows = iter) -> Iterator[Item]:
        """Return the rows, all or those that are chosen; `watched` sees them before any is kept out."""
        from loaders.readers.sql_rows import read_sql

        found = watched(read_sql(self.source, self.data, chosen))
        return padded(present(self.source, sealed_rows(self.job, found)), self.header.lost)

    def check(self, rows: Callable[[], Iterator[Item]]) -> None:
        """Read to the end what may have to be refused whole, before its first row is loaded."""
        if any(rule.refuses for rule in self.job.rules):
            deque(rows(), maxlen=0)


def sql_fingerprint(source: SourceReading, part: str = "") -> str:
    """Return what stands for a file's hash: rows may change, so it says only which query, and which part of it."""
    which = f"\0{part}" if part else ""
    return sha256(f"{source.read.url}\0{source.read.query}{which}".encode()).hexdigest()


def padded(items: Iterator[Item], lost: int) -> Iterator[Item]:
    """Return the rows with an empty cell for each column that the input lacks."""
    if not lost:
        return items
    empty = [None] * lost
    return ((item[0], [*item[1], *empty]) if isinstance(item, tuple) else item for item in items)


def present(source: SourceReading, items: Iterator[Item]) -> Iterator[Item]:
    """Return the rows with empty cells for the words that mean nothing in this source; 无 or N/A do so everywhere."""
    words = frozenset(source.read.absent)
    return (_without(words, item) for item in items) if words else items


def _without(words: frozenset[str], item: Item) -> Item:
    if not isinstance(item, tuple):
        return item
    return item[0], [_said(words, cell) for cell in item[1]]


def _said(words: frozenset[str], cell: object) -> object:
    if isinstance(cell, list):
        return [_said(words, each) for each in cell]
    return None if isinstance(cell, str) and cell in words else cell
