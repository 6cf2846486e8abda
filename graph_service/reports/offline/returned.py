"""What a team brings back: what it checked and found, and what of that conflicts with what changed meanwhile; nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import fastexcel

from graph_service.errors import BadInput
from graph_service.reports.offline import ledger

Filled = dict[str, str]
# What of a known problem may have changed while the team was away.
WATCHED = ("title", "text", "problem", "amountFen", "rectifiedFen", "rectification", "dueOn", "closedOn", "measure")
_MEND = "give the workbook that came with the pack, filled in"


@dataclass
class Returned:
    """What came back: checks, new problems, conflicts with what is there now, and problems that appeared meanwhile."""

    checked: list[dict[str, Any]] = field(default_factory=list)
    new: list[dict[str, Any]] = field(default_factory=list)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    appeared: list[dict[str, Any]] = field(default_factory=list)
    unchecked: int = 0

    @property
    def told(self) -> dict[str, Any]:
        """Return it for a machine."""
        return {
            "checked": self.checked, "new": self.new, "conflicts": self.conflicts, "appeared": self.appeared,
            "unchecked": self.unchecked,
        }  # fmt: skip


def read_ledger(path: Path) -> tuple[list[Filled], list[Filled]]:
    """Return the rows of both sheets of a filled workbook, texts as they are; refuse a workbook of another form."""
    try:
        book = fastexcel.read_excel(path)
        return _rows(book, ledger.CHECKED, (*ledger.KNOWN, *ledger.FILLED)), _rows(book, ledger.NEW, ledger.NEW_COLUMNS)
    except (OSError, fastexcel.FastExcelError) as error:
        raise BadInput("the workbook cannot be read", str(path), _MEND) from error


def _rows(book: Any, name: str, columns: tuple[str, ...]) -> list[Filled]:
    sheet = book.load_sheet(name, header_row=ledger.HEADINGS_IN, dtypes="string").to_polars()
    if not set(columns) <= set(sheet.columns):
        raise BadInput(f"the sheet {name} has other columns", "workbook", _MEND)
    rows = ({column: (row[column] or "").strip() for column in columns} for row in sheet.iter_rows(named=True))
    return [row for row in rows if any(row.values())]


def returned(path: Path, pack: Mapping[str, Any], now: Mapping[str, Any]) -> Returned:
    """Return what came back with a pack, against what its maker may see now."""
    checked, new = read_ledger(path)
    then = {matter["id"]: matter for matter, _ in ledger.problems_of(pack)}
    there = {matter["id"]: (matter, row) for matter, row in ledger.problems_of(now)}
    found = Returned(appeared=[_known(matter) for uid, (matter, _) in there.items() if uid not in then])
    for row in checked:
        told = {name: row[name] for name in ledger.FILLED if row[name]}
        if not told:
            found.unchecked += row[ledger.ID] in then
            continue
        uid = row[ledger.ID]
        if uid not in then:
            found.conflicts.append({"conflict": "NOT_OF_THE_PACK", "number": row["编号"], "told": told})
            continue
        found.checked.append({**_known(then[uid]), "told": told})
        found.conflicts += _changed(then[uid], there[uid][0] if uid in there else None)
    for row in new:
        found.new.append({name: value for name, value in row.items() if value})
        found.conflicts += _doubled(row, there)
    return found


def _known(matter: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": matter["id"], "number": matter["number"], "title": matter["title"]}


def _changed(then: Mapping[str, Any], now: Mapping[str, Any] | None) -> Iterator[dict[str, Any]]:
    """Yield how a problem that the team checked is another now, or is no longer there."""
    if now is None:
        yield {"conflict": "GONE", **_known(then)}
        return
    fields = [
        {"field": name, "then": then.get(name), "now": now.get(name)}
        for name in WATCHED
        if then.get(name) != now.get(name)
    ]
    if fields:
        yield {"conflict": "CHANGED_MEANWHILE", **_known(then), "fields": fields}


def _doubled(row: Filled, there: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Iterator[dict[str, Any]]:
    """Yield the problems of the same title and unit, which a new one may double."""
    for matter, place in there.values():
        if (
            row[ledger.TITLE]
            and row[ledger.TITLE] == matter["title"]
            and row[ledger.UNIT] in {"", place["unit"]["name"]}
        ):
            yield {"conflict": "SAME_TITLE_AND_UNIT", **_known(matter), "told": row[ledger.TITLE]}
