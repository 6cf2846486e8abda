"""What one load needs, put together before its first row."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from graph_service.graph import Writer
from graph_service.identity.merges import survivors
from graph_service.rights.audiences import Audiences
from graph_service.vault.store import Vault
from loaders.declare.source import Source
from loaders.ledger.receipts import Ledger, LoadPlan
from loaders.mapping.claims import Origin
from loaders.mapping.disputes import Disputes
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_book import Winners
from loaders.merging.fresh import Fresh
from loaders.merging.releasing import Releasing
from loaders.merging.settling import KnownSources
from loaders.readers import Opened


@dataclass
class SourceRun:
    """One source whose inputs are loaded one after the other: its ledger, and what its inputs so far have shown."""

    source: Source
    ledger: Ledger
    fresh: Fresh
    earlier: dict[int, int] = field(default_factory=dict)  # rows of the inputs so far
    winners: Winners | None = None  # which rows stand, once somebody had to know


@dataclass(frozen=True)
class LoadContext:
    """Everything that one load needs."""

    source: Source
    opened: Opened
    writer: Writer
    uid_key: bytes
    origin: Origin
    load_plan: LoadPlan
    ledger: Ledger
    audiences: Audiences
    known: KnownSources
    releasing: Releasing
    lookups: Lookups
    disputes: Disputes
    survivors: dict[str, str]
    earlier: Mapping[int, int]  # rows of the inputs before this one
    winners: Winners
    fresh: Fresh  # what is expected not to be in the graph yet
    vault: Vault
    rejects: Path
    kept: Path | None  # where the rows are kept, so that the load can be rolled back
    at: datetime
    chunk: int
    dry_run: bool

    def meet_survivors(self) -> None:
        """Look again who answers for whom: a merge goes with the nodes that were released."""
        if self.survivors:
            standing = survivors(self.writer)
            self.survivors.clear()
            self.survivors.update(standing)

    def looking(self) -> "LoadContext":
        """Return the same load as a dry run."""
        releasing = Releasing(self.writer, self.known, self.audiences, self.uid_key, dry_run=True)
        return replace(self, dry_run=True, releasing=releasing)
