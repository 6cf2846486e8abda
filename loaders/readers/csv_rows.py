"""CSV, streamed: a broken quote or a row of another length costs that row, not the file."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from graph_service.errors import BadInput
from loaders.declare.job import FileForm
from loaders.readers.heading import joined, spread
from loaders.readers.marks import named_as_secret, secret
from loaders.readers.other_lines import OtherLines
from loaders.readers.row import LONGEST_CELL, Row
from loaders.readers.scan import codec_of
from loaders.readers.shielded import unshielded
from loaders.rejection import BROKEN_QUOTE, LONG_CELL, OPEN_QUOTE, TORN_CELL, Reason, Rejection, too_few, too_many

# One record may run over this many lines; beyond it, an open quote is a slip and not a long text.
_LINES = 500
_CHARACTERS = 1 << 20
_BOM = "\ufeff"
_QUOTED_LATE = re.compile(r'[=\s]"')
_WHOLE, _OPEN, _BROKEN = range(3)
csv.field_size_limit(1 << 24)


def open_csv(form: FileForm, path: Path) -> tuple[list[object], Iterator[Row | Rejection]]:
    """Return the header as it stands and the rows of a CSV file."""
    records = _records(path, form)
    named = [_header_line(next(records, None), path) for _ in range(form.header_lines)]
    head = joined(spread(named) if len(named) > 1 else named)
    return head, _rows(records, len(head), OtherLines(head, form.key))


def _header_line(found: list[str] | Rejection | None, path: Path) -> list[str]:
    if found is None:
        raise BadInput(
            "the file has no header", str(path), "export it again with its column names", zh="文件没有表头，请重新导出"
        )
    if isinstance(found, Rejection):
        raise BadInput(
            f"the header {found.reason.en}",
            str(path),
            "export it again",
            zh=f"表头{found.reason.zh}，请重新导出",
        )
    return found


def _rows(records: Iterator[list[str] | Rejection], width: int, others: OtherLines) -> Iterator[Row | Rejection]:
    plain, odd, before = others.plain, others.odd, None
    for number, record in enumerate(records, 1):
        if (
            type(record) is list
            and len(record) == width
            and (first := record[0])
            and ((first[0] in plain and first.isascii()) or (first > "\x7f" and odd(first) is None))
        ):
            before = record
            yield number, record  # type: ignore[misc]
        else:
            row = _odd_row(number, record, width, others, before)
            if isinstance(row, tuple):
                before = record  # type: ignore[assignment]
            yield row


def _odd_row(
    number: int, record: list[str] | Rejection, width: int, others: OtherLines, before: list[str] | None
) -> Row | Rejection:
    if isinstance(record, Rejection):
        return Rejection(number, record.reason, record.cells)
    cells: list[object] = list(record)
    if other := others.why_other(cells[:width] + [""] * (width - len(cells)), before):
        return Rejection(number, other, cells)
    if len(cells) < width:
        return Rejection(number, too_few(len(cells), width), cells)
    if any(cells[width:]):
        return Rejection(number, too_many(len(cells), width), cells)
    return number, cells[:width]


def _records(path: Path, form: FileForm) -> Iterator[list[str] | Rejection]:
    with path.open(encoding=codec_of(form.encoding), errors="strict", newline="") as file:
        for line in islice(file, form.header_row - 1):
            if any(named_as_secret(cell) for cell in line.split(form.delimiter)):
                raise secret(str(path))
        lines = _Lines(iter(file), form.delimiter)
        reader = csv.reader(lines, delimiter=form.delimiter, strict=True)
        while True:
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield Rejection(0, lines.reason, [lines.last])
                continue
            if lines.reason is not BROKEN_QUOTE:
                yield Rejection(0, lines.reason, record)
            elif record:
                yield _bare(record) if lines.shielded else record


def _bare(record: list[str]) -> list[str] | Rejection:
    cells = list(map(unshielded, record))
    whole = [cell for cell in cells if cell is not None]
    return whole if len(whole) == len(cells) else Rejection(0, TORN_CELL, record)


class _Lines:
    """Yields one whole record at a time; a quote that is never closed gives only its first line away."""

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        self._lines = lines
        self._ahead: deque[str] = deque()
        self._delimiter = delimiter
        self.reason: Reason = BROKEN_QUOTE
        self.last = ""
        self.shielded = False  # whether the last record may have a cell that is shielded from spreadsheets

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self.reason = BROKEN_QUOTE
        if line[0] == _BOM:  # of a file that was put behind another
            line = line[1:] or "\n"
        quotes = line.count('"')
        if len(line) > LONGEST_CELL or quotes % 2:
            line = self._whole(line)
        self.shielded = (quotes > 0 and _QUOTED_LATE.search(line) is not None) or "'" in line or "`" in line
        self.last = line
        return line

    def _whole(self, first: str) -> str:
        taken = [first]
        size = len(first)
        while (state := self._state(taken)) == _OPEN:
            line = self._ahead.popleft() if self._ahead else next(self._lines, None)
            if line is None or len(taken) >= _LINES or size > _CHARACTERS:
                return self._given_up(taken if line is None else [*taken, line])
            taken.append(line)
            size += len(line)
        if state == _BROKEN and len(taken) > 1:
            # The quote that seemed to close it opens another value further down.
            return self._given_up(taken)
        whole = "".join(taken)
        if size > LONGEST_CELL and any(len(cell) > LONGEST_CELL for cell in self._cells(whole)):
            self.reason = LONG_CELL
            return whole[:LONGEST_CELL].replace('"', "").replace("\n", " ").replace("\r", " ")
        return whole

    def _given_up(self, taken: list[str]) -> str:
        self._ahead.extendleft(reversed(taken[1:]))
        self.reason = OPEN_QUOTE
        return taken[0].replace('"', "")[:LONGEST_CELL]

    def _state(self, taken: list[str]) -> int:
        # Quotes are even in a whole record, unless one stands inside an unquoted value: then only parsing tells.
        if len(taken) == 1 and taken[0].count('"') % 2 == 0:
            return _WHOLE
        return self._parsed(taken)

    def _parsed(self, taken: list[str]) -> int:
        try:
            next(csv.reader(["".join(taken)], delimiter=self._delimiter, strict=True))
        except csv.Error as error:
            return _OPEN if "unexpected end" in str(error) else _BROKEN
        return _WHOLE

    def _cells(self, whole: str) -> list[str]:
        try:
            return next(csv.reader([whole], delimiter=self._delimiter, strict=True))
        except csv.Error:
            return [whole]
