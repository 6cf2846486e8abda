"""The officer as whom the bench asks: one who may read every audience, the predicate on all the same."""

from collections.abc import Iterator
from contextlib import contextmanager

from bench.cypher_text import cypher
from graph_service.graph import Writer
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.viewer import Viewer

OFFICER = "BENCH"
TEAM = "BENCH"


@contextmanager
def officer_of(writer: Writer) -> Iterator[Viewer]:
    """Keep the officer in the graph until the block ends; the graph must be the bench's own."""
    rows, _ = writer.run_write(cypher("officer"), officer=OFFICER, team=TEAM)
    try:
        yield Viewer(OFFICER, (TEAM,), tuple(of_every_kind(rows[0]["audiences"])))
    finally:
        writer.run_write(cypher("officer_gone"), officer=OFFICER, team=TEAM)
