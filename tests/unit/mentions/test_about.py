"""Amounts that a text calls approximate, and ranges."""

import pytest

from graph_service.mentions.text.mention import MentionKind
from tests.unit.mentions.small import find

_BEFORE = """
约 大约 大概 大致 将近 接近 近 几近 差不多 逾 超 超过 突破 不足 不到 未满 少于 低于 不少于 不低于 不超过 至少 最少 起码 至多 最多
估计 预计 约合 约计 共计约 约人民币 价值约 大概有 约为 可能
"""
_AFTER = "左右 上下 以上 以下 以内 之内 出头 有余 不到 不等 开外 （左右） 许。 多， 余、"
_INSIDE = ["3万余元", "3万多元", "3余万元", "3万来元", "三万多元", "3万许元"]
_EXACTLY = "节约 违约 合约 附近 最近 超额 高达 共计 上缴 每人"


def _amounts(text: str) -> list[str]:
    return [one.normal for one in find(text) if one.kind is MentionKind.AMOUNT]


@pytest.mark.parametrize("word", _BEFORE.split())
@pytest.mark.parametrize("amount", ["3万元", "三万元", "30,000元"])
def test_a_word_in_front_makes_an_amount_approximate(word: str, amount: str) -> None:
    assert _amounts(f"反映收受现金{word}{amount}的问题。") == ["~3000000"]


@pytest.mark.parametrize("word", _AFTER.split())
def test_a_word_behind_makes_an_amount_approximate(word: str) -> None:
    assert _amounts(f"反映收受现金3万元{word}的问题。") == ["~3000000"]
    assert _amounts(f"收受¥30,000{word}的问题。") == ["~3000000"]


@pytest.mark.parametrize("amount", _INSIDE)
def test_a_word_inside_makes_an_amount_approximate(amount: str) -> None:
    assert _amounts(f"收受{amount}的问题") == ["~3000000"]


def test_an_amount_without_its_yuan_is_approximate_too() -> None:
    assert _amounts("收受约3万的问题") == _amounts("收受3万左右") == _amounts("收了不到3万") == ["~3000000"]


@pytest.mark.parametrize("word", _EXACTLY.split())
def test_a_word_that_holds_such_a_sign_says_nothing_of_the_kind(word: str) -> None:
    assert _amounts(f"反映{word}3万元的问题") == ["3000000"]


@pytest.mark.parametrize("rest", ["整", "的问题", "多次", "余款未还", "，以上属实", "许可费"])
def test_what_follows_an_exact_amount(rest: str) -> None:
    assert _amounts(f"收受3万元{rest}") == ["3000000"]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("收受3至5万元", "3000000..5000000"),
        ("收受3-5万", "3000000..5000000"),
        ("收受3～5万元", "3000000..5000000"),
        ("收受3万元到5万元", "3000000..5000000"),
        ("收受约3-5万元", "3000000..5000000"),
        ("收受3万至5万元左右", "3000000..5000000"),
        ("收受3-5千元", "300000..500000"),
        ("收受5000-1万元", "500000..1000000"),
        ("收受10,000-20,000元", "1000000..2000000"),
        ("收受三五万元", "3000000..5000000"),
    ],
)
def test_a_range_stays_a_range(text: str, normal: str) -> None:
    assert _amounts(text) == [normal]


@pytest.mark.parametrize("text", ["招聘3-5万人", "收受3-5万美元", "占地3至5万亩"])
def test_a_range_of_other_things_is_none(text: str) -> None:
    assert _amounts(text) == []
