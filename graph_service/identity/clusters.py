"""Who is one with whom, after all that people judged and the machine found: sets and blockers, without a graph.

The newest word holds: judgements are taken up newest first, and one that newer ones contradict, be it over several
steps, is overruled. A judgement speaks of everybody whom its two nodes are one with, and so does a blocker. The machine
comes last and never joins what anybody has judged to be different or has left open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person says of two nodes."""

    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    UNSURE = "UNSURE"


@dataclass(frozen=True)
class Said:
    """The judgement that stands of one pair."""

    pair: str
    one: str
    other: str
    verdict: Verdict


class Clusters:
    """Sets of nodes that are one, and between sets what keeps them apart; each step costs a logarithm."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._apart: dict[str, dict[str, Verdict]] = {}  # root -> roots it is kept from; both know of it

    def root(self, node: str) -> str:
        """Return the node that stands for the whole set."""
        top = node
        while (above := self._above.get(top, top)) != top:
            top = above
        while node != top:
            self._above[node], node = top, self._above[node]
        return top

    def are_one(self, one: str, other: str) -> bool:
        """Return whether two nodes are in one set."""
        return self.root(one) == self.root(other)

    def between(self, one: str, other: str) -> Verdict | None:
        """Return what keeps the sets of two nodes apart, if anything does."""
        return self._apart.get(self.root(one), {}).get(self.root(other))

    def join(self, one: str, other: str) -> None:
        """Make one set of the sets of two nodes; what kept either from others keeps the whole from them."""
        small, large = sorted((self.root(one), self.root(other)), key=lambda root: len(self._apart.get(root, ())))
        if small == large:
            return
        self._above[small] = large
        for other_root, verdict in self._apart.pop(small, {}).items():
            del self._apart[other_root][small]
            if other_root != large:
                self._keep_apart(other_root, large, verdict)

    def keep_apart(self, one: str, other: str, verdict: Verdict) -> None:
        """Keep the sets of two nodes apart: from everybody (DIFFERENT), or from the machine alone (UNSURE)."""
        self._keep_apart(self.root(one), self.root(other), verdict)

    def _keep_apart(self, one: str, other: str, verdict: Verdict) -> None:
        for root, from_root in ((one, other), (other, one)):
            known = self._apart.setdefault(root, {})
            if known.get(from_root) is not Verdict.DIFFERENT:
                known[from_root] = verdict

    def take_up(self, said: Said) -> bool:
        """Let a judgement count, unless those taken up before it contradict it; return whether it counts."""
        if said.verdict is Verdict.SAME:
            if self.between(said.one, said.other) is Verdict.DIFFERENT:
                return False
            self.join(said.one, said.other)
        elif not self.are_one(said.one, said.other):
            self.keep_apart(said.one, said.other, said.verdict)
        else:
            return said.verdict is Verdict.UNSURE
        return True

    def admit(self, one: str, other: str) -> bool:
        """Join two nodes for the machine, unless a judgement keeps them apart; return whether they are one now."""
        if self.between(one, other) is not None:
            return False
        self.join(one, other)
        return True


@dataclass(frozen=True)
class Judgements:
    """What people say, taken together."""

    clusters: Clusters
    holding: tuple[Said, ...]  # oldest first
    overruled: frozenset[str]  # pairs of which newer judgements say otherwise


def taken_together(judgements: Iterable[Said]) -> Judgements:
    """Return what judgements (oldest first, one of each pair) come to."""
    clusters = Clusters()
    holding: list[Said] = []
    overruled: set[str] = set()
    for said in reversed(list(judgements)):
        if clusters.take_up(said):
            holding.append(said)
        else:
            overruled.add(said.pair)
    return Judgements(clusters, tuple(reversed(holding)), frozenset(overruled))
