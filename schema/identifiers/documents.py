"""Numbers of official documents and invoices."""

import datetime as dt
import re

from schema.identifiers.absent import absent
from schema.identifiers.characters import LOST_DIGITS, compact
from schema.identifiers.fillers import NO_FILLER_HEAD, is_filler
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_OPEN, _CLOSE = r"[〔\[(【［{<〈《﹝]", r"[〕\])】］}>〉》﹞]"
_ISSUER = r"[\u3400-\u9fffA-Za-z]+"
_DOCUMENT = re.compile(rf"({_ISSUER}){_OPEN}([0-9]{{4}})年?{_CLOSE}第?0*([1-9][0-9]*(?:-[0-9]+)?)号")
_COURT = re.compile(
    rf"{_OPEN}([0-9]{{4}}){_CLOSE}([\u4e00-\u9fff][0-9]*[\u4e00-\u9fff]+(?:之[一二三四五六七八九十]+)?)0*([1-9][0-9]*)号"
)
_YEAR_NUMERAL = re.compile(r"(?<=[〔\[(【［{<〈《﹝])[〇零○一二三四五六七八九]{4}")
_NUMERAL_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_FIRST_YEAR = 1949
_SHORTEST_SIGN = 2  # with the 字; 京字 is one as it stands
_INVOICE = re.compile(r"[0-9]{8}|[0-9]{18}|[0-9]{20}")
_PLAIN_INVOICE = re.compile(f"{NO_FILLER_HEAD}(?:{_INVOICE.pattern})")
_INVOICE_MARKS = re.compile(r"^(?:NO|№|号码|发票号码)[.:]?|[-‐‑‒–—−]")

_NOT_DOCUMENT = (
    "is not a document number such as 余纪〔2026〕12号",
    "不是发文字号，例如余纪〔2026〕12号",
)
_YEAR = ("names a year in which no such document can have been issued", "发文年份不可能")
_NOT_INVOICE = (
    "is not an invoice number: 8 digits, 18 or 20 with its code, 20 for fully digital invoices",
    "不是发票号码：应为8位，连同代码18或20位，数电发票20位",
)
_LOST_ZEROS = (
    "has fewer than 8 digits: its leading zeros are lost; format the column as text in the source",
    "不足8位，前导零已丢失，请在源表中将该列设为文本",
)


def _refuse_issue_year(year: str) -> None:
    if not _FIRST_YEAR <= int(year) <= dt.date.today().year + 1:
        raise Refused(*_YEAR, "document_number")


@remembered
def _document_number(value: str) -> str | None:
    if absent(value):
        return None
    text = _YEAR_NUMERAL.sub(lambda year: year[0].translate(_NUMERAL_DIGITS), compact(value, "document_number"))
    issued = _DOCUMENT.fullmatch(text)
    if issued:
        _refuse_issue_year(issued[2])
        return f"{issued[1]}〔{issued[2]}〕{issued[3]}号"
    filed = _COURT.fullmatch(text)
    if filed:
        _refuse_issue_year(filed[1])
        return f"〔{filed[1]}〕{filed[2]}{filed[3]}号"
    raise Refused(*_NOT_DOCUMENT, "document_number")


def document_number(value: object) -> str | None:
    """Returns a document number with its year in 〔〕 and no idle zeros; None when absent."""
    if isinstance(value, str):
        return _document_number(value)
    if value is None:
        return None
    raise Refused(*_NOT_DOCUMENT, "document_number")


def plain_issuer(issuer: str) -> str:
    """Returns an office's sign without the 字 that older letters close it with: 余审移字〔2024〕21号 is 余审移〔2024〕21号."""
    return issuer[:-1] if len(issuer) > _SHORTEST_SIGN and issuer.endswith("字") else issuer


def invoice_number(value: object) -> str | None:
    """Returns an invoice number as digits, with its code in front when the source joins them; None when absent or a filler."""
    if isinstance(value, str) and _PLAIN_INVOICE.fullmatch(value):
        return value
    if absent(value):
        return None
    text = _INVOICE_MARKS.sub("", compact(value, "invoice_number").upper())
    if is_filler(text, "invoice_number"):
        return None
    if _INVOICE.fullmatch(text):
        return text
    if isinstance(value, int | float) and len(text) < 8:
        raise Refused(*_LOST_ZEROS, "invoice_number")
    if "E+" in text:
        raise Refused(*LOST_DIGITS, "invoice_number")
    raise Refused(*_NOT_INVOICE, "invoice_number")
