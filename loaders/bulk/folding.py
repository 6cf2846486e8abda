"""Second pass: what all sources say of a node is folded into what the node shows, one partition after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph_service.rights.audiences import Audiences
from loaders.bulk.gathering import Brought, gathered
from loaders.bulk.mapping_share import LABELS, WorkShare
from loaders.bulk.spool import Spool, Winners, spooled, stands
from loaders.bulk.tables import DESCRIBES, RECORD, Tables
from loaders.mapping.claims import NodeClaim, shown
from loaders.mapping.disputes import LABEL as PERSON
from loaders.mapping.disputes import needs_a_look
from loaders.mapping.statement import Statement, Stub
from loaders.mapping.uids import node_uid_maker
from loaders.merging.node_state import record_of
from schema import KINDS
from schema.uid import identity_of, local_identity

_STATED = 11  # parts of a spooled statement; a reference has fewer
Readers = dict[int, list[str]]


@dataclass(frozen=True)
class FirstPass:
    """What the first pass has found out."""

    winners: Winners
    readers: Readers


@dataclass(frozen=True)
class FoldedShare:
    """What a share has written, and the audiences that it had to make up."""

    written: dict[str, int]
    readers: Readers
    longest: int = 0  # characters of the longest list
    doubtful: tuple[str, ...] = ()  # people of whom is said what is said of plainly different people


def fold_share(share: WorkShare, known: FirstPass) -> FoldedShare:
    """Fold every partition of one share."""
    plan, audiences = share.plan, Audiences(known.readers)
    with (
        Tables(plan.tables, f"n{share.number}") as tables,
        Spool(plan.spool, "bearers", share.number, plan.partitions) as bearers,
    ):
        folding = Folding(share, known.winners, audiences, tables, bearers)
        for partition in range(share.number, plan.partitions, plan.cut.shares):
            folding.fold(partition)
        written = tables.counts()
    return FoldedShare(written, readers_of(audiences), tables.longest(), tuple(folding.doubtful))


def readers_of(audiences: Audiences) -> Readers:
    """Return the audiences that are new, with their readers."""
    return {int(str(row["number"])): list(row["readers"]) for row in audiences.take_waiting()}  # type: ignore[call-overload]


class Folding:
    """Writes the nodes of partitions, and who bears the names and keys that others refer to."""

    def __init__(
        self, share: WorkShare, winners: Winners, audiences: Audiences, tables: Tables, bearers: Spool
    ) -> None:
        self._plan = share.plan
        self._winners = winners
        self._audiences = audiences
        self._tables, self._bearers = tables, bearers
        self._named, self._keyed = share.plan.named(), share.plan.keyed()
        self.doubtful: list[str] = []
        self._uid_of = {label: node_uid_maker(kind, share.uid_key) for label, kind in KINDS.items()}

    def fold(self, partition: int) -> None:
        """Fold one partition."""
        nodes: dict[str, list[list[Any]]] = {}
        for record in spooled(self._plan.spool, "nodes", partition, self._plan.cut.shares):
            place = self._plan.inputs[record[2]].source
            if stands(self._winners, place, record[4], record[2], record[3]):
                nodes.setdefault(record[1], []).append(record)
        for uid, records in nodes.items():
            stated = [record for record in records if len(record) == _STATED]
            if len(stated) == 1:
                self._write_alone(uid, stated[0])
            elif stated:
                self._write_folded(uid, sorted(stated, key=_order))
            else:
                self._tables.write(*stub_line(records, self._plan.inputs, self._audiences, self._plan.cut.at))

    def _write_alone(self, uid: str, record: list[Any]) -> None:
        brought = self._brought(record)
        properties = brought.statement.sent()["p"]
        self._write(uid, LABELS[record[0]], {**properties, "source": brought.source, "load": brought.load})
        self._tell(uid, LABELS[record[0]], properties.get("name"), [(brought.source, brought.statement.source_key)])

    def _write_folded(self, uid: str, records: list[list[Any]]) -> None:
        label = LABELS[records[0][0]]
        claims = gathered([self._brought(record) for record in records], self._audiences)
        if label == PERSON and needs_a_look(claims):
            self.doubtful.append(uid)
        properties = shown(claims, self._audiences)
        self._write(uid, label, properties)
        if len(claims) > 1:
            for claim in claims:
                kept = record_of(uid, claim)
                self._tables.write(RECORD, kept)
                self._tables.write(DESCRIBES, {"a": kept["uid"], "b": uid})
        self._tell(uid, label, properties.get("name"), _keys(claims))

    def _write(self, uid: str, label: str, properties: dict[str, Any]) -> None:
        self._tables.write(label, {**properties, "uid": uid, "learnt_at": self._plan.cut.at})

    def _tell(self, uid: str, label: str, name: str | None, keys: list[tuple[str, str]]) -> None:
        # Filed under the uid of the stub that waits for the name or key.
        uid_of = self._uid_of[label]
        if name is not None and label in self._named:
            waiting = uid_of(identity_of("name", name))
            self._bearers.put(waiting, [waiting, uid])
        for source, key in keys:
            if (label, source) in self._keyed:
                waiting = uid_of(local_identity(source, key))
                self._bearers.put(waiting, [waiting, uid])

    def _brought(self, record: list[Any]) -> Brought:
        _, uid, number, row, key, _, source_key, digest, audience, own, values = record
        planned = self._plan.inputs[number]
        source = self._plan.sources[planned.source]
        statement = Statement(uid, values, digest, row, key, source_key, audience, own)
        return Brought(source.name, source.rank, planned.load, statement)


def _order(record: list[Any]) -> tuple[int, int, int]:
    return record[2], record[3], record[5]


def _keys(claims: list[NodeClaim]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((claim.source, claim.source_key) for claim in claims))


def stub_line(records: list[list[Any]], inputs: Any, audiences: Audiences, at: str) -> tuple[str, dict[str, Any]]:
    """Return the label and line of a node that rows only refer to."""
    number, uid, first, row, _, _, values = min(records, key=lambda record: (record[2], record[3]))
    audience = audiences.union(record[5] for record in records)
    stub = Stub(uid, values, row, audience).sent()
    return LABELS[number], {**stub["p"], "uid": uid, "load": inputs[first].load, "learnt_at": at}


def loose_records(share: WorkShare, partition: int, winners: Winners) -> Iterator[list[Any]]:
    """Yield what refers by name or foreign key in a partition, of rows that stand."""
    for record in spooled(share.plan.spool, "loose", partition, share.plan.cut.shares):
        number, row, key = record[4:7] if record[0] == -1 else record[2:5]
        if stands(winners, share.plan.inputs[number].source, key, number, row):
            yield record
