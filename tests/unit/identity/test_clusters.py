"""Judgements and merges as sets: held against a slow and plain way of saying the same."""

import gc
import time
from itertools import pairwise

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from graph_service.identity.clusters import Clusters, Said, Verdict, taken_together
from graph_service.identity.deciding import Judged, ScoredPair, decide

_SAME, _DIFFERENT, _UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
_NODES = "ABCDEFG"
_MANY = 40_000


def _said(text: str) -> list[Said]:
    """Return judgements from `A=B B#C C?D`, oldest first."""
    verdicts = {"=": _SAME, "#": _DIFFERENT, "?": _UNSURE}
    return [Said(each[0] + each[2], each[0], each[2], verdicts[each[1]]) for each in text.split()]


def _sets(clusters: Clusters) -> set[frozenset[str]]:
    return {frozenset(other for other in _NODES if clusters.are_one(node, other)) for node in _NODES}


class _Plain:
    """Sets as sets, and every judgement that counts looked at each time."""

    def __init__(self) -> None:
        self.sets = {frozenset(node) for node in _NODES}
        self.apart: list[Said] = []
        self.overruled: set[str] = set()

    def of(self, node: str) -> frozenset[str]:
        return next(each for each in self.sets if node in each)

    def bars(self, one: str, other: str, verdicts: set[Verdict]) -> bool:
        ends = {self.of(one), self.of(other)}
        return any(
            said.verdict in verdicts and {self.of(said.one), self.of(said.other)} == ends and len(ends) > 1
            for said in self.apart
        )

    def join(self, one: str, other: str) -> None:
        both = {self.of(one), self.of(other)}
        self.sets = (self.sets - both) | {frozenset().union(*both)}

    def take(self, said: Said) -> None:
        is_one = self.of(said.one) == self.of(said.other)
        if said.verdict is _SAME and not self.bars(said.one, said.other, {_DIFFERENT}):
            self.join(said.one, said.other)
        elif said.verdict is _SAME or (said.verdict is _DIFFERENT and is_one):
            self.overruled.add(said.pair)
        elif not is_one:
            self.apart.append(said)


_ENDS = st.lists(st.sampled_from(_NODES), min_size=2, max_size=2, unique=True).map(sorted).map(tuple)
_JUDGEMENTS = st.dictionaries(_ENDS, st.sampled_from(list(Verdict)), max_size=14)


@settings(max_examples=400, deadline=None)
@given(judged=_JUDGEMENTS, found=st.lists(_ENDS, max_size=8))
def test_clusters_are_what_a_slow_and_plain_way_finds(
    judged: dict[tuple[str, str], Verdict], found: list[tuple[str, str]]
) -> None:
    said = [Said("".join(ends), *ends, verdict) for ends, verdict in judged.items()]
    together, plain = taken_together(said), _Plain()
    for each in reversed(said):
        plain.take(each)

    assert _sets(together.clusters) == plain.sets
    assert together.overruled == plain.overruled
    for one, other in found:
        barred = plain.bars(one, other, {_DIFFERENT, _UNSURE})
        if not barred:
            plain.join(one, other)
        assert together.clusters.admit(one, other) is not barred
    assert _sets(together.clusters) == plain.sets


@pytest.mark.parametrize(
    ("judgements", "one", "apart", "overruled"),
    [
        ("A=B B=C", "AC", "AD", set()),
        ("A=B B=C A#C", "BC", "AC", {"AB"}),  # the newest of the three holds, and of the others the newer
        ("A#C A=B B=C", "AC", "AD", {"AC"}),
        ("A=B B=C C=D A#D", "BD", "AD", {"AB"}),
        ("A=B A#C B=C", "BC", "AC", {"AB"}),
        ("A=B B=C A?C", "AC", "AD", set()),  # who could not tell contradicts nobody
    ],
)
def test_newer_judgement_holds_over_several_steps(judgements: str, one: str, apart: str, overruled: set[str]) -> None:
    together = taken_together(_said(judgements))

    assert together.clusters.are_one(*one)
    assert not together.clusters.are_one(*apart)
    assert together.overruled == overruled


@pytest.mark.parametrize("judgements", ["A=B A#C", "A=B A?C", "A=B B=D D#C", "A#C A=B", "A=B C=D A#D"])
def test_blocker_speaks_of_everybody_whom_its_two_are_one_with(judgements: str) -> None:
    clusters = taken_together(_said(judgements)).clusters

    assert not clusters.admit("B", "C")
    assert clusters.admit("B", "E")
    assert not clusters.admit("E", "C")


def _pair(loose: str, known: str, score: float) -> ScoredPair:
    return ScoredPair(f"{loose}{known}", "Person", loose, known, score, 1, (), "")


def test_machine_neither_merges_nor_proposes_what_a_judgement_about_others_bars() -> None:
    judged = Judged({"ac": "DIFFERENT"}, frozenset(), (Said("ac", "a", "c", _DIFFERENT),))

    merged, queued = decide([_pair("a", "K", 0.99), _pair("c", "K", 0.97), _pair("c", "L", 0.5)], judged, 0.9)

    assert [pair.uid for pair in merged] == ["aK"]
    assert [pair.uid for pair in queued] == ["cL"]


def test_cost_grows_with_the_judgements_and_not_with_their_square() -> None:
    def seconds(count: int) -> float:
        nodes = [str(number) for number in range(count)]
        said = [Said(f"{one}={other}", one, other, _SAME) for one, other in pairwise(nodes)]
        said += [Said(f"{node}#x", node, "x", _DIFFERENT) for node in nodes[1:]]
        gc.collect()
        gc.disable()  # a collection walks all that the tests before this one have left
        try:
            began = time.process_time()
            taken_together(said)
            return time.process_time() - began
        finally:
            gc.enable()

    assert min(seconds(_MANY) for _ in range(3)) < 40 * max(min(seconds(_MANY // 10) for _ in range(3)), 0.01)
