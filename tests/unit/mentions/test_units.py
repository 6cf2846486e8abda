"""Units, places, titles, and what overlaps."""

import pytest

from graph_service.mentions.text.mention import Because, Mention, MentionKind, MentionState
from tests.unit.mentions.small import find, meant, shown


def only(text: str, kind: MentionKind, *names: tuple[str, str]) -> Mention:
    (mention,) = (one for one in find(text, *names) if one.kind is kind)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "uid", "because"),
    [
        ("反映云江市教育局管理混乱", "云江市教育局", "unit_edu", Because.FULL_NAME),
        ("反映教育局管理混乱", "教育局", "unit_edu", Because.OTHER_NAME),
        ("反映市教育局管理混乱", "市教育局", "unit_edu", Because.OTHER_NAME),
        ("反映云江市云水区教育局管理混乱", "云江市云水区教育局", "unit_edu2", Because.FULL_NAME),
        ("反映云水区教育局管理混乱", "云水区教育局", "unit_edu2", Because.OTHER_NAME),
        ("反映卫健委管理混乱", "卫健委", "unit_health", Because.OTHER_NAME),
        ("反映云江市卫生和计划生育委员会", "云江市卫生和计划生育委员会", "unit_health", Because.OTHER_NAME),
        ("反映良村镇老桥村公章", "良村镇老桥村", "unit_village1", Because.OTHER_NAME),
        ("恒光电力安装公司施工", "恒光电力安装公司", "unit_firm", Because.OTHER_NAME),
        ("款项付给云江市恒光电力安装有限公司", "云江市恒光电力安装有限公司", "unit_firm", Because.FULL_NAME),
    ],
)
def test_registered_names_are_sure(text: str, words: str, uid: str, because: Because) -> None:
    mention = only(text, MentionKind.UNIT)

    assert (mention.text, meant(mention), mention.because) == (words, [uid], because)
    assert mention.state is MentionState.SURE


@pytest.mark.parametrize(
    ("text", "words", "uids"),
    [
        ("反映老桥村账目不清", "老桥村", ["unit_village1", "unit_village2"]),
        ("反映分宜县教育局管理混乱", "分宜县教育局", []),
        ("在北京市公安局办事，找北京市教育局", "北京市教育局", []),
        ("在聚贤楼吃饭", "聚贤楼", ["unit_inn"]),
        ("款项付给上海宏图贸易有限公司", "上海宏图贸易有限公司", []),
        ("找吴江教育局办事", "教育局", ["unit_edu"]),
    ],
)
def test_doubtful_names_stay_candidates(text: str, words: str, uids: list[str]) -> None:
    mention = only(text, MentionKind.UNIT)

    assert (mention.text, meant(mention), mention.state) == (words, uids, MentionState.CANDIDATE)


def test_the_register_entry_tells_units_of_one_name_apart() -> None:
    mention = only("反映老桥村账目不清", MentionKind.UNIT, ("unit_village1", "Unit"))

    assert (meant(mention), mention.because) == (["unit_village1"], Because.NAMED_BY_MATTER)


@pytest.mark.parametrize(("town", "village"), [("unit_town1", "unit_village1"), ("unit_town2", "unit_village2")])
def test_a_name_means_what_lies_under_the_unit_of_the_register_entry(town: str, village: str) -> None:
    mention = only("抽查一卡通，老桥村账目不清", MentionKind.UNIT, (town, "Unit"))

    assert (meant(mention), mention.because, mention.state) == ([village], Because.PART_OF_UNIT, MentionState.SURE)


def test_a_unit_elsewhere_tells_no_units_of_one_name_apart() -> None:
    mention = only("抽查一卡通，老桥村账目不清", MentionKind.UNIT, ("unit_health", "Unit"))

    assert (meant(mention), mention.state) == (["unit_village1", "unit_village2"], MentionState.CANDIDATE)


def test_a_person_beside_tells_units_of_one_name_apart() -> None:
    mentions = [one for one in find("老桥村党支部书记叶杰波聚众打牌") if one.kind is not MentionKind.PROBLEM]

    assert [(one.text, meant(one), one.state) for one in mentions] == [
        ("老桥村", ["unit_village2"], MentionState.SURE),
        ("叶杰波", ["person_bridge"], MentionState.SURE),
    ]


@pytest.mark.parametrize("text", ["上级组织部门", "有关部门", "教育工作", "医院大楼", "各县区教育系统"])
def test_words_that_only_sound_like_units_are_left_alone(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "words", "uids"),
    [
        ("地点在云江市云水区公园路1号市行政中心，", "云江市云水区公园路1号市行政中心", ["place_hall"]),
        ("地点在劳动路8号，", "劳动路8号", ["place_road"]),
        ("地点在云江市云水区劳动路8号3栋201室，", "云江市云水区劳动路8号3栋201室", []),
        ("地点在新华路77号，", "新华路77号", []),
    ],
)
def test_places_are_found_whole(text: str, words: str, uids: list[str]) -> None:
    mention = only(text, MentionKind.PLACE)

    assert (mention.text, meant(mention)) == (words, uids)


def test_a_longer_name_wins_over_the_names_inside_it() -> None:
    assert shown(find("教育局安防监控建设项目由云江市教育局组织")) == [
        ("教育局安防监控建设项目", "PROJECT", "SURE"),
        ("云江市教育局", "UNIT", "SURE"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "normal", "uids", "state"),
    [
        ("云江市教育局局长长期不在岗", "局长", "云江市教育局 局长", ["person_wei1"], MentionState.SURE),
        (
            "2018年5月，云江市教育局局长收受礼金",
            "局长",
            "云江市教育局 局长",
            ["person_guo", "person_wei1"],
            MentionState.CANDIDATE,
        ),
        (
            "云江市教育局副局长长期不在岗",
            "副局长",
            "云江市教育局 副局长",
            ["person_fang", "person_ping"],
            MentionState.CANDIDATE,
        ),
        (
            "反映云江市财政局问题，该局副局长知情",
            "该局副局长",
            "云江市财政局 副局长",
            ["person_wei2"],
            MentionState.SURE,
        ),
    ],
)
def test_a_post_means_who_held_it_at_the_time(
    text: str, words: str, normal: str, uids: list[str], state: MentionState
) -> None:
    mention = only(text, MentionKind.TITLE)

    assert (mention.text, mention.normal, meant(mention), mention.state) == (words, normal, uids, state)


def test_a_post_without_a_day_stays_a_candidate() -> None:
    (mention,) = (one for one in find("云江市财政局副局长长期不在岗", on=None) if one.kind is MentionKind.TITLE)

    assert (meant(mention), mention.state) == (["person_wei2"], MentionState.CANDIDATE)


@pytest.mark.parametrize(
    "text", ["局长办公会", "云江市教育局局长办公会", "该院副院长知情", "选举主任", "教育局局长张伟"]
)
def test_posts_that_stand_for_nobody_are_no_titles(text: str) -> None:
    assert [one for one in find(text) if one.kind is MentionKind.TITLE] == []
