"""Names with a dot, as people write them: with another dot, without it, by their first part."""

import pytest

from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText
from graph_service.mentions.lexicon.unit_posts import UnitPost, unit_post
from graph_service.mentions.text.mention import Mention, MentionKind, MentionState
from tests.unit.mentions.small import EVERYONE, find, finder, meant


def named(text: str) -> list[Mention]:
    return [one for one in find(text) if one.kind is MentionKind.PERSON]


@pytest.mark.parametrize("name", ["买买提·艾力", "买买提•艾力", "买买提.艾力", "买买提艾力", "买买提 · 艾力"])
def test_a_dotted_name_is_found_however_its_dot_is_written(name: str) -> None:
    (mention,) = named(f"反映{name}长期不上班")

    assert (mention.text, meant(mention), mention.certainty) == (name, ["person_maimaiti"], 0.75)


def test_a_first_part_alone_is_a_question() -> None:
    (mention,) = named("反映买买提长期不上班")

    assert (meant(mention), mention.state) == (["person_maimaiti"], MentionState.CANDIDATE)


def test_a_masked_name_of_another_language_may_have_any_length() -> None:
    known = (
        KnownEntity("person_a", "Person", EVERYONE, ("库尔班江·吐尔逊",)),
        KnownEntity("unit_farm", "Unit", EVERYONE, ("塔里木种羊场", "", ""), ("12360500MB0000099X",)),
    )
    holds = KnownTie("HOLDS_POST", "person_a", "unit_farm", EVERYONE, "场长")
    text = MatterText("m", "塔里木种羊场场长库某某收受礼金", EVERYONE)

    (mention,) = (one for one in finder(*known, more_ties=(holds,)).find(text) if one.kind is MentionKind.PERSON)
    assert meant(mention) == ["person_a"]


@pytest.mark.parametrize(
    ("cell", "unit", "post"),
    [
        ("哈巴河县种羊场场长", "哈巴河县种羊场", "场长"),
        ("哈巴河县种羊场财务股股长", "哈巴河县种羊场", "财务股股长"),
        ("第九师一六一团团长", "第九师一六一团", "团长"),
        ("一六一团八连连长", "一六一团八连", "连长"),
        ("哈巴河县库勒拜镇人民政府镇长", "哈巴河县库勒拜镇人民政府", "镇长"),
        ("云水区东街社区居民委员会居委会主任", "云水区东街社区居民委员会", "居委会主任"),
        ("市六小校长", "市六小", "校长"),
    ],
)
def test_a_post_of_a_farm_a_school_or_a_committee_comes_apart(cell: str, unit: str, post: str) -> None:
    assert unit_post(cell) == UnitPost(unit, post)
