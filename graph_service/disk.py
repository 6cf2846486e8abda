"""Room on disk, asked for before anything is written."""

import shutil
from pathlib import Path

from graph_service.errors import GraphUnavailable

_MIB = 1024**2


def free_bytes(path: Path) -> int:
    """Return the free bytes where the path is, or will be."""
    existing = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
    return shutil.disk_usage(existing).free


def require_space(path: Path, needed: int, what: str) -> None:
    """Refuse when fewer bytes are free than are needed there."""
    free = free_bytes(path)
    if free < needed:
        raise GraphUnavailable(
            f"not enough disk space for {what}: {needed // _MIB} MiB needed, {free // _MIB} MiB free",
            str(path),
            "free some space or set LEADLINK_HOME to a larger disk",
        )
