"""What is asked of a search for paths, and what is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.stand_ins import Words

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Sought:
    """A node that a question names: its kind, the property that it is sought by, and the value."""

    label: str
    field: str
    value: str

    @property
    def words(self) -> Words:
        """Return what takes the places of the file's kind and key."""
        return ("LABEL_", self.label), ("KEY_", self.field)


@dataclass(frozen=True)
class Question:
    """Two ends, how many hops apart at most, which ties and kinds count, what has to lie between them and what must not."""

    start: Sought
    end: Sought
    hops: int
    conditions: Mapping[str, Any]  # conditions on ties and kinds, as `is_asked` and `is_closed` read them
    through: tuple[Sought, ...] = ()
    not_through: tuple[Sought, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """How much of the answer is wanted: so many ways after the one with this key, or all, to be counted."""

    ways: int
    after: Key | None = None
    is_counted: bool = False


@dataclass(frozen=True)
class Way:
    """A path as a sequence of nodes, none of them twice; its key is its place in the order."""

    nodes: tuple[str, ...]
    key: Key  # hops, ties of the most tied node between the ends, public keys of the nodes between

    @property
    def hops(self) -> int:
        """Return how many hops it has."""
        return len(self.nodes) - 1

    @property
    def most_ties(self) -> int:
        """Return how many ties the most tied node between the ends has, 0 where nothing is between."""
        return int(self.key[1])


@dataclass(frozen=True)
class LeftOut:
    """What a search did not look at, in a sentence of either language; the node where it is one."""

    sentence: str
    sentence_zh: str
    node: Sequence[str] | None = None
    ties: int | None = None


@dataclass(frozen=True)
class FoundWays:
    """The ways in order; up to how many hops none is missing; what was left out."""

    ways: list[Way]
    uids: Mapping[str, str]
    hops: int
    left_out: list[LeftOut] = field(default_factory=list)

    def address(self, way: Way) -> list[list[str]]:
        """Return where a second query finds the nodes of a way again."""
        return [[place, self.uids[place]] for place in way.nodes]
