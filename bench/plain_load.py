"""The plain two-session loader: prepared rows, one UNWIND MERGE per batch, nothing mapped and nothing checked."""

import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from bench.cypher_text import cypher
from graph_service.graph import Writer
from schema import KINDS

PlainRow = Mapping[str, Any]


@dataclass(frozen=True)
class NodeRows:
    """Prepared nodes of one label: `{uid, props}`."""

    label: str
    rows: Sequence[PlainRow]


@dataclass(frozen=True)
class LinkRows:
    """Prepared relationships of one type between two labels: `{uid, start, end, props}`."""

    type: str
    start: str
    end: str
    rows: Sequence[PlainRow]


@dataclass(frozen=True)
class PlainLoad:
    """How much was loaded in how long."""

    nodes: int
    links: int
    node_seconds: float
    link_seconds: float

    @property
    def rate(self) -> float:
        """Return nodes and relationships per second."""
        return (self.nodes + self.links) / (self.node_seconds + self.link_seconds)


@dataclass(frozen=True)
class PlainLoader:
    """Two sessions, each with a part of its own, so that they never wait for each other's locks."""

    writer: Writer
    sessions: int = 2
    batch: int = 1_000

    def load(self, nodes: Iterable[NodeRows], links: Iterable[LinkRows]) -> PlainLoad:
        """Merge nodes, then relationships; the constraints must be there."""
        begun = time.perf_counter()
        merged = sum(
            self._merge(cypher("plain_nodes", label=part.label, family=KINDS[part.label].FAMILY.value), part.rows)
            for part in nodes
        )
        between = time.perf_counter()
        joined = sum(self._join(part) for part in links)
        return PlainLoad(merged, joined, between - begun, time.perf_counter() - between)

    def _join(self, part: LinkRows) -> int:
        # Sorted by end, the two sessions have no end in common and cannot wait for each other's locks on it.
        rows = sorted(part.rows, key=lambda row: str(row["end"]))
        return self._merge(cypher("plain_links", type=part.type, start=part.start, end=part.end), rows)

    def _merge(self, text: str, rows: Sequence[PlainRow]) -> int:
        share = -(-len(rows) // self.sessions) or 1
        parts = [rows[at : at + share] for at in range(0, len(rows), share)]
        with ThreadPoolExecutor(self.sessions) as pool:
            list(pool.map(lambda part: self._write(text, part), parts))
        return len(rows)

    def _write(self, text: str, rows: Sequence[PlainRow]) -> None:
        for at in range(0, len(rows), self.batch):
            # Starts are shared between the sessions: taken in one order, they cannot lock each other out.
            batch = sorted(rows[at : at + self.batch], key=lambda row: str(row.get("start")))
            self.writer.run_write(text, rows=batch)
