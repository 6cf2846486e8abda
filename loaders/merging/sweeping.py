"""Finds nodes that a row spoke of in an earlier load and no longer speaks of, where no link tells."""

from collections.abc import Iterable, Sequence

from graph_service.cypher.editions import change
from graph_service.cypher.load import pages as cypher_pages
from graph_service.cypher.load import settle as cypher_settle
from graph_service.cypher.paging import read_pages
from graph_service.graph import Writer
from loaders.declare.parts import SourceMapping
from loaders.declare.source import columns_of
from loaders.mapping.disputes import LABEL as PERSON
from loaders.mapping.disputes import Disputes
from loaders.mapping.statement import MappedRow
from schema import KINDS

_BATCH = 1_000


def movable(mapping: SourceMapping) -> list[str]:
    """Return the kinds whose nodes a row may leave for others: its key stays while what it describes changes."""
    return sorted({node.kind for alias, node in mapping.nodes.items() if _may_move(mapping, alias)})


def _may_move(mapping: SourceMapping, alias: str) -> bool:
    node = mapping.nodes[alias]
    if node.when is not None or node.key is not None or node.each is not None:
        return True
    columns = set(columns_of(node.fields[name] for name in KINDS[node.kind].IDENTIFIERS if name in node.fields))
    return bool(columns) and columns != set(mapping.key)


class RowSweep:
    """Remembers, in about 100 bytes a row, what each row of one load describes."""

    def __init__(self, mapping: SourceMapping, disputes: Disputes) -> None:
        self._source = mapping.name
        self._labels = movable(mapping)
        if disputes.apart and PERSON not in self._labels and PERSON in mapping.labels():
            self._labels.append(PERSON)  # another name under the same number may be another person
        self._kinds = mapping.labels()
        self.lost: set[int] = set()  # hashes of the keys of rows that left a node
        self._seen: dict[int, int] = {}  # hash of a row's key -> its number
        self._stated: set[int] = set()

    def note(self, row: MappedRow) -> None:
        """Take up what a row describes."""
        if row.deleted:
            self._labels = self._kinds
        if not self._labels:
            return
        self._seen[hash(row.key)] = row.number
        # With its number: what a row stated does not count once another row has taken its key.
        self._stated.update(hash((row.key, row.number, statement.uid)) for _, statement in row.nodes)
        # What this load itself has moved to another node, as it came to know whose a number is, the row has not left.
        for other in (statement.elsewhere for _, statement in row.nodes if statement.elsewhere):
            self._stated.update(hash((row.key, row.number, other.uid, digest)) for digest in (other.hash, None))

    def forget(self, row: MappedRow) -> None:
        """Leave out a row that is out of date: it says nothing of what its key describes."""
        self._seen.pop(hash(row.key), None)

    def loosen(self, writer: Writer, dry_run: bool = False) -> list[int]:
        """Mark the nodes that rows of this load have left, and return the numbers of these rows."""
        if self._seen:
            for label in self._labels:
                self._loosen(writer, label, dry_run)
        return [self._seen[key] for key in self.lost]

    def _loosen(self, writer: Writer, label: str, dry_run: bool) -> None:
        text = cypher_pages.page_keys(label)
        for rows in read_pages(writer, text, source=self._source):
            left = [{"uid": uid, "lost": lost} for uid, said in rows if (lost := self._left(uid, said))]
            for start in range(0, 0 if dry_run else len(left), _BATCH):
                change(writer, cypher_settle.loosen_nodes(label), rows=left[start : start + _BATCH])

    def _left(self, uid: str, rows: Iterable[Sequence[str]]) -> list[str]:
        left = [key for key, _, digest in rows if self._has_left(key, uid, digest)]
        self.lost.update(map(hash, left))
        return [f"{self._source}|{key}" for key in left]

    def _has_left(self, key: str, uid: str, digest: str | None) -> bool:
        number = self._seen.get(hash(key))
        if number is None:
            return False
        return self._stated.isdisjoint((hash((key, number, uid)), hash((key, number, uid, digest))))
