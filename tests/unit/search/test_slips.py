"""What is one slip of the pen away from what somebody typed, and what is another thing."""

import re

import pytest

from graph_service.search.keys import grams, search_keys
from graph_service.search.matches import Match
from graph_service.search.slips import slip_pattern, slip_sets
from graph_service.search.typed import read_typed


@pytest.mark.parametrize(
    ("sought", "stored"),
    [
        ("刘子欣", "刘子新"),
        ("刘子欣", "刘欣"),
        ("刘子欣", "刘小子欣"),
        ("刘子欣", "子刘欣"),
        ("13800001234", "13800001334"),
        ("浙c7r183", "浙cr7183"),
        ("浙c183", "浙c7183"),
        ("浙c71839", "浙c7183"),
        ("皖ad12435", "皖ad12345"),
        ("粤b1243学", "粤b1234学"),
        ("粤b1234", "粤b1234学"),
        ("粤b1234雪", "粤b1234学"),
        ("鄂f212应急", "鄂f213应急"),
        ("沪a0032领", "沪a0023领"),
        ("使014579", "使014578"),
        ("wj豫1235x", "wj豫1234x"),
        ("0731采6314259", "07316314259"),
    ],
)
def test_one_slip_away(sought: str, stored: str) -> None:
    assert re.fullmatch(slip_pattern(sought), stored)


@pytest.mark.parametrize(
    "sought", ["123", "20417", "204170", "13812345678", "6222021234567890123", "xs202500025", "ka2131x"]
)
def test_whatever_is_one_slip_away_from_a_number_has_all_of_one_set(sought: str) -> None:
    for each in _one_slip_away(sought, "07赣"):
        framed = f"<{each}>"
        assert _has_one_set(framed, slip_sets(sought)), each
        if len(sought) >= 6:
            keys = search_keys("Vehicle", {"plate": each})["key_grams"] or ""
            assert any(all(" ".join(grams(part)) in keys for part in every) for every in slip_sets(sought, 3)), each


@pytest.mark.parametrize(
    "sought", ["刘子欣", "恒光电力", "公园路10栋2室", "赣ka2131", "云江市恒光电力安装有限公司", "浙c7183", "粤b1234学"]
)
def test_whatever_is_one_slip_away_from_words_has_all_of_one_set(sought: str) -> None:
    for each in _one_slip_away(sought, "某7"):
        if re.fullmatch(slip_pattern(sought), each):
            assert _has_one_set(f"<{each}>", slip_sets(sought)), each


def _one_slip_away(sought: str, others: str) -> list[str]:
    places = range(len(sought) + 1)
    away = [sought[:at] + other + sought[at + more :] for at in places for other in others for more in (0, 1)]
    away += [sought[:at] + sought[at + 1 :] for at in places]
    return away + [sought[:at] + sought[at : at + 2][::-1] + sought[at + 2 :] for at in places]


def _has_one_set(stored: str, sets: list[list[str]]) -> bool:
    return any(all(stretch in stored for stretch in every) for every in sets)


@pytest.mark.parametrize(
    ("sought", "stored"),
    [
        ("刘子欣", "王小欣"),
        ("刘子欣", "刘子"[:1]),
        ("公园路10", "公园路16"),
        ("13800001234", "13800003344"),
        ("12栋1204", "12栋1205"),
        ("b1204室", "b1205室"),
        ("浙c71833", "浙c81834"),
    ],
)
def test_more_than_a_slip_or_another_number_of_a_house(sought: str, stored: str) -> None:
    assert not re.fullmatch(slip_pattern(sought), stored)


@pytest.mark.parametrize("text", ["〔2023〕12号", "湘[2023]12", "（2023）12号", "1204号", "湘〔2023〕 12 號"])
def test_a_document_and_a_house_are_counted_and_no_slip_of_another(text: str) -> None:
    assert Match.SLIP not in {way.match for way in read_typed(text).loose}


@pytest.mark.parametrize("text", ["浙C71839号", "XS-2025-00025号", "湘20230012"])
def test_a_number_that_is_long_may_have_a_slip(text: str) -> None:
    assert Match.SLIP in {way.match for way in read_typed(text).loose}
