"""The slow path: nodes that several sources, rows or versions describe are read, folded and written back whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.cypher.editions import change
from graph_service.cypher.files import query
from graph_service.cypher.load import settle as cypher_settle
from graph_service.errors import AlreadyThere
from graph_service.graph import Writer
from graph_service.rights.audiences import Audiences
from loaders.mapping.claims import NodeClaim, Origin, admit, claim_of, content_of, widen
from loaders.mapping.disputes import LABEL, needs_a_look
from loaders.mapping.statement import Statement, Stub
from loaders.merging.node_state import NodeState, settled, state_of
from schema import KINDS


@dataclass(frozen=True)
class KnownSources:
    """What the ledger tells of the sources: their ranks, and per source and label the sides that bear witness."""

    ranks: dict[str, int]
    sides: dict[str, dict[str, list[str]]]

    @classmethod
    def of(cls, sources: dict[str, dict[str, Any]]) -> "KnownSources":
        """Return it from the properties of the sources."""
        sides: dict[str, dict[str, list[str]]] = {}
        for name, stated in sources.items():
            for witness in stated.get("witnesses", []):
                label, side = witness.split(":", 1)
                sides.setdefault(name, {}).setdefault(label, []).append(side)
        return cls({name: stated.get("rank", 0) for name, stated in sources.items()}, sides)


class Settling:
    """Decides in Python what nodes show, for one load."""

    def __init__(
        self, writer: Writer, origin: Origin, known: KnownSources, audiences: Audiences, dry_run: bool
    ) -> None:
        self._writer = writer
        self._origin = origin
        self._known = known
        self._audiences = audiences
        self._dry_run = dry_run
        self.loosened = False  # whether nodes wait to be released

    def settle(self, label: str, statements: Sequence[Statement]) -> set[int]:
        """Return the rows of which something was written."""
        states = self._read(label, [statement.uid for statement in statements])
        witnesses = self._witnesses(label, statements, states)
        changed: set[int] = set()
        rows: list[dict[str, Any]] = []
        for statement in statements:
            state = states[statement.uid]
            claims, moved = self._admitted(state.claims, statement, witnesses.get(statement.uid, {}))
            if (row := settled(state, claims, self._audiences)) is not None:
                narrows = _may_narrow(state.claims, statement, self._origin.source)
                rows.append(row | {"loose": narrows or (label == LABEL and needs_a_look(claims))})
                changed |= moved or {statement.row}
        self.loosened = self.loosened or any(row["loose"] for row in rows)
        self._write(label, rows)
        return changed

    def widen_stubs(self, label: str, stubs: Sequence[Stub]) -> set[int]:
        """Return the rows whose readers were added to those of a stub."""
        states = self._read(label, [stub.uid for stub in stubs])
        changed: set[int] = set()
        rows: list[dict[str, Any]] = []
        for stub in stubs:
            state = states[stub.uid]
            if not state.is_stub:
                continue
            further = [stub.audience, *(each.audience for each in stub.further or ())]
            if (audience := self._audiences.union([state.shown["audience"], *further])) != state.shown["audience"]:
                rows.append({"uid": stub.uid, "p": {**state.shown, "audience": audience}, "further": further})
                changed.add(stub.row)
        self._write(label, rows)
        return changed

    def _admitted(
        self, claims: list[NodeClaim], statement: Statement, witnesses: dict[str, int]
    ) -> tuple[list[NodeClaim], set[int]]:
        moved: set[int] = set()
        for each in (statement, *(statement.further or ())):
            new = claim_of(each, self._origin)
            before, claims = claims, widen(admit(claims, new, each.rows, witnesses), new, self._audiences)
            if sorted(before, key=content_of) != sorted(claims, key=content_of):
                moved.add(each.row)
            witnesses = witnesses | dict.fromkeys(each.rows, each.audience)
        return claims, moved

    def _read(self, label: str, uids: Iterable[str]) -> dict[str, NodeState]:
        found = self._writer.run_read(cypher_settle.read_nodes(label), uids=list(uids))[0]
        kind = KINDS[label]
        return {row["uid"]: state_of(row, kind, self._known.ranks) for row in found}

    def _witnesses(
        self, label: str, statements: Sequence[Statement], states: dict[str, NodeState]
    ) -> dict[str, dict[str, int]]:
        # Only where this source said something else before is it worth asking which of its rows did.
        source = self._origin.source
        asked = [
            each.uid
            for each in statements
            if any(
                claim.source == source and claim.hash != said.hash
                for claim in states[each.uid].claims
                for said in (each, *(each.further or ()))
            )
        ]
        sides = self._known.sides.get(source, {}).get(label, [])
        if not asked or not sides:
            return {}
        found = self._writer.run_read(cypher_settle.read_rows_of(label), uids=asked, source=source, sides=sides)[0]
        return {row["uid"]: dict(row["keys"]) for row in found}

    def _write(self, label: str, rows: list[dict[str, Any]]) -> None:
        if not rows or self._dry_run:
            return
        write_audiences(self._writer, self._audiences)
        self.loosened = write_settled(self._writer, label, rows) or self.loosened


def _may_narrow(claims: list[NodeClaim], statement: Statement, source: str) -> bool:
    # Readers are only added here. A row that had others, or another content, has the node looked at again.
    return any(
        claim.hash != statement.hash or claim.keys.get(statement.key, statement.audience) != statement.audience
        for claim in claims
        if claim.source == source
    )


def write_settled(writer: Writer, label: str, rows: Sequence[dict[str, Any]]) -> bool:
    """Write nodes with their source records; return whether some of them have to be folded with others again."""
    text, columns = cypher_settle.settle_nodes(label), cypher_settle.RECORD_COLUMNS
    sent = [{**row, "make": [[made[name] for name in columns] for made in row.get("make", ())]} for row in rows]
    try:
        found = change(writer, text, [label], rows=sent)[0]
    except AlreadyThere:
        # The server wrote the records and the answer was lost on its way: writing them once more changes nothing.
        merged = [{**row, "make": [], "keep": [*row.get("make", ()), *row.get("keep", ())]} for row in rows]
        found = change(writer, text, [label], rows=merged)[0]
    return bool(found and found[0]["lacking"])


def write_audiences(writer: Writer, audiences: Audiences) -> None:
    """Keep the audiences that are new, before anything points to them."""
    if waiting := audiences.take_waiting():
        writer.run_write(query("rights/audiences_merge").body, rows=waiting)
