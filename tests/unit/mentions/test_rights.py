"""Mentions rest on nothing that a reader of theirs may not know."""

import pytest

from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.mentions.text.mention import Mention
from graph_service.rights.audiences import audience_number
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import Grant, read_roles
from tests.unit.mentions.small import DAY, EVERYONE, HIDDEN, READERS, TEAM, WITH_AUDIT, finder

_SECRET = (
    KnownEntity("person_secret", "Person", HIDDEN, ("王小平",), ("360502199001010019",)),
    KnownEntity("unit_secret", "Unit", HIDDEN, ("云江市秘密工作站", "秘站", ""), ()),
)
_SECRET_TIES = (
    KnownTie("HOLDS_POST", "person_ping", "unit_fin", HIDDEN, "副局长"),
    KnownTie("HOLDS_POST", "person_fang", "unit_fin", HIDDEN, "特别联络专员"),
    KnownTie("UNDER", "unit_village1", "unit_town2", HIDDEN),
    KnownTie("USES_PHONE", "person_wei1", "phone_13900000001", HIDDEN),
    KnownTie("OFFICER_OF", "person_only", "unit_inn", HIDDEN),
)
_ROLES = read_roles()
_TEXT = (
    "反映教育局副局长王小平和财政局副局长王小平、罗敏菊，云江市秘密工作站知情，特别联络专员赵国强在场，双林镇老桥村出车，"
    "张伟电话13900000001，聚贤楼罗敏菊"
)


def _found(told: Finder, audience: int) -> list[Mention]:
    return told.find(MatterText("clue_1", _TEXT, audience, DAY))


def test_what_a_reader_may_not_know_changes_nothing() -> None:
    plain, told = finder(), finder(*_SECRET, more_ties=_SECRET_TIES)

    assert _found(plain, TEAM) == _found(told, TEAM)
    assert _found(plain, WITH_AUDIT) == _found(told, WITH_AUDIT)


def test_who_may_know_it_is_told() -> None:
    told = _found(finder(*_SECRET), HIDDEN)

    assert "云江市秘密工作站" in [one.text for one in told]
    assert [one.namesakes for one in told if one.text == "王小平"] == [2, 2]


def test_partners_from_outside_read_no_mentions_of_their_matters() -> None:
    rights = Rights(READERS, _ROLES)

    number, readers = rights.insiders(WITH_AUDIT)

    assert (number, readers) == (audience_number(["T"]), ["T"])
    assert EVERYONE in rights.open_to(number)
    assert rights.insiders(TEAM) == (TEAM, ["T"])


def test_a_matter_that_only_partners_read_rests_on_what_they_may_read() -> None:
    rights = Rights({EVERYONE: ["EVERYONE"], 7: ["AUDIT"], 8: ["AUDIT", "T"]}, _ROLES)

    assert rights.insiders(7) == (7, ["AUDIT"])
    assert rights.open_to(7) == {7, 8}


def test_a_hidden_number_is_read_by_its_form_alone() -> None:
    hidden = KnownEntity("phone_x", "Phone", HIDDEN, (), ("13700000009",))
    told = Finder(Lexicon([hidden], []), Rights(READERS, _ROLES))

    (mention,) = told.find(MatterText("clue_1", "电话13700000009", TEAM))

    assert mention.referents == ()


_RIGHTS = {
    1: ["EVERYONE"], 2: ["T"], 3: ["T", "U"], 4: ["AUDIT"], 5: ["AUDIT", "T"], 6: [], 7: ["UNIT_FIN"],
    8: ["UNIT_FIN", "T"], 9: ["EVERYONE", "AUDIT"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("audience", "resting_on"),
    [
        (1, {1, 9}),  # everybody inside reads what is open to everybody
        (2, {1, 2, 3, 5, 8, 9}),  # a team: whatever it is among the readers of
        (3, {1, 3, 9}),  # two teams: what both of them may read
        (4, {4, 5, 9}),  # a partner holds EVERYONE only where it is named beside it
        (5, {5}),  # a partner and a team: EVERYONE without the partner is not open to both
        (6, {1, 6, 9}),  # nobody: no reader could learn anything by it
        (7, {7, 8}),  # units are partners from outside
        (99, {1, 9, 99}),  # an audience that nobody told of has no readers
    ],
)
def test_a_mention_rests_only_on_what_all_its_readers_may_read(audience: int, resting_on: set[int]) -> None:
    rights = Rights(_RIGHTS, _ROLES)

    assert rights.open_to(audience) == resting_on
    assert rights.open_to(audience) == resting_on, "it is remembered"


@pytest.mark.parametrize(
    ("audience", "insiders"),
    [
        (1, ["EVERYONE"]), (2, ["T"]), (5, ["T"]), (8, ["T"]), (9, ["EVERYONE"]),
        (4, ["AUDIT"]), (7, ["UNIT_FIN"]),  # where nobody else reads it, partners stay
        (6, []), (99, []),
    ],
)  # fmt: skip
def test_insiders_are_the_readers_without_partners(audience: int, insiders: list[str]) -> None:
    number, readers = Rights(_RIGHTS, _ROLES).insiders(audience)

    assert readers == insiders
    assert number == (audience if sorted(_RIGHTS.get(audience, [])) == insiders else audience_number(insiders))


@pytest.mark.parametrize("partner", ["AUDIT", "MEDIA_DESK", "ORG_DEPT", "UNIT_EDU"])
def test_partners_from_outside_are_those_whose_role_does_not_read_what_is_shared(partner: str) -> None:
    assert Rights({1: [partner, "T"]}, _ROLES).insiders(1)[1] == ["T"]
    assert Grant.READ_SHARED not in _ROLES.of([partner, "T"])


@pytest.mark.parametrize("more", [{}, {audience_number(["T"]): ["T"]}])
def test_the_insiders_of_a_matter_are_an_audience_of_their_own(more: dict[int, list[str]]) -> None:
    rights = Rights({**_RIGHTS, **more}, _ROLES)

    number, _ = rights.insiders(5)

    assert rights.open_to(number) == {1, 2, 3, 5, 8, 9, number}, "whatever team T may read"


def test_readers_are_told_in_order() -> None:
    teams = [f"T{place}" for place in range(8)]
    rights = Rights({1: teams[::-1], 2: [*teams[::-1], "AUDIT"]}, _ROLES)

    assert (rights.insiders(1)[1], rights.insiders(2)[1], rights.common([1, 2])[1]) == (teams, teams, teams)


@pytest.mark.parametrize(
    ("rests_on", "told"),
    [
        ([1], ["EVERYONE"]),
        ([1, 1, 2], ["T"]),
        ([2, 3], ["T"]),
        ([3, 5], ["T"]),  # T and U, the partner and T
        ([1, 4], []),
        ([1, 5], ["T"]),
        ([4, 5], ["AUDIT"]),  # what a partner reads all of it may be told of
        ([9, 4], ["AUDIT"]),
        ([9, 1], ["EVERYONE"]),
        ([2, 7], []),
        ([1, 6], []),
        ([1, 99], []),
        ([], []),
    ],
)
def test_what_rests_on_several_rows_is_told_to_who_may_read_them_all(rests_on: list[int], told: list[str]) -> None:
    rights = Rights(_RIGHTS, _ROLES)

    number, readers = rights.common(rests_on)

    assert readers == told
    assert number == audience_number(frozenset(told))
    assert rights.common(reversed(rests_on)) == (number, readers)


def test_the_narrowest_audience_is_the_least_of_those_that_are_open_to_all_others() -> None:
    rights = Rights({1: ["EVERYONE"], 5: ["DISC_1"], 3: ["DISC_1"], 9: ["DISC_2"]}, _ROLES)

    assert rights.narrowest([1, 5]) == 5
    assert rights.narrowest([5, 3, 1]) == 3, "of two with the same readers the first by its number"
    assert rights.narrowest([3]) == 3
    assert Rights({8: ["DISC_1"], 1: ["DISC_1"]}, _ROLES).narrowest([8, 1]) == 1, "and not by where a set keeps it"
    assert rights.narrowest([3, 9]) is None
    assert rights.narrowest([]) is None


def test_an_audience_that_two_have_in_common_is_known_from_then_on() -> None:
    rights = Rights({1: ["T_B", "T_A", "T_C"], 2: ["T_A", "T_B"]}, _ROLES)

    number, readers = rights.common([1, 2])

    assert readers == ["T_A", "T_B"]
    assert number in rights.open_to(2)
    assert number in rights.open_to(number)
