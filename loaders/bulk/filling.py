"""From tables to a finished database: Neo4j's import, then schema, ledger and a count, on a server of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from graph_service import embedded
from graph_service.cypher.files import query
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.progress import Steps
from graph_service.search.keeping import keep_search_keys
from graph_service.server.importer import import_full
from loaders.bulk.plan import ImportPlan, Input
from loaders.bulk.staging import Staging
from loaders.bulk.tables import BETWEEN, NODES, TIES, labels_of, parts_of, write_headers
from loaders.ledger.receipts import Ledger, load_properties
from loaders.load.mending import part_people
from loaders.load.source_entry import entry_of
from loaders.rejection import Reason, Rejection, Sealed

_BUFFER = 1 << 22  # bytes; cells of rows are far below, but a node that very many rows describe lists all their keys
_BATCH = 5_000


@dataclass(frozen=True)
class Filled:
    """What the database must hold when it is whole, and what its ledger tells."""

    nodes: int
    relationships: int
    readers: dict[int, list[str]]
    loads: tuple[
        dict[str, dict[str, object]], dict[str, list[Sealed]]
    ]  # per load its counts, and rows that were sealed
    by: str
    uid_key: bytes
    doubtful: list[str]  # people of whom is said what is said of plainly different people


def import_tables(plan: ImportPlan, staging: Staging, longest: int, steps: Steps) -> int:
    """Import every table into the staging home and return the peak memory of Java in bytes."""
    arguments, lined = [], []
    write_headers(plan.tables, (*NODES, *TIES))
    for name in (*NODES, *TIES):
        parts = [path.name for path in parts_of(plan.tables, name)]
        if parts:
            option = f"--nodes={labels_of(name)}" if name in NODES else f"--relationships={name}"
            arguments.append(f"{option}={','.join([f'{name}.header.csv', *parts])}")
        lined += [part for part in parts if part.endswith(".lined.csv")]
    if lined:
        arguments += ["--multiline-fields-format=v2", f"--multiline-fields={','.join(lined)}"]
    fixed = (
        f"--array-delimiter=U+{ord(BETWEEN):04X}", f"--read-buffer-size={max(_BUFFER, 4 * longest)}", "--path-pattern-style=none",
        "--bad-tolerance=0", "--strict=true", "--max-off-heap-memory=60%", "--high-parallel-io=on",
        "--overwrite-destination=true",
    )  # fmt: skip
    return import_full(staging.settings, plan.tables, [*arguments, *fixed], steps)


def complete(plan: ImportPlan, staging: Staging, filled: Filled, steps: Steps) -> None:
    """Give the imported graph its constraints and indexes, write its ledger, and count it."""
    settings = staging.settings
    with embedded.start(settings, steps) as running, Writer(running, settings.neo4j_database) as writer:
        _count(writer, filled, staging.folder)
        steps.say("Schema: constraints and indexes")
        migrate(writer, fingerprint_of(filled.uid_key))
        steps.say("Ledger: loads, readers and rejected rows")
        _write_ledger(plan, staging, filled, writer)
        if filled.doubtful:
            steps.say("People: parting those who share a number with others")
            part_people(writer, filled.uid_key, filled.doubtful)
        steps.say("Search: keys by which nodes are found")
        keep_search_keys(writer)


def _count(writer: Writer, filled: Filled, where: Path) -> None:
    found = writer.run_read(query("loading/import_counted").body)[0][0]
    if (found["nodes"], found["relationships"]) != (filled.nodes, filled.relationships):
        what = (
            f"Neo4j imported {found['nodes']:,} nodes and {found['relationships']:,} relationships "
            f"of {filled.nodes:,} and {filled.relationships:,}"
        )
        raise Conflict(what, str(where), "report this; the home's own database was not touched")


def _write_ledger(plan: ImportPlan, staging: Staging, filled: Filled, writer: Writer) -> None:
    audiences = [{"number": number, "readers": readers} for number, readers in filled.readers.items()]
    writer.run_write(query("rights/audiences_merge").body, rows=audiences)
    entries = [entry_of(source) for source in plan.sources]
    ledgers = [Ledger(writer, entry, filled.by) for entry in entries]
    for ledger in ledgers:
        ledger.register()
    counts, sealed = filled.loads
    loads = [
        {
            "uid": planned.load,
            "properties": load_properties(entries[planned.source], planned.opened, filled.by),
            "counts": counts[planned.load],
        }
        for planned in plan.inputs
    ]
    writer.run_write(query("loading/import_loads").body, rows=loads, started_at=plan.cut.at)
    for planned in plan.inputs:
        rejections = _rejections(staging, planned)
        while some := list(islice(rejections, _BATCH)):
            ledgers[planned.source].reject(planned.load, some)
        if receipts := sealed[planned.load]:
            ledgers[planned.source].receive(planned.load, receipts, filled.uid_key)


def _rejections(staging: Staging, planned: Input) -> Iterator[Rejection]:
    path = staging.rejects(planned.load)
    if not path.exists():
        return
    with path.open("rb") as lines:
        for line in lines:
            told: dict[str, Any] = orjson.loads(line)
            reason = Reason(told["reason"], told["reason_zh"], told["value_class"], told["column"])
            yield Rejection(told["row"], reason, [])
