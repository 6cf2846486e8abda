"""Names as they are compared: what is the same writing, what is a variant to ask about, and marks that never matter."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.identifiers import fold, name, unit_name
from schema.identifiers.characters import plain_key
from schema.identifiers.name_fold import fold_name, simplified_name, variant_name
from schema.identifiers.person_name import DOTS

quick = settings(max_examples=50, deadline=None, database=None, derandomize=True)
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\ufeff\xad\u034f\u3164\x00\x7f"
names = st.text(st.sampled_from("李王张刘欧阳於乾干昇升劉張葉国國建华華志文高马"), min_size=2, max_size=4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("劉國華", "刘国华"),
        ("張麗華", "张丽华"),
        ("歐陽志遠", "欧阳志远"),
        ("趙衛東", "赵卫东"),
        ("陳寶貴", "陈宝贵"),
        ("鄭爲民", "郑为民"),
        ("鄭為民", "郑为民"),
        ("葉繁", "叶繁"),
        ("顏玉龍", "颜玉龙"),
        ("買買提·艾力", "买买提艾力"),
    ],
)
def test_two_writings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("李乾", "李干"),
        ("李幹", "李乾"),
        ("於伟", "于伟"),
        ("李徵", "李征"),
        ("周夥", "周伙"),
        ("陈昇", "陈升"),
        ("陈陞", "陈升"),
        ("陈昇", "陈陞"),
        ("鍾敏", "钟敏"),
        ("鐘敏", "鍾敏"),
        ("锺敏", "钟敏"),
        ("王祕", "王秘"),
        ("薑文", "姜文"),
        ("範青", "范青"),
        ("後军", "后军"),
        ("王髮", "王发"),
        ("王髮", "王發"),
        ("李餘", "李余"),
        ("李曆", "李历"),
        ("李复", "李複"),
        ("李濛", "李蒙"),
        ("李崑", "李昆"),
        ("穀雨", "谷雨"),
        ("李喆", "李哲"),
        ("李堃", "李坤"),
    ],
)
def test_signs_that_mainland_use_keeps_apart_are_variants(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)
    assert variant_name(one) == variant_name(other)


@pytest.mark.parametrize(("one", "other"), [("王平", "王萍"), ("李冰", "李兵"), ("张一", "张二"), ("李干", "李千")])
def test_other_names_are_not_even_variants(one: str, other: str) -> None:
    assert variant_name(one) != variant_name(other)


def test_no_traditional_sign_that_gb2312_holds_gives_way() -> None:
    signs = [chr(code) for code in range(0x4E00, 0xA000)]
    kept = {sign for sign in signs if fold_name(sign) == sign}
    gb2312 = {sign for sign in signs if sign.encode("gb2312", "ignore")}

    assert gb2312 <= kept
    merged = [sign for sign in signs if sign not in kept]
    assert len(merged) > 2000, "the common traditional signs fold"
    assert len({fold_name(sign) for sign in merged}) > 0.98 * len(merged), "hardly two of them to one"


@quick
@given(names)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)
    assert variant_name(variant_name(text)) == variant_name(text)
    assert len(simplified_name(text)) == len(fold_name(text))


@quick
@given(names, st.sampled_from(INVISIBLE), st.integers(0, 4))
def test_marks_that_show_nothing_change_no_name_and_no_key(text: str, mark: str, place: int) -> None:
    marked = text[:place] + mark + text[place:]

    assert name(marked) == name(text)
    assert unit_name(f"云江市{marked}局") == unit_name(f"云江市{text}局")
    assert plain_key(marked) == plain_key(text)
    assert fold_name(name(marked) or "") == fold_name(text)


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("⾼⽂", "高文"),
        ("⻢⽴", "马立"),
        ("⻩⻨", "黄麦"),
        ("⻰⼩⻜", "龙小飞"),
        ("⾦⽟", "金玉"),
        ("金建", "金建"),
        ("李\ufa19", "李神"),
        ("王\U0002f82b", "王北"),
    ],
)
def test_radicals_and_compatibility_signs_are_their_usual_characters(written: str, usual: str) -> None:
    assert name(written) == unicodedata.normalize("NFC", usual)
    assert fold(written) == fold(usual)
    assert fold_name(written) == fold_name(usual)


@pytest.mark.parametrize("dot", [*DOTS, ".", "．", "。", "﹒", "●", " · ", "・ "])
def test_every_middle_dot_is_one(dot: str) -> None:
    assert name(f"阿卜杜拉{dot}买买提") == "阿卜杜拉·买买提"
    assert fold_name(name(f"阿卜杜拉{dot}买买提") or "") == "阿卜杜拉买买提"


@pytest.mark.parametrize("blank", [" ", "\u3000", "\xa0", "\u2003", "\u202f", "  ", "\t"])
def test_blanks_inside_a_short_name_are_none(blank: str) -> None:
    assert name(f"王{blank}芳") == "王芳"
    assert name(f"{blank}王{blank}小{blank}芳{blank}") == "王小芳"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ｂ１", "B1"),
        (" B1\u3000", "B1"),
        ("B\u200b1", "B1"),
        ("\ufeffB1", "B1"),
        ("B\xa01", "B1"),
        ("B1\u200e", "B1"),
        ("余纪〔２０２６〕1号", "余纪〔2026〕1号"),
        ("b1", "b1"),
        ("001", "001"),
        ("1.0", "1.0"),
        ("A 1", "A 1"),
        ("\u200b", ""),
    ],
)
def test_a_key_differs_by_case_and_zeros_alone(written: str, key: str) -> None:
    assert plain_key(written) == key
    assert plain_key(key) == key
