"""What is on its way, in files cut by uid: whatever concerns one node comes together in one of them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self
from zlib import crc32

import orjson

_BUFFER = 1 << 16


def partition_of(uid: str, partitions: int) -> int:
    """Return the partition of a uid: one of a power of two."""
    return int(uid[-3:], 16) & (partitions - 1)


def share_of(key: str, shares: int) -> int:
    """Return the share that a row with this key belongs to, the same in every process."""
    return crc32(key.encode()) % shares


class Spool:
    """Writes records of one name and one share, each into the partition of its uid."""

    def __init__(self, folder: Path, name: str, share: int, partitions: int) -> None:
        self._paths = [folder / f"{name}.{number}.{share}.jsonl" for number in range(partitions)]
        self._files: dict[int, BinaryIO] = {}

    def put(self, uid: str, record: list[Any]) -> None:
        """Write one record."""
        place = partition_of(uid, len(self._paths))
        file = self._files.get(place)
        if file is None:
            file = self._files[place] = self._paths[place].open("ab", _BUFFER)
        file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))

    def __enter__(self) -> Self:
        """Return itself; files are opened when something is written."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()


def spooled(folder: Path, name: str, partition: int, shares: int) -> Iterator[list[Any]]:
    """Yield the records of one partition that every share wrote, and drop them from the disk after."""
    for share in range(shares):
        path = folder / f"{name}.{partition}.{share}.jsonl"
        if path.exists():
            with path.open("rb") as file:
                yield from map(orjson.loads, file)
            path.unlink()


Winners = Mapping[tuple[int, str], tuple[int, int]]  # (source, row key) -> (input, row) that stands in the end


def stands(winners: Winners, source: int, key: str, number: int, row: int) -> bool:
    """Return whether no other row with its key has taken the place of a row of the input with this number."""
    return not winners or winners.get((source, key), (number, row)) == (number, row)
