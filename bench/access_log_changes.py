"""Changes to a log of 1,000 entries: each is found, and where it is.

A change of one byte is checked in the file that holds it and the next one, as a reviewer checks a part of a log; the files are small,
so that half a million changes take minutes. Whatever else is done is checked in the whole log.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_service.access_log.anchor import Anchor
from graph_service.access_log.folder import Bounds, LogFolder
from graph_service.access_log.log import AccessLog
from graph_service.access_log.signing import read_signer
from graph_service.access_log.verify.check import Check
from graph_service.access_log.verify.heads import Key
from graph_service.access_log.verify.report import Fault
from tests.access_log import WrittenLog, body, written

ENTRIES = 1000
_SMALL = 6_000  # bytes of a file
_OVER_THE_WHOLE = 500


async def find_changes(root: Path) -> dict[str, Any]:
    """Return for each way to change a log how often it was tried, found and located."""
    log = await written(root / "whole", ENTRIES, access_log_entries=50, access_log_anchor_seconds=0.01)
    (path,), lines = log.files, log.lines
    figures = {name: _tried(log, path, changes) for name, changes in _of_lines(lines).items()}
    figures["byte, whole log"] = _tried(log, path, _bytes_of(path.read_bytes(), _OVER_THE_WHOLE))
    return figures | {"byte": await _every_byte(root / "parts")}


def _of_lines(lines: list[bytes]) -> dict[str, Iterator[tuple[bytes, int, int]]]:
    """Return each change as the bytes that it leaves, and the first and the last entry that it concerns."""
    whole = range(len(lines))
    return {
        "taken out": ((b"".join(lines[:at] + lines[at + 1 :]), at, at) for at in whole),
        "twice": ((b"".join(lines[: at + 1] + lines[at:]), at, at) for at in whole),
        "swapped": (
            (b"".join([*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]), at, at + 1) for at in whole[:-1]
        ),
        "cut": ((b"".join(lines[:at]), at, len(lines)) for at in whole[1:]),
    }


def _bytes_of(whole: bytes, many: int) -> Iterator[tuple[bytes, int, int]]:
    for place in range(0, len(whole), len(whole) // many):
        entry = whole.count(b"\n", 0, place)
        yield _flipped(whole, place), entry, entry + 1


def _flipped(whole: bytes, place: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ (1 << place % 8)]) + whole[place + 1 :]


def _tried(log: WrittenLog, path: Path, changes: Iterator[tuple[bytes, int, int]]) -> dict[str, int]:
    tried = found = located = 0
    for data, first, last in changes:
        with log.changed(path, data) as report:
            tried += 1
            found += bool(report.faults)
            located += _is_located(report.faults, first, last)
    return {"tried": tried, "found": found, "located": located}


def _is_located(faults: list[Fault], first: int, last: int) -> bool:
    return bool(faults) and all(fault.first <= last and fault.last >= first for fault in faults)


async def _every_byte(root: Path) -> dict[str, int]:
    signer = read_signer(root)
    folder = LogFolder(root / "access_log", signer, Bounds(entries=20, bytes=_SMALL))
    log = AccessLog(folder, signer, Anchor(None, None), waits_for_disk=False)
    async with log.kept():
        for number in range(ENTRIES):
            await log.write(body(number, 1))
    key, paths = Key(signer.pem()), sorted((root / "access_log").glob("access-*.jsonl"))
    tried = found = located = entry = 0
    for path, after in zip(paths, [*paths[1:], None], strict=True):
        part = root / "part"
        part.mkdir(exist_ok=True)
        for left in part.iterdir():
            left.unlink()
        if after:
            (part / after.name).write_bytes(after.read_bytes())
        whole = path.read_bytes()
        (part / path.name).write_bytes(whole)
        usual = Check(part, key, is_part=True).run().faults
        for place in range(len(whole)):
            (part / path.name).write_bytes(_flipped(whole, place))
            faults = [each for each in Check(part, key, is_part=True).run().faults if each not in usual]
            at = entry + whole.count(b"\n", 0, place)
            tried += 1
            found += bool(faults)
            located += _is_located(faults, at, at + 1)
        entry += whole.count(b"\n")
    return {"tried": tried, "found": found, "located": located}
