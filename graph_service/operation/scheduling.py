"""The schedule inside the service: sources that are due are run by child processes, so that no load can harm the service.

Every worker looks; the lease of a source in the graph lets exactly one of them run it. A worker that dies leaves a lease
that runs out, and the next one goes on where it was.
"""

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from graph_service.errors import GraphServiceError
from graph_service.graph import ServerAddress, Writer
from graph_service.operation.background import beside
from graph_service.settings import Settings

if TYPE_CHECKING:
    from loaders.declare.parts import SourceSchedule

_ROOT = Path(__file__).resolve().parent.parent.parent
_GRACE = 10.0
_log = logging.getLogger("leadlink.schedule")


class Schedule:
    """Looks for due sources again and again, and runs one at a time."""

    def __init__(self, settings: Settings, target: ServerAddress) -> None:
        self._settings = settings
        self._target = target
        self._declared: dict[Path, tuple[float, SourceSchedule | None]] = {}
        self._registered: dict[str, SourceSchedule] = {}

    def running(self) -> AbstractAsyncContextManager[None]:
        """Run in the background until the block ends; do nothing where no sources are set."""
        if self._settings.sources is None or self._settings.data is None:
            return nullcontext()
        return beside(self._run())

    async def _run(self) -> None:
        while True:
            try:
                for path, source in await asyncio.to_thread(self._due):
                    await self._sync(path, source)
            except Exception as error:
                # The service answers whatever happens here; the next look may go better.
                _log.warning("the schedule could not look for due sources: %s", error)
            await asyncio.sleep(self._settings.schedule_seconds)

    def _due(self) -> list[tuple[Path, "SourceSchedule"]]:
        from loaders.sync.source_state import due_sources, register

        declared = {source.name: (path, source) for path, source in self._read() if source.every}
        with self._writer() as writer:
            for name, (_, source) in declared.items():
                if self._registered.get(name) != source:
                    register(writer, source)
                    self._registered[name] = source
            return [declared[name] for name in due_sources(writer) if name in declared]

    def _read(self) -> Iterator[tuple[Path, "SourceSchedule"]]:
        from loaders.declare.parts import SourceSchedule
        from loaders.declare.source_file import read_source

        for path in sorted((self._settings.sources or Path()).glob("**/*.yaml")):
            changed = path.stat().st_mtime
            if self._declared.get(path, (0.0, None))[0] != changed:
                try:
                    self._declared[path] = (changed, SourceSchedule.of(read_source(path)))
                except GraphServiceError as error:
                    self._declared[path] = (changed, None)
                    _log.warning("a declaration is left out of the schedule: %s", error)
            if source := self._declared[path][1]:
                yield path, source

    async def _sync(self, path: Path, source: "SourceSchedule") -> None:
        child = await asyncio.create_subprocess_exec(
            *self._command(path), env=self._environment(), cwd=_ROOT, stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            _, told = await child.communicate()
        except asyncio.CancelledError:
            await _end(child)
            raise
        if child.returncode not in (0, 1):
            from loaders.ledger.refused import refusal_in

            said = refusal_in(told.decode(errors="replace")) or f"the loader ended with {child.returncode}"
            _log.warning("source %s could not be brought up to date: %s", source.name, said)
            await asyncio.to_thread(self._note, source, said)

    def _command(self, path: Path) -> list[str]:
        data = (self._settings.data or Path()).absolute()
        leadlink = [sys.executable, "-m", "graph_service.operation.child_command", str(os.getpid())]
        return [*leadlink, "sync", str(path.absolute()), "--due", "--data", str(data)]

    def _note(self, source: "SourceSchedule", said: str) -> None:
        from loaders.sync.source_state import note_unnoted

        with self._writer() as writer:
            note_unnoted(writer, source, said)

    @contextmanager
    def _writer(self) -> Iterator[Writer]:
        with Writer(self._target, self._settings.neo4j_database) as writer:
            yield writer

    def _environment(self) -> dict[str, str]:
        given = self._settings
        own = {"LEADLINK_UID_KEY": given.uid_key.get_secret_value()} if given.uid_key else {}
        own |= {"LEADLINK_OPERATOR": given.operator} if given.operator else {}
        return os.environ | own | {
            "LEADLINK_HOME": str(given.home.absolute()),
            "LEADLINK_NEO4J_URI": self._target.uri,
            "LEADLINK_NEO4J_USER": self._target.user,
            "LEADLINK_NEO4J_PASSWORD": self._target.password,
            "LEADLINK_NEO4J_DATABASE": given.neo4j_database,
            "LEADLINK_KEEP_LOADS": str(given.keep_loads),
        }  # fmt: skip


async def _end(child: asyncio.subprocess.Process) -> None:
    # A load that is cut off is completed by the next run.
    with contextlib.suppress(ProcessLookupError):
        child.terminate()
        try:
            await asyncio.wait_for(child.wait(), _GRACE)
        except TimeoutError:
            child.kill()
            await child.wait()
