"""When a token was last used, by whichever worker: one that nobody used for long is refused, though its own time is not over.

The file of a token is named by a digest of it and holds the second at which the token ends; its time of change is its last use.
"""

import contextlib
import os
import time
from hashlib import sha256
from pathlib import Path

from graph_service.errors import LogUnavailable, NotAllowed
from graph_service.keys import private_folder
from graph_service.rights.claims import WHERE

_NOTED = 15.0  # seconds for which a worker writes no further use of a token
_MEND = "sign in again, or ask for a new token"


class Sessions:
    """The tokens that were used in one installation."""

    def __init__(self, folder: Path, minutes: int) -> None:
        self._folder, self._seconds = folder, 60.0 * minutes
        self._noted: dict[str, float] = {}
        self._swept = 0.0

    def require(self, token: str, until: float, *, is_used: bool) -> None:
        """Refuse a token that was used before and not for so many minutes now; note its use where it is one."""
        if not self._seconds:
            return
        now, name = time.time(), sha256(token.encode()).hexdigest()[:32]
        if now - self._noted.get(name, -_NOTED) < _NOTED:
            return
        try:
            self._require(self._folder / name, now)
            if is_used:
                self._note(name, now, until)
        except OSError as error:
            what = f"when tokens were used cannot be read or written ({error.strerror})"
            raise LogUnavailable(what, str(self._folder), "make room, or give the service its folder back") from error

    def _require(self, file: Path, now: float) -> None:
        with contextlib.suppress(FileNotFoundError):
            if now - file.stat().st_mtime > self._seconds:
                raise NotAllowed(f"nobody used the token for {self._seconds / 60:.0f} minutes", WHERE, _MEND)

    def _note(self, name: str, now: float, until: float) -> None:
        if now - self._swept > self._seconds:
            self._sweep(now)
        file = private_folder(self._folder) / name
        file.write_text(str(int(until)), encoding="ascii")
        os.utime(file, (now, now))
        self._noted[name] = now

    def _sweep(self, now: float) -> None:
        """Forget the tokens whose own time is over: they are refused for that."""
        self._swept, self._noted = now, {}
        for file in self._folder.iterdir() if self._folder.is_dir() else ():
            with contextlib.suppress(FileNotFoundError, ValueError):
                if int(file.read_text(encoding="ascii")) < now:
                    file.unlink()
