"""Which rows stand where several of one key contradict each other, found before any is written.

Without it a file that is loaded again would have its losing row written and overruled anew each time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.load.load_context import LoadContext
from loaders.load.row_intake import RowIntake
from loaders.mapping.row_book import KeyRepeat, Winners
from loaders.mapping.statement import MappedRow
from loaders.rejection import Sealed


class _Reading(RowIntake):
    """Reads an input for its keys alone."""

    def read(self) -> None:
        """Read every row."""
        self._read(lambda _rows, _rejected: None)

    def _add(self, row: MappedRow) -> None:
        pass

    def _replace(self, row: MappedRow, meeting: KeyRepeat) -> None:
        pass

    def _receive(self, sealed: Sealed) -> None:
        pass

    def _waiting(self) -> int:
        return 0

    def _hand_over(self) -> None:
        pass


def find_winners(contexts: Sequence[LoadContext]) -> Winners:
    """Return the rows that stand of the contested keys of all inputs of a source, given in their order."""
    earlier: dict[int, int] = {}
    seen: list[Mapping[int, int]] = []
    contested: set[int] = set()
    for context in contexts:
        reading = _Reading(replace(context.looking(), earlier=earlier, winners=Winners()))
        reading.read()
        seen.append(reading.book.seen)
        contested |= reading.book.contested
        earlier = earlier | reading.book.seen
    return Winners({key: _standing(key, seen) for key in contested})


def _standing(key: int, seen: Sequence[Mapping[int, int]]) -> tuple[int, int]:
    return next((rows[key], number) for number, rows in reversed(list(enumerate(seen))) if key in rows)
