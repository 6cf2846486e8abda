"""One column of a table, and which of them name its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.drafting.sample import Sample
from loaders.drafting.words import has_word, is_key_word, says_role

_TELLING = 0.9  # of the filled cells have a value of their own in a column that identifies
_KEY_COLUMNS = 6
_NEVER = 9
_DESCRIBES = 4  # rank of columns of which two rows may have the same value, though no two that were looked at have it
_LONGEST_KEY = 64  # characters
DATES = frozenset({"datetime", "date", "date_dmy", "date_mdy", "date_either"})
_MEASURES = frozenset({"decimal", "money_yuan", "boolean"})


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

    def is_described(self) -> bool:
        """Return whether it seems to describe a row, as names, addresses and phones do: another may have the same."""
        return self.as_key() >= _DESCRIBES

    def as_key(self) -> int:
        """Return how little it looks like what names a row: 0 an id by its name, 9 what never does, such as a day."""
        if self.reads in DATES | _MEASURES or self.longest > _LONGEST_KEY or has_word("measure", self.name):
            return _NEVER
        if is_key_word(self.name):
            return 0
        if self.reads in ("resident_id", "uscc", "plate", "phone"):
            # The number of whoever was called or owns it names no row, though in a few rows none comes twice.
            return _NEVER if says_role(self.name) else _DESCRIBES if self.reads == "phone" else 1
        if has_word("described", self.name):
            return _DESCRIBES + 1
        return 2 if self.reads == "integer" else 3


def key_of(sample: Sample, columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the columns that together name a row: the likeliest one alone, else several, none where nothing does."""
    rows = sample.rows
    lasting = [column for column in columns if not any(_lies_in(column.name, each) for each in sample.lists)]
    alone = sorted((column for column in lasting if column.is_unique(len(rows))), key=Column.as_key)
    if alone and not alone[0].is_described():
        return (alone[0].name,)
    named = [column for column in lasting if column.filled == len(rows) and column.reads not in _MEASURES]
    if alone and alone[0].as_key() < _NEVER:
        together = _together(sample, [column for column in named if not column.is_described()])
        return together or (alone[0].name,)
    found = _together(sample, named)
    # A day alone names nothing, even where no two rows happen to have the same.
    return () if len(found) == 1 and next(c for c in columns if c.name == found[0]).as_key() == _NEVER else found


def _together(sample: Sample, columns: Sequence[Column]) -> tuple[str, ...]:
    """Return those of the columns that together name a row, none where they do not."""
    rows = sample.rows
    full = [sample.names.index(column.name) for column in columns]
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
    return tuple(sample.names[place] for place in sorted(chosen)) if rows and reached == len(rows) else ()


def _lies_in(column: str, outer: str) -> bool:
    return column == outer or column.startswith(f"{outer}.")
