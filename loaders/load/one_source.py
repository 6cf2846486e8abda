"""One load: read, map, validate, merge in chunks, count and report."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from graph_service.errors import BadInput
from graph_service.graph import Writer
from graph_service.identity.merges import survivors
from loaders.declare.parts import SourceMapping, SourceReading
from loaders.declare.source import Source
from loaders.ledger.kept_out import forget_sealed
from loaders.ledger.kept_rows import drop_kept, path_of
from loaders.ledger.receipts import Ledger, read_sources
from loaders.ledger.refused import file_of, ledger_properties
from loaders.load.contest import find_winners
from loaders.load.environment import LoadEnvironment
from loaders.load.input_load import InputLoad
from loaders.load.load_context import LoadContext, SourceRun
from loaders.load.mending import bind, mend, read_audiences
from loaders.load.row_intake import RowProgress
from loaders.load.source_entry import entry_of
from loaders.mapping.claims import Origin
from loaders.mapping.link_mapping import tie_keys
from loaders.mapping.lookups import read_lookups
from loaders.mapping.row_book import RowBook, Winners
from loaders.merging.fresh import Fresh
from loaders.merging.parting import read_disputes
from loaders.merging.releasing import Releasing
from loaders.merging.settling import KnownSources
from loaders.readers import Opened
from loaders.readers.tables import open_whole
from loaders.rejection import Rejection

Progress = Callable[[str, int, int], None]  # source, rows read so far, rows rejected so far

SHOWN_REJECTS = 20


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
    unused: list[str] = field(default_factory=list)  # columns that the declaration does not know
    silent: int = 0  # rows that were taken and state nothing
    drift: list[tuple[str, str]] = field(default_factory=list)  # what differs and passes by the contract, by file
    sealed: int = 0  # rejected rows of which only a receipt was kept
    book: RowBook | None = None  # of the last input

    def add(self, file: str, done: InputLoad) -> None:
        """Add what came of one input."""
        for name, count in done.counts().items():
            setattr(self, name, getattr(self, name) + count)
        self.unreadable += done.unreadable
        self.sealed += done.sealed
        self.silent += done.silent
        self.book = done.book
        room = SHOWN_REJECTS - len(self.rejects)
        self.rejects += [(file, rejection) for rejection in done.rejects.first[: max(room, 0)]]
        if done.rejects.path is not None:
            self.kept_in.append(done.rejects.path)

    def join(self, other: "Outcome") -> None:
        """Add what came of further inputs of the source."""
        for name in ("read", "merged", "unchanged", "rejected", "unreadable", "sealed", "silent"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.rejects = [*self.rejects, *other.rejects][:SHOWN_REJECTS]
        self.kept_in += other.kept_in
        self.loads += other.loads

    def fate(self, number: int) -> int:
        """Return what became of a row of the last input."""
        return self.book.fate(number) if self.book else 0

    def summary(self) -> dict[str, object]:
        """Return what `--json` prints."""
        ledger_properties: dict[str, object] = {
            "source": self.source,
            "read": self.read,
            "merged": self.merged,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "seconds": round(self.seconds, 3),
        }
        for name in ("sealed", "silent", "unused"):
            if said := getattr(self, name):
                ledger_properties[name] = said
        if self.drift:
            ledger_properties["drift"] = [f"{file}: {each}" for file, each in self.drift]
        return ledger_properties if self.removed is None else {**ledger_properties, "removed": self.removed}


def load_source(source: Source, data: Path, environment: LoadEnvironment, progress: Progress) -> Outcome:
    """Load every input of a source; a header or encoding that does not fit refuses all of them before the first row."""
    return load_inputs(source, open_all(source, data, environment), environment, progress)[0]


def open_all(source: Source, data: Path, environment: LoadEnvironment) -> list[Opened]:
    """Return every input of a source, opened; what is refused is written down, without its content."""
    with refusals_written(source, data, environment):
        return open_whole(SourceReading.of(source), data, environment.operator)


@contextmanager
def refusals_written(source: Source, data: Path, environment: LoadEnvironment) -> Iterator[None]:
    """Write down, without its content, an input that is refused while it is opened in the block."""
    try:
        yield
    except BadInput as error:
        if not environment.dry_run:
            ledger = Ledger(environment.writer, entry_of(source), environment.by)
            ledger.refuse(file_of(error, data), ledger_properties(error))
        raise


def load_inputs(
    source: Source, inputs: list[Opened], environment: LoadEnvironment, progress: Progress
) -> tuple[Outcome, "set[int]"]:
    """Load inputs that fit; return what came of them, and the hashes of the keys of all rows that they hold."""
    began = time.monotonic()
    ledger = Ledger(environment.writer, entry_of(source), environment.by)
    run = SourceRun(source, ledger, _fresh(source, ledger, environment.writer))
    if not environment.dry_run:
        ledger.register()
        mend(environment.writer, environment.uid_key)
    outcome = Outcome(source.name)
    kept: set[int] = set()

    def contest() -> Winners:
        if run.winners is None:
            run.winners = find_winners([load_context_of(run, each, environment) for each in inputs])
        return run.winners

    for number, opened in enumerate(inputs):
        load_context = load_context_of(run, opened, environment, number)
        done = load_input(load_context, progress, contest)
        outcome.add(opened.file, done)
        outcome.loads.append(load_context.load_plan.uid)
        if not environment.dry_run:
            drop_kept(environment.home, ledger.beyond(opened.file, environment.kept_loads))
            if done.sealed_keys:
                loads = [load_context.load_plan.uid, *ledger.loads()]
                forget_sealed(environment.home, source.key, loads, done.sealed_keys)
        outcome.unused += [name for name in opened.passed_over if name not in outcome.unused]
        outcome.drift += [(opened.file, each) for each in (*opened.drift, *opened.notes)]
        run.earlier |= done.book.seen
        kept |= done.book.kept
    outcome.seconds = time.monotonic() - began
    return outcome, kept | run.earlier.keys()


def load_input(load_context: LoadContext, progress: Progress, contest: Callable[[], Winners] = Winners) -> InputLoad:
    """Load one input, unless nothing of it is missing; which of contested rows stand is asked before they are taken again."""

    def show(rows: int, rejected: int) -> None:
        progress(load_context.source.name, rows, rejected)

    plan = load_context.load_plan
    if plan.suspicious:
        load_context = _knowing(load_context, contest)
    if plan.again:
        # The same file once more: it is compared first, and nothing at all is written if nothing is missing.
        look = _look(load_context, show)
        if look.counts()["merged"] and contest().rows:
            load_context = _knowing(load_context, contest)
            look = _look(load_context, show)
        due = look.counts()["merged"] or look.reporters.lacking or load_context.ledger.is_moved(load_context.opened)
        if load_context.dry_run or not due:
            return look
    load = InputLoad(load_context)
    load.run(show)
    if not load_context.dry_run:
        bind(load_context.writer, load_context.uid_key, [plan.uid])
        load_context.ledger.finish(plan.uid, "DONE", load.counts(), load_context.opened.mark())
    return load


def _look(load_context: LoadContext, show: RowProgress) -> InputLoad:
    look = InputLoad(load_context.looking())
    look.run(show)
    return look


def _knowing(load_context: LoadContext, contest: Callable[[], Winners]) -> LoadContext:
    return replace(load_context, winners=replace(load_context.winners, rows=contest().rows))


def _fresh(source: Source, ledger: Ledger, writer: Writer) -> Fresh:
    mapping = SourceMapping.of(source)
    return Fresh.of(mapping.labels(), tie_keys(mapping), writer) if ledger.is_first else Fresh.nothing(writer)


def load_context_of(run: SourceRun, opened: Opened, environment: LoadEnvironment, number: int = 0) -> LoadContext:
    """Return what the load of one input needs, the first having the number 0."""
    source = run.source
    load_plan = run.ledger.load_plan(opened)
    audiences = read_audiences(environment.writer)
    known = KnownSources.of(read_sources(environment.writer))
    return LoadContext(
        source=source,
        opened=opened,
        writer=environment.writer,
        uid_key=environment.uid_key,
        origin=Origin(source.name, source.rank, load_plan.uid),
        load_plan=load_plan,
        ledger=run.ledger,
        audiences=audiences,
        known=known,
        releasing=Releasing(environment.writer, known, audiences, environment.uid_key, environment.dry_run),
        lookups=read_lookups(source.links, environment.writer),
        disputes=read_disputes(environment.writer, environment.uid_key),
        survivors=survivors(environment.writer),
        earlier=run.earlier,
        winners=Winners(run.winners.rows if run.winners else {}, number),
        fresh=run.fresh,
        vault=environment.vault,
        rejects=environment.home / "rejects" / f"{load_plan.uid}.jsonl",
        kept=path_of(environment.home, load_plan.uid) if environment.kept_loads else None,
        at=datetime.now(UTC),
        chunk=environment.chunk,
        dry_run=environment.dry_run,
    )
