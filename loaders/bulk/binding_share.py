"""Third pass: references by name or foreign key are bound to the only node that bears it, or left to a stub."""

from collections.abc import Iterator
from typing import Any

from graph_service.rights.audiences import Audiences
from loaders.bulk.folding import FirstPass, FoldedShare, loose_records, readers_of, stub_line
from loaders.bulk.mapping_share import WorkShare
from loaders.bulk.settled_ties import tie_line
from loaders.bulk.spool import spooled
from loaders.bulk.tables import Tables


def bind_share(share: WorkShare, known: FirstPass) -> FoldedShare:
    """Bind every partition of one share."""
    plan, audiences = share.plan, Audiences(known.readers)
    with Tables(plan.tables, f"b{share.number}") as tables:
        for partition in range(share.number, plan.partitions, plan.cut.shares):
            for name, line in _bound(share, partition, known, audiences):
                tables.write(name, line)
        written = tables.counts()
    return FoldedShare(written, readers_of(audiences))


def _bound(
    share: WorkShare, partition: int, known: FirstPass, audiences: Audiences
) -> Iterator[tuple[str, dict[str, Any]]]:
    plan = share.plan
    bearers: dict[str, set[str]] = {}
    for waiting, uid in spooled(plan.spool, "bearers", partition, plan.cut.shares):
        bearers.setdefault(waiting, set()).add(uid)
    stubs: dict[str, list[list[Any]]] = {}
    for record in loose_records(share, partition, known.winners):
        if record[0] != -1:
            stubs.setdefault(record[1], []).append(record)
            continue
        _, name, starts, waiting, number, _, _, sent = record
        sent["a" if starts else "b"] = _meant(waiting, bearers)
        planned = plan.inputs[number]
        yield name, tie_line(sent, plan.sources[planned.source].name, planned.load)
    for waiting, records in stubs.items():
        # One that a source of this very key describes is a node already.
        if _meant(waiting, bearers) == waiting and waiting not in bearers.get(waiting, ()):
            yield stub_line(records, plan.inputs, audiences, plan.cut.at)


def _meant(waiting: str, bearers: dict[str, set[str]]) -> str:
    found = bearers.get(waiting, ())
    return next(iter(found)) if len(found) == 1 else waiting
