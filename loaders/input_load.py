"""The load of one input: a file, or the rows of one query."""

from collections.abc import Callable

from graph_service.errors import GraphUnavailable
from loaders.chunk import Chunk
from loaders.drift import Retyping
from loaders.kept_rows import KeptRows
from loaders.mapping import Context, compile_mapping, key_reader, row_prefix
from loaders.merging import Comparing, Merging
from loaders.pipeline import Pipeline
from loaders.readers.row import Row
from loaders.refused import told
from loaders.reject_file import RejectFile
from loaders.rejection import SEALED, Rejection, RowRefused, Sealed
from loaders.row_book import MERGED, REJECTED, UNCHANGED, RowBook, Stand, contradiction
from loaders.setting import Setting
from loaders.settling import Settling
from loaders.statement import MappedRow
from loaders.sweeping import Sweep
from loaders.versions import LAST_VERSION, Versions
from schema import LINK_TYPES


class InputLoad:
    """Runs one load and keeps its counts."""

    def __init__(self, setting: Setting) -> None:
        source, columns = setting.source, setting.opened.columns
        self._setting = setting
        self._chunk = Chunk(setting.survivors)
        self._pending: list[tuple[MappedRow, bool]] = []  # rows whose version has still to be compared
        self._sweep = Sweep(source)
        self._sweeps = setting.ticket.revisits
        self._rejected: list[Rejection] = []
        self._map_row = compile_mapping(source, columns, Context(setting.uid_key, setting.audiences, setting.lookups))
        self._key_of = key_reader(source, columns)
        self._versions = Versions(setting.writer, source.name, setting.uid_key) if source.version else None
        self._settling = Settling(setting.writer, setting.origin, setting.known, setting.audiences, setting.dry_run)
        kind = Comparing if setting.dry_run else Merging
        self._merging = kind(setting.writer, setting.origin, self._settling, setting.at)
        declared = {link.type for link in source.links}
        self._types = sorted(LINK_TYPES if setting.ticket.suspicious else declared)
        self.book = RowBook(setting.earlier)
        self.rejects = RejectFile(setting.rejects, columns, setting.dry_run)
        self._kept = KeptRows(None if setting.dry_run else setting.kept, source, columns)
        self.unreadable = 0  # rows of which not even the key could be read
        self.sealed = 0  # rejected rows of which only a receipt was kept
        self.sealed_keys: set[str] = set()
        self._receipts: list[Sealed] = []
        self._retyping = Retyping(source, setting.opened.file)

    def counts(self) -> dict[str, int]:
        """Return how many rows were read, merged, unchanged and rejected."""
        return self.book.counts()

    def run(self, progress: Callable[[int, int], None]) -> None:
        """Load every row; the ledger tells if that fails, and the caller when all is done."""
        setting = self._setting
        if not setting.dry_run:
            setting.ledger.start(setting.ticket, setting.opened)
        try:
            pipeline = Pipeline(self._merging, setting.audiences, self._finish_chunk)
            with pipeline.running():
                self._read(pipeline, progress)
            self._sweep_out()
        except GraphUnavailable:
            # Nobody can be told: the load stays RUNNING in the ledger, and the same command completes it.
            raise
        except BaseException as error:
            if not setting.dry_run:
                setting.ledger.finish(setting.ticket.uid, "FAILED", {**self.counts(), **told(error)})
            raise
        finally:
            self.rejects.close()
            self._kept.close()

    def _sweep_out(self) -> None:
        if not self._sweeps:
            return
        dry_run = self._setting.dry_run
        for number in self._sweep.loosen(self._setting.writer, dry_run):
            self.book.note(number, MERGED)
        if not dry_run:
            self._setting.releasing.release()

    def _read(self, pipeline: Pipeline, progress: Callable[[int, int], None]) -> None:
        rows = 0
        for rows, item in enumerate(self._setting.opened.rows(), 1):
            self._retyping.rows = rows
            if isinstance(item, Sealed):
                self._seal(item, pipeline)
            elif isinstance(item, Rejection):
                self.unreadable += 1
                self._reject(item)
            else:
                self._take(item, pipeline)
            if self._chunk.rows + len(self._pending) >= self._setting.chunk:
                self._hand_over(pipeline)
                progress(rows, self.counts()["rejected"])
        self._hand_over(pipeline)
        progress(rows, self.counts()["rejected"])

    def _take(self, item: Row, pipeline: Pipeline) -> None:
        number, cells = item
        try:
            row = self._map_row(number, cells)
        except RowRefused as refused:
            self._note_key(cells)
            self._reject(Rejection(number, refused.reason, cells))
            return
        meeting = self.book.meet(row)
        if meeting.stand in (Stand.FIRST, Stand.NEWER, Stand.STRONGER):
            self._kept.add(number, cells)
        if meeting.stand is Stand.FIRST:
            self._add(row, self._setting.ticket.revisits or row.deleted)
        elif meeting.stand in (Stand.SAME, Stand.OLDER):
            self.book.note(number, UNCHANGED)
        elif meeting.stand is Stand.WEAKER:
            self._reject(Rejection(number, contradiction(meeting.other, meeting.here), cells))
        else:
            # The earlier row must be in the graph before this one takes its place there.
            self._hand_over(pipeline)
            self._sweeps = True
            self._add(row, True)
            if meeting.stand is Stand.STRONGER and meeting.here:
                self._reject(Rejection(meeting.other, contradiction(number, True), []))

    def _seal(self, item: Sealed, pipeline: Pipeline) -> None:
        self.sealed += 1
        self._receipts.append(item)
        self.book.note(item.row, REJECTED)
        self.rejects.remember(Rejection(item.row, SEALED, []))
        if not item.key:
            self.unreadable += 1
            return
        self.sealed_keys.add(item.key)
        # What the row said before it was sealed is taken back like that of a deleted one.
        row = MappedRow(item.row, item.key, LAST_VERSION, deleted=True)
        meeting = self.book.meet(row)
        if meeting.stand is Stand.NEWER:
            self._hand_over(pipeline)
        if meeting.stand in (Stand.FIRST, Stand.NEWER):
            self._add(row, True)

    def _note_key(self, cells: list[object]) -> None:
        try:
            self.book.keep(self._key_of(cells))
        except RowRefused:
            self.unreadable += 1

    def _add(self, row: MappedRow, watched: bool) -> None:
        if row.deleted:
            self._sweeps = True
        if watched:
            self._sweep.note(row)
        if self._versions:
            self._pending.append((row, watched))
        else:
            self._chunk.add(row, watched)

    def _hand_over(self, pipeline: Pipeline) -> None:
        if self._versions and self._pending:
            pending, self._pending = self._pending, []
            self._chunk.versions, old = self._versions.told([row for row, _ in pending])
            for row, watched in pending:
                if row.number in old:
                    self._sweep.forget(row)
                    self.book.note(row.number, UNCHANGED)
                else:
                    self._chunk.add(row, watched)
        self._retyping.check()
        self._kept.flush()
        chunk, self._chunk = self._chunk, Chunk(self._setting.survivors)
        pipeline.put(chunk)
        self._keep_rejects()

    def _reject(self, rejection: Rejection) -> None:
        self.book.note(rejection.row, REJECTED)
        self.rejects.write(rejection)
        self._retyping.note(rejection)
        self._rejected.append(rejection)
        if len(self._rejected) >= self._setting.chunk:
            self._retyping.check()
            self._keep_rejects()

    def _keep_rejects(self) -> None:
        setting = self._setting
        kept, self._rejected = self._rejected, []
        receipts, self._receipts = self._receipts, []
        if kept and not setting.dry_run:
            setting.ledger.reject(setting.ticket.uid, kept)
        if receipts and not setting.dry_run:
            setting.ledger.receive(setting.ticket.uid, receipts, setting.uid_key)

    def _finish_chunk(self, chunk: Chunk, changed: set[int]) -> None:
        setting = self._setting
        # Every row that may have been loaded before: one that only says less now has nothing else to show for it.
        rows = chunk.watched
        if rows:
            prefixes = {
                number: row_prefix(setting.source.name, row.key, setting.uid_key) for number, row in rows.items()
            }
            stale = setting.releasing.drop_stale(setting.source.name, prefixes, rows, self._types)
            self._settling.loosened = self._settling.loosened or bool(stale)
            changed |= stale
        if self._settling.loosened and not setting.dry_run:
            self._settling.loosened = False
            setting.releasing.release()
        if chunk.versions:
            changed |= {known.number for known in chunk.versions}
            if self._versions and not setting.dry_run:
                self._versions.keep(chunk.versions)
        for number in chunk.numbers:
            self.book.note(number, MERGED if number in changed else UNCHANGED)
