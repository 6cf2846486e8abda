"""A report as a Word document: tables with repeated headings, page numbers, and the watermark in the header of every page."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from graph_service.reports.document_parts import VML, WIDE, cell_of, frame_of, plot_of
from graph_service.reports.report import Report, Shows, Table, Value

_RED = RGBColor(0x7A, 0x1F, 0x1F)
_PLACE = ";".join((
    "position:absolute", "margin-left:0", "margin-top:0", "width:560pt", "height:34pt", "rotation:335", "z-index:-251",
    *(f"mso-position-{way}:center;mso-position-{way}-relative:margin" for way in ("horizontal", "vertical")),
))  # fmt: skip
_MARK = """<w:p {names}><w:r><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t"/>
<v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="leadlinkMark" type="#_x0000_t136" style="{place}" fillcolor="#c8c8c8" stroked="f"><v:fill opacity=".45"/>
<v:textpath style="font-family:SimSun;font-size:1pt"/></v:shape></w:pict></w:r></w:p>"""


def document_of(report: Report) -> bytes:
    """Return the document; it holds no macro, no field but page numbers, and no link."""
    document = Document()
    _settle(document, report)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(report.title)
    run.bold, run.font.size = True, Pt(18)
    body = document.element.body
    body.insert(len(body) - 1, _facts(report))
    for note in report.notes:
        document.add_paragraph().add_run(note).font.color.rgb = _RED
    for plot in report.plots:
        document.add_heading(plot.title, level=2).paragraph_format.keep_with_next = True
        body.insert(len(body) - 1, plot_of(plot))
    for table in report.tables:
        heading = document.add_heading(f"{table.title}（{len(table.rows)}）", level=2)
        heading.paragraph_format.keep_with_next = True
        if table.rows:
            body.insert(len(body) - 1, _table(table))
        else:
            document.add_paragraph(report.none)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _settle(document: Any, report: Report) -> None:
    """Set paper, fonts, header and footer."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin, section.bottom_margin = Mm(16), Mm(14)
    for style in ("Normal", "Heading 2"):
        font = document.styles[style].font
        font.name, font.size = "Times New Roman", Pt(9 if style == "Normal" else 12)
        font.color.rgb = RGBColor(0, 0, 0)
        document.styles[style].element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    document.core_properties.title, document.core_properties.author = report.title, "leadlink"
    document.core_properties.comments = report.watermark
    header = section.header.paragraphs[0]
    header.add_run(f"{report.notes[0]}　{report.watermark}").font.color.rgb = _RED
    mark = parse_xml(_MARK.format(names=f"{nsdecls('w')} {VML}", place=_PLACE))
    next(each for each in mark.iter() if each.tag.endswith("}textpath") and each.get("style")).set(
        "string", report.watermark
    )
    section.header._element.append(mark)
    _footer(section.footer.paragraphs[0], report)


def _footer(paragraph: Any, report: Report) -> None:
    before, between, after = report.pages
    paragraph.add_run(f"{report.watermark}　{before}")
    for field, told in (("PAGE", between), ("NUMPAGES", after)):
        run = paragraph.add_run()
        run._r.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
        paragraph._p.append(run._r[-1])
        paragraph.add_run(told)


def _facts(report: Report) -> Any:
    made = frame_of([45, WIDE - 45])
    for name, value in report.facts:
        row = etree.SubElement(made, qn("w:tr"))
        cell_of(row, name, 45, is_heading=True)
        cell_of(row, value, WIDE - 45)
    return made


def _table(table: Table) -> Any:
    total = sum(column.width for column in table.columns)
    widths = [WIDE * column.width / total for column in table.columns]
    made = frame_of(widths)
    head = etree.SubElement(made, qn("w:tr"))
    etree.SubElement(etree.SubElement(head, qn("w:trPr")), qn("w:tblHeader"))
    for column, width in zip(table.columns, widths, strict=True):
        cell_of(head, column.heading, width, is_heading=True)
    for values in table.rows:
        _row(made, table, values, widths)
    return made


def _row(made: Any, table: Table, values: Sequence[Value], widths: Sequence[float]) -> None:
    row = etree.SubElement(made, qn("w:tr"))
    etree.SubElement(etree.SubElement(row, qn("w:trPr")), qn("w:cantSplit"))
    for column, value, width in zip(table.columns, values, widths, strict=True):
        cell_of(row, column.told(value), width, is_right=column.shows is not Shows.TEXT)
