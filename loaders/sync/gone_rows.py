"""Rows that a full listing no longer holds: an entry of the ledger of its own, so that taking them back can be undone."""

from collections.abc import Iterator
from contextlib import contextmanager

from loaders.declare.source import Source
from loaders.ledger.kept_rows import KeptDeclaration, KeptRows, path_of, read_kept
from loaders.ledger.receipts import Ledger
from loaders.load.environment import LoadEnvironment
from loaders.load.source_entry import entry_of
from loaders.readers import Opened


def gone_name(source: str) -> str:
    """Return what stands in the ledger for the file of rows that were taken back."""
    return f"gone:{source}"


@contextmanager
def noted(environment: LoadEnvironment, source: Source, keys: set[str]) -> Iterator[None]:
    """Write down which rows are taken back in the block, before it begins and when it has ended."""
    ledger = Ledger(environment.writer, entry_of(source), environment.by)
    entry = Opened(gone_name(source.name), "", 0, tuple(source.used_columns()), lambda: iter(()))
    load_plan = ledger.load_plan(entry)
    before = read_kept(environment.home, load_plan.uid)  # of a run that was cut off
    every = keys | set(before.removed() if before else ())
    path = path_of(environment.home, load_plan.uid) if environment.kept_loads else None
    kept = KeptRows(path, entry.columns, KeptDeclaration.of(source))
    kept.remove(sorted(every))
    kept.close()
    ledger.start(load_plan, entry)
    yield
    ledger.finish(load_plan.uid, "DONE", {"removed": len(every)})
