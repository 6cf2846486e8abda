"""What becomes of scored pairs."""

import pytest

from graph_service.identity.deciding import Judged, Readable, ScoredPair, decide, guard
from graph_service.identity.model import ANOTHER_POST
from graph_service.identity.scoring import Scored, Weighed
from graph_service.identity.thresholds import MOST_ASKED

_NOBODY = Judged({}, frozenset())
_OPEN = Readable({"a": 1, "b": 2}, {1: ["T1"], 2: ["EVERYONE"]})
_NAME, _POST = Weighed("name", "same name", 10.0), Weighed("post", "held this very post", 12.0)


def _pair(uid: str, loose: str, score: float, why_not: str = "") -> ScoredPair:
    return ScoredPair(uid, "Person", loose, f"known {uid}", score, 1, (), why_not)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ((_NAME, _POST), ""),
        ((_NAME,), "only the name agrees"),
        ((_NAME, Weighed("post", "is not known to have been in this unit", -4.0)), "only the name agrees"),
        ((_NAME, Weighed("post", ANOTHER_POST, 6.6)), "another post is stated than they are known to have held"),
        ((_NAME, Weighed("post", ANOTHER_POST, 6.6), Weighed("number", "fits the masked id number", 13.0)), ""),
        ((Weighed("name", "another name", -6.0), _POST), "the names differ"),
        ((_NAME, _POST, Weighed("sex", "conflicts", -6.0)), "sex conflict"),
        (
            (_NAME, _POST, Weighed("born", "conflicts", -5.0), Weighed("sex", "conflicts", -6.0)),
            "born and sex conflict",
        ),
        ((Weighed("unit name", "its short name", 9.0),), ""),
    ],
)
def test_a_name_alone_and_a_conflict_keep_the_machine_from_merging(fields: tuple[Weighed, ...], reason: str) -> None:
    assert guard(Scored("a", "b", 22.0, fields, 0.99), _OPEN) == reason


def test_nobody_loses_sight_of_a_node_by_a_merge() -> None:
    narrow = Readable({"a": 1, "b": 2}, {1: ["T1", "T2"], 2: ["T1"]})

    assert "read" in guard(Scored("a", "b", 22.0, (_NAME, _POST), 0.99), narrow)


def test_the_best_sure_pair_is_merged_and_the_unsure_are_asked_about() -> None:
    pairs = [_pair("1", "x", 0.95), _pair("2", "x", 0.93), _pair("3", "y", 0.5), _pair("4", "z", 0.04)]

    merged, queued = decide([*pairs, _pair("5", "w", 0.99, "only the name agrees")], _NOBODY, 0.9)

    assert [pair.uid for pair in merged] == ["1"]
    assert [pair.uid for pair in queued] == ["5", "3"]


def test_what_people_have_judged_is_theirs() -> None:
    judged = Judged({"1": "DIFFERENT"}, frozenset({"y"}))

    merged, queued = decide([_pair("1", "x", 0.95), _pair("2", "y", 0.99)], judged, 0.9)

    assert (merged, queued) == ([], [])


def test_a_person_is_asked_about_the_likeliest_candidates_only() -> None:
    pairs = [_pair(str(place), "x", 0.5 - place / 100) for place in range(MOST_ASKED + 5)]

    _, queued = decide([*pairs, _pair("other", "y", 0.06), _pair("weak", "z", 0.04)], _NOBODY, 0.9)

    assert [pair.uid for pair in queued] == [*map(str, range(MOST_ASKED)), "other"]
