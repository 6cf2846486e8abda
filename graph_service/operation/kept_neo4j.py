"""The embedded Neo4j of a service that runs for years: when it dies it is started again, and said to be."""

import contextlib
import json
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph_service import embedded
from graph_service.embedded import Running
from graph_service.errors import GraphServiceError
from graph_service.server import homelock
from graph_service.server.config import Folders
from graph_service.settings import Settings

_LOOK_SECONDS = 1.0
_MOST_DOUBLINGS = 6
_LAST_SECONDS = 5.0  # for a start that is under way when the service ends; what it has begun ends with the process
_log = logging.getLogger("leadlink.neo4j")


@contextmanager
def kept(settings: Settings, running: Running) -> Iterator[None]:
    """Have the server brought back whenever it dies, until the block ends; then end it if this process owns it."""
    if settings.neo4j_uri:
        yield
        return
    keeper = Keeper(settings, running)
    keeper.start()
    try:
        yield
    finally:
        keeper.close()


class Keeper(threading.Thread):
    """Looks whether the server runs, and starts it again on its port, waiting longer each time that fails."""

    def __init__(self, settings: Settings, running: Running) -> None:
        super().__init__(name="neo4j-keeper", daemon=True)
        self._folders = Folders.of(settings)
        port = int(running.uri.rpartition(":")[2])
        # Connections know the port, so a server that comes back has to come back there.
        self._settings = settings.model_copy(update={"neo4j_bolt_port": port})
        self._running = running
        self._over = threading.Event()

    def run(self) -> None:
        """Look until closed."""
        failures = 0
        while not self._over.wait(_LOOK_SECONDS * 2 ** min(failures, _MOST_DOUBLINGS)):
            try:
                if homelock.is_running(self._folders) or self._was_stopped_by_hand():
                    failures = 0
                    continue
                failures += 1
                self._start_again(failures)
            except Exception as error:
                # Whatever it was, a full disk for one, may be over the next time.
                _log.warning("Neo4j could not be looked after: %s", type(error).__name__)

    def close(self) -> None:
        """Look no more, and end the server if this process owns it."""
        self._over.set()
        self.join(_LAST_SECONDS)
        self._running.close()
        note_of(self._folders).unlink(missing_ok=True)

    def _was_stopped_by_hand(self) -> bool:
        # A server that `leadlink neo4j start` left running belongs to nobody: who ends it means it.
        state = homelock.read_state(self._folders)
        return self._running.end is None and state is not None and not state.owned

    def _start_again(self, attempt: int) -> None:
        _log.warning("Neo4j has ended; it is started again (attempt %d)", attempt)
        self._note(attempt, "")
        try:
            self._running = embedded.ensure(self._settings)
        except GraphServiceError as error:
            _log.warning("Neo4j could not be started again: %s", error)
            self._note(attempt, error.what)
            return
        note_of(self._folders).unlink(missing_ok=True)
        _log.warning("Neo4j answers again")

    def _note(self, attempt: int, reason: str) -> None:
        note = note_of(self._folders)
        draft = note.with_suffix(".draft")
        with contextlib.suppress(OSError):
            draft.write_text(json.dumps({"by": os.getpid(), "attempt": attempt, "reason": reason}), encoding="utf-8")
            draft.replace(note)


def note_of(folders: Folders) -> Path:
    """Return the file that tells the workers of a start that is under way."""
    return folders.root / "starting_again.json"


def start_under_way(settings: Settings) -> dict[str, Any]:
    """Return which attempt to bring Neo4j back is under way and why the last one failed, empty if none is."""
    try:
        found = json.loads(note_of(Folders.of(settings)).read_text(encoding="utf-8"))
        os.kill(found["by"], 0)
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {"attempt": found["attempt"]} | ({"reason": found["reason"]} if found["reason"] else {})
