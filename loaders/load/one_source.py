"""One load: read, map, validate, merge in chunks, count and report."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from graph_service.cypher.files import query
from graph_service.errors import BadInput
from graph_service.graph import Writer
from graph_service.identity.merges import survivors
from graph_service.rights.audiences import Audiences
from loaders.declare.source import Source
from loaders.ledger.kept_out import forget_sealed
from loaders.ledger.kept_rows import drop_kept, path_of
from loaders.ledger.receipts import Ledger, read_sources
from loaders.ledger.refused import file_of, told
from loaders.load.input_load import InputLoad
from loaders.load.setting import Setting
from loaders.mapping.claims import Origin
from loaders.mapping.lookups import read_lookups
from loaders.mapping.row_book import RowBook
from loaders.merging.binding import Binding
from loaders.merging.releasing import Releasing
from loaders.merging.settling import Known
from loaders.readers import Opened
from loaders.readers.tables import open_whole
from loaders.rejection import Rejection

Progress = Callable[[str, int, int], None]  # source, rows read so far, rows rejected so far

SHOWN_REJECTS = 20


@dataclass(frozen=True)
class Desk:
    """What loads are made with: the graph, the key of the uids, where rejected rows are kept, who asks."""

    writer: Writer
    uid_key: bytes
    home: Path
    by: str
    dry_run: bool = False
    chunk: int = 30_000  # rows between two waits for both sessions; each row on its way takes some kilobytes
    operator: tuple[str, ...] = ()  # names and numbers of the person who loads
    kept_loads: int = 20  # how many loads of a file can be rolled back


@dataclass
class Outcome:
    """What came of the load of one source."""

    source: str
    read: int = 0
    merged: int = 0
    unchanged: int = 0
    rejected: int = 0
    seconds: float = 0.0
    rejects: list[tuple[str, Rejection]] = field(default_factory=list)  # the first ones, each with its file
    kept_in: list[Path] = field(default_factory=list)  # files of the rejected rows
    unreadable: int = 0  # rejected rows of which not even the key is known
    removed: int | None = None  # rows taken back by a full listing, if this was one
    loads: list[str] = field(default_factory=list)  # uids of the loads, one per input
    passed_over: list[str] = field(default_factory=list)  # columns that the declaration does not know
    drift: list[tuple[str, str]] = field(default_factory=list)  # what differs and passes by the contract, by file
    sealed: int = 0  # rejected rows of which only a receipt was kept
    book: RowBook | None = None  # of the last input

    def add(self, file: str, done: InputLoad) -> None:
        """Add what came of one input."""
        for name, count in done.counts().items():
            setattr(self, name, getattr(self, name) + count)
        self.unreadable += done.unreadable
        self.sealed += done.sealed
        self.book = done.book
        room = SHOWN_REJECTS - len(self.rejects)
        self.rejects += [(file, rejection) for rejection in done.rejects.first[: max(room, 0)]]
        if done.rejects.path is not None:
            self.kept_in.append(done.rejects.path)

    def join(self, other: "Outcome") -> None:
        """Add what came of further inputs of the source."""
        for name in ("read", "merged", "unchanged", "rejected", "unreadable", "sealed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.rejects = [*self.rejects, *other.rejects][:SHOWN_REJECTS]
        self.kept_in += other.kept_in
        self.loads += other.loads

    def fate(self, number: int) -> int:
        """Return what became of a row of the last input."""
        return self.book.fate(number) if self.book else 0

    def summary(self) -> dict[str, object]:
        """Return what `--json` prints."""
        told: dict[str, object] = {
            "source": self.source,
            "read": self.read,
            "merged": self.merged,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "seconds": round(self.seconds, 3),
        }
        if self.sealed:
            told["sealed"] = self.sealed
        if self.drift:
            told["drift"] = [f"{file}: {each}" for file, each in self.drift]
        return told if self.removed is None else {**told, "removed": self.removed}


def load_source(source: Source, data: Path, desk: Desk, progress: Progress) -> Outcome:
    """Load every input of a source; a header or encoding that does not fit refuses all of them before the first row."""
    return load_inputs(source, open_all(source, data, desk), desk, progress)[0]


def open_all(source: Source, data: Path, desk: Desk) -> list[Opened]:
    """Return every input of a source, opened; what is refused is written down, without its content."""
    with refusals_written(source, data, desk):
        return open_whole(source, data, desk.operator)


@contextmanager
def refusals_written(source: Source, data: Path, desk: Desk) -> Iterator[None]:
    """Write down, without its content, an input that is refused while it is opened in the block."""
    try:
        yield
    except BadInput as error:
        if not desk.dry_run:
            Ledger(desk.writer, source, desk.by).refuse(file_of(error, data), told(error))
        raise


def load_inputs(source: Source, inputs: list[Opened], desk: Desk, progress: Progress) -> tuple[Outcome, "set[int]"]:
    """Load inputs that fit; return what came of them, and the hashes of the keys of all rows that they hold."""
    began = time.monotonic()
    ledger = Ledger(desk.writer, source, desk.by)
    if not desk.dry_run:
        ledger.register()
        mend(desk)
    outcome = Outcome(source.name)
    earlier: dict[int, int] = {}
    kept: set[int] = set()
    for opened in inputs:
        setting = setting_of(source, opened, desk, ledger, earlier)
        done = load_input(setting, progress)
        outcome.add(opened.file, done)
        outcome.loads.append(setting.ticket.uid)
        if not desk.dry_run:
            drop_kept(desk.home, ledger.beyond(opened.file, desk.kept_loads))
            if done.sealed_keys:
                forget_sealed(desk.home, source, [setting.ticket.uid, *ledger.loads()], done.sealed_keys)
        outcome.passed_over += [name for name in opened.passed_over(source) if name not in outcome.passed_over]
        outcome.drift += [(opened.file, each) for each in (*opened.drift, *opened.notes)]
        earlier |= done.book.seen
        kept |= done.book.kept
    outcome.seconds = time.monotonic() - began
    return outcome, kept | earlier.keys()


def load_input(setting: Setting, progress: Progress) -> InputLoad:
    """Load one input, unless it is one that was loaded before and nothing of it is missing."""

    def show(rows: int, rejected: int) -> None:
        progress(setting.source.name, rows, rejected)

    if setting.ticket.again and not setting.dry_run:
        # The same file once more: it is compared first, and nothing at all is written if nothing is missing.
        look = InputLoad(setting.looking())
        look.run(show)
        if not look.counts()["merged"] and not setting.ledger.is_moved(setting.opened):
            return look
    load = InputLoad(setting)
    load.run(show)
    if not setting.dry_run:
        bind(setting.writer, setting.uid_key, [setting.ticket.uid])
        setting.ledger.finish(setting.ticket.uid, "DONE", load.counts(), setting.opened.mark())
    return load


def bind(writer: Writer, uid_key: bytes, loads: list[str]) -> None:
    """Bind what refers by name or foreign key to what is known after these loads."""
    audiences, sources = read_audiences(writer), read_sources(writer)
    if Binding(writer, uid_key, loads, audiences).bind(sources.values()):
        Releasing(writer, Known.of(sources), audiences).release()


def mend(desk: Desk) -> None:
    """Finish what a run that was killed has left: nodes to be released, names to be bound."""
    left = desk.writer.run_read(query("loading/loads_open").body)[0][0]
    if left["nodes"]:
        Releasing(desk.writer, Known.of(read_sources(desk.writer)), read_audiences(desk.writer)).release()
    if left["loads"]:
        bind(desk.writer, desk.uid_key, left["loads"])


def setting_of(source: Source, opened: Opened, desk: Desk, ledger: Ledger, earlier: dict[int, int]) -> Setting:
    """Return what the load of one input needs."""
    ticket = ledger.ticket(opened)
    audiences = read_audiences(desk.writer)
    known = Known.of(read_sources(desk.writer))
    return Setting(
        source=source,
        opened=opened,
        writer=desk.writer,
        uid_key=desk.uid_key,
        origin=Origin(source.name, source.rank, ticket.uid),
        ticket=ticket,
        ledger=ledger,
        audiences=audiences,
        known=known,
        releasing=Releasing(desk.writer, known, audiences, desk.dry_run),
        lookups=read_lookups(source, desk.writer),
        survivors=survivors(desk.writer),
        earlier=earlier,
        fresh=ledger.fresh,
        rejects=desk.home / "rejects" / f"{ticket.uid}.jsonl",
        kept=path_of(desk.home, ticket.uid) if desk.kept_loads else None,
        at=datetime.now(UTC),
        chunk=desk.chunk,
        dry_run=desk.dry_run,
    )


def read_audiences(writer: Writer) -> Audiences:
    """Return the audiences that the graph knows."""
    found = writer.run_read(query("rights/audiences_known").body)[0]
    return Audiences({row["number"]: row["readers"] for row in found})
