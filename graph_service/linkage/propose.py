"""Proposes links between matters over the whole graph; a judgement is never touched."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.score import HUB_CAP, SHOWN_FROM, strength_of
from graph_service.cypher.sentences import in_english_uncounted
from graph_service.graph import Writer
from schema import MATTER
from schema.uid import edge_uid

_BATCH = 500
_PROPOSED = "PROPOSED"
_Ground = tuple[str, frozenset[str], frozenset[str]]  # rule, both matters, and what they share
LinkProgress = Callable[[int, int], None]  # matters done, matters in all


@dataclass
class Proposed:
    """What came of one run over all matters."""

    matters: int = 0
    links: int = 0
    new: int = 0
    withdrawn: int = 0


def propose_links(writer: Writer, uid_key: bytes, progress: LinkProgress) -> Proposed:
    """Propose every link that would be shown alone and withdraw proposals that no longer hold; a repeat writes nothing."""
    outcome, at = Proposed(), datetime.now(UTC).isoformat()  # one time for all: none is newer for its place in the run
    there = writer.run_read(query("links/known").body)[0]
    known = {row["uid"] for row in there if row["state"] == _PROPOSED}
    # A judged link whose entity was merged into another since stands for the one that would be proposed now.
    judged = {_ground(row) for row in there if row["state"] != _PROPOSED}
    matters = _matters(writer)
    total = sum(len(uids) for uids in matters.values())
    seen: set[str] = set()
    held: set[_Ground] = set()
    for label, batch in _batches(matters):
        found = _found(writer, label, batch, uid_key)
        held |= {_ground(row) for row in found}
        rows = [row for row in found if _ground(row) not in judged]
        seen |= {row["uid"] for row in rows}
        fresh = [row for row in rows if row["uid"] not in known]
        if fresh:
            writer.run_write(query("links/merge").body, rows=fresh, at=at)
        outcome.new += len({row["uid"] for row in fresh})
        outcome.matters += len(batch)
        progress(outcome.matters, total)
    stale = sorted(known - seen)
    if stale:
        writer.run_write(query("links/withdraw").body, uids=stale)
    if mended := [row["uid"] for row in there if row["review"] and _ground(row) in held]:
        writer.run_write(query("links/hold").body, uids=mended)
    if groundless := [row["uid"] for row in there if row["state"] != _PROPOSED and _ground(row) not in held]:
        writer.run_write(query("links/groundless").body, uids=groundless)
    outcome.links, outcome.withdrawn = len(held), len(stale)
    return outcome


def _matters(writer: Writer) -> dict[str, list[str]]:
    text = query("mentions/matters_of_kind").body
    return {label: writer.run_read(filled(text, (("LABEL_", label),)))[0][0]["uids"] for label in MATTER}


def _batches(matters: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    for label, uids in matters.items():
        for start in range(0, len(uids), _BATCH):
            yield label, uids[start : start + _BATCH]


def _found(writer: Writer, label: str, uids: list[str], uid_key: bytes) -> list[dict[str, Any]]:
    text = filled(query("links/find").body, (("LABEL_", label),))
    audiences = [row["number"] for row in writer.run_read(query("rights/audiences_known").body)[0]]
    # How many share a thing does not count: a link that went with the crowd would tell its readers of matters hidden from them.
    asked = {"uids": uids, "viewer_audiences": audiences, "hub_cap": HUB_CAP, "least": strength_of(SHOWN_FROM)}
    rows = writer.run_read(text, **asked)[0][0]["rows"]
    return [{**row, "uid": _uid(row, uid_key), "sentence": in_english_uncounted(row.pop("told"))} for row in rows]


def _ground(row: dict[str, Any]) -> _Ground:
    return row["rule"], frozenset((row["one"], row["other"])), frozenset(row["via"])


def _uid(row: dict[str, Any], uid_key: bytes) -> str:
    # The same link whichever end it is told from.
    one, other, via = row["one"], row["other"], row["via"]
    if one > other:
        one, other, via = other, one, via[::-1]
    return "link_" + edge_uid("Link", "|".join([row["rule"], one, other, *via]), uid_key)
