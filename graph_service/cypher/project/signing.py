"""Who signs the cursors of nested lists: known only when an answer is shaped, for what shapes it outlives the request."""

from contextvars import ContextVar
from typing import Any

from graph_service.cypher.lists.cursor import write_cursor

CURSOR_KEY: ContextVar[bytes] = ContextVar("CURSOR_KEY")


def signed(place: str, values: list[Any]) -> str:
    """Return the cursor of a row with these sort values in the list called `place`."""
    return write_cursor(CURSOR_KEY.get(), place, values)
