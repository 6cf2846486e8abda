"""One load at a time, and one run of a source: leases in the graph, renewed by who lives, taken over from who is gone."""

import os
import socket
import threading
import time
from types import TracebackType
from typing import Self
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.errors import Conflict, GraphServiceError, GraphUnavailable
from graph_service.graph import Writer

_SECONDS = 60.0
_RENEW = 0.25  # of the lease's time
_POLL = 0.5


class Lease:
    """Held from entering to leaving."""

    def __init__(
        self, writer: Writer, wait_seconds: float = 0.0, source: str | None = None, seconds: float = _SECONDS
    ) -> None:
        self._writer = writer
        self._name = f"source:{source}" if source else "loads"
        self._what = f"source {source} is being brought up to date" if source else "another load is running"
        self._wait = wait_seconds
        self._seconds = seconds  # after which the lease of a process that does not renew it is free
        self._holder = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
        self._over = threading.Event()
        self._renewal = threading.Thread(target=self._renew, name="lease", daemon=True)

    def __enter__(self) -> Self:
        """Take the lease, or refuse while another process holds it."""
        until = time.monotonic() + self._wait
        gone = ""
        while (holder := self._take(gone)) != self._holder:
            gone = holder if _is_gone(holder) else ""
            if not gone and time.monotonic() > until:
                raise Conflict(f"{self._what} ({holder})", "the graph", "wait until it has ended")
            time.sleep(0 if gone else _POLL)
        self._renewal.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give it back."""
        self._over.set()
        if isinstance(error, GraphUnavailable):
            return  # it runs out by itself
        self._renewal.join()
        self._writer.run_write(query("sources/lease_give_back").body, name=self._name, holder=self._holder)

    def _take(self, gone: str) -> str:
        text = query("sources/lease_take").body
        given = {"name": self._name, "holder": self._holder, "gone": gone, "seconds": self._seconds}
        found = self._writer.run_write(text, **given)[0]
        return str(found[0]["holder"])

    def _renew(self) -> None:
        while not self._over.wait(self._seconds * _RENEW):
            try:
                self._take("")
            except GraphServiceError:
                continue


def _is_gone(holder: str) -> bool:
    host, _, rest = holder.partition(":")
    process = rest.partition(":")[0]
    if host != socket.gethostname() or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
