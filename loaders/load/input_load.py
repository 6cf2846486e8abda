"""The load of one input: a file, or the rows of one query."""

from graph_service.cypher.in_use import in_use
from graph_service.errors import GraphUnavailable
from loaders.ledger.kept_rows import KeptRows
from loaders.ledger.refused import told
from loaders.load.row_intake import Progress, RowIntake
from loaders.load.setting import Setting
from loaders.mapping.row_book import MERGED, UNCHANGED, Meeting
from loaders.mapping.row_mapping import row_prefix
from loaders.mapping.statement import MappedRow
from loaders.mapping.versions import Versions
from loaders.merging.chunk import Chunk
from loaders.merging.merge import Comparing, Merging
from loaders.merging.pipeline import Pipeline
from loaders.merging.settling import Settling
from loaders.merging.sweeping import Sweep
from loaders.rejection import Rejection, Sealed
from schema import LINK_TYPES


class InputLoad(RowIntake):
    """Runs one load and keeps its counts."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        source = setting.source
        self._setting = setting
        self._met: set[int] = set()
        self._chunk = Chunk(setting.survivors, self._met)
        self._pending: list[tuple[MappedRow, bool]] = []  # rows whose version has still to be compared
        self._sweep = Sweep(source)
        self._sweeps = setting.ticket.revisits
        self._rejected: list[Rejection] = []
        self._receipts: list[Sealed] = []
        self._versions = Versions(setting.writer, source.name, setting.uid_key) if source.version else None
        self._settling = Settling(setting.writer, setting.origin, setting.known, setting.audiences, setting.dry_run)
        kind = Comparing if setting.dry_run else Merging
        self._merging = kind(setting.writer, setting.origin, self._settling, setting.at, setting.fresh)
        left = in_use(setting.writer, LINK_TYPES) if setting.ticket.suspicious else []
        self._types = sorted({*left, *(link.type for link in source.links)})
        self._kept = KeptRows(None if setting.dry_run else setting.kept, source, setting.opened.columns)
        self._pipeline = Pipeline(self._merging, setting.audiences, self._finish_chunk)

    def run(self, progress: Progress) -> None:
        """Load every row; the ledger tells if that fails, and the caller when all is done."""
        setting = self._setting
        if not setting.dry_run:
            setting.ledger.start(setting.ticket, setting.opened)
        try:
            with self._pipeline.running():
                self._read(progress)
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

    def _add(self, row: MappedRow) -> None:
        self._put(row, self._setting.ticket.revisits or row.deleted)

    def _replace(self, row: MappedRow, meeting: Meeting) -> None:
        # The earlier row must be in the graph before this one takes its place there.
        self._pass_on()
        self._sweeps = True
        self._put(row, True)

    def _put(self, row: MappedRow, watched: bool) -> None:
        if row.deleted:
            self._sweeps = True
        if watched:
            self._sweep.note(row)
        if self._versions:
            self._pending.append((row, watched))
        else:
            self._chunk.add(row, watched)

    def _waiting(self) -> int:
        return self._chunk.rows + len(self._pending)

    def _hand_over(self) -> None:
        if self._versions and self._pending:
            pending, self._pending = self._pending, []
            self._chunk.versions, old = self._versions.told([row for row, _ in pending])
            for row, watched in pending:
                if row.number in old:
                    self._sweep.forget(row)
                    self.book.note(row.number, UNCHANGED)
                else:
                    self._chunk.add(row, watched)
        self._kept.flush()
        chunk, self._chunk = self._chunk, Chunk(self._setting.survivors, self._met)
        self._pipeline.put(chunk)
        self._keep_rejects()

    def _receive(self, sealed: Sealed) -> None:
        self._receipts.append(sealed)

    def _reject(self, rejection: Rejection) -> None:
        super()._reject(rejection)
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
        chunk.note_met()
        if self._settling.loosened and not setting.dry_run:
            self._settling.loosened = False
            setting.releasing.release()
            self._met.clear()  # a node that nothing supports any more has gone
        if chunk.versions:
            changed |= {known.number for known in chunk.versions}
            if self._versions and not setting.dry_run:
                self._versions.keep(chunk.versions)
        for number in chunk.numbers:
            self.book.note(number, MERGED if number in changed else UNCHANGED)
