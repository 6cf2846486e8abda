"""What can be seen in a CSV file: its encoding and delimiter, and of each column how full and how varied it is."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from graph_service.errors import BadInput
from loaders.readers.scan import codec_of, scan
from schema.identifiers import NORMALISERS, Refused, absent

SAMPLE = 50_000  # rows looked at
_VALUES = 5_000  # distinct values of a column that are tried on the normalisers
_MOST = 0.97  # of the values must be readable; the rest may be slips
_TELLING = 0.9  # of the filled cells have a value of their own in a column that identifies
_KEY_COLUMNS = 6
_DELIMITERS = ",;\t|"
# The most telling first; what any text would pass is not among them.
_TRIED = (
    "resident_id", "uscc", "phone", "plate", "datetime", "date", "fuel_card", "bank_account", "boolean", "integer",
    "decimal", "money_yuan",
)  # fmt: skip
_GIVEN_AWAY = frozenset({"resident_id", "uscc", "phone", "plate", "datetime", "date", "fuel_card", "bank_account"})
_TEXTS = ("name", "unit_name", "postal_text")
_PLACEHOLDERS = (
    "NA",
    "N.A.",
    "NaN",
    "nan",
    "None",
    "none",
    "null",
    "NIL",
    "\\N",
    "?",
    "#N/A",
    "missing",
    "空",
    "无数据",
)


@dataclass(frozen=True)
class Column:
    """One column: what its filled cells have in common."""

    name: str
    filled: int
    distinct: int
    reads: str  # the normaliser that reads nearly all of them, or "text"
    digests: frozenset[bytes]  # of the values that were looked at
    also: frozenset[str] = frozenset()  # further normalisers that read them, of texts

    def is_unique(self, rows: int) -> bool:
        """Return whether every row that was looked at has a value of its own."""
        return self.filled == rows == self.distinct

    def tells_apart(self) -> bool:
        """Return whether nearly every filled cell has a value of its own, so that it may identify what the row is about."""
        return self.distinct >= self.filled * _TELLING


@dataclass(frozen=True)
class Look:
    """One file."""

    path: Path
    encoding: str
    delimiter: str
    rows: int
    whole: bool  # whether these are all
    columns: tuple[Column, ...]
    absent: tuple[str, ...]  # words that seem to stand for nothing
    key: tuple[str, ...]  # columns that together name a row, none if there are none

    @property
    def name(self) -> str:
        """Return a name that a source may have."""
        kept = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in self.path.stem.lower())
        return kept.strip("_") or "source"

    def keys(self) -> list[Column]:
        """Return the columns that name a row alone."""
        return [column for column in self.columns if column.is_unique(self.rows)]


def look_at(path: Path) -> Look:
    """Return what can be seen in the file, or refuse one that is no table."""
    encoding = _encoding(path)
    with path.open(encoding=codec_of(encoding), newline="") as file:
        head = file.readline()
        delimiter = max(_DELIMITERS, key=head.count)
        file.seek(0)
        reader = csv.reader(file, delimiter=delimiter)
        written = next(reader, [])
        names = [name.strip().lstrip("\ufeff") for name in written]
        if len([name for name in names if name]) < 2:
            raise BadInput("the first line names fewer than two columns", str(path), "give a CSV file with a header")
        rows = list(islice(_rows(reader, len(names)), SAMPLE + 1))
    looked = rows[:SAMPLE]
    cells = [[row[place] for row in looked] for place in range(len(names))]
    nothing = _placeholders(cells)
    columns = tuple(_column(name, column, nothing) for name, column in zip(names, cells, strict=True) if name)
    if any(_is_value(name, [row[place] for row in looked if row != written]) for place, name in enumerate(names)):
        what = "the first line is a row like the others and no header"
        raise BadInput(
            what, str(path), "put a line with the names of the columns above it", zh="首行是数据而非表头，请补上表头"
        )
    key = _key(names, looked, columns)
    return Look(path, encoding, delimiter, len(looked), len(rows) <= SAMPLE, columns, nothing, key)


def _is_value(name: str, cells: list[str]) -> bool:
    """Return whether the name of a column stands in it as a value, or is a number or day like all that stand in it."""
    return bool(name) and (
        name in map(str.strip, cells) or ((form := _reads(cells)) in _GIVEN_AWAY and _passes(form, [name]))
    )


def _key(names: list[str], rows: list[list[str]], columns: Sequence[Column]) -> tuple[str, ...]:
    if alone := next((column.name for column in columns if column.is_unique(len(rows))), None):
        return (alone,)
    # Measured amounts name nothing.
    named = [
        column for column in columns if column.filled == len(rows) and column.reads not in ("decimal", "money_yuan")
    ]
    full = [names.index(column.name) for column in named]
    chosen: list[int] = []
    reached = 0
    while full and len(chosen) < _KEY_COLUMNS and reached < len(rows):
        tried = {place: len({tuple(row[each] for each in (*chosen, place)) for row in rows}) for place in full}
        best = max(full, key=lambda place: tried[place])
        if tried[best] == reached:
            return ()
        reached = tried[best]
        chosen.append(best)
        full.remove(best)
    return tuple(names[place] for place in sorted(chosen)) if rows and reached == len(rows) else ()


def _rows(reader: Iterator[list[str]], width: int) -> Iterator[list[str]]:
    try:
        for row in reader:
            if len(row) == width:
                yield row
    except csv.Error:
        return


def _encoding(path: Path) -> str:
    try:
        scan(path, "utf-8")
    except BadInput:
        scan(path, "gb18030")
        return "gb18030"
    return "utf-8"


def _placeholders(cells: list[list[str]]) -> tuple[str, ...]:
    # A word counts if it stands in a column whose other values are something else: a code `NA` alone proves nothing.
    found = []
    for word in _PLACEHOLDERS:
        held = [column for column in cells if word in column]
        if any(_reads([cell for cell in column if cell != word]) not in ("text", "") for column in held):
            found.append(word)
    return tuple(found)


def _column(name: str, cells: Sequence[str], nothing: tuple[str, ...]) -> Column:
    filled = [cell.strip() for cell in cells if not absent(cell) and cell.strip() not in nothing]
    digests = frozenset(blake2b(cell.encode(), digest_size=8).digest() for cell in filled)
    values = list(dict.fromkeys(filled))[:_VALUES]
    also = frozenset(form for form in _TEXTS if values and _passes(form, values))
    return Column(name, len(filled), len(digests), _reads(filled) or "text", digests, also)


def _reads(cells: Sequence[str]) -> str:
    values = list(dict.fromkeys(cell for cell in cells if not absent(cell)))[:_VALUES]
    if not values:
        return ""
    return next((name for name in _TRIED if _passes(name, values)), "text")


def _passes(name: str, values: Sequence[str]) -> bool:
    slips = 0
    for value in values:
        try:
            slips += NORMALISERS[name](value) is None
        except Refused:
            slips += 1
        if slips > len(values) * (1 - _MOST):
            return False
    return True
