"""Addresses in the forms that people write: two texts that mean one door, and near misses."""

import pytest

from graph_service.mentions.text.mention import MentionKind
from tests.unit.mentions.small import find, meant
from tests.unit.mentions.test_alike import pairs_of


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("人住在青石路12号6楼601", "房子在青石路12号601室", "青石路12号601室"),
        ("烟酒送到丹桂苑6-1-802，有人收", "车停在丹桂苑6号楼1单元802楼下", "丹桂苑6号楼1单元802室"),
        ("住在丹桂苑六栋一单元八〇二", "烟酒送到城东街道丹桂苑6-1-802室", "丹桂苑6号楼1单元802室"),
        ("房子在解放路40号丹桂苑6栋802", "他住丹桂苑6-802", "丹桂苑6号楼802室"),
        ("注册在民生路88号邮电楼402，", "跑到白塔街道民生路88号邮电楼402室一看，没人", "民生路88号邮电楼402室"),
        ("打牌在石榴巷乙15号", "老城南门石榴巷乙 15 号是赌窝", "石榴巷乙15号"),
        ("机器放在永安里8号院东屋", "机器搬到了白塔街道永安里8号院", "永安里8号"),
        ("租了梅县青石路12号601室", "租了青石路12号601", "青石路12号601室"),
        ("住沿河中路三栋二单元五〇一室", "住沿河中路3-2-501", "沿河中路3号楼2单元501室"),
        ("住丹桂苑三栋二单元五〇一", "住丹桂苑3#2-501", "丹桂苑3号楼2单元501室"),
        ("住丹桂苑3#楼2单元501", "住丹桂苑3-2-501", "丹桂苑3号楼2单元501室"),
        ("经营场所为青石路12号", "公司住所：青石路十二号", "青石路12号"),
        ("住青石路12之1号", "住青石路12-1号", "青石路12-1号"),
        ("住青石路12号-1", "住青石路12号之1", "青石路12-1号"),
        ("住青石路七号附十二号", "住青石路7号附12号", "青石路7号附12号"),
        ("住青石路附十二号", "住青石路附12号", "青石路附12号"),
        ("住青石路7甲号", "住青石路甲7号", "青石路甲7号"),
        ("住青石巷一百〇七号", "住青石巷一〇七号", "青石巷107号"),
        ("住桥东村一百一十二号", "住桥东村112号", "桥东村112号"),
        ("住桥东村三组十二号", "住桥东村3组12号", "桥东村3组12号"),
    ],
)
def test_one_door_in_two_forms_is_one_address(one: str, other: str, told: str) -> None:
    assert pairs_of(one, other) == [("PLACE", told)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("烟酒送到丹桂苑6-1-802", "烟酒送到丹桂苑6-1-803"),
        ("烟酒送到丹桂苑6-1-802", "烟酒送到丹桂苑6-2-802"),
        ("烟酒送到丹桂苑6-1-802", "烟酒送到丹桂苑7号楼1单元802"),
        ("烟酒送到丹桂苑6-1-802", "烟酒送到银桂苑6-1-802"),
        ("人住在丹桂苑", "人住在丹桂苑"),
        ("住在青石路12号601室", "住在东青石路12号601室"),
        ("打牌在石榴巷乙15号", "打牌在石榴巷15号"),
        ("租了梅县青石路12号601室", "租了兰县青石路12号601室"),
        ("到区政府滨河路8号2号楼305室反映", "接待地址是滨河路8号2号楼305室"),
        ("比分9-2-111", "比分9-2-111"),
        ("住青石路12-1号", "住青石路12号"),
        ("住青石路12-1号", "住青石路12-2号"),
        ("住青石路7号附12号", "住青石路7号12室"),
        ("住青石路附12号", "住青石路12号"),
        ("住青石路甲7号", "住青石路7号"),
        ("住青石路四七二号", "住青石路四十二号"),
    ],
)
def test_another_door_an_estate_or_an_office_is_none(one: str, other: str) -> None:
    assert pairs_of(one, other) == []


@pytest.mark.parametrize("number", ["四七二号", "四百七十二号", "472号", "４７２号", "472＃", "472#"])
def test_a_house_has_one_number_in_whatever_signs(number: str) -> None:
    (mention,) = find(f"人住在沿河中路{number}。")

    assert (mention.kind, mention.normal) == (MentionKind.PLACE, "沿河中路472号")


def test_a_registered_address_is_known_in_other_signs() -> None:
    (mention,) = find("人在劳动路八号")

    assert meant(mention) == ["place_road"]


@pytest.mark.parametrize(
    "text",
    [
        "青石路一号文件",
        "青石路三号线",
        "长安街一号工程",
        "青石路二号桥",
        "在步行街三号晚上吃饭",
        "在局里三号开会",
        "在桥东村12号开会",
        "在桥东村三号晚上",
        "沿河路三座大桥",
        "新建三栋二单元五〇一室",
        "他从沿河中路一路走到三号",
    ],
)
def test_a_line_a_work_or_a_day_is_no_house(text: str) -> None:
    assert [one.normal for one in find(text) if one.kind is MentionKind.PLACE] == []
