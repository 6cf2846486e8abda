"""What a first load of a source can expect not to find in the graph, and may so create rather than merge.

Creating costs a third less than merging. It is an expectation and never relied on: the constraint on uids refuses what
is there already, and it is merged from then on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.linkage.stirring import stirring_types
from loaders.mapping.statement import Statement, Stub, TieKey

_FEW = 20_000  # nodes of a label that are worth knowing one by one before the first row
_MOST = 1_000_000  # nodes of a label that are remembered, at some 60 bytes each


@dataclass
class Fresh:
    """Labels of which every node is known that was there when the source began, and relationships only its rows state."""

    labels: dict[str, set[int]] = field(default_factory=dict)  # hashes of uids; one too many costs no more than a merge
    ties: set[TieKey] = field(default_factory=set)
    stirs: frozenset[str] = frozenset()  # types of relationships that mark their ends for the next proposing of links

    @classmethod
    def of(cls, labels: list[str], ties: set[TieKey], writer: Writer) -> "Fresh":
        """Return what is fresh to a source that was never loaded and states these nodes and relationships."""
        stirs = stirring_types(writer)
        known = writer.run_read(query("loading/labels_known").body, labels=labels, bound=_FEW + 1)[0]
        few = {row["label"]: set(map(hash, row["uids"])) for row in known if len(row["uids"]) <= _FEW}
        return cls(few, ties, stirs)

    @classmethod
    def nothing(cls, writer: Writer) -> "Fresh":
        """Return that anything may be there already."""
        return cls(stirs=stirring_types(writer))

    def split(self, label: str, statements: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]:
        """Return the nodes that cannot be in the graph, and those that can."""
        there = self.labels.get(label)
        if there is None:
            return (), statements
        if not there:
            return statements, ()
        new = [each for each in statements if hash(each.uid) not in there]
        return new, [each for each in statements if hash(each.uid) in there]

    def note(self, label: str, nodes: Iterable[Statement] | Iterable[Stub]) -> None:
        """Remember nodes that are in the graph now."""
        if (there := self.labels.get(label)) is not None:
            there.update(hash(each.uid) for each in nodes)
            if len(there) > _MOST:
                self.forget(label)

    def forget(self, label: str) -> None:
        """Expect every node of a label to be there from now on."""
        self.labels.pop(label, None)
