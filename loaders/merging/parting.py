"""People under one number who are plainly different are parted, and joined again when the sources agree.

Whose the number is follows from all that is said under it. Those concerned are marked in the graph (`:Parting`), so that a
load that is killed in between is finished by the next one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from graph_service.cypher.editions import change
from graph_service.cypher.files import query
from graph_service.cypher.load import merge as cypher_merge
from graph_service.cypher.load import settle as cypher_settle
from graph_service.graph import Writer
from graph_service.rights.audiences import Audiences
from loaders.mapping.claims import NodeClaim, content_of, is_alone
from loaders.mapping.disputes import (
    DISPUTED,
    LABEL,
    NAME,
    NUMBER,
    Disputes,
    apart_identity,
    disputed,
    number_of,
    other_home,
    owned,
    owner_uid,
    said_of_others,
)
from loaders.merging.moving import TieHomes
from loaders.merging.node_state import NodeState, settled, state_of
from loaders.merging.settling import KnownSources, write_audiences, write_settled
from schema import KINDS

_BATCH = 500


@dataclass
class _People:
    """Everybody under one number: the owner's node, and what the graph holds of each."""

    number: str
    owner: str
    states: dict[str, NodeState] = field(default_factory=dict)

    @property
    def claims(self) -> dict[str, list[NodeClaim]]:
        """Return what is said of each."""
        return {uid: state.claims for uid, state in self.states.items() if state.claims}


def read_disputes(writer: Writer, uid_key: bytes) -> Disputes:
    """Return the numbers that are disputed now."""
    apart: dict[str, set[str]] = {}
    for number, uid in writer.run_read(query("disputes/known").body)[0][0]["rows"]:
        apart.setdefault(owner_uid(number, uid_key), set()).add(uid)
    return Disputes(uid_key, {owner: frozenset(uids) for owner, uids in apart.items()})


class Parting:
    """Parts and joins what is said under one number."""

    def __init__(self, writer: Writer, known: KnownSources, audiences: Audiences, uid_key: bytes) -> None:
        self._writer = writer
        self._known = known
        self._audiences = audiences
        self._uid_key = uid_key
        self._owners: set[str] | None = None  # of numbers that are disputed

    def mark(self, states: Iterable[NodeState]) -> None:
        """Mark those of whom may have to be asked again whose their number is."""
        if self._owners is None:
            self._owners = set(read_disputes(self._writer, self._uid_key).apart)
        numbers = sorted({number for state in states if (number := self._doubtful(state, self._owners))})
        if numbers:
            owners = [owner_uid(number, self._uid_key) for number in numbers]
            change(self._writer, query("disputes/mark").body, numbers=numbers, owners=owners)

    def _doubtful(self, state: NodeState, owners: set[str]) -> str | None:
        number = number_of(state.shown)
        if number is None:
            return None
        names = {claim.values.get(NAME) for claim in state.claims}
        return number if len(names) > 1 or DISPUTED in state.shown or state.uid in owners else None

    def part(self) -> bool:
        """Bring those who are marked to where the sources say; return whether some were moved, so that all is to be released again."""
        while waiting := self._writer.run_read(query("disputes/waiting").body, bound=_BATCH)[0]:
            people = self._read(sorted({row["number"] for row in waiting if row["number"]}))
            if self._place(people):
                return True
            self._tidy(people)
            change(self._writer, query("disputes/unmark").body, uids=[row["uid"] for row in waiting])
        return False

    def _read(self, numbers: Sequence[str]) -> list[_People]:
        people = {number: _People(number, owner_uid(number, self._uid_key)) for number in numbers}
        at = {each.owner: each for each in people.values()}
        for row in self._writer.run_read(query("disputes/apart").body, numbers=list(numbers))[0]:
            at[row["uid"]] = people[row["number"]]
        for row in self._writer.run_read(cypher_settle.read_nodes(LABEL), uids=list(at))[0]:
            at[row["uid"]].states[row["uid"]] = state_of(row, KINDS[LABEL], self._known.ranks)
        return list(people.values())

    def _place(self, people: list[_People]) -> bool:
        stray = [each for each in people if self._strays(each)]
        self._complete(stray)
        rows = [row for each in stray for row in self._rows(each)]
        if rows:
            self._create(rows, {uid for each in stray for uid in each.states})
            write_audiences(self._writer, self._audiences)
            write_settled(self._writer, LABEL, rows)
            self._owners = None
            people = self._read([each.number for each in people])
        parted = [{uid: state.claims for uid, state in each.states.items()} for each in people]
        return TieHomes(self._writer, self._known).move(parted) or bool(rows)

    def _strays(self, people: _People) -> bool:
        placed = self._placed(people)
        return any(uid != home for home, claims in people.claims.items() for uid in (placed[_of(c)] for c in claims))

    def _placed(self, people: _People) -> dict[tuple[str, str], str]:
        """Return for each content that is said under the number the node that keeps it."""
        stated = [owned(claim) for claims in people.claims.values() for claim in claims]
        of_others = set(map(content_of, said_of_others(stated)))
        return {
            content_of(claim): self._home(claim, people) if content_of(claim) in of_others else people.owner
            for claim in stated
        }

    def _home(self, claim: NodeClaim, people: _People) -> str:
        return other_home(LABEL, claim.values, self._uid_key) or people.owner

    def _complete(self, people: Sequence[_People]) -> None:
        """Put the keys of rows that only a link bears witness of into the claims: it says nothing where both are."""
        states = [state for each in people for state in each.states.values()]
        at = {state.uid: state for state in states}
        for (uid, source), rows in self._witnessed(states).items():
            state = at[uid]
            state.claims = [
                _with_keys(claim, rows | claim.keys, state) if claim.source == source else claim
                for claim in state.claims
            ]

    def _tidy(self, people: Sequence[_People]) -> None:
        """Take the keys out of the claims again for which a link bears witness, as if nobody had ever been moved."""
        states = {uid: state for each in people for uid, state in each.states.items()}
        kept = {uid: state.claims for uid, state in states.items()}
        for (uid, source), rows in self._witnessed(list(states.values())).items():
            kept[uid] = [
                _with_keys(claim, {key: who for key, who in claim.keys.items() if key not in rows}, states[uid])
                if claim.source == source
                else claim
                for claim in kept[uid]
            ]
        found = [settled(states[uid], claims, self._audiences) for uid, claims in kept.items() if claims]
        write_settled(self._writer, LABEL, [row for row in found if row])

    def _witnessed(self, states: Sequence[NodeState]) -> dict[tuple[str, str], dict[str, int]]:
        """Return for each node and source the rows of the source that a link bears witness of, with their readers."""
        witnessed: dict[tuple[str, str], dict[str, int]] = {}
        for source in sorted({claim.source for state in states for claim in state.claims}):
            sides = self._known.sides.get(source, {}).get(LABEL, [])
            uids = [state.uid for state in states if any(claim.source == source for claim in state.claims)]
            if sides:
                text = cypher_settle.read_rows_of(LABEL)
                found = self._writer.run_read(text, uids=uids, source=source, sides=sides)[0]
                witnessed |= {(row["uid"], source): dict(row["keys"]) for row in found}
        return witnessed

    def _rows(self, people: _People) -> Iterable[dict[str, Any]]:
        placed = self._placed(people)
        kept: dict[str, dict[tuple[str, str], NodeClaim]] = {uid: {} for uid in people.states}
        for claims in people.claims.values():
            for stated in map(owned, claims):
                home = placed[content_of(stated)]
                claim = stated if home == people.owner else disputed(stated)
                at = kept.setdefault(home, {})
                before = at.get(content_of(claim))
                at[content_of(claim)] = self._together(before, claim) if before else claim
        for uid, found in kept.items():
            state = people.states.get(uid) or NodeState(uid, [], {})
            if found:
                row = settled(state, list(found.values()), self._audiences)
                yield from [row] if row else []
            elif state.claims:
                yield _emptied(state, people.number)

    def _together(self, one: NodeClaim, other: NodeClaim) -> NodeClaim:
        audience = self._audiences.union((one.audience, other.audience))
        return replace(one, keys=one.keys | other.keys, audience=audience)

    def _create(self, rows: list[dict[str, Any]], there: set[str]) -> None:
        new = [
            {"uid": row["uid"], "p": {"row": row["p"]["row"], "audience": row["p"]["audience"], "stub": True}}
            for row in rows
            if row["uid"] not in there
        ]
        if new:
            write_audiences(self._writer, self._audiences)
            change(self._writer, cypher_merge.merge_stubs(LABEL), rows=new, load="", at=datetime.now(UTC))


def _with_keys(claim: NodeClaim, keys: dict[str, int], state: NodeState) -> NodeClaim:
    # Where a source says two things of a node, the keys of each are complete already.
    return replace(claim, keys=keys) if is_alone(claim, state.claims) else claim


def _of(claim: NodeClaim) -> tuple[str, str]:
    return content_of(owned(claim))


def _emptied(state: NodeState, number: str) -> dict[str, Any]:
    """Return a node of which nothing is said any more, to be looked at again: it goes unless something refers to it."""
    apart = {"known_as": apart_identity(number, state.shown.get(NAME, "")), DISPUTED: number}
    known = {NUMBER: number} if NUMBER in state.shown else apart
    shown = {name: state.shown[name] for name in ("load", "row", "audience")}
    return {"uid": state.uid, "p": {**known, **shown, "stub": True}, "drop": list(state.records), "loose": True}
