"""Matters on one unit that tell of the same in rare words or figures; and the figures that texts tell."""

from collections.abc import Sequence

import pytest

from graph_service.mentions.alike import counts
from graph_service.mentions.alike.circumstances import circumstances
from graph_service.mentions.alike.outings import PlaceName
from graph_service.mentions.alike.quantities import figures, quantities
from graph_service.mentions.alike.texts import TextOf, text_of
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import Because, Mention, MentionKind
from tests.unit.mentions.test_similar import OPEN, OTHER, RIGHTS, story

_UNIT, _ELSEWHERE = PlaceName("清河市人民医院", "unit_1"), PlaceName("清河市水利局", "unit_2")
_HEARD = "罚没的冷藏车也不知道开到谁家去了，地磅倒是卖了，大家敢怒不敢言"
_FOUND = "检查发现一台冷藏车未登记入库，地磅去向不明，保管员无法说明原因"
_OTHERWISE = "窗口排队两个钟头，办事员只顾着打游戏，问他就翻白眼"


def on(unit: PlaceName, key: str, text: str, audience: int = OPEN) -> TextOf:
    made = text_of(key, audience, text, [], [unit])
    assert made
    return made


def problem(kind: str, certainty: float) -> Mention:
    return Mention(0, 2, MentionKind.PROBLEM, "", kind, certainty, Because.TRADE_WORDS)


def crowd(count: int = 250, *, saying: str = "", audience: int = OPEN) -> list[TextOf]:
    return [
        on(PlaceName("", f"unit_of_{number}"), f"z{number}", story(number) + saying, audience)
        for number in range(count)
    ]


def pairs(*texts: TextOf) -> list[tuple[str, str]]:
    return [(each.one.matter, each.other.matter) for each in circumstances(texts, RIGHTS.open_to, 20)]


def test_what_is_told_in_rare_words_of_one_unit_goes_together_and_is_quoted() -> None:
    (pair,) = circumstances([on(_UNIT, "b", _HEARD), on(_UNIT, "a", _FOUND), *crowd()], RIGHTS.open_to, 20)

    assert (pair.one.matter, pair.other.matter) == ("a", "b")
    assert pair.certainty > 0.8
    assert pair.one.said.words in _FOUND
    assert pair.other.said.words in _HEARD
    assert {word for word in ("冷藏车", "地磅") if word in pair.one.said.words}


@pytest.mark.parametrize(
    ("heard", "found", "goes"),
    [
        ("三千二百只正下蛋的鸡，按肉鸡一只十二块算", "征收时将其在产蛋鸡按肉鸡标准补偿，差额去向不明", True),
        ("夜里偷着把浇地那个水泵的铜线剪了卖钱，村里人都看见了", "抽水机房电线被人盗割变卖，庄稼旱死一片没人管", True),
        ("厨房天天剩菜剩饭倒掉，伙食费还涨了两回", "窗口办证排长队，办事员只顾打游戏，叫号机也是坏的", False),
        ("我家田埂让推土机推平了没人赔", "评标专家当天住在老板开的宾馆里", False),
    ],
)
def test_words_of_like_meaning_on_one_unit_go_together_and_others_do_not(heard: str, found: str, *, goes: bool) -> None:
    assert bool(pairs(on(_UNIT, "a", heard), on(_UNIT, "b", found), *crowd())) is goes
    assert not pairs(on(_ELSEWHERE, "a", heard), on(_UNIT, "b", found), *crowd())


@pytest.mark.parametrize(
    "second",
    [
        on(_ELSEWHERE, "b", _HEARD),  # of another unit
        on(_UNIT, "b", _OTHERWISE),
        on(_UNIT, "b", "也不知道是谁的，都不敢去问，就这么被他给了那个从外面来的"),  # function words alone
    ],
)
def test_another_unit_or_another_thing_makes_no_pair(second: TextOf) -> None:
    assert pairs(on(_UNIT, "a", _FOUND), second, *crowd()) == []


def test_what_the_unit_is_called_says_nothing() -> None:
    told = (
        "人民医院窗口排队两个钟头，办事员只顾打游戏，老人站都站不住",
        "病人家属反映人民医院停车场多收费，保安骂骂咧咧还推搡老太太",
    )

    assert pairs(*(on(_UNIT, key, text) for key, text in zip("ab", told, strict=True)), *crowd()) == []


def test_words_that_many_say_tell_nothing() -> None:
    assert pairs(on(_UNIT, "a", _FOUND), on(_UNIT, "b", _HEARD), *crowd(20, saying="冷藏车和地磅")) == []


def test_texts_that_are_hidden_do_not_make_a_word_common() -> None:
    told = (on(_UNIT, "a", _FOUND), on(_UNIT, "b", _HEARD))

    assert pairs(*told, *crowd(), *crowd(20, saying="冷藏车和地磅", audience=OTHER))


def test_one_kind_of_problem_besides_makes_one_rare_word_likely_and_a_guess_does_not() -> None:
    texts = (
        "有人把冷藏车开走了，问谁谁不说话，大家敢怒不敢言",
        "登记簿里找不到冷藏车，保管员说是丢了钥匙打不开门",
    )

    def certainty(*kinds: tuple[str, float], others: Sequence[TextOf] = ()) -> float:
        told = [
            text_of(key, OPEN, text, [problem(*kind)], [_UNIT])
            for key, text, kind in zip("ab", texts, kinds, strict=True)
        ]
        found = circumstances([each for each in told if each] + crowd() + [*others], RIGHTS.open_to, 20)
        return next(each.certainty for each in found if (each.one.matter, each.other.matter) == ("a", "b"))

    feasts = [text_of(f"y{at}", OPEN, story(900 + at), [problem("DINING", 0.9)], [_UNIT]) for at in range(20)]

    alone = certainty(("PUBLIC_VEHICLE", 0.9), ("DINING", 0.9))

    assert certainty(("PUBLIC_VEHICLE", 0.9), ("PUBLIC_VEHICLE", 0.8)) > 0.9 > alone
    assert certainty(("PUBLIC_VEHICLE", 0.9), ("PUBLIC_VEHICLE", 0.4)) == alone
    assert certainty(("DERELICTION", 0.9), ("DERELICTION", 0.9)) == alone
    inn = certainty(("DINING", 0.9), ("DINING", 0.9), others=[each for each in feasts if each])
    assert inn == pytest.approx(alone, abs=0.02), "all of an inn tell of feasts"


def test_where_figures_alone_are_in_common_their_clauses_are_quoted() -> None:
    texts = ("大渠边上的围栏不见了，量了一百二十米，占十七亩", "清点时少了护网120米，涉及17亩，经手人称已经报废")
    told = [on(_UNIT, key, text) for key, text in zip("ab", texts, strict=True)]

    (pair,) = circumstances([*told, *crowd()], RIGHTS.open_to, 20)

    assert all(
        any(figure in each.said.words for figure in ("120米", "一百二十米", "17亩", "十七亩"))
        for each in (pair.one, pair.other)
    )
    assert [
        text[each.said.start :].startswith(each.said.words)
        for text, each in zip(texts, (pair.one, pair.other), strict=True)
    ] == [True, True]


def test_no_clause_that_speaks_of_the_reporter_is_quoted() -> None:
    texts = ("举报人本人就是那个开冷藏车的司机还帮他们拉过地磅", "检查发现一台冷藏车未登记入库，地磅去向不明")
    told = [on(_UNIT, key, text) for key, text in zip("ab", texts, strict=True)]

    (pair,) = circumstances([*told, *crowd()], RIGHTS.open_to, 20)

    assert "举报人" not in pair.one.said.words
    assert pair.one.said.words


def test_one_rare_word_is_less_than_two_and_figures_count_as_words_do() -> None:
    def certainty(*texts: str) -> float:
        told = [on(_UNIT, key, text) for key, text in zip("ab", texts, strict=True)]
        return max((each.certainty for each in circumstances([*told, *crowd()], RIGHTS.open_to, 20)), default=0.0)

    one = certainty(
        "有人把冷藏车开走了，问谁谁不说话，大家敢怒不敢言", "登记簿里找不到冷藏车，保管员说是丢了钥匙打不开门"
    )
    two = certainty(_HEARD, _FOUND)
    with_figures = certainty(
        "大渠边上一百二十米围栏不见了，共十七亩", "清点时少了护网120米，涉及17亩，经手人称已经报废"
    )

    assert 0.3 < one < 0.9 < two
    assert with_figures > 0.7


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("修了一百二十米", [("米", "120", False)]),
        ("六百多只羊", [("只", "600", True)]),
        ("1,200亩地", [("亩", "1200", False)]),
        ("三千二斤", [("斤", "3200", False)]),
        ("1.5万株苗", [("棵", "15000", False)]),
        ("百分之三十", [("%", "30", False)]),
        ("三号仓是空的", [("号仓", "3", False)]),
        ("7#机井", [("号机", "7", False)]),
        ("40户、4家", [("户", "40", False), ("户", "4", False)]),
        ("第三名", []),
        ("十几个人", [("人", "10", True)]),
        ("5月3号上午", []),
        ("12号楼", []),  # a house: an address
        ("几户人家", []),
        ("上百户", []),
        ("两三户，三五个人", []),
        ("几十吨", []),
    ],
)
def test_figures_are_read_however_they_are_written(text: str, told: list[tuple[str, str, bool]]) -> None:
    assert [(each.measure, each.number, each.is_vague) for each in quantities(fold_text(text).text)] == told


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("一百二十米", "120米", True),
        ("六百多吨", "640吨", True),
        ("六百多吨", "640斤", False),
        ("六百多吨", "740吨", False),
        ("六百吨", "640吨", False),  # told exactly, both
        ("一个人", "1个人", False),  # one of anything
        ("四个人", "4名", True),
    ],
)
def test_what_is_told_roughly_is_what_begins_alike(one: str, other: str, *, is_same: bool) -> None:
    here, there = (figures(fold_text(text), []) for text in (one, other))

    assert bool(here.shared(there)) is is_same
    assert here.shared(there) == there.shared(here)


def test_what_is_found_hangs_on_no_number_of_kept_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts are kept for a few sets of readers; counted anew for every pair, they say the same."""
    texts = [
        on(_UNIT, key, text, audience)
        for key, text, audience in (
            ("a", _FOUND, OPEN),
            ("b", _HEARD, OPEN),
            ("c", _HEARD, OTHER),
            ("d", _FOUND, OTHER),
        )
    ] + [*crowd(60), *crowd(60, audience=OTHER)]
    before = [(each.one.matter, each.other.matter, each.certainty) for each in circumstances(texts, RIGHTS.open_to, 20)]

    monkeypatch.setattr(counts, "_KEPT", 0)

    after = [(each.one.matter, each.other.matter, each.certainty) for each in circumstances(texts, RIGHTS.open_to, 20)]
    assert sorted(after) == sorted(before)
    assert len(before) > 1
