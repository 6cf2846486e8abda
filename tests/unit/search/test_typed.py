"""How what somebody typed is sought, and why something was found by it."""

import re

import pytest

from graph_service.search.matches import RANKS, Match
from graph_service.search.typed import Typed, Way, read_typed
from graph_service.search.why import match_of, why


def _ways(typed: Typed) -> dict[Match, list[Way]]:
    found: dict[Match, list[Way]] = {}
    for way in (*typed.strict, *typed.loose):
        found.setdefault(way.match, []).append(way)
    return found


def test_a_name_is_sought_by_its_signs_its_mask_its_sound_and_a_slip() -> None:
    ways = _ways(read_typed("刘子欣"))

    assert set(ways) == {Match.EXACT, Match.COMPATIBLE, Match.TEXT, Match.SOUND, Match.SLIP}
    assert ways[Match.EXACT][0].query == 'key_signs:"刘 子 欣"'
    assert '"< 刘 * 欣 >"' in ways[Match.COMPATIBLE][0].query
    assert ways[Match.SOUND][0].query == 'key_sounds:"liu zi xin"'


def test_one_sign_is_sought_as_part_of_a_name_alone() -> None:
    assert set(_ways(read_typed("张"))) == {Match.EXACT}


@pytest.mark.parametrize("text", ["···", "（）", "号", "  . "])
def test_what_has_nothing_to_seek_is_sought_by_nothing(text: str) -> None:
    assert read_typed(text).sent["strict"] == [] or text == "号"


def test_a_quoted_phrase_is_sought_as_it_is() -> None:
    typed = read_typed("“恒光电力”")

    assert typed.loose == ()
    assert {way.match for way in typed.strict} == {Match.EXACT, Match.TEXT}


def test_several_words_are_sought_together_and_apart() -> None:
    typed = read_typed("恒光电力 张芳")

    assert typed.strict[0].query == 'key_signs:"恒 光 电 力 张 芳"'
    assert [ways[0].query for ways in typed.words] == ['key_signs:"恒 光 电 力"', 'key_signs:"张 芳"']


@pytest.mark.parametrize(
    "text", ["张丽，丁庆", "张丽、丁庆", "张丽；丁庆", "张丽,丁庆", "张丽/丁庆", "张丽 | 丁庆", "张丽\n丁庆"]
)
def test_names_in_a_row_are_several_words_and_one_run(text: str) -> None:
    typed = read_typed(text)

    assert typed.parts == ("张丽", "丁庆")
    assert typed.strict[0].query == 'key_signs:"张 丽 丁 庆"'


@pytest.mark.parametrize("text", ["1,200", "3/2栋", "2024-05-01", "张丽·丁庆"])
def test_what_belongs_to_one_word_does_not_part_it(text: str) -> None:
    assert len(read_typed(text).parts) == 1


def test_of_many_words_the_first_five_are_sought() -> None:
    assert len(read_typed("甲 乙 丙 丁 戊 己 庚").words) == 5


@pytest.mark.parametrize(
    "text", ['恒" OR *:* OR "光', "a~2", "key_signs:x", "\\", '"', "(", "恒光 AND NOT", "^5", "[a TO b]"]
)
def test_what_means_something_to_the_index_is_sought_as_text(text: str) -> None:
    for way in (*read_typed(text).strict, *(way for ways in read_typed(text).words for way in ways)):
        phrases = re.sub(r'"(?:[^"\\]|\\.)*"(?:~1)?', "P", way.query)
        assert re.fullmatch(r"\w+:(?:P|\(P(?: OR P)*\))(?: (?:OR|AND) \w+:(?:P|\(P(?: OR P)*\)))*", phrases), way.query


def test_ranks_say_why() -> None:
    told = [match_of(rank) for rank in (0, 1, 2, 10, 12, 22, 42, 50, 55, 57, 62, 72, 80)]

    assert told == [
        Match.EXACT, Match.START, Match.INSIDE, Match.JOINED, Match.JOINED, Match.PATTERN, Match.TEXT, Match.SOUND,
        Match.COMPATIBLE, Match.COMPATIBLE, Match.INITIALS, Match.SLIP, Match.SOME_WORDS,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "match", "value", "stands"),
    [
        ("恆光電力", Match.EXACT, "云江市恒光电力安装有限公司", "恒光电力"),
        ("A2131", Match.EXACT, "赣K·A2131", "A2131"),
        ("hgdl", Match.INITIALS, "云江市恒光电力安装有限公司", "恒光电力"),
        ("hengguang", Match.SOUND, "云江市恒光电力安装有限公司", "恒光"),
        ("章芳", Match.SOUND, "张芳", "张芳"),
        ("刘*欣", Match.PATTERN, "刘子欣", "刘子欣"),
        ("恒光电历", Match.SLIP, "云江市恒光电力安装有限公司", "恒光电力"),
        ("刘子欣", Match.COMPATIBLE, "刘*欣", "刘*欣"),
        ("公园路2号", Match.TEXT, "住在公園路２號的住户", "公園路２"),
    ],
)
def test_a_hit_says_where_it_was_found(text: str, match: Match, value: str, stands: str) -> None:
    told = why(read_typed(text), RANKS[match], [["other", "无关"], ["name", value]])

    (place,) = told["found"]
    assert (told["match"], place["field"]) == (match.value, "name")
    assert value[place["start"] : place["end"]] == stands
    assert stands in place["excerpt"]
