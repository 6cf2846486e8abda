"""What can be seen in a table: of each column how full and how varied it is and what it reads as, and what names a row."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from loaders.drafting.column import Column
from loaders.drafting.forms import VALUES, coded, masked, open_ended, passes, reads
from loaders.drafting.header import refuse_without_header
from loaders.drafting.keys import key_of, slips_of, version_of
from loaders.drafting.sample import Sample, samples_of
from loaders.drafting.words import plain
from schema.identifiers import absent

_FEW = 40  # words of a vocabulary at most
_CLOCK = re.compile(r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?")
_ALSO = (
    "name", "unit_name", "postal_text", "bank_account", "fuel_card", "latitude", "longitude", "seconds", "date", "plate",
)  # fmt: skip
_PLACEHOLDERS = (
    "NA", "N.A.", "NaN", "nan", "None", "none", "null", "NIL", "\\N", "?", "#N/A", "missing", "空", "无数据",
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """One table."""

    sample: Sample
    name: str  # that its source may have
    columns: tuple[Column, ...]
    absent: tuple[str, ...]  # words that seem to stand for nothing
    key: tuple[str, ...]  # columns that together name a row, none if there are none

    @property
    def path(self) -> Path:
        """Return the file."""
        return self.sample.path

    @property
    def rows(self) -> int:
        """Return how many rows were looked at."""
        return len(self.sample.rows)

    def called(self) -> tuple[str, ...]:
        """Return the names by which people may mean it."""
        return self.path.name, self.path.stem, self.name, self.sample.table

    def column(self, name: str) -> Column:
        """Return the column of this name."""
        return next(column for column in self.columns if column.name == name)

    def cells(self, name: str) -> list[str]:
        """Return the cells of a column."""
        place = self.sample.names.index(name)
        return [row[place] for row in self.sample.rows]

    def key_column(self) -> Column | None:
        """Return the one column by whose values other tables can mean its rows."""
        return self.column(self.key[0]) if len(self.key) == 1 else None

    def version(self) -> Column | None:
        """Return the column by which a later statement of a row is known, of a table; the lines of a file have their order."""
        return version_of(self.sample, self.columns) if self.sample.read["format"] == "sql" else None

    def key_slips(self) -> tuple[int, int]:
        """Return in how many rows the key of one column is that of an earlier one, and in how many it is blank."""
        return slips_of(self.sample, self.key[0], self.absent) if len(self.key) == 1 else (0, 0)


Tables = list[tuple[Sample, list[list[str]]]]


def tables_in(path: Path) -> Tables:
    """Return the tables of a file with their cells by column; refuse a file that is none."""
    tables = [
        (sample, [[row[place] for row in sample.rows] for place in range(len(sample.names))])
        for sample in samples_of(path)
    ]
    for sample, cells in tables:
        refuse_without_header(sample, cells)
    return tables


def looks_at(tables: Tables, name_of: Callable[[Sequence[Sample]], list[str]]) -> list[Look]:
    """Return what can be seen in the tables, each under a name of its own."""
    names = name_of([sample for sample, _ in tables])
    return [_look(sample, cells, name) for (sample, cells), name in zip(tables, names, strict=True)]


def _look(sample: Sample, cells: list[list[str]], name: str) -> Look:
    nothing = _placeholders(cells)
    columns = tuple(_column(each, column, nothing) for each, column in zip(sample.names, cells, strict=True) if each)
    return Look(sample, name, columns, nothing, key_of(sample, columns, nothing))


def _placeholders(cells: list[list[str]]) -> tuple[str, ...]:
    # A word counts if it stands in a column whose other values are something else: a code `NA` alone proves nothing.
    found = []
    for word in _PLACEHOLDERS:
        held = [column for column in cells if word in column]
        if any(reads([cell for cell in column if cell != word]) not in ("text", "") for column in held):
            found.append(word)
    return tuple(found)


def _column(name: str, cells: Sequence[str], nothing: tuple[str, ...]) -> Column:
    filled = [cell.strip() for cell in cells if not absent(cell) and cell.strip() not in nothing]
    digests = frozenset(blake2b(cell.encode(errors="replace"), digest_size=8).digest() for cell in filled)
    values = list(dict.fromkeys(filled))[:VALUES]
    return Column(
        name, len(filled), len(digests), reads(filled) or "text", digests,
        frozenset(form for form in _ALSO if values and passes(form, values)) | masked(values) | open_ended(values),
        frozenset(values) if len(values) <= _FEW else frozenset(),
        max(map(len, values), default=0), any(value[0] == "0" and len(value) > 1 and value.isdigit() for value in values),
        bool(values) and all(map(_CLOCK.fullmatch, values)), coded(values),
    )  # fmt: skip


def spelt(column: Column) -> str:
    """Return the name of a column in plain words, without what an export puts behind it, such as `:string`."""
    return plain(column.name)
