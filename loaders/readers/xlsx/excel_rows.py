"""xlsx workbooks, streamed: each cell as it is typed in the file, so that nothing is rounded, guessed or left out."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from graph_service.errors import BadInput
from loaders.declare.job import FileForm
from loaders.readers.marks import named_as_secret, secret
from loaders.readers.other_lines import OtherLines
from loaders.readers.row import LONGEST_CELL, MOST_COLUMNS, Row
from loaders.readers.xlsx.heading import named, refuse_merged
from loaders.readers.xlsx.package import elements, inspect, open_package, refused
from loaders.readers.xlsx.shown import day_written, moment_counted, percent_shown
from loaders.readers.xlsx.workbook import Merge, Workbook, column_number, read_merges, read_workbook, text_in
from loaders.rejection import (
    CELL_ERROR,
    LONG_CELL,
    MERGED,
    NO_CACHED_VALUE,
    STALE_FORMULA,
    UNREADABLE,
    Reason,
    Rejection,
    lost_digits,
    too_many,
)
from schema.identifiers.characters import without_blanks

_CERTAIN = 10**15
_CERTAIN_FEN = 10**13  # beyond it a number cannot hold the two places behind the point as well
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*")
_INFINITE = frozenset(("NaN", "INF", "-INF"))
_LETTERS = re.compile("[A-Z]{1,3}")
_TRUTHS = {"1": True, "true": True, "0": False, "false": False}
_MOST_MERGED = 2_000_000  # lines
_NOTHING = (None, "")


def open_excel(form: FileForm, path: Path) -> tuple[list[object], Iterator[Row | Rejection], tuple[str, ...]]:
    """Return the header as it stands, the rows of the sheet, and what was left unread."""
    package = open_package(path, form.limits)
    inspect(package)
    book = read_workbook(package, form.sheet)
    merges = read_merges(book)
    sheet = _Sheet(book)
    lines = sheet.lines()
    refuse_merged(merges, form, book.where)
    head = _head(lines, form, merges, str(path))
    if not head:
        what = f"the sheet is empty, or its line {form.header_row} holds no column names"
        mend = "name the sheet with the rows in read.sheet and its header in read.header_row, or export again"
        zh = f"工作表为空，或第{form.header_row}行没有列名，请检查read.sheet与read.header_row"
        raise BadInput(what, book.where, mend, zh=zh)
    return head, _rows(form, head, sheet, lines, _merged(merges, form, book)), book.notes


def _head(lines: Iterator["Line"], form: FileForm, merges: list[Merge], where: str) -> list[object]:
    found: dict[int, list[object]] = {}
    for number, cells, faults in lines:
        if number < form.header_row:
            if any(isinstance(cell, str) and named_as_secret(cell) for cell in cells):
                raise secret(where)
            continue
        if number <= form.header_end:
            if faults:
                what = f"column {faults[0][0] + 1} of line {number}, which should hold the column names, cannot be read"
                raise refused(what, f"表头第{number}行第{faults[0][0] + 1}列无法读取", where)
            found[number] = cells
        if number >= form.header_end:
            break
    return named(found, form, merges)


Line = tuple[int, list[object], list[tuple[int, Reason]]]  # line of the sheet, cells, and what is wrong with which


def _rows(
    form: FileForm, head: list[object], sheet: "_Sheet", lines: Iterator[Line], merged: dict[int, list[Merge]]
) -> Iterator[Row | Rejection]:
    width = len(head)
    names = ["" if cell is None else without_blanks(str(cell)) for cell in head]
    used_names = set(map(without_blanks, form.used))
    used = frozenset(place for place, name in enumerate(names) if name in used_names)
    others, before = OtherLines(head, form.key), None
    for line, cells, faults in lines:
        number = line - form.header_end
        further = cells[width:]
        cells = [*cells[:width], *([None] * (width - len(cells)))]
        if not faults and all(cell in _NOTHING for cell in cells) and not any(further):
            continue
        if other := others.why_other(cells, before):
            yield Rejection(number, other, cells)
        elif further and any(cell not in _NOTHING for cell in further):
            yield Rejection(number, too_many(width + len(further), width), cells)
        elif (faults or line in merged) and (told := _told(faults, merged.get(line, ()), used)):
            place, reason = told
            yield Rejection(number, reason.at(names[place]), cells)
        elif sheet.may_be_long and any(type(cell) is str and len(cell) > LONGEST_CELL for cell in cells):
            yield Rejection(number, LONG_CELL, [str(cell)[:LONGEST_CELL] for cell in cells])
        else:
            before = cells
            yield number, cells


def _told(faults: list[tuple[int, Reason]], merges: Sequence[Merge], used: frozenset[int]) -> tuple[int, Reason] | None:
    told = [(place, reason) for place, reason in faults if place in used]
    told += [(place, MERGED) for each in merges for place in range(each.left - 1, each.right) if place in used]
    return min(told, key=lambda each: each[0], default=None)


def _merged(merges: list[Merge], form: FileForm, book: Workbook) -> dict[int, list[Merge]]:
    if sum(each.bottom - each.top for each in merges) > _MOST_MERGED:
        raise refused("the sheet has too many merged cells", "工作表合并单元格过多", book.where)
    lines: dict[int, list[Merge]] = defaultdict(list)
    for each in merges:
        for line in range(max(each.top, form.header_end + 1), each.bottom + 1):
            lines[line].append(each)
    return lines


class _Sheet:
    """Reads the lines of one sheet."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._columns: dict[str, int] = {}
        self._shaped = book.dates | book.percents
        self.may_be_long = any(len(text) > LONGEST_CELL for text in book.texts)

    def lines(self) -> Iterator[Line]:
        """Yield the lines that hold anything, hidden ones included."""
        columns, value_of = self._columns, self._value
        number = 0
        for row in elements(self._book.package, self._book.part, "sheetData", "row"):
            stated = row.get("r", "")
            number = int(stated) if stated else number + 1
            digits = -len(stated) if stated else None
            faults: list[tuple[int, Reason]] = []
            cells: list[object] = []
            for cell in row:
                if (reference := cell.get("r")) is None:
                    place = len(cells)
                elif (place := columns.get(reference[:digits], -1)) < 0:
                    place = self._place(reference)
                if type(value := value_of(cell)) is Reason:
                    faults.append((place, value))
                    value = "#"
                if place == len(cells):
                    cells.append(value)
                else:
                    self._set(cells, place, value)
            yield number, cells, faults

    def _place(self, reference: str) -> int:
        letters = reference.rstrip("0123456789").upper()
        if not _LETTERS.fullmatch(letters):
            what = "the workbook is damaged: a cell says no column that a sheet has"
            raise refused(what, "工作簿已损坏：单元格列号无效", self._book.where)
        return self._columns.setdefault(letters, column_number(letters) - 1)

    def _set(self, cells: list[object], place: int, value: object) -> None:
        if place < MOST_COLUMNS:
            cells.extend([None] * (place + 1 - len(cells)))
            cells[place] = value
        elif value is not None:
            what = f"the sheet has more than {MOST_COLUMNS:,} columns"
            raise refused(what, f"工作表超过{MOST_COLUMNS}列", self._book.where)

    def _value(self, cell: ET.Element) -> object:
        kind = cell.get("t")
        text = None
        for part in cell:
            if part.tag == "v":
                text = part.text or ""
            elif part.tag == "is":
                self.may_be_long = True
                return text_in(part)
            elif part.tag == "f" and self._book.is_stale:
                return STALE_FORMULA
        if not text:
            return NO_CACHED_VALUE if kind != "str" and len(cell) and cell[0].tag == "f" else None
        if kind == "s":
            return self._shared(text)
        if kind is None or kind == "n":
            return self._number(text, cell.get("s"))
        if kind == "b":
            return _TRUTHS.get(text.strip(), UNREADABLE)
        if kind == "d":
            return day_written(text.strip())
        self.may_be_long = True
        return CELL_ERROR if kind == "e" else text

    def _shared(self, text: str) -> object:
        texts = self._book.texts
        try:
            index = int(text)
        except ValueError:
            return UNREADABLE
        return texts[index] if 0 <= index < len(texts) else UNREADABLE

    def _number(self, text: str, style: str | None) -> object:
        if text.isascii() and text.isdigit() and len(text) < 16 and style not in self._shaped:
            return int(text)
        if text.strip() in _INFINITE:
            return CELL_ERROR
        if not _NUMBER.fullmatch(text):
            return UNREADABLE
        number = float(text)
        if style in self._book.dates:
            return moment_counted(number, self._book.is_1904)
        if not math.isfinite(number):
            return CELL_ERROR
        if style in self._book.percents:
            return percent_shown(number)
        if not number.is_integer():
            return lost_digits("") if abs(number) >= _CERTAIN_FEN else number
        return lost_digits("") if abs(number) >= _CERTAIN else int(number)
