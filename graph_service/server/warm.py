"""Makes the file from which Java starts Neo4j in a third of the time: a start is recorded and its classes kept."""

import os
import subprocess
import tempfile
from pathlib import Path

from graph_service.disk import require_space
from graph_service.errors import GraphUnavailable
from graph_service.progress import Silent, Steps
from graph_service.server import config as neo4j_config
from graph_service.server import homelock
from graph_service.server.child import Child, Orders
from graph_service.server.config import Folders
from graph_service.server.setup import choose_port, prepare, ready_jars
from graph_service.settings import Settings

# The recording and the file itself.
_SPACE = 512 * 1024**2
# Java writes the recording while it ends.
_GRACE_SECONDS = 60.0


def warm(settings: Settings, steps: Steps) -> Path:
    """Return the warm-start file of this user's Java and Neo4j, made now if it is missing."""
    jars = ready_jars(settings, steps)
    target = neo4j_config.warm_file(jars)
    if not target.exists():
        require_space(target.parent, _SPACE, "the warm-start file")
        steps.say("Neo4j: recording a start, so that later ones are faster")
        with tempfile.TemporaryDirectory(prefix="leadlink-warm-") as home:
            scratch = settings.model_copy(update={"home": Path(home), "neo4j_bolt_port": 0})
            _create(jars, _record(scratch, jars), target)
    return target


def _record(scratch: Settings, jars: list[Path]) -> Path:
    folders = Folders.of(scratch)
    claim = homelock.claim_or_refuse(folders, owned=True)
    try:
        port = choose_port(scratch, 0)
        prepare(scratch, folders, port, Silent())
        recording = folders.root / "recording"
        options = ("-XX:AOTMode=record", f"-XX:AOTConfiguration={recording}", "-Xlog:aot*=off")
        command = neo4j_config.server_command(scratch, folders, jars, options)
        child = Child(folders, command, Orders(claim.lock, owned=True, grace=_GRACE_SECONDS))
    finally:
        os.close(claim.lock)
    try:
        child.wait_until_ready(port, scratch.neo4j_start_seconds)
    finally:
        child.end()
    return recording


def _create(jars: list[Path], recording: Path, target: Path) -> None:
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    command = neo4j_config.warm_command(jars, recording, draft)
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode or not draft.exists():
        draft.unlink(missing_ok=True)
        last = (done.stderr or done.stdout).strip().splitlines() or [f"exit code {done.returncode}"]
        raise GraphUnavailable(f"Java cannot make the warm-start file: {last[-1]}", str(target), "go on without it")
    draft.replace(target)
