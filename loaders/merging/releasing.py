"""Nodes that rows no longer speak of: what still stands of them is kept, what nothing supports goes.

The nodes concerned are marked in the graph (`:Loose`, `lost`) in the transaction that takes their links away, so that a
load that is killed in between is finished by the next one.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graph_service.cypher.editions import FROM_TEXTS, change
from graph_service.cypher.files import query
from graph_service.cypher.load import settle as cypher_settle
from graph_service.graph import Writer
from graph_service.identity.merges import MACHINE, MergeReason, unmerge_unfolded
from graph_service.rights.audiences import Audiences
from loaders.mapping.claims import NodeClaim, is_alone, withdraw
from loaders.mapping.disputes import LABEL
from loaders.merging.chunk import WatchedRow
from loaders.merging.node_state import NodeState, settled, state_of, stood_by
from loaders.merging.parting import Parting
from loaders.merging.settling import KnownSources, write_audiences, write_settled
from schema import KINDS, MATTER
from schema.uid import local_identity

_BATCH = 1_000
_LEFT_ALONE = MergeReason(MACHINE, "the record that answered for it is gone")


class Releasing:
    """Takes back what rows no longer state."""

    def __init__(
        self, writer: Writer, known: KnownSources, audiences: Audiences, uid_key: bytes, dry_run: bool = False
    ) -> None:
        self._writer = writer
        self._known = known
        self._audiences = audiences
        self._dry_run = dry_run
        self._parting = Parting(writer, known, audiences, uid_key)

    def drop_stale(
        self, source: str, prefixes: dict[int, str], rows: dict[int, WatchedRow], types: Sequence[str]
    ) -> set[int]:
        """Delete the links that rows no longer state, mark the nodes they led to as loose, and return those rows."""
        numbers = list(rows)
        sent = [
            {
                "prefix": prefixes[number],
                "key": rows[number].key,
                "keep": rows[number].ties,
                "nodes": rows[number].nodes,
            }
            for number in numbers
        ]
        changed: set[int] = set()
        for link_type in types:
            found = self._stale(link_type, rows=sent, source=source)
            changed |= {numbers[index] for index in found[0]["changed"]}
        return changed

    def _stale(self, link_type: str, **given: Any) -> list[dict[str, Any]]:
        if self._dry_run:
            return self._writer.run_read(cypher_settle.compare_stale(link_type), **given)[0]
        return change(self._writer, cypher_settle.stale_ties(link_type), [link_type], **given)[0]

    def release(self) -> int:
        """Settle every node that is marked as loose, part who shares a number with others, and return how many there were."""
        count = self._release_loose()
        while self._parting.part():
            count += self._release_loose()
        return count

    def _release_loose(self) -> int:
        count = 0
        while loose := self._writer.run_read(query("loading/loose_nodes").body, bound=_BATCH)[0]:
            count += len(loose)
            by_label: dict[str, dict[str, list[str]]] = {}
            for row in loose:
                label = next(each for each in row["labels"] if each in KINDS)
                by_label.setdefault(label, {})[row["uid"]] = row["lost"]
            for label, lost in by_label.items():
                self._release_label(label, lost)
        return count

    def _release_label(self, label: str, lost: dict[str, list[str]]) -> None:
        uids = list(lost)
        kind = KINDS[label]
        states = {
            row["uid"]: state_of(row, kind, self._known.ranks)
            for row in self._writer.run_read(cypher_settle.read_nodes(label), uids=uids)[0]
        }
        if label == LABEL:
            self._parting.mark(states.values())
        found = self._writer.run_read(cypher_settle.read_supports(label), uids=uids)[0]
        keep: list[dict[str, Any]] = []
        gone: list[str] = []
        for row in found:
            after = self._after(states[row["uid"]], lost[row["uid"]], row["sides"], label)
            if after is None:
                gone.append(row["uid"])
            else:
                keep.append(after)
        write_audiences(self._writer, self._audiences)
        if label in MATTER and (mute := [*gone, *(each["uid"] for each in keep if each["p"].get("stub"))]):
            change(self._writer, query("mentions/drop").body, FROM_TEXTS, uids=mute)
        if keep:
            write_settled(self._writer, label, keep)
        if gone:
            self._dissolve(label, gone)
            change(self._writer, cypher_settle.delete_nodes(label), uids=gone)

    def _dissolve(self, label: str, gone: list[str]) -> None:
        """Let those answer for themselves again whose survivor goes."""
        for row in self._writer.run_read(cypher_settle.absorbed_by(label), uids=gone)[0]:
            if row["absorbed"] not in gone:
                unmerge_unfolded(self._writer, row["absorbed"], _LEFT_ALONE)

    def _after(self, state: NodeState, lost: list[str], sides: list[list[Any]], label: str) -> dict[str, Any] | None:
        witnessed: dict[str, list[int]] = {}
        for source, side, audience in sides:
            if side in self._known.sides.get(source, {}).get(label, []):
                witnessed.setdefault(source, []).append(audience)
        rows = [(source, key) for source, _, key in (each.partition("|") for each in lost)]
        standing = withdraw(state.claims, rows, frozenset(witnessed))
        claims = [self._narrowed(claim, standing, witnessed) for claim in standing]
        if claims:
            unchanged = {"uid": state.uid, "p": state.shown}
            return settled(state, claims, self._audiences) or unchanged
        if not sides:
            # What was merged into it is no ground to stay: a merge lasts as long as both of its nodes do.
            return None
        audience = self._audiences.union(audience for _, _, audience in sides)
        stub = {**_known_by(state, label), "load": state.shown["load"], "row": state.shown["row"]}
        return {
            "uid": state.uid,
            "p": {**stub, "audience": audience, "stub": True},
            "drop": list(state.records),
            "told": sorted({audience for _, audience in stood_by(state.claims)}),
            "readers": sorted({audience for _, _, audience in sides}),
        }

    def _narrowed(self, claim: NodeClaim, claims: list[NodeClaim], witnessed: dict[str, list[int]]) -> NodeClaim:
        linked = witnessed.get(claim.source, []) if is_alone(claim, claims) else []
        return replace(claim, audience=self._audiences.union([*claim.keys.values(), *linked]))


def _known_by(state: NodeState, label: str) -> dict[str, Any]:
    shown = state.shown
    for name in (*KINDS[label].IDENTIFIERS, "known_as"):
        if name in shown:
            return {name: shown[name]}
    if shown.get("stub"):
        return {"name": shown["name"]}
    return {"known_as": local_identity(shown["source"], shown["source_key"])}
