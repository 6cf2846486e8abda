"""The queue of pairs: what the machine proposes beside what people have judged, written only where it differs."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

import orjson

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from graph_service.identity.deciding import Judged
from graph_service.identity.judging import Judgement, Verdict
from graph_service.identity.merges import MACHINE

_BATCH = 500
_ENDS = 2


@dataclass(frozen=True)
class Queue:
    """The pairs in the graph."""

    pairs: dict[str, dict[str, Any]]

    @property
    def judged(self) -> Judged:
        """Return what people have judged."""
        theirs = {uid: pair for uid, pair in self.pairs.items() if pair["by"] not in (None, MACHINE)}
        same = {
            end for pair in theirs.values() if pair["state"] == Verdict.SAME for end in (pair["one"], pair["other"])
        }
        return Judged({uid: str(pair["state"]) for uid, pair in theirs.items()}, frozenset(same))

    def standing(self) -> list[tuple[str, Judgement]]:
        """Return the judgements of people that say two nodes are the same."""
        return [
            (uid, Judgement(pair["one"], pair["other"], Verdict.SAME, pair["by"], pair["why"]))
            for uid, pair in self.pairs.items()
            if uid in self.judged.verdicts and pair["state"] == Verdict.SAME
        ]


def read_queue(writer: Writer) -> Queue:
    """Return every pair in the graph."""
    rows = writer.run_read(query("identity/candidates").body)[0][0]["rows"]
    return Queue({row["uid"]: row for row in rows})


def write_queue(writer: Writer, queue: Queue, wanted: dict[str, dict[str, Any]]) -> tuple[int, int]:
    """Write what differs from what is there, and return how many pairs were written and withdrawn."""
    verdicts = queue.judged.verdicts
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
    stale = sorted(queue.pairs.keys() - wanted.keys() - verdicts.keys())
    if stale:
        writer.run_write(query("identity/withdraw").body, uids=stale)
    return sum(map(len, by_kind.values())), len(stale)
