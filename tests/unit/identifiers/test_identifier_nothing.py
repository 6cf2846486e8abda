"""Cells that say nothing: words instead of a value, and numbers that only fill the place of one."""

import pytest

from schema.identifiers import (
    Refused,
    absent,
    bank_account,
    fuel_card,
    invoice_number,
    name,
    org_code,
    phone,
    plate,
    registration_number,
    resident_id,
    text,
    unit_name,
    uscc,
)
from schema.identifiers.fillers import is_filler
from schema.identifiers.registry import Normaliser

_WORDS = """
None none NONE nan NaN NaT <NA> undefined Undefined (null) [NULL] <null> \\N N/A n/a (undefined) 空 空值 （空） 【无】
未填写 未填 未填报 未提供 未录入 未錄入 同上 不清楚 不知道 不详 不詳 不明 未知 暂无 暫無 暂缺 略 待补 待补充 - -- —— /
"""
_REAL = "吴明 无锡 空海 略阳 NaN宁 Nat 张无 王未 同上村 未央 明空 李没有 白空 保密局 佚名书店"
_OF_NAMES = "没有 沒有 保密 匿名 佚名 待查 待定 未登记 不愿透露 无姓名 姓名不详 （保密） 匿名举报人 NA Anonymous"
_FILLERS: list[tuple[Normaliser, str]] = [
    (
        resident_id,
        "111111111111111 000000000000000 111111111111111111 999999999999999999 121212121212121 123123123123123",
    ),
    (resident_id, "123456789012345 123456789012345678 987654321098765432 360502000000000000 1234567890123456789"),
    (uscc, "000000000000000000 111111111111111111 123456789012345678 91000000000000000X 999999999999999999"),
    (org_code, "000000000 123456789"),
    (registration_number, "111111111111111 123456789012345"),
    (
        phone,
        "11111111111 00000000000 13800000000 18888888888 13333333333 15500000000 12345678901 13800138000 +8613800000000",
    ),
    (phone, "1380000-0000 99999999 12345678"),
    (bank_account, "00000000 88888888 1111111111111111 1234567890123456789 6222622262226222622 0000-0000-0000"),
    (fuel_card, "0000000000000000 1234567890123456"),
    (invoice_number, "00000000 11111111 99999999 00000000000000000000"),
    (plate, "赣K00000 赣KD00000 00000 11111"),
]
_PLAIN: list[tuple[Normaliser, str]] = [
    (resident_id, "360502199003070016 11010519491231002X 110105491231002"),
    (uscc, "91350100M000100Y43"),
    (phone, "13812345678 13900000001 13888888881 0790-6412345"),
    (bank_account, "6222021502001234567 0012345678 1111122222333334444"),
    (invoice_number, "00000123 12345678 25362000000012345678"),
    (plate, "赣K88888 赣K12345 赣K00001"),
]


@pytest.mark.parametrize("word", [*_WORDS.split(), "Not\xa0available", "not applicable"])
def test_a_word_that_says_nothing_is_no_value_anywhere(word: str) -> None:
    for cell in (word, f" {word}\u3000", f"\u200b{word}"):
        assert absent(cell)
        assert text(cell) is None
        assert name(cell) is None
        assert unit_name(cell) is None


@pytest.mark.parametrize("word", _OF_NAMES.split())
def test_a_word_may_be_a_value_and_yet_no_name(word: str) -> None:
    assert name(word) is None
    assert unit_name(word) is None
    assert text(word) == word


@pytest.mark.parametrize("real", _REAL.split())
def test_a_name_that_holds_such_a_word_is_a_name(real: str) -> None:
    assert not absent(real)
    assert name(real) == real
    assert unit_name(f"{real}公司") == f"{real}公司"


@pytest.mark.parametrize(("read", "written"), [(read, cell) for read, cells in _FILLERS for cell in cells.split()])
def test_a_filler_is_no_identifier(read: Normaliser, written: str) -> None:
    assert read(written) is None
    assert read(f"\u200b{written} ") is None


@pytest.mark.parametrize(("read", "written"), [(read, cell) for read, cells in _PLAIN for cell in cells.split()])
def test_a_number_that_looks_a_little_like_one_is_read(read: Normaliser, written: str) -> None:
    assert read(written) is not None


def test_a_wrong_number_is_refused_as_before() -> None:
    for read, written in ((resident_id, "360502199003070017"), (uscc, "91350100M000100Y44"), (phone, "1381234567")):
        with pytest.raises(Refused):
            read(written)


def test_patterns_need_more_than_a_few_signs() -> None:
    assert not is_filler("1111", "bank_account")
    assert not is_filler("12345678", "invoice_number")
    assert not is_filler("123123124", "bank_account")
    assert is_filler("12121212121", "bank_account")
