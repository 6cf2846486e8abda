"""Workbooks of rejected rows, as a clerk reads and repairs them."""

from pathlib import Path

import fastexcel
import xlsxwriter  # type: ignore[import-untyped]


def exported(path: Path) -> list[dict[str, str | None]]:
    """Return the rows of an exported workbook."""
    frame = fastexcel.read_excel(path).load_sheet("rejected", header_row=0, dtypes="string").to_polars()
    return list(frame.iter_rows(named=True))


def repair(path: Path, rows: list[dict[str, str | None]]) -> None:
    """Write the rows back as they were repaired."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("rejected")
    lines: list[list[str | None]] = [list(rows[0]), *(list(row.values()) for row in rows)]
    for number, cells in enumerate(lines):
        for place, text in enumerate(cells):
            sheet.write_string(number, place, text or "")
    book.close()
