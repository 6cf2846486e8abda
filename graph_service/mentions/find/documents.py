"""Document numbers in running text, in whatever writing: 余审移〔2024〕21号, 余审移字（2024）第21号, 余审移2024-21号, 二〇二四年余审移廿三号."""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.identifiers import Refused, document_number, plain_issuer
from schema.identifiers.numerals import whole_number

_STRENGTH = 85.0
_BRACKETED, _PLAIN = 0.95, 0.85
_HAN = r"[\u4e00-\u9fff]"
_DIGITS = "〇零一二三四五六七八九"
_TO_DIGIT = str.maketrans(_DIGITS, "00123456789")
_FIGURES = rf"[{_DIGITS}两十百廿卅]{{1,6}}"
_YEAR = rf"(?:(?:19|20)\d{{2}}|[一二][九〇零][{_DIGITS}]{{2}})"
_NUMBER = rf"(?:\d{{1,5}}|{_FIGURES})"
_OPEN, _CLOSE = r"[〔(<{《〈]", r"[〕)>}》〉]"
# What an office signs with: its area, what it is, and often what kind of letter it is (余 + 审 + 移).
_OFFICE = "纪监审巡察党委组宣统政府办人法检公安司财教卫健民住建交水农林环资规商税信访督市管应急国土残团妇工发改编军武文旅广体科经外农医保退"
_TYPE = "移函发字办通报令批复决督转交处罚建呈请知告"
_NO_AREA = "的了在到是把将从和与或及向给被我你他她这那有没不说来去发收见查对看送按照再又也都号书件单村"
_SIGN = rf"(?:(?![{_NO_AREA}]){_HAN}){{1,2}}[{_OFFICE}]{{1,4}}[{_TYPE}]字?"
_AT_ITS_OWN = r"(?![\d.年月日号元万人%-])"
_WITH_BRACKETS = re.compile(
    rf"(?P<issuer>{_HAN}{{1,8}})(?:〔|\()(?P<year>{_YEAR})年?(?:〕|\))(?:{_HAN}字)? ?第? ?(?P<number>{_NUMBER}) ?号"
    rf"|(?P<issuer2>{_HAN}{{1,8}})〔(?P<year2>{_YEAR})年?〕第?(?P<number2>\d{{1,5}}){_AT_ITS_OWN}"
    rf"|(?P<issuer3>{_SIGN}){_OPEN}(?P<year3>{_YEAR}|\d{{2}})年?{_CLOSE} ?第? ?(?:(?P<number3>{_NUMBER}) ?号|(?P<number4>\d{{1,5}}){_AT_ITS_OWN})"
    rf"|(?P<issuer4>{_SIGN})第?(?P<number5>{_NUMBER})号{_OPEN}(?P<year4>{_YEAR})年?{_CLOSE}"
)
_WITHOUT = re.compile(
    rf"(?P<issuer>{_SIGN})(?P<year>{_YEAR})(?:年度?第?|[-/_.· ]?第|[-/_.· ]|[-/_ ]?[(〔])(?P<number>{_NUMBER})[)〕]?号"
    rf"|(?P<issuer2>{_SIGN})(?P<year2>{_YEAR})-(?P<number2>\d{{1,5}}){_AT_ITS_OWN}"
    rf"|(?P<year3>{_YEAR})年度?的?(?P<issuer3>{_SIGN})第?(?P<number3>{_NUMBER})号"
    rf"|(?P<issuer4>{_HAN}{{1,6}}(?:公告|通告|通知|令|纪要|文件|批复|决定))(?P<year4>{_YEAR})年第(?P<number4>{_NUMBER})号"
)
_FIRST_OF_MORE = re.compile(
    rf"(?P<issuer>{_HAN}{{1,8}})〔(?P<year>{_YEAR})年?〕第?(?P<number>\d{{1,5}})(?=(?:[、,和及]第?\d{{1,5}}){{1,6}}号)"
)
_ONE_OF_MORE = re.compile(r"[、,和及]第?(?P<number>\d{1,5})号?")
_COURT = re.compile(rf"[(〔](?:19|20)\d{{2}}[)〕]{_HAN}\d{{0,6}}{_HAN}{{1,5}}\d{{1,6}}号(?:之[一二三四五六七八九十])?")
_MARK = re.compile(rf"号|〔|[{_TYPE}]字?(?:{_YEAR}-|{_OPEN[:-1]}]\d)")  # without one of these no number is told
_LEADS_IN = re.compile(
    r".*(?:根据|依据|依|按照|参照|执行|印发|下发|发出|收到|见|以|的|和|及|与|在|由|号|为|是|违反|文件|通知|规定|对|了|过|份|说|称|把|将|们|那|这"
    rf"|处理书|决定书|意见书|通知书|建议书|告知书|移送函|文号|编号|{_HAN}{{2}}(?:局|厅|委员会|办公室)(?={_HAN}{{3}}))(?={_HAN}{{2}})"
)


def find_documents(text: str) -> Iterator[Span]:
    """Yield the numbers of documents and court files of a folded text; without brackets only after an office's own sign."""
    if _MARK.search(text) is None:
        return
    for found in _FIRST_OF_MORE.finditer(text):
        yield from _in_a_row(text, found)
    for pattern, certainty in ((_WITH_BRACKETS, _BRACKETED), (_WITHOUT, _PLAIN)):
        for found in pattern.finditer(text):
            yield from _document(found, certainty)
    for found in _COURT.finditer(text):
        with suppress(Refused):
            number = document_number(found[0])
            if number:
                yield Span(*found.span(), MentionKind.DOCUMENT, number, _STRENGTH, _BRACKETED, Because.FORM_SOUND)


def _document(found: re.Match[str], certainty: float) -> Iterator[Span]:
    told = {name.rstrip("2345"): (words, found.start(name)) for name, words in found.groupdict().items() if words}
    (issuer, at), (year, year_at), (number, _) = told["issuer"], told["year"], told["number"]
    lead = _LEADS_IN.match(issuer)
    skipped = lead.end() if lead and lead.end() < len(issuer) else 0
    start = year_at if year_at < at else at + skipped
    normal = _normal(issuer[skipped:], year, number)
    if normal:
        yield Span(start, found.end(), MentionKind.DOCUMENT, normal, _STRENGTH, certainty, Because.FORM_SOUND)


def _in_a_row(text: str, first: re.Match[str]) -> Iterator[Span]:
    """Yield 余审移〔2024〕21、22号 as two documents of one office and year."""
    yield from _document(first, _BRACKETED)
    lead = _LEADS_IN.match(first["issuer"])
    issuer = first["issuer"][lead.end() if lead else 0 :] or first["issuer"]
    at = first.end()
    while further := _ONE_OF_MORE.match(text, at):
        at = further.end()
        normal = _normal(issuer, first["year"], further["number"])
        if normal:
            place = further.start("number"), at
            yield Span(*place, MentionKind.DOCUMENT, normal, _STRENGTH, _BRACKETED, Because.FORM_SOUND)


def _normal(issuer: str, year: str, number: str) -> str | None:
    """Return the number as registers state it, None where it is none."""
    whole_year = year.translate(_TO_DIGIT)
    whole_year = whole_year if len(whole_year) > 2 else f"20{whole_year}"
    with suppress(Refused):
        return document_number(f"{plain_issuer(issuer)}〔{whole_year}〕{_whole(number)}号")
    return None


def _whole(number: str) -> int:
    if number.isdigit():
        return int(number)
    words = number.replace("廿", "二十").replace("卅", "三十")
    digits = words.translate(_TO_DIGIT)
    return int(digits) if digits.isascii() else whole_number(words, "document_number")
