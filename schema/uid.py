"""Public ids: opaque, keyed and stable, so that nobody can guess or count them."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schema.record import Record

_BETWEEN = "|"  # the parts of a key


def node_uid(kind: "type[Record]", identity: str, key: bytes) -> str:
    """Return the uid of the node with this identity, for example ``person_4f…`` (24 hex digits of keyed BLAKE2b)."""
    digest = blake2b(f"{kind.LABEL}\0{identity}".encode(), key=key, digest_size=12)
    return f"{kind.PREFIX}_{digest.hexdigest()}"


def edge_uid(link_type: str, identity: str, key: bytes) -> str:
    """Return the uid of the relationship that one record of one source asserts."""
    return blake2b(f"{link_type}\0{identity}".encode(), key=key, digest_size=12).hexdigest()


def identity_of(field: str, value: str) -> str:
    """Return the identity that a strong identifier gives, the same from every source."""
    return f"{field}={value}"


def local_identity(source: str, source_key: str) -> str:
    """Return the identity of a record that only its own source can name."""
    return f"{source}:{source_key}"


def joined_key(parts: Sequence[str]) -> str:
    """Return one key for the parts of a key of several columns, none of them empty; no other parts have it."""
    if len(parts) > 1 and any(_BETWEEN in part for part in parts):
        # No key begins like this whose parts are free of the separator: its first part is not empty.
        return "".join(f"{_BETWEEN}{len(part)}:{part}" for part in parts)
    return _BETWEEN.join(parts)
