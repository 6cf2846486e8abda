"""What an answer shows, by id: noted while it is put together, for the access log; an operation need not select an id for it."""

from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any

RETURNED: ContextVar[list[str]] = ContextVar("RETURNED")  # known only while a request is answered, which shapes outlive


def note(shown: Any) -> None:
    """Note the uid of what is shown, or several; nothing where nobody asks."""
    seen = RETURNED.get(None)
    if seen is None or shown is None:
        return
    if isinstance(shown, str):
        seen.append(shown)
    else:
        for each in shown:
            note(each)


def note_all(rows: Sequence[Any], place: int) -> None:
    """Note what stands at this place of every row."""
    seen = RETURNED.get(None)
    if seen is not None:
        for row in rows:
            if row:
                note(row[place])
