"""First pass: one share of every input is read, mapped and spooled; rows that lose their place are remembered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from graph_service.rights.audiences import Audiences
from graph_service.vault.keys import VaultPlace
from graph_service.vault.store import Vault
from loaders.bulk.plan import ImportPlan, Input, inputs_of
from loaders.bulk.settled_ties import SettledTies
from loaders.bulk.spool import Spool, share_of
from loaders.declare.source import Source
from loaders.load.row_intake import RowIntake
from loaders.mapping.disputes import Disputes
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_book import MERGED, UNCHANGED, KeyRepeat, Winners
from loaders.mapping.row_mapping import key_reader
from loaders.mapping.statement import MappedRow
from loaders.mapping.versions import KeptVersion
from loaders.readers import Opened
from loaders.readers.sealing import Item
from loaders.readers.sql_marks import Mark
from loaders.rejection import Rejection, RowRefused, Sealed
from schema import KINDS

LABELS = tuple(KINDS)
_NUMBER = {label: number for number, label in enumerate(LABELS)}
_CHUNK = 20_000  # rows between two words on how far it is


@dataclass(frozen=True)
class ShareWord:
    """How much further a share has come with one source since its last word."""

    source: int
    read: int
    rejected: int


ShareProgress = Callable[[ShareWord], None]


@dataclass(frozen=True)
class WorkShare:
    """Which part of the work this process does, and with what."""

    plan: ImportPlan
    number: int
    uid_key: bytes
    vault_place: VaultPlace


@dataclass(frozen=True)
class Mapped:
    """What one share found in one input."""

    input: int
    counts: dict[str, int]
    unreadable: int
    silent: int
    first: list[Rejection]
    sealed: list[Sealed]
    mark: Mark | None  # how far a table with a watermark was read


@dataclass
class MappedShare:
    """What one share found in all of them."""

    inputs: list[Mapped] = field(default_factory=list)
    winners: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    readers: dict[int, list[str]] = field(default_factory=dict)  # of every audience that is new
    written: dict[str, int] = field(default_factory=dict)  # lines of each table


@dataclass(frozen=True)
class _Intake:
    source: Source
    opened: Opened
    uid_key: bytes
    audiences: Audiences
    earlier: Mapping[int, int]
    rejects: Path
    dry_run: bool
    vault: Vault
    lookups: Lookups = field(default_factory=Lookups)  # names and keys are bound at the end, when all are known
    disputes: Disputes = field(default_factory=Disputes)  # and so is whose a number is
    chunk: int = _CHUNK
    winners: Winners = field(default_factory=Winners)


@dataclass(frozen=True)
class Spools:
    """Where statements go: nodes and strong references by their uid, loose ones by the uid they would have."""

    nodes: Spool
    loose: Spool
    ties: SettledTies


class SpooledInput(RowIntake):
    """Takes one share of one input to the spools."""

    def __init__(self, intake: _Intake, planned: Input, spools: Spools, found: MappedShare) -> None:
        super().__init__(intake)
        self._intake = intake
        self._planned = planned
        self._spools = spools
        self._found = found
        self._taken = 0
        self.receipts: list[Sealed] = []

    def run(self, progress: Callable[[int, int], None]) -> None:
        """Read the input to its end."""
        try:
            self._read(progress)
        finally:
            self.rejects.close()

    def _waiting(self) -> int:
        return self._taken

    def _hand_over(self) -> None:
        self._taken = 0

    def _receive(self, sealed: Sealed) -> None:
        self.receipts.append(sealed)

    def _add(self, row: MappedRow) -> None:
        states = row.nodes or row.ties or (self._intake.source.version is not None)
        self._put(row, MERGED if states else UNCHANGED)

    def _replace(self, row: MappedRow, meeting: KeyRepeat) -> None:
        self._found.winners[self._planned.source, row.key] = (self._planned.number, row.number)
        self._put(row, MERGED)

    def _put(self, row: MappedRow, fate: int) -> None:
        self._taken += 1
        self.book.note(row.number, fate)
        if self._intake.dry_run:
            return
        place = (self._planned.number, row.number, row.key)
        for turn, (label, each) in enumerate(row.nodes):
            record = [_NUMBER[label], each.uid, *place, turn, each.source_key, each.hash, each.audience, each.own]
            self._spools.nodes.put(each.uid, [*record, each.values])
        for label, stub in row.stubs:
            spool = self._spools.loose if _is_loose(stub.values) else self._spools.nodes
            spool.put(stub.uid, [_NUMBER[label], stub.uid, *place, stub.audience, stub.values])
        self._put_ties(row)
        if self._intake.source.version is not None:
            known = KeptVersion.of(self._intake.source.name, row, self._intake.uid_key)
            self._spools.ties.keep_version(place, known.kept(self._intake.source.name))

    def _put_ties(self, row: MappedRow) -> None:
        # A tie that a row states twice counts as it states it last.
        ties = {tie.uid: (key, tie) for key, tie in row.ties}
        for key, tie in ties.values():
            if (refers := tie.values.get("refers")) is None:
                self._spools.ties.write(key[0], self._planned, tie)
                continue
            starts = _refers_at_start(row, tie.start, refers)
            stood_for = tie.start if starts else tie.end
            stated = [key[0], starts, stood_for, self._planned.number, tie.row, tie.source_key]
            self._spools.loose.put(stood_for, [-1, *stated, tie.sent()])


def _is_loose(values: dict[str, str]) -> bool:
    return "known_as" in values or "name" in values


def _refers_at_start(row: MappedRow, start: str, refers: str) -> bool:
    """Return whether a tie's start is what its row only refers to."""
    return any(stub.uid == start and _says(stub.values, refers) for _, stub in row.stubs)


def _says(values: dict[str, str], refers: str) -> bool:
    return values.get("known_as", f"name={values.get('name')}") == refers


@dataclass(frozen=True)
class _ShareRun:
    """What goes through all sources of a share."""

    share: WorkShare
    audiences: Audiences
    found: MappedShare
    say: ShareProgress


def map_share(share: WorkShare, say: ShareProgress) -> MappedShare:
    """Map one share of everything; a failure of any share is a failure of the whole."""
    plan, found, audiences = share.plan, MappedShare(), Audiences({})
    run = _ShareRun(share, audiences, found, say)
    with (
        Spool(plan.spool, "nodes", share.number, plan.partitions) as nodes,
        Spool(plan.spool, "loose", share.number, plan.partitions) as loose,
    ):
        for place in range(len(plan.sources)):
            with SettledTies(plan, place, share.number) as ties:
                _map_source(run, place, Spools(nodes, loose, ties))
                ties.settle(found.winners)
            for name, count in ties.counts().items():
                found.written[name] = found.written.get(name, 0) + count
    found.readers = {int(str(row["number"])): list(row["readers"]) for row in audiences.take_waiting()}  # type: ignore[call-overload]
    return found


def _map_source(run: _ShareRun, place: int, spools: Spools) -> None:
    share, source = run.share, run.share.plan.sources[place]
    earlier: dict[int, int] = {}
    for planned, opened in inputs_of(share.plan, place):
        rejects = share.plan.rejects(planned.load, share.number)
        mine = replace(opened, rows=partial(_mine, share, source.key, opened))
        given = (rejects, share.plan.cut.dry_run, Vault(share.vault_place))
        intake = _Intake(source, mine, share.uid_key, run.audiences, earlier, *given)
        work = SpooledInput(intake, planned, spools, run.found)
        last = [0, 0]

        def show(rows: int, rejected: int, last: list[int] = last) -> None:
            run.say(ShareWord(place, rows - last[0], rejected - last[1]))
            last[:] = rows, rejected

        work.run(show)
        told = (work.counts(), work.unreadable, work.silent, work.rejects.first, work.receipts, mine.mark())
        run.found.inputs.append(Mapped(planned.number, *told))
        earlier |= work.book.seen


def _mine(share: WorkShare, key: Sequence[str], opened: Opened) -> Iterator[Item]:
    # Rows of one key stay together, so each share can tell by itself which of them stands.
    shares, number = share.plan.cut.shares, share.number
    key_of = key_reader(key, opened.columns)
    for item in opened.rows():
        if isinstance(item, Rejection) or (isinstance(item, Sealed) and not item.key):
            mine = item.row % shares == number
        elif isinstance(item, Sealed):
            mine = share_of(item.key, shares) == number
        else:
            try:
                mine = share_of(key_of(item[1]), shares) == number
            except RowRefused:
                mine = item[0] % shares == number
        if mine:
            yield item
