"""Marks of kinds (cypher/marks.py): a graph whose nodes have other marks than the present model, or none, gets these."""

from graph_service.cypher.files import query
from graph_service.cypher.in_use import in_use
from graph_service.cypher.marks import READERS, mark_of
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from schema import KINDS

_BATCH = 50_000


def marks_told() -> str:
    """Return the mark of each kind as the record of the model tells it."""
    return " ".join(f"{label}={mark_of(label) // READERS:x}" for label in sorted(KINDS))


def mark_kinds(writer: Writer) -> int:
    """Return how many nodes were given the mark of their kind now; broken off, it goes on where it was."""
    text, marked = query("migrations/mark").body, 0
    for label in in_use(writer, KINDS):
        given = {"mark": mark_of(label), "readers": READERS, "bound": _BATCH}
        while found := writer.run_write(filled(text, (("LABEL_", label),)), **given)[0][0]["marked"]:
            marked += found
    writer.run_write(query("migrations/mark_what_rests").body, readers=READERS)
    return marked
