"""Graphs that earlier versions made, as lines of text: written with `write_graph`, restored into a real Neo4j."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from neo4j.time import Date, DateTime

from graph_service.graph import Writer

FOLDER = Path(__file__).parent / "data" / "older_graphs"
SOURCES = FOLDER / "sources"
UID_KEY = b"k" * 43
MODEL_STEP = "MATCH (m:Migration) WHERE m.version IS NULL "
_SCHEMA = "SHOW INDEXES YIELD type, createStatement WHERE type <> 'LOOKUP' RETURN createStatement AS text ORDER BY text"
_NODES = "MATCH (n) RETURN elementId(n) AS place, labels(n) AS labels, properties(n) AS p ORDER BY elementId(n)"
_TIES = """MATCH (a)-[r]->(b)
RETURN elementId(a) AS a, type(r) AS type, elementId(b) AS b, properties(r) AS p ORDER BY elementId(r)"""
_MAKE_NODES = """UNWIND $rows AS row
CREATE (n:$(row.labels)) SET n = row.p
RETURN row.place AS place, elementId(n) AS made"""
_MAKE_TIES = """UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.a
MATCH (b) WHERE elementId(b) = row.b
CREATE (a)-[r:$(row.type)]->(b) SET r = row.p"""
_IS_TIME, _IS_DAY = "time ", "day "


def write_graph(writer: Writer, path: Path) -> None:
    """Write the whole graph, its schema and migrations included, one thing to a line."""
    nodes = writer.run_read(_NODES)[0]
    places = {row["place"]: number for number, row in enumerate(nodes)}
    lines: list[list[Any]] = [["schema", row["text"]] for row in writer.run_read(_SCHEMA)[0]]
    lines += [["node", number, sorted(row["labels"]), _plain(row["p"])] for number, row in enumerate(nodes)]
    lines += [
        ["tie", row["type"], places[row["a"]], places[row["b"]], _plain(row["p"])] for row in writer.run_read(_TIES)[0]
    ]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def restore_graph(writer: Writer, path: Path) -> None:
    """Make the graph of the file in an empty database that has no schema."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    writer.run_schema(*(line[1] for line in lines if line[0] == "schema"))
    nodes = [{"place": line[1], "labels": line[2], "p": _typed(line[3])} for line in lines if line[0] == "node"]
    made = {row["place"]: row["made"] for row in writer.run_write(_MAKE_NODES, rows=nodes)[0]}
    ties = [
        {"type": line[1], "a": made[line[2]], "b": made[line[3]], "p": _typed(line[4])}
        for line in lines
        if line[0] == "tie"
    ]
    writer.run_write(_MAKE_TIES, rows=ties)


def clear_schema(writer: Writer, keep: Collection[str] = ()) -> None:
    """Drop the constraints and indexes that are not Neo4j's own, those with a name to keep left out."""
    rows = writer.run_read("SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' RETURN *")[0]
    drops = [
        f"DROP {'CONSTRAINT' if row['owningConstraint'] else 'INDEX'} `{row['name']}`"
        for row in rows
        if row["name"] not in keep
    ]
    if drops:
        writer.run_schema(*drops)
        # A plan kept from before would look for an index that is no more.
        writer.run_schema("CALL db.clearQueryCaches()")


def schema_of(writer: Writer) -> set[str]:
    """Return the statements that would make the constraints and indexes there are."""
    return {row["text"] for row in writer.run_read(_SCHEMA)[0]}


def _plain(properties: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted((name, _text(value)) for name, value in properties.items()))


def _text(value: Any) -> Any:
    if isinstance(value, DateTime):
        return _IS_TIME + value.iso_format()
    return _IS_DAY + value.iso_format() if isinstance(value, Date) else value


def _typed(properties: dict[str, Any]) -> dict[str, Any]:
    return dict(_values(properties))


def _values(properties: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in properties.items():
        text = value if isinstance(value, str) else ""
        if text.startswith(_IS_TIME):
            yield name, DateTime.from_iso_format(text.removeprefix(_IS_TIME))
        elif text.startswith(_IS_DAY):
            yield name, Date.from_iso_format(text.removeprefix(_IS_DAY))
        else:
            yield name, value
