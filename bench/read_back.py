"""Reads a loaded graph back as prepared rows, so that another loader can load exactly the same."""

from bench.cypher_text import cypher
from bench.plain_load import LinkRows, NodeRows
from graph_service.graph import Writer
from schema import KINDS, RELATIONSHIPS


def read_nodes(writer: Writer) -> list[NodeRows]:
    """Return every node of every kind that there is."""
    found = (NodeRows(label, writer.run_read(cypher("all_nodes", label=label))[0]) for label in KINDS)
    return [part for part in found if part.rows]


def read_links(writer: Writer) -> list[LinkRows]:
    """Return every relationship, by type and by the labels at its ends."""
    found = []
    for link in RELATIONSHIPS:
        for start in link.start:
            for end in link.end:
                rows = writer.run_read(cypher("all_links", type=link.type, start=start, end=end))[0]
                found.append(LinkRows(link.type, start, end, rows))
    return [part for part in found if part.rows]
