"""A model that has grown by fields and kinds comes to a graph that exists: a copy of the program, changed as by its recipes."""

from pathlib import Path
from typing import Any

import pytest

from graph_service.cypher.content_hash import graph_hash
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import fingerprint_of, migrate
from tests.grown import Changes, Grown, grow, write_files
from tests.older_graphs import FOLDER, SOURCES, UID_KEY, restore_graph

_LICENCE = '''"""Licence of a shop."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass
from schema.record import Family, Record


class Licence(Record):
    """A licence 许可证 of a shop."""

    LABEL: ClassVar[str] = "Licence"
    PREFIX: ClassVar[str] = "licence"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "licence_title"
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("licence_number",)
    INDEXED: ClassVar[tuple[str, ...]] = ("licence_number",)
    TEXT: ClassVar[tuple[str, ...]] = ("licence_title",)
    ORDER: ClassVar[tuple[str, ...]] = ("licence_number",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D1: ("licence_number", "licence_title")}

    licence_number: str = Field(description="Number of the licence 许可证编号")
    licence_title: str | None = Field(None, description="What the licence is for 许可事项")
'''
_LICENCES = """
name: licences
title: Licences 许可证
holder: IT
classification: PUBLIC
readers: [EVERYONE]
read: {format: csv, files: licences.csv}
key: 编号
nodes:
  licence: {kind: Licence, fields: {licence_number: 编号, licence_title: 事项}}
"""
_CHANGES: Changes = {
    "schema/kinds.py": (
        ("from schema.person import", "from schema.licence import Licence\nfrom schema.person import"),
        ("Team, Officer, CaseOfficer,\n", "Team, Officer, CaseOfficer, Licence,\n"),
    ),
    "schema/clue.py": (
        ("INDEXED: ClassVar[tuple[str, ...]] = (", 'INDEXED: ClassVar[tuple[str, ...]] = ("came_by", '),
        ('            "came_by",\n', '            "came_by",\n            "nickname",\n'),
        ("    due_on: date", '    nickname: str | None = Field(None, description="Nickname 俗称")\n    due_on: date'),
    ),
}


@pytest.fixture
def grown(server: Running, tmp_path: Path) -> Grown:
    return Grown(grow(tmp_path / "grown", _CHANGES, {"schema/licence.py": _LICENCE}), server, UID_KEY.decode())


def test_a_graph_that_exists_goes_on_loading(bare: Writer, grown: Grown, tmp_path: Path) -> None:
    restore_graph(bare, FOLDER / "2026-11-27.jsonl")
    migrate(bare, fingerprint_of(UID_KEY))
    grown.load(SOURCES)  # which of two rows of one key stands no longer follows from the uid key of the home
    before = graph_hash(bare)

    again = grown.load(SOURCES)

    assert {each["merged"] for each in again.values()} == {0}
    assert graph_hash(bare) == before
    indexes = _indexes(bare)
    assert {"clue_came_by", "licence_uid", "licence_licence_number"} <= indexes.keys()
    assert "Licence" in indexes["words"]["labelsOrTypes"]
    assert "licence_title" in indexes["words"]["properties"]

    write_files(tmp_path / "licences", {"licences.yaml": _LICENCES, "licences.csv": "编号,事项\nL1,餐饮服务\n"})
    assert grown.load(tmp_path / "licences")["licences"]["merged"] == 1
    assert grown.load(tmp_path / "licences")["licences"]["merged"] == 0

    assert {"dropped clue_came_by", "dropped words", "made words"} <= set(migrate(bare, fingerprint_of(UID_KEY)))
    assert "licence_uid" in _indexes(bare)
    assert migrate(bare, fingerprint_of(UID_KEY)) == []


def test_a_new_field_changes_the_rows_that_state_it_and_no_others(bare: Writer, grown: Grown, tmp_path: Path) -> None:
    restore_graph(bare, FOLDER / "2026-11-27.jsonl")
    stated = {path.name: path.read_text(encoding="utf-8") for path in SOURCES.glob("petitions*")}
    for name, old, new in (
        ("petitions.yaml", "内容]", "内容, 俗称]"),
        ("petitions.yaml", "text: 内容", "text: 内容, nickname: 俗称"),
        ("petitions.jsonl", '"编号": "P2"', '"编号": "P2", "俗称": "再信"'),
    ):
        assert stated[name].count(old) == 1, old
        stated[name] = stated[name].replace(old, new)
    write_files(tmp_path / "petitions", stated)

    first = grown.load(tmp_path / "petitions")["petitions"]

    assert (first["merged"], first["unchanged"]) == (1, 1)
    told = bare.run_read(
        "MATCH (c:Clue) WHERE c.nickname IS NOT NULL RETURN c.number AS number, c.nickname AS nickname"
    )
    assert told[0] == [{"number": "P2", "nickname": "再信"}]
    assert grown.load(tmp_path / "petitions")["petitions"]["merged"] == 0


def _indexes(writer: Writer) -> dict[str, dict[str, Any]]:
    rows = writer.run_read("SHOW INDEXES YIELD name, labelsOrTypes, properties")[0]
    return {row["name"]: row for row in rows}
