"""What a first load of a source can expect not to find in the graph, and may so create rather than merge.

Creating costs a third less than merging. It is an expectation and never relied on: the constraint on uids refuses what
is there already, and it is merged from then on.
"""

from dataclasses import dataclass, field

from graph_service.cypher import query
from graph_service.graph import Writer
from loaders.link_mapping import tie_keys
from loaders.source import Source
from loaders.statement import TieKey


@dataclass
class Fresh:
    """Labels that no node had when the source began, and relationships that only its rows can state."""

    labels: set[str] = field(default_factory=set)
    ties: set[TieKey] = field(default_factory=set)

    @classmethod
    def of(cls, source: Source, writer: Writer) -> "Fresh":
        """Return what is fresh to a source that was never loaded."""
        labels = {node.kind for node in source.nodes.values()}
        known = writer.run_read(query("work/labels_known").body, labels=sorted(labels))[0][0]["labels"]
        return cls(labels.difference(known), tie_keys(source))
