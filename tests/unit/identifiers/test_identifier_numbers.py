"""Whole numbers, decimals and truth values."""

from decimal import Decimal

import pytest

from schema.identifiers import Refused, boolean, decimal, integer


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("-3", -3),
        ("−3", -3),
        ("+3", 3),
        ("１２", 12),
        ("1,234,567", 1234567),
        ("12.0", 12),
        ("007", 7),
        ("三十二", 32),
        ("一百零五", 105),
        (3, 3),
        (3.0, 3),
        (Decimal("7"), 7),
        ("9223372036854775807", 2**63 - 1),
        ("'12", 12),
        ("不详", None),
    ],
)
def test_integer(value: object, expected: int | None) -> None:
    assert integer(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("12.5", "decimals"),
        (12.5, "decimals"),
        ("9223372036854775808", "64 bits"),
        (2**63, "64 bits"),
        (Decimal("1e1000000"), "64 bits"),
        ("1,23", "not a number"),
        ("1e5", "not a number"),
        ("12人", "not a number"),
        ("0x1F", "not a number"),
        ("1_000", "not a number"),
        ("٣", "not a number"),
        ("NaN", "NaN"),
        (float("inf"), "NaN"),
        (True, "not a number"),
        ("9" * 100, "not a number"),
        ("9" * 5000, "far too long"),
    ],
)
def test_integer_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        integer(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12.50", "12.50"),
        ("-0.5", "-0.5"),
        (".5", "0.5"),
        ("１２．５", "12.5"),
        ("1,234.5", "1234.5"),
        (0.1, "0.1"),
        (0.1 + 0.2, "0.3"),
        (5, "5"),
        (Decimal("1.10"), "1.10"),
        ("十二", "12"),
        ("  7 ", "7"),
        ("0.00000000000000000001", "0.00000000000000000001"),
    ],
)
def test_decimal(value: object, expected: str) -> None:
    assert decimal(value) == Decimal(expected)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("NaN", "NaN"),
        ("Infinity", "infinite"),
        ("-inf", "infinite"),
        (float("nan"), "NaN"),
        (Decimal("sNaN"), "NaN"),
        ("51%", "per cent sign"),
        ("约5", "not a number"),
        ("1.2.3", "not a number"),
        ("12,34.5", "not a number"),
        ("5E3", "not a number"),
        (False, "not a number"),
        ([], "not text"),
    ],
)
def test_decimal_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        decimal(value)


@pytest.mark.parametrize("value", ["是", "√", "✓", "1", "true", "TRUE", "Y", "yes", "Ｙ", " 是 ", 1, 1.0, True])
def test_boolean_yes(value: object) -> None:
    assert boolean(value) is True


@pytest.mark.parametrize("value", ["否", "×", "0", "false", "False", "N", "no", "Ｎ", "非", 0, 0.0, False])
def test_boolean_no(value: object) -> None:
    assert boolean(value) is False


@pytest.mark.parametrize("value", ["也许", "有", "x", "10", "-1", 2, 0.5, float("nan"), "是否", b"1", "真假", "?"])
def test_boolean_refuses(value: object) -> None:
    with pytest.raises(Refused, match=r"neither yes nor no|not text"):
        boolean(value)
