"""A report as a PDF/A: drawn by typst with a font that lies beside it, embedded as far as it is used; no system font is asked."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import manimgx_fonts_cjk
import typst

from graph_service.reports.report import Report, Shows, Table, Value

_TEMPLATE = Path(__file__).with_name("report.typ")
_FONTS = Path(manimgx_fonts_cjk.__file__).parent
_BROKEN_AFTER = 12  # signs without a place to break a line that a narrow column bears
_MAY_BREAK = "\u200b"


def pdf_of(report: Report) -> bytes:
    """Return the PDF; it holds its font and refers to nothing outside. Tags would make it six times as large."""
    told: dict[str, Any] = {
        "language": report.language, "title": report.title, "facts": report.facts, "notes": report.notes,
        "watermark": report.watermark, "none": report.none, "pages": report.pages,
        "tables": [_table(each) for each in report.tables],
        "plots": [{"title": each.title, "bars": each.shares} for each in report.plots],
    }  # fmt: skip
    drawn = typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        pdf_standards="a-2b",
        pdf_tags=False,
        sys_inputs={"report": json.dumps(told, ensure_ascii=False)},
    )
    if not isinstance(drawn, bytes):
        raise TypeError("a PDF is one file")
    return drawn


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": table.title, "widths": [column.width for column in table.columns],
        "headings": [column.heading for column in table.columns],
        "right": [column.shows is not Shows.TEXT for column in table.columns],
        "rows": [_row(table, row) for row in table.rows],
    }  # fmt: skip


def _row(table: Table, row: Sequence[Value]) -> list[str]:
    return [_breakable(column.told(value)) for column, value in zip(table.columns, row, strict=True)]


def _breakable(text: str) -> str:
    """Return the text with places to break a line in long numbers, after each hyphen or slash."""
    if len(text) <= _BROKEN_AFTER or not text.isascii():
        return text
    return text.replace("-", f"-{_MAY_BREAK}").replace("/", f"/{_MAY_BREAK}")
