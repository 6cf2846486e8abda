"""A few thousand rows on their way: statements gathered per label and type, each uid once, cut into rounds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from loaders.mapping.statement import MappedRow, StatedTie, Statement, Stub, TieKey
from loaders.mapping.versions import KeptVersion

_QUARTER = {digit: int(digit, 16) & 3 for digit in "0123456789abcdef"}
# Quarters of the uids that a round gives to each of the two sessions. In no round do the sessions share a node, so they
# can never wait for each other; over the rounds, each pair of quarters meets once.
_ROUNDS: tuple[dict[tuple[int, int], int], ...] = (
    {(0, 0): 0, (0, 1): 0, (1, 0): 0, (1, 1): 0, (2, 2): 1, (2, 3): 1, (3, 2): 1, (3, 3): 1},
    {(0, 2): 0, (2, 0): 0, (1, 3): 1, (3, 1): 1},
    {(0, 3): 0, (3, 0): 0, (1, 2): 1, (2, 1): 1},
)
_PLACE = {pair: (turn, session) for turn, pairs in enumerate(_ROUNDS) for pair, session in pairs.items()}
ROUNDS = len(_ROUNDS) + 1
SESSIONS = 2
_MET = 1_000_000  # references remembered, at some 70 bytes each
_SMALL = 200  # items that are not worth two transactions


@dataclass(slots=True)
class WatchedRow:
    """A row that may have said something else before: what it states now."""

    key: str
    ties: list[str]
    nodes: list[str]
    deleted: bool


@dataclass
class Chunk:
    """What a run of rows states, without repetition."""

    survivors: Mapping[str, str] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)  # references that this load has seen to already, with their readers
    rows: int = 0
    numbers: list[int] = field(default_factory=list)
    watched: dict[int, WatchedRow] = field(default_factory=dict)
    versions: list[KeptVersion] = field(default_factory=list)  # to be kept when all else is written
    nodes: dict[str, dict[str, Statement]] = field(default_factory=lambda: defaultdict(dict))
    stubs: dict[str, dict[str, Stub]] = field(default_factory=lambda: defaultdict(dict))
    ties: dict[TieKey, dict[str, StatedTie]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, row: MappedRow, watched: bool) -> None:
        """Take up what one row states."""
        self.rows += 1
        self.numbers.append(row.number)
        if watched:
            nodes = [uid for _, statement in row.nodes for uid in statement.homes]
            self.watched[row.number] = WatchedRow(row.key, [tie.uid for _, tie in row.ties], nodes, row.deleted)
        for label, statement in row.nodes:
            first = self.nodes[label].setdefault(statement.uid, statement)
            if first is not statement:
                _join(first, statement)
        for label, stub in row.stubs:
            there = self.stubs[label].setdefault(stub.uid, stub)
            if there.audience != stub.audience:
                there.further = [*(there.further or []), stub]
        for key, tie in row.ties:
            self.ties[key][tie.uid] = tie

    def node_batches(self) -> Iterator[tuple[int, str, list[Statement]]]:
        """Yield session, label and statements."""
        for place, (label, statements) in enumerate(self.nodes.items()):
            yield from ((session, label, part) for session, part in _shared(list(statements.values()), place))

    def stub_batches(self) -> Iterator[tuple[int, str, list[Stub]]]:
        """Yield session, label and stubs; a node that a row describes needs none, nor one that was seen to before."""
        for place, (label, stubs) in enumerate(self.stubs.items(), len(self.nodes)):
            described = self.nodes.get(label, {})
            missing = [stub for uid, stub in stubs.items() if uid not in described and not self._is_met(stub)]
            yield from ((session, label, part) for session, part in _shared(missing, place))

    def _is_met(self, stub: Stub) -> bool:
        return stub.further is None and hash((stub.uid, stub.audience)) in self.met

    def note_met(self) -> None:
        """Remember the references of this chunk, now that they are in the graph."""
        if len(self.met) > _MET:
            self.met.clear()
        for stubs in self.stubs.values():
            for stub in stubs.values():
                self.met.update(hash((each.uid, each.audience)) for each in (stub, *(stub.further or ())))

    def tie_batches(self) -> Iterator[tuple[int, int, TieKey, list[StatedTie]]]:
        """Yield round, session, key and relationships; small groups go together in a round of one session."""
        for key, ties in self.ties.items():
            # Only now: what the chunk before it released may answer for itself again.
            if self.survivors:
                for tie in ties.values():
                    tie.move(self.survivors)
            if len(ties) <= _SMALL:
                yield len(_ROUNDS), 0, key, list(ties.values())
                continue
            parts: dict[tuple[int, int], list[StatedTie]] = {}
            for tie in ties.values():
                parts.setdefault(_PLACE[_QUARTER[tie.start[-1]], _QUARTER[tie.end[-1]]], []).append(tie)
            yield from ((turn, session, key, part) for (turn, session), part in parts.items())


N = TypeVar("N", Statement, Stub)


def _shared(items: list[N], place: int) -> Iterator[tuple[int, list[N]]]:
    # Labels share no node: small groups take turns.
    if 0 < len(items) <= _SMALL:
        yield place % SESSIONS, items
        return
    halves: tuple[list[N], list[N]] = ([], [])
    for item in items:
        halves[_QUARTER[item.uid[-1]] >> 1].append(item)
    yield from ((session, half) for session, half in enumerate(halves) if half)


def _join(first: Statement, further: Statement) -> None:
    if first.hash == further.hash and first.audience == further.audience and not further.own:
        if first.also is None:
            first.also = []
        first.also.append(further.key)
    else:
        first.further = [*(first.further or []), further]
