"""What can be seen in a table: of each column how full and how varied it is and what it reads as, and what names a row."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from graph_service.errors import BadInput
from loaders.drafting.sample import Sample, samples_of
from loaders.drafting.words import has_word, is_key_word, plain, says_role
from schema.identifiers import NORMALISERS, Refused, absent

_VALUES = 5_000  # distinct values of a column that are tried on the normalisers
_FEW = 40  # words of a vocabulary at most
_MOST = 0.97  # of the values must be readable; the rest may be slips
_TELLING = 0.9  # of the filled cells have a value of their own in a column that identifies
_KEY_COLUMNS = 6
_CLOCK = re.compile(r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?")
_LONGEST_KEY = 64  # characters
# The most telling first; what any text would pass is not among them, nor what any long number would.
_TRIED = (
    "resident_id", "uscc", "phone", "plate", "datetime", "date", "boolean", "integer", "decimal", "money_yuan",
)  # fmt: skip
_ALSO = ("name", "unit_name", "postal_text", "bank_account", "fuel_card", "latitude", "longitude", "seconds", "date")
_GIVEN_AWAY = frozenset({"resident_id", "uscc", "phone", "plate", "datetime", "date", "fuel_card", "bank_account"})
DATES = frozenset({"datetime", "date", "date_dmy", "date_mdy", "date_either"})
_MEASURES = frozenset({"decimal", "money_yuan", "boolean"})
_PLACEHOLDERS = (
    "NA", "N.A.", "NaN", "nan", "None", "none", "null", "NIL", "\\N", "?", "#N/A", "missing", "空", "无数据",
)  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column: what its filled cells have in common.

    `reads` is the normaliser that reads nearly all of them, or "text", `also` are further ones; `digests` are of the values
    that were looked at, `words` all values, where they are few. Padded with zeros a number is a code; a clock is times of
    day whose days stand elsewhere.
    """

    name: str
    filled: int
    distinct: int
    reads: str
    digests: frozenset[bytes]
    also: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    longest: int = 0
    is_padded: bool = False
    is_clock: bool = False

    def is_unique(self, rows: int) -> bool:
        """Return whether every row that was looked at has a value of its own."""
        return self.filled == rows == self.distinct and rows > 0

    def tells_apart(self) -> bool:
        """Return whether nearly every filled cell has a value of its own, so that it may identify what the row is about."""
        return self.distinct >= self.filled * _TELLING

    def as_key(self) -> int:
        """Return how little it looks like what names a row: 0 an id by its name, 9 what never does, such as a day."""
        if self.reads in DATES | _MEASURES or self.longest > _LONGEST_KEY or has_word("measure", self.name):
            return 9
        if is_key_word(self.name):
            return 0
        if self.reads in ("resident_id", "uscc", "plate", "phone"):
            # The number of whoever was called or owns it names no row, though in a few rows none comes twice.
            return 9 if says_role(self.name) else 1
        return 2 if self.reads == "integer" else 3


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


def looks_at(paths: Sequence[Path], name_of: Callable[[Sequence[Sample]], list[str]]) -> list[Look]:
    """Return what can be seen in the files, each table under a name of its own; refuse a file that is no table."""
    samples = [sample for path in paths for sample in samples_of(path)]
    return [_look(sample, name) for sample, name in zip(samples, name_of(samples), strict=True)]


def _look(sample: Sample, name: str) -> Look:
    cells = [[row[place] for row in sample.rows] for place in range(len(sample.names))]
    nothing = _placeholders(cells)
    columns = tuple(_column(each, column, nothing) for each, column in zip(sample.names, cells, strict=True) if each)
    _refuse_without_header(sample, cells)
    return Look(sample, name, columns, nothing, _key(sample, columns))


def _refuse_without_header(sample: Sample, cells: list[list[str]]) -> None:
    """Refuse a table whose first line is a row: its cells would be told as the names of columns."""
    rows = [row for row in sample.rows if row != list(sample.names)]
    if any(_is_value(name, [row[place] for row in rows]) for place, name in enumerate(sample.names)):
        raise BadInput(
            "the first line is a row like the others and no header", str(sample.path),
            "put a line with the names of the columns above it", zh="首行是数据而非表头，请补上表头",
        )  # fmt: skip


def _is_value(name: str, cells: list[str]) -> bool:
    """Return whether the name of a column stands in it as a value, or is a number or day like all that stand in it."""
    return bool(name) and (
        name in map(str.strip, cells) or ((form := _reads(cells)) in _GIVEN_AWAY and _passes(form, [name]))
    )


def _key(sample: Sample, columns: Sequence[Column]) -> tuple[str, ...]:
    rows = sample.rows
    lasting = [column for column in columns if not any(_lies_in(column.name, each) for each in sample.lists)]
    alone = sorted((column for column in lasting if column.is_unique(len(rows))), key=Column.as_key)
    if alone and alone[0].as_key() < 9:
        return (alone[0].name,)
    named = [column for column in lasting if column.filled == len(rows) and column.reads not in _MEASURES]
    full = [sample.names.index(column.name) for column in named]
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
    found = tuple(sample.names[place] for place in sorted(chosen)) if rows and reached == len(rows) else ()
    # A day alone names nothing, even where no two rows happen to have the same.
    return (
        ()
        if len(found) == 1 and dict(zip((c.name for c in columns), columns, strict=True))[found[0]].as_key() == 9
        else found
    )


def _lies_in(column: str, outer: str) -> bool:
    return column == outer or column.startswith(f"{outer}.")


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
    digests = frozenset(blake2b(cell.encode(errors="replace"), digest_size=8).digest() for cell in filled)
    values = list(dict.fromkeys(filled))[:_VALUES]
    return Column(
        name, len(filled), len(digests), _reads(filled) or "text", digests,
        frozenset(form for form in _ALSO if values and _passes(form, values)) | _masked(values) | _open(values),
        frozenset(values) if len(values) <= _FEW else frozenset(),
        max(map(len, values), default=0), any(value[0] == "0" and len(value) > 1 and value.isdigit() for value in values),
        bool(values) and all(map(_CLOCK.fullmatch, values)),
    )  # fmt: skip


def _masked(values: Sequence[str]) -> frozenset[str]:
    # A column of whole and masked numbers is neither of the two throughout.
    if any("*" in value for value in values) and not any(
        _is_refused("whole_id", value) or _is_refused("mask_of_id", value) for value in values
    ):
        return frozenset({"whole_or_masked_id"})
    return frozenset()


def _open(values: Sequence[str]) -> frozenset[str]:
    # The end of a term is a day or a word for none; a column of other words is refused throughout.
    return frozenset({"term_end"} if values and not any(_is_refused("term_end", value) for value in values) else ())


def _is_refused(form: str, value: str) -> bool:
    try:
        NORMALISERS[form](value)
    except Refused:
        return True
    return False


def _reads(cells: Sequence[str]) -> str:
    values = list(dict.fromkeys(cell for cell in cells if not absent(cell)))[:_VALUES]
    if not values:
        return ""
    found = next((name for name in _TRIED if _passes(name, values)), "text")
    return _year_last(values) if found == "text" else found


def _year_last(values: Sequence[str]) -> str:
    orders = [order for order in ("date_dmy", "date_mdy") if _passes(order, values)]
    return "date_either" if len(orders) == 2 else next(iter(orders), "text")


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


def spelt(column: Column) -> str:
    """Return the name of a column in plain words, without what an export puts behind it, such as `:string`."""
    return plain(column.name)
