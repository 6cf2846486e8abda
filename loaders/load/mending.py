"""What follows a load, or makes good one that was broken off: names are bound, nodes that nothing speaks of are released."""

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.rights.audiences import Audiences
from loaders.ledger.receipts import read_sources
from loaders.merging.binding import Binding
from loaders.merging.releasing import Releasing
from loaders.merging.settling import KnownSources


def bind(writer: Writer, uid_key: bytes, loads: list[str]) -> None:
    """Bind what refers by name or foreign key to what is known after these loads."""
    audiences, sources = read_audiences(writer), read_sources(writer)
    if Binding(writer, uid_key, loads, audiences).bind(sources.values()):
        Releasing(writer, KnownSources.of(sources), audiences).release()


def mend(writer: Writer, uid_key: bytes) -> None:
    """Finish what a run that was killed has left: nodes to be released, names to be bound."""
    left = writer.run_read(query("loading/loads_open").body)[0][0]
    if left["nodes"]:
        Releasing(writer, KnownSources.of(read_sources(writer)), read_audiences(writer)).release()
    if left["loads"]:
        bind(writer, uid_key, left["loads"])


def read_audiences(writer: Writer) -> Audiences:
    """Return the audiences that the graph knows."""
    found = writer.run_read(query("rights/audiences_known").body)[0]
    return Audiences({row["number"]: row["readers"] for row in found})
