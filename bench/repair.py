"""Does to a workbook of rejected payments what a clerk does: every row is written as it should be."""

from pathlib import Path

import fastexcel
import xlsxwriter  # type: ignore[import-untyped]

from bench.payments import COLUMNS, good_row


def repair(exported: Path, repaired: Path) -> None:
    """Write the workbook again with the right cells, found by the number of the row."""
    sheet = fastexcel.read_excel(exported).load_sheet(0, header_row=0, dtypes="string").to_polars()
    names = sheet.columns
    number = next(place for place, name in enumerate(names) if name.startswith("row"))
    book = xlsxwriter.Workbook(str(repaired), {"constant_memory": True, "strings_to_formulas": False})
    target = book.add_worksheet("rejected")
    target.write_row(0, 0, names)
    for line, cells in enumerate(sheet.iter_rows(), 1):
        right = dict(zip(COLUMNS, good_row(int(cells[number])), strict=True))
        target.write_row(line, 0, [right.get(name, cell) or "" for name, cell in zip(names, cells, strict=True)])
    book.close()
