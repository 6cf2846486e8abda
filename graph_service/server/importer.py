"""`neo4j-admin database import full` on the stopped, empty database of a home, ended when this process ends."""

import os
from collections.abc import Sequence
from pathlib import Path

from graph_service.errors import GraphUnavailable
from graph_service.progress import Silent, Steps
from graph_service.server import config as neo4j_config
from graph_service.server import homelock
from graph_service.server.child import Child, Orders
from graph_service.server.config import Folders
from graph_service.server.setup import prepare
from graph_service.settings import Settings

_POLL_SECONDS = 0.2
_SHOWN = 400  # characters of what Java said last


def import_full(settings: Settings, folder: Path, arguments: Sequence[str], steps: Steps) -> int:
    """Import the files that the arguments name, relative to the folder, and return the peak memory of Java in bytes."""
    folders = Folders.of(settings)
    claim = homelock.claim_or_refuse(folders, owned=True)
    try:
        jars = prepare(settings, folders, claim.state.port, Silent())
        command = neo4j_config.admin_command(
            jars,
            ("database", "import", "full", *arguments, settings.neo4j_database),
            ("-XX:+UseParallelGC", f"-Xmx{settings.neo4j_heap_max}"),
        )
        environment = neo4j_config.admin_environment(folders)
        child = Child(folders, command, Orders(claim.lock, True, folder=str(folder)), environment)
    finally:
        os.close(claim.lock)
    try:
        return _watched(child, folders, steps)
    finally:
        child.end()


def _watched(child: Child, folders: Folders, steps: Steps) -> int:
    peak = 0
    while (code := child.wait(_POLL_SECONDS)) is None:
        state = homelock.read_state(folders)
        peak = max(peak, peak_bytes(state.pid if state else 0))
        steps.say(f"Neo4j imports: {_last_line(folders)[:80]}")
    if code:
        what = f"neo4j-admin database import failed: {_told(folders)}"
        raise GraphUnavailable(what, str(folders.console), "mend what the message names, then run the import again")
    return peak


def peak_bytes(pid: int) -> int:
    """Return the most memory in bytes that a running process has had, 0 if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def _last_line(folders: Folders) -> str:
    lines = folders.console.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _told(folders: Folders) -> str:
    text = folders.console.read_text(encoding="utf-8", errors="replace")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("at ")]
    return " ".join(lines[-6:])[-_SHOWN:] or "it said nothing"
