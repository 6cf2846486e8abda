"""Takes back what rows stated that are gone: of a withdrawn source or file, of a load, or missing from a full listing.

The marks that releasing works by are set in the transaction that deletes, so a run that is killed is finished by the
next, in whatever state it left the graph.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.cypher.editions import change
from graph_service.cypher.in_use import in_use
from graph_service.cypher.load import pages as cypher_pages
from graph_service.cypher.load import settle as cypher_settle
from graph_service.cypher.paging import read_rows
from graph_service.graph import Writer
from schema import KINDS, RELATIONSHIP_TYPES

Gone = Callable[[str, str], bool]  # whether the row with this key, brought by this load, is gone

_BATCH = 2_000


@dataclass(frozen=True)
class Survey:
    """How many rows of a source the graph holds, and how many of them are gone."""

    rows: int
    gone: int


def survey(writer: Writer, source: str, gone: Gone) -> Survey:
    """Return the counts, without changing anything."""
    rows: set[int] = set()
    left: set[int] = set()
    for _, _, _, said in _statements(writer, source):
        for key, load, *_ in said:
            rows.add(hash(key))
            if gone(key, load):
                left.add(hash(key))
    return Survey(len(rows), len(left))


def take_back(writer: Writer, source: str, gone: Gone) -> int:
    """Delete what rows stated that are gone, mark the nodes they spoke of, and return the number of these rows."""
    taken: set[int] = set()
    waiting: dict[tuple[bool, str], list[dict[str, Any]]] = {}
    for is_tie, name, uid, said in _statements(writer, source):
        lost = [key for key, load, *_ in said if gone(key, load)]
        if not lost:
            continue
        taken.update(map(hash, lost))
        marks = [f"{source}|{key}" for key in lost]
        rows = waiting.setdefault((is_tie, name), [])
        rows.append({"uid": uid, "lost": marks[0] if is_tie else marks})
        if len(rows) >= _BATCH:
            _write(writer, is_tie, name, waiting.pop((is_tie, name)))
    for (is_tie, name), rows in waiting.items():
        _write(writer, is_tie, name, rows)
    return len(taken)


def _write(writer: Writer, is_tie: bool, name: str, rows: list[dict[str, Any]]) -> None:
    change(writer, cypher_settle.drop_ties(name) if is_tie else cypher_settle.loosen_nodes(name), [name], rows=rows)


def _statements(writer: Writer, source: str) -> Iterator[tuple[bool, str, str, list[Sequence[str]]]]:
    for link_type in in_use(writer, RELATIONSHIP_TYPES):
        for uid, said in read_rows(writer, cypher_pages.page_rows(link_type), source=source):
            if said is not None:
                yield True, link_type, uid, [said]
    for label in in_use(writer, KINDS):
        for uid, rows in read_rows(writer, cypher_pages.page_keys(label), source=source):
            if rows:
                yield False, label, uid, rows
