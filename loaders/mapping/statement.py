"""What one row says about one node, one missing node or one relationship, as it travels to the graph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import orjson

FieldValues = dict[str, Any]
TieKey = tuple[str, str, str]  # link type, start label, end label


def content_hash(values: dict[str, Any]) -> str:
    """Return 16 hex digits that follow from the fields alone, in whatever order they were filled."""
    return blake2b(orjson.dumps(values, option=orjson.OPT_SORT_KEYS), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class OtherHome:
    """The node that keeps what a row says instead, should it turn out whose the number is, and the hash that it has there."""

    uid: str
    hash: str


@dataclass(slots=True)
class Statement:
    """What a row says about a node."""

    uid: str
    values: FieldValues
    hash: str
    row: int
    key: str  # the row's key
    source_key: str  # the node's key in the source, the row's unless the declaration gives the node one of its own
    audience: int
    own: bool = True  # no relationship of the row bears witness to it
    also: list[str] | None = None  # keys of further rows that say the same and have a link to show for it
    further: "list[Statement] | None" = None  # differing statements on the same node, of other rows
    elsewhere: OtherHome | None = None

    @property
    def homes(self) -> tuple[str, ...]:
        """Return the nodes of which either may keep this."""
        return (self.uid, self.elsewhere.uid) if self.elsewhere else (self.uid,)

    @property
    def rows(self) -> frozenset[str]:
        """Return the keys of the rows that say this."""
        return frozenset((self.key, *(self.also or ())))

    def sent(self) -> FieldValues:
        """Return the node as the merge sends it."""
        stated = {
            **self.values,
            "source_key": self.source_key,
            "row": self.row,
            "hash": self.hash,
            "audience": self.audience,
        }
        if not self.own:
            stated["keyed"] = True
        elif self.source_key != self.key:
            stated |= {"keyed": True, "keys": [self.key], "key_audiences": [self.audience]}
        return {"uid": self.uid, "p": stated, "own": self.key if self.own else None}

    def listed(self, fields: Sequence[str]) -> list[Any]:
        """Return the node as the creation sends it: its uid, `NODE_COLUMNS`, then the fields of its kind."""
        keys = self.own and self.source_key != self.key
        return [
            self.uid, self.source_key, self.row, self.hash, self.audience, True if keys or not self.own else None,
            [self.key] if keys else None, [self.audience] if keys else None, *map(self.values.get, fields),
        ]  # fmt: skip


@dataclass(slots=True)
class Stub:
    """A node that a row only refers to, with what it is known by; filled when its own record comes."""

    uid: str
    values: FieldValues
    row: int
    audience: int
    further: "list[Stub] | None" = None  # the same node, referred to by rows with other readers

    def sent(self) -> FieldValues:
        """Return the stub as the merge sends it."""
        return {"uid": self.uid, "p": {**self.values, "row": self.row, "audience": self.audience, "stub": True}}


@dataclass(slots=True)
class StatedTie:
    """A relationship that a row states, between two uids."""

    uid: str
    start: str
    end: str
    values: FieldValues
    hash: str
    row: int
    source_key: str
    audience: int
    homes: FieldValues | None = None  # ends that were merged into others, by the property that remembers them

    def move(self, survivors: Mapping[str, str]) -> None:
        """Lead to the nodes that answer for those merged into them."""
        for home, end in (("start_home", self.start), ("end_home", self.end)):
            if end in survivors:
                self.homes = {**(self.homes or {}), home: end}
        self.start, self.end = survivors.get(self.start, self.start), survivors.get(self.end, self.end)

    def sent(self) -> FieldValues:
        """Return the relationship as the merge sends it."""
        return {
            "uid": self.uid,
            "a": self.start,
            "b": self.end,
            "p": {
                **self.values,
                "source_key": self.source_key,
                "row": self.row,
                "hash": self.hash,
                "audience": self.audience,
                **(self.homes or {}),
            },
        }

    def listed(self, fields: Sequence[str]) -> list[Any]:
        """Return the relationship as the creation sends it: uid, both ends, `TIE_COLUMNS`, then the fields of its type."""
        homes = self.homes or {}
        return [
            self.uid, self.start, self.end, self.source_key, self.row, self.hash, self.audience,
            self.values.get("refers"), self.values.get("refers_end"), self.values.get("refers_at"),
            homes.get("start_home"), homes.get("end_home"),
            *map(self.values.get, fields),
        ]  # fmt: skip


@dataclass(slots=True)
class MappedRow:
    """Everything that one row states; nothing, if it says that it no longer holds.

    `said` is all of it by identities instead of uids: the same in every home.
    """

    number: int
    key: str
    version: int = 0
    deleted: bool = False
    audience: int = 0  # number of those who may read it
    nodes: list[tuple[str, Statement]] = field(default_factory=list)
    stubs: list[tuple[str, Stub]] = field(default_factory=list)
    ties: list[tuple[TieKey, StatedTie]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
