"""Secrets that the software makes for itself: random, in a file only its owner reads, made once."""

import os
import secrets
from pathlib import Path

from graph_service.errors import BadInput

_BYTES = 32


def private_folder(path: Path) -> Path:
    """Return the folder, made if missing, which nobody but its owner may enter."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(f"the folder cannot be made ({reason})", str(path), "choose another LEADLINK_HOME") from error
    return path


def read_or_create_key(path: Path) -> bytes:
    """Return the key in the file, or a new random one that the file then keeps."""
    if not path.exists():
        write_secret(path, secrets.token_hex(_BYTES))
    key = path.read_bytes().strip()
    if len(key) < _BYTES:
        what = "the key is too short to be one that was made here"
        raise BadInput(what, str(path), "put the kept copy of the key back")
    return key


def write_secret(path: Path, value: str) -> None:
    """Write the value to a new file of mode 0600; the first of several writers at once wins."""
    private_folder(path.parent)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(value + "\n")
            file.flush()
            os.fsync(file.fileno())
        # A link refuses to replace, where a rename would overwrite the key another process has just made.
        if not path.exists():
            _link_once(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _link_once(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
