"""Rolls loads back: the graph becomes what the other loads of the source would have made of it.

Every row that a rolled-back load held gets back what the newest other load said of it, from the rows that were kept of
that load; a row that no other load held is taken back. Running it again after it was cut off completes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import blake2b
from typing import Any

from graph_service.errors import Conflict, NotFound
from loaders.ledger.kept_rows import KeptLoad, read_kept
from loaders.ledger.receipts import Ledger, LoadPlan, SourceEntry
from loaders.load.environment import LoadEnvironment
from loaders.load.load_context import SourceRun
from loaders.load.one_source import load_context_of, load_input
from loaders.load.source_entry import entry_of
from loaders.mapping.row_mapping import key_reader
from loaders.mapping.versions import forget_versions
from loaders.merging.fresh import Fresh
from loaders.readers import Opened
from loaders.rejection import Rejection

NumberedCells = tuple[int, list[object]]


@dataclass
class RollBackPlan:
    """What rolling back comes to: rows to be taken back, and rows of other loads to be stated again, oldest first."""

    gone: set[str]
    again: list[tuple[str, KeptLoad, list[NumberedCells]]] = field(default_factory=list)  # uid, what was kept, rows
    alike: int = 0  # rows to be stated again that say what the rolled-back load said

    @property
    def rows(self) -> int:
        """Return how many rows change."""
        return len(self.gone) + sum(len(rows) for _, _, rows in self.again) - self.alike


def plan(environment: LoadEnvironment, loads: list[dict[str, Any]], chosen: set[str]) -> RollBackPlan:
    """Return what has to be done to roll the chosen ones of these loads (newest first) back."""
    ordered = loads[::-1]
    held: dict[str, int] = {}  # key -> place of the newest chosen load that held it
    said: dict[str, str] = {}
    for place, load in enumerate(ordered):
        if load["uid"] in chosen:
            kept = read_kept(environment.home, load["uid"])
            if kept is None:
                what = f"the rows of load {load['uid']} are not kept on this machine"
                mend = "roll back where it was loaded, withdraw its file, or load the earlier file again"
                raise NotFound(what, str(environment.home / "loads"), mend)
            contents = {key: _content(kept, row) for key, row in _rows(kept)}
            said |= contents
            held |= dict.fromkeys((*contents, *kept.removed()), place)
    made, unkept = _planned(environment, ordered, chosen, held)
    if unkept:
        what = f"{unkept:,} rows may have been stated by loads that are no longer kept"
        raise Conflict(what, "LEADLINK_KEEP_LOADS", "withdraw the source or its file, and load it again")
    newest = {key: _content(kept, row) for _, kept, rows in made.again for key, row in _keyed(kept, rows)}
    made.alike = sum(said.get(key) == content for key, content in newest.items())
    return made


def plan_of_keys(
    environment: LoadEnvironment, loads: list[dict[str, Any]], chosen: set[str], keys: set[str]
) -> RollBackPlan:
    """Return what the loads that are not chosen say of these rows, as far as it was kept."""
    return _planned(environment, loads[::-1], chosen, dict.fromkeys(keys, len(loads)))[0]


def keys_held(environment: LoadEnvironment, loads: Iterable[str]) -> set[str]:
    """Return the keys of the rows of loads, as far as these were kept."""
    kept = filter(None, (read_kept(environment.home, load) for load in loads))
    return {key for each in kept for key, _ in _rows(each)}


def _planned(
    environment: LoadEnvironment, ordered: list[dict[str, Any]], chosen: set[str], held: dict[str, int]
) -> tuple[RollBackPlan, int]:
    """Return the plan, and the number of rows that loads may have stated of which nothing is kept."""
    open_keys = set(held)
    made = RollBackPlan(set())
    unkept = False
    for place in range(len(ordered) - 1, -1, -1):
        load = ordered[place]
        if load["uid"] in chosen or not open_keys:
            continue
        kept = read_kept(environment.home, load["uid"])
        if kept is None:
            unkept = True
            continue
        removed = open_keys & set(kept.removed())
        made.gone |= {key for key in removed if place < held[key]}
        open_keys -= removed
        rows = {key: row for key, row in _rows(kept) if key in open_keys}
        # What a later load said already stands; what an earlier one said has to be said again.
        if again := [row for key, row in rows.items() if place < held[key] or kept.source.version]:
            made.again.insert(0, (load["uid"], kept, again))
        if not kept.source.version:
            open_keys -= rows.keys()
    known = {key for _, kept, rows in made.again if kept.source.version for key in _keys_of(kept, rows)}
    made.gone |= open_keys - known
    return made, len(open_keys - known) if unkept else 0


def _rows(kept: KeptLoad) -> Iterable[tuple[str, NumberedCells]]:
    return _keyed(kept, kept.rows())


def _keyed(kept: KeptLoad, rows: Iterable[NumberedCells]) -> Iterable[tuple[str, NumberedCells]]:
    key_of = key_reader(kept.source.key, kept.columns)
    return ((key_of(row[1]), row) for row in rows)


def _keys_of(kept: KeptLoad, rows: Iterable[NumberedCells]) -> Iterable[str]:
    return (key for key, _ in _keyed(kept, rows))


def _content(kept: KeptLoad, row: NumberedCells) -> str:
    """Return what a row says, as it was declared when it was read."""
    said = sorted(zip(kept.columns, map(repr, row[1]), strict=True))
    return blake2b(repr((kept.declared, said)).encode(), digest_size=16).hexdigest()


def state_again(environment: LoadEnvironment, source: str, made: RollBackPlan) -> None:
    """Write what other loads said of the rows, under the names of these loads."""
    stated = {key for _, kept, rows in made.again for key in _keys_of(kept, rows)}
    forget_versions(environment.writer, source, made.gone | stated, environment.uid_key)
    for uid, kept, rows in made.again:
        opened = Opened("", "", 0, kept.columns, partial(iter, rows))
        ledger = _Replay(environment, entry_of(kept.source), uid)
        load_context = load_context_of(
            SourceRun(kept.source, ledger, Fresh.nothing(environment.writer)), opened, environment
        )
        rejects = environment.home / "rejects" / f"again_{uid}.jsonl"
        load_input(replace(load_context, rejects=rejects, kept=None), lambda *_: None)


class _Replay(Ledger):
    """The ledger while rows are stated again: the loads are those that are written down already."""

    def __init__(self, environment: LoadEnvironment, entry: SourceEntry, uid: str) -> None:
        super().__init__(environment.writer, entry, environment.by)
        self._uid = uid

    def load_plan(self, opened: Opened) -> LoadPlan:
        """Return the load that brought the rows first."""
        return LoadPlan(self._uid, again=False, revisits=True, suspicious=True)

    def start(self, load_plan: LoadPlan, opened: Opened) -> None:
        """Leave the load as it is."""

    def finish(self, uid: str, state: str, counts: Mapping[str, object], mark: object = None) -> None:
        """Leave the load as it is."""

    def reject(self, uid: str, rejections: Iterable[Rejection]) -> None:
        """Leave the load's rejected rows as they are."""
