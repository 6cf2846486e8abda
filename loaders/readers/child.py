"""The process that parses files from outside: bounded in memory and time, it writes nothing but rows to its output."""

import contextlib
import os
import resource
import signal
import struct
import sys
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson

from graph_service.errors import BadInput
from loaders.declare.job import ReadingJob
from loaders.readers.reading import look_into, read_rows
from loaders.readers.sealing import Item
from loaders.rejection import Rejection, Sealed

Send = Callable[[Any], None]
_ROWS = 2_000
_CELLS = 40_000
_HEAD = struct.Struct(">I")


def main() -> None:
    """Do the jobs that the standard input names, one JSON object a line, and tell what came of each."""
    output = os.fdopen(os.dup(1), "wb", buffering=0)
    jobs = [ReadingJob.of(orjson.loads(line)) for line in sys.stdin.buffer.read().splitlines()]
    for number, job in enumerate(jobs):
        _limit(job, first=number == 0)
        _run(job, lambda told: _send(output.write, told))


def _run(job: ReadingJob, send: Send) -> None:
    try:
        if job.step == "open":
            send({"found": asdict(look_into(job))})
        else:
            _rows(job, read_rows(job), send)
            send({"end": True})
    except BadInput as error:
        send({"error": [error.what, error.where, error.mend, error.zh]})
    except MemoryError:
        send({"over": "memory"})


def _rows(job: ReadingJob, items: Iterator[Item], send: Send) -> None:
    if job.step == "check":
        deque(items, maxlen=0)
        return
    most = max(1, min(_ROWS, _CELLS // max(1, len(job.columns))))
    batch: list[Any] = []
    run: list[Any] = []
    count = 0
    expected = -1
    for item in items:
        count += 1
        if type(item) is tuple:
            number, cells = item
            if number != expected:
                run = []
                batch.append([number, run])
            run.append(cells)
            expected = number + 1
        else:
            batch.append(_told(item))
            expected = -1
        if count >= most:
            send({"rows": batch})
            batch, count, expected = [], 0, -1
    if batch:
        send({"rows": batch})


def _told(item: Item) -> list[Any]:
    if isinstance(item, Rejection):
        return [item.row, asdict(item.reason), list(item.cells)]
    if isinstance(item, Sealed):
        return [item.row, item.kind, item.key, True]
    raise TypeError(type(item).__name__)


def _send(write: Callable[[memoryview], int | None], told: Any) -> None:
    data = orjson.dumps(told)
    view = memoryview(_HEAD.pack(len(data)) + data)
    while view:
        view = view[write(view) or 0 :]


def _limit(job: ReadingJob, first: bool) -> None:
    limits = job.form.limits
    seconds = int(sum(os.times()[:2])) + limits.seconds
    _bound(resource.RLIMIT_CPU, seconds)
    if not first:
        return
    _bound(resource.RLIMIT_AS, _present() + (limits.memory_mb << 20))
    _bound(resource.RLIMIT_CORE, 0)
    _bound(resource.RLIMIT_FSIZE, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _bound(what: int, value: int) -> None:
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (value, resource.getrlimit(what)[1]))


def _present() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except OSError:
        return 1 << 30


if __name__ == "__main__":
    main()
