"""Offsets are exact in the text as it is written, whatever the finder folded."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import MentionKind
from tests.unit.mentions.small import find, meant

_TEXT = "反映云江市教育局副局长王小平2024年3月5日收受3.5万元，联系电话13900000001，车牌赣K12345，同时涉及陈䶮、刘𠮷。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("反映云江市教育局副局长王小平", ["云江市教育局", "王小平"]),
        ("反映雲江市教育局副局長王小平", ["雲江市教育局", "王小平"]),
        ("反映　云江市教育局　副局长　王 小平，", ["云江市教育局", "王 小平"]),
        ("反映云江市\u200b教育局副局长王\ufeff小平", ["云江市\u200b教育局", "王\ufeff小平"]),
        ("電話１３９０００００００１。", ["１３９０００００００１"]),
        ("车牌赣Ｋ・１２３４５，", ["赣Ｋ・１２３４５"]),
        ("车牌 赣 K 12345 ，", ["赣 K 12345"]),
        ("𠮷𠮷，同时涉及刘𠮷、陈䶮。", ["刘𠮷", "陈䶮"]),
        ("２０２４年３月５日，付５，０００．５元", ["２０２４年３月５日", "５，０００．５元"]),
        ("2024 年 3 月 5 日收 5000 元", ["2024 年 3 月 5 日", "5000 元"]),
        ("反映买买提•艾力参与其中", ["买买提•艾力"]),
    ],
)
def test_words_stand_where_the_offsets_say(text: str, words: list[str]) -> None:
    mentions = find(text)

    assert [text[one.start : one.end] for one in mentions] == words
    assert [one.text for one in mentions] == words


def test_the_same_things_are_meant_in_traditional_and_full_width_characters() -> None:
    simple = find(_TEXT)
    traditional = OpenCC("s2t").convert(_TEXT)
    wide = "".join(chr(ord(sign) + 0xFEE0) if "0" <= sign <= "z" else sign for sign in _TEXT)

    for text in (traditional, wide):
        mentions = find(text)
        assert [(one.kind, one.normal, meant(one)) for one in mentions] == [
            (one.kind, one.normal, meant(one)) for one in simple
        ]
    assert {one.kind for one in simple} >= {
        MentionKind.UNIT, MentionKind.PERSON, MentionKind.DATE, MentionKind.AMOUNT, MentionKind.PHONE, MentionKind.VEHICLE
    }  # fmt: skip


@given(
    st.text(
        alphabet=st.sampled_from("云江市教育局副局長王小平張伟１2３.年月日元 　\u200b\u0301e\n䶮𠮷·赣Kk某×〔〕号-"),
        max_size=40,
    )
)
def test_every_fold_keeps_its_places(text: str) -> None:
    folded = fold_text(text)

    for place in range(len(folded.text)):
        start, end = folded.original(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[place] in fold_text(text[start:end]).text


@given(
    st.lists(
        st.sampled_from([*_TEXT.split("，"), "張偉", "１２３", "某某", "\n", "（", "〕", "𠮷", " ", "年", "局长"]),
        max_size=12,
    ).map("".join)
)
def test_mentions_never_overlap_and_their_words_are_the_text(text: str) -> None:
    mentions = find(text)

    assert all(text[one.start : one.end] == one.text and one.text for one in mentions)
    # The words of a kind of problem may hold others.
    others = [one for one in mentions if one.kind is not MentionKind.PROBLEM]
    assert all(one.end <= other.start for one, other in pairwise(others))
    assert all(0 < one.certainty <= 1 for one in mentions)
