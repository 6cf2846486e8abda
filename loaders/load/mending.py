"""What follows a load, or makes good one that was broken off: names are bound, nodes without ground released, merges settled."""

from graph_service.cypher.editions import change
from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.identity.following import follow_load
from graph_service.rights.audiences import Audiences
from loaders.ledger.receipts import read_sources
from loaders.merging.binding import Binding
from loaders.merging.releasing import Releasing
from loaders.merging.settling import KnownSources

_BATCH = 5_000


def bind(writer: Writer, uid_key: bytes, loads: list[str]) -> None:
    """Bind what refers by name or foreign key to what is known after these loads."""
    audiences, sources = read_audiences(writer), read_sources(writer)
    marked = change(writer, query("disputes/mark_brought").body, loads=loads)[0][0]["marked"]
    if Binding(writer, uid_key, loads, audiences).bind(sources.values()) or marked:
        Releasing(writer, KnownSources.of(sources), audiences, uid_key).release()
    follow_load(writer)


def mend(writer: Writer, uid_key: bytes) -> None:
    """Finish what a run that was killed has left: nodes to be released, names to be bound."""
    left = writer.run_read(query("loading/loads_open").body)[0][0]
    if left["nodes"]:
        Releasing(writer, KnownSources.of(read_sources(writer)), read_audiences(writer), uid_key).release()
        follow_load(writer)
    if left["loads"]:
        bind(writer, uid_key, left["loads"])


def part_people(writer: Writer, uid_key: bytes, uids: list[str]) -> None:
    """Part whoever shares a number with plainly different people, of those with these uids."""
    for start in range(0, len(uids), _BATCH):
        change(writer, query("disputes/mark_nodes").body, uids=uids[start : start + _BATCH])
    Releasing(writer, KnownSources.of(read_sources(writer)), read_audiences(writer), uid_key).release()


def read_audiences(writer: Writer) -> Audiences:
    """Return the audiences that the graph knows."""
    found = writer.run_read(query("rights/audiences_known").body)[0]
    return Audiences({row["number"]: row["readers"] for row in found})
