"""Full listings and withdrawals: what a source no longer says is taken back, and exactly that."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.cypher import query
from graph_service.errors import Conflict, NotFound
from loaders.ledger import read_sources
from loaders.load import Desk, Outcome, Progress, bind, load_inputs, mend, open_all, read_audiences
from loaders.nearest import unknown
from loaders.releasing import Releasing
from loaders.settling import Known
from loaders.source import Source
from loaders.taking_back import survey, take_back

_FEW = 100  # rows that may vanish without further question
_PART = 0.5


def sync_source(source: Source, data: Path, desk: Desk, progress: Progress, even_most: bool = False) -> Outcome:
    """Load every input and take back rows and files that are gone; refuse if most of the source seems to be gone."""
    began = time.monotonic()
    inputs = open_all(source, data, desk)
    outcome, keys = load_inputs(source, inputs, desk, progress)
    if outcome.unreadable:
        # A row whose key cannot be read may be any of those that seem to be gone.
        outcome.removed = 0
        return outcome

    def gone(key: str, _load: str) -> bool:
        return hash(key) not in keys

    found = survey(desk.writer, source.name, gone)
    if found.gone > max(_FEW, found.rows * _PART) and not even_most:
        raise Conflict(
            f"{found.gone:,} of {found.rows:,} rows of source {source.name} are gone from its files",
            str(data),
            "if this is true, say so with --even-most; else export the source again",
        )
    outcome.removed = found.gone
    if found.gone and not desk.dry_run:
        _take_back(desk, source.name, gone)
    if not desk.dry_run:
        files = {opened.file for opened in inputs}
        _mark(desk, source.name, lambda load: load["file"] not in files)
    outcome.seconds = time.monotonic() - began
    return outcome


@dataclass(frozen=True)
class Withdrawal:
    """What is to be withdrawn: a source, or only what one of its files or one of its loads brought last."""

    source: str
    file: str | None = None
    load: str | None = None


def withdraw(desk: Desk, what: Withdrawal) -> int:
    """Take back what a source, file or load brought and nothing else supports; return the number of its rows."""
    known = read_sources(desk.writer)
    if what.source not in known:
        raise NotFound(unknown("source", what.source, known), "the graph", "give the name of a source that was loaded")
    chosen = [load for load in _loads(desk, what.source) if _is_meant(load, what)]
    if not chosen:
        raise NotFound(f"no load of source {what.source} fits", "the ledger", "see `loads` for what was loaded")
    uids = {load["uid"] for load in chosen}
    whole = what.file is None and what.load is None

    def gone(_key: str, load: str) -> bool:
        return whole or load in uids

    if desk.dry_run:
        return survey(desk.writer, what.source, gone).gone
    rows = _take_back(desk, what.source, gone)
    _mark(desk, what.source, lambda load: load["uid"] in uids)
    return rows


def _is_meant(load: dict[str, Any], what: Withdrawal) -> bool:
    return what.file in (None, load["file"]) and what.load in (None, load["uid"])


def _loads(desk: Desk, source: str) -> list[dict[str, Any]]:
    return desk.writer.run_read(query("work/load_before").body, source=source)[0]


def _take_back(desk: Desk, source: str, gone: Callable[[str, str], bool]) -> int:
    mend(desk)
    rows = take_back(desk.writer, source, gone)
    audiences = read_audiences(desk.writer)
    Releasing(desk.writer, Known.of(read_sources(desk.writer)), audiences).release()
    bind(desk.writer, desk.uid_key, [])
    return rows


def _mark(desk: Desk, source: str, chosen: Callable[[dict[str, Any]], bool]) -> None:
    if uids := [load["uid"] for load in _loads(desk, source) if chosen(load)]:
        desk.writer.run_write(query("work/loads_withdraw").body, source=source, uids=uids)
