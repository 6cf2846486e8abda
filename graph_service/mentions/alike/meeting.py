"""Which texts are compared with which, and what is kept of the pairs that come of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graph_service.mentions.alike.pairs import Alike
from graph_service.mentions.alike.texts import TextOf


def pairs_of(texts: Sequence[TextOf], groups: Iterable[list[int]], most: int) -> Iterator[tuple[TextOf, TextOf]]:
    """Yield the pairs of texts that stand in one group of at most so many, each once, the one of the lesser matter first."""
    met = {pair for group in groups if 1 < len(group) <= most for pair in combinations(group, 2)}
    ordered = (sorted(pair, key=lambda each: each.matter) for pair in by_readers(texts, met))
    return ((one, other) for one, other in ordered if one.matter != other.matter)


def by_readers(texts: Sequence[TextOf], pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[TextOf, TextOf]]:
    """Yield the texts of pairs of numbers; those of the same readers one after the other, because `Counts` keeps few of these."""
    told = sorted((sorted(texts[each].audience for each in pair), pair) for pair in pairs)
    return ((texts[one], texts[other]) for _, (one, other) in told)


def within(found: Sequence[Alike], cap: int) -> Iterator[Alike]:
    """Yield the pairs of texts that at most `cap` others go with: what more go with is a form."""
    alike = Counter(end.matter for pair in found for end in (pair.one, pair.other))
    return (pair for pair in found if alike[pair.one.matter] <= cap and alike[pair.other.matter] <= cap)
