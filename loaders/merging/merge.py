"""Merges batches of statements: one round trip where nothing was there or nothing has changed, three where it has."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph_service.cypher.editions import change
from graph_service.cypher.load import merge as cypher_merge
from graph_service.cypher.load import settle as cypher_settle
from graph_service.errors import AlreadyThere, Conflict
from graph_service.graph import Writer
from graph_service.rights.audiences import Audiences
from loaders.mapping.claims import Origin
from loaders.mapping.statement import StatedTie, Statement, Stub, TieKey
from loaders.merging.fresh import Fresh
from loaders.merging.settling import Settling, write_audiences
from schema import KINDS, RELATIONSHIP_TYPES


class Merger:
    """Writes statements; safe for two sessions at once as long as they share no node."""

    def __init__(self, writer: Writer, origin: Origin, settling: Settling, at: Any, fresh: Fresh) -> None:
        self._writer = writer
        self._origin = origin
        self._settling = settling
        self._fresh = fresh
        self._fixed = {"source": origin.source, "load": origin.load, "at": at}

    def write_audiences(self, audiences: Audiences) -> None:
        """Keep the audiences that are new, before anything points to them."""
        write_audiences(self._writer, audiences)

    def merge_nodes(self, label: str, statements: Sequence[Statement]) -> set[int]:
        """Return the rows of which something was written."""
        new, there = self._fresh.split(label, statements)
        if new and not self._created(cypher_merge.create_nodes(label), new, KINDS[label].model_fields):
            self._fresh.forget(label)
            new, there = (), statements
        changed = {each.row for each in new}
        chosen = [each for each in new if each.further]
        if there:
            sent = [statement.sent() for statement in there]
            same, other = self._merge(cypher_merge.merge_nodes(label), sent, self._fixed)
            known, others = {*same, *other}, set(other)
            changed |= {each.row for number, each in enumerate(there) if number not in known}
            chosen += [each for number, each in enumerate(there) if number in others or each.further]
        self._fresh.note(label, new)
        if chosen:
            changed |= self._settling.settle(label, chosen)
        return changed

    def merge_stubs(self, label: str, stubs: Sequence[Stub]) -> set[int]:
        """Return the rows of which something was written."""
        fixed = {"load": self._origin.load, "at": self._fixed["at"]}
        same, other = self._merge(cypher_merge.merge_stubs(label), [stub.sent() for stub in stubs], fixed)
        known = {*same, *other}
        changed = {stub.row for number, stub in enumerate(stubs) if number not in known}
        chosen = [stubs[number] for number in other]
        chosen += [stub for number, stub in enumerate(stubs) if stub.further and number not in set(other)]
        self._fresh.note(label, stubs)
        if chosen:
            changed |= self._settling.widen_stubs(label, chosen)
        return changed

    def merge_ties(self, key: TieKey, ties: Sequence[StatedTie]) -> set[int]:
        """Return the rows of which something was written."""
        ties = sorted(ties, key=lambda tie: (tie.end, tie.start))
        stirs = key[0] in self._fresh.stirs
        fresh = self._fresh.ties
        if key in fresh and self._created(
            cypher_merge.create_ties(*key, stirs), ties, RELATIONSHIP_TYPES[key[0]].ties.model_fields
        ):
            return {tie.row for tie in ties}
        fresh.discard(key)
        fixed = {"source": self._origin.source, "load": self._origin.load}
        sent = [tie.sent() for tie in ties]
        try:
            same, other = self._merge(cypher_merge.merge_ties(*key, stirs), sent, fixed)
        except AlreadyThere:
            # A name or key means another node than when the row came last.
            change(self._writer, cypher_settle.part_ties(key[0]), [key[0]], rows=sent)
            self._settling.loosened = True
            same, other = self._merge(cypher_merge.merge_ties(*key, stirs), sent, fixed)
        if other:
            self._settling.loosened = True
            text = cypher_settle.set_ties(key[0])
            change(self._writer, text, rows=[sent[number] for number in other], **fixed)
        unchanged = set(same)
        return {tie.row for number, tie in enumerate(ties) if number not in unchanged}

    def _created(self, text: str, items: Sequence[Statement] | Sequence[StatedTie], fields: Iterable[str]) -> bool:
        # All of them, or none if one is there already.
        names = tuple(fields)
        try:
            found = change(self._writer, text, rows=[item.listed(names) for item in items], **self._fixed)[0][0]
        except AlreadyThere:
            return False
        _require_ends(found["seen"], len(items))
        return True

    def _merge(self, text: str, rows: list[dict[str, Any]], fixed: dict[str, Any]) -> tuple[list[int], list[int]]:
        found = change(self._writer, text, rows=rows, **fixed)[0][0]
        _require_ends(found["seen"], len(rows))
        return found["same"], found["other"]


def _require_ends(seen: int, sent: int) -> None:
    if seen != sent:
        raise Conflict(f"{sent - seen} ends of links were removed by somebody else", "the graph", "load again")


class Comparer(Merger):
    """The dry run's twin: reads what is there, writes nothing, and tells the rows that a load would write."""

    def __init__(self, writer: Writer, origin: Origin, settling: Settling, at: Any, fresh: Fresh) -> None:
        super().__init__(writer, origin, settling, at, fresh)
        self._made: dict[int, int] = {}  # hash of the uid of a node that a load would have made -> of what it would say

    def write_audiences(self, audiences: Audiences) -> None:
        """Drop the audiences that a load would keep."""
        audiences.take_waiting()

    def merge_nodes(self, label: str, statements: Sequence[Statement]) -> set[int]:
        """Return the rows of which something would be written."""
        sent = [statement.sent() for statement in statements]
        found = self._writer.run_read(cypher_merge.compare_nodes(label), rows=sent, source=self._origin.source)[0][0]
        there = {*found["same"], *found["other"]}
        changed: set[int] = set()
        for number, statement in enumerate(statements):
            if number not in there:
                changed |= {each.row for each in (statement, *(statement.further or ())) if self._is_news(each)}
        if chosen := [
            each
            for number, each in enumerate(statements)
            if number in found["other"] or (each.further and number in there)
        ]:
            changed |= self._settling.settle(label, chosen)
        return changed

    def _is_news(self, statement: Statement) -> bool:
        # To a node that an earlier row has made, a row adds its key, another content or other readers.
        uid, said = hash(statement.uid), hash((statement.hash, statement.audience))
        known, self._made[uid] = self._made.get(uid), said
        return statement.own or known != said

    def merge_stubs(self, label: str, stubs: Sequence[Stub]) -> set[int]:
        """Return the rows of which something would be written."""
        sent = [stub.sent() for stub in stubs]
        found = self._writer.run_read(cypher_merge.compare_stubs(label), rows=sent, source=self._origin.source)[0][0]
        known = {*found["same"], *found["other"]}
        changed = {stub.row for number, stub in enumerate(stubs) if number not in known}
        if chosen := [stubs[number] for number in found["other"]]:
            changed |= self._settling.widen_stubs(label, chosen)
        return changed

    def merge_ties(self, key: TieKey, ties: Sequence[StatedTie]) -> set[int]:
        """Return the rows of which something would be written."""
        found = self._writer.run_read(cypher_merge.compare_ties(key[0]), rows=[tie.sent() for tie in ties])[0][0]
        unchanged = set(found["same"])
        return {tie.row for number, tie in enumerate(ties) if number not in unchanged}
