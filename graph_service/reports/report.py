"""What every form of an export shows: a head, and tables of texts, numbers and amounts; no form adds anything of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

Value = str | int | None
_FEN = 100


def plain(text: str) -> str:
    """Return the text without the signs that no document may hold."""
    return "".join(sign for sign in text if sign in "\t\n" or (ord(sign) >= 0x20 and ord(sign) not in {0xFFFE, 0xFFFF}))


class Shows(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"  # in fen


@dataclass(frozen=True)
class Column:
    """One column: its heading, how wide it is beside the others, what its cells hold."""

    heading: str
    width: int
    shows: Shows = Shows.TEXT

    def told(self, value: Value) -> str:
        """Return a cell as it is read: amounts in yuan, with their fen."""
        if value is None:
            return ""
        return (
            f"{value // _FEN:,}.{value % _FEN:02}"
            if self.shows is Shows.MONEY and isinstance(value, int)
            else str(value)
        )


@dataclass(frozen=True)
class Table:
    """One table: its name in the data, its title, its columns and rows."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Plot:
    """Bars beside each other: the title, and of each bar what it is called, how long it is, and what is told of it."""

    title: str
    bars: Sequence[tuple[str, float, str]]

    @property
    def shares(self) -> list[tuple[str, float, str]]:
        """Return the bars with their lengths as shares of the longest one."""
        longest = max((length for _, length, _ in self.bars), default=0) or 1
        return [(name, length / longest, told) for name, length, told in self.bars]


@dataclass(frozen=True)
class Report:
    """An export in one language, ready to be written: title, facts of its head, notes, tables, the watermark of each page, plots."""

    language: str
    title: str
    facts: Sequence[tuple[str, str]]
    notes: Sequence[str]
    tables: Sequence[Table]
    watermark: str
    none: str
    pages: tuple[str, str, str] = field(default=("", "/", ""))  # around the number of a page and of all
    plots: Sequence[Plot] = ()
