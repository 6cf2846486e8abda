"""Keeps the search keys of nodes up to date: whoever makes or rewrites a node that people search for marks it `Keyless`."""

from collections.abc import Callable
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from graph_service.search.keys import search_keys
from schema import KINDS
from schema.record import is_sought

EDITION = 1  # raised whenever keys are made otherwise, so that every node gets them anew
_AT_ONCE = 5_000
SearchProgress = Callable[[int], None]  # nodes that have their keys so far


def keys_are_due(writer: Writer) -> bool:
    """Return whether some node waits for its keys, or all have keys of an earlier edition."""
    found = writer.run_read(query("search/due").body)[0][0]
    return bool(found["waiting"] or found["edition"] != EDITION)


def keep_search_keys(writer: Writer, heard: SearchProgress = lambda _: None) -> int:
    """Give every node that waits its keys, all of them after a change of edition, and return how many were given.

    What is cut off goes on with the next run.
    """
    found = writer.run_read(query("search/due").body)[0][0]
    if found["edition"] != EDITION:
        for label in _sought_kinds():
            _mark(writer, label)
        writer.run_write(query("search/edition").body, edition=EDITION)
    elif not found["waiting"]:
        return 0
    given = 0
    for label in _sought_kinds():
        while rows := writer.run_read(_text("waiting", label), bound=_AT_ONCE)[0][0]["rows"]:
            writer.run_write(query("search/write").body, rows=[_keyed(label, row) for row in rows])
            given += len(rows)
            heard(given)
    return given


def _sought_kinds() -> list[str]:
    return [label for label, kind in KINDS.items() if is_sought(kind)]


def _mark(writer: Writer, label: str) -> None:
    after: str | None = ""
    while after is not None:
        after = writer.run_write(_text("marked", label), after=after, bound=_AT_ONCE)[0][0]["last"]


def _keyed(label: str, row: dict[str, Any]) -> dict[str, Any]:
    kind, shown = KINDS[label], row["shown"]
    named = dict.fromkeys((*kind.SOUGHT, *kind.SOUGHT_FROM_FOUR, kind.CAPTION, *kind.STANDS_IN))
    was = {name: shown[name] for name in named if isinstance(shown.get(name), str)}
    return {"at": row["at"], "was": was, "keys": search_keys(label, shown)}


def _text(name: str, label: str) -> str:
    return filled(query(f"search/{name}").body, (("LABEL_", label),))
