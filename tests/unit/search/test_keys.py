"""What nodes are found by, and the one form in which what is stored and what is typed are compared."""

import pytest

from graph_service.search.keys import search_keys
from graph_service.search.normal import signs, signs_at
from graph_service.search.sounds import readings, typed_syllables
from schema.record import SEARCH_PLACE


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("刘 子欣", "刘子欣"),
        ("阿卜杜拉˙买买提", "阿卜杜拉·买买提"),
        ("恆光電力", "恒光电力"),
        ("赣K·A2131", "赣K-A2131"),
        ("ｍａ５ｅｊｙｘｈ４４", "MA5EJYXH44"),
        ("+86 138-1234-5678", "13812345678"),
        ("008613812345678", "13812345678"),
        ("公园路2号", "公园路2"),
        ("公園路２號", "公园路2号"),
        ("6222 0212 3456 7890", "6222021234567890"),
        ("云纪信〔2025〕12号", "云纪信[2025]12"),
        ("恒光（安装）有限公司", "恒光(安装)有限公司"),
    ],
)
def test_what_differs_in_writing_alone_has_one_form(typed: str, stored: str) -> None:
    assert signs(typed) == signs(stored) != ""


@pytest.mark.parametrize(("one", "other"), [("公园路2号", "公园路12号"), ("8613812345", "13812345"), ("刘*欣", "刘欣")])
def test_what_is_another_thing_has_another_form(one: str, other: str) -> None:
    assert signs(one) != signs(other)


def test_each_sign_knows_where_it_came_from() -> None:
    folded, places = signs_at("赣K·A2131（公園路2號）")

    assert folded == "赣ka2131公园路2"
    assert [places[folded.index(sign)] for sign in "赣a公2"] == [0, 3, 9, 4]


def test_a_person_is_found_by_names_by_pieces_of_numbers_and_by_sound() -> None:
    keys = search_keys("Person", {"name": "单雄信", "former_name": "单二", "id_number": "36050219900101123X"})

    assert keys["key_signs"] == "< 单 雄 信 > < 单 二 >"
    assert "<360 3605 6050" in (keys["key_grams"] or "")
    assert "123x 23x>" in (keys["key_grams"] or "")
    assert {"< shan xiong xin >", "< dan xiong xin >", "< shan er >"} <= set(
        (keys["key_sounds"] or "").replace("> <", ">|<").split("|")
    )
    assert "< sx xx >" in (keys["key_initials"] or "")


@pytest.mark.parametrize(
    ("plate", "pieces"), [("赣KA2131", "< <赣ka 赣ka2 ka21 a213 2131 131> >"), ("恒光2131", None), ("110", None)]
)
def test_what_is_without_chinese_but_for_one_sign_is_found_by_pieces_too(plate: str, pieces: str | None) -> None:
    assert search_keys("Vehicle", {"plate": plate})["key_grams"] == pieces


def test_what_has_no_chinese_has_no_sound_and_short_numbers_no_pieces() -> None:
    keys = search_keys("Phone", {"phone_number": "110"})

    assert {name: value for name, value in keys.items() if value} == {SEARCH_PLACE: keys[SEARCH_PLACE]}


def test_hits_are_sorted_alike_in_every_home() -> None:
    one = {"name": "张芳", "source": "a", "source_key": "1", "uid": "person_x"}

    assert search_keys("Person", one)[SEARCH_PLACE] == search_keys("Person", {**one, "uid": "person_y"})[SEARCH_PLACE]
    assert (search_keys("Person", one)[SEARCH_PLACE] or "") < (
        search_keys("Person", {**one, "name": "张小芳"})[SEARCH_PLACE] or ""
    )


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("zhangfang", "zhang fang"),
        ("xian", "xi an"),
        ("ZHANGFANG", "zhang fang"),
        ("lüdan", "lv dan"),
        ("hengguangdianli", "heng guang dian li"),
    ],
)
def test_letters_are_cut_into_syllables(letters: str, syllables: str) -> None:
    assert syllables in typed_syllables(letters)


@pytest.mark.parametrize("letters", ["hgdl", "a2131", "", "张"])
def test_what_is_no_pinyin_is_not_cut(letters: str) -> None:
    assert typed_syllables(letters) == []


def test_cutting_is_bounded() -> None:
    assert len(typed_syllables("an" * 15)) <= 12


def test_a_surname_sounds_as_a_surname() -> None:
    assert set(readings("曾毅")) == {"ceng yi", "zeng yi"}
