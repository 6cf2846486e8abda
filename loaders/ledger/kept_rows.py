"""The rows of one load as they were read, compressed in a file that only its owner reads, so that it can be rolled back.

Only columns that the declaration uses are kept. A frame is written before what its rows state is merged: whatever is in
the graph of a load is in its file, wherever the load was cut off.
"""

import datetime as dt
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

import orjson

from graph_service.errors import NotFound
from graph_service.keys import private_folder
from loaders.declare.source import Source

_LENGTH = 4
_LEVEL = 1
_READ: dict[str, Callable[[str], Any]] = {
    "~decimal": Decimal,
    "~datetime": dt.datetime.fromisoformat,
    "~date": dt.date.fromisoformat,
    "~time": dt.time.fromisoformat,
    "~bytes": bytes.fromhex,
}


def path_of(home: Path, load: str) -> Path:
    """Return the file of a load's rows."""
    return home / "loads" / f"{load}.rows"


def drop_kept(home: Path, loads: Iterable[str]) -> None:
    """Delete the rows that were kept of loads."""
    for load in loads:
        path_of(home, load).unlink(missing_ok=True)


@dataclass(frozen=True)
class KeptDeclaration:
    """The declaration as it stands before kept rows, and the columns that it uses."""

    used: frozenset[str]
    declared: Mapping[str, Any]

    @classmethod
    def of(cls, source: Source) -> "KeptDeclaration":
        """Return it from the declaration."""
        declared = source.model_dump(mode="json", by_alias=True, exclude_none=True)
        return cls(frozenset(source.used_columns()), declared)


class KeptRows:
    """Writes the rows of one load; nothing at all for a load whose rows are not to be kept."""

    def __init__(self, path: Path | None, columns: Sequence[str], declaration: KeptDeclaration) -> None:
        self._places = [place for place, name in enumerate(columns) if name in declaration.used]
        self._head = {"columns": [columns[place] for place in self._places], "source": declaration.declared}
        self._path = path
        self._file: IO[bytes] | None = None
        self._rows: list[list[object]] = []

    def add(self, number: int, cells: Sequence[object]) -> None:
        """Take up one row."""
        if self._path is not None:
            self._rows.append([number, *(cells[place] for place in self._places)])

    def flush(self) -> None:
        """Write the rows taken up so far, before they are merged."""
        if self._path is not None and (self._rows or self._file is None):
            rows, self._rows = self._rows, []
            self._write(self._path, {"rows": rows})

    def remove(self, keys: Sequence[str]) -> None:
        """Write that rows were taken back."""
        if self._path is not None:
            self._write(self._path, {"removed": list(keys)})

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _write(self, path: Path, frame: dict[str, Any]) -> None:
        if self._file is None:
            private_folder(path.parent)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            self._file = os.fdopen(descriptor, "wb")
            _append(self._file, self._head)
        _append(self._file, frame)
        self._file.flush()


def _append(file: IO[bytes], frame: dict[str, Any]) -> None:
    option = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_NON_STR_KEYS
    packed = zlib.compress(orjson.dumps(frame, default=_tagged, option=option), _LEVEL)
    file.write(len(packed).to_bytes(_LENGTH) + packed)


def _tagged(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {"~decimal": str(value)}
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return {f"~{type(value).__name__}": value.isoformat()}
    return {"~bytes": bytes(value).hex()} if isinstance(value, bytes | memoryview) else str(value)


@dataclass(frozen=True)
class KeptLoad:
    """What was kept of one load."""

    source: Source
    columns: tuple[str, ...]
    path: Path

    @cached_property
    def declared(self) -> str:
        """Return a digest of its declaration."""
        stated = self.source.model_dump_json(by_alias=True, exclude_none=True)
        return blake2b(stated.encode(), digest_size=16).hexdigest()

    def rows(self) -> Iterator[tuple[int, list[object]]]:
        """Yield number and cells of every row."""
        for frame in _frames(self.path):
            for number, *cells in frame.get("rows", ()):
                yield number, [_plain(cell) for cell in cells]

    def removed(self) -> Iterator[str]:
        """Yield the keys of rows that were taken back."""
        for frame in _frames(self.path):
            yield from frame.get("removed", ())


def read_kept(home: Path, load: str) -> KeptLoad | None:
    """Return what was kept of a load, or nothing where nothing was."""
    path = path_of(home, load)
    if not path.is_file():
        return None
    head = next(_frames(path), None)
    if head is None:
        raise NotFound("the kept rows of the load cannot be read", str(path), "load the earlier file again instead")
    return KeptLoad(Source.model_validate(head["source"]), tuple(head["columns"]), path)


def _frames(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        while len(length := file.read(_LENGTH)) == _LENGTH:
            packed = file.read(int.from_bytes(length))
            if len(packed) < int.from_bytes(length):
                return  # the load was cut off here, before it merged this
            yield orjson.loads(zlib.decompress(packed))


def _plain(cell: object) -> object:
    if isinstance(cell, dict) and len(cell) == 1:
        ((tag, text),) = cell.items()
        if tag in _READ and isinstance(text, str):
            return _READ[tag](text)
    return cell
