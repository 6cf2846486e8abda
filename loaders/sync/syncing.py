"""Full listings and withdrawals: what a source no longer says is taken back, and exactly that."""

import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.cypher.files import query
from graph_service.errors import Conflict, NotFound
from loaders.declare.nearest import unknown
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.ledger.kept_out import drop_rejects
from loaders.ledger.kept_rows import drop_kept, read_kept
from loaders.ledger.receipts import Ledger, loads_of, read_sources
from loaders.load.environment import LoadEnvironment
from loaders.load.mending import bind, mend, read_audiences
from loaders.load.one_source import Outcome, Progress, load_inputs, open_all, refusals_written
from loaders.load.source_entry import entry_of
from loaders.mapping.versions import drop_versions
from loaders.merging.releasing import Releasing
from loaders.merging.settling import KnownSources
from loaders.merging.taking_back import survey, take_back
from loaders.readers.tables import keys_name, open_keys, open_table, table_name
from loaders.sync.gone_rows import gone_name, noted
from loaders.sync.rejects import REPAIRED
from loaders.sync.rolling_back import RollBackPlan, keys_held, plan, plan_of_keys, state_again
from loaders.sync.table_keys import is_sweep_due, listed_keys, note_sweep

_FEW = 100  # rows that may vanish without further question
_PART = 0.5
_WITHDRAWN = "WITHDRAWN"
_TOLD = 5  # loads named to somebody who named none of them


@dataclass(frozen=True)
class SyncOptions:
    """How a sync is to be run."""

    dry_run: bool = False
    even_most: bool = False  # go on even if most rows of the source are gone
    due: bool = False  # only if its time has come and nobody else runs it
    sweep: bool = False  # compare all keys now, whenever they were compared last


def sync_source(
    source: Source, data: Path, environment: LoadEnvironment, progress: Progress, options: SyncOptions = SyncOptions()
) -> Outcome:
    """Load what has changed and take back rows and files that are gone; refuse if most of the source seems to be gone."""
    began = time.monotonic()
    reading = SourceReading.of(source)
    ledger = Ledger(environment.writer, entry_of(source), environment.by)
    since = ledger.mark(table_name(reading)) if source.watermark else None
    if since is None:
        inputs = open_all(source, data, environment)
        outcome, keys = load_inputs(source, inputs, environment, progress)
        standing = _compare(source, environment, outcome, keys, options)
        if not environment.dry_run:
            files = {opened.file for opened in inputs} | {keys_name(reading), gone_name(source.name)}
            _mark(environment, source.name, lambda load: not _is_listed(load, files, standing), closed=True)
    else:
        with refusals_written(source, data, environment):
            table = open_table(reading, data, environment.operator, since)
        outcome, seen = load_inputs(source, [table], environment, progress)
        every = source.sync.sweep if source.sync else None
        if options.sweep or (every and is_sweep_due(environment.writer, source.name, every)):
            keys, missing = listed_keys(reading, data, environment.writer, seen)
            if missing:
                with refusals_written(source, data, environment):
                    late = open_keys(reading, data, environment.operator, missing)
                outcome.join(load_inputs(source, [late], environment, progress)[0])
            _compare(source, environment, outcome, keys, options)
    outcome.seconds = time.monotonic() - began
    return outcome


def _is_listed(load: dict[str, Any], files: set[str], standing: set[str] | None) -> bool:
    """Return whether a full listing holds what a load brought; a repair is no file of it, and stands while its rows do."""
    is_repair = load["file"].startswith(REPAIRED)
    return load["file"] in files or (is_repair and (standing is None or load["uid"] in standing))


def _compare(
    source: Source, environment: LoadEnvironment, outcome: Outcome, keys: set[int], options: SyncOptions
) -> set[str] | None:
    """Take back the rows whose keys a full listing does not hold; return the loads whose rows stand, None where all may."""
    if outcome.unreadable:
        # A row whose key cannot be read may be any of those that seem to be gone.
        outcome.removed = 0
        return None
    left: set[str] = set()
    standing: set[str] = set()

    def gone(key: str, load: str) -> bool:
        if hash(key) in keys:
            standing.add(load)
            return False
        left.add(key)
        return True

    found = survey(environment.writer, source.name, gone)
    if found.gone > max(_FEW, found.rows * _PART) and not options.even_most:
        raise Conflict(
            f"{found.gone:,} of {found.rows:,} rows of source {source.name} are gone from it",
            f"source {source.name}",
            "if this is true, say so with --even-most; else export the source again",
        )
    outcome.removed = found.gone
    if found.gone and not environment.dry_run:
        with noted(environment, source, left):
            _take_back(environment, source.name, gone)
        environment.vault.drop(source.name, left)
    if source.watermark and not environment.dry_run:
        note_sweep(environment.writer, source.name)
    return standing


@dataclass(frozen=True)
class Withdrawal:
    """What is to be withdrawn: a source, or only what one of its files or one of its loads brought last."""

    source: str
    file: str | None = None
    load: str | None = None


def withdraw(environment: LoadEnvironment, what: Withdrawal) -> int:
    """Take back what a source, file or load brought and nothing else supports; return the number of its rows."""
    known = read_sources(environment.writer)
    if what.source not in known:
        raise NotFound(unknown("source", what.source, known), "the graph", "give the name of a source that was loaded")
    # What a full listing has closed can come back when a load is rolled back: whoever withdraws it means that too.
    loads = loads_of(environment.writer, what.source, closed=True)
    chosen = [load for load in loads if _is_meant(load, what)]
    if not chosen:
        newest = ", ".join(f"{load['uid']} ({load['file']})" for load in loads[:_TOLD])
        mend = f"its newest loads are {newest}" if newest else "nothing of it was loaded"
        raise NotFound(f"no load of source {what.source} fits", "the ledger", mend)
    uids = {load["uid"] for load in chosen}
    if what.load is not None:
        rows = _roll_back(environment, what.source, plan(environment, loads, uids))
    elif what.file is not None:
        rows = _take_file_back(environment, what.source, loads, uids)
    elif environment.dry_run:
        rows = survey(environment.writer, what.source, lambda *_: True).gone
    else:
        rows = _take_back(environment, what.source, lambda *_: True)
        drop_versions(environment.writer, what.source)
        environment.vault.drop_source(what.source)
    if not environment.dry_run:
        _mark(environment, what.source, lambda load: load["uid"] in uids)
        if what.load is not None:
            environment.writer.run_write(query("loading/load_unmark").body, source=what.source, uid=what.load)
        drop_kept(environment.home, uids)
        drop_rejects(environment.home, uids)
    return rows


def _roll_back(environment: LoadEnvironment, source: str, made: RollBackPlan) -> int:
    if not environment.dry_run:
        _take_back(environment, source, lambda key, _load: key in made.gone)
        environment.vault.drop(source, made.gone)
        state_again(environment, source, made)
        environment.writer.run_write(query("loading/loads_reopen").body, uids=[uid for uid, _, _ in made.again])
    return made.rows


def _take_file_back(environment: LoadEnvironment, source: str, loads: list[dict[str, Any]], uids: set[str]) -> int:
    """Take back what loads of a file brought, but for what other files say, and note it where older rows could come back."""
    closed = {load["uid"] for load in loads if load["state"] == _WITHDRAWN} - uids
    held = keys_held(environment, uids) if closed else set()
    keys: set[str] = set()

    def is_its(key: str, load: str) -> bool:
        # A row that says what it said in a closed file stands under the load of that one.
        its = load in uids or (load in closed and key in held)
        if its:
            keys.add(key)
        return its

    found = survey(environment.writer, source, is_its)
    if environment.dry_run:
        return found.gone
    again = plan_of_keys(environment, [load for load in loads if load["uid"] not in closed], uids, keys)
    kept = next(filter(None, (read_kept(environment.home, uid) for uid in uids)), None) if closed else None
    with noted(environment, kept.source, again.gone) if kept and again.gone else nullcontext():
        rows = _take_back(environment, source, is_its)
        environment.vault.drop(source, again.gone)
    state_again(environment, source, again)
    return rows


def _is_meant(load: dict[str, Any], what: Withdrawal) -> bool:
    return what.file in (None, load["file"]) and what.load in (None, load["uid"])


def _take_back(environment: LoadEnvironment, source: str, gone: Callable[[str, str], bool]) -> int:
    mend(environment.writer, environment.uid_key)
    rows = take_back(environment.writer, source, gone)
    known, audiences = KnownSources.of(read_sources(environment.writer)), read_audiences(environment.writer)
    Releasing(environment.writer, known, audiences, environment.uid_key).release()
    bind(environment.writer, environment.uid_key, [])
    return rows


def _mark(
    environment: LoadEnvironment, source: str, chosen: Callable[[dict[str, Any]], bool], closed: bool = False
) -> None:
    loads = loads_of(environment.writer, source, closed=not closed)
    if uids := [load["uid"] for load in loads if chosen(load)]:
        environment.writer.run_write(query("loading/loads_withdraw").body, source=source, uids=uids, closed=closed)
