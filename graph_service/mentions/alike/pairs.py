"""Pairs of matters whose texts say something alike; what too many say connects none of them.

How many say a thing is counted for each pair among the matters that all of its readers may read, so that whether a pair
is kept tells nobody of a matter that is hidden from them. What more than MOST say makes no pair at all: a bound on work.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from graph_service.mentions.alike.addresses import same_address
from graph_service.mentions.alike.kinds import AlikeKind
from graph_service.mentions.alike.numbers import are_whole, fits, is_open, told
from graph_service.mentions.alike.said import Said

MOST = 200  # matters that say one thing from which on no pair is looked for, whoever may read them


@dataclass(frozen=True, slots=True)
class SaidIn:
    """What the text of a matter says, and who may read that."""

    matter: str
    audience: int
    said: Said


@dataclass(frozen=True, slots=True)
class Alike:
    """Two matters whose texts say the same, the one whose uid is the lesser first."""

    one: SaidIn
    other: SaidIn
    certainty: float

    @property
    def kind(self) -> AlikeKind:
        """Return what kind of thing both say."""
        return self.one.said.kind

    @property
    def value(self) -> str:
        """Return what both say, with the plainer of two numbers."""
        one, other = self.one.said.pattern, self.other.said.pattern
        if self.kind is AlikeKind.PLACE:
            return min((each.partition("/")[2] for each in (one, other)), key=lambda it: (len(it), it))
        return told(self.kind, self.one.said.value, one, other)


def pairs(everything: Iterable[SaidIn], open_to: Callable[[int], frozenset[int]], cap: int) -> Iterator[Alike]:
    """Yield the pairs that say alike what at most `cap` matters say that their readers may read."""
    groups: defaultdict[tuple[AlikeKind, str], list[SaidIn]] = defaultdict(list)
    for each in everything:
        groups[each.said.kind, each.said.value].append(each)
    for key in sorted(groups):
        group = sorted(groups[key], key=lambda each: (each.matter, each.said.start))
        if 1 < len(group) <= MOST:
            yield from _within(group, open_to, cap)


def _within(group: list[SaidIn], open_to: Callable[[int], frozenset[int]], cap: int) -> Iterator[Alike]:
    matters = {each.matter: each.audience for each in group}
    sizes = Counter(matters.values())
    public = {each.audience for each in group if each.said.is_public}
    crowded = {
        audience: sum(size for other, size in sizes.items() if other in open_to(audience)) > cap
        or not public.isdisjoint(open_to(audience))
        for audience in sizes
    }
    seen: set[tuple[str, str]] = set()
    for one, other in combinations(group, 2):
        at = (one.matter, other.matter)
        if one.matter == other.matter or at in seen or crowded[one.audience] or crowded[other.audience]:
            continue
        if _fit(one.said, other.said) and not _is_ambiguous(one, other, group, open_to):
            seen.add(at)
            yield Alike(one, other, round(one.said.certainty * other.said.certainty, 3))


def _fit(one: Said, other: Said) -> bool:
    if one.kind is AlikeKind.PLACE:
        return same_address(one.pattern, other.pattern)
    if (one.is_known and other.is_known) or are_whole(one.kind, one.pattern, other.pattern):
        return False
    return fits(one.kind, one.pattern, other.pattern)


def _is_ambiguous(one: SaidIn, other: SaidIn, group: list[SaidIn], open_to: Callable[[int], frozenset[int]]) -> bool:
    """Return whether what one leaves open can be another number too, of those that the readers of both may read."""
    kind = one.said.kind
    if is_open(kind, one.said.pattern) == is_open(kind, other.said.pattern):
        return False
    covered, whole = sorted((one, other), key=lambda each: not is_open(kind, each.said.pattern))
    seen = open_to(one.audience) & open_to(other.audience)
    return any(
        not is_open(kind, third.said.pattern)
        and third.audience in seen
        and fits(kind, covered.said.pattern, third.said.pattern)
        and not fits(kind, whole.said.pattern, third.said.pattern)
        for third in group
    )
