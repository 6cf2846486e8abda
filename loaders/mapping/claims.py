"""What several rows and sources say about one node, and what the node shows of it: pure functions, no graph.

A claim is one content of one source. It stands as long as a row supports it: a row named in its keys, or a link that
bears witness. While a source says one thing only, rows with such a link are not among the keys; as soon as it says two,
the keys of each are complete. With each key goes the audience of its row.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from graph_service.rights.audiences import Audiences
from loaders.mapping.statement import Statement, content_hash


@dataclass(frozen=True, slots=True)
class NodeClaim:
    """One content that a source states of a node, and what supports it."""

    source: str
    rank: int
    hash: str
    values: dict[str, Any]
    audience: int
    source_key: str
    keys: dict[str, int]  # row key -> audience
    load: str
    row: int


@dataclass(frozen=True)
class Origin:
    """The load that brings statements."""

    source: str
    rank: int
    load: str


def claim_of(statement: Statement, origin: Origin) -> NodeClaim:
    """Return the claim that one row makes."""
    keys = {statement.key: statement.audience} if statement.own else {}
    return NodeClaim(
        origin.source, origin.rank, statement.hash, statement.values, statement.audience,
        statement.source_key, keys, origin.load, statement.row,
    )  # fmt: skip


def admit(claims: list[NodeClaim], new: NodeClaim, rows: frozenset[str], witnesses: dict[str, int]) -> list[NodeClaim]:
    """Return the claims after rows have stated a content; what these rows said before no longer counts."""
    others = [claim for claim in claims if claim.source != new.source]
    mine = [claim for claim in claims if claim.source == new.source]
    same = next((claim for claim in mine if claim.hash == new.hash), None)
    rest = [claim for claim in mine if claim.hash != new.hash]
    if rest and len(mine) == 1:
        rest = [replace(rest[0], keys=witnesses | rest[0].keys)]
    rest = [replace(claim, keys=_without(claim.keys, rows)) for claim in rest]
    rest = [claim for claim in rest if claim.keys]
    held = _without(same.keys, rows) if same else {}
    stated = dict.fromkeys(rows, new.audience) if rest else new.keys
    return [*others, *rest, replace(same or new, keys=held | stated, rank=new.rank)]


def widen(claims: list[NodeClaim], new: NodeClaim, audiences: Audiences) -> list[NodeClaim]:
    """Return the claims with the readers of a new row added to those of the content it states."""
    return [
        replace(claim, audience=audiences.union((claim.audience, new.audience)))
        if (claim.source, claim.hash) == (new.source, new.hash)
        else claim
        for claim in claims
    ]


def withdraw(claims: list[NodeClaim], lost: Iterable[tuple[str, str]], witnessed: frozenset[str]) -> list[NodeClaim]:
    """Return the claims that still stand when rows (source, key) no longer speak of the node."""
    gone: dict[str, set[str]] = {}
    for source, key in lost:
        gone.setdefault(source, set()).add(key)
    standing: list[NodeClaim] = []
    for claim in claims:
        kept = replace(claim, keys=_without(claim.keys, gone.get(claim.source, ())))
        if kept.keys or (claim.source in witnessed and is_alone(claim, claims)):
            standing.append(kept)
    return standing


def is_alone(claim: NodeClaim, claims: list[NodeClaim]) -> bool:
    """Return whether the source says nothing else of the node."""
    return sum(other.source == claim.source for other in claims) == 1


def _without(keys: dict[str, int], rows: Collection[str]) -> dict[str, int]:
    return {key: audience for key, audience in keys.items() if key not in rows}


def folded(claims: list[NodeClaim]) -> dict[str, Any]:
    """Return per field the value of the highest rank; between equals the source's name decides, then the content."""
    values: dict[str, Any] = {}
    for claim in sorted(claims, key=_priority):
        values |= claim.values
    return values


def shown(claims: list[NodeClaim], audiences: Audiences) -> dict[str, Any]:
    """Return the properties of a node that these claims describe, uid and time of learning aside."""
    top = max(claims, key=_priority)
    if len(claims) == 1:
        return {**top.values, **_provenance(top), "hash": top.hash, "audience": top.audience}
    digest = content_hash({"claims": sorted(f"{claim.source}|{claim.rank}|{claim.hash}" for claim in claims)})
    audience = audiences.union(claim.audience for claim in claims)
    plain = {name: value for name, value in _provenance(top).items() if name not in support_of(top)}
    return {**folded(claims), **plain, "hash": digest, "audience": audience}


def content_of(claim: NodeClaim) -> tuple[str, str]:
    """Return what tells the claims on one node apart."""
    return claim.source, claim.hash


def _priority(claim: NodeClaim) -> tuple[int, str, str]:
    return claim.rank, claim.source, claim.hash


def _provenance(claim: NodeClaim) -> dict[str, Any]:
    return {
        "source": claim.source,
        "source_key": claim.source_key,
        "load": claim.load,
        "row": claim.row,
        **support_of(claim),
    }


def support_of(claim: NodeClaim) -> dict[str, Any]:
    """Return how a claim's keys are kept: not at all where the source key alone supports it, with its readers."""
    if claim.keys == {claim.source_key: claim.audience}:
        return {}
    if not claim.keys:
        return {"keyed": True}
    keys = sorted(claim.keys)
    return {"keyed": True, "keys": keys, "key_audiences": [claim.keys[key] for key in keys]}
