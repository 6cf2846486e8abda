"""Who answers for whom once wishes are granted: a node is merged only into one that all of its readers may read.

Pure, without a graph. What comes of wishes follows from their order and from the readers alone, whatever was merged before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph_service.identity.merges import MergeReason, covers


@dataclass(frozen=True)
class Wish:
    """Two nodes that are to answer as one, and why."""

    one: str
    other: str
    reason: MergeReason


@dataclass(frozen=True)
class Side:
    """What decides whether a node answers for another: its readers, its strong identifiers, what it was stated under."""

    uid: str
    readers: frozenset[str]
    identifiers: int
    stated: tuple[str, ...]


@dataclass(frozen=True)
class Join:
    """One merge that a wish asks for."""

    survivor: str
    absorbed: str
    wish: Wish


class Roots:
    """The node that answers for each node, by its uid."""

    def __init__(self, into: Mapping[str, str] | None = None) -> None:
        self._into = dict(into or {})

    def of(self, uid: str) -> str:
        """Return the node that answers for a node."""
        top = uid
        while (above := self._into.get(top, top)) != top:
            top = above
        while uid != top:
            self._into[uid], uid = top, self._into[uid]
        return top

    def are_one(self, one: str, other: str) -> bool:
        """Return whether the same node answers for both."""
        return self.of(one) == self.of(other)

    def put(self, absorbed: str, survivor: str) -> None:
        """Let another node answer for one that answered for itself."""
        self._into[absorbed] = survivor


def grant(wishes: Iterable[Wish], roots: Roots, sides: Mapping[str, Side]) -> Iterator[Join]:
    """Yield the merges that bring roots to the wishes, as far as readers allow; every node must have a side.

    What readers forbid of two nodes may be allowed once a third answers for one of them: wishes are asked until none is.
    """
    waiting, is_news = list(wishes), True
    while waiting and is_news:
        left, is_news = [], False
        for wish in waiting:
            one, other = roots.of(wish.one), roots.of(wish.other)
            if one == other:
                continue
            if (survivor := answering(sides[one], sides[other])) is None:
                left.append(wish)
                continue
            absorbed = other if survivor == one else one
            roots.put(absorbed, survivor)
            is_news = True
            yield Join(survivor, absorbed, wish)
        waiting = left


def answering(one: Side, other: Side) -> str | None:
    """Return the node that is to answer for both, or nothing where somebody may read either but not the other."""
    both = (one, other)
    widest = {side.uid: sum(covers(side.readers, each.readers) for each in both) for side in both}
    first, second = sorted(both, key=lambda side: (-widest[side.uid], -side.identifiers, side.stated, side.uid))
    return first.uid if covers(first.readers, second.readers) else None
