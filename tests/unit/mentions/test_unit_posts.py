"""Unit, post and name told apart in one cell."""

import pytest

from graph_service.mentions.lexicon.known import KnownEntity, MatterText
from graph_service.mentions.lexicon.unit_posts import UnitPost, ends_in_post, unit_post
from graph_service.mentions.text.mention import MentionKind
from tests.unit.mentions.small import EVERYONE, TEAM, finder, meant


@pytest.mark.parametrize(
    ("cell", "unit", "post", "name"),
    [
        ("云江市水务局局长", "云江市水务局", "局长", ""), ("教育局长张伟", "教育局", "局长", "张伟"),
        ("良村镇长", "良村镇", "镇长", ""), ("老桥村支书", "老桥村", "村支书", ""), ("县委书记", "县委", "书记", ""),
        ("某镇财政所原所长李某", "某镇财政所", "原所长", "李某"), ("人民医院副院長", "人民医院", "副院長", ""),
        ("教育局学校科科长", "教育局", "学校科科长", ""), ("城东街道城管中队长", "城东街道", "城管中队长", ""),
        ("教育局副局长兼党校校长", "教育局", "副局长兼党校校长", ""), ("老桥村三组组长", "老桥村", "三组组长", ""),
        ("水务局党组成员、副局长王××", "水务局", "党组成员、副局长", "王××"), ("水务局四级调研员", "水务局", "四级调研员", ""),
    ],
)  # fmt: skip
def test_a_cell_comes_apart(cell: str, unit: str, post: str, name: str) -> None:
    assert unit_post(cell) == UnitPost(unit, post, name)


@pytest.mark.parametrize(
    "cell",
    ["", "局长", "云江市水务局", "良村镇长江小学", "云江市长江小学", "老村长", "渔家老队长", "李主任医师工作室", "河长办", "张伟",
     "董事长办公室", "县长途汽车站"],
)  # fmt: skip
def test_a_name_of_one_thing_stays_whole(cell: str) -> None:
    assert unit_post(cell) is None


def test_an_inn_called_after_a_post_ends_in_one() -> None:
    assert ends_in_post("渔家老队长")
    assert not ends_in_post("队长")
    assert not ends_in_post("老村长饭庄")


def test_a_name_that_ends_in_a_post_is_no_unit_of_a_text() -> None:
    made_by_a_row = KnownEntity("unit_row", "Unit", EVERYONE, ("渔政支队长", "", ""))
    inn = KnownEntity("unit_old", "Unit", EVERYONE, ("渔家老村长", "", ""), ("92360502MA00000093",))

    found = finder(made_by_a_row, inn).find(MatterText("clue_1", "渔政支队长在渔家老村长吃饭", TEAM))

    assert [(one.text, meant(one)) for one in found if one.kind is MentionKind.UNIT] == [("渔家老村长", ["unit_old"])]
