"""Decides what becomes of scored pairs: merged, queued for people, or left; a name alone never merges."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph_service.identity.clusters import Said, taken_together
from graph_service.identity.merges import MACHINE, covers
from graph_service.identity.model import ANOTHER_POST, ANOTHER_TIME
from graph_service.identity.scoring import UNIT_NAME, Scored
from graph_service.identity.thresholds import MOST_ASKED, QUEUE_FROM

_NAMES = frozenset({"name", "masked"})  # what somebody is called
_CONFLICT = "conflicts"
_EXPLAINED = {"fields": "field", "found": "found", "bits": "bits"}  # lists of a candidate: one place for each field


@dataclass(frozen=True)
class ScoredPair:
    """Two nodes that may be one, with what is to be known of the pair."""

    uid: str
    kind: str
    loose: str
    known: str
    score: float
    namesakes: int
    fields: tuple[dict[str, Any], ...]
    guard: str  # why no machine may merge it; empty where one may

    def stated(self, state: str, by: str | None) -> dict[str, Any]:
        """Return the pair as the graph keeps it."""
        lists = {name: [each[key] for each in self.fields] for name, key in _EXPLAINED.items()}
        return {
            "kind": self.kind, "one": self.loose, "other": self.known, "score": self.score, "state": state, "by": by,
            "namesakes": self.namesakes, "guard": self.guard, **lists,
        }  # fmt: skip


@dataclass(frozen=True)
class Readable:
    """Who may read what: audiences of the nodes, readers of the audiences."""

    audience: Mapping[str, int]
    readers: Mapping[int, Iterable[str]]

    def covers(self, known: str, loose: str) -> bool:
        """Return whether whoever may read the one may read the other."""
        return covers(self.readers.get(self.audience[known]), self.readers.get(self.audience[loose]))


def guard(pair: Scored, readable: Readable) -> str:
    """Return why a pair may not be merged without a person, or nothing."""
    if conflicts := [each.field for each in pair.fields if each.found == _CONFLICT]:
        return f"{' and '.join(conflicts)} conflict"
    agreeing = {each.field for each in pair.fields if each.bits > 0}
    post = pair.found("post")
    if post and post.found in (ANOTHER_POST, ANOTHER_TIME) and agreeing - {"post"} <= _NAMES:
        return "another post is stated than they are known to have held"
    if UNIT_NAME not in agreeing:
        if not agreeing & _NAMES:
            return "the names differ"
        if agreeing <= _NAMES:
            return "only the name agrees"
    if not readable.covers(pair.known, pair.loose):
        return "not everybody who may read the one may read the other"
    return ""


@dataclass(frozen=True)
class Judged:
    """What people have judged: the verdict per pair, who was judged the same as somebody, and all of it in its order."""

    verdicts: Mapping[str, str]
    settled: frozenset[str]
    said: tuple[Said, ...] = ()

    def bars(self, pair: ScoredPair) -> bool:
        """Return whether a person has spoken, so that the machine is silent."""
        return pair.uid in self.verdicts or pair.loose in self.settled


def decide(pairs: Iterable[ScoredPair], judged: Judged, threshold: float) -> tuple[list[ScoredPair], list[ScoredPair]]:
    """Return the pairs to merge, one for each node at most, and those to ask people about; best first both."""
    merged: dict[str, ScoredPair] = {}
    queued: list[ScoredPair] = []
    asked: Counter[str] = Counter()
    clusters = taken_together(judged.said).clusters
    for pair in sorted(pairs, key=lambda each: (-each.score, each.uid)):
        # What somebody has judged speaks of all that the two are one with.
        if judged.bars(pair) or clusters.between(pair.loose, pair.known):
            continue
        if pair.score >= threshold and not pair.guard and pair.loose not in merged:
            merged[pair.loose] = pair
            clusters.admit(pair.loose, pair.known)
        elif pair.score >= QUEUE_FROM and pair.loose not in merged and asked[pair.loose] < MOST_ASKED:
            asked[pair.loose] += 1
            queued.append(pair)
    return list(merged.values()), queued


def states(merged: Iterable[ScoredPair], queued: Iterable[ScoredPair]) -> dict[str, dict[str, Any]]:
    """Return the state of every pair that the machine has an opinion on."""
    same = {pair.uid: pair.stated("SAME", MACHINE) for pair in merged}
    return same | {pair.uid: pair.stated("PROPOSED", None) for pair in queued}
