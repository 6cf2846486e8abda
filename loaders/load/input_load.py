"""The load of one input: a file, or the rows of one query."""

from graph_service.cypher.in_use import in_use
from graph_service.errors import GraphUnavailable
from loaders.declare.parts import SourceMapping
from loaders.ledger.kept_rows import KeptDeclaration, KeptRows
from loaders.ledger.refused import ledger_properties
from loaders.load.load_context import LoadContext
from loaders.load.row_intake import RowIntake, RowProgress
from loaders.mapping.disputes import elsewhere
from loaders.mapping.row_book import MERGED, UNCHANGED, KeyRepeat
from loaders.mapping.row_mapping import row_prefix
from loaders.mapping.statement import MappedRow
from loaders.mapping.versions import Versions
from loaders.merging.chunk import Chunk
from loaders.merging.merge import Comparer, Merger
from loaders.merging.pipeline import Pipeline
from loaders.merging.settling import Settling
from loaders.merging.sweeping import RowSweep
from loaders.rejection import Rejection, Sealed
from schema import RELATIONSHIP_TYPES


class InputLoad(RowIntake):
    """Runs one load and keeps its counts."""

    def __init__(self, load_context: LoadContext) -> None:
        super().__init__(load_context)
        source = load_context.source
        self._load_context = load_context
        self._met: set[int] = set()
        self._chunk = Chunk(load_context.survivors, self._met)
        self._pending: list[tuple[MappedRow, bool]] = []  # rows whose version has still to be compared
        self._sweep = RowSweep(SourceMapping.of(source), load_context.disputes)
        self._sweeps = load_context.load_plan.revisits
        self._rejected: list[Rejection] = []
        self._receipts: list[Sealed] = []
        self._versions = Versions(load_context.writer, source.name, load_context.uid_key) if source.version else None
        self._settling = Settling(
            load_context.writer, load_context.origin, load_context.known, load_context.audiences, load_context.dry_run
        )
        kind = Comparer if load_context.dry_run else Merger
        self._merging = kind(
            load_context.writer, load_context.origin, self._settling, load_context.at, load_context.fresh
        )
        left = in_use(load_context.writer, RELATIONSHIP_TYPES) if load_context.load_plan.suspicious else []
        self._types = sorted({*left, *(link.type for link in source.links)})
        self._kept = KeptRows(
            None if load_context.dry_run else load_context.kept,
            load_context.opened.columns,
            KeptDeclaration.of(source),
        )
        self._pipeline = Pipeline(self._merging, load_context.audiences, self._finish_chunk)

    def run(self, progress: RowProgress) -> None:
        """Load every row; the ledger tells if that fails, and the caller when all is done."""
        load_context = self._load_context
        if not load_context.dry_run:
            load_context.ledger.start(load_context.load_plan, load_context.opened)
        try:
            with self._pipeline.running():
                self._read(progress)
            self._sweep_out()
        except GraphUnavailable:
            # Nobody can be told: the load stays RUNNING in the ledger, and the same command completes it.
            raise
        except BaseException as error:
            if not load_context.dry_run:
                load_context.ledger.finish(
                    load_context.load_plan.uid, "FAILED", {**self.counts(), **ledger_properties(error)}
                )
            raise
        finally:
            self.rejects.close()
            self._kept.close()

    def _sweep_out(self) -> None:
        if not self._sweeps:
            return
        dry_run = self._load_context.dry_run
        for number in self._sweep.loosen(self._load_context.writer, dry_run):
            self.book.note(number, MERGED)
        if not dry_run:
            self._load_context.releasing.release()

    def _add(self, row: MappedRow) -> None:
        self._put(row, self._load_context.load_plan.revisits or row.deleted)

    def _replace(self, row: MappedRow, meeting: KeyRepeat) -> None:
        # The earlier row must be in the graph before this one takes its place there.
        self._pass_on()
        self._sweeps = True
        self._put(row, True)

    def _put(self, row: MappedRow, watched: bool) -> None:
        if row.deleted:
            self._sweeps = True
        if watched:
            for label, statement in row.nodes:
                statement.elsewhere = elsewhere(label, statement.values, self._load_context.uid_key)
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
        chunk, self._chunk = self._chunk, Chunk(self._load_context.survivors, self._met)
        self._pipeline.put(chunk)
        self._keep_rejects()

    def _receive(self, sealed: Sealed) -> None:
        self._receipts.append(sealed)

    def _reject(self, rejection: Rejection) -> None:
        super()._reject(rejection)
        self._rejected.append(rejection)
        if len(self._rejected) >= self._load_context.chunk:
            self._retyping.check()
            self._keep_rejects()

    def _keep_rejects(self) -> None:
        load_context = self._load_context
        kept, self._rejected = self._rejected, []
        receipts, self._receipts = self._receipts, []
        if kept and not load_context.dry_run:
            load_context.ledger.reject(load_context.load_plan.uid, kept)
        if receipts and not load_context.dry_run:
            load_context.ledger.receive(load_context.load_plan.uid, receipts, load_context.uid_key)

    def _finish_chunk(self, chunk: Chunk, changed: set[int]) -> None:
        load_context = self._load_context
        # Every row that may have been loaded before: one that only says less now has nothing else to show for it.
        rows = chunk.watched
        if rows:
            prefixes = {
                number: row_prefix(load_context.source.name, row.key, load_context.uid_key)
                for number, row in rows.items()
            }
            stale = load_context.releasing.drop_stale(load_context.source.name, prefixes, rows, self._types)
            self._settling.loosened = self._settling.loosened or bool(stale)
            changed |= stale
        chunk.note_met()
        if self._settling.loosened and not load_context.dry_run:
            self._settling.loosened = False
            load_context.releasing.release()
            load_context.meet_survivors()
            self._met.clear()  # a node that nothing supports any more has gone
        if chunk.versions:
            changed |= {known.number for known in chunk.versions}
            if self._versions and not load_context.dry_run:
                self._versions.keep(chunk.versions)
        for number in chunk.numbers:
            self.book.note(number, MERGED if number in changed else UNCHANGED)
