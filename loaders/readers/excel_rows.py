"""xlsx workbooks: one sheet, by name or the first; the file format bounds a sheet to 1,048,576 rows."""

from collections.abc import Iterator
from pathlib import Path

import fastexcel

from graph_service.errors import BadInput
from loaders.nearest import unknown
from loaders.readers.header import checked_header
from loaders.readers.row import LONGEST_CELL, Row, is_total
from loaders.rejection import LONG_CELL, TOTAL, Rejection
from loaders.source import Source

_BATCH = 10_000


def read_excel(source: Source, path: Path) -> tuple[tuple[str, ...], Iterator[Row | Rejection]]:
    """Return the checked header and the rows of the sheet."""
    workbook = _workbook(path)
    name = _sheet_name(source, path, workbook)
    where = f"{path}, sheet {name}"
    head = _cells(workbook, name, source.read.header_row - 1, 1, where)
    if not head:
        raise BadInput("the sheet is empty", where, "name the sheet with the rows in read.sheet, or export again")
    columns = checked_header(source, list(head[0]), where)
    return columns, _rows(workbook, name, (source.read.header_row, len(columns)), where)


def _workbook(path: Path) -> fastexcel.ExcelReader:
    try:
        return fastexcel.read_excel(path)
    except fastexcel.FastExcelError as error:
        raise BadInput(
            "the workbook cannot be opened: it is damaged, protected by a password, or no workbook at all",
            str(path),
            "save it again as xlsx without a password; nothing of it was loaded",
        ) from error


def _sheet_name(source: Source, path: Path, workbook: fastexcel.ExcelReader) -> str:
    names = workbook.sheet_names
    if source.read.sheet is None:
        return names[0]
    if source.read.sheet not in names:
        raise BadInput(unknown("sheet", source.read.sheet, names), str(path), "correct read.sheet")
    return source.read.sheet


def _cells(
    workbook: fastexcel.ExcelReader, name: str, skip: int, count: int | None, where: str
) -> list[tuple[object, ...]]:
    try:
        sheet = workbook.load_sheet(
            name, header_row=None, skip_rows=skip, n_rows=count, schema_sample_rows=None, whitespace_as_null=False
        )
    except fastexcel.FastExcelError as error:
        raise BadInput("the sheet cannot be read", where, "save the workbook again as xlsx") from error
    rows: list[tuple[object, ...]] = sheet.to_polars().rows() if sheet.width else []
    return rows


def _rows(workbook: fastexcel.ExcelReader, name: str, shape: tuple[int, int], where: str) -> Iterator[Row | Rejection]:
    skip, width = shape
    for number, found in enumerate(_cells(workbook, name, skip, None, where), 1):
        cells = [*found[:width], *([None] * (width - len(found)))]
        if all(cell is None for cell in cells):
            continue
        if is_total(cells):
            yield Rejection(number, TOTAL, cells)
        elif any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in cells):
            yield Rejection(number, LONG_CELL, cells)
        else:
            yield number, cells
