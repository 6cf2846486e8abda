"""Reads files through a child process with limits; small text, which can do no harm, is read at once."""

import contextlib
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import orjson

from graph_service.errors import BadInput
from loaders.declare.job import FileLook, ReadingJob
from loaders.readers.reading import look_into, read_rows
from loaders.readers.sealing import Item
from loaders.rejection import Reason, Rejection, Sealed

SMALL_TEXT = 1 << 20  # bytes
_PIPE = 1 << 20
_LONGEST_MESSAGE = 1 << 30
_SILENCE = 3  # times the seconds of processor time: a machine under load is slow
_HEAD = struct.Struct(">I")
_SET_PIPE_SIZE = 1031  # F_SETPIPE_SZ, of Linux


def look_into_all(jobs: Sequence[ReadingJob]) -> Iterator[FileLook]:
    """Yield what each file is, in order; refuse the first that is not as its form says."""
    if all(_is_small(job) for job in jobs):
        yield from map(look_into, jobs)
        return
    for job, told in zip(jobs, _told(jobs), strict=True):
        found = _checked(job, told)["found"]
        yield FileLook(**{**found, "stamp": tuple(found["stamp"]), "notes": tuple(found["notes"])})


def rows_of(job: ReadingJob) -> Iterator[Item]:
    """Yield the rows of a file."""
    if _is_small(job):
        yield from read_rows(job)
        return
    for told in _told([job]):
        for part in _checked(job, told).get("rows", ()):
            if len(part) == 2:
                yield from enumerate(part[1], part[0])
            elif len(part) == 3:
                yield Rejection(part[0], Reason(**part[1]), part[2])
            else:
                yield Sealed(part[0], part[1], part[2])


def _is_small(job: ReadingJob) -> bool:
    if job.form.format == "xlsx":
        return False
    try:
        return os.path.getsize(job.path) <= SMALL_TEXT
    except OSError:
        return True


def _checked(job: ReadingJob, told: dict[str, Any]) -> dict[str, Any]:
    if "error" in told:
        raise BadInput(*told["error"])
    if "over" in told:
        raise _over_memory(job)
    return told


def _told(jobs: Sequence[ReadingJob]) -> Iterator[dict[str, Any]]:
    """Run the jobs in one child and yield its messages; the child never outlives this."""
    child, source = _started(jobs)
    silence = _SILENCE * jobs[0].form.limits.seconds
    done = 0
    try:
        while done < len(jobs):
            message = _message(source, silence)
            if message is None:
                raise _ended(jobs[done], child.wait())
            done += "rows" not in message
            yield message
    except TimeoutError:
        raise _over_time(jobs[done]) from None
    finally:
        child.kill()
        os.close(source)
        child.wait()


def _started(jobs: Sequence[ReadingJob]) -> tuple[subprocess.Popen[bytes], int]:
    path = os.pathsep.join(folder for folder in sys.path if folder)
    orders, told = os.pipe(), os.pipe()
    child = subprocess.Popen(
        [sys.executable, "-m", "loaders.readers.child"],
        stdin=orders[0],
        stdout=told[1],
        # What Python says of a failure could repeat what the file holds.
        stderr=subprocess.DEVNULL,
        # No password of the service reaches the process that meets what comes from outside.
        env={"PYTHONPATH": path, "PATH": os.environ.get("PATH", ""), "PYTHONUTF8": "1"},
        start_new_session=True,
    )
    os.close(orders[0])
    os.close(told[1])
    with contextlib.suppress(OSError):
        fcntl.fcntl(told[0], _SET_PIPE_SIZE, _PIPE)
    with contextlib.suppress(BrokenPipeError), os.fdopen(orders[1], "wb") as file:
        file.write(b"\n".join(orjson.dumps(asdict(job)) for job in jobs))
    return child, told[0]


def _message(source: int, silence: float) -> dict[str, Any] | None:
    head = _bytes(source, _HEAD.size, silence)
    if head is None:
        return None
    size = _HEAD.unpack(head)[0]
    data = _bytes(source, size, silence) if size <= _LONGEST_MESSAGE else None
    return None if data is None else orjson.loads(data)


def _bytes(source: int, size: int, silence: float) -> bytes | None:
    parts: list[bytes] = []
    until = time.monotonic() + silence
    while size:
        if not select.select([source], [], [], max(0.0, until - time.monotonic()))[0]:
            raise TimeoutError
        part = os.read(source, min(size, _PIPE))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _over_memory(job: ReadingJob) -> BadInput:
    limit = job.form.limits.memory_mb
    return BadInput(
        f"reading the file needs more than {limit} MB of memory",
        job.path,
        "split the file, or raise read.limits.memory_mb in the declaration",
        zh=f"读取文件所需内存超过{limit}MB，请拆分文件，或在声明中提高read.limits.memory_mb",
    )


def _over_time(job: ReadingJob) -> BadInput:
    limit = job.form.limits.seconds
    return BadInput(
        f"reading the file takes more than {limit} s",
        job.path,
        "split the file, or raise read.limits.seconds in the declaration",
        zh=f"读取文件超过{limit}秒，请拆分文件，或在声明中提高read.limits.seconds",
    )


def _ended(job: ReadingJob, code: int) -> BadInput:
    if code == -signal.SIGXCPU:
        return _over_time(job)
    how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return BadInput(
        f"the process that reads the file ended before its time ({how})",
        job.path,
        "load again, which completes what was begun; if it happens again, the file is damaged or too large",
        zh="读取文件的进程意外结束，请重新装载以完成；如再次发生，文件可能已损坏或过大",
    )
