"""Amounts: where the unit may stand, what happens without one, and sums that a double cannot hold."""

from decimal import Decimal

import pytest

from schema.identifiers import Refused, decimal, integer, money_wan, money_yuan
from schema.identifiers.money import money, money_fen
from schema.identifiers.money_headers import money_of_header


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("4,528(万元人民币)", 45_280_000_00),
        ("4,528（人民币万元）", 45_280_000_00),
        ("4528万人民币", 45_280_000_00),
        ("万元 4,528", 45_280_000_00),
        ("1.5 (亿元)", 150_000_000_00),
        ("1234.00元（人民币）", 1234_00),
        ("人民币元 1234.00", 1234_00),
        ("人民币:1,234元", 1234_00),
        ("人民币肆仟伍佰元整", 4500_00),
        ("人民币（大写）伍万元整", 50_000_00),
        ("小写：¥500.00", 500_00),
        ("￥1,234.50元", 1234_50),
        ("1.2亿", 120_000_000_00),
        ("3万5千", 35_000_00),
        ("12万3456.78元", 123_456_78),
        ("(1,234.00)", -1234_00),
        ("（1,234.50元）", -1234_50),
        ("-¥1,234", -1234_00),
        ("12元5角3分", 12_53),
    ],
)
def test_an_amount_is_read_exactly(written: str, fen: int) -> None:
    assert money_yuan(written) == fen


@pytest.mark.parametrize(
    "written", ["3万5元", "5万(万元)", "12万34.5元x", "1,2345", "3.5万5千", "100元/月", "1.234,50", "3-5万元"]
)
def test_what_can_be_read_in_two_ways_is_refused(written: str) -> None:
    with pytest.raises(Refused):
        money_yuan(written)


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("100元", 10000),
        ("￥100", 10000),
        ("人民币100", 10000),
        ("1.2亿", 12_000_000_000),
        ("叁拾万", 30_000_000),
        ("0", 0),
        (0, 0),
    ],
)
def test_a_unit_in_the_cell_is_enough(written: object, fen: int) -> None:
    assert money(written) == fen


@pytest.mark.parametrize("written", ["1000000", "1,000.00", "三千", "(100)", 1000, 10.5, Decimal("3.2")])
def test_an_amount_without_unit_is_refused(written: object) -> None:
    with pytest.raises(Refused, match="no unit"):
        money(written)


@pytest.mark.parametrize(
    ("column", "normaliser"),
    [
        ("注册资本", "money"),
        ("注册资本(万元)", "money_wan"),
        ("注册资本（万元人民币）", "money_wan"),
        ("金额（单位：亿元）", "money_yi"),
        ("金额_元", "money_yuan"),
        ("合同金额万元", "money_wan"),
        ("罚款（元）", "money_yuan"),
        ("金额(分)", "money_fen"),
        ("amount_fen", "money_fen"),
        ("capital_yuan", "money_yuan"),
        ("capital", "money"),
        ("金额(万美元)", "money"),
        ("单元", "money"),
        ("评分", "money"),
    ],
)
def test_the_name_of_a_column_may_state_the_unit(column: str, normaliser: str) -> None:
    assert money_of_header(column) == normaliser


def test_units_of_fen_and_of_ten_thousand() -> None:
    assert money_fen("12345") == money_fen(12345) == 12345
    assert money_wan("1.1") == money_wan(1.1) == 11_000_00


@pytest.mark.parametrize("number", [12345678901234.56, 123456789012345.67, 98765432109876.54, 100000000000000.01])
def test_a_double_too_long_for_its_fen_is_refused(number: float) -> None:
    with pytest.raises(Refused, match="lost its last digits"):
        money_yuan(number)


@pytest.mark.parametrize(
    ("number", "fen"),
    [
        (1234567890123.45, 123456789012345),
        (0.1 + 0.2, 30),
        (19.99 * 3, 5997),
        (1e14, 10**16),
    ],
)
def test_a_double_that_holds_its_fen_is_exact(number: float, fen: int) -> None:
    assert money_yuan(number) == fen


def test_numbers_of_more_digits_than_a_double_holds_are_refused() -> None:
    with pytest.raises(Refused, match="lost its last digits"):
        integer(1234567890123457.8)
    assert decimal(0.1 + 0.2) == Decimal("0.3")
    assert decimal("0.1234567890123456789") == Decimal("0.1234567890123456789")
