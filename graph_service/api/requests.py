"""What is told of each request: one line of JSON, and counts over all workers; never a value, never the text of a query."""

import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from graph_service.access_log.entry import Asked
from graph_service.rights.viewer import Viewer
from graph_service.settings import Settings

SHARED = "PROMETHEUS_MULTIPROC_DIR"  # the library reads it when it is imported: workers have it from their supervisor
SEVERAL = "several"
UNKNOWN = "unknown"
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_OWN = CollectorRegistry()
_LABELS = ["operation", "code"]
_REQUESTS = Counter("leadlink_requests", "Operations answered, by root field and code", _LABELS, registry=_OWN)
_SECONDS = Histogram(
    "leadlink_request_seconds", "Seconds until the answer", ["operation"], registry=_OWN, buckets=_BOUNDS
)
_ROWS = Counter("leadlink_request_rows", "Rows in the answers", ["operation"], registry=_OWN)


@dataclass
class Trace:
    """What is known of one request while it is being answered."""

    request: str = field(default_factory=lambda: secrets.token_hex(8))
    fields: tuple[str, ...] = ()
    code: str = "OK"
    act_refused: str | None = None  # the refusal that a mutation answers, by its type
    rows: int = 0
    began: float = field(default_factory=time.perf_counter)
    asked: Asked = field(default_factory=Asked)

    def asks(self, viewer: Viewer) -> None:
        """Take notice of who asks."""
        self.asked.officer, self.asked.teams = viewer.officer or None, viewer.teams
        self.asked.grants = tuple(sorted(viewer.grants))

    @property
    def operation(self) -> str:
        """Return one word of a bounded set: the root field, or that there were several, or that none is known."""
        return UNKNOWN if not self.fields else self.fields[0] if len(self.fields) == 1 else SEVERAL

    @property
    def outcome(self) -> str:
        """Return what came of it for the access log: the refusal that a mutation answered, else the code."""
        return self.act_refused or self.code

    def answered(self, data: Mapping[str, Any] | None) -> None:
        """Take notice of the data of the answer."""
        self.rows = sum(_rows(each) for each in (data or {}).values())


TRACE: ContextVar[Trace] = ContextVar("TRACE")  # of the operation that is being answered over a WebSocket


def _rows(value: Any) -> int:
    """Return how many rows a root field answers: the entries of its list, else one, or none."""
    if isinstance(value, dict):
        lists = [len(each) for each in value.values() if isinstance(each, list)]
        return max(lists, default=1)
    return len(value) if isinstance(value, list) else int(value is not None)


def tell(trace: Trace, written: bool) -> None:
    """Count the request, and write its line."""
    seconds = time.perf_counter() - trace.began
    _REQUESTS.labels(trace.operation, trace.code).inc()
    _SECONDS.labels(trace.operation).observe(seconds)
    _ROWS.labels(trace.operation).inc(trace.rows)
    if written:
        line = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "request": trace.request, "officer": trace.asked.officer,
            "operation": ",".join(trace.fields) or UNKNOWN, "code": trace.code, "ms": round(seconds * 1000, 1),
            "rows": trace.rows,
        }  # fmt: skip
        sys.stderr.write(json.dumps(line) + "\n")


def request_counts() -> bytes:
    """Return the counts in Prometheus' text form: of all workers where there are several, with the process where there is one."""
    if SHARED not in os.environ:
        return generate_latest(REGISTRY) + generate_latest(_OWN)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return generate_latest(together)


@contextmanager
def shared_counts(settings: Settings) -> Iterator[None]:
    """Have workers that start in the block count together, in a folder of the home that is gone afterwards."""
    folder = settings.home.absolute() / "counts"
    for left in folder.glob("*") if folder.is_dir() else ():
        if not _lives(left.name):
            shutil.rmtree(left, ignore_errors=True)
    own = folder / str(os.getpid())
    own.mkdir(parents=True, exist_ok=True)
    os.environ[SHARED] = str(own)
    try:
        yield
    finally:
        del os.environ[SHARED]
        shutil.rmtree(own, ignore_errors=True)


def _lives(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return Path(f"/proc/{pid}").exists() or not Path("/proc").is_dir()
