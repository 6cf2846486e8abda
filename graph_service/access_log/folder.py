"""The folder of the log: files that are only appended to, by however many processes, one at a time.

Who appends holds the lock of the folder, has first read what others have appended since, and hands out nothing that he
has not seen written whole. What a killed process left half written is set aside, kept, and told of in the log itself.
"""

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from graph_service.access_log.chain import ASIDE, ROTATED, VERSION, BrokenChain, Chain, begun_at, canonical, now
from graph_service.access_log.lock import FolderLock
from graph_service.access_log.signing import Head, Signer
from graph_service.errors import BadInput
from graph_service.keys import private_folder

FILES = "access-*.jsonl"
PUBLIC_KEY = "public_key.pem"
_APPENDED = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC


@dataclass(frozen=True)
class Bounds:
    """When a checkpoint is due and is anchored, and how large a file may become; an interval of None anchors nothing."""

    entries: int = 1000
    seconds: float = 10.0
    bytes: int = 64 * 1024 * 1024
    anchor_seconds: float | None = None


class LogFolder:
    """The log as one process appends to it; everything but the lock needs the lock."""

    def __init__(self, folder: Path, signer: Signer, bounds: Bounds) -> None:
        self.chain = Chain()
        self._folder, self._signer, self._bounds = folder, signer, bounds
        self.lock = FolderLock(folder)
        self._file = -1
        self._number = self._offset = 0

    def open(self) -> None:
        """Make the folder if it is not there, and hold it open for its lock."""
        private_folder(self._folder)
        key = self._folder / PUBLIC_KEY
        if not key.exists():
            key.write_bytes(self._signer.pem())
        elif key.read_bytes() != self._signer.pem():
            mend = "put the kept key back, or move the folder away, so that a new log begins"
            raise BadInput("the log was begun with another key", str(self._folder), mend)
        self.lock.hold()

    def close(self) -> None:
        """Let go of the files."""
        self.lock.let_go()
        if self._file >= 0:
            os.close(self._file)
        self._file = -1

    def append(self, bodies: Sequence[dict[str, Any]]) -> Head | None:
        """Append the entries, and a checkpoint where one is due; return the head that is to be anchored, if there is one."""
        self.catch_up()
        if self._offset >= self._bounds.bytes:
            os.fsync(self._file)
            self._write([{"kind": ROTATED}])
            self._next_file()
        if bodies:
            self._write(bodies)
        if self.chain.unsigned >= self._bounds.entries:
            return self.checkpoint()
        return None

    def checkpoint(self, is_anchored: bool = False) -> Head | None:
        """Append a checkpoint; return its head if it is to be anchored."""
        wanted = self._bounds.anchor_seconds
        anchors = wanted is not None and (is_anchored or self.chain.is_unanchored_for(wanted))
        head = self.chain.head()
        self._write([self.chain.checkpoint(head, self._signer, anchors)])
        return head if anchors else None

    @property
    def is_due(self) -> bool:
        """Return whether a checkpoint is due by its time, or has to be anchored."""
        wanted = self._bounds.anchor_seconds
        unanchored = wanted is not None and self.chain.is_unanchored_for(wanted)
        return unanchored or self.chain.is_unsigned_for(self._bounds.seconds)

    def sync(self) -> None:
        """Have the disk keep what was appended; needs no lock."""
        os.fdatasync(self._file)

    def catch_up(self) -> None:
        """Read what others have appended; refuse a log that was cut, or put in the place of this one."""
        if self._file < 0:
            self._begin()
            return
        told = os.stat(self._path(self._number))
        if not os.path.samestat(told, os.fstat(self._file)):
            self._begin_again()
        elif told.st_size < self._offset:
            raise BrokenChain("the log has been cut")
        elif told.st_size > self._offset:
            self._read_on(told.st_size)
        while self.chain.is_rotated:
            self._next_file()

    def _path(self, number: int) -> Path:
        return self._folder / FILES.replace("*", f"{number:06d}")

    def _begin(self) -> None:
        """Find where the log ends: in its last file, or at the end of the one before if a process died between them."""
        numbers = sorted(int(path.stem.rpartition("-")[2]) for path in self._folder.glob(FILES))
        begun = [number for number in numbers[-2:] if self._first_line(number)]
        if not begun:
            self.chain = Chain()
            self._use(1)
            self._read_on_or_sign()
            return
        self._use(begun[-1])
        self.chain = begun_at(self._first_line(begun[-1]))
        self._read_on(os.fstat(self._file).st_size)
        while self.chain.is_rotated:
            self._next_file()

    def _begin_again(self) -> None:
        known = self.chain
        before, self._file = self._file, -1
        os.close(before)
        self._begin()
        if self.chain.seq < known.seq or (self.chain.seq == known.seq and self.chain.last != known.last):
            self.chain = known
            os.close(self._file)
            self._file = -1
            raise BrokenChain("the log that is there now is not the one that was written")

    def _first_line(self, number: int) -> bytes:
        with self._path(number).open("rb") as file:
            line = file.readline()
        return line[:-1] if line.endswith(b"\n") else b""

    def _use(self, number: int) -> None:
        opened = os.open(self._path(number), _APPENDED, 0o600)
        if self._file >= 0:
            os.close(self._file)
        self._file, self._number, self._offset = opened, number, 0
        self.lock.sync()  # the name of a new file, too, has to be on the disk

    def _next_file(self) -> None:
        self._use(self._number + 1)
        self.chain.is_rotated = False
        self._read_on_or_sign()

    def _read_on_or_sign(self) -> None:
        self._read_on(os.fstat(self._file).st_size)
        if self._offset == 0:
            self.checkpoint()

    def _read_on(self, size: int) -> None:
        data = os.pread(self._file, size - self._offset, self._offset)
        at = 0
        for line in data[: data.rfind(b"\n") + 1].split(b"\n")[:-1]:
            try:
                self.chain.fold(line)
            except BrokenChain:
                if _holds_entries(data[at:]):
                    raise
                break
            at += len(line) + 1
        self._offset += at
        if at < len(data):
            self._set_aside(data[at:])

    def _set_aside(self, torn: bytes) -> None:
        """Keep what a killed process or a failing disk left in a file beside, and tell of it."""
        digest = sha256(torn).hexdigest()
        kept = self._folder / f"aside-{self.chain.seq:012d}-{digest[:8]}"
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(torn)
            file.flush()
            os.fsync(file.fileno())
        os.ftruncate(self._file, self._offset)
        if self._offset == 0:
            self.checkpoint()
        self._write([{"kind": ASIDE, "bytes": len(torn), "sha256": digest, "file": kept.name}])

    def _write(self, bodies: Sequence[dict[str, Any]]) -> None:
        entries, lines, chain = [], [], self.chain
        seq, last = chain.seq, chain.last
        for body in bodies:
            entries.append({"at": now(), **body})
            lines.append(canonical({**entries[-1], "v": VERSION, "seq": seq, "prev": last}))
            seq, last = seq + 1, sha256(lines[-1]).hexdigest()
        data = b"".join(line + b"\n" for line in lines)
        self._write_whole(data)
        self._offset += len(data)
        for entry, line in zip(entries, lines, strict=True):
            chain.take(entry, line)

    def _write_whole(self, data: bytes) -> None:
        left = memoryview(data)
        try:
            while left:
                left = left[os.write(self._file, left) :]
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, self._offset)
            raise


def _holds_entries(data: bytes) -> bool:
    """Return whether whole entries stand there, which no killed process leaves behind a broken line."""
    for line in data.split(b"\n")[:-1]:
        with contextlib.suppress(ValueError):
            if isinstance(orjson.loads(line), dict):
                return True
    return False
