"""The rows of all sources, and what the truth says of each cell."""

import random
from typing import Any

Row = dict[str, Any]


class Book:
    """Collects rows; some come twice or broken, as in real exports."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.rows: dict[str, list[Row]] = {}
        self.identity: dict[str, dict[str, str]] = {k: {} for k in ("person", "unit", "firm", "project", "vehicle")}
        self.optional: dict[str, str] = {}
        self.rejects: list[dict[str, str]] = []
        self.updates: list[dict[str, str]] = []

    def add(self, source: str, row: Row, records: dict[str, tuple[str, str]]) -> str:
        """Returns `SOURCE:N` of a good row whose cells name these entities, role -> (kind, key)."""
        rows = self.rows.setdefault(source, [])
        rows.append(row)
        place = f"{source}:{len(rows)}"
        for role, (kind, key) in records.items():
            if kind.startswith("?"):
                self.optional[f"{place}:{role}"] = key
            else:
                self.identity[kind][f"{place}:{role}"] = key
        if self.rng.random() < 0.006:
            rows.append(dict(row))
        return place

    def broken(self, source: str, changes: Row, reason: str) -> None:
        """Adds a copy of a good row with these cells, which a loader has to reject."""
        rows = self.rows[source]
        rows.append({**rows[self.rng.randrange(len(rows))], **changes})
        self.rejects.append({"row": f"{source}:{len(rows)}", "reason": reason})
