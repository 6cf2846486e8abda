"""A report as a workbook: one sheet a table, every text a text whatever it begins with, the watermark on each sheet and page."""

from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from graph_service.reports.report import Column, Report, Shows, Table, Value

_FEN = 100
_HEAD = 3  # rows above the table: its title, the watermark, its headings
_PAPER_A4 = 9
# What a sheet may not be called by.
_UNFIT = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_CELL = 32_000


def workbook_of(report: Report) -> bytes:
    """Return the workbook; it holds no formula, no link and no macro."""
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": report.title, "comments": report.watermark})
    formats = _formats(book)
    _head(book, report, formats)
    for table in report.tables:
        _sheet(book, report, table, formats)
    book.close()
    return out.getvalue()


def _formats(book: Any) -> dict[str | Shows, Any]:
    cell = {
        "border": 1,
        "border_color": "#BFBFBF",
        "text_wrap": True,
        "valign": "top",
        "font_name": "宋体",
        "font_size": 10,
    }
    return {
        "title": book.add_format({"bold": True, "font_size": 16, "font_name": "宋体"}),
        "mark": book.add_format({"font_color": "#9C0006", "font_size": 9, "font_name": "宋体"}),
        "heading": book.add_format(
            {**cell, "bold": True, "bg_color": "#D9E2F3", "valign": "vcenter", "align": "center"}
        ),
        Shows.TEXT: book.add_format({**cell, "num_format": "@"}),
        Shows.NUMBER: book.add_format({**cell, "num_format": "0"}),
        Shows.MONEY: book.add_format({**cell, "num_format": "#,##0.00"}),
    }


def _page(sheet: Any, report: Report) -> None:
    """Set how a sheet is printed: across, as wide as the paper, with the watermark above and the number of the page below."""
    mark = report.watermark.replace("&", "&&")
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    sheet.set_header(f"&L{report.notes[0][:60].replace('&', '&&')}&R{mark}")
    before, between, after = report.pages
    sheet.set_footer(f"&L{mark}&R{before}&P{between}&N{after}")


def _head(book: Any, report: Report, formats: dict[str | Shows, Any]) -> None:
    sheet = book.add_worksheet(report.title[:31].translate(_UNFIT).strip())
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 0, report.title, formats["title"])
    sheet.write_string(1, 0, report.watermark, formats["mark"])
    for place, (name, value) in enumerate(report.facts, 2):
        sheet.write_string(place, 0, name, formats["heading"])
        sheet.write_string(place, 1, value[:_LONGEST_CELL], formats[Shows.TEXT])
    for place, note in enumerate(report.notes, 3 + len(report.facts)):
        sheet.write_string(place, 0, note, formats["mark"])
    _page(sheet, report)


def _sheet(book: Any, report: Report, table: Table, formats: dict[str | Shows, Any]) -> None:
    sheet = book.add_worksheet(table.title[:31].translate(_UNFIT).strip())
    sheet.write_string(0, 0, f"{table.title}（{len(table.rows)}）", formats["title"])
    sheet.write_string(1, 0, report.watermark, formats["mark"])
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width * 1.4 + 2)
        sheet.write_string(_HEAD - 1, place, column.heading, formats["heading"])
    for number, row in enumerate(table.rows, _HEAD):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, (number, place), column, value, formats[column.shows])
    if not table.rows:
        sheet.write_string(_HEAD, 0, report.none, formats[Shows.TEXT])
    sheet.freeze_panes(_HEAD, 0)
    sheet.repeat_rows(_HEAD - 1)
    if table.rows:
        sheet.autofilter(_HEAD - 1, 0, _HEAD - 1 + len(table.rows), len(table.columns) - 1)
    _page(sheet, report)


def _write(sheet: Any, at: tuple[int, ...], column: Column, value: Value, form: Any) -> None:
    if value is None:
        sheet.write_blank(*at, None, form)
    elif isinstance(value, int):
        sheet.write_number(*at, value / _FEN if column.shows is Shows.MONEY else value, form)
    else:
        sheet.write_string(*at, value[:_LONGEST_CELL], form)
