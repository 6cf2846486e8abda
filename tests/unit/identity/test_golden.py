"""Golden cases of identity: what is found of each field, and what it weighs in bits: log2(m / u) of `model.py`.

100 people are known, so a name that one of them bears has u = 0.01; fewer than 1,000 are taken for 1,000, so that a post
that one person holds has u = 0.001.
"""

from dataclasses import dataclass, replace
from math import log2
from typing import Any

import pytest

from graph_service.identity.model import ANOTHER_POST, ANOTHER_TIME, model
from graph_service.identity.people import PersonRecord, PersonRecords
from graph_service.identity.scoring import Scored, Weighed, _shared, score_people

_EDU, _FIN = "unit_edu", "unit_fin"
_RATE = 0.001


def _posted(person: PersonRecord, unit: str, post: str | None, year: int) -> PersonRecord:
    person.units.add(unit)
    person.served.add(f"{unit}|{year}")
    if post:
        person.held.add(f"{unit}|{post}")
        person.held_in.add(f"{unit}|{post}|{year}")
    return person


def _known() -> dict[str, PersonRecord]:
    # Each family of cases has a surname of its own, so that one case brings no candidates into another.
    named = {
        "ouyang": ("欧阳志华", "欧阳华"), "xiao": ("萧丽", None), "fang": ("李芳", None), "wei1": ("张伟", None), "wei2": ("张伟", None),
        "head": ("周建国", None), "army": ("周建军", None), "short": ("周明", None), "few1": ("吴一鸣", None), "few2": ("吴二鸣", None),
        "staff": ("郑大海", None), "old": ("孙春生", None), "moved": ("钱秋生", None), "nobody": ("冯冬生", None),
    }  # fmt: skip
    people = {
        key: PersonRecord(key, name, 1, former=former, number=f"36050219800101{place:04d}")
        for place, (key, (name, former)) in enumerate(named.items())
    }
    for place in range(len(people), 100):
        people[f"p{place}"] = PersonRecord(
            f"p{place}", f"甲{chr(0x4E8C + place)}", 1, number=f"36050219800101{place:04d}"
        )
    people["fang"].sex = "FEMALE"
    people["head"].born_on, people["head"].sex, people["head"].phones = "1970-05-01", "MALE", {"phone_1"}
    _posted(people["head"], _EDU, "局长", 2024)
    for key in ("few1", "few2"):
        _posted(people[key], _EDU, "副局长", 2024)
    for place in range(20, 40):
        _posted(people[f"p{place}"], _EDU, "科员", 2024)
    _posted(people["staff"], _EDU, "科员", 2024)
    _posted(people["old"], _EDU, "科长", 2015)
    _posted(people["moved"], _FIN, "科长", 2024)
    return people


@dataclass(frozen=True)
class Case:
    """A record of a ledger, whom it is compared with, and what is found of one field."""

    why: str
    loose: PersonRecord
    known: str
    field: str
    found: str
    bits: float


def _stated(name: str, unit: str = "", post: str | None = None, **more: Any) -> PersonRecord:
    person = PersonRecord("", name, 1, **more)
    return _posted(person, unit, post, 2024) if unit else person


_ENDS = "3605**********{}"
CASES = [
    Case("simplified", _stated("歐陽志華"), "ouyang", "name", "same name", log2(0.93 / 0.01)),
    Case("two bear it", _stated("张伟"), "wei1", "name", "same name", log2(0.93 / 0.02)),
    Case("a variant sign", _stated("肖丽"), "xiao", "name", "variant or former name", log2(0.03 / 0.01)),
    Case("a former name", _stated("欧阳华"), "ouyang", "name", "variant or former name", log2(0.03 / 0.01)),
    Case("another sign of that sound", _stated("李方"), "fang", "name", "same sound", log2(0.03 / 0.01)),
    Case("only the number", _stated("王强", number=_ENDS.format("0002")), "fang", "name", "another name", log2(0.01 / 0.99)),
    Case("all given signs hidden", _stated("周某某", _EDU), "head", "masked", "fits the masked name", log2(0.95 / 0.02)),
    Case("one given sign shown", _stated("周*国", _EDU), "head", "masked", "fits the masked name", log2(0.95 / 0.02)),
    Case("张某 for three signs", _stated("周某", _EDU), "head", "masked", "fits a shortened mask", log2(0.04 / 0.03)),
    Case("another sign", _stated("周*军", number=_ENDS.format("0005")), "head", "masked", "does not fit the masked name", log2(0.01 / 0.97)),
    Case("the only holder", _stated("周某某", _EDU, "局长"), "head", "post", "held this very post, as the only one", log2(0.86 / _RATE)),
    Case("one of two", _stated("吴某某", _EDU, "副局长"), "few1", "post", "held this very post, with few others", log2(0.86 / 3 / _RATE)),
    Case("one of many", _stated("郑某某", _EDU, "科员"), "staff", "post", "held this very post, with many others", log2(0.86 / 20 / _RATE)),
    Case("years ago", _stated("孙某某", _EDU, "科长"), "old", "post", "held this post, at another time", log2(0.03 / 2 / _RATE)),
    Case("another post", _stated("周某某", _EDU, "科长"), "head", "post", ANOTHER_POST, log2(0.03 / 30 / _RATE)),
    Case("another post and time", _stated("孙某某", _EDU, "局长"), "old", "post", ANOTHER_TIME, log2(0.02 / 30 / _RATE)),
    Case("a post of no register", _stated("冯冬生", _EDU, "门卫"), "nobody", "post", "no register tells who holds this post", 0.0),
    Case("never in the unit", _stated("冯冬生", _EDU, "局长"), "nobody", "post", "is not known to have been in this unit", log2(0.06 / 0.98)),
    Case("in the unit then", _stated("周某某", _EDU), "head", "unit", "had a post in this unit", log2(0.85 / 30 / _RATE)),
    Case("in the unit once", _stated("孙某某", _EDU), "old", "unit", ANOTHER_TIME, log2(0.07 / 30 / _RATE)),
    Case("in another unit", _stated("冯冬生", _EDU), "nobody", "unit", "is not known to have been in this unit", log2(0.08 / 0.98)),
    Case("born that day", _stated("周建国", born_on="1970-05-01"), "head", "born", "same", log2(0.97 * 18_000)),
    Case("born another day", _stated("周建国", born_on="1970-05-02"), "head", "born", "conflicts", log2(0.03 / (1 - 1 / 18_000))),
    Case("of that sex", _stated("周建国", sex="MALE"), "head", "sex", "same", log2(0.99 / 0.5)),
    Case("of the other sex", _stated("周建国", sex="FEMALE"), "head", "sex", "conflicts", log2(0.01 / 0.5)),
    Case("ends of the number", _stated("周建国", number=_ENDS.format("0005")), "head", "number", "fits the masked id number", log2(0.97 / _RATE)),
    Case("other ends", _stated("周建国", number=_ENDS.format("0999")), "head", "number", "conflicts", log2(0.03 / 0.9999)),
    Case("the same phone", replace(_stated("周建国"), phones={"phone_1", "phone_2"}), "head", "phone", "uses the phone", log2(0.5 / 2 / _RATE)),
    Case("in the text", replace(_stated("周建国"), told={"head"}), "head", "text", "named for certain in the matter's text", log2(0.6 / 2 / _RATE)),
    Case("others in it", replace(_stated("周建国"), told={"short"}), "head", "text", "not named in the matter's text", log2(0.4 / 0.99)),
    Case("another phone", replace(_stated("周建国"), phones={"phone_2"}), "head", "phone", "uses another phone", -1.0),
]  # fmt: skip


def _compared(loose: list[PersonRecord]) -> list[Scored]:
    people = PersonRecords(loose, list(_known().values()))
    for person in people.known:
        people.holders.update(person.held_in)
        people.posts |= person.held
    return score_people(people)


@pytest.fixture(scope="module")
def scored() -> list[Scored]:
    """Every case compared in one run: starting the comparison takes longer than the cases."""
    often = [_stated("萧丽") for _ in range(30)]  # a ledger that names somebody often makes no name common
    unlikely = PersonRecord("unlikely", "李方", 1, sex="MALE")  # only the sound agrees, and the sex conflicts
    stated = [*(case.loose for case in CASES), *often]
    return _compared([*(replace(person, uid=f"x{n}") for n, person in enumerate(stated)), unlikely])


def _pair(scored: list[Scored], why: str, known: str = "") -> Scored | None:
    place, case = next((place, case) for place, case in enumerate(CASES) if case.why == why)
    return next((each for each in scored if (each.loose, each.known) == (f"x{place}", known or case.known)), None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_each_level_weighs_what_the_model_says(case: Case, scored: list[Scored]) -> None:
    pair = _pair(scored, case.why)

    assert pair
    assert pair.found(case.field) == Weighed(case.field, case.found, round(case.bits, 3))
    assert pair.bits == pytest.approx(sum(each.bits for each in pair.fields))


@pytest.mark.parametrize(
    ("why", "fields"),
    [
        ("simplified", ["name"]),  # what a side does not state is not compared
        ("all given signs hidden", ["masked", "unit"]),  # a masked name is no name that could differ
        ("the only holder", ["masked", "post"]),  # where a post is stated, the unit alone says nothing more
        ("born that day", ["name", "born"]),
        ("of that sex", ["name", "sex"]),
        ("ends of the number", ["name", "number"]),
        ("the same phone", ["name", "phone"]),
    ],
)
def test_only_what_both_sides_state_is_compared(why: str, fields: list[str], scored: list[Scored]) -> None:
    pair = _pair(scored, why)

    assert pair
    assert [each.field for each in pair.fields] == fields
    assert pair.found("nothing of the kind") is None


def test_only_who_may_be_meant_is_a_candidate(scored: list[Scored]) -> None:
    assert {each.known for each in scored if each.loose == "x0"} == {"ouyang"}
    assert _pair(scored, "two bear it", "wei2")
    assert _pair(scored, "one given sign shown", "army") is None, "what does not fit is not worth a person's time"
    assert not any(each.known.startswith("p") for each in scored if each.loose == "x0")


def test_the_surest_pair_comes_first_and_equals_in_the_order_of_their_uids(scored: list[Scored]) -> None:
    told = [(-each.score, each.loose, each.known) for each in scored]

    assert told == sorted(told)
    assert told[0][0] < -0.9
    assert min(each.score for each in scored) >= 0.02
    assert "unlikely" not in {each.loose for each in scored}, "it is not worth a person's time"


def test_nothing_is_compared_where_a_side_is_empty() -> None:
    assert score_people(PersonRecords([], list(_known().values()))) == []
    assert score_people(PersonRecords([PersonRecord("x", "张伟", 1)], [])) == []


def test_each_backend_counts_lists_by_its_own_name() -> None:
    told = [
        level["sql_condition"]
        for comparison in model(1_000, "size").comparisons
        for level in comparison["comparison_levels"]
    ]

    assert not any("len(" in each for each in told)
    assert any(each.startswith("size(array_intersect(") for each in told)


def _group(*bits: float) -> list[Scored]:
    return [Scored("x", f"p{place}", each, ()) for place, each in enumerate(bits)]


@pytest.mark.parametrize(
    ("bits", "population", "scores"),
    [
        ((10.0,), 1_000, [0.951115]),  # odds 0.95/1000 × 1024 against the 0.05 who are not among those known
        ((10.0, 10.0), 1_000, [0.487472, 0.487472]),  # only one of two can be right
        ((10.0, 13.0), 1_000, [0.11048, 0.883841]),
        ((10.0,), 10_000, [0.660511]),  # the more are known, the more may be meant
        ((0.0,), 1_000, [0.018646]),
        ((-4.0,), 1_000, [0.001186]),
        ((2_000.0,), 1_000, [1.0]),  # beyond what a float can hold
    ],
)
def test_candidates_of_one_record_share_its_certainty(
    bits: tuple[float, ...], population: int, scores: list[float]
) -> None:
    assert [each.score for each in _shared(_group(*bits), population)] == scores


def test_what_was_not_scored_has_no_score() -> None:
    assert Scored("x", "p", 10.0, ()).score == 0.0


def test_a_score_keeps_what_was_found() -> None:
    (pair,) = _shared([Scored("x", "p", 10.0, (Weighed("name", "same name", 10.0),))], 1_000)

    assert pair == Scored("x", "p", 10.0, (Weighed("name", "same name", 10.0),), 0.951115)
