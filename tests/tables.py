"""A table of a source system, in SQLite or PostgreSQL, and the graph that is kept up to date with it."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy

from loaders.declare.source import Source
from loaders.load.one_source import Outcome, load_source
from loaders.sync.syncing import SyncOptions, sync_source
from tests.loading import Loading, clear

TABLE = """
name: table
title: Register in a database 数据库登记
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: sql, url: "@URL@", query: "SELECT 编号, 姓名, 电话, 更新时间 FROM people;"}
key: 编号
sync: {watermark: {column: 更新时间, kind: @KIND@, overlap: @OVERLAP@}, sweep: 1d}
nodes:
  person: {kind: Person, fields: {name: 姓名}}
links:
  - {type: USES_PHONE, from: person, to: {kind: Phone, by: phone_number, column: 电话}}
"""
TYPES = {
    "sqlite": ("TEXT", "datetime", "10m"),
    "postgres": ("timestamptz", "datetime", "10m"),
    "numbered": ("bigint", "number", "600"),
}
BIG = 9_000_000_000  # beyond 32 bits


@dataclass
class SourceTable:
    """The source's table and what reads it."""

    loading: Loading
    engine: sqlalchemy.Engine
    source: Source
    numbered: bool

    def at(self, minutes: int) -> Any:
        """Return the value of the watermark column for a minute."""
        if self.numbered:
            return BIG + minutes * 60
        text = f"2024-03-05 {10 + minutes // 60:02d}:{minutes % 60:02d}:00"
        return text if self.engine.dialect.name == "sqlite" else f"{text}+08"

    def put(self, number: int, name: str, minutes: int | None, phone: str = "") -> None:
        """Write a row, in the place of the one with its number."""
        with self.engine.begin() as connection:
            connection.execute(sqlalchemy.text("DELETE FROM people WHERE 编号 = :n"), {"n": number})
            row = {"n": number, "name": name, "phone": phone, "at": None if minutes is None else self.at(minutes)}
            connection.execute(sqlalchemy.text("INSERT INTO people VALUES (:n, :name, :phone, :at)"), row)

    def delete(self, number: int) -> None:
        """Take a row away."""
        with self.engine.begin() as connection:
            connection.execute(sqlalchemy.text("DELETE FROM people WHERE 编号 = :n"), {"n": number})

    def sync(self, **options: bool) -> Outcome:
        """Bring the graph up to date."""
        return sync_source(
            self.source, self.loading.folder, self.loading.environment, lambda *_: None, SyncOptions(**options)
        )

    def names(self) -> list[str]:
        """Return the names that the graph holds."""
        return [row["name"] for row in self.loading.rows("MATCH (p:Person) RETURN p.name AS name ORDER BY name")]

    def assert_as_loaded_anew(self) -> None:
        """Compare with a graph that was loaded whole from the table as it is now."""
        after = self.loading.hash()
        clear(self.loading.environment.writer)
        load_source(self.source, self.loading.folder, self.loading.environment, lambda *_: None)
        assert self.loading.hash() == after
