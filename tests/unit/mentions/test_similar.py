"""Texts that are much alike: which pairs come of them, in whatever order and script, and what makes none."""

import random

import pytest

from graph_service.mentions.alike.pairs import Alike
from graph_service.mentions.alike.similar import similar
from graph_service.mentions.alike.texts import TextOf, text_of
from graph_service.mentions.text.mention import Because, Mention, MentionKind
from graph_service.rights.audiences import EVERYONE
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import read_roles
from graph_service.vault.giveaways.masking import FEW
from graph_service.vault.giveaways.passage import HIDDEN

OPEN, TEAM, OTHER = 1, 2, 3
RIGHTS = Rights({OPEN: [EVERYONE], TEAM: ["CASE_MGMT"], OTHER: ["PETITION"]}, read_roles())
_WORDS = "山林木材账本水库渠道桥梁砂石车队食堂油卡宴席酒楼红包补贴名册宅基地征收合同发票工棚塔吊仓库渔场果园茶厂学校医院诊所货场码头"
_STOCK = "此事在当地影响很不好，群众意见很大。具体细节可以当面说明，希望上级派人查实后公开结果。"
LETTER = "王建国在村里修水渠的钱还没有动工就报完了账，管账的人说发票是从砂石场拿的空白票，自己填了数目，会计和出纳都是他家里人。"
AGAIN = "管账的人讲发票是从砂石场拿的空白票，自己填的数目。王建国在村里修水渠的钱，还没有动工就报完了账！会计和出纳都是他家里人。"


def story(seed: int, size: int = 60) -> str:
    """Return a text that no other seed's text is like."""
    return "".join(random.Random(seed).choices(_WORDS, k=size))  # noqa: S311 - not for secrets


def mention(text: str, word: str, kind: MentionKind) -> Mention:
    start = text.index(word)
    return Mention(start, start + len(word), kind, word, word, 0.9, Because.UNKNOWN)


def written(matter: str, text: str, audience: int = OPEN, fact: str = "", kind: str = "PERSON") -> TextOf:
    found = text_of(matter, audience, text, [mention(text, fact, MentionKind[kind])] if fact else [])
    assert found
    return found


def others(count: int, audience: int = OPEN) -> list[TextOf]:
    return [written(f"z{number}", story(number) + _STOCK, audience) for number in range(count)]


def found(*texts: TextOf, cap: int = 20) -> list[Alike]:
    return list(similar([*texts, *others(300)], RIGHTS.open_to, cap))


def pairs(*texts: TextOf, cap: int = 20) -> list[tuple[str, str]]:
    return [(each.one.matter, each.other.matter) for each in found(*texts, cap=cap)]


def test_a_reworded_repeat_in_another_order_is_found_and_quoted() -> None:
    (pair,) = found(written("b", LETTER + _STOCK, fact="王建国"), written("a", _STOCK + AGAIN, fact="王建国"))

    assert (pair.one.matter, pair.other.matter) == ("a", "b")
    assert 0.65 < pair.certainty < 0.95
    assert pair.one.said.words in AGAIN
    assert pair.other.said.words in LETTER
    assert LETTER[pair.other.said.start :].startswith(pair.other.said.words)


def test_traditional_and_simplified_are_alike() -> None:
    letter = "關於王建國在村裡修水渠的錢還沒有動工就報完了賬，管賬的人說發票是從砂石場拿的空白票，自己填了數目，會計和出納都是他家裡人。"

    assert pairs(written("a", letter), written("b", f"关于{LETTER}")) == [("a", "b")]


def test_what_every_letter_says_makes_no_pair() -> None:
    assert pairs(written("a", story(1001) + _STOCK), written("b", story(1002) + _STOCK)) == []


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [("PERSON", "赵大海", "李卫东"), ("UNIT", "甲村", "乙村"), ("AMOUNT", "3万元", "8万元"), ("DATE", "三月", "五月")],
)
def test_one_wording_with_other_facts_is_two_cases(kind: str, one: str, other: str) -> None:
    texts = [written(at, f"{word}：{LETTER}", fact=word, kind=kind) for at, word in (("a", one), ("b", other))]
    same = [written(at, f"{one}：{text}", fact=one, kind=kind) for at, text in (("a", LETTER), ("b", LETTER))]

    assert pairs(*texts) == []
    assert pairs(*same) == [("a", "b")]


def test_one_who_is_named_and_another_s_unit_are_two_cases() -> None:
    person, unit = (f"{who}的事：{LETTER}" for who in ("赵大海", "甲村"))

    assert pairs(written("a", person, fact="赵大海"), written("b", unit, fact="甲村", kind="UNIT")) == []


def test_a_hotline_that_many_give_is_no_fact_in_common() -> None:
    hotline = "热线"
    many = [written(f"m{each}", f"{story(2000 + each)}{hotline}", fact=hotline, kind="PHONE") for each in range(20)]
    one, other = (
        written(at, f"{hotline}：{text}", fact=hotline, kind="PHONE")
        for at, text in (("a", LETTER), ("b", AGAIN + story(9, 14)))
    )

    assert ("a", "b") in pairs(one, other)
    assert ("a", "b") not in pairs(one, other, *many)


def test_one_sentence_alike_is_not_enough_where_nobody_is_named_in_both() -> None:
    sentence = "管账的人说发票是从砂石场拿的空白票，自己填了数目。"

    assert pairs(written("a", sentence), written("b", sentence + _STOCK)) == []


def test_facts_that_meet_let_more_words_differ() -> None:
    longer = LETTER + story(1003, 28)

    assert pairs(written("a", LETTER), written("b", longer)) == []
    assert pairs(written("a", LETTER, fact="王建国"), written("b", longer, fact="王建国")) == [("a", "b")]


def test_a_form_that_many_send_connects_none_of_them() -> None:
    letters = [written(f"a{number}", LETTER) for number in range(5)]

    assert len(pairs(*letters)) == 10
    assert pairs(*letters, cap=3) == []


def test_what_is_too_short_is_not_compared() -> None:
    assert text_of("a", OPEN, "收了红包。", []) is None


def test_nothing_is_quoted_that_speaks_of_the_reporter() -> None:
    telling = f"举报人张三住在水库边第三户{story(7, 20)}，{LETTER}"

    for pair in found(written("a", telling), written("b", telling)):
        assert "举报人" not in pair.one.said.words


def test_what_not_all_readers_may_read_changes_no_pair() -> None:
    letters = [written("a", LETTER + _STOCK, TEAM, fact="王建国"), written("b", AGAIN, TEAM, fact="王建国")]
    hidden = [written(f"h{number}", LETTER + story(number, 20), OTHER) for number in range(30)]

    def told(texts: list[TextOf]) -> list[Alike]:
        return [each for each in similar(texts, RIGHTS.open_to, 20) if each.one.audience == TEAM == each.other.audience]

    assert told([*letters, *others(50)]) == told([*letters, *others(50), *hidden]) != []


def test_what_stands_where_a_reporter_was_masked_is_no_word_of_a_text() -> None:
    told = "村主任把修渠的工钱扣下一半，账上写的是两台挖机的租金"

    plain, masked = (text_of("a", OPEN, text, []) for text in (f"我，{told}。", f"我{HIDDEN}，{told}。{FEW}"))

    assert plain
    assert masked
    assert (list(plain.runs), list(plain.words)) == (list(masked.runs), list(masked.words))
