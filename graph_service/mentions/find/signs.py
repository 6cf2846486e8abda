"""Plates and document numbers in running text."""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph_service.mentions.days.day_words import figure
from graph_service.mentions.find.view import View
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.identifiers import Refused, document_number, plate
from schema.identifiers.plates import PROVINCES

_STRENGTH = 85.0
_ENDS = r"(?:(?![A-Z0-9])|(?=(?:19|20)\d{2}(?:年|[./-]\d{1,2}[./-]\d)))"  # or the year of a date begins without a gap
_PLATE = re.compile(rf"[{PROVINCES}][A-HJ-NP-Z][· .-]?[A-HJ-NP-Z0-9]{{4,6}}[挂学警港澳使领]?{_ENDS}")
_CONFUSED = re.compile(rf"[{PROVINCES}][A-Z][· .-]?[A-Z0-9]{{5,6}}{_ENDS}")
_NUMERALS = "〇零一二三四五六七八九十百"
_DOCUMENT = re.compile(
    rf"([\u4e00-\u9fff]{{1,8}})〔(?:\d{{4}}|[{_NUMERALS}]{{4}})年?〕(?:[\u4e00-\u9fff]字)? ?第? ?(?:\d{{1,5}}|[{_NUMERALS}]{{1,5}}) ?号"
    r"|([\u4e00-\u9fff]{1,8})[(](?:(?:19|20)\d{2})[)](?:[\u4e00-\u9fff]字)?第?\d{1,5}号"
    r"|([\u4e00-\u9fff]{1,6}(?:公告|通告|通知|令|纪要|文件|批复|决定))(?:19|20)\d{2}年第\d{1,4}号"
)
_NUMBER = re.compile(rf"(?<=[〕)])(?:[\u4e00-\u9fff]字)? ?第? ?([{_NUMERALS}]{{1,5}}|\d{{1,5}}) ?号$")
_YEAR_AND_NUMBER = re.compile(r"((?:19|20)\d{2})年第(\d{1,4})号$")
_COURT = re.compile(
    r"[(〔](?:19|20)\d{2}[)〕][\u4e00-\u9fff]\d{0,6}[\u4e00-\u9fff]{1,5}\d{1,6}号(?:之[一二三四五六七八九十])?"
)
_LEADS_IN = re.compile(
    r".*(?:根据|依据|依|按照|参照|执行|印发|下发|发出|收到|见|以|的|和|及|与|在|由|号|为|是|违反|文件|通知|规定|对"
    r"|处理书|决定书|意见书|通知书|建议书|告知书|移送函|文号|编号)(?=[\u4e00-\u9fff]{2})"
)


def find_plates(text: str, view: View) -> Iterator[Span]:
    """Yield the plates of a folded text."""
    for found in _PLATE.finditer(text):
        with suppress(Refused):
            number = plate(found[0])
            if number:
                entity = view.number("Vehicle", number)
                known = (entity,) if entity is not None else ()
                because = Because.NUMBER_KNOWN if known else Because.FORM_SOUND
                yield Span(
                    found.start(),
                    found.end(),
                    MentionKind.VEHICLE,
                    number,
                    _STRENGTH,
                    0.99 if known else 0.95,
                    because,
                    known,
                )
    for found in _CONFUSED.finditer(text):
        yield from _repaired(found, view)


def _repaired(found: re.Match[str], view: View) -> Iterator[Span]:
    # O and I are never on plates: a slip, mended only where exactly that plate is registered.
    number = re.sub(r"[· .-]", "", found[0])
    mended = number[:2] + number[2:].replace("O", "0").replace("I", "1")
    entity = view.number("Vehicle", mended) if mended != number else None
    if entity is not None:
        yield Span(
            found.start(), found.end(), MentionKind.VEHICLE, mended, _STRENGTH - 1, 0.7, Because.FORM_ONLY, (entity,)
        )


def find_documents(text: str) -> Iterator[Span]:
    """Yield the numbers of documents and court files of a folded text."""
    if "号" not in text:
        return
    for found in _DOCUMENT.finditer(text):
        issuer = found[1] or found[2] or found[3]
        lead = _LEADS_IN.match(issuer)
        start = found.start() + (lead.end() if lead and lead.end() < len(issuer) else 0)
        yield from _document(text[start : found.end()], start)
    for found in _COURT.finditer(text):
        yield from _document(found[0], found.start())


def _document(words: str, start: int) -> Iterator[Span]:
    with suppress(Refused):
        number = document_number(_in_form(words))
        if number:
            yield Span(start, start + len(words), MentionKind.DOCUMENT, number, _STRENGTH, 0.95, Because.FORM_SOUND)


def _in_form(words: str) -> str:
    """Return 沅府发〔二〇二三〕九号, 塘府发〔2022〕 36 号 and 市局公告2024年第3号 in the form of all others."""
    words = _YEAR_AND_NUMBER.sub(r"〔\1〕\2号", words)
    return _NUMBER.sub(lambda found: f"{figure(found[1]) if not found[1].isdigit() else found[1]}号", words)
