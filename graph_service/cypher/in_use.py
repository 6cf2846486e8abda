"""What a graph holds at all: a cold server plans a query for each label and link type, so the empty ones are passed by."""

from collections.abc import Iterable

from graph_service.cypher.load.pages import HELD
from graph_service.graph import Writer


def in_use(writer: Writer, names: Iterable[str]) -> list[str]:
    """Return those of the kinds' labels and the link types of which the graph holds at least one, in the order given."""
    held = set(writer.run_read(HELD)[0][0]["names"])
    return [name for name in names if name in held]
