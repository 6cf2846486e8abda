"""Exported files, opened again by other programs than wrote them."""

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import fastexcel
import pypdfium2
from docx import Document

_FORMULA = re.compile(rb"<f[ >]")


def parts_of(body: bytes) -> dict[str, bytes]:
    """Return the files of a zip, a workbook or a document."""
    with ZipFile(BytesIO(body)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def sheets_of(body: bytes) -> dict[str, list[list[str]]]:
    """Return the sheets of a workbook as texts."""
    book = fastexcel.read_excel(body)
    return {
        name: [
            [cell or "" for cell in row]
            for row in book.load_sheet(name, header_row=None, dtypes="string").to_polars().rows()
        ]
        for name in book.sheet_names
    }


def formulas_of(body: bytes) -> list[str]:
    """Return the sheets of a workbook that hold a formula, a link or a macro."""
    return [
        name
        for name, part in parts_of(body).items()
        if _FORMULA.search(part) or b"<hyperlink" in part or name.endswith(".bin")
    ]


def document_texts(body: bytes) -> tuple[str, list[list[list[str]]], str]:
    """Return the text of a document, its tables, and the text of header and footer of its pages."""
    document = Document(BytesIO(body))
    tables = [
        [[cell.findtext(".//{*}t") or "" for cell in row.findall("{*}tc")] for row in table._tbl.findall("{*}tr")]
        for table in document.tables
    ]
    section = document.sections[0]
    edges = "".join(each.text for part in (section.header, section.footer) for each in part.paragraphs)
    drawn = "".join(ElementTree.tostring(section.header._element).decode().split())
    return "\n".join(each.text for each in document.paragraphs), tables, edges + drawn


def pages_of(body: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(body)]


def fonts_of(body: bytes) -> set[bytes]:
    """Return the names of the fonts that a PDF holds."""
    return set(re.findall(rb"/FontName\s*/([\w+-]+)", body))
