"""A run of `leadlink load`: the graph is reached, brought to its schema and leased, then each source is loaded."""

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from graph_service import embedded
from graph_service.cypher.files import query
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.progress import Silent, Steps
from graph_service.rights.roles import read_roles
from graph_service.search.keeping import keep_search_keys, keys_are_due
from graph_service.settings import Settings
from graph_service.user import user_name
from graph_service.vault.keys import VaultPlace
from loaders.declare.ordering import ordered
from loaders.declare.parts import SourceSchedule
from loaders.declare.source import Source
from loaders.declare.source_file import read_sources
from loaders.ledger.lease import Lease
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import Outcome, load_source
from loaders.sync.source_state import is_due, recorded
from loaders.sync.syncing import SyncOptions, sync_source

_LINKS, _KEYS = "(links)", "(search keys)"  # no source can be called so
_PATIENCE = 3_600.0  # a scheduled source waits this long for another load to end


class LoadWatcher(Protocol):
    """Who watches a load."""

    @property
    def steps(self) -> Steps:
        """Hear what happens before the first row."""

    def advance(self, source: str, rows: int, rejected: int) -> None:
        """Hear how far a source is."""

    def finished(self, outcome: Outcome) -> None:
        """Hear what came of a source."""


class Unwatched:
    """Shows nothing: for programs that load as one step of their own."""

    steps: Steps = Silent()

    def advance(self, source: str, rows: int, rejected: int) -> None:
        """Show nothing."""

    def finished(self, outcome: Outcome) -> None:
        """Show nothing."""


def load_all(paths: list[Path], data: Path, settings: Settings, dry_run: bool, watching: LoadWatcher) -> list[Outcome]:
    """Load the declared sources in their order, and return what came of each."""

    def load(source: Source, environment: LoadEnvironment) -> Outcome:
        return load_source(source, data, environment, watching.advance)

    return _each(paths, settings, dry_run, watching, load)


def sync_all(
    paths: list[Path], data: Path, settings: Settings, options: SyncOptions, watching: LoadWatcher
) -> list[Outcome]:
    """Bring the sources up to date in their order, and take back what is gone."""

    def sync(source: Source, environment: LoadEnvironment) -> Outcome:
        return sync_source(source, data, environment, watching.advance, options)

    if options.due:
        return _each_due(paths, settings, watching, sync)
    return _each(paths, settings, options.dry_run, watching, sync)


def _each(
    paths: list[Path],
    settings: Settings,
    dry_run: bool,
    watching: LoadWatcher,
    load: Callable[[Source, LoadEnvironment], Outcome],
) -> list[Outcome]:
    sources = ordered(read_sources(paths))
    outcomes: list[Outcome] = []
    with leased_environment(settings, dry_run, watching.steps) as environment, _garbage_spared():
        for source in sources:
            with Lease(environment.writer, source=source.name):
                outcomes.append(recorded(SourceSchedule.of(source), environment, partial(load, source)))
            watching.finished(outcomes[-1])
    return outcomes


@contextmanager
def _garbage_spared() -> Iterator[None]:
    """Have the collector look rarely: what rows become is freed by reference counting alone."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _each_due(
    paths: list[Path], settings: Settings, watching: LoadWatcher, sync: Callable[[Source, LoadEnvironment], Outcome]
) -> list[Outcome]:
    """Run the sources whose time has come and that nobody else runs; wait while something else is loaded."""
    outcomes: list[Outcome] = []
    with open_environment(settings, False, watching.steps) as environment:
        for source in ordered(read_sources(paths)):
            with ExitStack() as stack:
                try:
                    stack.enter_context(Lease(environment.writer, source=source.name))
                except Conflict:
                    continue
                if not is_due(environment.writer, SourceSchedule.of(source)):
                    continue
                stack.enter_context(Lease(environment.writer, wait_seconds=_PATIENCE))
                outcomes.append(recorded(SourceSchedule.of(source), environment, partial(sync, source)))
                keep_search_keys(environment.writer)
            watching.finished(outcomes[-1])
    return outcomes


@contextmanager
def leased_environment(
    settings: Settings, dry_run: bool = False, steps: Steps | None = None
) -> Iterator[LoadEnvironment]:
    """Yield what loads are made with, while this process is the only one that loads."""
    with open_environment(settings, dry_run, steps) as environment, Lease(environment.writer):
        yield environment
        if not dry_run:
            heard = steps or Silent()
            keep_search_keys(environment.writer, lambda done: heard.say(f"Search: {done:,} nodes have new keys"))


@contextmanager
def leased_keys(settings: Settings) -> Iterator[LoadEnvironment | None]:
    """Yield what search keys are given with; nothing if none is due or others see to it."""
    with open_environment(settings, False) as environment, ExitStack() as stack:
        try:
            stack.enter_context(Lease(environment.writer, source=_KEYS))
        except Conflict:
            yield None
            return
        yield environment if keys_are_due(environment.writer) else None


@contextmanager
def leased_where_due(settings: Settings) -> Iterator[LoadEnvironment | None]:
    """Yield what links are proposed with, texts read again where they have to be; nothing if no link is due or others see to it."""
    with open_environment(settings, False) as environment, ExitStack() as stack:
        try:
            stack.enter_context(Lease(environment.writer, source=_LINKS))
        except Conflict:
            yield None
            return
        stack.enter_context(Lease(environment.writer, wait_seconds=_PATIENCE))
        found = environment.writer.run_read(query("links/due").body)[0][0]
        if found["due"] and found["texts"]:
            from graph_service.mentions.keeping import keep_mentions  # no load needs it, and it takes long to load

            keep_mentions(environment.writer, environment.uid_key, read_roles(settings.roles_file), lambda _: None)
        yield environment if found["due"] else None


@contextmanager
def open_environment(
    settings: Settings, dry_run: bool = False, steps: Steps | None = None
) -> Iterator[LoadEnvironment]:
    """Yield what loads are made with, at a graph whose schema is the present one; others may load beside it."""
    uid_key = settings.read_uid_key()
    with embedded.ensure(settings, steps or Silent()) as running, Writer(running, settings.neo4j_database) as writer:
        migrate(writer, fingerprint_of(uid_key))
        by, operator = user_name(), settings.operator_names
        yield LoadEnvironment(
            writer,
            uid_key,
            settings.home,
            by,
            dry_run,
            operator=operator,
            kept_loads=settings.keep_loads,
            vault_place=VaultPlace.of(settings),
        )
