"""Reads the log for a reviewer: its answers, by officer, record, time and code."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from graph_service.access_log.folder import FILES
from graph_service.errors import BadInput, NotFound

Entry = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """Which entries a reviewer wants; what is not given is not asked for."""

    officer: str | None = None
    record: str | None = None
    since: str | None = None
    until: str | None = None

    def fits(self, entry: Entry) -> bool:
        """Return whether an entry is wanted."""
        return (
            (self.officer is None or entry["officer"] == self.officer)
            and (self.since is None or entry["at"] >= self.since)
            and (self.until is None or entry["at"] < self.until)
            and (self.record is None or any(self.record in uids for uids in entry["records"].values()))
        )

    @property
    def told(self) -> dict[str, str]:
        """Return what is asked for, as the log keeps it."""
        return {name: value for name, value in vars(self).items() if value is not None}


def times(text: str) -> list[str | None]:
    """Return when a stretch such as `2026-11-01..2026-11-28T22:00` begins and ends; either may be left out."""
    since, _, until = text.partition("..")
    return [_moment(since.strip()), _moment(until.strip())]


def _moment(text: str) -> str | None:
    """Return a day or a time as entries hold times; without a zone it is meant in that of this machine."""
    if not text:
        return None
    try:
        given = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput("this is no day and no time", text, "write 2026-11-28 or 2026-11-28T22:00") from error
    return given.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def read_entries(folder: Path, wanted: Wanted) -> Iterator[Entry]:
    """Yield the answers that are wanted, oldest first; a line that cannot be read is left to the checker to tell."""
    paths = sorted(folder.glob(FILES))
    if not paths:
        raise NotFound("there is no access log", str(folder), "give the folder of one")
    for path in paths:
        with path.open("rb") as file:
            for line in file:
                entry = _answer_in(line)
                if entry and wanted.fits(entry):
                    yield entry


def _answer_in(line: bytes) -> Entry | None:
    try:
        entry = orjson.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and entry.get("kind") == "answer" else None
