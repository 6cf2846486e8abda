"""References by name or foreign key are bound to the node they mean as soon as it is known, and only while it is clear.

What a reference means follows from the graph alone, never from the order in which files came: the only node of that
name, or the node that the other source describes under that key; else a stub that waits.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from graph_service.cypher.editions import change
from graph_service.cypher.load import bind as cypher_bind
from graph_service.cypher.load import merge as cypher_merge
from graph_service.graph import Writer
from graph_service.rights.audiences import Audiences
from loaders.mapping.link_mapping import NEVER_TO_ITSELF
from loaders.mapping.lookups import read_column
from loaders.merging.settling import write_audiences
from schema import KINDS
from schema.uid import node_uid

_BATCH = 1_000


class Binding:
    """Moves relationships between stubs and the nodes that they stand for."""

    def __init__(self, writer: Writer, uid_key: bytes, loads: list[str], audiences: Audiences) -> None:
        self._writer = writer
        self._uid_key = uid_key
        self._loads = loads  # nodes that these wrote last may have another name now
        self._audiences = audiences

    def bind(self, sources: Iterable[dict[str, Any]]) -> int:
        """Bind every kind that some source refers to loosely, and return how many relationships were moved."""
        loose: dict[str, set[str]] = {}
        for stated in sources:
            for each in stated.get("loose", []):
                label, source = each.split(":", 1)
                loose.setdefault(label, set()).add(source)
        return sum(self._bind_label(label, origins) for label, origins in sorted(loose.items()))

    def _bind_label(self, label: str, origins: set[str]) -> int:
        moved = self._unbind(label) if "" in origins else 0
        stubs = self._writer.run_read(cypher_bind.loose_stubs(label))[0]
        keys = {
            origin: read_column(self._writer, cypher_bind.keys_of(label), source=origin) for origin in origins - {""}
        }
        rows = []
        for stub in stubs:
            origin, _, key = stub["refers"].partition(":")
            bearers = stub["bearers"] if stub["refers"].startswith("name=") else [keys.get(origin, {}).get(key)]
            if len(bearers) == 1 and bearers[0] not in (None, stub["uid"]):
                rows.append({"uid": stub["uid"], "refers": stub["refers"], "target": bearers[0]})
        for start in range(0, len(rows), _BATCH):
            text = cypher_bind.ties_referring(label)
            moved += self._move(label, self._ties(text, rows[start : start + _BATCH]))
        return moved

    def _ties(self, text: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return self._writer.run_read(text, rows=rows, never_to_itself=sorted(NEVER_TO_ITSELF))[0]

    def _unbind(self, label: str) -> int:
        strayed = self._writer.run_read(cypher_bind.strayed_ties(label), loads=self._loads)[0]
        if not strayed:
            return 0
        audiences: dict[str, set[int]] = {}
        for tie in strayed:
            tie["target"] = node_uid(KINDS[label], tie["refers"], self._uid_key)
            audiences.setdefault(tie["refers"], set()).add(tie["audience"])
        stubs = [
            {
                "uid": node_uid(KINDS[label], refers, self._uid_key),
                "p": {
                    "name": refers.removeprefix("name="),
                    "stub": True,
                    "row": 0,
                    "audience": self._audiences.union(who),
                },
            }
            for refers, who in audiences.items()
        ]
        write_audiences(self._writer, self._audiences)
        change(self._writer, cypher_merge.merge_stubs(label), rows=stubs, load="", at=datetime.now(UTC))
        return self._move(label, strayed)

    def _move(self, label: str, ties: list[dict[str, Any]]) -> int:
        kinds: dict[tuple[str, bool], list[dict[str, Any]]] = {}
        for tie in ties:
            kinds.setdefault((tie["type"], tie["starts"]), []).append({"uid": tie["uid"], "target": tie["target"]})
        for (link_type, starts), rows in kinds.items():
            change(self._writer, cypher_bind.move_ties(link_type, label, starts), rows=rows)
        return len(ties)
