"""A node as the graph holds it, turned into claims and back."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import orjson

from graph_service.rights.audiences import Audiences
from loaders.mapping.claims import NodeClaim, content_of, shown
from schema.record import SEARCH_KEYS, SEARCH_PLACE, Record
from schema.uid import edge_uid

# What the node shows for others that were merged into it (lent) is not what its sources say of it.
_HOUSEKEEPING = ("uid", "learnt_at", "lost", "lent", "survivor", "own_audience", *SEARCH_KEYS, SEARCH_PLACE)


@dataclass
class NodeState:
    """One node: its claims, what it shows, and the source records it has."""

    uid: str
    claims: list[NodeClaim]
    shown: dict[str, Any]
    records: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def is_stub(self) -> bool:
        """Return whether nothing describes the node yet."""
        return not self.claims


def plain(value: Any) -> Any:
    """Return a value of the graph as it is sent to it: days and times as ISO text."""
    native = value.to_native() if hasattr(value, "to_native") else value
    return native.isoformat() if isinstance(native, dt.date | dt.datetime) else native


def state_of(found: dict[str, Any], kind: type[Record], rank_of: dict[str, int]) -> NodeState:
    """Return the state of a node as the graph tells it."""
    held = found["properties"]
    left_out = {*_HOUSEKEEPING, *held.get("lent", ())}
    properties = {name: plain(value) for name, value in held.items() if name not in left_out}
    if "survivor" in held:
        properties["audience"] = held["own_audience"]
    # An import cannot write an empty list.
    records = {record["uid"]: {"keys": [], "key_audiences": [], **record} for record in found["records"]}
    claims = [_claim_of_record(record) for record in records.values()]
    if not claims and not properties.get("stub"):
        claims = [_claim_of_node(properties, kind, rank_of)]
    return NodeState(found["uid"], claims, properties, records)


def _claim_of_node(properties: dict[str, Any], kind: type[Record], rank_of: dict[str, int]) -> NodeClaim:
    values = {name: properties[name] for name in kind.model_fields if name in properties}
    source = properties["source"]
    return _claim(properties, values, rank_of.get(source, 0))


def _claim_of_record(record: dict[str, Any]) -> NodeClaim:
    return _claim(record, orjson.loads(record["values"]), record["rank"])


def _claim(stated: dict[str, Any], values: dict[str, Any], rank: int) -> NodeClaim:
    alone = {} if stated.get("keyed") else {stated["source_key"]: stated["audience"]}
    keys = dict(zip(stated["keys"], stated["key_audiences"], strict=True)) if "keys" in stated else alone
    return NodeClaim(
        stated["source"], rank, stated["hash"], values, stated["audience"],
        stated["source_key"], keys, stated["load"], stated["row"],
    )  # fmt: skip


def record_of(uid: str, claim: NodeClaim) -> dict[str, Any]:
    """Return the source record that keeps a claim whole."""
    keys = sorted(claim.keys)
    return {
        "uid": edge_uid("SourceRecord", f"{uid}|{claim.source}|{claim.hash}", b"record"),
        "source": claim.source,
        "source_key": claim.source_key,
        "load": claim.load,
        "row": claim.row,
        "hash": claim.hash,
        "rank": claim.rank,
        "audience": claim.audience,
        "values": orjson.dumps(claim.values, option=orjson.OPT_SORT_KEYS).decode(),
        "keyed": True,
        "keys": keys,
        "key_audiences": [claim.keys[key] for key in keys],
    }


def settled(state: NodeState, claims: list[NodeClaim], audiences: Audiences) -> dict[str, Any] | None:
    """Return what has to be written so that the node shows the claims, or None when it does already."""
    properties = shown(claims, audiences)
    records = {record["uid"]: record for record in (record_of(state.uid, claim) for claim in claims)}
    if len(claims) == 1:
        records = {}
    make = [record for uid, record in records.items() if uid not in state.records]
    keep = [record for uid, record in records.items() if state.records.get(uid, record) != record]
    drop = [uid for uid in state.records if uid not in records]
    if properties == state.shown and not make and not keep and not drop:
        return None
    return {
        "uid": state.uid,
        "p": properties,
        "make": make,
        "keep": keep,
        "drop": drop,
        "told": _told(state, claims),
        "readers": sorted({audience for _, audience in stood_by(claims)}),
    }


def _told(state: NodeState, claims: list[NodeClaim]) -> list[int]:
    """Return the audiences of claims that are new or gone: nobody else is to know that anything changed."""
    return sorted({audience for _, audience in stood_by(state.claims) ^ stood_by(claims)})


def stood_by(claims: list[NodeClaim]) -> set[tuple[tuple[str, str], int]]:
    """Return what claims say with the audiences of the rows that say it; of what links alone bear witness to, all together."""
    return {(content_of(claim), audience) for claim in claims for audience in (claim.keys.values() or [claim.audience])}
