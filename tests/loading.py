"""Small sources for tests: declarations as text, files made on the spot, loaded into a real graph."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.cypher.content_hash import graph_hash
from graph_service.graph import Writer
from loaders.declare.source import Source
from loaders.declare.source_file import read_source
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import Outcome, load_source

REGISTER = """
name: register
title: Register of people 人口登记
holder: IT
classification: INTERNAL
rank: 90
readers: [EVERYONE]
read: {format: csv, files: register.csv}
key: 编号
nodes:
  person: {kind: Person, fields: {id_number: 身份证号, name: 姓名, sex: 性别}}
"""
CLUES = """
name: clues
title: Register of clues 线索登记
holder: CASE_MGMT
classification: WORK_SECRET
rank: 10
readers: {teams: [CASE_MGMT], columns: [部门]}
read: {format: csv, files: clues.csv}
key: 线索编号
nodes:
  clue: {kind: Clue, fields: {number: 线索编号, title: 标题}}
  subject: {kind: Person, when: 被反映人, fields: {id_number: 身份证号, name: 被反映人}}
links:
  - {type: NAMES, from: clue, to: subject, fields: {role: {value: SUBJECT}, as_named: 被反映人}}
  - {type: NAMES, from: clue, to: {kind: Unit, by: name, column: 单位}, fields: {role: {value: SUBJECT_UNIT}}}
  - type: NAMES
    from: clue
    to: {kind: Phone, by: phone_number, column: 电话, each: ";"}
    fields: {role: {value: CONTACT}}
"""
UNITS = """
name: units
title: Units 单位登记
holder: IT
classification: PUBLIC
readers: [EVERYONE]
read: {format: csv, files: units.csv}
key: 代码
nodes:
  unit: {kind: Unit, fields: {uscc: 代码, name: 名称}}
links:
  - {type: UNDER, from: unit, to: {kind: Unit, by: uscc, column: 上级}}
"""
# Valid in form, invented.
IDS = ("360502198001011237", "360502198001011253", "36050219800101127X", "360502198001011296")
CODES = ("11360502MB0000001P", "11360502MB0000002T", "11360502MB0000003X")


@dataclass
class Loading:
    """Writes files and declarations below a folder and loads them."""

    environment: LoadEnvironment
    folder: Path

    def source(self, declaration: str) -> Source:
        """Return the declaration as a checked source."""
        path = self.folder / "source.yaml"
        path.write_text(declaration, encoding="utf-8")
        return read_source(path)

    def write(self, name: str, rows: str | bytes) -> None:
        """Write a file of the source system; blank lines around the rows are for the reader of the test."""
        data = rows if isinstance(rows, bytes) else (rows.strip("\n") + "\n").encode()
        (self.folder / name).write_bytes(data)

    def load(self, declaration: str, rows: str | bytes | None = None) -> Outcome:
        """Load the declared source, after writing its file if rows are given."""
        source = self.source(declaration)
        if rows is not None:
            self.write(str(source.read.files), rows)
        return load_source(source, self.folder, self.environment, lambda *_: None)

    def rows(self, query: str, **params: Any) -> list[dict[str, Any]]:
        """Return what the graph answers."""
        return self.environment.writer.run_read(query, **params)[0]

    def hash(self) -> str:
        """Return the hash of the graph."""
        return graph_hash(self.environment.writer)


def counts(outcome: Outcome) -> tuple[int, int, int, int]:
    """Return read, merged, unchanged and rejected."""
    return outcome.read, outcome.merged, outcome.unchanged, outcome.rejected


def clear(writer: Writer, keep: str = "Migration|MigrationLock|TestDatabase") -> None:
    """Empty the graph between two arrangements of one test; nodes with the labels to keep stay."""
    # Relationships first: a hub with all of its own would not fit into one transaction.
    writer.run_schema("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS")
    writer.run_schema(f"MATCH (n) WHERE NOT n:{keep} CALL (n) {{ DELETE n }} IN TRANSACTIONS OF 10000 ROWS")
