"""Tables that Neo4j imports: a header per kind and type, derived from the declarations, and lines in several parts."""

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from graph_service.cypher.load.merge import new_labels
from graph_service.cypher.marks import mark_of
from graph_service.errors import BadInput
from graph_service.model import value_type
from schema import KINDS, RELATIONSHIP_TYPES
from schema.record import Record, RelationshipRecord

BETWEEN = "\x1f"  # between the elements of a list
_TYPES: dict[type, str] = {
    int: "long",
    float: "double",
    bool: "boolean",
    dt.date: "date",
    dt.datetime: "localdatetime",
}
_ROW = ("source", "source_key", "load", "row:long", "hash", "audience:long")
_KEYS = ("keyed:boolean", "keys:string[]", "key_audiences:long[]")
END_OF = {":START_ID(all)": "a", ":END_ID(all)": "b"}  # what a statement calls the ends of a relationship
RECORD, ROW_VERSION, DESCRIBES = "SourceRecord", "SourceRow", "DESCRIBES"
NODES, TIES = (*KINDS, RECORD, ROW_VERSION), (*RELATIONSHIP_TYPES, DESCRIBES)


def header_of(name: str) -> tuple[str, ...]:
    """Return the header of a kind's or type's table, or of one that the service itself keeps."""
    if name in KINDS:
        known = ("uid:ID(all)", *_ROW, "learnt_at:datetime", "stub:boolean", "known_as", *_KEYS)
        return _with_fields(known, KINDS[name])
    if name in RELATIONSHIP_TYPES:
        return _with_fields(
            (":START_ID(all)", ":END_ID(all)", "uid", *_ROW, "refers", "refers_at"), RELATIONSHIP_TYPES[name].ties
        )
    return {
        RECORD: ("uid:ID(all)", *_ROW, "rank:long", "values", *_KEYS),
        ROW_VERSION: ("uid:ID(all)", "source", "version:long", "content:long"),
        DESCRIBES: (":START_ID(all)", ":END_ID(all)"),
    }[name]


def labels_of(name: str) -> str:
    """Return the labels of a table of nodes as the import wants them."""
    return f"{name}:{new_labels(KINDS[name])}" if name in KINDS else name


def _with_fields(known: tuple[str, ...], record: type[Record | RelationshipRecord]) -> tuple[str, ...]:
    fields = [_typed(name, value_type(record, name)) for name in record.model_fields]
    return (*known, *(field for field in fields if field not in known))


def _typed(name: str, kind: type) -> str:
    return f"{name}:{_TYPES[kind]}" if kind in _TYPES else name


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _listed(values: Iterable[Any]) -> str:
    texts = [str(value) for value in values]
    if any(BETWEEN in text for text in texts):
        mend = "take it out in the source, or load with `leadlink load`"
        raise BadInput("a row's key holds the control character U+001F, which the import cannot carry", "key", mend)
    return BETWEEN.join(texts)


_SPELLED: dict[str, Callable[[Any], str]] = {"boolean": _truth, "string[]": _listed, "long[]": _listed}


class TableWriter:
    """Writes lines of one table; those that run over several lines of text go to a part of their own."""

    def __init__(self, folder: Path, name: str, part: str) -> None:
        header = header_of(name)
        self._names = tuple(column.partition(":")[0] or END_OF[column] for column in header)
        self._known = frozenset(self._names)
        types = [column.partition(":")[2] for column in header]
        self._odd = [(place, _SPELLED[kind]) for place, kind in enumerate(types) if kind in _SPELLED]
        self._where = folder / f"{name}.{part}"
        self._audience, self._mark = (
            self._names.index("audience") if name in KINDS else 0,
            mark_of(name) if name in KINDS else 0,
        )
        self._files: list[IO[str]] = []
        self._lines: Any = None
        self._lined: Any = None
        self.count = 0
        self.longest = 0  # characters of the longest list; other cells are bounded

    def write(self, properties: Mapping[str, Any]) -> None:
        """Write one line."""
        if not properties.keys() <= self._known:
            raise KeyError(*(properties.keys() - self._known))
        cells = [properties.get(name) for name in self._names]
        if self._mark:
            cells[self._audience] = int(cells[self._audience] or 0) + self._mark
        for place, spell in self._odd:
            if cells[place] is not None:
                cells[place] = spelt = spell(cells[place])
                self.longest = max(self.longest, len(spelt))
        self.count += 1
        if any(type(cell) is str and ("\n" in cell or "\r" in cell) for cell in cells):
            self._lined = self._lined or self._open("lined")
            self._lined(cells)
            return
        self._lines = self._lines or self._open("plain")
        self._lines(cells)

    def _open(self, form: str) -> Any:
        # The line ends make the writer quote every cell with either of the two characters.
        file = self._where.with_name(f"{self._where.name}.{form}.csv").open("w", encoding="utf-8", newline="")
        self._files.append(file)
        return csv.writer(file, lineterminator="\r\n").writerow

    def close(self) -> None:
        """Close the parts."""
        for file in self._files:
            file.close()


class Tables:
    """Every table that one share writes, opened when its first line comes."""

    def __init__(self, folder: Path, part: str) -> None:
        self._folder = folder
        self._part = part
        self._tables: dict[str, TableWriter] = {}

    def write(self, name: str, properties: Mapping[str, Any]) -> None:
        """Write one line to the table of this name."""
        table = self._tables.get(name)
        if table is None:
            table = self._tables[name] = TableWriter(self._folder, name, self._part)
        table.write(properties)

    def counts(self) -> dict[str, int]:
        """Return the lines of each table."""
        return {name: table.count for name, table in self._tables.items()}

    def longest(self) -> int:
        """Return the characters of the longest list in any table."""
        return max((table.longest for table in self._tables.values()), default=0)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every table."""
        self.close()

    def close(self) -> None:
        """Close every table."""
        for table in self._tables.values():
            table.close()


def write_headers(folder: Path, names: Iterable[str]) -> None:
    """Write the header of each table to a file of its own."""
    for name in names:
        (folder / f"{name}.header.csv").write_text(",".join(header_of(name)) + "\n", encoding="utf-8")


def parts_of(folder: Path, name: str, part: str = "*") -> list[Path]:
    """Return the parts of a table in order, or those of one writer."""
    return sorted(path for form in ("plain", "lined") for path in folder.glob(f"{name}.{part}.{form}.csv"))
