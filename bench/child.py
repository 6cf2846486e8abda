"""A server started for the bench: ready before it is measured, gone afterwards whatever happens."""

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from graph_service.errors import Conflict

_READY_SECONDS = 300.0  # it is ready once the slow queries have been planned
_END_SECONDS = 10.0


@contextmanager
def started(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], health: str
) -> Iterator[subprocess.Popen[bytes]]:
    """Run the command until the block ends; enter the block when its health address answers."""
    # A server that watches its standard input sees it close when the bench dies.
    child = subprocess.Popen(
        list(command), cwd=folder, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    try:
        _wait(child, health, " ".join(command))
        yield child
    finally:
        child.terminate()
        try:
            child.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdin:
            child.stdin.close()


def _wait(child: subprocess.Popen[bytes], health: str, command: str) -> None:
    until = time.monotonic() + _READY_SECONDS
    while time.monotonic() < until:
        if child.poll() is not None:
            what = f"the server ended with code {child.returncode} while starting"
            raise Conflict(what, command, "read what it printed")
        try:
            if httpx.get(health, timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise Conflict(f"the server was not ready in {_READY_SECONDS:.0f} s", command, "read what it printed")
