"""A large log: how fast entries are appended, how large they are, how fast the checker reads them."""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from graph_service.access_log.folder import Bounds, LogFolder
from graph_service.access_log.signing import read_signer
from tests.access_log import body

_AT_ONCE = 500


def verify_million(root: Path, entries: int) -> dict[str, Any]:
    """Return the seconds of writing and of verifying, and what an entry takes on the disk."""
    folder = LogFolder(root / "access_log", read_signer(root), Bounds())
    folder.open()
    began = time.perf_counter()
    for first in range(0, entries, _AT_ONCE):
        with folder.lock.locked():
            folder.append([_answer(number) for number in range(first, first + _AT_ONCE)])
    with folder.lock.locked():
        folder.checkpoint()
    wrote = time.perf_counter() - began
    folder.close()
    size = sum(path.stat().st_size for path in (root / "access_log").iterdir())
    began, used = time.perf_counter(), _children_used()
    command = [sys.executable, "-m", "graph_service.access_log.verify", str(root / "access_log"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return {
        "entries": told["entries"], "bytes each": round(size / told["entries"]), "seconds written": round(wrote, 1),
        "seconds verified": round(time.perf_counter() - began, 1), "faults": len(told["faults"]),
        "processor seconds verified": round(_children_used() - used, 1),
    }  # fmt: skip


def _children_used() -> float:
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


def _answer(number: int) -> dict[str, Any]:
    return body(number) | {
        "request": f"{number:016x}", "teams": ["DISC_1"], "grants": ["JUDGE", "READ_SHARED"], "purpose": None, "name": "Clues",
        "document": f"{number % 50:064x}",
    }  # fmt: skip
