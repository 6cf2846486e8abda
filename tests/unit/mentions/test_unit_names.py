"""Units as the trade calls them in texts: shortened, by their district's sign, as parts of longer names."""

import pytest

from graph_service.mentions.lexicon.known import KnownEntity, MatterText
from graph_service.mentions.text.mention import Because, Mention, MentionKind, MentionState
from tests.unit.mentions.small import EVERYONE, TEAM, finder, meant

_SOUTH, _STONE, _CITY = "990102", "990123", "990100"
_UNITS = [
    ("south", "南岸区教育体育局", _SOUTH), ("stone", "石门县教育体育局", _STONE), ("stats", "清河市统计局", _CITY),
    ("southlabour", "南岸区人力资源和社会保障局", _SOUTH), ("northlabour", "北山区人力资源和社会保障局", "990103"),
    ("village", "双桥镇柳树村民委员会", _STONE), ("town", "双桥镇人民政府", _STONE), ("school", "双桥镇中心小学", _STONE),
    ("water", "清河市龙山水务集团有限公司", _CITY), ("firm", "龙山宏图商贸有限公司", _CITY),
]  # fmt: skip
_FINDER = finder(
    *(KnownEntity(f"unit_{key}", "Unit", EVERYONE, (name, "", ""), (), area) for key, name, area in _UNITS)
)


def only(text: str, area: str | None = None) -> Mention:
    (mention,) = (
        one
        for one in _FINDER.find(MatterText("ticket_1", text, TEAM, None, None, None, (), area))
        if one.kind is MentionKind.UNIT
    )
    return mention


@pytest.mark.parametrize(
    ("text", "words", "uid"),
    [
        ("反映南岸区教体局管理混乱", "南岸区教体局", "unit_south"), ("石门教体局管理混乱", "石门教体局", "unit_stone"),
        ("有人在石門縣教體局门口", "石門縣教體局", "unit_stone"), ("抽查南岸区人社局账目", "南岸区人社局", "unit_southlabour"),
        ("加油站里看到市统计局的车", "市统计局", "unit_stats"), ("双桥镇柳树村账目不清", "双桥镇柳树村", "unit_village"),
        ("双桥镇党委书记不管事", "双桥镇", "unit_town"), ("双桥小学乱收费", "双桥小学", "unit_school"),
        ("龙山水务收费不开票", "龙山水务", "unit_water"),
        ("款项付给龙山宏图商贸有限责任公司", "龙山宏图商贸有限责任公司", "unit_firm"),
    ],
)  # fmt: skip
def test_a_unit_is_known_by_what_the_trade_calls_it(text: str, words: str, uid: str) -> None:
    mention = only(text)

    assert (mention.text, meant(mention), mention.state) == (words, [uid], MentionState.SURE)


def test_the_area_of_the_matter_tells_whose_bureau_is_meant() -> None:
    text = "反映区人社局办事拖拉"

    assert only(text).state is MentionState.CANDIDATE
    assert meant(only(text)) == ["unit_northlabour", "unit_southlabour"]
    told = only(text, f"{_SOUTH}003000")
    assert (meant(told), told.because, told.state) == (["unit_southlabour"], Because.AREA_OF_MATTER, MentionState.SURE)


def test_an_area_that_knows_no_such_unit_decides_nothing() -> None:
    assert only("反映区人社局办事拖拉", _STONE).state is MentionState.CANDIDATE


def test_the_area_of_the_matter_never_overrules_a_name_that_says_another() -> None:
    assert meant(only("反映南岸区人社局办事拖拉", "990103")) == ["unit_southlabour"]


@pytest.mark.parametrize("text", ["双桥镇新屋村账目不清", "双桥镇第二小学乱收费", "双桥镇花园社区没人管"])
def test_a_town_in_the_name_of_an_unknown_village_is_not_surely_the_town(text: str) -> None:
    assert only(text).state is MentionState.CANDIDATE
