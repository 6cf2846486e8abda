"""Who signs the cursors of nested lists and of the journal: known only while a request is answered, which shapes outlive."""

from contextvars import ContextVar
from typing import Any

from graph_service.cypher.lists.cursor import read_cursor, write_cursor
from graph_service.errors import BadInput

CURSOR_KEY: ContextVar[bytes] = ContextVar("CURSOR_KEY")
_JOURNAL = "changes"


def signed(place: str, values: list[Any]) -> str:
    """Return the cursor of a row with these sort values in the list called `place`."""
    return write_cursor(CURSOR_KEY.get(), place, values)


def as_of(place: list[Any]) -> str:
    """Return what tells up to where in the journal of changes somebody has looked: number and uid of the last."""
    return signed(_JOURNAL, [place])


def journal_place(given: str, where: str) -> list[Any]:
    """Return the number and uid that `as_of` told, or refuse what it did not."""
    try:
        return read_cursor(CURSOR_KEY.get(), _JOURNAL, given).tie
    except BadInput as error:
        raise BadInput("this is no `asOf` of this service", where, "take it from an answer of `changes`") from error
