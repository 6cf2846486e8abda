"""Private firms by the short names that people use for them, and words that only look like such names."""

import pytest

from graph_service.mentions.lexicon.known import KnownEntity, MatterText
from graph_service.mentions.text.mention import Because, Mention, MentionKind, MentionState
from tests.unit.mentions.small import EVERYONE, HIDDEN, TEAM, finder, meant

_FIRMS = {
    "road": "云江瑞锦市政工程有限公司", "feed": "江西丰沃饲料有限公司", "meal1": "云江和膳园餐饮配送有限公司",
    "meal2": "双林和膳园餐饮管理有限公司", "lift": "江西捷梯电梯有限公司云江分公司", "sun": "云江阳光物业服务有限公司",
    "guo": "周建国建材商行", "net": "云水天佑网络科技有限公司", "safe": "云江平安建设有限公司", "vague": "云江宏曜工程有限公司",
    "cargo": "云江阔安国际货运代理有限公司", "keeper": "云江裕德物业服务有限公司",
    "build": "海北州天淳建筑安装工程有限公司", "sheep": "海北州青措畜牧养殖农民专业合作社",
}  # fmt: skip
_MORE = [KnownEntity(f"unit_{key}", "Unit", EVERYONE, (name, "", "")) for key, name in _FIRMS.items()]
_MORE += [
    KnownEntity("unit_renamed", "Unit", EVERYONE, ("云江晟启建设有限公司", "", "云江联垦建筑有限公司")),
    KnownEntity("unit_hidden", "Unit", HIDDEN, ("云江瑞锦园林有限公司", "", "")),
    KnownEntity("person_tianyou", "Person", EVERYONE, ("霍天佑",)),
]
_FINDER = finder(*_MORE)


def units(text: str) -> list[Mention]:
    found = _FINDER.find(MatterText("petition_1", text, TEAM))
    return [one for one in found if one.kind is MentionKind.UNIT]


@pytest.mark.parametrize(
    ("text", "words", "uid"),
    [
        ("雨水管是瑞锦市政干的，没填沟", "瑞锦市政", "unit_road"), ("瑞锦市政工程公司一直拖欠工资", "瑞锦市政工程公司", "unit_road"),
        ("听说云江瑞锦市政中了标", "云江瑞锦市政", "unit_road"), ("付给瑞锦市政工程有限公司", "瑞锦市政工程有限公司", "unit_road"),
        ("瑞锦老板天天请客", "瑞锦", "unit_road"), ("施工单位瑞锦，没有资质", "瑞锦", "unit_road"),
        ("补贴都在丰沃飼料名下", "丰沃飼料", "unit_feed"), ("捷梯电梯的维保员不来", "捷梯电梯", "unit_lift"),
        ("联垦建筑换了个牌子", "联垦建筑", "unit_renamed"), ("宏曜公司没有资质", "宏曜公司", "unit_vague"),
        ("阔安货代的人拉了四箱东西", "阔安货代", "unit_cargo"), ("找阔安代理报关", "阔安代理", "unit_cargo"),
        ("业主要求裕德公开收支，物业不理", "裕德", "unit_keeper"), ("从丰沃买的饲料发霉了", "丰沃", "unit_feed"),
        ("工程是天淳建安干的", "天淳建安", "unit_build"), ("羊都在青措合作社名下", "青措合作社", "unit_sheep"),
    ],
)  # fmt: skip
def test_a_firm_is_known_by_its_short_name(text: str, words: str, uid: str) -> None:
    (mention,) = units(text)

    assert (mention.text, meant(mention), mention.because) == (words, [uid], Because.OTHER_NAME)
    assert mention.state is MentionState.SURE


@pytest.mark.parametrize(
    ("text", "words", "uids"),
    [
        ("学生吃的都是和膳园餐饮送的", "和膳园餐饮", ["unit_meal1", "unit_meal2"]),
        ("和膳园，菜是冻的", "和膳园", ["unit_meal1", "unit_meal2"]),
        ("阳光物业乱收费", "阳光物业", ["unit_sun"]),
        ("新瑞锦市政干的", "瑞锦市政", ["unit_road"]),
        ("山东瑞锦市政中了标", "山东瑞锦市政", []),
        ("款付给山东瑞锦市政工程有限公司", "山东瑞锦市政工程有限公司", []),
        ("瑞锦市政园林有限公司", "瑞锦市政园林有限公司", []),
    ],
)
def test_what_may_mean_another_firm_stays_a_candidate(text: str, words: str, uids: list[str]) -> None:
    (mention,) = units(text)

    assert (mention.text, meant(mention), mention.state) == (words, uids, MentionState.CANDIDATE)


@pytest.mark.parametrize(
    "text",
    [
        "瑞锦花园的路灯坏了", "他家瑞锦二字写错", "霍天佑老板请客", "天佑我们村", "感谢天佑", "瑞锦市政府门口", "阳光下晒粮",
        "阳光公开", "平安是福", "周建国老板请客", "和膳园区别不大", "裕德小区的物业费涨了", "瑞锦路的市政管网坏了", "阳光照着物业",
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_firm_mean_none(text: str) -> None:
    assert [one for one in units(text) if meant(one)] == []


def test_a_firm_that_a_reader_may_not_know_makes_no_name_doubtful() -> None:
    (mention,) = units("瑞锦公司没有资质")

    assert meant(mention) == ["unit_road"]


def test_the_exact_owner_is_told_before_the_firm_that_bears_his_name() -> None:
    found = _FINDER.find(MatterText("petition_1", "霍天佑老板请客", TEAM))

    assert [(one.text, one.kind.value) for one in found if one.referents] == [("霍天佑", "PERSON")]
