"""The relationships and versions of one source: written as they come, and mended if rows have lost their place."""

import csv
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import orjson

from loaders.bulk.plan import ImportPlan, Input
from loaders.bulk.spool import Winners, stands
from loaders.bulk.tables import ROW_VERSION, Tables, header_of, parts_of
from loaders.mapping.statement import StatedTie
from schema import RELATIONSHIP_TYPES

TiePlace = tuple[int, int, str]  # input, row, row key


def tie_line(sent: dict[str, Any], source: str, load: str) -> dict[str, Any]:
    """Return the line of a relationship as the merge would send it."""
    return {**sent["p"], "a": sent["a"], "b": sent["b"], "uid": sent["uid"], "source": source, "load": load}


class SettledTies:
    """Writes for one source and one share."""

    def __init__(self, plan: ImportPlan, place: int, share: int) -> None:
        self._plan = plan
        self._place = place
        self._part = f"{place}-{share}"
        self._tables = Tables(plan.tables, self._part)
        self._versions = plan.spool / f"versions.{place}.{share}.jsonl"
        self._kept: BinaryIO | None = None
        self._lost: dict[str, int] = {}
        self._versioned: dict[str, int] = {}

    def write(self, link_type: str, planned: Input, tie: StatedTie) -> None:
        """Write one relationship."""
        source = self._plan.sources[planned.source].name
        self._tables.write(link_type, tie_line(tie.sent(), source, planned.load))

    def keep_version(self, place: TiePlace, properties: dict[str, Any]) -> None:
        """Keep the version of a row until it is known whether the row stands."""
        if self._kept is None:
            self._kept = self._versions.open("ab")
        self._kept.write(orjson.dumps([*place, properties], option=orjson.OPT_APPEND_NEWLINE))

    def settle(self, winners: Winners) -> None:
        """Take out what rows said that have lost their place."""
        self._tables.close()
        if any(place == self._place for place, _ in winners):
            for name in RELATIONSHIP_TYPES:
                for path in parts_of(self._plan.tables, name, self._part):
                    self._lost[name] = self._lost.get(name, 0) + self._mend(name, path, winners)
        if self._kept is not None:
            self._kept.close()
            self._write_versions(winners)

    def counts(self) -> dict[str, int]:
        """Return the relationships of each type, and the versions."""
        ties = {name: count - self._lost.get(name, 0) for name, count in self._tables.counts().items()}
        return ties | self._versioned

    def _mend(self, name: str, path: Path, winners: Winners) -> int:
        columns = [column.partition(":")[0] for column in header_of(name)]
        key, load, row = columns.index("source_key"), columns.index("load"), columns.index("row")
        numbers = {planned.load: planned.number for planned in self._plan.inputs}
        draft, lost = path.with_suffix(".draft"), 0
        with path.open(encoding="utf-8", newline="") as old, draft.open("w", encoding="utf-8", newline="") as new:
            writer = csv.writer(new, lineterminator="\r\n")
            for line in csv.reader(old):
                if stands(winners, self._place, line[key], numbers[line[load]], int(line[row])):
                    writer.writerow(line)
                else:
                    lost += 1
        draft.replace(path)
        return lost

    def _write_versions(self, winners: Winners) -> None:
        with Tables(self._plan.tables, f"{self._part}-versions") as tables, self._versions.open("rb") as kept:
            for number, row, key, properties in map(orjson.loads, kept):
                if stands(winners, self._place, key, number, row):
                    tables.write(ROW_VERSION, properties)
            self._versioned = tables.counts()
        self._versions.unlink()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close what is open."""
        self._tables.close()
        if self._kept is not None:
            self._kept.close()
