"""Bank accounts, fuel cards, document and invoice numbers, area codes."""

import pytest

from schema.identifiers import (
    Refused,
    area_code,
    bank_account,
    document_number,
    fuel_card,
    invoice_number,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("6222021504001234567", "6222021504001234567"),
        ("6222 0215 0400 1234 567", "6222021504001234567"),
        ("6222-0215-0400-1234-567", "6222021504001234567"),
        ("６２２２０２１５０４００１２３４５６７", "6222021504001234567"),
        ("'6222021504001234567", "6222021504001234567"),
        ("0012345678", "0012345678"),
        ("\u200b12345678", "12345678"),
        (12345678, "12345678"),
        (12345678.0, "12345678"),
        ("1029384756473829" * 2, "1029384756473829" * 2),
        ("10293847", "10293847"),
        ("—", None),
    ],
)
def test_bank_account(value: object, expected: str | None) -> None:
    assert bank_account(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("1234567", "8 to 32"),
        ("1029384756473829" * 2 + "1", "8 to 32"),
        ("6222****4567", "masked"),
        ("AB12345678", "more than digits"),
        ("工行6222021504001234567", "more than digits"),
        ("6.22202E+18", "lost its last digits"),
        (6.22202e18, "lost its last digits"),
        (1.5, "not text"),
        (True, "not text"),
        ("²²²²²²²²", "more than digits"),
        (b"12345678", "not text"),
        ("\ud800", "half"),
    ],
)
def test_bank_account_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        bank_account(value)


@pytest.mark.parametrize(
    "value", ["1000113605000123456", "1000 1136 0500 0123 456", "１０００１１３６０５０００１２３４５６"]
)
def test_fuel_card(value: str) -> None:
    assert fuel_card(value) == "1000113605000123456"


@pytest.mark.parametrize(
    "value", ["100011360500012", "10001136050001234567", "1000****3456789012", "K" * 19, 1.00011360500012e18, "中石化"]
)
def test_fuel_card_refuses(value: object) -> None:
    with pytest.raises(Refused):
        fuel_card(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("余纪〔2026〕12号", "余纪〔2026〕12号"),
        ("余纪[2026]12号", "余纪〔2026〕12号"),
        ("余纪［2026］12号", "余纪〔2026〕12号"),
        ("余纪(2026)12号", "余纪〔2026〕12号"),
        ("余纪（2026）12号", "余纪〔2026〕12号"),
        ("余纪【2026】12号", "余纪〔2026〕12号"),
        ("余纪<2026>12号", "余纪〔2026〕12号"),
        ("余纪〔２０２６〕１２号", "余纪〔2026〕12号"),
        ("余纪 〔2026〕 12 号", "余纪〔2026〕12号"),
        ("余纪〔2026〕第12号", "余纪〔2026〕12号"),
        ("余纪〔2026〕012号", "余纪〔2026〕12号"),
        ("余纪〔二〇二六〕12号", "余纪〔2026〕12号"),
        ("余府办字〔2025〕3号", "余府办字〔2025〕3号"),
        ("（2024）赣0502刑初12号", "〔2024〕赣0502刑初12号"),
        ("无", None),
    ],
)
def test_document_number(value: object, expected: str | None) -> None:
    assert document_number(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("余纪2026-12号", "not a document number"),
        ("余纪〔26〕12号", "not a document number"),
        ("余纪〔2026〕号", "not a document number"),
        ("余纪〔2026〕12", "not a document number"),
        ("〔2026〕12号", "not a document number"),
        ("余纪〔2026〕0号", "not a document number"),
        ("余纪〔2026〕12号、13号", "not a document number"),
        ("余纪〔1026〕12号", "year"),
        ("余纪〔2999〕12号", "year"),
        (12, "not a document number"),
        ("关于余纪〔2026〕12号的批复", "not a document number"),
        ("\ud800", "half"),
    ],
)
def test_document_number_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        document_number(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("00123456", "00123456"),
        ("０0123456", "00123456"),
        ("№00123456", "00123456"),
        ("No.00123456", "00123456"),
        ("036002100111-12345678", "03600210011112345678"),
        ("3600211130 12345678", "360021113012345678"),
        ("25362000000012345678", "25362000000012345678"),
        (12345678, "12345678"),
        ("/", None),
    ],
)
def test_invoice_number(value: object, expected: str | None) -> None:
    assert invoice_number(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (123456, "leading zeros are lost"),
        ("123456", "not an invoice number"),
        ("2.5362E+19", "lost its last digits"),
        (2.5362e19, "lost its last digits"),
        ("1234567A", "not an invoice number"),
        (True, "not text"),
    ],
)
def test_invoice_number_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        invoice_number(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("360502", "360502"),
        (360502, "360502"),
        (360502.0, "360502"),
        ("３６０５２１", "360521"),
        (" 360500 ", "360500"),
        ("362224", "362224"),
        ("362230", "362230"),
        ("360590", "360590"),  # a local extension, such as a functional zone
        ("360502001", "360502001"),
        ("360502001001", "360502001001"),
        ("110000", "110000"),
        ("不详", None),
    ],
)
def test_area_code(value: object, expected: str | None) -> None:
    assert area_code(value) == expected


@pytest.mark.parametrize(
    "value", ["36", "3605", "36050", "3605020", "990502", "000000", "渝水区", "36O502", "3.6E5", 3.5, True, "160000"]
)
def test_area_code_refuses(value: object) -> None:
    with pytest.raises(Refused):
        area_code(value)
