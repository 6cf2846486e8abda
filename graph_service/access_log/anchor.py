"""Anchors: signed heads of the log, handed to where nobody here can change them afterwards."""

import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from graph_service.access_log.signing import Head, Signer

_COMMAND_SECONDS = 30


@dataclass(frozen=True)
class Anchor:
    """Where heads are handed to: a folder, such as one that can be written once only, a command, or both."""

    folder: Path | None
    command: str | None

    def __bool__(self) -> bool:
        """Return whether there is any place."""
        return self.folder is not None or bool(self.command)

    def hand_over(self, head: Head, signer: Signer) -> None:
        """Hand a head over; raises OSError or SubprocessError where it is not taken."""
        note = signer.note(head).encode()
        if self.folder is not None:
            _write_once(self.folder / f"{signer.origin.rpartition('/')[2]}-{head.size:012d}.head", note)
        if self.command:
            subprocess.run(  # noqa: S603 - who sets the command runs the service
                shlex.split(self.command), input=note, timeout=_COMMAND_SECONDS, check=True, stdout=subprocess.DEVNULL
            )


def _write_once(path: Path, note: bytes) -> None:
    if path.exists() and path.read_bytes() == note:  # taken before, when something else failed
        return
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o444)
    with os.fdopen(descriptor, "wb") as file:
        file.write(note)
        file.flush()
        os.fsync(file.fileno())
