"""One server per home: the lock that tells the living from the dead, and the note of who runs it."""

import fcntl
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from graph_service.errors import Conflict
from graph_service.keys import private_folder
from graph_service.server.config import Folders

# Another process that only asks whether a server runs holds the lock for a moment.
_PROBE_SECONDS = 0.5


@dataclass(frozen=True)
class State:
    """Who started the server of a home, when, on which port; pids are 0 until known."""

    owner: str
    owner_pid: int
    owned: bool
    started_at: str
    port: int = 0
    guard_pid: int = 0
    pid: int = 0


@dataclass(frozen=True)
class HomeClaim:
    """The lock of a home, held by a descriptor, and the note of who holds it."""

    lock: int
    state: State


def read_state(folders: Folders) -> State | None:
    """Return the note of the last start, or None if there is none or it was cut short."""
    try:
        known = json.loads(folders.state.read_text(encoding="utf-8"))
        return State(**known)
    except (OSError, ValueError, TypeError):
        return None


def write_state(folders: Folders, state: State) -> None:
    """Replace the note at once, never half."""
    draft = folders.state.with_name(f".{folders.state.name}.{os.getpid()}")
    draft.write_text(json.dumps(asdict(state)), encoding="utf-8")
    draft.replace(folders.state)


def own_state(owned: bool) -> State:
    """Return a note that names this process as the one that starts the server."""
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])[:200]
    return State(command, os.getpid(), owned, time.strftime("%Y-%m-%d %H:%M:%S"))


def take_lock(folders: Folders) -> int | None:
    """Return a descriptor that holds the home's lock, or None if a server (or its start) holds it.

    The kernel drops the lock with the last process that holds it, so a file left by `kill -9` means nothing.
    """
    private_folder(folders.root)
    descriptor = os.open(folders.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_running(folders: Folders) -> bool:
    """Return whether the home's server runs, or is being started or stopped."""
    if not folders.lock.exists():
        return False
    descriptor = take_lock(folders)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


def claim(folders: Folders, owned: bool) -> HomeClaim | None:
    """Take the home's lock and note who has it, or return None; the port of the last run is proposed again."""
    lock = take_lock(folders)
    if lock is None:
        return None
    last = read_state(folders)
    state = replace(own_state(owned), port=last.port if last else 0)
    write_state(folders, state)
    return HomeClaim(lock, state)


def claim_or_refuse(folders: Folders, owned: bool) -> HomeClaim:
    """Take the home's lock, or refuse with who has it."""
    deadline = time.monotonic() + _PROBE_SECONDS
    while time.monotonic() < deadline:
        if claimed := claim(folders, owned):
            return claimed
        time.sleep(_PROBE_SECONDS / 10)
    raise running_already(folders)


def owner_lives(state: State) -> bool:
    """Return whether another process that owns the server still exists."""
    if state.owner_pid == os.getpid():
        return False
    try:
        os.kill(state.owner_pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def running_already(folders: Folders) -> Conflict:
    """Return the refusal that names who runs the server of this home."""
    state, home = read_state(folders), str(folders.root.parent)
    if state is None:
        return Conflict("Neo4j is being started for this home by another process", home, "wait a moment and try again")
    mend = f"end `{state.owner}` first" if state.owned else "use it, or end it with `leadlink neo4j stop`"
    who = (
        f"pid {state.pid or 'not known yet'}, started by `{state.owner}` (pid {state.owner_pid}) at {state.started_at}"
    )
    return Conflict(f"Neo4j runs already for this home: {who}", home, mend)
