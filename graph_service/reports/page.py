"""A report as one page that any browser shows by itself: no script, no address, nothing that has to be fetched."""

from collections.abc import Iterator
from html import escape

from graph_service.reports.report import Report, Shows, Table

_STYLE = """body{font:14px/1.5 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",SimSun,sans-serif;margin:24px;color:#222}
h1{text-align:center}h2{margin:28px 0 8px}table{border-collapse:collapse;width:100%}th,td{border:1px solid #9aa5b8;padding:3px 6px;
vertical-align:top;text-align:left;white-space:pre-wrap;overflow-wrap:anywhere}thead th{background:#e6ecf5;text-align:center;position:sticky;top:0}
td.n{text-align:right;white-space:nowrap}tbody tr:nth-child(even){background:#f5f7fb}.note{color:#7a1f1f}
nav a{margin-right:14px}.mark{position:fixed;inset:0;pointer-events:none;z-index:9;display:grid;grid-template-columns:1fr 1fr 1fr;overflow:hidden}
.mark span{transform:rotate(-24deg);color:#7774;opacity:.28;font-size:17px;align-self:center;justify-self:center;white-space:nowrap}
@media print{@page{size:A4 landscape;margin:12mm}nav{display:none}thead{display:table-header-group}thead th{position:static}tr{break-inside:avoid}}"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_MARKS = 12


def page_of(report: Report) -> bytes:
    """Return the page."""
    return "".join(_parts(report)).encode()


def _parts(report: Report) -> Iterator[str]:
    language = {"zh": "zh-CN"}.get(report.language, report.language)
    yield f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(report.title)}</title><style>{_STYLE}</style></head><body>"
    yield f'<div class="mark" aria-hidden="true">{f"<span>{escape(report.watermark)}</span>" * _MARKS}</div>'
    yield f'<p class="note">{escape(report.notes[0])}　{escape(report.watermark)}</p><h1>{escape(report.title)}</h1>'
    facts = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in report.facts)
    yield f"<table><tbody>{facts}</tbody></table>"
    yield "".join(f'<p class="note">{escape(note)}</p>' for note in report.notes[1:])
    links = "".join(
        f'<a href="#{table.name}">{escape(table.title)}（{len(table.rows)}）</a>' for table in report.tables
    )
    yield f"<nav>{links}</nav>"
    for table in report.tables:
        yield from _table(table, report.none)
    yield f'<p class="note">{escape(report.watermark)}</p></body></html>\n'


def _table(table: Table, none: str) -> Iterator[str]:
    yield f'<h2 id="{table.name}">{escape(table.title)}（{len(table.rows)}）</h2>'
    if not table.rows:
        yield f"<p>{escape(none)}</p>"
        return
    headings = "".join(f"<th>{escape(column.heading)}</th>" for column in table.columns)
    yield f"<table><thead><tr>{headings}</tr></thead><tbody>"
    for row in table.rows:
        cells = (
            f"<td{_kind(column.shows)}>{escape(column.told(value))}</td>"
            for column, value in zip(table.columns, row, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _kind(shows: Shows) -> str:
    return "" if shows is Shows.TEXT else ' class="n"'
