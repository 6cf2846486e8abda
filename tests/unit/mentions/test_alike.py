"""What texts say alike: which things are compared, which pairs come of them, and what a crowd says."""

from collections.abc import Iterable

import pytest

from graph_service.mentions.alike.kinds import AlikeKind
from graph_service.mentions.alike.pairs import MOST, SaidIn, pairs
from graph_service.mentions.alike.said import Said, known_id, registered, said
from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, MatterText
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.rights.audiences import EVERYONE
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import read_roles

OPEN, TEAM, OTHER = 1, 2, 3
RIGHTS = Rights({OPEN: [EVERYONE], TEAM: ["CASE_MGMT"], OTHER: ["PETITION"]}, read_roles())
KNOWN = [
    KnownEntity("unit_inn", "Unit", OPEN, ("望江楼酒店", "", ""), (), "360500"),
    KnownEntity("phone_known", "Phone", OPEN, (), ("13900000001",)),
]
FINDER = Finder(Lexicon(KNOWN, ()), RIGHTS)


def says(text: str) -> set[tuple[str, str, str]]:
    """Return kind, value and pattern of what a text says."""
    found = FINDER.find(MatterText("clue_1", text, OPEN))
    return {(one.kind.name, one.value, one.pattern) for one in said(text, found)}


def pairs_of(
    *texts: str, areas: tuple[str, ...] = (), people: tuple[tuple[str, str], ...] = ()
) -> list[tuple[str, str]]:
    """Return kind and value of what pairs of these texts say alike, and of matters that name people by column."""
    everything = [
        SaidIn(f"{place}", OPEN, each)
        for place, text in enumerate(texts)
        for each in said(text, FINDER.find(MatterText(f"{place}", text, OPEN)), areas[place] if areas else "")
    ]
    everything += [SaidIn(f"column {place}", OPEN, known_id(*one)) for place, one in enumerate(people)]
    return [(pair.kind.name, pair.value) for pair in pairs(everything, RIGHTS.open_to, 50)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("请打13811112222联系", "留的号码是138 1111-2222", "PHONE"),
        ("请打13811112222联系", "电话：＋86 13811112222", "PHONE"),
        ("钱转入卡号6217853038754673566", "打到账号 6217 8530 3875 4673 566", "ACCOUNT"),
        ("见云审移〔2024〕7号", "移送处理书云审移[2024]7号至今没有回音", "DOCUMENT"),
        ("人住在云江市青石路3弄12栋2单元301室", "地点是青石路3弄12栋2单元301室", "PLACE"),
        ("都找中间人孙某平，电话139****4821", "孙某平（139****4821）收了好处", "NAME_WITH_NUMBER"),
        ("都找一个叫孙立平的人，电话139****4821", "由孙立平（13911234821）牵线", "NAME_WITH_NUMBER"),
    ],
)  # fmt: skip
def test_two_texts_say_the_same_in_their_own_forms(one: str, other: str, kind: str) -> None:
    shared = {(each, value) for each, value, _ in says(one)} & {(each, value) for each, value, _ in says(other)}

    assert {each for each, _ in shared} - ({"PHONE"} if "*" in one else set()) == {kind}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("请打13811112222联系", "请打13811112223联系"),
        ("电话13900000001", "电话13900000001"),  # a number of the registers connects by itself
    ],
)  # fmt: skip
def test_what_is_not_the_same_is_not_said_alike(one: str, other: str) -> None:
    assert pairs_of(one, other) == []


def test_a_name_far_from_a_covered_number_does_not_go_with_it() -> None:
    text = "孙立平说了很多，后来又过了很久才有人拨打139****4821"

    assert pairs_of(text, text) == [("PHONE", "139****4821")]


def test_a_document_number_of_a_matter_is_what_texts_speak_of() -> None:
    assert registered("云审移〔2024〕7号") == Said(
        AlikeKind.DOCUMENT, "云审移〔2024〕7号", "云审移〔2024〕7号", -1, 1.0
    )
    assert registered("XS-2024-00001") is None


def group(matters: Iterable[tuple[str, int]], pattern: str = "") -> list[SaidIn]:
    return [SaidIn(uid, audience, Said(AlikeKind.PHONE, "1", "1", 0, 0.9, pattern)) for uid, audience in matters]


def found(everything: Iterable[SaidIn], cap: int = 3) -> list[tuple[str, str]]:
    return [(pair.one.matter, pair.other.matter) for pair in pairs(everything, RIGHTS.open_to, cap)]


def test_each_pair_is_told_once_the_lesser_uid_first() -> None:
    assert found(group([("b", OPEN), ("a", OPEN), ("b", OPEN)])) == [("a", "b")]


def test_what_a_crowd_says_connects_nobody() -> None:
    assert found(group([(f"{n}", OPEN) for n in range(4)])) == []


def test_a_crowd_that_readers_may_not_see_does_not_count() -> None:
    hidden = [(f"h{n}", OTHER) for n in range(9)]

    assert ("a", "b") in found(group([("a", TEAM), ("b", TEAM), *hidden]))


def test_more_than_the_most_are_not_looked_through() -> None:
    assert found(group([(f"{n:04}", n) for n in range(MOST + 1)]), cap=MOST * 2) == []


def test_masked_numbers_pair_where_they_fit() -> None:
    whole, masked, other = (group([(uid, OPEN)], pattern) for uid, pattern in
                            (("a", "13911234821"), ("b", "139****4821"), ("c", "13911239999")))  # fmt: skip

    (pair,) = pairs([*whole, *masked, *other], RIGHTS.open_to, 3)
    assert (pair.one.matter, pair.other.matter, pair.value) == ("a", "b", "139****4821")


def test_the_narrowest_of_audiences_is_the_one_whose_readers_read_the_others() -> None:
    assert RIGHTS.narrowest([OPEN, TEAM]) == TEAM
    assert RIGHTS.narrowest([TEAM]) == TEAM
    assert RIGHTS.narrowest([TEAM, OTHER]) is None


@pytest.mark.parametrize(
    "text", ["有公务车辆，联系电话为12345", "有公务车辆，联系电话为13811112222", "拨打热线张生12345"]
)
def test_an_ordinary_word_or_a_hotline_makes_nobody_of_a_name(text: str) -> None:
    assert {kind for kind, _, _ in says(text)} <= {"PHONE"}
