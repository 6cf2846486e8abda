"""Amounts of money as whole fen."""

from decimal import Decimal

import pytest

from schema.identifiers import Refused, money_wan, money_yi, money_yuan


@pytest.mark.parametrize(
    ("value", "fen"),
    [
        ("1234.56", 123456),
        ("1,234.56", 123456),
        ("1，234.56", 123456),
        ("￥1,234.56", 123456),
        ("¥1234.56", 123456),
        ("人民币1234.56元", 123456),
        ("1234.56元整", 123456),
        ("１２３４．５６", 123456),
        ("1 234.56", 123456),
        ("(1,234.56)", -123456),
        ("（1,234.56）", -123456),
        ("(1,234.56)元", -123456),
        ("(1.5)万元", -1500000),
        ("-1,234.56", -123456),
        ("−1234.56", -123456),
        ("￥-1,234.56", -123456),
        ("-￥1,234.56", -123456),
        ("负五元", -500),
        ("0", 0),
        ("零", 0),
        ("零元", 0),
        (".5", 50),
        ("5.", 500),
        ("5.10000", 510),
        ("1.5万元", 1500000),
        ("1.5万", 1500000),
        ("3亿元", 30000000000),
        ("3千元", 300000),
        ("3千万元", 3000000000),
        ("1亿2000万元", 12000000000),
        ("12元5角", 1250),
        ("12元5角3分", 1253),
        ("壹佰贰拾叁圆整", 12300),
        ("壹万贰仟叁佰肆拾伍元陆角柒分", 1234567),
        ("壹佰元零伍分", 10005),
        ("貳萬圓整", 2000000),
        ("叁角", 30),
        ("一百二十三万", 123000000),
        ("一百二十三万四千五百元", 123450000),
        ("两千", 200000),
        (1234, 123400),
        (1234.56, 123456),
        (0.1 + 0.2, 30),
        (Decimal("1234.56"), 123456),
        (-0.01, -1),
        ("无", None),
        ("-", None),
    ],
)
def test_money_yuan(value: object, fen: int | None) -> None:
    assert money_yuan(value) == fen


@pytest.mark.parametrize(
    ("value", "fen"),
    [
        ("1", 1000000),
        ("12.3456", 12345600),
        ("0.000001", 1),
        ("(2.5)", -2500000),
        ("1,200", 1200000000),
        (12.5, 12500000),
        (3, 3000000),
        (Decimal("0.01"), 10000),
        ("三千", 3000000000),
        ("1234元", 123400),  # a written unit wins
        ("5万元", 5000000),
        ("5万", 5000000),
        ("1.2亿", 12000000000),
        ("壹佰元整", 10000),
    ],
)
def test_money_wan(value: object, fen: int) -> None:
    assert money_wan(value) == fen


@pytest.mark.parametrize(
    ("value", "fen"),
    [
        ("1.5", 15000000000),
        (2, 20000000000),
        ("5000万", 5000000000),
        ("0.0000000001", 1),
        ("300元", 30000),
        ("１．５", 15000000000),
        ("-1", -10000000000),
    ],
)
def test_money_yi(value: object, fen: int) -> None:
    assert money_yi(value) == fen


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("NaN", "NaN"),
        ("Infinity", "infinite"),
        (float("nan"), "NaN"),
        (float("-inf"), "infinite"),
        (Decimal("sNaN"), "NaN"),
        ("12.345", "finer than one fen"),
        (12.345, "finer than one fen"),
        (Decimal("0.001"), "finer than one fen"),
        ("1.2E+05", "scientific notation"),
        ("1,23", "not an amount"),
        ("12,345,6", "not an amount"),
        ("1.2.3", "not an amount"),
        ("--5", "not an amount"),
        ("整", "not an amount"),
        ("元", "not an amount"),
        ("百百元", "Chinese numeral"),
        ("$5", "foreign currency"),
        ("5美元", "foreign currency"),
        ("约3万元", "approximate"),
        ("3-5万元", "approximate"),
        ("3万余元", "approximate"),
        ("9" * 20, "64 bits"),
        (10**18, "64 bits"),
        (1e300, "64 bits"),
        (True, "not an amount"),
        (b"5", "not an amount"),
        ("#VALUE!", "not an amount"),
    ],
)
def test_money_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        money_yuan(value)


def test_a_thousand_without_a_unit_is_unclear_unless_the_column_is_in_yuan() -> None:
    assert money_yuan("3千") == 300000
    with pytest.raises(Refused, match="no unit"):
        money_wan("3千")
    with pytest.raises(Refused, match="finer than one fen"):
        money_wan("0.0000001")
