"""A run of `leadlink load`: the graph is reached, brought to its schema and leased, then each source is loaded."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from graph_service import embedded
from graph_service.graph import Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.progress import Silent, Steps
from graph_service.settings import Settings
from loaders.lease import Lease
from loaders.load import Desk, Outcome, load_source
from loaders.ordering import ordered
from loaders.source import Source
from loaders.source_file import read_source
from loaders.syncing import sync_source


class Audience(Protocol):
    """Who watches a load."""

    @property
    def steps(self) -> Steps:
        """Hear what happens before the first row."""

    def advance(self, source: str, rows: int, rejected: int) -> None:
        """Hear how far a source is."""

    def finished(self, outcome: Outcome) -> None:
        """Hear what came of a source."""


def load_all(paths: list[Path], data: Path, settings: Settings, dry_run: bool, watching: Audience) -> list[Outcome]:
    """Load the declared sources in their order, and return what came of each."""

    def load(source: Source, desk: Desk) -> Outcome:
        return load_source(source, data, desk, watching.advance)

    return _each(paths, settings, dry_run, watching, load)


def sync_all(
    paths: list[Path], data: Path, settings: Settings, how: tuple[bool, bool], watching: Audience
) -> list[Outcome]:
    """Load full listings of the sources in their order and take back what is gone; `how`: dry run, even most."""
    dry_run, even_most = how

    def sync(source: Source, desk: Desk) -> Outcome:
        return sync_source(source, data, desk, watching.advance, even_most)

    return _each(paths, settings, dry_run, watching, sync)


def _each(
    paths: list[Path],
    settings: Settings,
    dry_run: bool,
    watching: Audience,
    load: Callable[[Source, Desk], Outcome],
) -> list[Outcome]:
    sources = ordered([read_source(path) for path in paths])
    outcomes: list[Outcome] = []
    with desk_of(settings, dry_run, watching.steps) as desk:
        for source in sources:
            outcomes.append(load(source, desk))
            watching.finished(outcomes[-1])
    return outcomes


@contextmanager
def desk_of(settings: Settings, dry_run: bool = False, steps: Steps | None = None) -> Iterator[Desk]:
    """Yield what loads are made with, while this process is the only one that loads."""
    uid_key = settings.read_uid_key()
    with embedded.ensure(settings, steps or Silent()) as running, Writer(running, settings.neo4j_database) as writer:
        migrate(writer, fingerprint_of(uid_key))
        with Lease(writer):
            yield Desk(writer, uid_key, settings.home, getpass.getuser(), dry_run, operator=settings.operator_names)
