"""Keeps the search keys of nodes up to date: whoever makes or rewrites a node that people search for marks it `Keyless`."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import cache
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.search.keys import search_keys
from schema import KINDS
from schema.record import is_sought

EDITION = 2  # raised whenever keys are made otherwise, so that every node gets them anew
_READ = 50_000
_AT_ONCE = 2_500
_WRITERS = 2
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
    with ThreadPoolExecutor(_WRITERS) as beside:
        for label in _sought_kinds():
            while rows := writer.run_read(_text("waiting", label), bound=_READ, names=_made_of(label))[0][0]["rows"]:
                written = _give(writer, beside, label, rows)
                if not written:
                    raise Conflict(
                        "nodes change faster than their search keys are made", label, "run `leadlink keys` later"
                    )
                given += written
                heard(given)
    return given


def _give(writer: Writer, beside: Executor, label: str, rows: list[list[Any]]) -> int:
    """Make keys in this thread while those made before are written in others, and return how many nodes got them."""
    text, names = query("search/write").body, _made_of(label)
    writing: deque[Future[Any]] = deque()
    written = 0
    for start in range(0, len(rows), _AT_ONCE):
        keyed = [_keyed(label, row) for row in rows[start : start + _AT_ONCE]]
        if len(writing) == _WRITERS:
            written += _written(writing.popleft())
        writing.append(beside.submit(writer.run_write, text, rows=keyed, names=names))
    return written + sum(map(_written, writing))


def _written(writing: Future[Any]) -> int:
    return int(writing.result()[0][0]["given"])


def _sought_kinds() -> list[str]:
    return [label for label, kind in KINDS.items() if is_sought(kind)]


def _mark(writer: Writer, label: str) -> None:
    after: str | None = ""
    while after is not None:
        after = writer.run_write(_text("marked", label), after=after, bound=_READ)[0][0]["last"]


@cache
def _made_of(label: str) -> list[str]:
    """Return the fields that the keys of a kind are made of, and that its nodes are sorted by."""
    kind = KINDS[label]
    named = (*kind.SOUGHT, *kind.SOUGHT_FROM_FOUR, kind.CAPTION, *kind.STANDS_IN, *kind.IDENTIFIERS)
    return [*dict.fromkeys(named), "source", "source_key"]


def _keyed(label: str, row: list[Any]) -> list[Any]:
    element, uid, values = row
    return [element, uid, values, search_keys(label, dict(zip(_made_of(label), values, strict=True)))]


def _text(name: str, label: str) -> str:
    return filled(query(f"search/{name}").body, (("LABEL_", label),))
