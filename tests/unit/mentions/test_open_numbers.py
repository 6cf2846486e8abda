"""Numbers that leave something open: a land line without its area, an id with covered places; what they can be."""

import pytest

from graph_service.mentions.lexicon.known import KnownEntity, MatterText, RegisteredNaming
from tests.unit.mentions.small import EVERYONE, PEOPLE, finder
from tests.unit.mentions.test_alike import pairs_of

_WHOLE, _NAMESAKE, _ANOTHER = "420684196503125512", "420684197108245512", "420684196503125520"
_COVERED = "那个会计（身份证号420684********5512）收了钱"
_FULL, _BARE = "他留的座机0716-8234567", "发的名片，8234567，包办证"


@pytest.mark.parametrize("areas", [("4210", "4210"), ("4210", ""), ("", "")])
def test_a_land_line_without_its_area_is_the_one_of_the_prefecture(areas: tuple[str, ...]) -> None:
    assert pairs_of(_FULL, _BARE, areas=areas) == [("PHONE", "0716-8234567")]
    assert pairs_of(_BARE, _BARE, areas=areas) == [("PHONE", "8234567")]


def test_a_land_line_of_another_prefecture_number_or_of_two_areas_is_not() -> None:
    assert pairs_of(_FULL, _BARE, areas=("4210", "4206")) == []
    assert pairs_of(_BARE, _BARE, areas=("4210", "4206")) == []
    assert pairs_of(_FULL, _BARE.replace("8234567", "8234568")) == []
    assert pairs_of(_FULL, _FULL.replace("0716", "0710")) == []
    assert pairs_of(_FULL, _FULL.replace("0716", "0710"), _BARE) == []


def test_a_masked_id_of_a_text_may_be_that_of_a_column() -> None:
    assert pairs_of(_COVERED, people=((_WHOLE, "孙立平"),)) == [("RESIDENT_ID", "420684********5512")]
    assert pairs_of(_COVERED, f"身份证号{_WHOLE}") == [("RESIDENT_ID", "420684********5512")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (_COVERED, ((_ANOTHER, "孙立平"),)),
        (_COVERED, ((_WHOLE, "孙立平"), (_NAMESAKE, "钱立安"))),  # either can be meant
        (_COVERED.replace("420684********5512", "4206************12"), ((_WHOLE, "孙立平"),)),
        ("没有号码", ((_WHOLE, "孙立平"), (_WHOLE, "孙立平"))),  # the person connects by itself
    ],
)
def test_a_masked_id_of_another_or_of_several_is_not(text: str, people: tuple[tuple[str, str], ...]) -> None:
    assert pairs_of(text, people=people) == []


def test_two_masked_ids_alone_are_no_pair() -> None:
    assert pairs_of(_COVERED, _COVERED) == []


def test_the_prefecture_of_a_matter_is_its_own_or_that_of_its_one_unit() -> None:
    told = finder(KnownEntity("unit_far", "Unit", EVERYONE, ("远县水利局", "", ""), (), "420684"))
    names = (RegisteredNaming("unit_far", "Unit"), RegisteredNaming("person_only", "Person"))

    assert told.prefecture(MatterText("a", "", EVERYONE, names=names)) == "4206"
    assert told.prefecture(MatterText("a", "", EVERYONE, names=names, area="421002")) == "4210"
    assert told.prefecture(MatterText("a", "", EVERYONE)) == ""
    assert told.ids(MatterText("a", "", EVERYONE, names=names)) == [(PEOPLE["only"][1], PEOPLE["only"][0])]
