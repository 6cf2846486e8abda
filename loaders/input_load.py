"""The load of one input: a file, or the rows of one query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from graph_service.errors import GraphServiceError
from graph_service.graph import Writer
from loaders.audiences import Audiences
from loaders.chunk import Chunk
from loaders.claims import Origin
from loaders.ledger import Ledger, Ticket
from loaders.lookups import Lookups
from loaders.mapping import Context, MappedRow, compile_mapping, row_prefix
from loaders.merging import Comparing, Merging
from loaders.pipeline import Pipeline
from loaders.readers import Opened
from loaders.readers.row import Row
from loaders.reject_file import RejectFile
from loaders.rejection import Rejection, RowRefused
from loaders.releasing import Releasing
from loaders.row_book import FIRST, MERGED, REJECTED, SAME, STRONGER, UNCHANGED, RowBook, contradiction
from loaders.settling import Known, Settling
from loaders.source import Source
from schema import LINK_TYPES


@dataclass(frozen=True)
class Setting:
    """Everything that one load needs."""

    source: Source
    opened: Opened
    writer: Writer
    uid_key: bytes
    origin: Origin
    ticket: Ticket
    ledger: Ledger
    audiences: Audiences
    known: Known
    releasing: Releasing
    lookups: Lookups
    rejects: Path
    at: datetime
    chunk: int
    dry_run: bool


class InputLoad:
    """Runs one load and keeps its counts."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._book = RowBook()
        self._chunk = Chunk()
        self._rejected: list[Rejection] = []
        self.rejects = RejectFile(setting.rejects, setting.opened.columns, setting.dry_run)
        context = Context(setting.uid_key, setting.audiences, setting.lookups)
        self._map_row = compile_mapping(setting.source, setting.opened.columns, context)
        settling = Settling(setting.writer, setting.origin, setting.known, setting.audiences, setting.dry_run)
        kind = Comparing if setting.dry_run else Merging
        self._merging = kind(setting.writer, setting.origin, settling, setting.at)
        changed = setting.ticket.suspicious
        declared = {link.type for link in setting.source.links}
        self._types = sorted(LINK_TYPES if changed else declared)

    def counts(self) -> dict[str, int]:
        """Return how many rows were read, merged, unchanged and rejected."""
        return self._book.counts()

    def run(self, progress: Callable[[int, int], None]) -> None:
        """Load every row; the ledger tells how it ended, whatever happens."""
        setting = self._setting
        if not setting.dry_run:
            setting.ledger.start(setting.ticket, setting.opened)
        state = "FAILED"
        try:
            pipeline = Pipeline(self._merging, setting.audiences, self._finish_chunk)
            with pipeline.running():
                self._read(pipeline, progress)
            state = "DONE"
        finally:
            self.rejects.close()
            if not setting.dry_run:
                self._finish(state)

    def _finish(self, state: str) -> None:
        try:
            self._setting.ledger.finish(self._setting.ticket.uid, state, self.counts())
        except GraphServiceError:
            # The graph is gone: the load stays RUNNING in the ledger, and the error that ended it is the one to tell.
            if state == "DONE":
                raise

    def _read(self, pipeline: Pipeline, progress: Callable[[int, int], None]) -> None:
        rows = 0
        for rows, item in enumerate(self._setting.opened.rows(), 1):
            if isinstance(item, Rejection):
                self._reject(item)
            else:
                self._take(item, pipeline)
            if self._chunk.rows >= self._setting.chunk:
                self._hand_over(pipeline)
                progress(rows, self.counts()["rejected"])
        self._hand_over(pipeline)
        progress(rows, self.counts()["rejected"])

    def _take(self, item: Row, pipeline: Pipeline) -> None:
        number, cells = item
        try:
            row = self._map_row(number, cells)
        except RowRefused as refused:
            self._reject(Rejection(number, refused.reason, cells))
            return
        stands, other = self._book.meet(row)
        if stands == FIRST:
            self._add(row, self._setting.ticket.revisits)
        elif stands == SAME:
            self._book.note(number, UNCHANGED)
        elif stands == STRONGER:
            # The earlier row must be in the graph before this one takes its place there.
            self._hand_over(pipeline)
            self._add(row, True)
            self._reject(Rejection(other, contradiction(number), []))
        else:
            self._reject(Rejection(number, contradiction(other), cells))

    def _add(self, row: MappedRow, watched: bool) -> None:
        self._chunk.add(row, watched)

    def _hand_over(self, pipeline: Pipeline) -> None:
        chunk, self._chunk = self._chunk, Chunk()
        pipeline.put(chunk)
        self._keep_rejects()

    def _reject(self, rejection: Rejection) -> None:
        self._book.note(rejection.row, REJECTED)
        self.rejects.write(rejection)
        self._rejected.append(rejection)
        if len(self._rejected) >= self._setting.chunk:
            self._keep_rejects()

    def _keep_rejects(self) -> None:
        kept, self._rejected = self._rejected, []
        if kept and not self._setting.dry_run:
            self._setting.ledger.reject(self._setting.ticket.uid, kept)

    def _finish_chunk(self, chunk: Chunk, changed: set[int]) -> None:
        setting = self._setting
        rows = {number: row for number, row in chunk.watched.items() if number in changed or setting.ticket.suspicious}
        if rows and not setting.dry_run:
            prefixes = {
                number: row_prefix(setting.source.name, row.key, setting.uid_key) for number, row in rows.items()
            }
            changed |= setting.releasing.drop_stale(setting.source.name, prefixes, rows, self._types)
        for number in chunk.numbers:
            self._book.note(number, MERGED if number in changed else UNCHANGED)
