"""Nicknames connect the text that tells one with those that use it."""

import pytest

from graph_service.mentions.alike.nicknames import nicknames
from graph_service.mentions.alike.texts import TextOf, text_of
from tests.unit.mentions.test_similar import OPEN, OTHER, RIGHTS, others

_TELLS = "砂场那边有个人，外号铁算盘，谁想运料都要先给他交钱，不交就扣车。"


def written(matter: str, text: str, audience: int = OPEN) -> TextOf:
    found = text_of(matter, audience, text, [])
    assert found
    return found


def found(*texts: str) -> list[tuple[str, str, float]]:
    drawn = [written(f"m{number}", text) for number, text in enumerate(texts)]
    pairs = nicknames([*drawn, *others(30)], RIGHTS.open_to, 50)
    return [(each.one.said.words, each.other.said.words, each.certainty) for each in pairs]


@pytest.mark.parametrize(
    ("other", "certainty"),
    [
        ("铁算盘带着两个人堵在路口收过路费，村里没有人敢说话。", 0.8),
        ("收过路费的绰号“铁算盘”，真名大家都不晓得，住在桥头那边。", 0.9),
        ("道上都叫铁算盘，跟派出所的人一起喝酒，谁举报谁挨打。", 0.9),
        ("大家都喊他“铁算盘”，真名叫什么没有人晓得，天天在桥头收费。", 0.9),
        ("村里人都管他叫铁算盘，跟派出所的人一起喝酒，谁举报谁挨打。", 0.9),
        ("收費的人稱鐵算盤，跟鎮上的幹部一起喝酒，誰舉報誰挨打。", 0.9),
    ],
)
def test_a_nickname_is_known_again_whether_it_is_told_or_used(other: str, certainty: float) -> None:
    ((here, there, sure),) = found(_TELLS, other)

    assert (here, sure) == ("铁算盘", certainty)
    assert there in other


@pytest.mark.parametrize(
    "texts",
    [
        (
            "铁算盘带着两个人堵在路口收过路费，没有人敢说话。",
            "路口那个铁算盘又来要钱了，已经是第三回了，求管管。",
        ),  # told by neither
        (
            "那人外号老鬼，天天在市场门口要保护费。",
            "市场里老鬼火锅店的油烟味道太大，没有人管。",
        ),  # two signs, used only
        ("那人人称张主任，天天在大厅里给人办加急。", "张主任在大厅里给人办加急，收了二百块。"),  # a title
        ("那人人称刘矿长，天天在大厅里给人办加急。", "刘矿长在大厅里给人办加急，收了二百块。"),
        ("来电人称路灯坏了，晚上走路看不见，请派人来修。", "小区北门的路灯坏了，已经报修三次没有人来。"),
        ("据知情人称此事属实，当时有三个人在场。", "经核实此事属实，已经责令退还多收的钱。"),
        ("工程款拖了两年，大家都叫他退钱，他就是不理。", "业主要求物业退钱，物业经理说没有办法。"),
        ("那人外号不知道，脸上有疤，天天在门口收钱。", "是谁干的我不知道，反正门口天天有人收钱。"),
        (_TELLS, "本人外号铁算盘，现实名举报砂场乱收费，望查处。"),  # the reporter
    ],
)
def test_words_that_nobody_tells_as_a_nickname_are_none(texts: tuple[str, ...]) -> None:
    assert found(*texts) == []


@pytest.mark.parametrize(
    "told",
    [
        "本地人称开挖机的九指阎王，谁想干活都要先给他交钱。",
        "村里人都管他叫放债的九指阎王，谁想干活都要先给他交钱。",
        "人称以前在工地上开挖机的九指阎王，谁想干活都要先给他交钱。",
        "外号叫开茶馆的“九指阎王”，谁想喝茶都要先给他交钱。",
        "人称包工头九指阎王，谁想干活都要先给他交钱。",
    ],
)
def test_a_nickname_is_what_follows_the_trade(told: str) -> None:
    assert found(told, "九指阎王带着两个人堵在路口收过路费，没有人敢说话。") == [("九指阎王", "九指阎王", 0.8)]


def test_one_sign_of_a_name_with_brother_is_a_nickname_where_both_tell_it() -> None:
    texts = (
        "本地人称开挖机的达哥，砂场的事都要问他，没有人敢说话。",
        "都叫他开挖机的达哥，谁想运料都要给他交钱，不交就扣车。",
    )

    assert found(*texts) == [("达哥", "达哥", 0.7)]
    assert found(texts[0], "昨天达哥又在路口收钱了，这回换了一拨人，还是那个地方。") == []
    assert found(*(each.replace("达哥", "三哥") for each in texts)) == []


@pytest.mark.parametrize(
    "trade", ["开挖机的", "卖菜的", "跑腿的", "包工头", "开茶馆的", "放高利贷的", "收破烂的", "管仓库的"]
)
def test_a_trade_or_what_somebody_does_is_no_nickname(trade: str) -> None:
    told = f"那人人称{trade}，谁想运料都要先给他交钱，不交就扣车。"

    assert found(told, f"还有{trade}呢，天天在路口停着，谁也不敢管他。") == []
    assert found(told, f"收钱的外号“{trade}”，真名大家都不晓得，住在桥头那边。") == []


def test_a_nickname_that_begins_like_a_trade_is_one() -> None:
    assert found("那人外号跑得快，天天来收钱，没有人敢说话。", "跑得快又来收钱了，这回换了一拨人，还是那个地方。") == [
        ("跑得快", "跑得快", 0.8)
    ]
    assert found(
        "绰号卖油郎的王某，天天来收钱，没有人敢说话。", "收钱的绰号卖油郎，真名大家都不晓得，住在桥头那边。"
    ) == [("卖油郎", "卖油郎", 0.9)]


def test_what_many_texts_hold_is_a_word_and_hidden_texts_do_not_count() -> None:
    used = "铁算盘又在路口收钱了，这回换了一拨人，还是那个地方。"
    told = [written("a", _TELLS), written("b", used)]
    crowd = [written(f"c{number}", f"{used}第{number}回说了。") for number in range(6)]
    hidden = [written(f"h{number}", f"{used}第{number}回说了。", OTHER) for number in range(6)]

    def pairs(*texts: TextOf) -> list[tuple[str, str]]:
        return [(each.one.matter, each.other.matter) for each in nicknames(texts, RIGHTS.open_to, 50)]

    assert pairs(*told, *crowd) == []
    assert ("a", "b") in pairs(*told, *hidden)
