"""Ties are told in their own direction, whichever way a path leads over them, in both languages."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from graph_service.cypher.macros import FAMILIES
from graph_service.cypher.project.told_ties import called, hop_sentence, path_sentence
from graph_service.model import is_term, value_type
from schema import KINDS, RELATIONSHIP_TYPES, RELATIONSHIPS, RelationshipType
from schema.term import Term

_CLUE = ["clue_1", "XS-2025-00101", "反映张三问题"]
_PERSON = ["person_1", None, "张三"]
_UNIT = ["unit_1", None, "云江市财政局"]
_CAR = ["vehicle_1", None, "赣K12345"]


def tie(kind: str, start: list[Any], **carried: Any) -> dict[str, Any]:
    return {"type": kind, "start": start[0], "carried": {"valid_from": None, "valid_to": None, **carried}}


def hop(one: list[Any], other: list[Any], *ties: dict[str, Any], count: int = 0, days: Any = None) -> list[Any]:
    return [count or len(ties), [one, other], list(ties), days]


def both(told: list[Any]) -> tuple[str, str]:
    return hop_sentence(told, 0), hop_sentence(told, 1)


@pytest.mark.parametrize("link", RELATIONSHIPS, ids=lambda link: link.type)
def test_every_type_has_a_sentence_of_both_ends_in_both_languages(link: Any) -> None:
    for template in (link.says, link.says_zh):
        assert template.count("{start}") == template.count("{end}") == 1
    assert link.says.isascii()
    assert not any(sign.isascii() and sign.isalpha() for sign in link.says_zh.format(start="", end=""))


def test_whatever_a_path_leads_over_can_be_told() -> None:
    for kind in [*FAMILIES["CONNECTIONS_"].split("|"), "SAYS_ALIKE"]:
        told = hop(_CLUE, _PERSON, tie(kind, _CLUE))
        assert all(each and "{" not in each for each in both(told)), kind


def _terms(link: RelationshipType) -> Iterator[tuple[str, Term]]:
    for name in link.ties.model_fields:
        kind = value_type(link.ties, name)
        if is_term(kind):
            yield from ((name, term) for term in cast(type[Term], kind))


def test_every_term_that_a_tie_carries_is_told_in_words() -> None:
    told = 0
    for link in RELATIONSHIPS:
        for name, term in _terms(link):
            english, chinese = both(hop(_PERSON, _UNIT, tie(link.type, _PERSON, **{name: term.value})))
            said = term.value.lower().replace("_", " ") in english and term.label in chinese
            assert said or term.value == "MENTIONED_IN_TEXT", term
            told += said
    assert told > 20


def test_a_tie_is_told_in_its_own_direction_whichever_way_the_path_leads() -> None:
    naming = tie("NAMES", _CLUE, role="SUBJECT", as_named="张局")
    there, back = both(hop(_CLUE, _PERSON, naming)), both(hop(_PERSON, _CLUE, naming))

    assert there == back
    assert there[0] == "problem clue XS-2025-00101 names 张三 (subject, as 张局)"
    assert there[1] == "问题线索XS-2025-00101涉及张三（被反映人、原文“张局”）"


def test_terms_shares_and_doubts_are_told_and_what_is_plain_is_not() -> None:
    post = tie("HOLDS_POST", _PERSON, post="局长", valid_from="2019-01-01", valid_to="2021-06-30")
    assert both(hop(_UNIT, _PERSON, post)) == (
        "张三 holds a post in 云江市财政局 (局长, 2019-01-01 to 2021-06-30)",
        "张三任职于云江市财政局（局长、2019-01-01至2021-06-30）",
    )
    share = tie("HOLDS_SHARE", _PERSON, ratio=30.5, valid_from="2019-01-01")
    assert both(hop(_PERSON, _UNIT, share))[0] == "张三 holds shares in 云江市财政局 (30.5 %, since 2019-01-01)"
    owned = tie("OWNED_BY", _CAR, valid_to="2020-01-01")
    assert both(hop(_PERSON, _CAR, owned)) == (
        "vehicle 赣K12345 belongs to 张三 (until 2020-01-01)",
        "车辆赣K12345归张三所有（至2020-01-01）",
    )
    in_text = tie("NAMES_IN_TEXT", _CLUE, role="MENTIONED_IN_TEXT", as_named="张三", certainty=0.8)
    assert (
        both(hop(_CLUE, _PERSON, in_text))[0] == "problem clue XS-2025-00101 mentions 张三 in its text (certainty 0.8)"
    )
    assert both(hop(_CLUE, _PERSON, tie("NAMES", _CLUE, as_named="张三", certainty=1.0)))[0].endswith("names 张三")


def test_parallel_ties_stand_in_one_sentence_and_the_rest_is_counted() -> None:
    ties = [tie("NAMES", _CLUE), tie("NAMES_IN_TEXT", _CLUE)]

    assert both(hop(_CLUE, _PERSON, *ties, count=7)) == (
        "problem clue XS-2025-00101 names 张三 and problem clue XS-2025-00101 mentions 张三 in its text (and 5 more)",
        "问题线索XS-2025-00101涉及张三，且问题线索XS-2025-00101在正文中提及张三（另有5条）",
    )


def test_where_a_time_is_asked_for_the_day_of_what_has_no_term_is_told_or_that_it_has_none() -> None:
    naming, phone = tie("NAMES", _CLUE), tie("USES_PHONE", _PERSON)

    assert both(hop(_CLUE, _PERSON, naming, days=["2025-03-01"]))[0].endswith("names 张三 (on 2025-03-01)")
    assert both(hop(_PERSON, _UNIT, phone, days=[""])) == (
        "张三 uses 云江市财政局 (no date)",
        "张三使用云江市财政局（时间不详）",
    )


def test_a_path_is_told_hop_by_hop() -> None:
    hops = [hop(_CLUE, _PERSON, tie("NAMES", _CLUE)), hop(_PERSON, _UNIT, tie("HOLDS_POST", _PERSON))]

    assert path_sentence(hops, 0) == "problem clue XS-2025-00101 names 张三; 张三 holds a post in 云江市财政局"
    assert path_sentence(hops, 1) == "问题线索XS-2025-00101涉及张三；张三任职于云江市财政局"


def test_every_kind_is_called_something_in_both_languages() -> None:
    for name in [*KINDS, *RELATIONSHIP_TYPES]:
        english, chinese = called(name)
        assert english.isascii()
        assert not chinese.isascii()
