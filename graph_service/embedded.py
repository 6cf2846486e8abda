"""A real Neo4j as a child process on loopback, with its data in the home."""

import atexit
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Self

from graph_service.bolt import answers_bolt
from graph_service.disk import require_space
from graph_service.errors import Conflict, GraphUnavailable, NotAllowed
from graph_service.graph import verify
from graph_service.progress import Silent, Steps
from graph_service.server import config as neo4j_config
from graph_service.server import homelock
from graph_service.server.child import Child, Orders, end_process
from graph_service.server.config import Folders
from graph_service.server.faults import refused_password
from graph_service.server.homelock import HomeClaim, State
from graph_service.server.setup import choose_port, prepare
from graph_service.settings import Settings

# An empty database takes a few MiB; the rest is room for a small city and its transaction logs.
_SPACE = 512 * 1024**2
_POLL_SECONDS = 0.1


@dataclass(frozen=True)
class Running:
    """A Neo4j that answers; closing it ends the server only if this process started it and owns it."""

    uri: str
    user: str
    password: str = field(repr=False)
    pid: int | None = None
    end: Callable[[], None] | None = field(default=None, repr=False)

    def close(self) -> None:
        """End the server if this process owns it; closing twice is harmless."""
        if self.end:
            self.end()

    def __enter__(self) -> Self:
        """Return itself, for `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()


@dataclass(frozen=True)
class Status:
    """What is known of the embedded server of a home."""

    running: bool
    ready: bool = False
    uri: str = ""
    state: State | None = None


def ensure(settings: Settings, steps: Steps | None = None) -> Running:
    """Return the Neo4j to use: the one at `neo4j_uri`, the home's running one, or a new one that this process owns."""
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
        return Running(settings.neo4j_uri, settings.neo4j_user, password)
    folders, deadline = Folders.of(settings), time.monotonic() + settings.neo4j_start_seconds
    while time.monotonic() < deadline:
        if claim := homelock.claim(folders, owned=True):
            return _start(settings, steps or Silent(), claim)
        if ready := _reuse(folders):
            return ready
        time.sleep(_POLL_SECONDS)
    raise homelock.running_already(folders)


def start(settings: Settings, steps: Steps | None = None, owned: bool = True) -> Running:
    """Start the server of this home and wait until it answers, or refuse with the reason.

    An owned server ends with this process, however that ends; another lives until `stop`.
    """
    _require_embedded(settings)
    return _start(settings, steps or Silent(), homelock.claim_or_refuse(Folders.of(settings), owned))


def _start(settings: Settings, steps: Steps, claim: HomeClaim) -> Running:
    child, state = _launch(settings, steps, claim)
    try:
        steps.say("Neo4j: waiting until it answers")
        child.wait_until_ready(state.port, settings.neo4j_start_seconds)
        running = _connect(Folders.of(settings), state.port)
    except BaseException:
        child.end()
        raise
    if not state.owned:
        child.leave()
        return running
    atexit.register(child.end)
    return replace(running, end=child.end)


def stop(settings: Settings) -> bool:
    """End the server of this home and return whether one ran; refuse to end one that another command owns."""
    folders = Folders.of(settings)
    if not homelock.is_running(folders):
        return False
    state = homelock.read_state(folders)
    if state is None or not state.pid or (state.owned and homelock.owner_lives(state)):
        raise homelock.running_already(folders)
    if not end_process(state.pid, lambda: not homelock.is_running(folders)):
        raise GraphUnavailable(f"Neo4j (pid {state.pid}) does not end", str(folders.root), "end the process by hand")
    return True


def status(settings: Settings) -> Status:
    """Return whether the home's server runs and answers."""
    folders = Folders.of(settings)
    state = homelock.read_state(folders)
    if not homelock.is_running(folders):
        return Status(False, state=state)
    port = state.port if state else 0
    return Status(True, bool(port) and answers_bolt(port), f"bolt://127.0.0.1:{port}", state)


def _launch(settings: Settings, steps: Steps, claim: HomeClaim) -> tuple[Child, State]:
    folders = Folders.of(settings)
    try:
        require_space(folders.root, _SPACE, "the embedded Neo4j")
        state = replace(claim.state, port=choose_port(settings, claim.state.port))
        command = neo4j_config.server_command(settings, folders, prepare(settings, folders, state.port, steps))
        homelock.write_state(folders, state)
        return Child(folders, command, Orders(claim.lock, state.owned)), state
    finally:
        # The guard and Java have inherited it.
        os.close(claim.lock)


def _require_embedded(settings: Settings) -> None:
    if settings.neo4j_uri:
        what = "LEADLINK_NEO4J_URI names a Neo4j that is not ours to start, stop or change"
        raise Conflict(what, settings.neo4j_uri, "unset it to use the embedded server")


def _connect(folders: Folders, port: int) -> Running:
    uri, user, password = f"bolt://127.0.0.1:{port}", "neo4j", folders.password.read_text(encoding="utf-8").strip()
    try:
        verify(uri, user, password)
    except NotAllowed as error:
        raise refused_password(folders) from error
    state = homelock.read_state(folders)
    return Running(uri, user, password, state.pid if state else None)


def _reuse(folders: Folders) -> Running | None:
    state = homelock.read_state(folders)
    ready = state is not None and state.pid and answers_bolt(state.port)
    return _connect(folders, state.port) if state and ready else None
