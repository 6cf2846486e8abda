"""One load: read, map, validate, merge in chunks, count and report."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from graph_service.cypher import query
from graph_service.graph import Writer
from loaders.audiences import Audiences
from loaders.claims import Origin
from loaders.input_load import InputLoad, Setting
from loaders.ledger import Ledger, Ticket, read_sources
from loaders.lookups import read_lookups
from loaders.readers import Opened, open_inputs
from loaders.rejection import Rejection
from loaders.releasing import Releasing
from loaders.settling import Known
from loaders.source import Source

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
    chunk: int = 6_000


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

    def add(self, file: str, done: InputLoad) -> None:
        """Add what came of one input."""
        for name, count in done.counts().items():
            setattr(self, name, getattr(self, name) + count)
        room = SHOWN_REJECTS - len(self.rejects)
        self.rejects += [(file, rejection) for rejection in done.rejects.first[: max(room, 0)]]
        if done.rejects.path is not None:
            self.kept_in.append(done.rejects.path)

    def summary(self) -> dict[str, object]:
        """Return what `--json` prints."""
        return {
            "source": self.source,
            "read": self.read,
            "merged": self.merged,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "seconds": round(self.seconds, 3),
        }


def load_source(source: Source, data: Path, desk: Desk, progress: Progress) -> Outcome:
    """Load every input of a source; a header or encoding that does not fit refuses all of them before the first row."""
    began = time.monotonic()
    inputs = list(open_inputs(source, data))
    ledger = Ledger(desk.writer, source, desk.by)
    if not desk.dry_run:
        ledger.register()
    outcome = Outcome(source.name)
    for opened in inputs:
        done = _load_input(source, opened, desk, ledger, progress)
        outcome.add(opened.file, done)
    outcome.seconds = time.monotonic() - began
    return outcome


def _load_input(source: Source, opened: Opened, desk: Desk, ledger: Ledger, progress: Progress) -> InputLoad:
    ticket = ledger.ticket(opened)
    setting = _setting(source, opened, desk, ledger, ticket)

    def show(rows: int, rejected: int) -> None:
        progress(source.name, rows, rejected)

    if ticket.again and not desk.dry_run:
        # The same file once more: it is compared first, and nothing at all is written if nothing is missing.
        look = InputLoad(replace(setting, dry_run=True))
        look.run(show)
        if not look.counts()["merged"]:
            return look
    if not desk.dry_run:
        setting.releasing.release()
    load = InputLoad(setting)
    load.run(show)
    return load


def _setting(source: Source, opened: Opened, desk: Desk, ledger: Ledger, ticket: Ticket) -> Setting:
    numbers = desk.writer.run_read(query("work/audiences_known").body)[0]
    audiences = Audiences({row["number"]: row["readers"] for row in numbers})
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
        releasing=Releasing(desk.writer, known, audiences),
        lookups=read_lookups(source, desk.writer),
        rejects=desk.home / "rejects" / f"{ticket.uid}.jsonl",
        at=datetime.now(UTC),
        chunk=desk.chunk,
        dry_run=desk.dry_run,
    )
