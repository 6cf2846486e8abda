"""Rows of one input on their way in, wherever they go then: mapped, compared with rows of the same key, or rejected."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from graph_service.rights.audiences import Audiences
from graph_service.vault.store import Vault
from loaders.declare.parts import SourceMapping
from loaders.declare.source import Source
from loaders.ledger.drift import Retyping
from loaders.ledger.kept_rows import KeptDeclaration, KeptRows
from loaders.ledger.reject_file import RejectFile
from loaders.load.reporters_apart import ReportersApart
from loaders.mapping.context import MappingContext
from loaders.mapping.disputes import Disputes
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_book import REJECTED, UNCHANGED, KeyRepeat, RepeatKind, RowBook, Winners, contradiction
from loaders.mapping.row_mapping import compile_mapping, key_reader
from loaders.mapping.statement import MappedRow
from loaders.mapping.versions import LAST_VERSION
from loaders.readers import Opened
from loaders.readers.row import Row
from loaders.rejection import OTHER_LINES, SEALED, Rejection, RowRefused, Sealed

RowProgress = Callable[[int, int], None]  # rows read so far, rows rejected so far
_RAMP = 24  # the first chunk is so many times smaller than a whole one; each is twice the one before


class Intake(Protocol):
    """What reading and mapping an input needs."""

    @property
    def source(self) -> Source:
        """Return the declaration."""

    @property
    def opened(self) -> Opened:
        """Return the input."""

    @property
    def uid_key(self) -> bytes:
        """Return the key of the uids."""

    @property
    def audiences(self) -> Audiences:
        """Return the audiences known so far."""

    @property
    def lookups(self) -> Lookups:
        """Return what names and foreign keys are known."""

    @property
    def disputes(self) -> Disputes:
        """Return the numbers that plainly different people state."""

    @property
    def earlier(self) -> Mapping[int, int]:
        """Return the rows of the inputs before this one."""

    @property
    def winners(self) -> Winners:
        """Return which rows stand of keys that are contested."""

    @property
    def rejects(self) -> Path:
        """Return the file that keeps rejected rows."""

    @property
    def chunk(self) -> int:
        """Return how many rows are taken together."""

    @property
    def vault(self) -> Vault:
        """Return where reporters go."""

    @property
    def dry_run(self) -> bool:
        """Return whether nothing may be written."""


class RowIntake(ABC):
    """Reads an input and decides which rows stand; what becomes of those is up to the class below."""

    def __init__(self, intake: Intake) -> None:
        source, columns = intake.source, intake.opened.columns
        self._opened = intake.opened
        self._dry_run = intake.dry_run
        self.reporters = ReportersApart(source, columns, intake.vault)
        context = MappingContext(intake.uid_key, intake.audiences, intake.lookups, intake.disputes)
        self._map_row = compile_mapping(SourceMapping.of(source), columns, context)
        self._key_of = key_reader(source.key, columns)
        self._room = intake.chunk
        self._first = max(
            1, intake.chunk // _RAMP
        )  # rows of the first chunk: the sessions need not wait for a whole one
        self.book = RowBook(intake.earlier, source.last, intake.winners)
        self.rejects = RejectFile(intake.rejects, columns, intake.dry_run)
        self.unreadable = 0  # rows of which not even the key could be read
        self.sealed = 0  # rejected rows of which only a receipt was kept
        self.sealed_keys: set[str] = set()
        self.silent = 0  # rows that were taken and state nothing
        self._kept = KeptRows(None, columns, KeptDeclaration.of(source))  # a load that can be rolled back names a file
        self._retyping = Retyping(source.retyped, f"{intake.opened.file} of source {source.name}")

    def counts(self) -> dict[str, int]:
        """Return how many rows were read, merged, unchanged and rejected."""
        return self.book.counts()

    @abstractmethod
    def _add(self, row: MappedRow) -> None:
        """Take a row whose key no row had before."""

    @abstractmethod
    def _replace(self, row: MappedRow, meeting: KeyRepeat) -> None:
        """Take a row that takes the place of an earlier one."""

    @abstractmethod
    def _receive(self, sealed: Sealed) -> None:
        """Keep the receipt of a row that must not come in."""

    @abstractmethod
    def _waiting(self) -> int:
        """Return how many rows have been taken and not handed over."""

    @abstractmethod
    def _hand_over(self) -> None:
        """Pass on what has been taken so far."""

    def _read(self, progress: RowProgress) -> None:
        rows, room = 0, self._first
        for rows, item in enumerate(self._opened.rows(), 1):
            self._retyping.rows = rows
            if isinstance(item, Sealed):
                self._seal(item)
            elif isinstance(item, Rejection):
                # What is no record at all may be none of the rows that seem to be gone.
                self.unreadable += item.reason not in OTHER_LINES
                self._reject(self.reporters.stripped(item))
            else:
                self._take(item)
            if self._waiting() >= room:
                self._pass_on()
                room = min(2 * room, self._room)
                progress(rows, self.counts()["rejected"])
        self._pass_on()
        progress(rows, self.counts()["rejected"])

    def _pass_on(self) -> None:
        self._retyping.check()
        self.reporters.hand_over(self._dry_run)
        self._hand_over()

    def _seal(self, item: Sealed) -> None:
        self.sealed += 1
        self._receive(item)
        self.book.note(item.row, REJECTED)
        self.rejects.remember(Rejection(item.row, SEALED, []))
        if not item.key:
            self.unreadable += 1
            return
        self.sealed_keys.add(item.key)
        # What the row said before it was sealed is taken back like that of a deleted one.
        row = MappedRow(item.row, item.key, version=LAST_VERSION, deleted=True)
        self.reporters.keep(row, None)
        meeting = self.book.meet(row)
        if meeting.stand is RepeatKind.FIRST:
            self._add(row)
        elif meeting.stand is RepeatKind.NEWER:
            self._replace(row, meeting)

    def _take(self, item: Row) -> None:
        item, secret = self.reporters.part(item)
        number, cells = item
        try:
            row = self._map_row(number, cells)
        except RowRefused as refused:
            self._note_key(cells)
            self._reject(Rejection(number, refused.reason, cells))
            return
        self.silent += not (row.nodes or row.ties or row.deleted)
        meeting = self.book.meet(row)
        # What another file says as well, this one says too when that is taken back.
        again = meeting.stand is RepeatKind.SAME and not meeting.here
        if again or meeting.stand in (RepeatKind.FIRST, RepeatKind.NEWER, RepeatKind.STRONGER):
            self._kept.add(number, cells)
        if meeting.stand not in (RepeatKind.OLDER, RepeatKind.WEAKER):
            self.reporters.keep(row, secret)
        if meeting.stand is RepeatKind.FIRST:
            self._add(row)
        elif meeting.stand in (RepeatKind.SAME, RepeatKind.OLDER):
            self.book.note(number, UNCHANGED)
        elif meeting.stand is RepeatKind.WEAKER:
            self._reject(Rejection(number, contradiction(meeting.other, meeting.here), cells))
        else:
            self._replace(row, meeting)
            if meeting.stand is RepeatKind.STRONGER and meeting.here:
                self._reject(Rejection(meeting.other, contradiction(number, True), []))

    def _note_key(self, cells: list[object]) -> None:
        try:
            self.book.keep(self._key_of(cells))
        except RowRefused:
            self.unreadable += 1

    def _reject(self, rejection: Rejection) -> None:
        self.book.note(rejection.row, REJECTED)
        self.rejects.write(rejection)
        self._retyping.note(rejection)
