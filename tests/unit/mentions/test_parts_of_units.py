"""Posts in a part of a unit, and posts of whichever unit is spoken of: 城管中队长, 时任局长."""

from datetime import date

import pytest

from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText, RegisteredNaming
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.mentions.text.mention import Mention, MentionKind, MentionState
from graph_service.rights.audiences import EVERYONE
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import read_roles

_POSTS = {
    "lu": ("bureau", "水政监察支队支队长", date(2019, 1, 1), None),
    "he": ("bureau", "财务科科长", date(2019, 1, 1), None),
    "xu": ("bureau", "规划科科长", date(2019, 1, 1), None),
    "qin": ("bureau", "局长", date(2018, 1, 1), date(2022, 6, 30)),
    "tan": ("bureau", "局长", date(2022, 7, 1), None),
    "shi": ("street", "城管中队中队长", date(2020, 1, 1), None),
}
_UNITS = {
    "bureau": ("临川市水务局", "水务局"),
    "street": ("临川市东山区柳浪街道办事处", "柳浪街道"),
    "sasac": ("临川市人民政府国有资产监督管理委员会", ""),
}
_KNOWN = [
    *(KnownEntity(f"unit_{key}", "Unit", 1, (*names, ""), (), "360100") for key, names in _UNITS.items()),
    *(KnownEntity(f"person_{key}", "Person", 1, (f"{key}某甲", "", ""), ()) for key in _POSTS),
]


def found(text: str, unit: str | None = None) -> list[Mention]:
    held = [
        KnownTie("HOLDS_POST", f"person_{key}", f"unit_{at}", 1, post, first, last)
        for key, (at, post, first, last) in _POSTS.items()
    ]
    finder = Finder(Lexicon(_KNOWN, held), Rights({1: [EVERYONE]}, read_roles()))
    names = (RegisteredNaming(f"unit_{unit}", "Unit"),) if unit else ()
    return finder.find(MatterText("matter", text, 1, date(2024, 6, 1), names=names))


def titles(text: str, unit: str | None = None) -> list[tuple[list[str], MentionState]]:
    return [
        ([each.uid for each in one.referents], one.state) for one in found(text, unit) if one.kind is MentionKind.TITLE
    ]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("水务局水政监察支队支队长放走了采砂船", "lu"),
        ("水务局水政的支队长打个电话，船就放了", "lu"),
        ("柳浪街道城管中队长掀了摊子", "shi"),
        ("2024年4月，水务局财务科科长报销", "he"),
        ("水务局财务科长拿发票报销", "he"),
        ("水务局局长不管", "tan"),
    ],
)
def test_a_post_in_a_part_of_a_unit_means_who_leads_the_part(text: str, person: str) -> None:
    assert titles(text) == [([f"person_{person}"], MentionState.SURE)]


@pytest.mark.parametrize("text", ["水务局要求科长写检讨", "水务局和村里的队长吃饭", "水务局办事，遇到派出所的所长"])
def test_what_stands_between_a_unit_and_a_post_may_be_no_part_of_it(text: str) -> None:
    assert titles(text) == []


def test_a_post_of_that_time_is_of_the_unit_that_is_spoken_of() -> None:
    text = "2021年3月罚没的车一台，经时任局长批准外借，至今未收回"

    assert titles(text, "bureau") == [(["person_qin"], MentionState.SURE)]
    assert titles(text) == []
    assert titles(text.replace("经", "水务局"), "street")[0][0] == ["person_qin"]


@pytest.mark.parametrize("name", ["市国资委", "临川市国有资产监督管理委员会", "国资委"])
def test_a_commission_of_the_government_is_called_without_it(name: str) -> None:
    assert [one.referents[0].uid for one in found(f"反映{name}违规占房") if one.kind is MentionKind.UNIT] == [
        "unit_sasac"
    ]
