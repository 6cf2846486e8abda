"""The check itself: reads the files once, line by line, and says what is not as it was written."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from .heads import WRONG, Key, grown, root_of
from .report import Fault, Report

_KINDS = {"answer", "checkpoint", "rotated", "set_aside", "resumed", "inspected"}


class Line(NamedTuple):
    """One line of the log: where it stands, its text, its entry if it is one, the hash that the next must hold."""

    file: str
    number: int
    text: bytes
    entry: dict[str, Any] | None
    digest: str


class Check:
    """The check of one log: a line counts as sound when it follows the one before and the next one follows it."""

    def __init__(self, folder: Path, key: Key, anchors: Sequence[Path] = (), is_part: bool = False) -> None:
        self.report = Report()
        self._folder, self._key, self._is_part = folder, key, is_part
        self._peaks: list[bytes] = []
        self._size = 0
        self._is_lost = False  # whether the tree cannot be gone on with before the next checkpoint tells it
        self._at = ""
        self._heads: dict[int, list[tuple[str, str]]] = {}
        for path in sorted(anchors):
            try:
                size, root = key.read_head(path.read_bytes())
                self._heads.setdefault(size, []).append((root, path.name))
            except WRONG:
                self._fault("this is no head that was signed with the key", path.name, 1, 0)

    def run(self) -> Report:
        """Return what was found in all files."""
        run: list[Line] = []  # lines that do not follow, behind the one that they do not follow
        last: Line | None = None
        for line in self._lines():
            self.report.entries += 1
            if last is None:
                self._begin(line)
            elif not _follows(last, line):
                run = [*(run or [last]), line]
                self._is_lost = True
            elif run:
                self._tell(run, is_vouched=True)
                run = []
                self._accept(last)
            else:
                self._accept(last)
            last = line
        if run:
            self._tell(run, is_vouched=False)
        elif last:
            self._accept(last)
        if last:
            self._end(last)
        return self.report

    def _lines(self) -> Iterator[Line]:
        for path in sorted(self._folder.glob("access-*.jsonl")):
            with path.open("rb") as file:
                for number, text in enumerate(file, 1):
                    if not text.endswith(b"\n"):
                        told = "the file ends in the middle of a line: it is being written, or was cut"
                        self._fault(told, path.name, number, self.report.entries)
                        return
                    yield Line(path.name, number, text[:-1], _read(text), sha256(text[:-1]).hexdigest())

    def _begin(self, line: Line) -> None:
        entry = line.entry or {}
        if entry.get("seq") == 0 and entry.get("prev") == "0" * 64:
            return
        start = entry.get("seq", 0)
        if self._is_part and start:
            self.report.notes.append(f"the log begins with entry {start} here")
        else:
            self._fault(
                f"the log begins with entry {start}; what came before is not here", line.file, line.number, 0, start
            )
        self._is_lost = True

    def _tell(self, run: Sequence[Line], is_vouched: bool) -> None:
        """Say what became of lines that do not follow each other; the last of them is vouched for by the line after it."""
        seqs = [each.entry["seq"] if each.entry else None for each in run]
        before, first, start = run[0], run[1], seqs[0]
        if start is None:
            start = self._size
        if len(run) == 2 and seqs[1] is not None and seqs[1] > start + 1:
            self._fault("entries are missing before this line", first.file, first.number, start + 1, seqs[1] - 1)
        elif len(run) == 2 and seqs[1] == start + 1:
            last = start if is_vouched else start + 1
            self._fault("the entry was changed", before.file, before.number, start, last)
        elif len(run) == 3 and is_vouched and seqs[2] == start + 2:
            self._fault("the entry was changed", first.file, first.number, start + 1)
        else:
            known = [each for each in seqs if each is not None]
            told = f"lines up to {run[-1].number} were changed, moved, put in or taken out"
            self._fault(told, first.file, first.number, min([start + 1, *known]), max([start + 1, *known]))

    def _accept(self, line: Line) -> None:
        entry = line.entry or {}
        kind, seq = entry.get("kind"), entry.get("seq", 0)
        if kind not in _KINDS or entry.get("v") != 1 or not isinstance(entry.get("at"), str):
            self._fault("this is no entry", line.file, line.number, seq)
        elif kind == "checkpoint":
            self._checkpoint(line, entry)
        elif kind == "set_aside":
            self._aside(line, entry)
        if str(entry.get("at")) < self._at and len(self.report.notes) < 100:
            self.report.notes.append(f"the clock was set back before entry {seq}")
        self._at = str(entry.get("at"))
        if not self._is_lost:
            self._compare(line)
            self._peaks, self._size = grown(self._peaks, self._size, line.text), self._size + 1

    def _checkpoint(self, line: Line, entry: dict[str, Any]) -> None:
        try:
            peaks = [bytes.fromhex(each) for each in entry["peaks"]] if self._is_lost else self._peaks
            size, root, signature = (
                entry["seq"] if self._is_lost else self._size,
                root_of(peaks),
                bytes.fromhex(entry["signature"]),
            )
            self._key.require(size, root, entry["at"], signature)
        except WRONG:
            first = self.report.signed
            what = "the checkpoint signs something else: it was changed, or entries before it"
            self._fault(what, line.file, line.number, min(first, entry["seq"]), entry["seq"])
            self._is_lost = True
            return
        told = {
            "anchor": entry.get("anchor") is True, "at": entry["at"], "key": self._key.raw.hex(), "kind": "checkpoint",
            "peaks": [peak.hex() for peak in peaks], "prev": entry["prev"], "root": root.hex(), "seq": size,
            "signature": signature.hex(), "size": size, "v": 1,
        }  # fmt: skip
        if json.dumps(told, sort_keys=True, separators=(",", ":")).encode() != line.text:
            self._fault("the checkpoint was changed", line.file, line.number, entry["seq"])
        self._peaks, self._size, self._is_lost = peaks, size, False
        self.report.checkpoints += 1
        self.report.signed = size + 1

    def _compare(self, line: Line) -> None:
        """Compare the tree so far with what was anchored of it."""
        for root, name in self._heads.pop(self._size, ()):
            if root == root_of(self._peaks).hex():
                self.report.anchored = self._size
            else:
                told = f"what stands here is not what was anchored as {name}"
                self._fault(told, line.file, line.number, self.report.anchored, self._size - 1)

    def _aside(self, line: Line, entry: dict[str, Any]) -> None:
        path = self._folder / Path(str(entry.get("file"))).name
        kept = path.read_bytes() if path.is_file() else None
        if kept is None or sha256(kept).hexdigest() != entry.get("sha256"):
            self._fault(f"{path.name}, which was set aside, is gone or changed", line.file, line.number, entry["seq"])
        elif b"\n" in kept:
            self._fault(f"whole lines were set aside: read {path.name}", line.file, line.number, entry["seq"])
        else:
            self.report.notes.append(f"entry {entry['seq']}: a line that was never whole lies in {path.name}")

    def _end(self, last: Line) -> None:
        entry = last.entry or {}
        if entry.get("kind") == "rotated":
            self._fault("the log went on in another file, which is not here", last.file, last.number, entry["seq"] + 1)
        count = entry.get("seq", self.report.entries - 1) + 1
        beyond = [(size, name) for size, heads in self._heads.items() for _, name in heads if size >= count]
        if beyond and not self._is_part:
            size, name = max(beyond)
            self._fault(f"the log was cut: {name} tells of more", last.file, last.number, count, size)
        if not self._is_lost:
            self.report.root = root_of(self._peaks).hex()
            if left := self._size - self.report.signed:
                self.report.notes.append(f"the last {left} entries are under no checkpoint yet")

    def _fault(self, what: str, file: str, line: int, first: int, last: int | None = None) -> None:
        self.report.faults.append(Fault(what, file, line, first, first if last is None else last))


def _read(text: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(text.decode("ascii"))
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and isinstance(entry.get("seq"), int) else None


def _follows(last: Line, line: Line) -> bool:
    if last.entry is None or line.entry is None:
        return False
    return bool(line.entry.get("prev") == last.digest and line.entry["seq"] == last.entry["seq"] + 1)
