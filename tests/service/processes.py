"""`leadlink serve` as an operator meets it: a process with its environment, what it prints, and how it ends."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from graph_service.embedded import Running

ROOT = Path(__file__).resolve().parents[2]
LEADLINK = [sys.executable, "-m", "graph_service.cli"]
SECONDS = 90.0  # a machine that runs other work beside the tests is slow


@dataclass
class Service:
    """A service that was started, and what it has printed so far."""

    process: subprocess.Popen[str]
    told: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    url: str = ""

    def read(self, path: str, **headers: str) -> httpx.Response:
        """Return the answer to a GET."""
        return httpx.get(self.url + path, headers=headers, timeout=30)

    def ask(self, query: str, token: str) -> httpx.Response:
        """Return the answer to an operation."""
        headers = {"Authorization": f"Bearer {token}"}
        return httpx.post(f"{self.url}/graphql", json={"query": query}, headers=headers, timeout=60)

    @property
    def is_ready(self) -> bool:
        """Return whether the service says that it is ready."""
        try:
            return self.read("/readyz").status_code == 200
        except httpx.TransportError:
            return False


def environment(home: Path, server: Running | None, **given: str) -> dict[str, str]:
    """Return what a command is told of its home and its Neo4j; further settings by their names in small letters."""
    # Keys that nobody looks for: after five seconds each service would give them to all that a test has written.
    known: dict[str, Any] = {"home": home, "port": 0, "warm_start": "false", "keys_seconds": 0, "demo": "true"}
    if server:
        known |= {"neo4j_uri": server.uri, "neo4j_user": server.user, "neo4j_password": server.password}
    return os.environ | {f"LEADLINK_{name.upper()}": str(value) for name, value in (known | given).items()}


@contextmanager
def service(told: Mapping[str, str], *arguments: str, before: Callable[[], None] | None = None) -> Iterator[Service]:
    """Run the service until the block ends; it answers when the block begins."""
    process = subprocess.Popen(
        [*LEADLINK, "serve", "--port", "0", *arguments],
        cwd=ROOT, env=dict(told), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=before,
    )  # fmt: skip
    running = Service(process)
    readers = [
        threading.Thread(target=kept.extend, args=(stream,))
        for kept, stream in ((running.told, process.stdout), (running.warned, process.stderr))
    ]
    for reader in readers:
        reader.start()
    try:
        until(lambda: running.told or process.poll() is not None)
        assert running.told, f"ended with {process.wait()}: {running.warned}"
        running.url = re.findall(r"http://\S+(?=/graphql)", running.told[0])[0]
        yield running
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
        for reader in readers:
            reader.join()
        for stream in (process.stdout, process.stderr):
            assert stream
            stream.close()


def until(wanted: Callable[[], object], seconds: float = SECONDS) -> None:
    """Return once it has come to pass."""
    end = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < end, "it did not come to pass in time"
        time.sleep(0.1)


def sockets(pid: int) -> set[str]:
    """Return the sockets that a process holds, by the number the kernel's tables give them."""
    held = []
    for each in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since
            held.append(os.readlink(each))
    return {found for each in held for found in re.findall(r"socket:\[(\d+)\]", each)}


def lives(pid: int) -> bool:
    """Return whether the process is there and not only waiting to be collected."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def children(pid: int) -> dict[int, str]:
    """Return the command lines of all processes under this one."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents.setdefault(parent, []).append(int(stat.parent.name))
    found, open_ = {}, [pid]
    while open_:
        for child in parents.get(open_.pop(), ()):
            try:
                found[child] = Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            except (FileNotFoundError, ProcessLookupError):
                continue
            open_.append(child)
    return found
