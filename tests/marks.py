"""Nodes that lack the mark of their kind: readers whose role does not see the kind would see them."""

from graph_service.cypher.marks import READERS, mark_of
from graph_service.graph import Writer
from schema import KINDS

_OF_KIND = """MATCH (n:{}) WITH coalesce(n.own_audience, n.audience) AS number
WHERE number IS NOT NULL AND number - number % $readers <> $mark RETURN count(*) AS n"""


def wrongly_marked(writer: Writer) -> dict[str, int]:
    """Return how many nodes of each kind have another mark than theirs, or none."""
    found = {
        label: writer.run_read(_OF_KIND.format(label), readers=READERS, mark=mark_of(label))[0][0]["n"]
        for label in KINDS
    }
    return {label: number for label, number in found.items() if number}
