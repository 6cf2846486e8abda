"""Logs for tests: one that was written as the service writes it, and what a change to its files does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.access_log.log import FOLDER, AccessLog, open_log
from graph_service.access_log.verify.check import Check
from graph_service.access_log.verify.heads import Key
from graph_service.access_log.verify.report import Report
from graph_service.settings import Settings, read_settings


@dataclass(frozen=True)
class WrittenLog:
    """A log on the disk, and the folder in which it was anchored."""

    folder: Path
    anchors: Path

    @property
    def files(self) -> list[Path]:
        """Return its files in order."""
        return sorted(self.folder.glob("access-*.jsonl"))

    @property
    def lines(self) -> list[bytes]:
        """Return all its lines, each with its end."""
        return [line for path in self.files for line in path.read_bytes().splitlines(keepends=True)]

    def entries(self, kind: str = "answer") -> list[dict[str, Any]]:
        """Return its entries of a kind."""
        return [entry for entry in map(json.loads, self.lines) if entry["kind"] == kind]

    def check(self, is_part: bool = False) -> Report:
        """Return what the checker says of it."""
        key = Key((self.folder / "public_key.pem").read_bytes())
        return Check(self.folder, key, list(self.anchors.glob("*.head")), is_part).run()

    @contextmanager
    def changed(self, path: Path, data: bytes) -> Iterator[Report]:
        """Put other bytes into a file until the block ends, and tell what the checker says."""
        before = path.read_bytes()
        path.write_bytes(data)
        try:
            yield self.check()
        finally:
            path.write_bytes(before)


def settings_in(root: Path, **given: Any) -> Settings:
    """Return settings whose log lies under this folder, anchored beside its home."""
    (root / "anchors").mkdir(parents=True, exist_ok=True)
    usual = {"home": root / "home", "access_log_anchor": root / "anchors", "access_log_sync": "second"}
    return read_settings(**{**usual, **given})


def log_in(root: Path) -> WrittenLog:
    """Return the log that lies there."""
    return WrittenLog(root / "home" / FOLDER, root / "anchors")


def opened(root: Path, **given: Any) -> AccessLog:
    """Return a log as a process of the service opens it."""
    log = open_log(settings_in(root, **given))
    assert log
    return log


def body(number: int, records: int = 3) -> dict[str, Any]:
    """Return the entry of an answer."""
    return {
        "kind": "answer", "channel": "HTTP", "code": "OK", "officer": "o_disc", "operation": ["clues"],
        "records": {"Clue": [f"clue_{number * 1000 + each:024x}" for each in range(records)]}, "number": records,
    }  # fmt: skip


async def written(root: Path, entries: int, records: int = 3, **given: Any) -> WrittenLog:
    """Return a log of so many answers that was closed in order."""
    log = opened(root, **given)
    async with log.kept():
        for number in range(entries):
            await log.write(body(number, records))
    return log_in(root)
