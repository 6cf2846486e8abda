"""Units that tickets name by hand, against the truth: one record is one ticket."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from bench.identity_table import Decided, RegisterSide
from graph_service.graph import Writer
from graph_service.identity.deciding import Judged, Readable, ScoredPair, decide, guard
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.identity.units import Units, read_units, score_units

# Where a merge has been made already, the record's own unit is the one that was absorbed.
_NAMED = """MATCH (t:Ticket)-[x:NAMES {role: 'SUBJECT_UNIT'}]->(u:Unit)
RETURN collect([t.number, coalesce(x.end_home, u.uid)]) AS rows"""
_CODES = "MATCH (u:Unit) WHERE u.uscc IS NOT NULL RETURN collect([u.uscc, u.uid, u.name]) AS rows"


@dataclass(frozen=True)
class UnitsRead:
    """What the graph holds of units, and what the truth says of tickets."""

    units: Units
    readers: Mapping[int, list[str]]
    of_ticket: dict[str, str]  # the node that a ticket names
    side: RegisterSide

    def ours(self) -> Decided:
        """Return what leadlink makes of each ticket."""
        readable = Readable({each.uid: each.audience for each in (*self.units.loose, *self.units.known)}, self.readers)
        pairs = [
            ScoredPair(str(n), "Unit", each.loose, each.known, each.score, 1, (), guard(each, readable))
            for n, each in enumerate(score_units(self.units))
        ]
        merged, queued = decide(pairs, Judged({}, frozenset()), DEFAULT_THRESHOLD)
        asked: dict[str, list[str]] = {}
        for pair in queued:
            asked.setdefault(pair.loose, []).append(pair.known)
        return self._of_tickets({pair.loose: pair.known for pair in merged}, asked)

    def plain(self) -> Decided:
        """Return what Splink makes of each ticket when names alone are compared by Jaro-Winkler."""
        from bench.plain_splink import plain_units

        return self._of_tickets(plain_units(_names(self.units.loose), _names(self.units.known)), {})

    def _of_tickets(self, merged: dict[str, str], asked: dict[str, list[str]]) -> Decided:
        tickets = [(ticket, self.of_ticket[ticket]) for ticket in self.side.true]
        return Decided(
            {ticket: merged[uid] for ticket, uid in tickets if uid in merged},
            {ticket: asked[uid] for ticket, uid in tickets if uid in asked},
        )


def read(writer: Writer, stated: dict[str, Any], readers: Mapping[int, list[str]]) -> UnitsRead:
    """Return both sides; tickets whose words are the registered name are bound when they are loaded."""
    of_ticket = dict(writer.run_read(_NAMED)[0][0]["rows"])
    codes = {code: uid for code, uid, _ in writer.run_read(_CODES)[0][0]["rows"]}
    known = set(codes.values())
    said = {each["key"]: codes[each["uscc"]] for each in stated["units_named"]}
    true = {ticket: uid for ticket, uid in said.items() if of_ticket[ticket] not in known}
    bound = {ticket: uid for ticket, uid in said.items() if of_ticket[ticket] in known}
    right = sum(of_ticket[ticket] == uid for ticket, uid in bound.items())
    return UnitsRead(
        read_units(writer), readers, of_ticket, RegisterSide(true, frozenset(true), right, frozenset(known))
    )


def _names(side: list[Any]) -> pa.Table:
    return pa.table({"uid": [unit.uid for unit in side], "name": [unit.names[0] for unit in side]})
