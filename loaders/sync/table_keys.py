"""The keys of all rows of a table, compared now and then, so that deleted rows and such as came late are seen."""

from pathlib import Path
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Writer
from loaders.declare.parts import SourceReading
from loaders.mapping.row_mapping import key_reader
from loaders.merging.taking_back import survey
from loaders.rejection import RowRefused


def is_sweep_due(writer: Writer, source: str, seconds: int) -> bool:
    """Return whether the keys are to be compared now: so many seconds have gone since they were last."""
    return bool(writer.run_read(query("sources/sweep_due").body, name=source, seconds=seconds)[0][0]["due"])


def note_sweep(writer: Writer, source: str) -> None:
    """Keep that all keys have been compared now."""
    writer.run_write(query("sources/sweep_done").body, name=source)


def listed_keys(
    source: SourceReading, data: Path, writer: Writer, seen: set[int]
) -> tuple[set[int], list[tuple[Any, ...]]]:
    """Return the hashes of the keys that the table holds, and the keys of rows neither seen just now nor in the graph."""
    from loaders.readers.sql_rows import read_columns

    known = set(seen)

    def note(key: str, _load: str) -> bool:
        known.add(hash(key))
        return False

    survey(writer, source.name, note)
    key_of = key_reader(source.key, source.key)
    listed: set[int] = set()
    missing: dict[int, tuple[Any, ...]] = {}
    for cells in read_columns(source, data, source.key):
        try:
            key = hash(key_of(cells))
        except RowRefused:
            continue  # it was rejected, and would be again
        listed.add(key)
        if key not in known:
            missing[key] = tuple(cells)
    return listed, list(missing.values())
