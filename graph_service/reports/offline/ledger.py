"""The workbook that a team fills in: what is known of the unit's problems to be checked, and a sheet for what is new."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from graph_service.packs.words import yuan
from graph_service.reports.words import Words
from schema.vocabulary import Problem

CHECKED, NEW = "问题核实", "新发现问题"
ID, RESULT, REMARK, SEEN_AMOUNT = "记录标识", "核实情况", "核实说明", "核实金额（元）"
KNOWN = (ID, "编号", "问题", "单位", "问题类型", "整改状态", "未整改金额（元）")
FILLED = (RESULT, REMARK, SEEN_AMOUNT)
TITLE, FACTS, UNIT, PROBLEM, AMOUNT, PERIOD, RELATED = (
    "标题",
    "事实",
    "单位",
    "问题类型",
    "涉及金额（元）",
    "发生期间",
    "相关已知问题编号",
)
NEW_COLUMNS = (TITLE, FACTS, UNIT, PROBLEM, AMOUNT, PERIOD, RELATED)
RESULTS = ("整改到位", "整改不到位", "未整改", "虚假整改", "情况不属实", "无法核实")
HEADINGS_IN = 2  # rows above the headings: what the sheet is, and the watermark
_ROWS_FOR_NEW = 300
_WIDTHS = {ID: 0, "编号": 16, "问题": 46, "单位": 22, REMARK: 46, TITLE: 40, FACTS: 60}


def problems_of(pack: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Return every finding and issue of a pack with the row that it stands in."""
    return [(each[kind], each) for part, kind in (("findings", "finding"), ("issues", "issue")) for each in pack[part]]


def ledger_of(pack: Mapping[str, Any], watermark: str) -> bytes:
    """Return the workbook; every text in it is a text."""
    out, say = BytesIO(), Words("zh")
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    cell = {"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"}
    text, heading = book.add_format(cell), book.add_format({**cell, "bold": True, "bg_color": "#D9E2F3"})
    known = _sheet(book, CHECKED, (*KNOWN, *FILLED), watermark, heading)
    rows = problems_of(pack)
    for place, (matter, row) in enumerate(rows, HEADINGS_IN + 1):
        values = (
            matter["id"], matter["number"], matter["title"], row["unit"]["name"], say.term("Problem", matter["problem"]),
            say.term("Rectification", matter["rectification"]), yuan(row["openFen"]), "", "", "",
        )  # fmt: skip
        for column, value in enumerate(values):
            known.write_string(place, column, value or "", text)
    at = len(KNOWN)
    known.data_validation(
        HEADINGS_IN + 1, at, HEADINGS_IN + max(1, len(rows)), at, {"validate": "list", "source": [*RESULTS]}
    )
    new = _sheet(book, NEW, NEW_COLUMNS, watermark, heading)
    for place in range(HEADINGS_IN + 1, HEADINGS_IN + 1 + _ROWS_FOR_NEW):
        for column in range(len(NEW_COLUMNS)):
            new.write_blank(place, column, None, text)
    kinds = book.add_worksheet("问题类型")
    for place, kind in enumerate(Problem):
        kinds.write_string(place, 0, kind.label)
    listed = {"validate": "list", "source": f"='问题类型'!$A$1:$A${len(Problem)}", "error_type": "warning"}
    new.data_validation(HEADINGS_IN + 1, 3, HEADINGS_IN + _ROWS_FOR_NEW, 3, listed)
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str, columns: tuple[str, ...], watermark: str, heading: Any) -> Any:
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0 if columns[0] != ID else 1, f"{name}　请勿改动灰色表头和记录标识列")
    sheet.write_string(1, 0 if columns[0] != ID else 1, watermark)
    for place, column in enumerate(columns):
        hidden = {"hidden": 1} if column == ID else {}
        sheet.set_column(place, place, _WIDTHS.get(column, 16), None, hidden)
        sheet.write_string(HEADINGS_IN, place, column, heading)
    sheet.freeze_panes(HEADINGS_IN + 1, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADINGS_IN)
    sheet.set_footer(f"&L{watermark.replace('&', '&&')}&R第 &P 页　共 &N 页")
    return sheet
