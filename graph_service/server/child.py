"""The guard process of the embedded server: started, waited for, ended."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from graph_service.bolt import answers_bolt
from graph_service.errors import GraphUnavailable
from graph_service.server.config import Folders, java_environment
from graph_service.server.faults import explain

_POLL_SECONDS = 0.1
# Neo4j closes its store well within this; a test demands that nothing is left 10 s after the owner died.
GRACE_SECONDS = 7.0
_KILL_SECONDS = 10.0


@dataclass(frozen=True)
class Orders:
    """What a guard has to know: the lock to hold, whether its owner's end is its own, its patience, Java's folder."""

    lock: int
    owned: bool
    grace: float = GRACE_SECONDS
    folder: str | None = None


class Child:
    """A guard with its Java; it ends when this process ends, if owned, and at the latest with `end`."""

    def __init__(
        self, folders: Folders, command: Sequence[str], orders: Orders, environment: Mapping[str, str] | None = None
    ) -> None:
        self._folders = folders
        self._patience = orders.grace + _KILL_SECONDS
        self._starter = os.getpid()
        end, self._pipe = os.pipe()
        told = json.dumps(asdict(orders) | {"state": str(folders.state)})
        with folders.console.open("wb") as console:
            self._guard = subprocess.Popen(  # noqa: S603 - this interpreter and our own module
                [sys.executable, "-m", "graph_service.server.guard", told, *command],
                stdin=end,
                stdout=console,
                stderr=console,
                env={**(environment or java_environment()), **_path()},
                pass_fds=(orders.lock,),
                # Ctrl-C at the terminal must reach the owner only, which then ends things in order.
                start_new_session=True,
            )
        os.close(end)

    def wait_until_ready(self, port: int, seconds: float) -> None:
        """Return when the server answers, or refuse with the reason why it does not."""
        ready = until(lambda: self._guard.poll() is not None or answers_bolt(port), seconds)
        if self._guard.poll() is not None:
            raise explain(self._folders, port)
        if not ready:
            mend = f"see {self._folders.logs}, or raise LEADLINK_NEO4J_START_SECONDS"
            raise GraphUnavailable(f"Neo4j does not answer after {seconds:.0f} s", f"127.0.0.1:{port}", mend)

    def wait(self, seconds: float) -> int | None:
        """Return the exit code if the command ends by itself within the seconds, else None."""
        try:
            return self._guard.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def leave(self) -> None:
        """Let the server live on; should it end while this process lives, nothing of it is left in the process table."""
        threading.Thread(target=self._guard.wait, name="neo4j-guard", daemon=True).start()

    def end(self) -> None:
        """End the server and wait for it; harmless when repeated, and in a fork of the process that started it."""
        if self._guard.returncode is not None or os.getpid() != self._starter:
            return
        self._guard.terminate()
        self._guard.wait(self._patience)
        os.close(self._pipe)


def end_process(pid: int, ended: Callable[[], bool]) -> bool:
    """Ask the process to end, then force it; return whether it has ended."""
    for name in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, name)
        if until(ended, GRACE_SECONDS + _KILL_SECONDS):
            return True
    return False


def until(happened: Callable[[], bool], seconds: float) -> bool:
    """Return whether it happened within the seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if happened():
            return True
        time.sleep(_POLL_SECONDS)
    return False


def _path() -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder)}
