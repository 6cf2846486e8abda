"""One column of a table, and how much it looks like what names a row."""

from dataclasses import dataclass

from loaders.drafting.words import has_word, is_key_word, says_role

_TELLING = 0.9  # of the filled cells have a value of their own in a column that identifies
NEVER = 9
_DESCRIBES = 4  # rank of columns of which two rows may have the same value, though no two that were looked at have it
_LONGEST_KEY = 64  # characters
DATES = frozenset({"datetime", "date", "date_dmy", "date_mdy", "date_either"})
MEASURES = frozenset({"decimal", "money_yuan", "boolean"})


@dataclass(frozen=True)
class Column:
    """One column: what its filled cells have in common.

    `reads` is the normaliser that reads nearly all of them, or "text", `also` are further ones; `digests` are of the values
    that were looked at, `words` all values, where they are few. Padded with zeros a number is a code; a clock is times of
    day whose days stand elsewhere; coded are values of letters and digits in one or a few patterns.
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
    is_coded: bool = False

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
        if self.reads in DATES | MEASURES or self.longest > _LONGEST_KEY or has_word("measure", self.name):
            return NEVER
        if is_key_word(self.name):
            return 0
        if self.reads in ("resident_id", "uscc", "plate", "phone"):
            # The number of whoever was called or owns it names no row, though in a few rows none comes twice.
            return NEVER if says_role(self.name) else _DESCRIBES if self.reads == "phone" else 1
        if has_word("described", self.name):
            return _DESCRIBES + 1
        return 2 if self.reads == "integer" else 3
