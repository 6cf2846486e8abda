"""The queue of pairs: what the machine proposes beside what people have judged, written only where it differs."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

import orjson

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from graph_service.identity.clusters import Judgements, Verdict
from graph_service.identity.deciding import Judged
from graph_service.identity.merges import MACHINE, label_of
from graph_service.identity.spoken import Spoken

_BATCH = 500
_ENDS = 2


@dataclass(frozen=True)
class Queue:
    """The pairs in the graph."""

    pairs: dict[str, dict[str, Any]]

    def spoken(self, kind: str) -> Spoken:
        """Return what people have judged of pairs of one kind."""
        return Spoken.of(pair for pair in self.pairs.values() if _is_judged(pair) and label_of(pair["one"]) == kind)


def _is_judged(pair: dict[str, Any]) -> bool:
    return pair["by"] not in (None, MACHINE)


def judged_of(spoken: Spoken, judgements: Judgements) -> Judged:
    """Return what the machine has to keep to."""
    same = {end for said in judgements.holding if said.verdict is Verdict.SAME for end in (said.one, said.other)}
    return Judged(
        {uid: str(pair["state"]) for uid, pair in spoken.pairs.items()}, frozenset(same), tuple(spoken.said())
    )


def read_queue(writer: Writer) -> Queue:
    """Return every pair in the graph."""
    rows = writer.run_read(query("identity/candidates").body)[0][0]["rows"]
    return Queue({row["uid"]: row for row in rows})


def write_queue(writer: Writer, queue: Queue, wanted: dict[str, dict[str, Any]]) -> tuple[int, int]:
    """Write what differs from what is there, and return how many pairs were written and withdrawn."""
    verdicts = {uid for uid, pair in queue.pairs.items() if _is_judged(pair)}
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for uid, stated in wanted.items():
        stated["digest"] = blake2b(orjson.dumps(stated), digest_size=8).hexdigest()
        there = queue.pairs.get(uid)
        if there is None or there["digest"] != stated["digest"] or there["tied"] != _ENDS:
            row = {"uid": uid, "one": stated["one"], "other": stated["other"], "stated": stated}
            by_kind.setdefault(str(stated["kind"]), []).append(row)
    at = datetime.now(UTC).isoformat()  # one time for all: none is newer for its place in the run
    for kind, rows in by_kind.items():
        text = filled(query("identity/propose").body, (("LABEL_", kind),))
        for start in range(0, len(rows), _BATCH):
            writer.run_write(text, rows=rows[start : start + _BATCH], at=at)
    _tie_again(writer, [queue.pairs[uid] for uid in sorted(verdicts) if queue.pairs[uid]["tied"] != _ENDS])
    stale = sorted(queue.pairs.keys() - wanted.keys() - verdicts)
    if stale:
        writer.run_write(query("identity/withdraw").body, uids=stale)
    return sum(map(len, by_kind.values())), len(stale)


def _tie_again(writer: Writer, pairs: list[dict[str, Any]]) -> None:
    """Tie judged pairs to nodes that were taken away and came back."""
    for kind in sorted({label_of(pair["one"]) for pair in pairs}):
        rows = [
            {name: pair[name] for name in ("uid", "one", "other")} for pair in pairs if label_of(pair["one"]) == kind
        ]
        writer.run_write(filled(query("judging/tie").body, (("LABEL_", kind),)), rows=rows)
