"""Which part of what matters name is recognised: led to the person, unit or firm whom the registers of the foreign city know."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_KINDS = ("person", "unit", "firm")
_IN_TEXT = "text@"


def recognised(data: Path, clusters: Mapping[str, str]) -> list[str]:
    """Return a line for each kind, ledger of matters and column (or text): records right, of how many that registers know."""
    truth = json.loads((data / "truth.json").read_text(encoding="utf-8"))
    ledgers = {matter["row"].partition(":")[0] for matter in truth["matters"].values()}
    lines = []
    for kind in _KINDS:
        for (ledger, column), (right, of) in sorted(_counted(truth["identity"][kind], ledgers, clusters)):
            lines.append(f"  {kind:<7} {ledger:<12} {column:<12} {right:>4} of {of:>4}  {right / of:.3f}")
    return ["Named in matters and led to whom the registers know", *lines]


def _counted(
    entities: Mapping[str, str], ledgers: set[str], clusters: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
    at_home: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for record, entity in entities.items():
        source, _, role = record.split(":", 2)
        if source in ledgers:
            named[source, "text" if role.startswith(_IN_TEXT) else role].append((record, entity))
        elif record in clusters:
            at_home[entity][clusters[record]] += 1
    for place, records in named.items():
        known: list[Any] = [(record, at_home[entity]) for record, entity in records if at_home[entity]]
        if known:
            yield place, (sum(clusters.get(record) == home.most_common(1)[0][0] for record, home in known), len(known))
