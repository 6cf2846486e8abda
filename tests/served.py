"""The service as a browser or a client of another process meets it: a process of its own on loopback."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from graph_service.bolt import free_port
from graph_service.embedded import Running
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings

_ROOT = Path(__file__).resolve().parent.parent
_READY_SECONDS = 120


@dataclass(frozen=True)
class Served:
    """Where the service listens and a token of an officer that it accepts."""

    url: str
    token: str


@contextmanager
def serving(settings: Settings, server: Running, officer: str, **further: str) -> Iterator[Served]:
    """Run `leadlink serve` on the Neo4j, with further settings, until the block ends."""
    port = free_port()
    known = {
        "HOME": settings.home,
        "DEMO": "true",
        "WARM_START": "false",
        "LINK_SECONDS": "0",
        "KEYS_SECONDS": "0",
        "READ_TIMEOUT_SECONDS": "120",  # a machine that runs other work may take long to plan a query for the first time
        "NEO4J_URI": server.uri,
        "NEO4J_USER": server.user,
        **further,
    }
    environment = {f"LEADLINK_{name}": str(value) for name, value in known.items()}
    command = [sys.executable, "-m", "graph_service.cli", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=_ROOT, env={**os.environ, **environment, "LEADLINK_NEO4J_PASSWORD": server.password}
    ) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_ready(process, url)
            yield Served(url, Tokens(settings).sign(officer))
        finally:
            process.terminate()


def wait_until_ready(process: subprocess.Popen[bytes], url: str) -> None:
    """Return when the service says that it is ready."""
    until = time.monotonic() + _READY_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{url}/readyz", timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError(f"the service is not ready at {url}, its code is {process.poll()}")
