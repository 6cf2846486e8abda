"""A graph drawn by hand: nodes and ties with the properties that the loaders give them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.marks import mark_of
from graph_service.graph import Writer
from graph_service.rights.audiences import of_every_kind
from graph_service.search.keeping import keep_search_keys
from schema import KINDS, RELATIONSHIP_TYPES

EVERYONE = 1
LOAD = "load_sketch"
AT = datetime(2026, 1, 2, 3, 4, 5)
_NODES = "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.p RETURN n.uid AS uid, elementId(n) AS place"
_TIES = """UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.a
MATCH (b) WHERE elementId(b) = row.b
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.p"""


@dataclass
class Drawn:
    """What is known of a node or tie that was drawn."""

    uid: str
    audience: int
    properties: dict[str, Any]


@dataclass
class Sketch:
    """Nodes by label and ties by type and ends, each with the number of its audience."""

    readers: dict[int, list[str]] = field(default_factory=lambda: {EVERYONE: ["EVERYONE"]})
    nodes: dict[str, dict[str, Drawn]] = field(default_factory=lambda: defaultdict(dict))
    ties: dict[tuple[str, str, str], dict[str, tuple[str, str, Drawn]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    labels: dict[str, str] = field(default_factory=dict)

    def node(self, label: str, key: str, audience: int = EVERYONE, **fields: Any) -> str:
        """Draw a node; its uid is the prefix of its kind and the key."""
        uid = f"{KINDS[label].PREFIX}_{key}"
        KINDS[label].model_validate(fields)
        self.nodes[label][uid] = Drawn(uid, audience, fields)
        self.labels[uid] = label
        return uid

    def tie(self, kind: str, start: str, end: str, audience: int = EVERYONE, **fields: Any) -> str:
        """Draw a tie between two nodes."""
        RELATIONSHIP_TYPES[kind].ties.model_validate(fields)
        ends = (kind, self.labels[start], self.labels[end])
        uid = f"{kind}-{start}-{end}-{len(self.ties[ends])}"
        self.ties[ends][uid] = (start, end, Drawn(uid, audience, fields))
        return uid

    def names(self, matter: str, *entities: str, audience: int = EVERYONE, **fields: Any) -> None:
        """Draw namings of entities by a matter."""
        for entity in entities:
            self.tie("NAMES", matter, entity, audience, **fields)

    def open_to(self, *tokens: str) -> set[int]:
        """Return the audiences, of every kind, that somebody with these tokens may read."""
        return set(of_every_kind(number for number, readers in self.readers.items() if set(tokens) & set(readers)))

    def seen_by(self, audiences: Iterable[int]) -> "Sketch":
        """Return the part of the sketch that is made of these audiences only: the paired world."""
        allowed = set(audiences)
        part = Sketch(self.readers, labels=self.labels)
        for label, drawn in self.nodes.items():
            part.nodes[label] = {uid: each for uid, each in drawn.items() if each.audience in allowed}
        present = {uid for drawn in part.nodes.values() for uid in drawn}
        for ends, ties in self.ties.items():
            part.ties[ends] = {
                uid: (start, end, each)
                for uid, (start, end, each) in ties.items()
                if each.audience in allowed and {start, end} <= present
            }
        return part

    def write(self, writer: Writer) -> None:
        """Write everything into the graph, each statement planned once however many kinds there are."""
        rows = [{"number": number, "readers": readers} for number, readers in self.readers.items()]
        writer.run_write(query("rights/audiences_merge").body, rows=rows)
        drawn = [
            {"labels": [label, KINDS[label].FAMILY.value], "p": _stored(each, mark_of(label))}
            for label, nodes in self.nodes.items()
            for each in nodes.values()
        ]
        places = {row["uid"]: row["place"] for row in writer.run_write(_NODES, rows=drawn)[0]}
        tied = [
            {"type": kind, "a": places[start], "b": places[end], "p": _stored(each)}
            for (kind, _, _), ties in self.ties.items()
            for start, end, each in ties.values()
        ]
        writer.run_write(_TIES, rows=tied)
        keep_search_keys(writer)
        writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")


def _stored(drawn: Drawn, mark: int = 0) -> dict[str, Any]:
    values = {name: value for name, value in drawn.properties.items() if value is not None}
    origin = {"source": "sketch", "source_key": drawn.uid, "load": LOAD, "row": 7, "learnt_at": AT}
    return values | origin | {"uid": drawn.uid, "audience": drawn.audience + mark, "hash": drawn.uid}
