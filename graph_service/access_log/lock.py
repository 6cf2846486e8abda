"""The lock of the log's folder: one process at a time appends, and who asks again is next, however busy others are."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class FolderLock:
    """Two locks of the kernel, which end with their process: one to append, and one to be the next who does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = self._turn = -1
        self._has_turn = False

    def hold(self) -> None:
        """Open the folder, which must be there."""
        self._lock = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._turn = os.open(self._folder / "turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def let_go(self) -> None:
        """Close it."""
        for descriptor in (self._lock, self._turn):
            if descriptor >= 0:
                os.close(descriptor)
        self._lock = self._turn = -1
        self._has_turn = False

    @contextmanager
    def locked(self) -> Iterator[bool]:
        """Run the block with the lock, or tell it that somebody else has it."""
        told = os.stat(self._folder)
        if self._turn < 0 or not os.path.samestat(told, os.fstat(self._lock)):  # put back, or another one
            self.let_go()
            self.hold()
        self._has_turn = self._has_turn or _locks(self._turn)
        if not (self._has_turn and _locks(self._lock)):
            yield False
            return
        self.give_way()
        try:
            yield True
        finally:
            fcntl.flock(self._lock, fcntl.LOCK_UN)

    def give_way(self) -> None:
        """Ask no longer."""
        if self._has_turn:
            fcntl.flock(self._turn, fcntl.LOCK_UN)
        self._has_turn = False

    def sync(self) -> None:
        """Have the disk keep the names of new files."""
        os.fsync(self._lock)


def _locks(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
