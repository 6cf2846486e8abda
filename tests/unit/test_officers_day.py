"""What the bench of fifty officers finds wrong in a graph: a lost act, a doubled one, a number twice, a gap, two judgements that count."""

from typing import Any

from bench.officers_day import faults_of
from bench.officers_hands import Kept

_STEPS: list[dict[str, Any]] = [
    {
        "clue": "clue_1",
        "last": 3,
        "steps": [
            [1, "SCREEN", "RECEIVED", "SCREENED", "o|1", False],
            [3, "PASS_TO_REGISTER", "SCREENED", "REGISTERED", "o|2", True],
        ],
    }
]
_JUDGED: list[dict[str, Any]] = [{"link": "link_1", "numbers": [1, 2], "standing": 1}]


def _kept(**judged: int) -> Kept:
    kept = Kept(done={"o|1": ("clue_1", "SCREEN"), "o|2": ("clue_1", "PASS_TO_REGISTER")})
    kept.judged.update(judged or {"link_1": 1})
    return kept


def _steps(**changed: Any) -> list[dict[str, Any]]:
    return [{**_STEPS[0], **changed}]


def test_what_is_as_it_was_acknowledged_has_no_fault() -> None:
    assert faults_of(_STEPS, _JUDGED, _kept()) == []


def test_each_fault_is_told() -> None:
    first, second = _STEPS[0]["steps"]
    cases: tuple[tuple[list[dict[str, Any]], list[dict[str, Any]], str], ...] = (
        (_steps(steps=[second]), _JUDGED, "o|1: acknowledged and lost"),
        (_steps(steps=[first, [2, *first[1:]], second]), _JUDGED, "o|1: acknowledged 2"),
        (_steps(steps=[first, [1, *second[1:]]]), _JUDGED, "clue_1: numbers [1, 1]"),
        (_steps(last=2), _JUDGED, "its book says 2"),
        (_steps(steps=[first, [3, "PASS_TO_REGISTER", "RECEIVED", "REGISTERED", "o|2", True]]), _JUDGED, "a gap in"),
        (_steps(steps=[first, [*second[:5], False]]), _JUDGED, "stands in several places"),
        (_STEPS, [{"link": "link_1", "numbers": [1, 1], "standing": 1}], "judgement 1 is there 2 times"),
        (_STEPS, [{"link": "link_1", "numbers": [1], "standing": 2}], "2 judgements count"),
        (_STEPS, [], "a judgement was lost"),
    )
    for steps, judged, told in cases:
        assert any(told in each for each in faults_of(steps, judged, _kept())), told
