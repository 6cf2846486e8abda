"""Audiences: every distinct set of readers has a number that follows from the set alone."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from graph_service.cypher.marks import marks_seen
from schema.record import DataClass

EVERYONE = "EVERYONE"
# The server plans a text anew where a list among its values is of another order of magnitude, or a text or number is of
# another type; of what a map holds it takes no notice. So the audiences are as many for every viewer, and the rest is a map.
_AUDIENCES = 1_001
_OF_NOBODY = -1


def audience_number(readers: Iterable[str]) -> int:
    """Return the number of the set of readers: the first 6 bytes of the SHA-256 of its sorted members."""
    return int.from_bytes(sha256("|".join(sorted(set(readers))).encode()).digest()[:6])


class Audiences:
    """The audiences that are known so far, by number; those that the graph lacks are waiting to be written."""

    def __init__(self, known: Mapping[int, Iterable[str]]) -> None:
        self._readers: dict[int, frozenset[str]] = {number: frozenset(readers) for number, readers in known.items()}
        self._waiting: dict[int, list[str]] = {}

    def number(self, readers: Iterable[str]) -> int:
        """Return the number of the set, remembered and put down for writing if it is new."""
        chosen = frozenset(readers)
        number = audience_number(chosen)
        if number not in self._readers:
            self._readers[number] = chosen
            self._waiting[number] = sorted(chosen)
        return number

    def union(self, numbers: Iterable[int]) -> int:
        """Return the number of everybody who is in one of the audiences."""
        distinct = set(numbers)
        if len(distinct) == 1:
            return distinct.pop()
        return self.number(frozenset().union(*(self._readers[number] for number in distinct)))

    def take_waiting(self) -> list[dict[str, object]]:
        """Return the audiences that are not in the graph yet, once."""
        waiting, self._waiting = self._waiting, {}
        return [{"number": number, "readers": readers} for number, readers in waiting.items()]


def of_kinds(numbers: Iterable[int], classes: Iterable[DataClass]) -> tuple[int, ...]:
    """Return the audiences that readers have who see these classes: of what has no kind, and of each kind that is open to them.

    Who sees no class has none: such a reader sees no relationship either.
    """
    seen = frozenset(classes)
    marks = [0, *marks_seen(seen)] if seen else []
    return tuple(sorted(number + mark for number in numbers for mark in marks))


def of_every_kind(numbers: Iterable[int]) -> list[int]:
    """Return the audiences of what has no kind and of every kind that have these readers."""
    return list(of_kinds(numbers, DataClass))


def evened(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters with as many audiences as those of every other viewer."""
    audiences: Sequence[int] = params["viewer_audiences"]
    return {**params, "viewer_audiences": [*audiences, *[_OF_NOBODY] * (_AUDIENCES - len(audiences))]}
