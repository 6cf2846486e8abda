"""Which matters confirmed links hold together."""

from collections.abc import Iterable, Sequence

Pairs = Iterable[tuple[str, str]]


def unjoined(given: Sequence[str], pairs: Pairs) -> list[str]:
    """Return those of the matters that no chain of pairs joins to the largest group of them, all where no pair joins any."""
    largest = max(_groups(given, pairs), key=len, default=frozenset())
    return [each for each in given if each not in largest or len(largest) == 1]


def unjoined_to(members: Sequence[str], given: Sequence[str], pairs: Pairs) -> list[str]:
    """Return those of the matters that no chain of pairs, over others of them, joins to one of the members."""
    groups = _groups([*members, *given], pairs)
    joined = frozenset[str]().union(*(group for group in groups if not group.isdisjoint(members)))
    return [each for each in given if each not in joined]


def _groups(matters: Sequence[str], pairs: Pairs) -> list[frozenset[str]]:
    beside: dict[str, set[str]] = {each: set() for each in matters}
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    groups: list[frozenset[str]] = []
    seen: set[str] = set()
    for start in beside:
        if start not in seen:
            groups.append(_reached(start, beside))
            seen |= groups[-1]
    return groups


def _reached(start: str, beside: dict[str, set[str]]) -> frozenset[str]:
    reached, waiting = {start}, [start]
    while waiting:
        further = beside[waiting.pop()] - reached
        reached |= further
        waiting += further
    return frozenset(reached)
