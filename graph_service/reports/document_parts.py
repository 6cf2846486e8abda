"""The parts of a Word document that are made by hand: tables with lines and fixed widths, their cells, and bars that are drawn."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from graph_service.reports.report import Plot

WIDE = 273  # millimetres between the margins of an A4 page across
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_TWIPS = 56.7  # of a millimetre
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_BAR, _NAME, _TOLD = (
    165,
    78,
    30,
)  # millimetres of a row of a plot: the longest bar, what it is called, what is told of it
_DRAWN = """<w:p {names}><w:r><w:pict><v:rect style="width:{width:.1f}mm;height:2.6mm" fillcolor="#3b5b92" stroked="f"/></w:pict></w:r></w:p>"""


def plot_of(plot: Plot) -> Any:
    """Return a plot: a row for each bar, drawn as a rectangle, no picture and no chart of another program."""
    made = frame_of([_NAME, _BAR, _TOLD])
    for name, share, told in plot.shares:
        row = etree.SubElement(made, qn("w:tr"))
        cell_of(row, name, _NAME, is_right=True)
        cell_of(row, "", _BAR)
        cell_of(row, told, _TOLD)
        cell, empty = row[1], row[1][-1]
        cell.replace(
            empty, parse_xml(_DRAWN.format(names=f"{nsdecls('w')} {VML}", width=max(share, 0.004) * (_BAR - 6)))
        )
    return made


def frame_of(widths: Sequence[float]) -> Any:
    """Return an empty table with lines and fixed widths, in millimetres."""
    made = parse_xml(f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid/></w:tbl>')
    borders = etree.Element(qn("w:tblBorders"))
    for side in _BORDERS:
        line = {"val": "single", "sz": "4", "space": "0", "color": "9AA5B8"}
        etree.SubElement(borders, qn(f"w:{side}"), {qn(f"w:{name}"): value for name, value in line.items()})
    made[0].insert(0, borders)
    for width in widths:
        etree.SubElement(made[1], qn("w:gridCol"), {qn("w:w"): str(int(width * _TWIPS))})
    return made


def cell_of(row: Any, text: str, width: float, is_heading: bool = False, is_right: bool = False) -> None:
    """Add a cell to a row."""
    cell = etree.SubElement(row, qn("w:tc"))
    properties = etree.SubElement(cell, qn("w:tcPr"))
    etree.SubElement(properties, qn("w:tcW"), {qn("w:w"): str(int(width * _TWIPS)), qn("w:type"): "dxa"})
    if is_heading:
        shade = {"val": "clear", "color": "auto", "fill": "E6ECF5"}
        etree.SubElement(properties, qn("w:shd"), {qn(f"w:{name}"): value for name, value in shade.items()})
    for line in text.split("\n"):
        paragraph = etree.SubElement(cell, qn("w:p"))
        if is_right or is_heading:
            side = {qn("w:val"): "center" if is_heading else "right"}
            etree.SubElement(etree.SubElement(paragraph, qn("w:pPr")), qn("w:jc"), side)
        run = etree.SubElement(paragraph, qn("w:r"))
        look = etree.SubElement(run, qn("w:rPr"))
        if is_heading:
            etree.SubElement(look, qn("w:b"))
        etree.SubElement(look, qn("w:sz"), {qn("w:val"): "15"})
        told = etree.SubElement(run, qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        told.text = line
