"""Every form of a report bears whatever a source may hold, shows it as it stands, and runs none of it."""

import re

import pytest

from graph_service.reports.document import document_of
from graph_service.reports.page import page_of
from graph_service.reports.pdf import pdf_of
from graph_service.reports.report import Column, Report, Shows, Table, plain
from graph_service.reports.workbook import workbook_of
from tests.opened import document_texts, fonts_of, formulas_of, pages_of, sheets_of

NASTY = [
    "=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "<script>alert(1)</script>", "a & b < c", "#import \"x\"", "*粗* _斜_ $x$", "\\u{41}",
    "_x0041_", "http://example.org/a", "𠮷野家、䶮、喆、堃", "一\n二", "张·三", "{{7*7}}", "&C&P", "'",
]  # fmt: skip
MARK = "钱一 o_1  2026-07-01 09:00"


def report(texts: list[str], language: str = "zh") -> Report:
    columns = [Column("文字", 40), Column("数", 8, Shows.NUMBER), Column("金额（元）", 12, Shows.MONEY)]
    table = Table(
        "matters", "事项/清单[1]", columns, [[text, place, place * 100_05] for place, text in enumerate(texts)]
    )
    empty = Table("empty", "空表", columns, [])
    return Report(
        language, "资料包", [("单位", "云江市林业局 & <局>")], ("工作秘密", "仅供参考"), [table, empty], MARK, "无"
    )


def test_a_workbook_holds_texts_as_texts() -> None:
    body = workbook_of(report(NASTY))
    rows = sheets_of(body)["事项 清单 1"][3:]

    assert [row[0] for row in rows] == NASTY
    assert formulas_of(body) == []
    assert sheets_of(body)["空表"][3][0] == "无"


def test_a_document_holds_them_too_with_the_mark_on_every_page() -> None:
    _, tables, edges = document_texts(document_of(report([text for text in NASTY if "\n" not in text])))

    assert [row[0] for row in tables[1][1:]] == [text for text in NASTY if "\n" not in text]
    assert MARK in edges
    assert [row[2] for row in tables[1][1:3]] == ["0.00", "100.05"]


def test_a_pdf_draws_them_with_its_own_font_and_repeats_the_headings() -> None:
    body = pdf_of(report(NASTY * 20))
    pages = pages_of(body)
    told = re.sub(r"[\s\u200b\ufffe-]", "", "".join(pages))

    assert [text for text in NASTY if re.sub(r"[\s-]", "", text) not in told] == []
    assert len(pages) > 3
    assert all("金额（元）" in page for page in pages[:-1])
    assert all(MARK.replace(" ", "") in page.replace(" ", "") for page in pages)
    assert all(b"NotoSansCJK" in name for name in fonts_of(body))


def test_a_page_escapes_them_and_fetches_nothing() -> None:
    page = page_of(report(NASTY)).decode()

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert re.findall(r"\b(?:src|href|action)=[^ >]*", page) == ['href="#matters"', 'href="#empty"']
    assert "default-src 'none'" in page


@pytest.mark.parametrize("make", [workbook_of, document_of, pdf_of, page_of])
def test_signs_that_no_document_may_hold_and_very_long_texts_break_nothing(make: object) -> None:
    assert callable(make)
    assert make(report([plain("a\x00b\x0b\x1f\ufffec"), "长" * 40_000]))
    assert plain("a\x00b\x0b\x1f\ufffec\n\t") == "abc\n\t"
