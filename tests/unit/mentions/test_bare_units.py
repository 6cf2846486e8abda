"""Units called without their area or without the sign of what they are."""

import pytest

from graph_service.mentions.lexicon.known import KnownEntity, MatterText, RegisteredNaming
from graph_service.mentions.text.mention import Because, Mention, MentionKind, MentionState
from tests.unit.mentions.small import EVERYONE, TEAM, finder, meant

_SOUTH, _NORTH, _CITY = "990102", "990103", "990100"
_UNITS = [
    ("labour1", "清河市南岸区人力资源和社会保障局", _SOUTH), ("labour2", "清河市北山区人力资源和社会保障局", _NORTH),
    ("civil", "清河市南岸区民政局", _SOUTH), ("mother", "清河市妇幼保健院", _CITY), ("oak", "清河市南岸区双桥镇橡子沟村民委员会", _SOUTH),
    ("stone1", "清河市南岸区双桥镇石板坡村民委员会", _SOUTH), ("stone2", "清河市北山区大田镇石板坡村民委员会", _NORTH),
    ("bus", "清河市公交集团有限公司", _CITY),
]  # fmt: skip
_FINDER = finder(
    *(KnownEntity(f"unit_{key}", "Unit", EVERYONE, (name, "", ""), (), area) for key, name, area in _UNITS),
    KnownEntity("unit_stub", "Unit", EVERYONE, ("公交集团", "", "")),
)


def units(text: str, area: str | None = None, *names: str) -> list[Mention]:
    naming = tuple(RegisteredNaming(name, "Unit") for name in names)
    found = _FINDER.find(MatterText("clue_1", text, TEAM, None, None, None, naming, area))
    return [one for one in found if one.kind is MentionKind.UNIT]


@pytest.mark.parametrize(
    ("text", "area", "words", "uid"),
    [
        ("反映人社局发奖金", _NORTH, "人社局", "unit_labour2"), ("人社局发奖金", f"{_SOUTH}003", "人社局", "unit_labour1"),
        ("南岸区民政把补助停了", None, "南岸区民政", "unit_civil"), ("妇幼那个管后勤的", _SOUTH, "妇幼", "unit_mother"),
        ("北山人社的局长没露过面", None, "北山人社", "unit_labour2"), ("南岸民政口的人都知道", None, "南岸民政", "unit_civil"),
        ("橡子沟的水泵卖了", None, "橡子沟", "unit_oak"), ("石板坡来了检查组", _NORTH, "石板坡", "unit_stone2"),
    ],
)  # fmt: skip
def test_the_one_unit_of_the_area_that_is_called_so_is_a_question(
    text: str, area: str | None, words: str, uid: str
) -> None:
    (mention,) = units(text, area)

    assert (mention.text, meant(mention), mention.state) == (words, [uid], MentionState.CANDIDATE)


def test_the_unit_of_the_row_makes_it_sure() -> None:
    (mention,) = units("石板坡来了检查组", None, "unit_stone1")

    assert (meant(mention), mention.because, mention.state) == (
        ["unit_stone1"],
        Because.NAMED_BY_MATTER,
        MentionState.SURE,
    )


@pytest.mark.parametrize(
    "text",
    [
        "人社局发奖金",
        "石板坡来了检查组",
        "民政工作没人管",
        "妇幼健康档案造假",
        "南岸区民政经费不清",
        "橡子沟水库漏水",
        "橡子沟村小学没有老师",
    ],
)
def test_several_units_everyday_words_and_longer_names_are_none(text: str) -> None:
    assert [
        one for one in units(text) if one.text in ("人社局", "石板坡", "民政", "妇幼", "南岸区民政", "橡子沟")
    ] == []


def test_a_village_of_which_the_city_has_one_is_sure() -> None:
    (one,) = units("橡子沟村的水泵卖了")
    (several,) = units("石板坡村的水泵卖了")

    assert (meant(one), one.state) == (["unit_oak"], MentionState.SURE)
    assert several.state is MentionState.CANDIDATE


def test_what_a_row_calls_so_is_no_unit_beside_the_registered_one() -> None:
    (mention,) = units("反映公交集团招标")

    assert meant(mention) == ["unit_bus"]
