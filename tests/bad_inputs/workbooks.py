"""Workbooks as bytes: ordinary ones, and such as no spreadsheet program would write."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from tests.bad_inputs.bench import COLUMNS

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"


def book(*rows: Mapping[str, Any], build: Any = None, options: dict[str, Any] | None = None) -> bytes:
    """Return a workbook with the header and these rows; `build` may change it before it is closed."""
    data = io.BytesIO()
    made = xlsxwriter.Workbook(data, {"in_memory": True, **(options or {})})
    sheet = made.add_worksheet("台账")
    sheet.write_row(0, 0, COLUMNS)
    for number, row in enumerate(rows, 1):
        for name, value in {"编号": "1", **row}.items():
            sheet.write(number, COLUMNS.index(name), value)
    if build:
        build(made, sheet)
    made.close()
    return data.getvalue()


def letter(column: str) -> str:
    """Return the letter of a column of the ledger."""
    return "ABCDEFGHI"[COLUMNS.index(column)]


def raw(cells: str, parts: Mapping[str, str | bytes] | None = None, head: Sequence[str] = COLUMNS) -> bytes:
    """Return a workbook whose second and further rows are given as XML; further parts replace its own."""
    named = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in head)
    whole: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets><sheet name="台账" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_REL}"><Relationship Id="rId1" '
        f'Type="{_DOC}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1">{named}</row>{cells}'
        "</sheetData></worksheet>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in (whole | dict(parts or {})).items():
            package.writestr(part, text)
    return data.getvalue()


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return the workbook with a text in one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            assert name != part or old in text
            after.writestr(name, text.replace(old, new) if name == part else text)
    return out.getvalue()


def calculated(data: bytes) -> bytes:
    """Return the workbook as a spreadsheet program saves it: with its formulas calculated."""
    return changed(data, "xl/workbook.xml", b' fullCalcOnLoad="1"', b"")
