"""The chain of the log: what an entry must hold to follow the one before, and what a checkpoint says of all so far."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import orjson

from graph_service.access_log.signing import Head, Signer
from graph_service.access_log.tree import Tree

VERSION = 1
NOTHING = "0" * 64  # what the first entry holds for the one before
CHECKPOINT, ROTATED, ASIDE = "checkpoint", "rotated", "set_aside"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class BrokenChain(ValueError):
    """A line that does not follow the one before it."""


def now() -> str:
    """Return the time as entries hold it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def canonical(entry: dict[str, Any]) -> bytes:
    """Return the one line of an entry: sorted keys, no blanks, ASCII, so that no name can break a line or a terminal."""
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


@dataclass
class Chain:
    """How far the log has come."""

    seq: int = 0
    last: str = NOTHING
    tree: Tree = field(default_factory=Tree)
    unsigned: int = 0  # entries since the last checkpoint
    unanchored: int = 0  # entries since the last checkpoint that was anchored
    signed_at: datetime = _LONG_AGO
    anchored_at: datetime = _LONG_AGO
    is_rotated: bool = False

    def fold(self, line: bytes) -> None:
        """Take the next line in, or refuse one that does not follow."""
        try:
            entry = orjson.loads(line)
        except ValueError as error:
            raise BrokenChain(f"entry {self.seq} is not readable") from error
        if not isinstance(entry, dict) or entry.get("seq") != self.seq or entry.get("prev") != self.last:
            raise BrokenChain(f"what stands after entry {self.seq - 1} does not follow it")
        self.take(entry, line)

    def take(self, entry: Mapping[str, Any], line: bytes) -> None:
        """Take in the next line, which is known to follow."""
        if entry["kind"] == CHECKPOINT:
            self.unsigned, self.signed_at = 0, datetime.fromisoformat(entry["at"])
            if entry["anchor"]:
                self.unanchored, self.anchored_at = 0, self.signed_at
        else:
            self.unsigned += 1
            self.unanchored += 1
        self.is_rotated = entry["kind"] == ROTATED
        self.last = sha256(line).hexdigest()
        self.seq += 1
        self.tree.add(line)

    def head(self) -> Head:
        """Return the head of all so far."""
        return Head(self.tree.size, self.tree.root(), now())

    def checkpoint(self, head: Head, signer: Signer, is_anchored: bool) -> dict[str, Any]:
        """Return the entry that signs all before it; with its peaks the tree can be gone on with from here."""
        return {
            "kind": CHECKPOINT, "at": head.at, "size": head.size, "root": head.root.hex(), "anchor": is_anchored,
            "peaks": [peak.hex() for peak in self.tree.peaks], "key": signer.public.hex(),
            "signature": signer.signature(head).hex(),
        }  # fmt: skip

    def is_unsigned_for(self, seconds: float) -> bool:
        """Return whether entries have waited so long for their checkpoint."""
        return self.unsigned > 0 and _passed(self.signed_at, seconds)

    def is_unanchored_for(self, seconds: float) -> bool:
        """Return whether entries have waited so long to be anchored."""
        return self.unanchored > 0 and _passed(self.anchored_at, seconds)


def _passed(since: datetime, seconds: float) -> bool:
    # A clock that was set back must not put checkpoints off.
    return abs((datetime.now(UTC) - since).total_seconds()) >= seconds


def begun_at(line: bytes) -> Chain:
    """Return the chain as the first checkpoint of a file tells it, before that checkpoint is folded in."""
    try:
        entry = orjson.loads(line)
        if entry["kind"] != CHECKPOINT or entry["size"] != entry["seq"]:
            raise BrokenChain("the file does not begin with a checkpoint")
        tree = Tree(entry["size"], [bytes.fromhex(peak) for peak in entry["peaks"]])
        if tree.root().hex() != entry["root"]:
            raise BrokenChain("the first checkpoint of the file contradicts itself")
        return Chain(entry["seq"], entry["prev"], tree, unanchored=1)
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenChain("the file does not begin with a checkpoint") from error
