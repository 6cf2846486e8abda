"""Keeps in the graph which matters say something alike: what is new is written, what is gone is taken back."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from graph_service.cypher.editions import FROM_TEXTS, change
from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.mentions.alike.pairs import Alike
from schema.uid import edge_uid

_BATCH = 2000


def keep_alike(writer: Writer, found: Iterable[Alike], uid_key: bytes) -> int:
    """Keep the pairs, and return how many were written or taken back; a repeat writes nothing."""
    known: dict[str, dict[str, str]] = dict(writer.run_read(query("mentions/alike_known").body)[0][0]["rows"])
    rows = {row["p"]["uid"]: row for row in (_row(each, uid_key) for each in found)}
    changed = [row for uid, row in rows.items() if known.get(uid, {}).get("hash") != row["p"]["hash"]]
    gone = [{"uid": uid, "one": known[uid]["one"]} for uid in known if uid not in rows]
    for at in range(0, len(changed), _BATCH):
        change(writer, query("mentions/alike_write").body, FROM_TEXTS, rows=changed[at : at + _BATCH])
    for at in range(0, len(gone), _BATCH):
        change(writer, query("mentions/alike_drop").body, FROM_TEXTS, rows=gone[at : at + _BATCH])
    return len(changed) + len(gone)


def _row(pair: Alike, uid_key: bytes) -> dict[str, Any]:
    ends = (pair.one, pair.other)
    place = f"{pair.kind}|{pair.one.matter}|{pair.other.matter}|{pair.value}"
    told: dict[str, Any] = {
        "uid": edge_uid("SAYS_ALIKE", place, uid_key),
        "kind": pair.kind.value,
        "value": pair.value,
        "certainty": pair.certainty,
        "words": [each.said.words for each in ends],
        "starts": [each.said.start for each in ends],
        "audiences": [each.audience for each in ends],
    }
    return {
        "one": pair.one.matter,
        "other": pair.other.matter,
        "p": told | {"hash": blake2b(repr(told).encode(), digest_size=8).hexdigest()},
    }
