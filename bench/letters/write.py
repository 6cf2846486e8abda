"""Appends rows to the exports of a city, each file in its own encoding and format."""

import csv
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from graph_service.errors import BadInput

Row = dict[str, Any]
_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ENCODINGS = {"bom": "utf-8", "gb18030": "gb18030"}  # the mark stands at the head of the file already


def append(path: Path, form: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Appends rows to a file of an export, or refuses a format of which the city has no file of matters."""
    if form == "jsonl":
        with path.open("a", encoding="utf-8", newline="\n") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    elif form == "xlsx":
        _append_to_workbook(path, [[row[name] for name in columns] for row in rows])
    elif form in _ENCODINGS:
        with path.open("a", encoding=_ENCODINGS[form], newline="") as out:
            csv.writer(out).writerows([row[name] for name in columns] for row in rows)
    else:
        raise BadInput(f"rows cannot be appended in the format {form!r}", path.name, "write a branch for it here")


def _append_to_workbook(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    with zipfile.ZipFile(path) as book:
        parts = {part: book.read(part) for part in book.namelist()}
    parts[_SHEET] = _with_rows(parts[_SHEET], rows)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for part, content in parts.items():
            book.writestr(part, content)


def _with_rows(sheet: bytes, rows: Sequence[Sequence[Any]]) -> bytes:
    """Return the sheet with rows above its last one, which holds the totals."""
    root = etree.fromstring(sheet)
    data = next(root.iter(f"{_MAIN}sheetData"))
    total = data[-1]
    first = int(total.get("r"))
    data.remove(total)
    for number, cells in enumerate(rows, first):
        row = etree.SubElement(data, f"{_MAIN}row", r=str(number))
        for place, value in enumerate(cells):
            _add_cell(row, f"{chr(ord('A') + place)}{number}", value)
    _move_total(total, first + len(rows), rows)
    data.append(total)
    size = next(root.iter(f"{_MAIN}dimension"))
    size.set("ref", re.sub(r"\d+$", total.get("r"), size.get("ref")))
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _add_cell(row: Any, place: str, value: Any) -> None:
    if isinstance(value, int | float):
        etree.SubElement(etree.SubElement(row, f"{_MAIN}c", r=place), f"{_MAIN}v").text = str(value)
        return
    cell = etree.SubElement(row, f"{_MAIN}c", r=place, t="inlineStr")
    etree.SubElement(etree.SubElement(cell, f"{_MAIN}is"), f"{_MAIN}t").text = value


def _move_total(total: Any, number: int, rows: Sequence[Sequence[Any]]) -> None:
    total.set("r", str(number))
    for cell in total:
        column = cell.get("r").rstrip("0123456789")
        cell.set("r", f"{column}{number}")
        if cell.get("t", "n") == "n" and (sum_of := cell.find(f"{_MAIN}v")) is not None:
            added = [row[ord(column) - ord("A")] for row in rows]
            sum_of.text = str(round(float(sum_of.text) + sum(each for each in added if each != ""), 2))
