"""Keeps reporters apart: their cells leave a row before anything else sees it, and texts are masked; the vault gets both.

Everything behind this step, the ledger, kept rows, rejected rows and their workbook, works with what is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson

from graph_service.vault.entry import Entry, Reporter
from graph_service.vault.giveaways.masking import mask
from graph_service.vault.store import Vault
from loaders.declare.parts import SourceReporting
from loaders.declare.source import Source
from loaders.mapping.statement import MappedRow
from loaders.readers.row import Row
from loaders.rejection import Rejection


@dataclass(frozen=True)
class RowSecret:
    """What a row says that only the vault may hold."""

    reporter: Reporter
    originals: tuple[tuple[str, str], ...]
    few: tuple[str, ...]


class ReportersApart:
    """Takes reporters out of the rows of one input, and hands them to the vault before the rest is merged."""

    def __init__(self, source: Source, columns: Sequence[str], vault: Vault) -> None:
        self._vault = vault
        self._reporting = reporting = SourceReporting.of(source)
        self._parts = [(name, _places(named, columns)) for name, named in reporting.parts] if reporting else []
        self._details = [(columns[place], place) for place in _places(reporting.details, columns)] if reporting else []
        self._texts = [(columns[place], place) for place in _places(reporting.texts, columns)] if reporting else []
        self._hidden = _places(reporting.columns, columns) if reporting else []
        self._width = len(columns)
        self._waiting: dict[str, list[Entry]] = {}  # by the row's key, nothing for one that is gone
        self.lacking = 0  # entries that a dry run would have written

    def part(self, row: Row) -> tuple[Row, RowSecret | None]:
        """Return the row as everybody may handle it, and what was taken out of it."""
        if self._reporting is None:
            return row, None
        number, cells = row
        reporter = self._reporter(cells)
        shared = list(cells)
        for place in self._hidden:
            shared[place] = None
        originals: list[tuple[str, str]] = []
        few: list[str] = []
        for column, place in self._texts:
            shared[place], told, is_changed = masked_cell(shared[place], reporter, self._vault.place.few)
            few += told
            if is_changed or (reporter.is_known and cells[place] is not None):
                originals.append((column, _text(cells[place])))
        secret = RowSecret(reporter, tuple(originals), tuple(few))
        return (number, shared), secret if reporter.is_known or originals else None

    def stripped(self, rejection: Rejection) -> Rejection:
        """Return a row that could not be read without what tells who reported; without any cell where that cannot be told."""
        if self._reporting is None or not rejection.cells:
            return rejection
        if len(rejection.cells) == self._width:
            return replace(rejection, cells=self.part((rejection.row, list(rejection.cells)))[0][1])
        if self._hidden:
            return replace(rejection, cells=[])
        return replace(rejection, cells=[masked_cell(cell, Reporter(), 0)[0] for cell in rejection.cells])

    def keep(self, row: MappedRow, secret: RowSecret | None) -> None:
        """Take up what belongs to a row that is taken, or that it is gone."""
        if row.deleted and self._reporting:
            self._waiting[row.key] = []
        elif secret and self._reporting:
            kind = self._reporting.kind
            records = dict.fromkeys(statement.uid for label, statement in row.nodes if label == kind)
            self._waiting[row.key] = [
                Entry(self._reporting.name, row.key, uid, kind, secret.reporter, secret.originals, secret.few)
                for uid in records
            ]

    def hand_over(self, dry_run: bool) -> None:
        """Have the vault keep what was taken up; it stands there before what is shared of it is in the graph."""
        waiting, self._waiting = self._waiting, {}
        entries = [entry for found in waiting.values() for entry in found]
        if dry_run:
            self.lacking += self._vault.lacking(entries)
            return
        if self._reporting and (gone := [key for key, found in waiting.items() if not found]):
            self._vault.drop(self._reporting.name, gone)
        self._vault.put(entries)

    def _reporter(self, cells: Sequence[object]) -> Reporter:
        said = {name: ";".join(filter(None, (_text(cells[place]) for place in places))) for name, places in self._parts}
        details = tuple((name, text) for name, place in self._details if (text := _text(cells[place])))
        return Reporter(**said, details=details)


def masked_cell(cell: Any, reporter: Reporter, limit: int) -> tuple[Any, tuple[str, ...], bool]:
    """Return a cell without what gives the reporter away, lists and objects of JSON to their last text."""
    if isinstance(cell, str):
        found = mask(cell, reporter, limit)
        return (found.text, found.few, True) if found.is_changed else (cell, found.few, False)
    if isinstance(cell, list):
        parts = [masked_cell(each, reporter, limit) for each in cell]
        return [each[0] for each in parts], tuple(w for each in parts for w in each[1]), any(each[2] for each in parts)
    if isinstance(cell, dict):
        names, found_parts = list(cell), [masked_cell(each, reporter, limit) for each in cell.values()]
        told = tuple(words for each in found_parts for words in each[1])
        return (
            dict(zip(names, (each[0] for each in found_parts), strict=True)),
            told,
            any(each[2] for each in found_parts),
        )
    return cell, (), False


def _places(named: Sequence[str], columns: Sequence[str]) -> list[int]:
    return [columns.index(name) for name in named if name in columns]


def _text(cell: object) -> str:
    if isinstance(cell, list | dict):
        return orjson.dumps(cell).decode()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
