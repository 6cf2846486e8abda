"""The score, as `graph_service/cypher/score.py` promises it: the arithmetic of the query files, worked out without a graph."""

import math
import re
from datetime import date, timedelta
from typing import Any

import pytest

from graph_service.cypher import score
from graph_service.cypher.files import part, read_folder
from graph_service.cypher.rules import combined
from graph_service.cypher.stand_ins import put
from tests.unit.tree import ROOT

_EVIDENCE = put(part("evidence"), [(word, str(number)) for word, number in score.STAND_INS.items()])
_STRENGTH = re.search(
    r"WITH other, rule, via, best,\n\s*(.+) AS uncrowded\n.+uncrowded, (uncrowded.+) AS strength,", _EVIDENCE
)
_COMBINED = re.search(r"evidence, (reduce.+) AS doubt\n.+?, (round.+) AS strength,\n\s*(round.+) AS score", combined())
# Two officials of one family in unrelated matters are no connection, nor are two findings written by one form.
_NEVER_ALONE = {"kin", "same_defect_pattern"}
_CASE = re.compile(r"CASE WHEN (.+?) THEN (.+?) ELSE (.+?) END")
_REDUCE = re.compile(r"reduce\((\w+) = (.+?), each IN (\w+) \| (.+)\)$")


def _first(*values: float | None) -> float | None:
    return next((each for each in values if each is not None), None)


def _worked_out(text: str, **known: Any) -> float:
    """Return the value of an arithmetic expression of Cypher, which Python reads alike but for CASE."""
    text = _CASE.sub(r"(\2 if \1 else \3)", text).replace("^", "**")
    return float(eval(text, {"log": _log, "coalesce": _first, "round": round}, known))  # noqa: S307 - our own file


def _log(value: float) -> float:
    return math.log(value) if value else -math.inf  # as in Cypher


def strength(weight: float, certainty: float = 1.0, degree: int = 2, days: int | None = 0) -> float:
    """Return the strength of one piece of evidence."""
    assert _STRENGTH
    best = [[], [], degree, certainty, ["same_person", weight, ""], []]
    return _worked_out(_STRENGTH[2], best=best, uncrowded=_worked_out(_STRENGTH[1], best=best, days=days))


def doubt(*strengths: float) -> float:
    """Return what several pieces of evidence leave open, folded as the file says."""
    assert _COMBINED
    folding = _REDUCE.search(_COMBINED[1])
    assert folding
    rest = _worked_out(folding[2])
    for each in strengths:
        rest = _worked_out(folding[4].replace("each.strength", "each"), **{folding[1]: rest, "each": each})
    return rest


def combination(*strengths: float) -> float:
    """Return the combined strength of several pieces of evidence."""
    assert _COMBINED
    return _worked_out(_COMBINED[2], doubt=doubt(*strengths))


def scored(*strengths: float) -> float:
    """Return the score of several pieces of evidence, as the query file works it out."""
    assert _COMBINED
    return _worked_out(_COMBINED[3], doubt=doubt(*strengths))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (strength(0.9), 0.9),  # two matters of one day that share a sure thing: the rule's weight
        (strength(0.9, certainty=0.5), 0.45),
        (strength(0.9, degree=1), 0.9),  # counted from what the viewer sees, it may be one
        (strength(0.9, degree=3), 0.9 / (1 + 0.25 * math.log(2) ** 2)),
        (strength(0.9, degree=50), 0.9 / (1 + 0.25 * math.log(49) ** 2)),
        (strength(0.9, days=7300), 0.45),  # twenty years halve it
        (strength(0.9, days=None), 0.9 / 1.05),  # days that are not known count as a year
        (strength(0.8, 0.8, 3, 365), 0.8 * 0.8 / (1 + 0.25 * math.log(2) ** 2) / 1.05),
    ],
)
def test_strength_is_weight_by_certainty_by_rarity_by_closeness(found: float, expected: float) -> None:
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("strengths", "expected"),
    [((), 0.0), ((0.3,), 0.3), ((0.5, 0.5), 0.75), ((0.9, 0.2, 0.1), 0.928), ((1.0, 0.4), 1.0), ((1 / 3,), 0.333333)],
)
def test_strengths_combine_so_that_none_takes_away_from_another(strengths: tuple[float, ...], expected: float) -> None:
    assert combination(*strengths) == expected
    assert combination(*reversed(strengths)) == expected


@pytest.mark.parametrize("strength", [0.0, 1e-9, 0.05, 0.2, score.HALF_RIGHT, 0.5, 0.9, 0.999, 1 - 1e-12, 1.0])
def test_the_query_scores_as_the_documented_formula(strength: float) -> None:
    assert scored(strength) == pytest.approx(score.score_of(strength), abs=1e-6)


@pytest.mark.parametrize("strength", [0.01, 0.2, score.HALF_RIGHT, 0.7, 0.95])
def test_a_score_leads_back_to_its_strength(strength: float) -> None:
    assert score.strength_of(score.score_of(strength)) == pytest.approx(strength)


def test_half_of_the_pairs_are_right_where_the_number_says() -> None:
    assert score.score_of(score.HALF_RIGHT) == pytest.approx(0.5)
    assert scored(score.HALF_RIGHT) == 0.5
    assert (scored(), scored(0.0), scored(1.0)) == (0.0, 0.0, 1.0)


def test_the_score_keeps_the_order_of_strengths() -> None:
    scores = [score.score_of(n / 1000) for n in range(1001)]

    assert scores == sorted(set(scores))


@pytest.mark.parametrize(
    ("strengths", "expected"),
    [((0.22,), 0.049), ((0.3,), 0.178), ((0.57,), 0.869), ((0.75,), 0.979), ((0.92,), 0.998), ((0.3, 0.3), 0.773)],
)
def test_what_strengths_are_worth(strengths: tuple[float, ...], expected: float) -> None:
    assert scored(*strengths) == pytest.approx(expected, abs=5e-4)


def test_a_hub_is_what_the_readme_says() -> None:
    stated = re.search(r"more than (\d+) matters", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert stated
    assert int(stated[1]) == score.HUB_CAP


def test_what_few_share_is_shown_alone_and_what_a_crowd_shares_is_not() -> None:
    weights = {name: float(file.head["weight"]) for name, file in read_folder("linkage").items()}
    alone = {name: scored(strength(weight, days=None)) for name, weight in weights.items()}

    assert {name for name, found in alone.items() if found < score.SHOWN_FROM} == _NEVER_ALONE
    assert max(scored(strength(weight, degree=score.HUB_CAP)) for weight in weights.values()) < score.SHOWN_FROM


def test_what_is_registered_with_a_thing_tells_less_than_its_naming() -> None:
    assert 0 < strength(0.9, certainty=score.THROUGH_CERTAINTY) < strength(0.9)


def test_one_problem_of_one_unit_connects_over_two_years_a_leap_year_among_them() -> None:
    assert date(2024, 1, 1) + timedelta(score.SAME_PROBLEM_DAYS) == date(2026, 1, 1)


def test_what_was_put_right_may_be_back_for_three_years_a_leap_year_among_them() -> None:
    assert date(2024, 1, 1) + timedelta(score.BACK_DAYS) == date(2027, 1, 1)


def test_complaints_repeat_each_other_over_two_months_of_31_days() -> None:
    assert date(2026, 7, 1) + timedelta(score.REPEAT_DAYS) == date(2026, 9, 1)


def test_no_rule_is_certain_and_none_says_nothing() -> None:
    weights = {file.name: float(file.head["weight"]) for file in read_folder("linkage").values()}

    assert {name: weight for name, weight in weights.items() if not 0 < weight < 1} == {}
