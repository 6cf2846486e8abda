"""What becomes of scored pairs."""

import pytest

from graph_service.identity.clusters import Said, Verdict
from graph_service.identity.deciding import Judged, Readable, ScoredPair, decide, guard, states
from graph_service.identity.merges import MACHINE
from graph_service.identity.model import ANOTHER_POST, ANOTHER_TIME
from graph_service.identity.scoring import Scored, Weighed
from graph_service.identity.thresholds import DEFAULT_THRESHOLD, EVEN, MOST_ASKED, QUEUE_FROM

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
        # what weighs nothing agrees with nobody
        ((_NAME, Weighed("post", "no register tells who holds this post", 0.0)), "only the name agrees"),
        ((Weighed("name", "same name", 0.0), _POST), "the names differ"),
        ((), "the names differ"),
        ((_NAME, Weighed("sex", "same", 0.986)), ""),  # weak, but not the name alone
        # a masked name is a name
        ((Weighed("masked", "fits the masked name", 4.0),), "only the name agrees"),
        ((Weighed("masked", "fits the masked name", 4.0), _POST), ""),
        ((_NAME, Weighed("post", ANOTHER_TIME, 0.5)), "another post is stated than they are known to have held"),
        ((_NAME, Weighed("post", ANOTHER_POST, -1.0)), "another post is stated than they are known to have held"),
        ((Weighed("post", ANOTHER_POST, 6.6), Weighed("born", "same", 14.0)), "the names differ"),
        # a conflict is told before anything else
        ((Weighed("name", "another name", -6.0), Weighed("sex", "conflicts", -6.0)), "sex conflict"),
        ((Weighed("unit name", "its short name", 9.0), Weighed("sex", "conflicts", -6.0)), "sex conflict"),
    ],
)
def test_a_name_alone_and_a_conflict_keep_the_machine_from_merging(fields: tuple[Weighed, ...], reason: str) -> None:
    assert guard(Scored("a", "b", 22.0, fields, 0.99), _OPEN) == reason


@pytest.mark.parametrize(
    ("known", "loose", "may"),
    [
        (["T1"], ["T1"], True), (["T1", "T2"], ["T1"], True), (["EVERYONE"], ["T1"], True), (["T1"], [], True),
        (["T1"], ["T1", "T2"], False), (["T1"], ["EVERYONE"], False), ([], ["T1"], False), (None, ["T1"], False),
    ],
)  # fmt: skip
def test_whoever_reads_the_ledger_must_read_whom_it_is_merged_into(
    known: list[str] | None, loose: list[str], may: bool
) -> None:
    readable = Readable({"a": 1, "b": 2}, {1: loose} if known is None else {1: loose, 2: known})

    told = guard(Scored("a", "b", 22.0, (_NAME, _POST), 0.99), readable)

    assert told == ("" if may else "not everybody who may read the one may read the other")


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


@pytest.mark.parametrize(
    ("score", "merges", "asks"),
    [(0.9, True, False), (0.8999, False, True), (0.05, False, True), (0.0499, False, False), (1.0, True, False)],
)
def test_the_threshold_itself_merges_and_the_least_score_itself_asks(score: float, merges: bool, asks: bool) -> None:
    merged, queued = decide([_pair("1", "x", score)], _NOBODY, DEFAULT_THRESHOLD)

    assert (bool(merged), bool(queued)) == (merges, asks)
    assert (DEFAULT_THRESHOLD, QUEUE_FROM, MOST_ASKED) == (0.9, 0.05, 10), "as docs/identity.md says"


def test_of_equals_the_first_uid_is_merged_and_nobody_is_asked_about_the_rest() -> None:
    pairs = [_pair("2", "x", 0.95), _pair("1", "x", 0.95), _pair("3", "x", 0.5)]

    merged, queued = decide(pairs, _NOBODY, 0.9)

    assert ([pair.uid for pair in merged], queued) == (["1"], [])


def test_a_judgement_on_another_pair_bars_nothing() -> None:
    merged, _ = decide(
        [_pair("2", "y", 0.99), _pair("1", "x", 0.95)], Judged({"2": "SAME"}, frozenset({"y", "known 1"})), 0.9
    )

    assert [pair.uid for pair in merged] == ["1"]


def test_who_is_judged_to_be_another_is_not_merged_into_the_same_person_beside() -> None:
    one, other = (
        ScoredPair(loose, "Person", loose, "known", score, 1, (), "") for loose, score in (("x", 0.99), ("y", 0.95))
    )
    judged = Judged({"x y": "DIFFERENT"}, frozenset(), (Said("x y", "x", "y", Verdict.DIFFERENT),))

    assert decide([one, other], _NOBODY, 0.9) == ([one, other], [])
    assert decide([one, other], judged, 0.9) == ([one], [])


def test_two_under_one_number_are_asked_about_and_never_merged() -> None:
    assert QUEUE_FROM <= EVEN < DEFAULT_THRESHOLD
    assert EVEN == 1 - EVEN


def test_the_graph_is_told_of_every_pair_with_what_was_found_field_by_field() -> None:
    fields = (
        {"field": "name", "found": "same name", "bits": 10.0},
        {"field": "sex", "found": "conflicts", "bits": -6.0},
    )
    merged, queued = (
        ScoredPair("1", "Person", "x", "p", 0.95, 2, fields, ""),
        ScoredPair("2", "Unit", "y", "u", 0.5, 1, (), "why not"),
    )

    told = states([merged], [queued])

    assert told == {
        "1": {
            "kind": "Person", "one": "x", "other": "p", "score": 0.95, "state": "SAME", "by": MACHINE, "namesakes": 2,
            "guard": "", "fields": ["name", "sex"], "found": ["same name", "conflicts"], "bits": [10.0, -6.0],
        },
        "2": {
            "kind": "Unit", "one": "y", "other": "u", "score": 0.5, "state": "PROPOSED", "by": None, "namesakes": 1,
            "guard": "why not", "fields": [], "found": [], "bits": [],
        },
    }  # fmt: skip
