"""The database on its way into a backup and out of it, through pipes: it lies nowhere in the clear."""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, cast

from graph_service.backup.sealed import PIECE
from graph_service.errors import Conflict, GraphUnavailable
from graph_service.progress import Steps
from graph_service.server import homelock
from graph_service.server.config import Folders, admin_command, admin_environment
from graph_service.server.setup import prepare
from graph_service.settings import Settings


class StoppedDatabase:
    """The database of a home whose server is stopped and stays so."""

    def __init__(self, settings: Settings, folders: Folders, command: Sequence[str]) -> None:
        self._name, self._folders, self._command = settings.neo4j_database, folders, list(command)

    def dumped(self) -> Iterator[bytes]:
        """Yield the dump in pieces; refuse where neo4j-admin cannot make it."""
        with self._running("dump", "--to-stdout", stdout=subprocess.PIPE) as pipe:
            while piece := pipe.read(PIECE):
                yield piece

    def load(self, pieces: Iterable[bytes]) -> None:
        """Load a dump in the place of what is there."""
        with self._running("load", "--from-stdin", "--overwrite-destination=true", stdin=subprocess.PIPE) as pipe:
            try:
                for piece in pieces:
                    pipe.write(piece)
                pipe.close()
            except BrokenPipeError:
                return  # its exit code says why

    @contextmanager
    def _running(
        self, what: str, *options: str, stdin: int = subprocess.DEVNULL, stdout: int = subprocess.DEVNULL
    ) -> Iterator[IO[bytes]]:
        with tempfile.TemporaryFile() as told:
            process = subprocess.Popen(  # noqa: S603 - our own Java command
                [*self._command, "database", what, self._name, *options],
                env=admin_environment(self._folders), stdin=stdin, stdout=stdout, stderr=told,
            )  # fmt: skip
            try:
                yield cast(IO[bytes], process.stdin or process.stdout)
                code = process.wait()
            finally:
                _end(process)
            if code:
                last = _last_line(told)
                mend = "mend what the message names, then run it again"
                raise GraphUnavailable(f"neo4j-admin database {what} failed: {last}", str(self._folders.root), mend)


@contextmanager
def stopped(settings: Settings, steps: Steps) -> Iterator[StoppedDatabase]:
    """Hold the database of this home stopped until the block ends; refuse while it runs, and one that is not ours."""
    if settings.neo4j_uri:
        what = "LEADLINK_NEO4J_URI names a Neo4j whose files are not ours"
        raise Conflict(
            what, settings.neo4j_uri, "make or load its dump by its own neo4j-admin, and give it with --dump"
        )
    folders = Folders.of(settings)
    claim = homelock.claim_or_refuse(folders, owned=True)
    try:
        jars = prepare(settings, folders, claim.state.port, steps)
        yield StoppedDatabase(settings, folders, admin_command(jars, ()))
    finally:
        os.close(claim.lock)


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe and not pipe.closed:
            pipe.close()
    if process.poll() is None:
        process.kill()
        process.wait()


def _last_line(told: IO[bytes]) -> str:
    told.seek(0)
    return (told.read().decode("utf-8", "replace").strip().splitlines() or ["it said nothing"])[-1]
