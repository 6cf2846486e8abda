"""The score, as `graph_service/cypher/score.py` promises it: the arithmetic of the query files, worked out without a graph."""

import math
import re
from datetime import date, timedelta
from typing import Any

import pytest

from graph_service.cypher import score
from graph_service.cypher.files import part, query, read_folder
from graph_service.cypher.stand_ins import put
from tests.unit.tree import ROOT

_EVIDENCE = put(part("evidence"), [(word, str(number)) for word, number in score.STAND_INS.items()])
_STRENGTH = re.search(r"WITH other, rule, best,\n\s*(.+) AS strength,", _EVIDENCE)
_SCORE = re.search(r"score: (.+?)\} AS row", query("read/connected_matters").body)
_CASE = re.compile(r"CASE WHEN (.+?) THEN (.+?) ELSE (.+?) END")
_REDUCE = re.compile(r"reduce\((\w+) = (.+?), each IN (\w+) \| (.+)\)(?=, 6\))")


def _first(*values: float | None) -> float | None:
    return next((each for each in values if each is not None), None)


def _worked_out(text: str, **known: Any) -> float:
    """Return the value of an arithmetic expression of Cypher, which Python reads alike but for CASE."""
    text = _CASE.sub(r"(\2 if \1 else \3)", text).replace("^", "**")
    return float(eval(text, {"log": math.log, "coalesce": _first, "round": round}, known))  # noqa: S307 - our own file


def strength(weight: float, certainty: float = 1.0, degree: int = 2, days: int | None = 0) -> float:
    """Return the strength of one piece of evidence."""
    assert _STRENGTH
    best = [[], [], degree, certainty, ["same_person", weight, ""], []]
    return _worked_out(_STRENGTH[1], best=best, days=days)


def combined(*strengths: float) -> float:
    """Return the score of several pieces of evidence, folded as the file says."""
    assert _SCORE
    folding = _REDUCE.search(_SCORE[1])
    assert folding
    rest = _worked_out(folding[2])
    for each in strengths:
        rest = _worked_out(folding[4].replace("each.strength", "each"), **{folding[1]: rest, "each": each})
    return _worked_out(_SCORE[1].replace(folding[0], "rest"), rest=rest)


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
    assert combined(*strengths) == expected
    assert combined(*reversed(strengths)) == expected


def test_a_hub_is_what_the_readme_says() -> None:
    stated = re.search(r"more than (\d+) matters", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert stated
    assert int(stated[1]) == score.HUB_CAP


def test_what_few_share_tells_more_than_what_a_crowd_shares_by_any_rule() -> None:
    weights = [float(file.head["weight"]) for file in read_folder("linkage").values()]

    assert min(strength(weight, days=None) for weight in weights) >= 0.2
    assert max(strength(weight, degree=score.HUB_CAP) for weight in weights) < 0.2


def test_what_is_registered_with_a_thing_tells_less_than_its_naming() -> None:
    assert 0 < strength(0.9, certainty=score.THROUGH_CERTAINTY) < strength(0.9)


def test_one_problem_of_one_unit_connects_over_two_years_a_leap_year_among_them() -> None:
    assert date(2024, 1, 1) + timedelta(score.SAME_PROBLEM_DAYS) == date(2026, 1, 1)


def test_no_rule_is_certain_and_none_says_nothing() -> None:
    weights = {file.name: float(file.head["weight"]) for file in read_folder("linkage").values()}

    assert {name: weight for name, weight in weights.items() if not 0 < weight < 1} == {}
